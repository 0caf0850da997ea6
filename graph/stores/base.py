"""What a store is: it finds the rows of a question in one version of the dataset."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from graph.dataset import Dataset
from graph.questions.base import Question

R = TypeVar("R")
A = TypeVar("A")


class Store(Protocol):
    """Holds a dataset and finds rows in it. Raises StoreUnavailable when it does not answer."""

    @property
    def dataset(self) -> Dataset:
        """The dataset of the version that answers."""

    async def find(self, question: Question[R, A]) -> Sequence[R]:
        """Find the rows of a question."""
