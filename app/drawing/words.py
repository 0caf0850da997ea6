"""Where a line may break: at blanks, and in Thai, which has none, between the words listed."""

import re
from functools import cache, lru_cache
from pathlib import Path

from app.drawing.letters import width

_THAI = re.compile(r"[\u0e01-\u0e4e/]+")
# Marks above and below stand on the letter before them.
_CLUSTER = re.compile(r"[\u0e40-\u0e44]?.[\u0e30-\u0e3a\u0e45-\u0e4e]*", re.DOTALL)


@cache
def _words() -> frozenset[str]:
    lines = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[str, ...]:
    """Cut a text into the pieces between which a line may break; a run of unknown words is one.

    >>> pieces("คณะกรรมการพัฒนารัฐบาลดิจิทัล (DG)")
    ('คณะกรรมการ', 'พัฒนา', 'รัฐบาลดิจิทัล ', '(DG)')
    """
    found: list[str] = []
    for chunk in re.findall(r"\S+\s*", text):
        # What follows the word, as a sign of repetition does, stays with it.
        if found and chunk[0] in "ๆฯ":
            found[-1] += chunk
            continue
        thai = _THAI.search(chunk)
        cut = _cut(thai[0]) if thai else ()
        if not thai or not cut:
            found.append(chunk)
            continue
        found += [chunk[: thai.start()] + cut[0], *cut[1:]]
        found[-1] += chunk[thai.end() :]
    return tuple(found)


@lru_cache(maxsize=4096)
def _cut(run: str) -> tuple[str, ...]:
    """Cut a run of Thai into as few listed words as cover it; none where they do not."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(end):
            before = best[start]
            if before is None or run[start:end] not in _words():
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = (*before, run[start:end])
    return best[-1] or ()


def lines(text: str, most: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into lines of at most so many px; a piece that is too wide breaks in letters.

    >>> lines("คณะกรรมการพัฒนารัฐบาลดิจิทัล", 120, 14)
    ['คณะกรรมการพัฒนา', 'รัฐบาลดิจิทัล']
    """
    found = [""]
    for piece in pieces(text):
        fits = width((found[-1] + piece).rstrip(), size, bold) <= most
        if not fits and found[-1]:
            found.append("")
        if width(piece.rstrip(), size, bold) <= most:
            found[-1] += piece
            continue
        for cluster in _CLUSTER.findall(piece):
            if found[-1] and width((found[-1] + cluster).rstrip(), size, bold) > most:
                found.append("")
            found[-1] += cluster
    return [line.strip() for line in found]
