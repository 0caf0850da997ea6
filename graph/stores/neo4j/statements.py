"""The statement of each question, as it is sent to Neo4j."""

import dataclasses
import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from graph.questions.base import Question

# Statements stand beside the packages in a checkout and in an installed wheel alike.
FOLDER = Path(__file__).parents[3] / "queries"


@cache
def statement(question: type[Question[Any, Any]]) -> str:
    """Give the statement of a question, with what tells whether its rows are whole.

    Neo4j reads what is committed while it reads. A version that is being deleted would give some
    of its rows, so after they are gathered the statement looks whether the version is still kept:
    it is marked before the first of its nodes goes, and only what was read before that is whole.

    >>> from graph.questions.matrix import WholeMatrix
    >>> print(statement(WholeMatrix))
    CALL () {
    MATCH (cell:Assignment {ds: $ds})
    RETURN cell.id AS id
    ORDER BY cell.position
    }
    WITH collect({id: id}) AS rows
    OPTIONAL MATCH (version:Dataset {ds: $ds})
    RETURN rows, version.state = 'complete' AS whole
    """
    text = (FOLDER / f"{question.stem}.cypher").read_text(encoding="utf-8")
    bare = re.sub(r"^//.*\n", "", text, flags=re.MULTILINE).strip()
    columns = ", ".join(f"{each.name}: {each.name}" for each in dataclasses.fields(question.row))
    return (
        f"CALL () {{\n{bare}\n}}\n"
        f"WITH collect({{{columns}}}) AS rows\n"
        "OPTIONAL MATCH (version:Dataset {ds: $ds})\n"
        "RETURN rows, version.state = 'complete' AS whole"
    )


def parameters(question: Question[Any, Any], ds: str) -> Mapping[str, Any]:
    """Give what a question asks with, as Neo4j takes it: plain values, and the version.

    >>> from graph.questions.as_of import LaidDownOn
    >>> parameters(LaidDownOn("2005-01-01", "2005-12-31"), "0123456789ab")
    {'date': '2005-01-01', 'until': '2005-12-31', 'ds': '0123456789ab'}
    """
    given = {
        each.name: _plain(getattr(question, each.name)) for each in dataclasses.fields(question)
    }
    return {**given, "ds": ds}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
