"""What comes back: the kind of answer, the words, what it names, its sources, other readings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.model.answers import Answer, AnswerKind, Understood
from graph.model.nodes import Assignment, Citation, Node, Relationship
from graph.model.text import Text


@dataclass
class Draft:
    """An answer being written: whatever plan writes it, it is finished in one way."""

    kind: AnswerKind
    lines: list[Text] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    activities: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    asked_cells: list[Assignment] = field(default_factory=list)
    facts: list[Node] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    alternatives: list[Text] = field(default_factory=list)

    def say(self, thai: str, english: str) -> None:
        """Add a line."""
        self.lines.append(Text(thai, english))

    def cite(self, citations: Iterable[Citation]) -> None:
        """Add sources."""
        self.citations.extend(citations)

    def finished(self, thai: bool, understood: Understood | None) -> Answer:
        """Give the answer in one language, each thing once."""
        told: dict[str, None] = {}
        length = 0
        for line in self.lines:
            words = line.th if thai else line.en
            if words and words not in told and (not told or length + len(words) < LONGEST):
                told[words] = None
                length += len(words)
        cited = {(each.place, each.quote): each for each in self.citations}
        other = dict.fromkeys((each.th if thai else each.en) for each in self.alternatives)
        return Answer(
            kind=self.kind,
            text="\n".join(told),
            understood_as=understood,
            columns=tuple(dict.fromkeys(self.columns)),
            activities=tuple(dict.fromkeys(self.activities)),
            codes=tuple(dict.fromkeys(self.codes)),
            asked_cells=tuple(dict.fromkeys(self.asked_cells)),
            facts=tuple(dict.fromkeys(self.facts))[:MOST_FACTS],
            relationships=tuple(dict.fromkeys(self.relationships))[:MOST_FACTS],
            citations=tuple(cited.values())[:MOST_CITATIONS],
            alternatives=tuple(other)[:MOST_ALTERNATIVES],
        )


# An answer longer than this is no answer; what is left out stands in the citations.
LONGEST = 4_500
MOST_FACTS = 65
MOST_CITATIONS = 14
MOST_ALTERNATIVES = 6


def joined(names: Sequence[str], thai: bool) -> str:
    """Join names as a sentence does.

    >>> joined(["MCIO", "DCIO", "PCIO"], thai=False)
    'MCIO, DCIO and PCIO'
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {'และ' if thai else 'and'} {names[-1]}"
