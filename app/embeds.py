"""What can stand in other people's pages: one entry for each view."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from graph.dataset import Dataset
from graph.model.text import Text

Given = Mapping[str, str]
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
    choices: Callable[[Dataset], Sequence[tuple[str, Text]]] | None = None


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

    def given(self, values: Given) -> dict[str, str]:
        """Take what is the view's own of what an address gives."""
        names = [each.name for each in self.parameters]
        return {name: values[name][:LONGEST] for name in names if values.get(name)}


def address(base: str, path: str, query: Mapping[str, Any]) -> str:
    """Write an address of ours: a path behind a base, and a query.

    >>> address("/gcio", "/embed/matrix", {"lang": "en"})
    '/gcio/embed/matrix?lang=en'
    """
    return f"{base}{quote(path, safe='/:.-')}{'?' if query else ''}{urlencode(query)}"


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


MATRIX = Embed(
    view="matrix",
    label=Text("ตาราง RACI", "The matrix"),
    path="/embed/matrix",
    page="/",
    height=900,
    title=_matrix_title,
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

EMBEDS = (MATRIX, BODY, ANSWER)


def found(path: str) -> tuple[Embed, dict[str, str]] | None:
    """Find the view of a path, be it of an embed or of a page, with what the path gives.

    >>> [found(path)[0].view for path in ("/bodies/post:dcio", "/embed/matrix")]
    ['body', 'matrix']
    >>> found("/bodies")
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
