"""The lexicon: which words of a question stand for what the graph knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.asking.words import THAI, fold
from graph.dataset import Dataset
from graph.model.nodes import End, NamedKind
from graph.model.text import key

# Words shorter than this are not taken for slips of others.
SHORTEST_SLIP = 5
LIKE_LATIN, LIKE_THAI = 84, 82


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a folded question that the lexicon knows, and what it stands for."""

    start: int
    end: int
    term: str
    concepts: tuple[str, ...]
    slip_of: str = ""

    def of(self, kind: str) -> tuple[str, ...]:
        """Give what it stands for of one kind, such as the numbers of `activity`."""
        return tuple(
            name.partition(":")[2] for name in self.concepts if name.startswith(f"{kind}:")
        )


class Lexicon:
    """All terms with what they stand for: those of the seeds, and the names of the graph."""

    def __init__(self, dataset: Dataset) -> None:
        """Gather the terms."""
        gathered: dict[str, dict[str, None]] = defaultdict(dict)
        for concept, term in _terms(dataset):
            if folded := fold(term):
                gathered[folded][concept] = None
        self.concepts = {term: tuple(concepts) for term, concepts in gathered.items()}
        # By their first two letters, longest first: a text is read from left to right.
        self._beginning: dict[str, list[str]] = defaultdict(list)
        for term in sorted(self.concepts, key=len, reverse=True):
            self._beginning[term[:2]].append(term)
        # Without กระทรวง, กรม or จังหวัด: read apart, for within other words they are other things.
        self.short_names = [(each, key(each.short_names[0])) for each in dataset.organizations]
        self._latin = [
            term for term in self.concepts if term.isascii() and len(term) >= SHORTEST_SLIP
        ]
        self._thai = [
            term for term in self.concepts if THAI.search(term) and len(term) >= SHORTEST_SLIP
        ]

    def spots(self, folded: str) -> list[Spot]:
        """Find the terms in a folded text, from left to right, the longest first."""
        found: list[Spot] = []
        at, size = 0, len(folded)
        while at < size:
            term = self._at(folded, at)
            if term is None:
                at += 1
                continue
            found.append(Spot(at, at + len(term), term, self.concepts[term]))
            at += len(term)
        return found

    def slips(self, folded: str, spots: list[Spot]) -> list[Spot]:
        """Find terms that words no spot explains are slips of: a letter or two amiss."""
        found: list[Spot] = []
        words = list(unexplained(folded, spots))
        at = 0
        while at < len(words):
            start, end = words[at]
            # Two words may be slips of one term: cybre securty.
            follows = at + 1 < len(words) and words[at + 1][0] == end + 1
            for last in (words[at + 1][1], end) if follows else (end,):
                if like := self._like(folded[start:last]):
                    found.append(Spot(start, last, folded[start:last], self.concepts[like], like))
                    at += last != end
                    break
            at += 1
        return found

    def _like(self, word: str) -> str | None:
        """The term that a word is a letter or two away from."""
        if len(word) < SHORTEST_SLIP or any(letter.isdigit() for letter in word):
            return None
        thai = bool(THAI.search(word))
        near = process.extract(
            word,
            self._thai if thai else self._latin,
            scorer=fuzz.ratio,
            score_cutoff=LIKE_THAI if thai else LIKE_LATIN,
            limit=3,
        )
        # A word that holds the whole of another (unaccountable) is another word, no slip.
        return next((term for term, _, _ in near if term not in word), None)

    def _at(self, folded: str, at: int) -> str | None:
        for term in self._beginning.get(folded[at : at + 2], ()):
            if folded.startswith(term, at) and _is_bordered(folded, at, at + len(term)):
                return term
        one = folded[at]
        return one if one in self.concepts and _is_bordered(folded, at, at + 1) else None


def unexplained(folded: str, spots: Iterable[Spot]) -> Iterator[tuple[int, int]]:
    """Give the words of a folded text that no spot covers: English words, runs of Thai."""
    at = 0
    ends = [(spot.start, spot.end) for spot in spots] + [(len(folded), len(folded))]
    for start, end in ends:
        piece = folded[at:start]
        offset = at
        for word in piece.split():
            begin = folded.index(word, offset)
            offset = begin + len(word)
            yield begin, offset
        at = end


def _is_bordered(folded: str, start: int, end: int) -> bool:
    """Tell whether a Latin term stands as whole words there; Thai has no borders to look at."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if _is_latin(folded[start]) and _is_latin(before):
        return False
    if _is_latin(folded[end - 1]) and _is_latin(after):
        return False
    # ก.พ. is not the beginning of ก.พ.ร., nor the end of อ.ก.พ.
    if folded[end - 1] == "." and folded[end + 1 : end + 2] == ".":
        return False
    return not (before == "." and folded[start + 1 : start + 2] == ".")


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _terms(dataset: Dataset) -> Iterator[tuple[str, str]]:
    for concept in dataset.concepts:
        for term in (*concept.thai, *concept.english):
            yield concept.stands_for, term
    for activity in dataset.activities:
        for term in (activity.name.th, activity.name.en, *activity.topics):
            yield activity.id, term
    for column in dataset.columns:
        yield column.id, column.label
    ends: tuple[End, ...] = (*dataset.bodies, *dataset.instruments)
    for end in ends:
        for term in (end.name.th, end.name.en, *end.aliases):
            yield end.id, term
    for organization in dataset.organizations:
        for term in (organization.name.th, organization.name.en):
            yield organization.id, term
        if organization.kind is NamedKind.MINISTRY:
            yield organization.id, f"{organization.short_names[1]} Ministry"
