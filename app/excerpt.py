"""The part of the matrix a reader asks to see: filtered, or two columns side by side."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.asked import read_code, read_level
from app.context import Context
from graph.asking.ask import understanding_of
from graph.asking.reading import read
from graph.dataset import LONGEST_NAME, Dataset
from graph.errors import BadArgument, RaciError, UnknownName
from graph.model.answers import Holding, Matrix, MatrixRow
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import Activity, Assignment, Body, Column
from graph.model.text import Text, key, thai_digits
from graph.questions.assignments import Assignments
from graph.questions.base import MOST, WHOLE
from graph.questions.matrix import WholeMatrix
from graph.questions.search import SearchFor, SearchKind
from graph.questions.who_holds import WhoHolds

DASH = "-"
# What a reader typed is said again up to so many letters.
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader picks out of the matrix; nothing given is the whole of it."""

    code: Code | None = None
    dash: bool = False
    column: Column | None = None
    body: Body | None = None
    level: Level | None = None
    text: str = ""
    pair: tuple[Column, Column] | None = None

    @classmethod
    def of(cls, dataset: Dataset, given: Mapping[str, str]) -> "Filter":
        """Read it from the parameters of an address; empty ones are none. Raises BadArgument."""
        asked = {name: _printable(value) for name, value in given.items()}
        code = asked.get("code", "")
        column, body = _place(dataset, asked.get("body", ""))
        return cls(
            code=read_code(code) if code not in ("", DASH) else None,
            dash=code == DASH,
            column=column,
            body=body,
            level=read_level(asked.get("level", "")),
            text=asked.get("text", ""),
            pair=_pair(dataset, asked.get("compare", ""), asked.get("with", "")),
        )

    @property
    def place(self) -> str:
        """The body, or the column with all behind it, as the address names it."""
        return self.body.id if self.body else self.column.label if self.column else ""

    @property
    def standing(self) -> str | None:
        """A body of the column that is asked for: its cells are those of the column."""
        return self.column.stands_for[0].body.id if self.column else None

    @property
    def mark(self) -> str:
        """The code as the table prints it, the dash included, or nothing."""
        return self.code.value if self.code else DASH if self.dash else ""

    @property
    def address(self) -> dict[str, str | None]:
        """The same as parameters of an address, in one order, without empty ones."""
        first, second = (each.label for each in self.pair) if self.pair else ("", "")
        named = {
            "code": self.mark,
            "body": self.place,
            "level": self.level.value if self.level else "",
            "text": self.text,
            "compare": first,
            "with": second,
        }
        return {name: value for name, value in named.items() if value}

    @property
    def number(self) -> str:
        """The row's number that is looked for, where the text is one."""
        number = key(self.text)
        return number if number.isdigit() else ""

    @property
    def sought(self) -> Text:
        """Say which words or which row is looked for."""
        asked = self.number or self.text
        shown = asked if len(asked) <= _LONGEST_SHOWN else asked[:_LONGEST_SHOWN] + "…"
        if self.number:
            return Text(f"แถว {thai_digits(shown)}", f"row {shown}")
        return Text(f"คำว่า “{shown}”", f"the words “{shown}”")

    @property
    def words(self) -> Text | None:
        """Say what is picked out, or nothing where the whole matrix is."""
        parts: list[Text] = []
        if self.code:
            parts.append(self.code.label)
        if self.dash:
            parts.append(Text("ขีด (-) คือไม่มีรหัส", "a dash (-): no code"))
        if self.body:
            parts.append(self.body.called)
        elif self.column:
            label = self.column.label
            parts.append(Text(f"คอลัมน์ {label}", f"column {label}"))
        if self.level:
            parts.append(self.level.label)
        if self.text:
            parts.append(self.sought)
        if self.pair:
            one, other = (column.label for column in self.pair)
            parts.append(Text(f"เทียบ {one} กับ {other}", f"{one} beside {other}"))
        if not parts:
            return None
        return Text(", ".join(each.th for each in parts), ", ".join(each.en for each in parts))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rows and columns that are shown, the cells that match, and what to say of them.

    `places` are the columns that were looked through. Where the code was not found there,
    `nobody` answers row by row who holds it; where no row was, `nearest` are those meant perhaps.
    """

    filter: Filter
    matrix: Matrix
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    places: tuple[Column, ...]
    matching: frozenset[str]
    nobody: tuple[Holding, ...] = ()
    nearest: tuple[Activity, ...] = ()

    @property
    def hidden(self) -> int:
        """How many rows of the matrix are not shown."""
        return len(self.matrix.rows) - len(self.rows)

    def cells(self, row: MatrixRow) -> tuple[Assignment, ...]:
        """Give the cells of a row that stand in the columns shown."""
        return tuple(cell for column in self.columns for cell in row.cells if cell.column is column)

    def differs(self, row: MatrixRow) -> bool:
        """Tell whether two columns that are compared hold different codes in a row."""
        return (
            self.filter.pair is not None and len({frozenset(c.codes) for c in self.cells(row)}) > 1
        )

    @property
    def shown(self) -> Text:
        """Say how many rows are shown and how many are not."""
        shown, whole = len(self.rows), len(self.matrix.rows)
        return Text(
            f"แสดง {thai_digits(shown)} จาก {thai_digits(whole)} แถว "
            f"ซ่อนไว้ {thai_digits(self.hidden)} แถว",
            f"Shows {shown} of {whole} rows; hidden: {self.hidden}.",
        )

    @property
    def compared(self) -> Text | None:
        """Say in how many of the rows shown two columns differ, where two are compared."""
        if self.filter.pair is None:
            return None
        one, other = (column.label for column in self.filter.pair)
        differing = sum(self.differs(row) for row in self.rows)
        return Text(
            f"{one} กับ {other} มีรหัสต่างกัน {thai_digits(differing)} "
            f"จาก {thai_digits(len(self.rows))} แถวที่แสดง",
            f"{one} and {other} hold different codes in {differing} of the {len(self.rows)} "
            "rows shown.",
        )

    @property
    def empty(self) -> Text | None:
        """Say why no row is shown, where none is."""
        asked = self.filter
        if self.rows:
            return None
        if not self.places:
            return Text(
                "ตัวเลือกขัดกัน: ไม่มีคอลัมน์ใดตรงทั้งองค์กรหรือคอลัมน์ ระดับ และคู่ที่เทียบ",
                "These choices exclude one another: no column is of the body or column, the level "
                "and the pair at once.",
            )
        if self.nobody:
            code, place = self.nobody[0].code.label, self._place
            rows = Text("ในแถวใดเลย", "in any row")
            if asked.number:
                rows = Text(f"ใน{asked.sought.th}", f"in {asked.sought.en}")
            elif asked.text:
                rows = Text(f"ในแถวที่ตรงกับ{asked.sought.th}", f"in any row with {asked.sought.en}")
            return Text(
                f"ไม่มีผู้ใดเป็น {code.th} {place.th}{rows.th}",
                f"Nobody is {code.en} {place.en}{rows.en}.",
            )
        words = asked.words or Text("", "")
        return Text(f"ไม่มีแถวใดตรงกับ {words.th}", f"No row matches {words.en}.")

    @property
    def instead(self) -> "Excerpt":
        """Give the rows in which nobody was found, whole, with the cells that do hold the code."""
        held = [
            holder.assignment.id
            for holding in self.nobody
            for holder in (*holding.holders, *holding.held_elsewhere)
        ]
        looked = {holding.activity for holding in self.nobody}
        return replace(
            self,
            filter=replace(self.filter, pair=None),
            columns=self.matrix.columns,
            rows=tuple(row for row in self.matrix.rows if row.activity in looked),
            matching=frozenset(held),
        )

    @property
    def _place(self) -> Text:
        """Say where was looked, to stand within a sentence; nothing for the whole matrix."""
        if self.filter.level:
            label = self.filter.level.label
            return Text(f"ใน{label.th} ", f"at the {label.en} ")
        if len(self.places) == len(self.matrix.columns):
            return Text("", "")
        heads = ", ".join(column.label for column in self.places)
        return Text(f"ในคอลัมน์ {heads} ", f"under {heads} ")


async def excerpt(ask: Context, wanted: Filter) -> Excerpt:
    """Find what a filter picks out. Raises BadArgument for words that are too long."""
    matrix = await ask.ask(WholeMatrix())
    named = await _named(ask, wanted)
    columns = wanted.pair or matrix.columns
    places = tuple(
        column
        for column in columns
        if wanted.column in (None, column) and wanted.level in (None, column.level)
    )
    found = await ask.ask(
        Assignments(-1, WHOLE, body=wanted.standing, level=wanted.level, code=wanted.code)
    )
    cells = [
        cell
        for cell in found.items
        if cell.activity in named and cell.column in columns and not (wanted.dash and cell.codes)
    ]
    with_match = {cell.activity for cell in cells}
    return Excerpt(
        filter=wanted,
        matrix=matrix,
        columns=columns,
        rows=tuple(row for row in matrix.rows if row.activity in with_match),
        places=places,
        matching=frozenset(cell.id for cell in cells) if _picks_cells(wanted) else frozenset(),
        nobody=await _nobody(ask, wanted, named, places) if places and not cells else (),
        nearest=_nearest(ask.dataset, wanted.text) if not named else (),
    )


async def _named(ask: Context, wanted: Filter) -> tuple[Activity, ...]:
    """Find the activities of some words or of a number, written apart, together or with a slip."""
    if not wanted.text:
        return ask.dataset.activities
    question = SearchFor.of(ask.dataset, wanted.text, (SearchKind.ACTIVITY,), MOST, None)
    if wanted.number:
        return tuple(each for each in ask.dataset.activities if str(each.number) == wanted.number)
    found = await ask.ask(question)
    hits = tuple(hit.node for hit in found.hits.items if isinstance(hit.node, Activity))
    if hits:
        return hits
    understanding = await asyncio.to_thread(understanding_of, ask.dataset)
    return read(ask.dataset, understanding.lexicon, wanted.text).activities


async def _nobody(
    ask: Context, wanted: Filter, named: tuple[Activity, ...], places: tuple[Column, ...]
) -> tuple[Holding, ...]:
    """Ask of each row that was looked through who holds the code instead."""
    if wanted.code is None:
        return ()
    level = places[0].level if len(places) == 1 else None
    asked = [WhoHolds(each.number, wanted.code, level) for each in named]
    return tuple(await asyncio.gather(*map(ask.ask, asked)))


def _nearest(dataset: Dataset, text: str) -> tuple[Activity, ...]:
    try:
        return (dataset.activity(text),)
    except UnknownName as unknown:
        near = {name.split(" (")[0] for name in unknown.nearest}
        return tuple(each for each in dataset.activities if each.id in near)


def _picks_cells(wanted: Filter) -> bool:
    return bool(wanted.code or wanted.dash or wanted.column or wanted.level)


def _printable(given: str) -> str:
    """Leave out what no page and no picture can show, and needless blanks."""
    return "".join(filter(str.isprintable, " ".join(given.split())))


def _place(dataset: Dataset, given: str) -> tuple[Column | None, Body | None]:
    """Read a column by its head, or a body behind one by id or name."""
    if not given:
        return None, None
    try:
        return dataset.column(given), None
    except UnknownName:
        pass
    try:
        body = dataset.body(given)
        return dataset.columns_of_body[body.id][0], body
    except (RaciError, KeyError):
        ids = [*_heads(dataset), *dataset.columns_of_body]
        raise BadArgument("body", given, ", ".join(ids)) from None


def _pair(dataset: Dataset, one: str, other: str) -> tuple[Column, Column] | None:
    """Read two columns to compare, apart or with a comma between them."""
    given = ",".join(filter(None, (one, other)))[: 2 * LONGEST_NAME]
    if not given:
        return None
    try:
        first, second = (dataset.column(each.strip()) for each in given.split(","))
        if first is not second:
            return first, second
    except (UnknownName, ValueError):
        pass
    heads = ", ".join(_heads(dataset))
    allowed = Text(f"สองคอลัมน์ที่ต่างกันจาก {heads}", f"two different columns of {heads}")
    raise BadArgument("compare", given, allowed)


def _heads(dataset: Dataset) -> list[str]:
    return [column.label for column in dataset.columns]
