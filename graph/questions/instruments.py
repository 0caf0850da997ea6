"""Which courses, registers, guidelines and other instruments does the guideline name?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.model.nodes import Instrument, InstrumentForm
from graph.questions.base import Graph, Listing


@dataclass(frozen=True, slots=True)
class Instruments(Listing[Instrument]):
    """Ask for the instruments, all or of one form."""

    form: InstrumentForm | None = None

    stem: ClassVar[str] = "instruments"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the instruments of that form."""
        for identity, position in graph.placed(graph.labelled("Instrument")):
            if self.form is None or graph.properties(identity)["form"] == self.form.value:
                yield identity, position
