"""What a request asks with: one version of the dataset, to its last field."""

from typing import TypeVar

from graph.dataset import Dataset
from graph.questions.base import Question
from graph.stores.base import Version

R = TypeVar("R")
A = TypeVar("A")


class Context:
    """Asks the version that was current when the request came, and no other."""

    def __init__(self, version: Version) -> None:
        """Take the version pinned for the request."""
        self.version = version
        self.dataset: Dataset = version.dataset

    @property
    def is_stale(self) -> bool:
        """Whether anything was answered from memory, the store not having answered in time."""
        return self.version.is_stale

    async def ask(self, question: Question[R, A]) -> A:
        """Have the store find the rows and judge them."""
        return question.judge(self.dataset, await self.version.find(question))
