"""The clauses as passages: which of them speak of what a question speaks of?"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.asking.lexicon import Lexicon, Spot
from graph.asking.words import features, fold
from graph.dataset import Dataset
from graph.model.nodes import Action, Body, Clause, Instrument, NoFact

# How much a concept that the lexicon knows weighs against a word or a piece of Thai.
CONCEPT = 3.0
# How much the words around a passage weigh: of its place and of what it is a part of.
AROUND = 0.4
# What a longer one says it does not say of its parts.
_SHORT = 200
_SATURATION, _LENGTH = 1.2, 0.4
# Of these the text says nothing by itself.
_SILENT = (NoFact.TABLE_HEAD, NoFact.CONTENTS)


@dataclass(frozen=True, slots=True)
class Found:
    """A clause with how well it fits: its score, and the share of the question it speaks of."""

    clause: Clause
    score: float
    share: float


class Passages:
    """An index of the clauses by the words and the concepts in them, Thai and English."""

    def __init__(self, dataset: Dataset, lexicon: Lexicon) -> None:
        """Index every clause that says something."""
        self._lexicon = lexicon
        self._clauses = [each for each in dataset.clauses if each.no_fact not in _SILENT]
        # The same words stand around many passages; they are cut up once.
        cut: dict[str, Counter[str]] = {}
        counted = [self._counted(dataset, clause, cut) for clause in self._clauses]
        lengths = [sum(each.values()) for each in counted]
        mean = sum(lengths) / max(1, len(lengths))
        # By feature, the passages that have it and how well; in arrays, for there are many.
        self._postings: dict[str, tuple[array[int], array[float]]] = {}
        for number, (counts, length) in enumerate(zip(counted, lengths, strict=True)):
            norm = 1 - _LENGTH + _LENGTH * length / mean
            for feature, count in counts.items():
                if feature not in self._postings:
                    self._postings[feature] = (array("H"), array("f"))
                numbers, weights = self._postings[feature]
                numbers.append(number)
                weights.append(count * (_SATURATION + 1) / (count + _SATURATION * norm))
        many = len(self._clauses)
        self._rarity = {
            feature: math.log(1 + (many - len(numbers) + 0.5) / (len(numbers) + 0.5))
            for feature, (numbers, _) in self._postings.items()
        }
        self._unknown = math.log(1 + many)

    def search(
        self, folded: str, spots: Iterable[Spot], boosts: Iterable[tuple[str, float]] = ()
    ) -> list[Found]:
        """Find the passages that fit, best first.

        `boosts` are beginnings of ids with what a passage's score is multiplied by.
        """
        asked = self.weights(folded, spots)
        total = sum(asked.values())
        if not total:
            return []
        scores: dict[int, float] = defaultdict(float)
        shares: dict[int, float] = defaultdict(float)
        for feature, weight in asked.items():
            for number, fit in zip(*self._postings.get(feature, ((), ())), strict=True):
                scores[number] += weight * fit
                shares[number] += weight * min(1.0, fit)
        boosts = tuple(boosts)
        found = []
        for number, score in scores.items():
            clause = self._clauses[number]
            for beginning, factor in boosts:
                if clause.id.startswith(beginning):
                    score *= factor
            found.append((score, -number))
        found.sort(reverse=True)
        return [Found(self._clauses[-at], score, shares[-at] / total) for score, at in found[:12]]

    def speaks_of(self, clause: Clause, concept: str) -> bool:
        """Tell whether a passage has words for a concept."""
        numbers, _ = self._postings.get(concept, ((), ()))
        return any(self._clauses[number] is clause for number in numbers)

    def weights(self, folded: str, spots: Iterable[Spot]) -> dict[str, float]:
        """Give what a question speaks of, each with how much it tells: rare things tell more."""
        asked: dict[str, float] = {}
        text = list(folded)
        for spot in spots:
            concepts = [name for name in spot.concepts if _carries(name)]
            for concept in concepts:
                asked[concept] = CONCEPT * self._rarity.get(concept, 0.0) / len(concepts)
            if not concepts:
                text[spot.start : spot.end] = " " * (spot.end - spot.start)
        for feature in features("".join(text)):
            thai = not feature.isascii()
            rarity = self._rarity.get(feature, self._unknown)
            asked[feature] = rarity * (0.35 if thai else 1.0)
        return asked

    def _counted(
        self, dataset: Dataset, clause: Clause, cut: dict[str, Counter[str]]
    ) -> dict[str, float]:
        counts: dict[str, float] = defaultdict(float)

        def add(words: str, weight: float) -> None:
            if words not in cut:
                cut[words] = self._cut(words)
            for feature, count in cut[words].items():
                counts[feature] += weight * count

        for words in (clause.text.th, clause.text.en, *_told(dataset, clause)):
            add(words, 1.0)
        above: Clause | None = clause
        while above:
            add(above.name.th, AROUND)
            add(above.name.en, AROUND)
            above = above.parent
            if above and len(above.text.th) < _SHORT:
                add(above.text.th, AROUND)
                add(above.text.en, AROUND)
        return counts

    def _cut(self, words: str) -> Counter[str]:
        folded = fold(words)
        found = Counter(features(folded))
        for spot in self._lexicon.spots(folded):
            found.update(name for name in spot.concepts if _carries(name))
        return found


def _carries(concept: str) -> bool:
    """Tell whether a concept says what a question is about, and not how it asks."""
    return not concept.startswith(("filler:", "outside:", "code:", "activity:"))


def _told(dataset: Dataset, clause: Clause) -> Iterator[str]:
    """Give what the facts add to a clause's own words: the names of those it speaks of."""
    for fact, _ in dataset.citations_of_clause.get(clause.id, ()):
        match fact:
            case Body() | Instrument():
                yield fact.name.en
            case Action():
                for charge in fact.responsible:
                    yield charge.body.name.th
                    yield charge.body.name.en
