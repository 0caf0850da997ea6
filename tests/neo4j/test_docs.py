"""The statements of docs/neo4j.md and the saved queries, run on a real server, and their rows."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from neo4j import GraphDatabase, RoutingControl

from graph.stores.neo4j.schema import EDGE_TYPES, LABELS
from tests.neo4j.server import Address
from tests.test_deployment import SERVICES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
SAVED = (ROOT / "docs" / "neo4j" / "saved-queries.cypher").read_text(encoding="utf-8")
GRASS = (ROOT / "docs" / "neo4j" / "raci.grass").read_text(encoding="utf-8")
STATIC = ROOT / "app" / "static"
SHEET = "".join((STATIC / name).read_text("utf-8") for name in ("style.css", "dark.css"))

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Told:
    """A statement of the page with the table that stands after it."""

    statement: str
    columns: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Saved:
    """A saved query: its title, how many rows it gives, its statement."""

    title: str
    count: int
    statement: str


def told() -> Iterator[Told]:
    """Read the page; a statement without its rows is a fault of the page."""
    for statement, after in re.findall(r"^```cypher\n(.*?)\n```\n\n(.*?)\n\n", PAGE, re.M | re.S):
        lines = [line.strip("| ").split(" | ") for line in after.splitlines()]
        assert after.startswith("| "), f"No table after:\n{statement}"
        yield Told(statement, lines[0], lines[2:])


def saved() -> Iterator[Saved]:
    """Read the saved queries: a line with the title, one with the count, the statement."""
    for part in re.split(r"\n\n(?=//)", SAVED.strip()):
        match = re.fullmatch(r"// (\d+ .+)\n// (\d+) rows\n([^/].*);", part, re.S)
        assert match, part
        yield Saved(match[1], int(match[2]), match[3])


TOLD, QUERIES = list(told()), list(saved())


@dataclass(frozen=True)
class Asked:
    """A server that is only read."""

    server: Address

    def ask(self, statement: str, **given: Any) -> tuple[list[str], list[list[Any]]]:
        """Give the names of the columns, and the rows."""
        auth = (self.server.user, self.server.password)
        with GraphDatabase.driver(self.server.uri, auth=auth) as driver:
            records, _, keys = driver.execute_query(
                statement,
                given,
                routing_=RoutingControl.READ,
                database_=self.server.database,
            )
        return list(keys), [list(record.values()) for record in records]


@pytest.fixture(scope="module")
def asked(loaded_neo4j: Address) -> Asked:
    """The server with the guideline as its only version."""
    return Asked(loaded_neo4j)


def shown(value: Any) -> str:
    """Write a value as the page does."""
    match value:
        case None | []:
            return "-"
        case bool():
            return str(value).lower()
        case list():
            return ", ".join(map(shown, value))
    return str(value)


def test_every_statement_of_the_page_has_its_rows_beside_it() -> None:
    assert len(TOLD) == PAGE.count("```cypher\n") >= 11


@pytest.mark.parametrize("each", TOLD, ids=lambda each: each.statement.splitlines()[0][:60])
def test_a_statement_gives_the_rows_printed_beside_it(asked: Asked, each: Told) -> None:
    columns, rows = asked.ask(each.statement)
    found = [[shown(value) for value in row] for row in rows]
    wanted = each.rows
    assert columns == each.columns
    if "score" in each.statement:
        # How good a hit is depends on all that was ever indexed there.
        found, wanted = sorted(found), sorted(wanted)
    assert found == wanted


def test_nobody_is_accountable_at_department_level_by_the_page_itself() -> None:
    row = [(level, code) for level, _, code, _, _ in TOLD[0].rows]
    assert row == [
        *[("national", "A")] * 2,
        ("whole-of-government", "I"),
        ("ministry", "R"),
        ("department", "R"),
        ("province", "I"),
    ]
    counted = {level: int(count) for level, _, count in TOLD[1].rows}
    assert counted["ministry"] == counted["department"] == counted["province"] == 0
    assert sum(counted.values()) == 13


@pytest.mark.parametrize("each", QUERIES, ids=lambda each: each.title.split(" · ")[0])
def test_a_saved_query_gives_as_many_rows_as_it_says(asked: Asked, each: Saved) -> None:
    _, rows = asked.ask(each.statement)
    assert len(rows) == each.count


def test_saved_queries_are_numbered_and_named_in_both_languages() -> None:
    assert [each.title.split()[0] for each in QUERIES] == [
        str(number) for number in range(1, len(QUERIES) + 1)
    ]
    for each in QUERIES:
        english, thai = each.title.split(" · ")
        assert english.isascii() or "ง" in english
        assert re.search("[ก-๙]", thai)


def test_the_statements_of_the_page_are_saved_too() -> None:
    kept = {each.statement for each in QUERIES}
    missing = [each.statement for each in TOLD if each.statement not in kept]
    # All but the one on two versions, which is about writing statements.
    assert [statement.splitlines()[0] for statement in missing] == [
        "MATCH (:Pointer {name: 'current'})-[:POINTS_TO]->(version:Dataset)"
    ]


def test_the_command_of_the_page_packs_one_file_for_each_saved_query(tmp_path: Path) -> None:
    (block,) = re.findall(r"^```sh\n(python3 -c .*?)\n```", PAGE, re.MULTILINE | re.DOTALL)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    subprocess.run(["bash", "-ec", block], cwd=tmp_path, check=True)
    packed = ZipFile(tmp_path / "saved-queries.zip")
    names = [f"RACI/{number:02}.cypher" for number in range(1, len(QUERIES) + 1)]
    assert packed.namelist() == names
    for name, each in zip(names, QUERIES, strict=True):
        assert packed.read(name).decode().startswith(f"// {each.title}\n")


def rules() -> dict[str, dict[str, str]]:
    """Read the style sheet as Neo4j Browser does: no comments, one rule to a selector."""
    found: dict[str, dict[str, str]] = {}
    plain = re.sub(r'"[^"]*"', lambda quoted: quoted[0].replace("{", "<").replace("}", ">"), GRASS)
    assert "/*" not in plain
    for selector, body in re.findall(r"([\w.]+) \{\n(.*?)\n\}", plain, re.DOTALL):
        assert selector not in found
        lines = [line.strip() for line in body.splitlines()]
        assert all(re.fullmatch(r"[\w-]+: [^:;]+;", line) for line in lines), selector
        found[selector] = dict(line.rstrip(";").split(": ") for line in lines)
    assert re.sub(r"[\w.]+ \{\n.*?\n\}\n", "", plain, flags=re.DOTALL) == ""
    return found


RULES = rules()


def test_every_label_has_a_style_and_every_style_a_label_or_a_type() -> None:
    styled = {selector.partition(".")[2] for selector in RULES if selector.startswith("node.")}
    assert styled == {*LABELS, "Dataset", "Pointer"}
    types = {selector.partition(".")[2] for selector in RULES if selector.startswith("relation")}
    assert types - {""} <= set(EDGE_TYPES)


def test_the_colours_are_those_of_the_pages_and_no_cell_has_the_colour_of_a_code() -> None:
    known = {colour.lower() for colour in re.findall(r"#[0-9a-f]{6}\b", SHEET)} | {"#ffffff"}
    used = {value for rule in RULES.values() for value in rule.values() if value[0] == "#"}
    assert used <= known
    codes = set(re.findall(r"--[ARCI]: (#[0-9a-f]{6})", SHEET))
    assert len(codes) == 8
    for label in ("Assignment", "Activity", "Column", "Body"):
        assert not codes & set(RULES[f"node.{label}"].values())


@pytest.mark.parametrize("selector", [each for each in RULES if "." in each])
def test_a_caption_names_properties_that_are_there(asked: Asked, selector: str) -> None:
    kind, _, name = selector.partition(".")
    wanted = set(re.findall(r"<([a-z_]+)>", RULES[selector].get("caption", ""))) - {"type"}
    what = f"(each:{name})" if kind == "node" else f"()-[each:{name}]->()"
    _, rows = asked.ask(f"MATCH {what} UNWIND keys(each) AS key RETURN DISTINCT key")
    assert wanted <= {key for (key,) in rows}


def test_the_health_check_of_compose_tells_a_server_from_none(loaded_neo4j: Address) -> None:
    check = SERVICES["neo4j"]["healthcheck"]["test"]
    assert check[0] == "CMD"
    server = urlsplit(loaded_neo4j.uri)
    for port, is_well in ((server.port or 7687, True), (1, False)):
        place = f"{server.hostname}/{port}"
        command = [word.replace("127.0.0.1/7687", place) for word in check[1:]]
        done = subprocess.run(command, capture_output=True, timeout=10)
        assert (done.returncode == 0) is is_well
