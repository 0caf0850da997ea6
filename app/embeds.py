"""What can stand in other people's pages: one entry for each view."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from app.drawing.families import FAMILIES
from app.drawing.graph import title_of
from graph.dataset import Dataset
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.text import Text, thai_digits
from graph.questions.neighbourhood import DEEPEST

Given = Mapping[str, str]
Choices = Callable[[Dataset], Sequence[tuple[str, Text]]]
Place = tuple[str, dict[str, str]]
# What is said longer than this was not said by a person.
LONGEST = 500
THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a view can be asked with: its name in the address, and what a web editor is shown."""

    name: str
    label: Text
    default: Text = Text("", "")
    # What can be chosen, value and words; without it anything can be typed.
    choices: Choices | None = None


@dataclass(frozen=True, slots=True)
class Embed:
    """A view that stands in a frame, in `<raci-view>`, and perhaps as a picture.

    `path`, `page` and `picture` are its addresses as an embed, as a page of ours and, without the
    suffix, as a picture; a parameter in braces is a part of the path, the others are its query.
    """

    view: str
    label: Text
    path: str
    page: str
    # Of the frame before it has told how high it is.
    height: int
    title: Callable[[Dataset, Given], Text]
    parameters: tuple[Parameter, ...] = ()
    picture: str = ""
    # What an address can say beside them and a web editor is not asked.
    carried: tuple[str, ...] = ()
    # What an address may say more than once.
    repeated: tuple[str, ...] = ()

    def given(self, values: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Take what is the view's own of what an address gives, what it repeats with commas."""
        names = {each.name for each in self.parameters} | set(self.carried)
        found: dict[str, str] = {}
        for name, value in values:
            if name in names and value:
                before = f"{found[name]}," if name in self.repeated and name in found else ""
                found[name] = f"{before}{value}"[:LONGEST]
        return found


def address(base: str, path: str, query: Mapping[str, Any] | Sequence[tuple[str, str]]) -> str:
    """Write an address of ours: a path behind a base, and a query.

    >>> address("/gcio", "/embed/matrix", {"lang": "en"})
    '/gcio/embed/matrix?lang=en'
    """
    return f"{base}{quote(path, safe='/:.-')}{'?' if query else ''}{urlencode(query, doseq=True)}"


def placed(template: str, given: Given) -> Place:
    """Give the path and the query of an address.

    >>> placed("/embed/bodies/{id}", {"id": "post:dcio", "lang": "en"})
    ('/embed/bodies/post:dcio', {'lang': 'en'})
    """
    query = dict(given)
    path = re.sub(r"\{(\w+)\}", lambda name: query.pop(name[1], ""), template)
    return path, query


def _body_title(dataset: Dataset, given: Given) -> Text:
    return dataset.body(given.get("id", "")).called


def _question_title(_: Dataset, given: Given) -> Text:
    asked = given.get("q")
    return Text(asked, asked) if asked else Text("ถามแนวทาง GCIO", "Ask the GCIO guideline")


def _matrix_title(_: Dataset, __: Given) -> Text:
    return Text(
        "ตาราง RACI ตามแนวทาง GCIO ภาครัฐ", "RACI matrix of the Thai Government CIO guideline"
    )


def bodies(dataset: Dataset) -> list[tuple[str, Text]]:
    """Give the bodies to choose from, those of the matrix first."""
    ordered = sorted(dataset.bodies, key=lambda body: body.level is None)
    return [(body.id, body.called) for body in ordered]


def _bodies_or(th: str, en: str) -> Choices:
    return lambda dataset: [("", Text(th, en)), *bodies(dataset)]


def _steps(_: Dataset) -> list[tuple[str, Text]]:
    return [(str(each), Text(thai_digits(each), str(each))) for each in range(1, DEEPEST + 1)]


def _kinds(_: Dataset) -> list[tuple[str, Text]]:
    return [("", Text("ตามปกติ", "As usual")), *((each.name, each.label) for each in FAMILIES)]


_ANY = ("", Text("ทั้งหมด", "any"))


def _codes(_: Dataset) -> list[tuple[str, Text]]:
    found = [
        (code.value, Text(f"{code.value} {code.label.en}", f"{code.value} {code.label.en}"))
        for code in Code
    ]
    return [_ANY, *found, ("-", Text("- ไม่มีรหัส", "- no code"))]


def _columns(dataset: Dataset) -> list[tuple[str, Text]]:
    columns = [(each.label, Text(each.label, each.label)) for each in dataset.columns]
    return [_ANY, *columns, *((body.id, body.called) for body in dataset.bodies if body.level)]


def _levels(_: Dataset) -> list[tuple[str, Text]]:
    return [_ANY, *((level.value, level.label) for level in Level)]


def _pairs(dataset: Dataset) -> list[tuple[str, Text]]:
    columns = ((each.label, Text(each.label, each.label)) for each in dataset.columns)
    return [("", Text("ไม่เทียบ", "none")), *columns]


def _graph_title(dataset: Dataset, given: Given) -> Text:
    source, target, focus = (given.get(name) for name in ("from", "to", "focus"))
    if source and target:
        return title_of(None, (dataset.end(source), dataset.end(target)))
    return title_of(dataset.end(focus) if focus else None)


MATRIX = Embed(
    view="matrix",
    label=Text("ตาราง RACI", "The matrix"),
    path="/embed/matrix",
    page="/matrix",
    height=900,
    title=_matrix_title,
    parameters=(
        Parameter("code", Text("รหัส", "Code"), choices=_codes),
        Parameter("body", Text("องค์กร ตำแหน่ง หรือคอลัมน์", "Body or column"), choices=_columns),
        Parameter("level", Text("ระดับ", "Level"), choices=_levels),
        Parameter("text", Text("คำในชื่อกิจกรรม หรือเลขแถว", "Words of an activity, or its number")),
        Parameter("compare", Text("เทียบคอลัมน์", "Compare column"), choices=_pairs),
        Parameter("with", Text("กับ", "with"), choices=_pairs),
    ),
    picture="/matrix",
)
BODY = Embed(
    view="body",
    label=Text("องค์กรหรือตำแหน่ง", "A body"),
    path="/embed/bodies/{id}",
    page="/bodies/{id}",
    height=640,
    title=_body_title,
    parameters=(
        Parameter(
            "id", Text("องค์กรหรือตำแหน่ง", "Body"), Text("post:dcio", "post:dcio"), choices=bodies
        ),
    ),
    picture="/bodies/{id}",
)
ANSWER = Embed(
    view="answer",
    label=Text("คำตอบของคำถาม", "The answer to a question"),
    path="/embed/answer",
    page="/ask",
    height=640,
    title=_question_title,
    parameters=(
        Parameter(
            "q",
            Text("คำถาม", "Question"),
            Text(
                "ระดับกรม ใครเป็น A เรื่องไซเบอร์",
                "Who is accountable for cyber security at the department level?",
            ),
        ),
    ),
)

GRAPH = Embed(
    view="graph",
    label=Text("ภาพความสัมพันธ์", "The relationship graph"),
    path="/embed/graph",
    page="/graph",
    height=900,
    title=_graph_title,
    parameters=(
        Parameter(
            "focus", Text("มองจาก", "Around"), choices=_bodies_or("ภาพรวม", "The whole picture")
        ),
        Parameter("depth", Text("ระยะกี่ขั้น", "Steps away"), Text("1", "1"), choices=_steps),
        Parameter("kind", Text("ชนิดความสัมพันธ์", "Kind of relation"), choices=_kinds),
        Parameter(
            "from", Text("หรือเส้นทางจาก", "Or a path from"), choices=_bodies_or("ไม่ใช้", "not used")
        ),
        Parameter("to", Text("ถึง", "To"), choices=_bodies_or("ไม่ใช้", "not used")),
    ),
    picture="/graph",
    carried=("all", "past", "open"),
    repeated=("kind", "open"),
)

EMBEDS = (MATRIX, BODY, ANSWER, GRAPH)


def view_of(path: str) -> tuple[Embed, dict[str, str]] | None:
    """Find the view of a path, be it of an embed or of a page, with what the path gives.

    >>> [view_of(path)[0].view for path in ("/bodies/post:dcio", "/embed/matrix")]
    ['body', 'matrix']
    >>> view_of("/bodies")
    """
    for embed in EMBEDS:
        for template in (embed.path, embed.page):
            fixed, brace, name = template.partition("{")
            rest = path.removeprefix(fixed)
            if brace and rest and rest != path:
                return embed, {name.rstrip("}"): rest}
            if not brace and path == fixed:
                return embed, {}
    return None
