"""CSV tables of the seeds, read strictly: every fault is named with its file, row and column."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from graph.errors import Finding

MAX_FILE_BYTES = 10_000_000
MAX_ROWS = 10_000
MAX_CELL_CHARACTERS = 8_192


class Report(Protocol):
    """Adds one fault of the table being read to the findings."""

    def __call__(self, found: str, allowed: str, row: int = 0, column: str = "") -> None:
        """Name what was found, what is allowed, and where."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number as a spreadsheet shows it, and its cells by column."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give the cell of a column."""
        return self.cells[column]


def read_table(path: Path, columns: Sequence[str], findings: list[Finding]) -> list[Row]:
    """Read the rows of a UTF-8 CSV whose head is exactly `columns`.

    Faults are added to `findings`; rows with a fault are left out. A byte-order mark, CRLF and
    blank lines are accepted; nothing else is guessed at, least of all the encoding.
    """
    name = f"seeds/{path.name}"

    def report(found: str, allowed: str, row: int = 0, column: str = "") -> None:
        findings.append(Finding(name, row, column, found, allowed))

    text = decode(path, findings)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        head = next((line for line in reader if line), None)
        if head is None:
            report("the file is empty", f"The first line is {','.join(columns)}.", 1)
            return []
        if tuple(head) != tuple(columns):
            report(
                f"the head is {','.join(head)[:200]}", f"The first line is {','.join(columns)}.", 1
            )
            return []
        start = reader.line_num
        for cells in reader:
            number, start = start + 1, reader.line_num
            # A spreadsheet writes a row that was emptied as commas alone.
            if not any(cells):
                continue
            if len(rows) >= MAX_ROWS:
                report("there are too many rows", f"A seed has at most {MAX_ROWS} rows.", number)
                return []
            if len(cells) != len(columns):
                report(
                    f"{len(cells)} cells",
                    f"A row has {len(columns)}: {','.join(columns)}. "
                    'Put a cell that holds a comma in "double quotes".',
                    number,
                )
                continue
            row = Row(number, dict(zip(columns, cells, strict=True)))
            if not _faulty(row, report):
                rows.append(row)
    except csv.Error as fault:
        report(f"this is not CSV ({fault})", "Close every quote that is opened.", reader.line_num)
    return rows


def decode(path: Path, findings: list[Finding]) -> str | None:
    """Read a file of the seeds as UTF-8; what is wrong with it is added to `findings`."""

    def report(found: str, allowed: str) -> None:
        findings.append(Finding(f"seeds/{path.name}", 0, "", found, allowed))

    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            report("the file is too large", f"A seed has at most {MAX_FILE_BYTES:,} bytes.")
            return None
        raw = path.read_bytes()
    except OSError:
        report("the file cannot be read", "Put it back, or check its permissions.")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        report(
            f"not UTF-8 at byte {fault.start}",
            "Save it as UTF-8 (a spreadsheet offers CSV UTF-8); other encodings are not guessed.",
        )
        return None
    if "\0" in text:
        report("the file holds a NUL character", "Save it again as plain text.")
        return None
    return text


def _faulty(row: Row, report: Report) -> bool:
    faulty = False
    for column, cell in row.cells.items():
        if len(cell) > MAX_CELL_CHARACTERS:
            report(
                f"{len(cell)} characters",
                f"A cell has at most {MAX_CELL_CHARACTERS}.",
                row.number,
                column,
            )
            faulty = True
        elif cell != cell.strip():
            report("white space at an end of the cell", "Take it off.", row.number, column)
            faulty = True
        elif hidden := next((mark for mark in cell if not mark.isprintable()), None):
            report(f"the hidden character U+{ord(hidden):04X}", "Take it out.", row.number, column)
            faulty = True
    return faulty
