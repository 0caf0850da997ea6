"""Neo4j over TLS, as the scheme of its address says: a real server with a certificate of ours."""

from collections.abc import Iterator

import pytest
import trustme
from starlette.testclient import TestClient
from typer.testing import CliRunner

from app.cli import app
from app.main import create_app
from app.settings import Settings
from graph.stores.neo4j.store import Neo4jStore
from tests.neo4j.server import Certificate, Server, running
from tests.stores.fixtures import NO_NET

pytestmark = pytest.mark.slow

HEADLINE = """{ whoHolds(code: ACCOUNTABLE, activity: "cyber security", level: DEPARTMENT) {
    outcome heldElsewhere { body { id } } } }"""
UNTRUSTED = "The certificate that Neo4j shows is not trusted here (STORE_URL): "


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """An authority that nobody knows but who is told of it."""
    return trustme.CA()


@pytest.fixture(scope="module")
def server(authority: trustme.CA) -> Iterator[Server]:
    """A server that speaks TLS only, under its number and under no name."""
    issued = authority.issue_cert("127.0.0.1")
    chain = b"".join(each.bytes() for each in issued.cert_chain_pems)
    with running(certificate=Certificate(issued.private_key_pem.bytes(), chain)) as started:
        yield started


@pytest.fixture
def known(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The authority is one of those that this machine trusts."""
    with authority.cert_pem.tempfile() as path:
        monkeypatch.setenv("SSL_CERT_FILE", path)
        yield


@pytest.fixture(autouse=True)
def settings(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of an operator."""
    monkeypatch.setenv("STORE_URL", server.uri)
    monkeypatch.setenv("STORE_PASSWORD", server.password)
    monkeypatch.delenv("STORE_PASSWORD_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)


def load(url: str) -> tuple[int, str]:
    """Load over an address; give how it ended, and what it said."""
    result = CliRunner().invoke(app, ["load", "--to", url])
    return result.exit_code, result.output


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_load_and_service_speak_tls_with_who_is_vouched_for(
    server: Server, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{scheme}://127.0.0.1:{server.port}"
    code, said = load(url)
    assert code == 0, said
    monkeypatch.setenv("STORE_URL", url)
    store = Neo4jStore(Settings().store.link, NO_NET)
    with TestClient(create_app(Settings(), store)) as client:
        answer = client.post("/graphql", json={"query": HEADLINE}).json()["data"]["whoHolds"]
        assert answer["outcome"] == "NOBODY"
        assert [each["body"]["id"] for each in answer["heldElsewhere"]] == [
            "organization:dg-committee",
            "organization:de-committee",
        ]


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_who_is_vouched_for_by_nobody_known_is_told_so(server: Server, scheme: str) -> None:
    code, said = load(f"{scheme}://127.0.0.1:{server.port}")
    assert code == 4
    assert said.startswith(UNTRUSTED)
    assert said.count("\n") == 1


@pytest.mark.usefixtures("known")
def test_who_is_vouched_for_under_another_name_is_told_so(server: Server) -> None:
    code, said = load(f"neo4j+s://localhost:{server.port}")
    assert (code, said.startswith(UNTRUSTED)) == (4, True), said


def test_a_service_says_why_it_does_not_trust_neo4j(server: Server) -> None:
    with TestClient(create_app(Settings())) as client:
        ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ready.json()["reason"].startswith(UNTRUSTED)


@pytest.mark.parametrize("scheme", ["neo4j+ssc", "bolt+ssc"])
def test_any_certificate_will_do_where_one_says_so(server: Server, scheme: str) -> None:
    code, said = load(f"{scheme}://127.0.0.1:{server.port}")
    assert code == 0, said


def test_a_server_of_tls_only_gives_nothing_without(server: Server) -> None:
    code, said = load(f"neo4j://127.0.0.1:{server.port}")
    assert (code, said) == (4, "Neo4j cannot be reached (STORE_URL).\n")
