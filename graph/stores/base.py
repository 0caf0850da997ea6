"""What a store is: it finds the rows of a question in one version of the dataset."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from graph.dataset import Dataset
from graph.questions.base import Question

R = TypeVar("R")
A = TypeVar("A")


class Version(Protocol):
    """One version of the dataset, pinned for the length of one request."""

    @property
    def dataset(self) -> Dataset:
        """All facts of the version."""

    @property
    def is_stale(self) -> bool:
        """Whether an answer came from memory because the store did not give it in time."""

    async def find(self, question: Question[R, A]) -> Sequence[R]:
        """Find the rows of a question. Raises StoreUnavailable when nothing can answer."""


@dataclass(frozen=True, slots=True)
class Health:
    """How a store is: the current version if it can answer, and what is wrong if anything is.

    `live` and `from_memory` count the questions answered so and so since the start.
    """

    store: str
    version: str
    is_stale: bool = False
    reason: str = ""
    live: int = 0
    from_memory: int = 0


class Store(Protocol):
    """Holds the dataset in one or more versions, of which one is current."""

    async def open(self) -> None:
        """Begin; a store that cannot answer yet goes on trying. Called once."""

    async def close(self) -> None:
        """End, and leave nothing open."""

    def version(self) -> Version:
        """Pin the current version. Raises StoreUnavailable, with the reason, without one."""

    @property
    def health(self) -> Health:
        """Say how the store is, without asking it anything."""
