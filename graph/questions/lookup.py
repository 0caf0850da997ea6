"""One activity, body, clause or any node by its name: found, or refused with the nearest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar, cast

from graph.dataset import Dataset
from graph.errors import UnknownName
from graph.model.nodes import Activity, Body, Clause, Instrument, NamedOrganization, Node
from graph.questions.base import Graph, IdRow, Question

N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Lookup(Question[IdRow, N], Generic[N]):
    """Ask for one node; what people call it is read by `of`, the store is asked by id."""

    id: str

    row: ClassVar[type] = IdRow
    # The label of what is asked for; none means any.
    label: ClassVar[str | None] = None

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find it by its id."""
        found = graph.label(self.id)
        if found is not None and self.label in (None, found):
            yield IdRow(self.id)

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> N:
        """Give the node. Raises UnknownName where the store has none of this id."""
        if not rows:
            raise UnknownName("node", self.id, dataset.nearest_ids(self.id))
        return cast(N, dataset.nodes[rows[0].id])


class OneActivity(Lookup[Activity]):
    """Ask for one activity by number, id, name or topic."""

    stem: ClassVar[str] = "activity"
    label: ClassVar[str | None] = "Activity"

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneActivity":
        """Read what was asked. Raises UnknownName, AmbiguousName."""
        return cls(dataset.activity(asked).id)


class OneBody(Lookup[Body]):
    """Ask for one body by id, name or abbreviation."""

    stem: ClassVar[str] = "body"
    label: ClassVar[str | None] = "Body"

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneBody":
        """Read what was asked. Raises UnknownName, AmbiguousName."""
        return cls(dataset.body(asked).id)


class OneInstrument(Lookup[Instrument]):
    """Ask for one course, register or other instrument by id or name."""

    stem: ClassVar[str] = "instrument"
    label: ClassVar[str | None] = "Instrument"

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneInstrument":
        """Read what was asked. Raises UnknownName, AmbiguousName."""
        return cls(dataset.instrument(asked).id)


class OneClause(Lookup[Clause]):
    """Ask for one clause by id or by the place as citations print it."""

    stem: ClassVar[str] = "clause"
    label: ClassVar[str | None] = "Clause"

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneClause":
        """Read what was asked. Raises UnknownName."""
        return cls(dataset.clause(asked).id)


class OneOrganization(Lookup[NamedOrganization]):
    """Ask for one ministry, department, agency or province by name or abbreviation."""

    stem: ClassVar[str] = "organization"
    label: ClassVar[str | None] = "NamedOrganization"

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneOrganization":
        """Read what was asked. Raises UnknownName, AmbiguousName."""
        return cls(dataset.organization(asked).id)


class OneNode(Lookup[Node]):
    """Ask for any node by its id."""

    stem: ClassVar[str] = "node"

    @classmethod
    def of(cls, dataset: Dataset, asked: str) -> "OneNode":
        """Read the id. Raises UnknownName."""
        if asked not in dataset.nodes:
            raise UnknownName("node", asked, dataset.nearest_ids(asked))
        return cls(asked)
