"""What a request asks with: one store and one version of the dataset, to its last field."""

from typing import TypeVar

from graph.dataset import Dataset
from graph.questions.base import Question
from graph.stores.base import Store

R = TypeVar("R")
A = TypeVar("A")


class Context:
    """Pins the dataset's version for one request."""

    def __init__(self, store: Store) -> None:
        """Take the version the store answers from now."""
        self.store = store
        self.dataset: Dataset = store.dataset

    async def ask(self, question: Question[R, A]) -> A:
        """Have the store find the rows and judge them."""
        return question.judge(self.dataset, await self.store.find(question))
