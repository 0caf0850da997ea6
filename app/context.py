"""What a request asks with: one version of the dataset, to its last field."""

from typing import TypeVar

from app.unanswered import Unanswered
from graph.asking.ask import answer
from graph.dataset import Dataset
from graph.model.answers import Answer
from graph.questions.base import Question
from graph.stores.base import Version

R = TypeVar("R")
A = TypeVar("A")


class Context:
    """Asks the version that was current when the request came, and no other."""

    def __init__(self, version: Version, unanswered: Unanswered | None = None) -> None:
        """Take the version pinned for the request, and where unanswered questions are kept."""
        self.version = version
        self.unanswered = unanswered
        self.dataset: Dataset = version.dataset

    @property
    def is_stale(self) -> bool:
        """Whether anything was answered from memory, the store not having answered in time."""
        return self.version.is_stale

    async def ask(self, question: Question[R, A]) -> A:
        """Have the store find the rows and judge them."""
        return question.judge(self.dataset, await self.version.find(question))

    async def answer(self, question: str, language: str | None = None) -> Answer:
        """Answer a question as a person says it, in its own language unless one is named."""
        found = await answer(self.dataset, self.ask, question, language)
        if self.unanswered is not None:
            await self.unanswered.add(question, found.kind)
        return found
