"""Loading over the command line, as an operator does: what it prints, and how it ends."""

import re
import shutil
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from graph.dataset import Dataset
from graph.seeds import SHIPPED, load
from graph.stores.neo4j.schema import ANY
from graph.stores.neo4j.versions import Content, Versions
from tests.neo4j.server import Server
from tests.served import free_port
from tests.stores.fixtures import link_to

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parents[2] / "docs"
run = CliRunner()
EVERY = (["load"], ["load", "--dry-run"], ["versions"], ["rollback"])


@pytest.fixture(autouse=True)
def settings(spare_neo4j: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of an operator who has Neo4j, and nobody to wait for."""
    for name in ("STORE_KEEP_PREVIOUS", "STORE_PASSWORD_FILE", "STORE_DATABASE", "RACI_SEEDS"):
        monkeypatch.delenv(name, raising=False)
    # What would make a terminal of what is none.
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STORE_URL", spare_neo4j.uri)
    monkeypatch.setenv("STORE_USER", spare_neo4j.user)
    monkeypatch.setenv("STORE_PASSWORD", spare_neo4j.password)
    monkeypatch.setenv("STORE_GRACE_SECONDS", "0")


@pytest.fixture
def loaded(spare_neo4j: Server, dataset: Dataset) -> Server:
    """The server with the guideline as its one version."""
    with link_to(spare_neo4j).open_for_loading() as driver:
        Versions(driver, spare_neo4j.database).load(Content.of(dataset))
    return spare_neo4j


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seeds in which one gloss is another."""
    seeds = Path(shutil.copytree(SHIPPED, tmp_path_factory.mktemp("changed") / "seeds"))
    path = seeds / "clauses.csv"
    text = path.read_text("utf-8")
    gloss = "(Cabinet resolution of 26 November 2019)"
    assert text.count(gloss) == 1
    path.write_text(text.replace(gloss, "(Resolved by the Cabinet on 26 November 2019)"), "utf-8")
    return seeds


@pytest.fixture(scope="module")
def other(changed: Path) -> str:
    """The version of the changed seeds."""
    return load(changed).version


def raci(server: Server, *words: str, **environment: str) -> Result:
    """Run a command; it may fail, and never with a trace or the password in what it prints."""
    result = run.invoke(app, [*words], env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    for secret in (server.password, environment.get("STORE_PASSWORD"), "geheim"):
        assert not secret or secret not in result.output
    assert "Traceback" not in result.output
    return result


def done(server: Server, *words: str, **environment: str) -> str:
    """Run a command that does what it is asked; give what it printed."""
    result = raci(server, *words, **environment)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def fails(server: Server, code: int, *words: str, **environment: str) -> str:
    """Run a command that fails with a code and one line; give the line."""
    result = raci(server, *words, **environment)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.endswith(".\n")
    assert result.stderr.count("\n") == 1
    return result.stderr.strip()


def test_an_empty_database_is_told_as_such_and_filled_by_the_first_load(
    spare_neo4j: Server, dataset: Dataset
) -> None:
    with link_to(spare_neo4j).open_for_loading() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=spare_neo4j.database)
    assert done(spare_neo4j, "versions") == "Neo4j holds no version yet. Run raci load.\n"
    assert fails(spare_neo4j, 5, "rollback").startswith("No previous version is kept.")
    told = done(spare_neo4j, "load", "--dry-run").splitlines()
    assert told[0] == f"A load would make version {dataset.version} current in place of none:"
    content = Content.of(dataset)
    assert told[1] == f"  new: {len(content.nodes) + len(content.edges)}"
    assert told[-2:] == ["  gone: 0", "  changed: 0"]
    assert len(told) < 30
    words = done(spare_neo4j, "load", "--to", spare_neo4j.uri, STORE_URL="")
    counts = f"{len(content.nodes)} nodes, {len(content.edges)} edges"
    assert words.startswith(f"Version {dataset.version} is current: {counts}, staged in ")


def test_the_same_seeds_again_load_nothing(loaded: Server, dataset: Dataset) -> None:
    before = len(loaded.statements)
    current = f"Version {dataset.version} is current already; "
    assert done(loaded, "load", "--dry-run") == f"{current}a load would write nothing.\n"
    assert done(loaded, "load") == f"{current}nothing was loaded.\n"
    assert {each.mode for each in loaded.statements[before:]} == {"READ"}


def test_a_dry_run_names_the_one_gloss_that_is_another_and_writes_nothing(
    loaded: Server, dataset: Dataset, changed: Path, other: str
) -> None:
    before = len(loaded.statements)
    told = done(loaded, "load", "--dry-run", "--seeds", str(changed))
    assert told.splitlines() == [
        f"A load would make version {other} current in place of {dataset.version}:",
        "  new: 0",
        "  gone: 0",
        "  changed: 1",
        "    title/p2",
    ]
    assert {each.mode for each in loaded.statements[before:]} == {"READ"}
    assert other not in done(loaded, "versions")


def test_a_terminal_shows_how_far_a_load_is(loaded: Server, changed: Path, other: str) -> None:
    shown = raci(loaded, "load", "--seeds", str(changed), TTY_COMPATIBLE="1")
    assert shown.exit_code == 0
    assert f"staging version {other}" in shown.stderr


def test_other_seeds_replace_the_version_before(
    loaded: Server, dataset: Dataset, changed: Path, other: str
) -> None:
    told = done(loaded, "load", "--seeds", str(changed)).splitlines()
    assert told[0] == f"Removed version {dataset.version}."
    assert told[1].startswith(f"Version {other} is current: ")
    _, *rows = done(loaded, "versions").splitlines()
    assert len(rows) == 1
    assert rows[0].split()[:2] == [other, "complete"]
    assert rows[0].split()[-1] == "current"
    assert fails(loaded, 5, "rollback").startswith("No previous version is kept.")
    assert gloss(loaded) == "(Resolved by the Cabinet on 26 November 2019)"


@pytest.mark.parametrize(
    ("words", "environment"), [(["--keep-previous"], {}), ([], {"STORE_KEEP_PREVIOUS": "true"})]
)
def test_a_version_that_is_kept_is_current_again_at_once(
    loaded: Server,
    dataset: Dataset,
    changed: Path,
    other: str,
    words: list[str],
    environment: dict[str, str],
) -> None:
    told = done(loaded, "load", "--seeds", str(changed), *words, **environment)
    assert "Removed" not in told
    assert roles(loaded) == [(other, "current"), (dataset.version, "previous")]
    begun = time.monotonic()
    assert done(loaded, "rollback") == f"Version {dataset.version} is current again.\n"
    assert time.monotonic() - begun < 3
    assert roles(loaded) == [(dataset.version, "current"), (other, "previous")]
    assert gloss(loaded, dataset.version) == "(Cabinet resolution of 26 November 2019)"
    assert done(loaded, "rollback") == f"Version {other} is current again.\n"
    # Without the setting a load of the same leaves the one version.
    assert f"Removed version {dataset.version}." in done(loaded, "load", "--seeds", str(changed))
    assert roles(loaded) == [(other, "current")]


def test_doctor_tells_which_version_neo4j_holds(loaded: Server, dataset: Dataset) -> None:
    found = raci(loaded, "doctor", RACI_PORT=str(free_port()))
    assert row(found, "store") == f"Neo4j, version {dataset.version} -"
    assert found.exit_code == 0, found.stdout
    away = raci(loaded, "doctor", STORE_URL=f"neo4j://127.0.0.1:{free_port()}")
    assert row(away, "store").startswith("Neo4j, no answer to be had Neo4j cannot be reached")
    assert away.exit_code == 1
    refused = raci(loaded, "doctor", STORE_USER="nobody", STORE_PASSWORD="no-such-word")
    assert row(refused, "store").startswith("Neo4j, no answer to be had Neo4j refuses the user")


def test_doctor_counts_the_nodes_of_no_version_and_the_page_tells_how_to_remove_them(
    loaded: Server, dataset: Dataset
) -> None:
    page = (DOCS / "deployment.md").read_text("utf-8")
    (listing,) = re.findall(r"^```cypher\n(.*?)\n```$", page, re.M | re.S)
    before, matched, _ = listing.rpartition("\nRETURN labels(n)")
    assert matched
    assert ANY in re.sub(r"\s", "", before)
    with link_to(loaded).open_for_loading() as driver:
        lost = "MATCH (n:Activity {number: 11}) REMOVE n.ds"
        driver.execute_query(lost, database_=loaded.database)
        driver.execute_query(
            "CREATE (:Body {name_en: 'Made up'}), (:Invoice {name: 'of another application'})",
            database_=loaded.database,
        )
        # The load puts back what is missing, and leaves alone what may be another's.
        assert f"Version {dataset.version} is current" in done(loaded, "load")
        found = raci(loaded, "doctor", RACI_PORT=str(free_port()), COLUMNS="200")
        words = f"Neo4j, version {dataset.version}, beside 2 nodes of no version"
        assert row(found, "store").startswith(words)
        assert found.exit_code == 1
        listed, _, _ = driver.execute_query(listing, database_=loaded.database)
        assert {each["labels"][0] for each in listed} == {"Activity", "Body"}
        driver.execute_query(f"{before}\nDETACH DELETE n", database_=loaded.database)
        # What has none of our labels is another's, and stays.
        others, _, _ = driver.execute_query(
            "MATCH (n:Invoice) DETACH DELETE n RETURN count(*) AS count", database_=loaded.database
        )
        assert others[0]["count"] == 1
    found = raci(loaded, "doctor", RACI_PORT=str(free_port()))
    assert row(found, "store") == f"Neo4j, version {dataset.version} -"


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_wrong_user_or_password_is_told_in_one_line(
    spare_neo4j: Server, words: list[str]
) -> None:
    # As another user each time: Neo4j locks out one who is refused three times in a row.
    user = f"user-{len(' '.join(words))}"
    line = fails(spare_neo4j, 4, *words, STORE_USER=user, STORE_PASSWORD="no-such-word")
    assert line == "Neo4j refuses the user or the password (STORE_USER, STORE_PASSWORD)."


@pytest.mark.parametrize(
    "environment",
    [{"STORE_PASSWORD": "no-such-word"}, {"STORE_PASSWORD": ""}],
    ids=["wrong", "none"],
)
def test_a_wrong_password_is_told_in_one_line(
    spare_neo4j: Server, environment: dict[str, str]
) -> None:
    line = fails(spare_neo4j, 4, "load", **environment)
    assert line == "Neo4j refuses the user or the password (STORE_USER, STORE_PASSWORD)."


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_wrong_database_is_told_in_one_line(spare_neo4j: Server, words: list[str]) -> None:
    line = fails(spare_neo4j, 4, *words, STORE_DATABASE="nowhere")
    assert line == "Neo4j has no database of this name (STORE_DATABASE)."


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_the_database_of_neo4j_itself_is_refused(spare_neo4j: Server, words: list[str]) -> None:
    line = fails(spare_neo4j, 2, *words, STORE_DATABASE="System")
    assert line.startswith('STORE_DATABASE is "System": it is Neo4j\'s own and holds no graph')


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+s", "bolt+ssc"])
def test_a_port_where_nobody_is_is_told_soon(
    spare_neo4j: Server, scheme: str, words: list[str]
) -> None:
    begun = time.monotonic()
    line = fails(spare_neo4j, 4, *words, "--to", f"{scheme}://127.0.0.1:{free_port()}")
    assert line == "Neo4j cannot be reached (STORE_URL)."
    assert time.monotonic() - begun < 5


def test_tls_to_a_server_without_it_is_told_in_one_line(spare_neo4j: Server) -> None:
    line = fails(spare_neo4j, 4, "versions", "--to", f"bolt+s://127.0.0.1:{spare_neo4j.port}")
    assert line == "Neo4j cannot be reached (STORE_URL)."


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://127.0.0.1:7474", "http://127.0.0.1:7474"),
        ("127.0.0.1:7687", "127.0.0.1:7687"),
        ("neo4j://", "neo4j://"),
        ("neo4j://127.0.0.1:port", "neo4j://127.0.0.1:port"),
        ("neo4j://127.0.0.1:65536", "neo4j://127.0.0.1:65536"),
        ("bolt://[::1", "bolt://[::1"),
        ("bolt://127.0.0.1:7687?policy=near", "bolt://127.0.0.1:7687?policy=near"),
        ("neo4j://neo4j:geheim@127.0.0.1:7687", "127.0.0.1:7687"),
        ("bolt://neo4j:ge@heim:geheim@127.0.0.1:7687", "127.0.0.1:7687"),
        ("http://neo4j:geheim@127.0.0.1:7474", "127.0.0.1:7474"),
    ],
)
@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_an_address_that_is_none_is_shown_without_a_password(
    spare_neo4j: Server, url: str, shown: str, words: list[str]
) -> None:
    for given in (
        fails(spare_neo4j, 2, *words, "--to", url),
        fails(spare_neo4j, 2, *words, STORE_URL=url),
    ):
        assert given.startswith(f'STORE_URL is "{shown}": allowed are neo4j://HOST:PORT, ')
        assert "STORE_PASSWORD" in given


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_without_an_address_a_command_says_how_to_give_one(
    spare_neo4j: Server, words: list[str]
) -> None:
    line = fails(spare_neo4j, 2, *words, STORE_URL="")
    assert line == "Say where Neo4j is: --to neo4j://HOST:7687, or STORE_URL."


