"""The stored questions: one stem each, with its document and its title in both languages."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import graph
from graph.model.text import Text

# Queries stand beside the packages in a checkout and in an installed wheel alike.
FOLDER = Path(graph.__file__).parent.parent / "queries"

# The headline first, then from the whole to its parts.
ORDER = (
    *("who_holds", "ask", "matrix", "body", "duties", "qualifications", "memberships", "path"),
    *("differences", "rules", "instrument", "search"),
    *("organization", "actions", "as_of", "provisions", "neighbourhood", "activity"),
    *("activities", "assignments", "columns", "bodies", "instruments", "relationships"),
    "relations",
    *("organizations", "clause", "clauses", "node", "nodes", "dataset"),
)


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """A question with its document; the two lines at its head are its title."""

    stem: str
    title: Text
    document: str


def stored_queries(folder: Path = FOLDER) -> tuple[StoredQuery, ...]:
    """Read the stored questions in the order a reader meets them.

    >>> stored_queries()[0].title.en
    'Who is accountable for cyber security at the department level?'
    """
    found = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.graphql")}
    stems = [*(stem for stem in ORDER if stem in found), *sorted(set(found) - set(ORDER))]
    return tuple(StoredQuery(stem, _title(found[stem]), found[stem]) for stem in stems)


@cache
def document_of(stem: str) -> str:
    """Give the document of a stored question, its title lines taken off."""
    document = (FOLDER / f"{stem}.graphql").read_text(encoding="utf-8")
    return "".join(line for line in document.splitlines(True) if not line.startswith("#"))


def _title(document: str) -> Text:
    thai, english = re.findall(r"^# (.*)$", document, re.MULTILINE)[:2]
    return Text(thai, english)
