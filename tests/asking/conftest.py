"""What the tests of questions in sentences share: answers of the embedded store."""

import asyncio
from collections.abc import Callable

import pytest

from app.context import Context
from graph.dataset import Dataset
from graph.model.answers import Answer
from graph.stores.networkx_store import NetworkxStore

Say = Callable[..., Answer]


@pytest.fixture(scope="session")
def say(dataset: Dataset, store: NetworkxStore) -> Say:
    """Ask a question and give the answer."""

    def put(question: str, language: str | None = None) -> Answer:
        return asyncio.run(Context(store).answer(question, language))

    return put
