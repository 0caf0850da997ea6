"""Our own font: its faces, and how wide words are in it without asking a browser."""

import json
from base64 import b64encode
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent.parent / "static" / "vendor" / "fonts"
_EM = 1000
# What the font lacks is drawn by another one; this is as wide as most.
_UNKNOWN = 600


@cache
def _advances(bold: bool) -> dict[str, int]:
    text = (FONTS / "advances.json").read_text(encoding="utf-8")
    found: dict[str, int] = json.loads(text)["700" if bold else "400"]
    return found


def width(text: str, size: float, bold: bool = False) -> float:
    """Give the width of a line in px at a font size in px; Thai marks above and below have none.

    >>> width("นำ", 16) > width("น", 16)
    True
    >>> width("น้", 16) == width("น", 16)
    True
    """
    advances = _advances(bold)
    return sum(advances.get(letter, _UNKNOWN) for letter in text) * size / _EM


@cache
def faces() -> str:
    """Give the font's faces as a style sheet with their bytes inside."""
    rules = []
    for script, letters in (("thai", "U+0E00-0E7F"), ("latin", "U+0000-00FF, U+2000-206F")):
        for weight in (400, 700):
            data = (FONTS / f"sarabun-{script}-{weight}-normal.woff2").read_bytes()
            rules.append(
                f"@font-face{{font-family:Sarabun;font-weight:{weight};unicode-range:{letters};"
                f"src:url(data:font/woff2;base64,{b64encode(data).decode()})}}"
            )
    return "".join(rules)
