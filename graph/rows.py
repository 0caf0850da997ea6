"""Cells of a row as the model's types; what does not fit is gathered, never guessed."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from graph.errors import Finding
from graph.model.nodes import Citation, Clause, whole
from graph.model.text import collapse
from graph.tables import Row

# Clauses have at most six sub-clauses, ก to ฉ.
CLAUSE_ID = (
    r"clause:\d{1,2}(\.[1-6])*(/p\d{1,2})?"
    r"|(part|figure|changes|actions|annex):[a-z0-9./-]+|(title|preamble|annex|changes|actions)(/[a-z0-9]+)?"
)
# What an id is in each file: kinds are told apart by it, and no two files share one. The lists
# beside the guideline have ids of their own, without a kind.
_FORMS = {
    "clauses.csv": CLAUSE_ID,
    "bodies.csv": r"(organization|post):[a-z0-9-]+",
    "instruments.csv": r"instrument:[a-z0-9-]+",
    "duties.csv": r"duty:[a-z0-9-]+",
    "actions.csv": r"action:[a-z0-9-]+",
    "qualifications.csv": r"qualification:[a-z0-9-]+",
    "rules.csv": r"rule:[a-z0-9-]+",
    "text_differences.csv": r"difference:[a-z0-9-]+",
    "provisions.csv": r"provision:[a-z0-9-]+",
    "organizations.csv": r"[a-z0-9-]+",
    "provinces.csv": r"[a-z0-9-]+",
}

E = TypeVar("E", bound=Enum)
N = TypeVar("N")


class Rows:
    """Reads the cells of rows and keeps the findings: file, row, column, what is allowed."""

    def __init__(self) -> None:
        """Begin without findings."""
        self.findings: list[Finding] = []

    def whole(
        self, file: str, row: Row, column: str, clauses: dict[str, Clause]
    ) -> tuple[Citation, ...]:
        """Cite whole clauses by a list of ids; a fact cites one at least."""
        if not row[column]:
            self.wrong(file, row, column, "It names ids of clauses.csv.", "it is empty")
        found = self.all_named(file, row, column, clauses, "ids of clauses.csv")
        return tuple(whole(clause) for clause in found)

    def all_named(
        self, file: str, row: Row, column: str, known: dict[str, N], allowed: str
    ) -> list[N]:
        """Read a list of names; those not known are reported, the others given."""
        names = words_of(row[column])
        for name in names:
            if name not in known:
                words = f'"{name[:80]}" is not known'
                self.wrong(file, row, column, f"It names {allowed}.", words)
        return [known[name] for name in names if name in known]

    def citation(
        self,
        file: str,
        row: Row,
        clauses: dict[str, Clause],
        cites: str = "cites",
        quote: str = "quote_th",
    ) -> Citation | None:
        """Read a place and its words: a fact without words is reported."""
        clause = self.named(file, row, cites, clauses, "an id of clauses.csv")
        if not row[quote]:
            self.wrong(file, row, quote, "Every fact has its words; quote them.")
            return None
        return Citation(clause.place, collapse(row[quote]), clause) if clause else None

    def named(
        self, file: str, row: Row, column: str, known: Mapping[str, N], allowed: str
    ) -> N | None:
        """Read one name; one not known is reported."""
        found = known.get(row[column])
        if found is None:
            self.wrong(file, row, column, f"It names {allowed}.")
        return found

    def one_of(self, file: str, row: Row, column: str, kind: type[E], value: str) -> E | None:
        """Read a value of an enumeration; another is reported with all that are allowed."""
        try:
            return kind(value)
        except ValueError:
            allowed = ", ".join(str(each.value) for each in kind)
            self.wrong(file, row, column, f"Allowed: {allowed}.")
            return None

    def optional(self, file: str, row: Row, column: str, kind: type[E]) -> E | None:
        """Read a value of an enumeration that may be left out."""
        return self.one_of(file, row, column, kind, row[column]) if row[column] else None

    def add(
        self, file: str, row: Row, column: str, known: dict[str, N], name: str, thing: N
    ) -> None:
        """Keep a thing by its name; a second one, or an id of no known form, is reported."""
        if column == "id" and not re.fullmatch(_FORMS[file], name):
            words = "An id is kind:name in small Latin letters, digits and -, such as post:dcio."
            self.wrong(file, row, column, words, f'"{name[:80]}" is no id of {file}')
        elif name in known:
            self.wrong(
                file, row, column, "Each stands once; take one out.", f'"{name}" stands twice'
            )
        else:
            known[name] = thing

    def wrong(self, file: str, row: Row, column: str, allowed: str, found: str = "") -> None:
        """Report a cell: what was found, what is allowed."""
        words = found or f'"{row[column][:80]}" is not known'
        self.findings.append(Finding(f"seeds/{file}", row.number, column, words, allowed))


def words_of(cell: str) -> tuple[str, ...]:
    """Read a list in a cell, parted by semicolons.

    >>> words_of("DG; คณะกรรมการ DG;")
    ('DG', 'คณะกรรมการ DG')
    """
    return tuple(word for word in (part.strip() for part in cell.split(";")) if word)
