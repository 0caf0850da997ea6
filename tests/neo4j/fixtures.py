"""Neo4j servers as pytest fixtures. One that cannot be had is a failure, never a skip."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j.server import Address, Server, running
from tests.neo4j.trouble import NoServer


@dataclass(frozen=True)
class Named:
    """A server that the environment names."""

    uri: str
    user: str
    password: str
    database: str


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Address]:
    """The one server of a test run: our own, or the one NEO4J_TEST_URI names."""
    if uri := os.environ.get("NEO4J_TEST_URI"):
        yield named(uri)
        return
    with running() as server:
        yield server


@pytest.fixture(scope="module")
def spare_neo4j() -> Iterator[Server]:
    """A server of our own for tests that kill, freeze or starve one, or read what it was asked."""
    with running() as server:
        yield server


def named(uri: str) -> Named:
    """Give the named server, if it answers."""
    server = Named(
        uri=uri,
        user=os.environ.get("NEO4J_TEST_USER", "neo4j"),
        password=os.environ.get("NEO4J_TEST_PASSWORD", ""),
        database=os.environ.get("NEO4J_TEST_DATABASE", "neo4j"),
    )
    try:
        with (
            GraphDatabase.driver(uri, auth=(server.user, server.password)) as driver,
            # Not by execute_query, which would try again for half a minute.
            driver.session(database=server.database) as session,
        ):
            session.run("RETURN 1").consume()
    except (DriverError, Neo4jError, ValueError) as trouble:
        raise NoServer(
            f"NEO4J_TEST_URI names {uri}, which does not answer user {server.user} for database "
            f"{server.database}: {trouble}\nStart it, correct NEO4J_TEST_USER, _PASSWORD and "
            "_DATABASE, or unset NEO4J_TEST_URI to have a server started."
        ) from trouble
    return server
