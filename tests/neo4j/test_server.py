"""A real Neo4j server: it answers, forgets nothing when killed, and leaves nothing behind."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j import GraphDatabase, unit_of_work
from neo4j.exceptions import ClientError, DatabaseError, ServiceUnavailable

from tests.neo4j import folders
from tests.neo4j.fixtures import named
from tests.neo4j.server import Address, Server, running
from tests.neo4j.trouble import NoServer

pytestmark = pytest.mark.slow


@pytest.fixture
def driver(spare_neo4j: Server) -> Iterator[neo4j.Driver]:
    """A driver that gives up soon."""
    with drive(spare_neo4j) as opened:
        yield opened


def drive(server: Address) -> neo4j.Driver:
    """Make a driver that gives up soon."""
    return GraphDatabase.driver(
        server.uri,
        auth=(server.user, server.password),
        connection_timeout=1,
        connection_acquisition_timeout=2,
        max_transaction_retry_time=0.1,
    )


def ask(driver: neo4j.Driver, statement: str, **parameters: object) -> object:
    """The one value that a statement gives."""
    [[value]] = driver.execute_query(statement, parameters, database_="neo4j").records
    return value


def test_the_driver_is_not_hidden_by_the_package_of_the_tests() -> None:
    assert hasattr(neo4j, "GraphDatabase")
    assert Path(neo4j.__file__).parent != Path(__file__).parent


def test_the_server_of_the_run_answers(neo4j_server: Address) -> None:
    with drive(neo4j_server) as driver:
        found = driver.execute_query("RETURN 1", database_=neo4j_server.database)
    assert [record.values() for record in found.records] == [[1]]


def test_both_addresses_answer(spare_neo4j: Server) -> None:
    for uri in (spare_neo4j.uri, spare_neo4j.bolt_uri):
        with GraphDatabase.driver(uri, auth=("neo4j", spare_neo4j.password)) as driver:
            assert ask(driver, "RETURN 1") == 1


def test_it_is_the_community_edition_of_the_pom(driver: neo4j.Driver) -> None:
    statement = "CALL dbms.components() YIELD versions, edition RETURN edition + ' ' + versions[0]"
    assert ask(driver, statement) == "community 5.26.16"


def test_the_log_has_what_it_was_asked(spare_neo4j: Server, driver: neo4j.Driver) -> None:
    @unit_of_work(metadata={"question": "who_holds"}, timeout=5)
    def look(transaction: neo4j.ManagedTransaction) -> None:
        transaction.run("MATCH (n {name: $name})\nRETURN n", name="ก.พ.").consume()

    with driver.session(database="neo4j") as session:
        session.execute_read(look)
    assert "MATCH (n {name: $name})\nRETURN n" in spare_neo4j.query_log.read_text(encoding="utf-8")
    last = spare_neo4j.statements[-1]
    assert last.text == "MATCH (n {name: $name})\nRETURN n"
    assert last.parameters == 'name -> String("ก.พ.")'
    assert (last.mode, last.database, last.timeout) == ("READ", "neo4j", "PT5S")
    assert last.metadata == {"question": "who_holds"}


def test_no_log_has_the_password(spare_neo4j: Server, driver: neo4j.Driver) -> None:
    ask(driver, "RETURN 1")
    for log in (spare_neo4j.home / "logs").iterdir():
        assert spare_neo4j.password not in log.read_text(encoding="utf-8")


def test_a_write_in_a_read_session_is_refused(driver: neo4j.Driver) -> None:
    with (
        driver.session(database="neo4j", default_access_mode=neo4j.READ_ACCESS) as session,
        pytest.raises(ClientError, match="Writing in read access mode not allowed"),
    ):
        session.run("CREATE (:Never)").consume()
    assert ask(driver, "MATCH (n:Never) RETURN count(n)") == 0


def test_a_killed_server_has_its_data_when_restarted(spare_neo4j: Server) -> None:
    with drive(spare_neo4j) as driver:
        driver.execute_query("CREATE (:Kept {name: 'ก.พ.'})", database_="neo4j")
        before = spare_neo4j.pid
        spare_neo4j.kill()
        with pytest.raises(ServiceUnavailable):
            driver.execute_query("RETURN 1", database_="neo4j")
        spare_neo4j.restart()
        assert spare_neo4j.pid != before
        assert ask(driver, "MATCH (n:Kept) RETURN n.name") == "ก.พ."


def test_a_frozen_server_says_nothing_until_it_is_thawed(spare_neo4j: Server) -> None:
    spare_neo4j.freeze()
    try:
        with drive(spare_neo4j) as driver, pytest.raises(ServiceUnavailable):
            driver.execute_query("RETURN 1", database_="neo4j")
    finally:
        spare_neo4j.thaw()
    with drive(spare_neo4j) as driver:
        assert ask(driver, "RETURN 1") == 1


def test_a_full_disk_fails_the_write_and_a_restart_has_what_was_committed(
    spare_neo4j: Server,
) -> None:
    with drive(spare_neo4j) as driver:
        driver.execute_query("CREATE (:Before)", database_="neo4j")
        spare_neo4j.limit_files(0)
        with pytest.raises(DatabaseError) as failed:
            driver.execute_query("CREATE (:After)", database_="neo4j")
        assert failed.value.code == "Neo.DatabaseError.Transaction.TransactionLogError"
        with pytest.raises(DatabaseError, match="needs to be restarted"):
            ask(driver, "MATCH (n:Before) RETURN count(n)")
        spare_neo4j.unlimit_files()
        spare_neo4j.restart()
        assert ask(driver, "MATCH (n:Before) RETURN count(n)") == 1
        assert ask(driver, "MATCH (n:After) RETURN count(n)") == 0


def test_nothing_is_left_of_a_server_even_frozen_and_after_an_error() -> None:
    def freeze_and_fail() -> None:
        server.freeze()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), running() as server:
        freeze_and_fail()
    assert not folders.command_of(server.pid)
    assert not server.home.exists()


def test_a_server_that_cannot_start_says_why_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.neo4j.server.SETTINGS", "no.such.setting={port}\n")
    before = set(Path(tempfile.gettempdir()).glob(f"{folders.PREFIX}*"))
    with pytest.raises(NoServer, match=r"no\.such\.setting"), running():
        pass
    assert set(Path(tempfile.gettempdir()).glob(f"{folders.PREFIX}*")) == before


def test_a_port_that_is_taken_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NoServer, match=f"Port {port} cannot be had"), running(port):
            pass


def test_a_named_server_that_does_not_answer_is_an_error_with_a_remedy() -> None:
    with pytest.raises(NoServer, match=r"does not answer user neo4j [^$]*unset NEO4J_TEST_URI"):
        named("bolt://127.0.0.1:1")


def test_a_named_server_is_taken(spare_neo4j: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_TEST_PASSWORD", spare_neo4j.password)
    server = named(spare_neo4j.bolt_uri)
    assert (server.user, server.database) == ("neo4j", "neo4j")
    assert os.environ["NEO4J_TEST_PASSWORD"] == server.password
