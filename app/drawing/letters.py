"""How wide words are in our own font, without asking a browser."""

import json
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


def known_letters() -> frozenset[str]:
    """Give the letters that our font has."""
    return frozenset(_advances(False)) & frozenset(_advances(True))


def width(text: str, size: float, bold: bool = False) -> float:
    """Give the width of a line in px at a font size in px; Thai marks above and below have none.

    >>> width("นำ", 16) > width("น", 16)
    True
    >>> width("น้", 16) == width("น", 16)
    True
    """
    advances = _advances(bold)
    return sum(advances.get(letter, _UNKNOWN) for letter in text) * size / _EM
