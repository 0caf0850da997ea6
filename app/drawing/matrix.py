"""The matrix drawn: what a reader picked out of it, with the legend and the source."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from app.drawing.letters import width
from app.drawing.picture import Picture
from app.drawing.words import lines
from app.excerpt import Excerpt
from graph.model.answers import MatrixRow
from graph.model.nodes import Assignment
from graph.model.text import Text, thai_digits

_MARGIN = 24
_NAME = 440
_COLUMN = 116
_SIZE = 14
_LINE = 23
_PAD = 8
_CODE = 28
_SOURCE = Text(
    "ที่มา: แนวทางการบริหารจัดการผู้บริหารเทคโนโลยีสารสนเทศระดับสูงภาครัฐ ภาพที่ ๒ "
    "(มติคณะรัฐมนตรี ๒๖ พฤศจิกายน ๒๕๖๒)",
    "Source: Government Chief Information Officer Management Guideline, figure 2 "
    "(cabinet resolution, 26 November 2019)",
)
_DIFFERENCE = Text("ต่างกันหรือไม่", "Differ?")
_DIFFERS, _SAME = Text("ต่างกัน", "differ"), Text("เหมือนกัน", "same")
_VERSION = Text("รุ่นข้อมูล", "Data version")
_NO_CODE = Text("ไม่มีรหัส", "no code")
_MATCHES = Text("ช่องที่ตรงกับที่ค้น", "cells looked for")
_HOLDS_INSTEAD = Text("ช่องที่มีรหัสนี้แทน", "cells that hold it instead")
_INSTEAD = Text("ผู้ที่มีรหัสนี้แทน ทีละแถว:", "Who holds that code instead, row by row:")
_ACTIVITY = Text("ขอบเขตหน้าที่ความรับผิดชอบ", "Duties and responsibilities")


def draw(excerpt: Excerpt, lang: str, version: str) -> Picture:
    """Draw an excerpt in a language, with the version of the data under it.

    Where nobody holds the code that is looked for, the rows are drawn with who does.
    """
    said = [excerpt.filter.words, excerpt.compared]
    framed = _MATCHES
    if excerpt.nobody:
        said += [excerpt.empty, _INSTEAD]
        excerpt, framed = excerpt.instead, _HOLDS_INSTEAD
    elif excerpt.filter.words:
        said.append(excerpt.shown)
    if excerpt.empty:
        said.append(excerpt.empty)
    return _Drawing(excerpt, lang, framed).finished([each for each in said if each], version)


@dataclass
class _Drawing:
    """A drawing as it grows downwards from the title."""

    excerpt: Excerpt
    lang: str
    framed: Text
    parts: list[str] = field(default_factory=list)
    y: float = _MARGIN

    @property
    def heads(self) -> list[str]:
        """The heads of all columns but the first, that of the comparison included."""
        labels = [column.label for column in self.excerpt.columns]
        return [*labels, self.say(_DIFFERENCE)] if self.excerpt.filter.pair else labels

    @property
    def width(self) -> float:
        """The width of the table; the picture has margins beside it."""
        return _NAME + _COLUMN * len(self.heads)

    def finished(self, said: Sequence[Text], version: str) -> Picture:
        """Draw from the title and what is said of the table to the source."""
        title = self.say(self.excerpt.matrix.title)
        self.paragraph(title, "bold")
        told = [self.say(each) for each in said]
        for each in told:
            self.paragraph(each)
        self.legend()
        self.head()
        for row in self.excerpt.rows:
            self.row(row)
        self.y += _PAD
        self.paragraph(self.say(_SOURCE), "soft")
        self.paragraph(f"{self.say(_VERSION)} {version}", "soft")
        return Picture(
            width=self.width + 2 * _MARGIN,
            height=self.y + _MARGIN - _PAD,
            lang=self.lang,
            title=title,
            description=" ".join([*told, *(self.spoken(row) for row in self.excerpt.rows)]),
            body="".join(self.parts),
        )

    def say(self, text: Text) -> str:
        """Say it in the picture's language."""
        return text.said(self.lang)

    def spoken(self, row: MatrixRow) -> str:
        """Say a row in words, for who does not see the picture."""
        cells = ", ".join(f"{c.column.label} {c.printed}" for c in self.excerpt.cells(row))
        return f"{self.number(row)}. {self.say(row.activity.name)}: {cells}."

    def number(self, row: MatrixRow) -> str:
        """Write a row's number in the digits of the language."""
        number = row.activity.number
        return thai_digits(number) if self.lang == "th" else str(number)

    def text(self, x: float, y: float, words: str, kind: str = "") -> None:
        """Write one line."""
        self.parts.append(f'<text class="{kind}" x="{x:g}" y="{y:g}">{escape(words)}</text>')

    def box(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        """Draw a rectangle."""
        self.parts.append(
            f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'
        )

    def paragraph(self, words: str, kind: str = "") -> None:
        """Write words over the whole width, as many lines as they need."""
        for line in lines(words, self.width, _SIZE, kind == "bold"):
            self.y += _LINE
            self.text(_MARGIN, self.y - _PAD, line, kind)

    def legend(self) -> None:
        """Say what the letters stand for, and what a marked cell is."""
        x, self.y = float(_MARGIN), self.y + _PAD
        for entry in self.excerpt.matrix.legend:
            self.code(x, self.y, entry.mark)
            self.text(x + _CODE + _PAD, self.y + 17, entry.label.en)
            x += _CODE + 3 * _PAD + width(entry.label.en, _SIZE)
        self.text(x, self.y + 17, f"- {self.say(_NO_CODE)}")
        if self.excerpt.matching:
            self.y += _CODE + 4
            self.box(_MARGIN + 1, self.y + 1, _CODE - 2, 22, "mark")
            self.text(_MARGIN + _CODE + _PAD, self.y + 17, self.say(self.framed))
        self.y += _CODE + _PAD

    def head(self) -> None:
        """Draw the heads of the columns, each with its level."""
        height = _LINE * 2 + _PAD
        self.box(_MARGIN, self.y, _NAME, height, "wash line-box")
        self.text(_MARGIN + _PAD, self.y + 22, self.say(_ACTIVITY), "bold")
        for at, head in enumerate(self.heads):
            left = self.middle(at) - _COLUMN / 2
            self.box(left, self.y, _COLUMN, height, "wash line-box")
            self.text(self.middle(at), self.y + 22, head, "bold middle")
        for at, column in enumerate(self.excerpt.columns):
            level = self.say(column.level.label).removesuffix(" level")
            self.text(self.middle(at), self.y + 22 + _LINE, level, "small soft middle")
        self.y += height

    def row(self, row: MatrixRow) -> None:
        """Draw one activity with its cells."""
        words = f"{self.number(row)}. {self.say(row.activity.name)}"
        written = lines(words, _NAME - 2 * _PAD, _SIZE)
        height = max(len(written) * _LINE, _CODE) + 2 * _PAD
        self.box(_MARGIN, self.y, _NAME, height, "line-box")
        for at, line in enumerate(written):
            self.text(_MARGIN + _PAD, self.y + _PAD + 17 + at * _LINE, line)
        for at, cell in enumerate(self.excerpt.cells(row)):
            self.cell(at, cell, height)
        if self.excerpt.filter.pair:
            said = _DIFFERS if self.excerpt.differs(row) else _SAME
            at = len(self.excerpt.columns)
            self.box(self.middle(at) - _COLUMN / 2, self.y, _COLUMN, height, "line-box")
            kind = "bold" if said is _DIFFERS else "soft"
            self.text(self.middle(at), self.y + height / 2 + 5, self.say(said), f"{kind} middle")
        self.y += height

    def cell(self, at: int, cell: Assignment, height: float) -> None:
        """Draw a cell, its codes apart in the order printed."""
        left = self.middle(at) - _COLUMN / 2
        self.box(left, self.y, _COLUMN, height, "line-box")
        if cell.id in self.excerpt.matching:
            self.box(left + 2, self.y + 2, _COLUMN - 4, height - 4, "mark")
        top = self.y + (height - 24) / 2
        if not cell.codes:
            self.text(self.middle(at), top + 17, "-", "soft middle")
            return
        gap = 12
        start = self.middle(at) - (len(cell.codes) * (_CODE + gap) - gap) / 2
        for place, code in enumerate(cell.codes):
            x = start + place * (_CODE + gap)
            if place:
                self.text(x - gap / 2, top + 17, "/", "soft middle")
            self.code(x, top, code.value)

    def code(self, x: float, y: float, letter: str) -> None:
        """Draw a letter of the legend in its colour."""
        self.parts.append(
            f'<rect class="{letter}" x="{x:g}" y="{y:g}" width="{_CODE}" height="24" rx="4"/>'
        )
        self.text(x + _CODE / 2, y + 17, letter, "bold middle on-code")

    def middle(self, at: int) -> float:
        """Give the middle of a column."""
        return _MARGIN + _NAME + (at + 0.5) * _COLUMN
