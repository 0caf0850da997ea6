"""Bad input to every argument of the schema, against an oracle read from figure 2 itself."""

import json
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.graphql.schema import SCHEMA
from app.main import create_app
from app.settings import Settings
from tests.oracle import BODIES, CODES, COLUMNS, LEVELS, holders, printed_rows

FIELDS = SCHEMA._schema.query_type.fields  # type: ignore[union-attr]
ARGUMENTS = [(field, name) for field, each in FIELDS.items() for name in each.args]
# What makes each field answer when one other argument is bad.
GOOD: dict[str, Any] = {
    "code": "ACCOUNTABLE",
    "activity": "11",
    "id": "11",
    "body": "DCIO",
    "from": "DCIO",
    "to": "MCIO",
    "text": "DCIO",
    "question": "DCIO",
    "ids": ["post:dcio"],
    "date": "2005",
}
GOOD_IDS = {
    "body": "DCIO",
    "node": "post:dcio",
    "clause": "5",
    "activity": "11",
    "organization": "กรมชลประทาน",
    "instrument": "หลักสูตร GCIO",
}
KNOWN = {
    *("BAD_ARGUMENT", "GRAPHQL_VALIDATION_FAILED", "LIMIT_NODES"),
    *("UNKNOWN_ORGANIZATION", "UNKNOWN_INSTRUMENT", "UNKNOWN_END", "AMBIGUOUS_END"),
    *(f"UNKNOWN_{kind}" for kind in ("ACTIVITY", "BODY", "CLAUSE", "NODE", "RELATION", "COLUMN")),
    *(f"AMBIGUOUS_{kind}" for kind in ("ACTIVITY", "BODY", "COLUMN", "CLAUSE", "ORGANIZATION")),
}
ROWS = {row.number: row for row in printed_rows()}
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

client = TestClient(create_app(Settings()), raise_server_exceptions=False)
client.__enter__()

hostile = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=40),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Mn"]), max_size=20),
    st.text(alphabet="๐๑๒๓๔๕๖๗๘๙กขค.", max_size=10),
    st.sampled_from(["", " ", "x" * 10_000, "ก" * 10_000, "\0", "<script>", "' OR 1=1 --", "๙๙"]),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


def put(document: str, variables: dict[str, Any]) -> dict[str, Any]:
    """Post a document; whatever comes back is JSON without a traceback or a path."""
    answer = client.post(
        "/graphql",
        content=json.dumps({"query": document, "variables": variables}),
        headers={"content-type": "application/json"},
    )
    assert answer.status_code in (200, 400), answer.text
    for secret in ("Traceback", "site-packages", '.py"', "/app/", "/graph/"):
        assert secret not in answer.text
    body: dict[str, Any] = answer.json()
    return body


def selection(field: str) -> str:
    """Something of each field's type that costs little."""
    kind = get_named_type(FIELDS[field].type)
    return "id" if "id" in kind.fields else "__typename"


@settings(max_examples=400)
@given(argument=st.sampled_from(ARGUMENTS), value=hostile)
@example(("whoHolds", "activity"), "๑๑")
@example(("whoHolds", "level"), "DEPARTEMENT")
@example(("bodies", "first"), 0)
@example(("neighbourhood", "depth"), 4)
def test_any_value_of_any_argument_gets_an_answer_or_a_clear_error(
    argument: tuple[str, str], value: Any
) -> None:
    field, bad = argument
    declared: dict[str, GraphQLArgument] = FIELDS[field].args
    given_values = {bad: value}
    for name, each in declared.items():
        if name != bad and isinstance(each.type, GraphQLNonNull) and name in GOOD:
            given_values[name] = GOOD_IDS.get(field, "11") if name == "id" else GOOD[name]
    heads = ", ".join(f"${name}: {declared[name].type}" for name in given_values)
    passed = ", ".join(f"{name}: ${name}" for name in given_values)
    document = f"query({heads}) {{ {field}({passed}) {{ {selection(field)} }} }}"
    answer = put(document, given_values)
    for error in answer.get("errors", ()):
        if error["extensions"]["code"] == "BAD_REQUEST":
            continue  # a lone surrogate: no JSON in the first place
        assert error["extensions"]["code"] in KNOWN, error
        assert 10 < len(error["message"]) < 1_500
    if "errors" not in answer:
        assert field in answer["data"]


@given(
    number=st.integers(-5, 30),
    code=st.sampled_from(sorted(CODES)),
    level=st.sampled_from([None, *LEVELS]),
    thai=st.booleans(),
)
def test_who_holds_is_as_figure_2_prints_it_for_any_number(
    number: int, code: str, level: str | None, thai: bool
) -> None:
    asked = str(number).translate(THAI_DIGITS) if thai else str(number)
    answer = put(
        "query($activity: ID!, $code: Code!, $level: Level) {"
        " whoHolds(activity: $activity, code: $code, level: $level) {"
        " outcome holders { level body { id } } } }",
        {"activity": asked, "code": code, "level": level},
    )
    if number not in ROWS:
        assert answer["errors"][0]["extensions"]["code"] == "UNKNOWN_ACTIVITY"
        return
    holding = answer["data"]["whoHolds"]
    found = [(each["body"]["id"], each["level"]) for each in holding["holders"]]
    assert found == holders(ROWS[number], code, level)
    assert (holding["outcome"] == "HELD") == bool(found)


@given(
    number=st.sampled_from([None, *ROWS]),
    column=st.sampled_from([None, *COLUMNS]),
    level=st.sampled_from([None, *LEVELS]),
    code=st.sampled_from([None, *CODES]),
)
def test_cells_are_found_by_any_of_their_sides(
    number: int | None, column: str | None, level: str | None, code: str | None
) -> None:
    answer = put(
        "query($activity: ID, $body: ID, $level: Level, $code: Code) {"
        " assignments(activity: $activity, body: $body, level: $level, code: $code, first: 100) {"
        " nodes { printed activity { number } column { label } } } }",
        {
            "activity": number,
            "body": BODIES[column][0] if column else None,
            "level": level,
            "code": code,
        },
    )
    found = [
        (each["activity"]["number"], each["column"]["label"], each["printed"])
        for each in answer["data"]["assignments"]["nodes"]
    ]
    assert found == [
        (row.number, head, cell)
        for row in ROWS.values()
        for head, cell in row.cells.items()
        if number in (None, row.number)
        and column in (None, head)
        and (level is None or LEVELS[level] == head)
        and (code is None or CODES[code] in cell)
    ]


def test_every_kind_of_argument_is_known_to_these_tests() -> None:
    kinds = set()
    for field, name in ARGUMENTS:
        kind = FIELDS[field].args[name].type
        inner = get_nullable_type(kind)
        if is_list_type(inner):
            assert isinstance(inner, GraphQLList)
        named = get_named_type(kind)
        assert isinstance(named, GraphQLScalarType | GraphQLEnumType)
        kinds.add(named.name)
    assert kinds == {
        *(
            "Language",
            "ID",
            "String",
            "Int",
            "Code",
            "Level",
            "BodyKind",
            "Direction",
            "Force",
            "SearchKind",
        ),
        *("RuleKind", "DutyKind", "InstrumentForm", "SeatRole"),
    }
