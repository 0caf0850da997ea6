"""The statements for Neo4j: parsed as Cypher, reading only, with parameters and nothing else."""

import dataclasses
import re
from pathlib import Path

import pytest
from cypherast import parse
from cypherast.errors import CypherastError

from graph.model.nodes import NODE_KINDS
from graph.questions.base import Question

QUERIES = Path(__file__).parents[2] / "queries"
STATEMENTS = sorted(QUERIES.glob("*.cypher"))
WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|LOAD|DROP)\b", re.IGNORECASE)


def questions() -> dict[str, type[Question]]:  # type: ignore[type-arg]
    """Find every question that has a stem, by its stem."""
    import app.graphql.schema  # noqa: F401  (imports every question)

    found: dict[str, type[Question]] = {}  # type: ignore[type-arg]
    waiting: list[type[Question]] = [Question]  # type: ignore[type-arg, type-abstract]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting.extend(subclasses)
        found |= {each.stem: each for each in subclasses if "stem" in each.__dict__}
    return found


def statement(path: Path) -> str:
    """Give a statement without its comments."""
    return re.sub(r"//.*", "", path.read_text(encoding="utf-8"))


def test_every_stem_is_a_statement_a_document_and_a_question() -> None:
    stems = {path.stem for path in STATEMENTS}
    documents = {path.stem for path in QUERIES.glob("*.graphql")}
    assert stems == set(questions())
    # A sentence is understood as one of them, and has no statement of its own.
    assert documents == stems | {"ask"}


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_a_statement_begins_with_its_question_in_both_languages(path: Path) -> None:
    english, thai, parameters = path.read_text(encoding="utf-8").splitlines()[:3]
    assert re.match(r"// [A-Z]", english)
    assert re.match(r"// [ก-๛]", thai)
    assert re.fullmatch(r"// parameters: \$\w+(, \$\w+)*", parameters)


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_a_statement_is_cypher(path: Path) -> None:
    parse(path.read_text(encoding="utf-8"), read="neo4j5")


@pytest.mark.parametrize(
    "broken",
    [
        *("MATCH (a RETURN a", "MATCH (a)-[:X->(b) RETURN a", "MATCH (a) RETRN a"),
        *("MATCH (a) WHERE RETURN a", "UNWIND [1, 2 AS x RETURN x", "MATCH (a) RETURN"),
    ],
)
def test_the_parser_refuses_what_is_not_cypher(broken: str) -> None:
    with pytest.raises(CypherastError):
        parse(broken, read="neo4j5")


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_a_statement_reads_only_and_takes_what_its_question_gives(path: Path) -> None:
    text = statement(path)
    assert not WRITES.search(text)
    named = re.search(r"^// parameters: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    told = set(re.findall(r"\$(\w+)", named[1]))
    used = set(re.findall(r"\$(\w+)", text))
    fields = {field.name for field in dataclasses.fields(questions()[path.stem])}
    assert "ds" in used
    assert used <= told
    assert told == fields | {"ds"}


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_a_statement_returns_the_fields_of_its_row(path: Path) -> None:
    row = questions()[path.stem].row
    returned = statement(path).rsplit("RETURN", 1)[1].split("ORDER BY")[0].split("LIMIT")[0]
    names = {part.strip().split(" AS ")[-1].strip() for part in returned.split(",")}
    names = {name.removesuffix("]") for name in names if re.fullmatch(r"\w+", name)}
    assert names == {field.name for field in dataclasses.fields(row)}


@pytest.mark.parametrize("stem", ["dataset", "node"])
def test_a_statement_over_everything_names_every_label(stem: str) -> None:
    text = statement(QUERIES / f"{stem}.cypher")
    for kind in NODE_KINDS:
        assert re.search(rf"\b{kind.label}\b", text), kind.label


def test_the_statements_that_walk_relationships_take_instruments_too() -> None:
    """A statement that forgot instruments would answer less from Neo4j than from memory."""
    for stem in ("dataset", "relations", "relationships", "neighbourhood", "path"):
        text = statement(QUERIES / f"{stem}.cypher")
        assert ":Body {" not in text
        assert "Body|Instrument" in text
