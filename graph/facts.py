"""From rows to what the clauses and the annex lay down: duties, qualifications, rules, actions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model.nodes import (
    Action,
    Activity,
    Basis,
    Body,
    Charge,
    Citation,
    Clause,
    Comparison,
    Duty,
    DutyKind,
    Interpretation,
    Join,
    Provision,
    Qualification,
    Rule,
    RuleKind,
    TextDifference,
    Unit,
    whole,
)
from graph.model.relations import Force
from graph.model.text import Text
from graph.rows import Rows, words_of
from graph.tables import Row

TABLES = {
    "duties.csv": (
        *("id", "kind", "body", "force", "condition", "basis", "cites", "quote_th", "name_en"),
    ),
    "duty_activities.csv": ("duty", "row", "words_th"),
    "actions.csv": (
        *("id", "issue_cites", "issue_basis", "cites", "responsible", "responsible_basis"),
        "responsible_cites",
    ),
    "qualifications.csv": (
        *("id", "body", "parent", "join", "join_words", "join_basis", "met_by", "names"),
        *("note_th", "note_en", "cites", "quote_th", "name_en"),
    ),
    "rules.csv": (
        *("id", "kind", "force", "comparison", "amount", "unit", "alternative", "bound"),
        *("towards", "under", "counted_from", "until", "condition", "basis", "cites", "quote_th"),
        "name_en",
    ),
    "text_differences.csv": (
        *("id", "topic_th", "topic_en", "cites", "quote_th", "beside_cites", "beside_quote_th"),
        *("about_th", "about_en"),
    ),
    "provisions.csv": (
        *("id", "topic_th", "topic_en", "valid_from", "valid_until", "cites", "decided_by"),
    ),
}
# A billion baht has ten digits; a longer number is a slip.
MOST_DIGITS = 12
# The days of what was laid down in 2019: none are printed.
NO_DAYS = ("", "")

Tables = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Facts:
    """Reads the tables of facts; the bodies, activities and clauses they name are known.

    `earlier` gives the first and the last day of what a clause tells of an earlier regime.
    """

    rows: Rows
    tables: Tables
    bodies: dict[str, Body]
    activities: dict[str, Activity]
    clauses: dict[str, Clause]
    earlier: Mapping[str, tuple[str, str]]

    def duties(self) -> Iterable[Duty]:
        """Read what bodies are to do, each with the rows of the matrix it speaks of."""
        spoken_of = self._interpretations()
        name = "duties.csv"
        duties: dict[str, Duty] = {}
        for row in self.tables[name]:
            kind = self.rows.one_of(name, row, "kind", DutyKind, row["kind"])
            body = self.rows.named(name, row, "body", self.bodies, "an id of bodies.csv")
            force = self.rows.one_of(name, row, "force", Force, row["force"])
            basis = self.rows.one_of(name, row, "basis", Basis, row["basis"])
            citation = self.rows.citation(name, row, self.clauses)
            if kind and body and force and basis and citation:
                duty = Duty(
                    row["id"],
                    kind,
                    _words(citation, row),
                    force,
                    words_of(row["condition"]),
                    basis,
                    *self.earlier.get(citation.clause.id, NO_DAYS),
                    body,
                    citation,
                    tuple(spoken_of.get(row["id"], ())),
                )
                self.rows.add(name, row, "id", duties, row["id"], duty)
        return duties.values()

    def _interpretations(self) -> dict[str, list[Interpretation]]:
        name = "duty_activities.csv"
        known = {row["id"]: row for row in self.tables["duties.csv"]}
        spoken_of: dict[str, list[Interpretation]] = {}
        for row in self.tables[name]:
            duty = self.rows.named(name, row, "duty", known, "an id of duties.csv")
            activity = self.rows.named(name, row, "row", self.activities, "a row of raci.csv")
            if duty and activity:
                links = spoken_of.setdefault(duty["id"], [])
                links.append(Interpretation(activity, row["words_th"], Basis.INFERRED))
        return spoken_of

    def actions(self) -> Iterable[Action]:
        """Read the closing table: what is to be done, by whom."""
        name = "actions.csv"
        actions: dict[str, Action] = {}
        for row in self.tables[name]:
            issue = self.rows.whole(name, row, "issue_cites", self.clauses)
            basis = self.rows.one_of(name, row, "issue_basis", Basis, row["issue_basis"])
            named = self.rows.one_of(
                name, row, "responsible_basis", Basis, row["responsible_basis"]
            )
            cited = self.rows.whole(name, row, "cites", self.clauses)
            charged = self.rows.all_named(
                name, row, "responsible", self.bodies, "ids of bodies.csv"
            )
            words: tuple[Citation, ...] = ()
            if row["responsible_cites"]:
                words = self.rows.whole(name, row, "responsible_cites", self.clauses)
            if len(charged) != len(words):
                self.rows.wrong(
                    name, row, "responsible_cites", "One place for each body, in order."
                )
            elif issue and basis and named and cited:
                charges = (
                    Charge(body, named, citation)
                    for body, citation in zip(charged, words, strict=True)
                )
                action = Action(
                    row["id"],
                    _together(cited),
                    _together(issue),
                    basis,
                    issue,
                    cited,
                    tuple(charges),
                )
                self.rows.add(name, row, "id", actions, row["id"], action)
        return actions.values()

    def qualifications(self) -> dict[str, Qualification]:
        """Read what is asked of the holders of posts; a part stands after what it is a part of."""
        name = "qualifications.csv"
        known: dict[str, Qualification] = {}
        for row in self.tables[name]:
            body = self.rows.named(name, row, "body", self.bodies, "an id of bodies.csv")
            join = self.rows.optional(name, row, "join", Join)
            basis = self.rows.optional(name, row, "join_basis", Basis)
            met_by = self.rows.all_named(name, row, "met_by", self.bodies, "ids of bodies.csv")
            names = self.rows.all_named(name, row, "names", self.bodies, "ids of bodies.csv")
            citation = self.rows.citation(name, row, self.clauses)
            parent = None
            if row["parent"]:
                parent = self.rows.named(name, row, "parent", known, "an earlier row's id")
            if body and citation:
                qualification = Qualification(
                    row["id"],
                    _words(citation, row),
                    join,
                    row["join_words"],
                    basis,
                    Text(row["note_th"], row["note_en"]) if row["note_th"] else None,
                    body,
                    tuple(met_by),
                    tuple(names),
                    parent,
                    citation,
                )
                self.rows.add(name, row, "id", known, row["id"], qualification)
        return known

    def rules(self, qualifications: Mapping[str, Qualification]) -> Iterable[Rule]:
        """Read the numbers, periods, quotas, thresholds and prohibitions."""
        name = "rules.csv"
        rules: dict[str, Rule] = {}
        for row in self.tables[name]:
            kind = self.rows.one_of(name, row, "kind", RuleKind, row["kind"])
            force = self.rows.one_of(name, row, "force", Force, row["force"])
            comparison = self.rows.optional(name, row, "comparison", Comparison)
            unit = self.rows.optional(name, row, "unit", Unit)
            bound = self.rows.named(name, row, "bound", self.bodies, "an id of bodies.csv")
            basis = self.rows.one_of(name, row, "basis", Basis, row["basis"])
            towards = under = None
            if row["towards"]:
                towards = self.rows.named(name, row, "towards", self.bodies, "an id of bodies.csv")
            if row["under"]:
                allowed = "an id of qualifications.csv"
                under = self.rows.named(name, row, "under", qualifications, allowed)
            citation = self.rows.citation(name, row, self.clauses)
            amount = row["amount"]
            is_number = amount.isascii() and amount.isdigit() and len(amount) <= MOST_DIGITS
            if not (is_number and unit and comparison) and (amount or unit or comparison):
                self.rows.wrong(name, row, "amount", "An amount is a whole number with its unit.")
            elif kind and force and basis and bound and citation:
                rule = Rule(
                    row["id"],
                    Text(citation.quote, row["name_en"]),
                    kind,
                    force,
                    comparison,
                    int(amount) if amount else None,
                    unit,
                    row["alternative"],
                    row["counted_from"],
                    row["until"],
                    words_of(row["condition"]),
                    basis,
                    *self.earlier.get(citation.clause.id, NO_DAYS),
                    bound,
                    under,
                    towards,
                    citation,
                )
                self.rows.add(name, row, "id", rules, row["id"], rule)
        return rules.values()

    def text_differences(self) -> Iterable[TextDifference]:
        """Read where one place of the guideline says other than another."""
        name = "text_differences.csv"
        known: dict[str, TextDifference] = {}
        for row in self.tables[name]:
            one = self.rows.citation(name, row, self.clauses)
            other = self.rows.citation(name, row, self.clauses, "beside_cites", "beside_quote_th")
            if one and other:
                difference = TextDifference(
                    row["id"],
                    Text(row["topic_th"], row["topic_en"]),
                    Text(row["about_th"], row["about_en"]),
                    one,
                    other,
                )
                self.rows.add(name, row, "id", known, row["id"], difference)
        return known.values()


def read_provisions(
    rows: Rows, table: Sequence[Row], clauses: dict[str, Clause]
) -> list[Provision]:
    """Read what was laid down in 1998, 2013 and 2019, topic by topic."""
    name = "provisions.csv"
    provisions: dict[str, Provision] = {}
    for row in table:
        cited = rows.whole(name, row, "cites", clauses)
        decided = rows.named(name, row, "decided_by", clauses, "an id of clauses.csv")
        dates = (("valid_from", row["valid_from"]), ("valid_until", row["valid_until"]))
        for column, given in dates:
            if not _is_date(given) and (given or column == "valid_from"):
                rows.wrong(name, row, column, "A date reads like 1998-06-09.")
        if cited and decided:
            provision = Provision(
                row["id"],
                Text(row["topic_th"], row["topic_en"]),
                _together(cited),
                row["valid_from"],
                row["valid_until"],
                cited,
                whole(decided),
            )
            rows.add(name, row, "id", provisions, row["id"], provision)
    return list(provisions.values())


def days_of(provisions: Iterable[Provision]) -> dict[str, tuple[str, str]]:
    """Give the days of each clause that tells of an earlier regime, by its id."""
    return {
        citation.clause.id: (each.valid_from, each.valid_until)
        for each in provisions
        if each.valid_until
        for citation in each.citations
    }


def _words(citation: Citation, row: Row) -> Text:
    """Give the quoted words with the row's English, or the clause's gloss where it has none."""
    return Text(citation.quote, row["name_en"] or citation.clause.text.en)


def _together(cited: Sequence[Citation]) -> Text:
    """Put whole clauses one after another."""
    return Text(
        " ".join(each.quote for each in cited), " ".join(each.clause.text.en for each in cited)
    )


def _is_date(given: str) -> bool:
    try:
        return date.fromisoformat(given).isoformat() == given
    except ValueError:
        return False
