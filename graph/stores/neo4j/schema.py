"""The model in Neo4j: constraints, indexes, and the statements over all labels.

All of it is generated from `graph/model/`. Community has uniqueness constraints only, so that a
version is complete is seen by counting, not promised by the schema.
"""

from collections.abc import Iterator, Mapping

from graph.model.declare import members
from graph.model.nodes import NODE_KINDS
from graph.model.relations import RELATIONS
from graph.model.text import Text

LABELS = tuple(kind.label for kind in NODE_KINDS)
# Any node of the guideline, as a label expression.
ANY = "|".join(LABELS)


def _edge_types() -> Iterator[str]:
    for kind in NODE_KINDS:
        yield from (member.edge for member in members(kind.type) if member.edge)
    yield from (name.upper() for name in RELATIONS)


EDGE_TYPES = tuple(dict.fromkeys(_edge_types()))


def statements() -> Mapping[str, str]:
    """Give the statements that make constraints and indexes, each by the name of what it makes.

    >>> statements()["pointer_name"]
    'CREATE CONSTRAINT pointer_name IF NOT EXISTS FOR (n:Pointer) REQUIRE n.name IS UNIQUE'
    """
    unique = {"pointer_name": ("Pointer", "n.name"), "dataset_ds": ("Dataset", "n.ds")}
    unique |= {f"{label.lower()}_id": (label, "(n.ds, n.id)") for label in LABELS}
    indexed = {f"{label.lower()}_ds": (label, "(n.ds)") for label in LABELS}
    # The rows of the matrix are asked for by their number.
    indexed["activity_number"] = ("Activity", "(n.ds, n.number)")
    return {
        **{
            name: f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) "
            f"REQUIRE {properties} IS UNIQUE"
            for name, (label, properties) in unique.items()
        },
        **{
            name: f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON {properties}"
            for name, (label, properties) in indexed.items()
        },
        **{
            f"words_{language}": _full_text(language, analyzer)
            for language, analyzer in ANALYZERS.items()
        },
    }


# What of it is there already.
THERE = (
    "SHOW CONSTRAINTS YIELD name RETURN name",
    "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name",
)


# Of the built-in analyzers only this one finds Thai words, which no space parts.
ANALYZERS = {"th": "thai", "en": "english"}


def texts(language: str) -> tuple[str, ...]:
    """Give the properties that hold words in a language, for analysts to search.

    >>> "name_th" in texts("th")
    True
    """
    declared = {
        f"{member.name}_{language}"
        for kind in NODE_KINDS
        for member in members(kind.type)
        if member.type in (Text, Text | None)
    }
    return tuple(sorted(declared))


def _full_text(language: str, analyzer: str) -> str:
    properties = ", ".join(f"n.{name}" for name in texts(language))
    return (
        f"CREATE FULLTEXT INDEX words_{language} IF NOT EXISTS FOR (n:{ANY}) "
        f"ON EACH [{properties}] "
        f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{analyzer}'}}}}"
    )


# A version's whole graph, and how many there are of each label and type.
NODES = (
    f"MATCH (n:{ANY} {{ds: $ds}}) "
    "RETURN [label IN labels(n) WHERE label IN "
    f"{list(LABELS)}][0] AS label, properties(n) AS properties"
)
EDGES = (
    f"MATCH (s:{ANY} {{ds: $ds}})-[e]->(t:{ANY} {{ds: $ds}}) "
    "RETURN type(e) AS type, s.id AS source, t.id AS target, properties(e) AS properties"
)
COUNTS = (
    *(
        f"MATCH (n:{label} {{ds: $ds}}) RETURN '{label}' AS name, count(n) AS count"
        for label in LABELS
    ),
    f"MATCH (:{ANY} {{ds: $ds}})-[e]->() RETURN type(e) AS name, count(e) AS count",
)
STRAYS = f"MATCH (n:{ANY}) WHERE n.ds IS NULL OR NOT n.ds IN $kept RETURN count(n) AS count"
DELETE_EDGES = tuple(
    f"MATCH (:{label} {{ds: $ds}})-[e]->() WITH e LIMIT $batch DELETE e RETURN count(e) AS count"
    for label in reversed(LABELS)
)
DELETE_NODES = tuple(
    f"MATCH (n:{label} {{ds: $ds}}) WITH n LIMIT $batch DETACH DELETE n RETURN count(n) AS count"
    for label in reversed(LABELS)
)


def merge_nodes(label: str) -> str:
    """Give the statement that writes nodes of a label; run twice it writes them once."""
    _known(label, LABELS)
    return f"UNWIND $rows AS row MERGE (n:{label} {{ds: $ds, id: row.id}}) SET n += row.has"


def merge_edges(edge: str, source: str, target: str) -> str:
    """Give the statement that writes edges of a type between two labels, each once."""
    _known(edge, EDGE_TYPES)
    _known(source, LABELS)
    _known(target, LABELS)
    return (
        f"UNWIND $rows AS row MATCH (s:{source} {{ds: $ds, id: row.source}}) "
        f"MATCH (t:{target} {{ds: $ds, id: row.target}}) "
        f"MERGE (s)-[e:{edge} {{position: row.has.position}}]->(t) SET e = row.has"
    )


def _known(name: str, names: tuple[str, ...]) -> None:
    """Let nothing but the model's own names into a statement."""
    if name not in names:
        raise ValueError(f'"{name}" is no name of the model.')