def test_the_password_may_stand_in_a_file(loaded: Server, dataset: Dataset, tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text(f"{loaded.password}\n", "utf-8")
    given = {"STORE_PASSWORD": "", "STORE_PASSWORD_FILE": str(secret)}
    assert dataset.version in done(loaded, "versions", **given)
    # The file has the last word.
    given["STORE_PASSWORD"] = "no-such-word"
    assert dataset.version in done(loaded, "versions", **given)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_password_file_that_cannot_be_read_is_told_in_one_line(
    spare_neo4j: Server, words: list[str], tmp_path: Path
) -> None:
    binary, empty = tmp_path / "binary", tmp_path / "empty"
    binary.write_bytes(b"geheim\xff")
    empty.touch()
    for path, said in (
        (tmp_path / "missing", "there is no such file that can be read."),
        (tmp_path, "there is no such file that can be read."),
        (binary, "there is no such file that can be read."),
        (empty, "the file holds no password."),
    ):
        line = fails(spare_neo4j, 2, *words, STORE_PASSWORD_FILE=str(path))
        assert f"STORE_PASSWORD_FILE: {said}" in line


def roles(server: Server) -> list[tuple[str, str]]:
    """What `raci versions` says of each version: which it is, and what it is for."""
    _, *rows = done(server, "versions").splitlines()
    return [(each.split()[0], each.split()[-1]) for each in rows]


def row(result: Result, name: str) -> str:
    """What stands in the first line of a row of a table."""
    (found,) = (line for line in result.stdout.splitlines() if line.startswith(f"{name} "))
    return " ".join(found.removeprefix(name).split())


def gloss(server: Server, ds: str = "") -> str:
    """The gloss that the seeds differ by, as Neo4j has it."""
    with link_to(server).open_for_loading() as driver:
        records, _, _ = driver.execute_query(
            "MATCH (c:Clause {id: 'title/p2'}) WHERE $ds IN ['', c.ds] RETURN c.text_en",
            ds=ds,
            database_=server.database,
        )
    found: str = records[0][0]
    return found
