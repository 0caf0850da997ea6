"""A drawing inside a page and as a file of its own, from which dots are made."""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape

from app.drawing.letters import FONTS
from app.drawing.words import lines

STATIC = FONTS.parent.parent
MOST_SCALE = 3
# So many dots take two seconds to draw and four megabytes to send; a larger picture has fewer a px.
MOST_DOTS = 12_000_000
# Of a line above a picture: the size of picture.css, what it takes, and what is left beside it.
_SIZE, _LINE, _ROOM = 14, 26, 8
_NARROWEST = 520


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: its size in px, what it shows in words, and its elements as SVG text.

    `body` holds escaped SVG with the classes of `picture.css` and no style of its own, so that it
    keeps our policy inside a page.
    """

    width: float
    height: float
    lang: str
    title: str
    description: str
    body: str

    def noted(self, words: str) -> "Picture":
        """Put a line above it that whoever sees the picture has to know."""
        return replace(self.framed([words], []), description=f"{words} {self.description}")

    def framed(self, above: Sequence[str], below: Sequence[str]) -> "Picture":
        """Put paragraphs above it, the first of them bold, and below it."""
        wide = max(self.width, _NARROWEST)
        parts, y = [], 0.0

        def write(paragraphs: Sequence[str], first: str) -> None:
            nonlocal y
            for number, words in enumerate(paragraphs):
                kind = "soft" if number else first
                for line in lines(words, wide - 2 * _ROOM, _SIZE, kind == "bold"):
                    y += _LINE
                    parts.append(f'<text class="{kind}" x="{_ROOM}" y="{y - _ROOM:.0f}">')
                    parts.append(f"{escape(line)}</text>")

        write(above, "bold")
        parts.append(f'<g transform="translate(0 {y:.0f})">{self.body}</g>')
        y += self.height
        write(below, "soft")
        return replace(self, width=wide, height=y + (_ROOM if below else 0), body="".join(parts))

    @property
    def inline(self) -> str:
        """Write it for a page, which has the font and the colours: its links are a page's links."""
        return (
            f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" role="group" '
            f'lang="{self.lang}" aria-label="{escape(self.title)}" width="{self.width:.0f}" '
            f'height="{self.height:.0f}" viewBox="0 0 {self.width:.0f} {self.height:.0f}">'
            f"{self.body}</svg>"
        )

    @property
    def document(self) -> str:
        """Write it as a file that stands alone: font and colours inside, on white paper."""
        return (
            f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" role="img" '
            f'lang="{self.lang}" aria-labelledby="title description" width="{self.width:.0f}" '
            f'height="{self.height:.0f}" viewBox="0 0 {self.width:.0f} {self.height:.0f}">'
            f'<title id="title">{escape(self.title)}</title>'
            f'<desc id="description">{escape(self.description)}</desc>'
            f"<style>{_faces()}{_sheet()}</style>"
            f'<rect width="100%" height="100%" fill="#fff"/>{self.body}</svg>'
        )

    def dots_to_a_px(self, scale: int) -> float:
        """Give how many dots a px has as PNG: so many, or as many as a very large one may have."""
        most = (MOST_DOTS / (self.width * self.height)) ** 0.5
        return float(min(scale, most))


@cache
def _faces() -> str:
    """Give the font's faces with their bytes inside."""
    faces = []
    for script, letters in (("thai", "U+0E00-0E7F"), ("latin", "U+0000-00FF, U+2000-206F")):
        for weight in (400, 700):
            data = (FONTS / f"sarabun-{script}-{weight}-normal.woff2").read_bytes()
            faces.append(
                f"@font-face{{font-family:Sarabun;font-weight:{weight};unicode-range:{letters};"
                f"src:url(data:font/woff2;base64,{b64encode(data).decode()})}}"
            )
    return "".join(faces)


@cache
def _sheet() -> str:
    """Give the drawings' style sheet, the light colours of the pages put in for their names."""
    colours = dict(re.findall(r"--([\w-]+): ([^;]+);", _read("style.css").split("}", 1)[0]))
    return re.sub(r"var\(--([\w-]+)\)", lambda name: colours[name[1]], _read("picture.css"))


def _read(name: str) -> str:
    return re.sub(r"/\*.*?\*/", "", (STATIC / name).read_text(encoding="utf-8"), flags=re.DOTALL)
