"""What the tests share: the real dataset, the embedded store, and the application in memory."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from graph.dataset import Dataset
from graph.seeds import load
from graph.stores.networkx_store import NetworkxStore

pytest_plugins = ["tests.neo4j.fixtures", "tests.stores.fixtures"]

settings.register_profile("all", deadline=None, derandomize=True)
settings.load_profile("all")

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The dataset of the seeds in this checkout."""
    return load()


@pytest.fixture(scope="session")
def store(dataset: Dataset) -> NetworkxStore:
    """The embedded store."""
    return NetworkxStore(dataset)


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """The application, its lifespan running."""
    with TestClient(create_app(Settings()), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def ask(client: TestClient) -> Ask:
    """Put a GraphQL document to the application and give the whole answer."""

    def put(document: str, **variables: Any) -> dict[str, Any]:
        answer = client.post("/graphql", json={"query": document, "variables": variables})
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body

    return put


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """In CI nothing may be skipped; elsewhere what was left out is named."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI") == "true":
        terminalreporter.section("skipped in CI, where nothing may be")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Make a skip in CI a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
