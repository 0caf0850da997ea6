"""A drawing in its three forms: inside a page, as a file of its own, as dots."""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

import resvg_py

from app.drawing.letters import FONTS

STATIC = FONTS.parent.parent
SCALES = (1, 2, 3)


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

    def png(self, scale: int = 2) -> bytes:
        """Give it as PNG, so many dots to a px."""
        return _dots(self.document, scale)


@lru_cache(maxsize=64)
def _dots(document: str, scale: int) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=document,
        zoom=scale,
        skip_system_fonts=True,
        font_files=[str(FONTS / f"sarabun-{weight}.ttf") for weight in (400, 700)],
        font_family="Sarabun",
        sans_serif_family="Sarabun",
    )


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
