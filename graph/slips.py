"""One wrong letter in what was searched for: put right by the names the guideline has."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

# A shorter word is one letter off from too many.
SHORTEST = 4
# With more words wrong than this, what was meant is a guess.
MOST = 2
_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[a-z][a-z']+")


def put_right(asked: str, names: Iterable[str]) -> str | None:
    """Give the words with each slip put right; none where there is no slip or no one way.

    A slip is a letter too many or too few, a wrong one, or two that changed places. English words
    are held against the words of the names. Thai has no gaps between words, so that its words are
    held against the beginnings of the names. A number is never a slip of another.

    >>> put_right("cyber securty", ["cyber security", "digital skills"])
    'cyber security'
    >>> put_right("คณะกรรมกาน", ["คณะกรรมการรัฐบาลดิจิทัล"])
    'คณะกรรมการ'
    >>> put_right("xcio", ["dcio", "mcio"])
    """
    names = tuple(dict.fromkeys(names))
    found, wrong = [], 0
    for word in asked.split():
        if any(word in name for name in names):
            found.append(word)
            continue
        wrong += 1
        right = _nearest(word, names) if wrong <= MOST else None
        if right is None:
            return None
        found.append(right)
    phrase = " ".join(found)
    return phrase if phrase != asked else None


def _nearest(word: str, names: Iterable[str]) -> str | None:
    if len(word) < SHORTEST or len(_LETTERS.findall(word)) < SHORTEST - 1:
        return None
    near = {each for each in _candidates(word, names) if OSA.distance(word, each) == 1}
    # Where a letter was only changed, the word is as long as it was.
    same = {each for each in near if len(each) == len(word)}
    return (same or near).pop() if len(same or near) == 1 else None


def _candidates(word: str, names: Iterable[str]) -> Iterator[str]:
    lengths = range(len(word) - 1, len(word) + 2)
    for name in names:
        if word.isascii():
            yield from (each for each in _LATIN.findall(name) if len(each) in lengths)
        else:
            yield from {name[:length] for length in lengths}
