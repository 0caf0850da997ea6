"""Figure 2 read straight from the guideline file: what the answers are held against.

It shares no code with the loader and never looks at raci.csv.
"""

import re
from dataclasses import dataclass
from pathlib import Path

GUIDELINE = Path(__file__).parent.parent / "seeds" / "guideline.txt"
COLUMNS = ("DG/DE", "GCIO", "MCIO", "DCIO", "PCIO")
LEVELS = {
    "NATIONAL": "DG/DE",
    "WHOLE_OF_GOVERNMENT": "GCIO",
    "MINISTRY": "MCIO",
    "DEPARTMENT": "DCIO",
    "PROVINCE": "PCIO",
}
BODIES = {
    "DG/DE": ("organization:dg-committee", "organization:de-committee"),
    "GCIO": ("organization:gcio-committee",),
    "MCIO": ("post:mcio",),
    "DCIO": ("post:dcio",),
    "PCIO": ("organization:pcio-committee",),
}
CODES = {"ACCOUNTABLE": "A", "RESPONSIBLE": "R", "COACH_CONSULT": "C", "INFORM": "I"}


@dataclass(frozen=True)
class PrintedRow:
    """One row of figure 2 as printed: its number, its words, its five cells by column."""

    number: int
    words: str
    cells: dict[str, str]

    def holds(self, column: str, code: str) -> bool:
        """Whether the cell under a column has a letter."""
        return CODES[code] in self.cells[column]


def printed_rows() -> list[PrintedRow]:
    """Read the 13 rows: a number, a full stop, the words, five cells, parted by tabs."""
    rows = []
    for line in GUIDELINE.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"(\d+)\. ([^\t]+)((?:\t[ARCI/-]+){5})$", line):
            cells = found[3].strip("\t").split("\t")
            words = found[2]
            rows.append(PrintedRow(int(found[1]), words, dict(zip(COLUMNS, cells, strict=True))))
    return rows


def holders(row: PrintedRow, code: str, level: str | None) -> list[tuple[str, str]]:
    """Name who holds a code in a row at a level (or at any), as (body, level) in column order."""
    return [
        (body, each)
        for each, column in LEVELS.items()
        if level in (None, each) and row.holds(column, code)
        for body in BODIES[column]
    ]
