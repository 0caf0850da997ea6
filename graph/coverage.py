"""How far the facts go: which words of a clause they take, and how many of each kind there are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.dataset import Dataset, given_words
from graph.model.nodes import Clause
from graph.model.text import collapse


@dataclass(frozen=True, slots=True)
class Covered:
    """A clause beside its facts: their number by kind, and its words cut where quotes begin."""

    clause: Clause
    facts: Counter[str]
    pieces: tuple[tuple[str, bool], ...]

    @property
    def quoted(self) -> int:
        """How many of its letters stand in a quote."""
        return sum(len(words) for words, cited in self.pieces if cited)


def covered(dataset: Dataset, clause: Clause) -> Covered:
    """Give a clause with its words marked where a fact quotes them.

    >>> from graph.seeds import load
    >>> data = load()
    >>> covered(data, data.clause("clause:2")).facts["Relationship"]
    4
    """
    cited = dataset.citations_of_clause.get(clause.id, ())
    facts = dict.fromkeys(fact for fact, _ in cited)
    quotes = {
        words
        for fact, citation in cited
        for words in (citation.quote, *(words for _, words in given_words(fact)))
    }
    return Covered(
        clause,
        Counter(type(fact).__name__ for fact in facts),
        tuple(_cut(collapse(clause.text.th), quotes)),
    )


def _cut(text: str, quotes: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Cut a text into stretches that are quoted and stretches that are not."""
    cited = [False] * len(text)
    for quote in quotes:
        at = text.find(quote)
        while at >= 0:
            cited[at : at + len(quote)] = [True] * len(quote)
            at = text.find(quote, at + len(quote))
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or cited[at] != cited[start]:
            yield text[start:at], cited[start]
            start = at
