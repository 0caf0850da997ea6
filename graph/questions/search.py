"""What in the guideline holds these words, in Thai or in English?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from graph.dataset import Dataset
from graph.errors import BadArgument
from graph.model.answers import Hit, Search, Slice
from graph.model.text import Text, key, thai_digits
from graph.property_graph import kind_of, names_of
from graph.questions.base import Graph, IdRow, Question, check_first

LONGEST = 200


class SearchKind(Enum):
    """What to look among: the labels of what has words of its own, what a reader means first."""

    ACTIVITY = "Activity"
    BODY = "Body"
    INSTRUMENT = "Instrument"
    COLUMN = "Column"
    RULE = "Rule"
    PROVISION = "Provision"
    ORGANIZATION = "NamedOrganization"
    CLAUSE = "Clause"
    READING = "Reading"


@dataclass(frozen=True, slots=True)
class SearchFor(Question[IdRow, Search]):
    """Ask for what holds all of some words: activities, bodies, rules, clauses and others."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    after: str | None
    first: int

    stem: ClassVar[str] = "search"
    row: ClassVar[type] = IdRow

    @classmethod
    def of(
        cls, dataset: Dataset, text: str, kinds: Sequence[SearchKind], first: int, after: str | None
    ) -> "SearchFor":
        """Read the arguments. Raises BadArgument for no words, too many, or a bad page."""
        check_first(first)
        words = tuple(key(text).split())
        if not words or len(text) > LONGEST:
            raise BadArgument(
                "text",
                text,
                Text(
                    f"๑ ถึง {thai_digits(LONGEST)} ตัวอักษร และมีคำอย่างน้อยหนึ่งคำ",
                    f"1 to {LONGEST} characters with a word in them",
                ),
            )
        return cls(
            words, tuple(kind.value for kind in dict.fromkeys(kinds or SearchKind)), after, first
        )

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find the nodes whose names or text hold every word."""
        for label in self.labels:
            for identity in graph.labelled(label):
                text = graph.properties(identity)["search"]
                if all(word in text for word in self.words):
                    yield IdRow(identity)

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> Search:
        """Put the nearest first: the very name, then its beginning, then anywhere."""
        phrase = " ".join(self.words)
        hits = [self._hit(dataset, phrase, row.id) for row in rows]
        hits.sort(key=lambda hit: (hit.rank, _order(hit), dataset.position[hit.node.id]))
        start = 0
        if self.after is not None:
            ids = [hit.node.id for hit in hits]
            if self.after not in ids:
                raise BadArgument("after", self.after, "a cursor of this search")
            start = ids.index(self.after) + 1
        shown = tuple(hits[start : start + self.first])
        more = start + len(shown) < len(hits)
        suggestions = () if hits else dataset.suggestions(phrase)
        return Search(Slice(shown, len(hits), more, start > 0), suggestions)

    def _hit(self, dataset: Dataset, phrase: str, identity: str) -> Hit:
        node = dataset.nodes[identity]
        ranked = [(_rank(key(name), phrase, self.words), name) for name in names_of(node)]
        rank, matched = min(ranked, key=lambda each: each[0])
        return Hit(node, matched, rank)


def _rank(name: str, phrase: str, words: Sequence[str]) -> int:
    if name == phrase:
        return 0
    if name.startswith(phrase):
        return 1
    if phrase in name:
        return 2
    return 3 if all(word in name for word in words) else 4


def _order(hit: Hit) -> int:
    return list(SearchKind).index(SearchKind(kind_of(hit.node).label))
