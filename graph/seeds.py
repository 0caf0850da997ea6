"""From rows to a dataset: every wrong row is reported at once, and broken seeds load nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from graph.checks import check
from graph.dataset import Dataset
from graph.errors import Finding, SeedsError
from graph.facts import NO_DAYS, Facts, days_of, read_provisions
from graph.facts import TABLES as FACTS
from graph.lexicon import TABLE as LEXICON
from graph.lexicon import read_concepts
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import (
    Activity,
    Assignment,
    Basis,
    Body,
    BodyKind,
    Citation,
    Clause,
    Column,
    End,
    Instrument,
    InstrumentForm,
    NoFact,
    Reading,
    Relationship,
    Standing,
    whole,
)
from graph.model.places import place_of
from graph.model.relations import RELATIONS, Force, Relation, SeatRole
from graph.model.text import Text
from graph.named import LISTS, named_organizations
from graph.property_graph import content_hash
from graph.rows import CLAUSE_ID, Rows, words_of
from graph.tables import Row, decode, read_table

# Seeds stand beside the package in a checkout and in an installed wheel alike.
SHIPPED = Path(__file__).parent.parent / "seeds"

MATRIX_COLUMNS = ("DG/DE", "GCIO", "MCIO", "DCIO", "PCIO")
TABLES = {
    "raci.csv": ("row", "text_th", *MATRIX_COLUMNS),
    "columns.csv": (
        *("column", "label", "level", "body", "basis", "cites", "quote_th", "why_th", "why_en"),
    ),
    "activities.csv": ("row", "name_en", "topics"),
    "bodies.csv": (
        *("id", "name_th", "name_en", "short", "aliases", "level", "cites", "quote_th"),
        *("note_th", "note_en"),
    ),
    "instruments.csv": (
        *("id", "form", "name_th", "name_en", "aliases", "cites", "quote_th"),
        *("note_th", "note_en"),
    ),
    "relationships.csv": (
        *("source", "relation", "target", "role", "one_of", "force", "condition", "cites"),
        *("quote_th", "basis", "note_th", "note_en"),
    ),
    "clauses.csv": ("id", "parent", "label_th", "text_th", "gloss_en", "no_fact"),
    "readings.csv": ("clause", "printed", "read", "why_th", "why_en"),
    **FACTS,
    **LISTS,
    **LEXICON,
}


def load(folder: Path = SHIPPED) -> Dataset:
    """Read the seeds of a folder into a dataset.

    Raises SeedsError with every fault found: in the tables, in the references between rows, in
    the quotes and in the matrix itself.

    >>> load().activity("11").name.th[:20]
    'การกำกับดูแลดิจิทัลข'
    """
    reader = _Reader(folder)
    dataset = reader.dataset()
    # Quotes and counts mean something only once every row could be read.
    if reader.findings:
        raise SeedsError(reader.findings)
    dataset = replace(dataset, version=content_hash(dataset))
    if findings := list(check(dataset)):
        raise SeedsError(findings)
    return dataset


class _Reader(Rows):
    """Turns the rows of one folder into nodes and facts and gathers what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.guideline = decode(folder / "guideline.txt", self.findings) or ""
        self.tables = {
            name: read_table(folder / name, head, self.findings) for name, head in TABLES.items()
        }

    def dataset(self) -> Dataset:
        clauses = self._clauses()
        readings = self._readings(clauses)
        bodies = self._bodies(clauses)
        columns = self._columns(bodies, clauses)
        instruments = self._instruments(clauses)
        activities = self._activities()
        provisions = read_provisions(self, self.tables["provisions.csv"], clauses)
        earlier = days_of(provisions)
        facts = Facts(self, self.tables, bodies, activities, clauses, earlier)
        qualifications = facts.qualifications()
        return Dataset(
            clauses=tuple(clauses.values()),
            readings=tuple(readings),
            bodies=tuple(bodies.values()),
            instruments=tuple(instruments.values()),
            activities=tuple(activities.values()),
            columns=tuple(columns.values()),
            assignments=tuple(self._assignments(activities, columns, clauses)),
            relationships=tuple(self._relationships({**bodies, **instruments}, clauses, earlier)),
            duties=tuple(facts.duties()),
            actions=tuple(facts.actions()),
            qualifications=tuple(qualifications.values()),
            rules=tuple(facts.rules(qualifications)),
            text_differences=tuple(facts.text_differences()),
            provisions=tuple(provisions),
            organizations=tuple(
                named_organizations(
                    self, self.tables["organizations.csv"], self.tables["provinces.csv"]
                )
            ),
            concepts=tuple(
                read_concepts(
                    self,
                    self.tables["lexicon.csv"],
                    {*bodies, *instruments, *columns, *(each.id for each in activities.values())},
                )
            ),
            guideline=self.guideline,
            version="",
        )

    def _clauses(self) -> dict[str, Clause]:
        clauses: dict[str, Clause] = {}
        for row in self.tables["clauses.csv"]:
            if not re.fullmatch(CLAUSE_ID, row["id"]):
                self.wrong(
                    "clauses.csv",
                    row,
                    "id",
                    "An id reads like clause:5.3/p2, figure:2/row-11 or annex:dcio/duties-5.",
                )
                continue
            place = place_of(row["id"])
            parent = None
            if row["parent"]:
                parent = self.named("clauses.csv", row, "parent", clauses, "an earlier row's id")
            clause = Clause(
                row["id"],
                place.en,
                Text(place.th, f"clause {place.en}" if place.en[0].isdigit() else place.en),
                row["label_th"],
                Text(row["text_th"], row["gloss_en"]),
                self.optional("clauses.csv", row, "no_fact", NoFact),
                parent,
            )
            self.add("clauses.csv", row, "id", clauses, row["id"], clause)
        return clauses

    def _readings(self, clauses: dict[str, Clause]) -> Iterable[Reading]:
        for number, row in enumerate(self.tables["readings.csv"], 1):
            if clause := self.named("readings.csv", row, "clause", clauses, "an id of clauses.csv"):
                identity = f"reading:{clause.id}/{number}"
                why = Text(row["why_th"], row["why_en"])
                certain = not row["why_en"].startswith("uncertain")
                yield Reading(identity, row["printed"], row["read"], certain, why, clause)

    def _bodies(self, clauses: dict[str, Clause]) -> dict[str, Body]:
        bodies: dict[str, Body] = {}
        for row in self.tables["bodies.csv"]:
            kind = self.one_of("bodies.csv", row, "id", BodyKind, row["id"].partition(":")[0])
            level = self.optional("bodies.csv", row, "level", Level)
            citation = self.citation("bodies.csv", row, clauses)
            if kind and citation:
                body = Body(
                    row["id"],
                    kind,
                    Text(row["name_th"], row["name_en"]),
                    row["short"],
                    words_of(row["aliases"]),
                    level,
                    Text(row["note_th"], row["note_en"]) if row["note_th"] else None,
                    citation,
                )
                self.add("bodies.csv", row, "id", bodies, body.id, body)
        return bodies

    def _instruments(self, clauses: dict[str, Clause]) -> dict[str, Instrument]:
        name = "instruments.csv"
        instruments: dict[str, Instrument] = {}
        for row in self.tables[name]:
            form = self.one_of(name, row, "form", InstrumentForm, row["form"])
            citation = self.citation(name, row, clauses)
            if form and citation:
                instrument = Instrument(
                    row["id"],
                    form,
                    Text(row["name_th"], row["name_en"]),
                    words_of(row["aliases"]),
                    Text(row["note_th"], row["note_en"]) if row["note_th"] else None,
                    citation,
                )
                self.add(name, row, "id", instruments, row["id"], instrument)
        return instruments

    def _columns(self, bodies: dict[str, Body], clauses: dict[str, Clause]) -> dict[str, Column]:
        columns: dict[str, Column] = {}
        for row in self.tables["columns.csv"]:
            level = self.one_of("columns.csv", row, "level", Level, row["level"])
            basis = self.one_of("columns.csv", row, "basis", Basis, row["basis"])
            body = self.named("columns.csv", row, "body", bodies, "an id of bodies.csv")
            citation = self.citation("columns.csv", row, clauses)
            if level and basis and body and citation:
                standing = Standing(body, basis, Text(row["why_th"], row["why_en"]), citation)
                earlier = columns.get(row["column"])
                stands_for = (*earlier.stands_for, standing) if earlier else (standing,)
                columns[row["column"]] = Column(row["column"], row["label"], level, stands_for)
        return columns

    def _activities(self) -> dict[str, Activity]:
        english: dict[str, Row] = {}
        for row in self.tables["activities.csv"]:
            self.add("activities.csv", row, "row", english, row["row"], row)
        activities: dict[str, Activity] = {}
        for row in self.tables["raci.csv"]:
            beside = english.get(row["row"])
            if not row["row"].isascii() or not row["row"].isdigit():
                self.wrong("raci.csv", row, "row", "A row has a number, 1 to 13.")
            elif beside is None:
                self.wrong("raci.csv", row, "row", "Give the row its English in activities.csv.")
            else:
                activity = Activity(
                    f"activity:{row['row']}",
                    int(row["row"]),
                    Text(row["text_th"], beside["name_en"]),
                    words_of(beside["topics"]),
                )
                self.add("raci.csv", row, "row", activities, row["row"], activity)
        printed = {each["row"] for each in self.tables["raci.csv"]}
        for number, row in english.items():
            # Where raci.csv could not be read, its own fault is told and not thirteen more.
            if printed and number not in printed:
                self.wrong("activities.csv", row, "row", "It names a row of raci.csv.")
        return activities

    def _assignments(
        self,
        activities: dict[str, Activity],
        columns: dict[str, Column],
        clauses: dict[str, Clause],
    ) -> Iterable[Assignment]:
        by_label = {column.label: column for column in columns.values()}
        for label in MATRIX_COLUMNS:
            if label not in by_label:
                self.findings.append(
                    Finding(
                        "seeds/columns.csv",
                        0,
                        "label",
                        f"no row says what the printed column {label} is",
                        "Say which body it stands for.",
                    )
                )
        for row in self.tables["raci.csv"]:
            activity = activities.get(row["row"])
            clause = clauses.get(f"figure:2/row-{row['row']}")
            if activity and clause is None:
                self.wrong("raci.csv", row, "row", "clauses.csv has no such row of figure 2.")
            for label in MATRIX_COLUMNS:
                column = by_label.get(label)
                if column is None:
                    continue
                try:
                    codes = Code.parse_cell(row[label])
                except ValueError:
                    self.wrong(
                        "raci.csv",
                        row,
                        label,
                        'A cell holds A, R, C or I, two different ones joined by "/" (A/R), '
                        'or "-" for none.',
                        f'"{row[label]}" is not a code',
                    )
                    continue
                if activity and clause:
                    name = column.id.removeprefix("column:")
                    yield Assignment(
                        f"assignment:{activity.number}-{name}",
                        row[label],
                        codes,
                        activity,
                        column,
                        whole(clause),
                    )

    def _relationships(
        self,
        ends: Mapping[str, End],
        clauses: dict[str, Clause],
        earlier: Mapping[str, tuple[str, str]],
    ) -> Iterable[Relationship]:
        name, allowed = "relationships.csv", "an id of bodies.csv or instruments.csv"
        for row in self.tables[name]:
            source = self.named(name, row, "source", ends, allowed)
            target = self.named(name, row, "target", ends, allowed)
            relation = self.named(name, row, "relation", RELATIONS, "a relation of the model")
            force = self.one_of(name, row, "force", Force, row["force"])
            role = self.optional(name, row, "role", SeatRole)
            basis = self.one_of(name, row, "basis", Basis, row["basis"])
            if row["one_of"] not in ("", "or"):
                self.wrong(name, row, "one_of", "Allowed: or, where หรือ joins the item.")
            citation = self.citation(name, row, clauses)
            if source and target and relation and force and basis and citation:
                yield Relationship(
                    _told(source, relation, target, role, citation),
                    relation,
                    force,
                    role,
                    row["one_of"] == "or",
                    words_of(row["condition"]),
                    basis,
                    *(NO_DAYS if relation.timeless else earlier.get(citation.clause.id, NO_DAYS)),
                    Text(row["note_th"], row["note_en"]) if row["note_th"] else None,
                    source,
                    target,
                    citation,
                )


def _told(
    source: End, relation: Relation, target: End, role: SeatRole | None, citation: Citation
) -> str:
    """Make the id of a relationship of what it tells, so that it stays when rows come and go.

    A check lets the same not be told twice from one place.
    """
    parts = (
        source.id.partition(":")[2],
        relation.name,
        target.id.partition(":")[2],
        role.value if role else "",
        citation.clause.id,
    )
    return "relationship:" + re.sub(r"[^a-z0-9]+", "-", " ".join(filter(None, parts)))
