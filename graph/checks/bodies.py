"""Bodies have their names, and the relationships between them are whole and told once."""

from collections.abc import Iterator

from graph.checks.told import finding
from graph.dataset import Dataset
from graph.errors import Finding
from graph.model.nodes import End, Instrument
from graph.model.relations import SEATS
from graph.model.text import key

SHORTEST = 8


def names_are_whole(dataset: Dataset) -> Iterator[Finding]:
    """Everything has a Thai and an English name, and no name is another thing's id."""
    ids = {key(identity) for identity in dataset.nodes}
    for body in dataset.bodies:
        if not (body.name.th and body.name.en):
            yield finding(dataset, body, "name_en", "lacks a name", "Give both.")
        if body.note and not (body.note.th and body.note.en):
            yield finding(dataset, body, "note_en", "a note in one language", "Give both.")
        for alias in body.aliases:
            if key(alias) in ids:
                found = f'called "{alias}", which is an id'
                yield finding(dataset, body, "aliases", found, "An id is no alias.")
    for activity in dataset.activities:
        if not activity.name.en:
            yield Finding(
                "seeds/activities.csv",
                activity.number + 1,
                "name_en",
                "it is empty",
                "Give the English of the row.",
            )
    for column in dataset.columns:
        for standing in column.stands_for:
            if not (standing.why.th and standing.why.en):
                yield Finding(
                    "seeds/columns.csv",
                    0,
                    "why_en",
                    f"{column.id} does not say why",
                    "Say why in both languages.",
                )


def ends_are_told_apart(dataset: Dataset) -> Iterator[Finding]:
    """Bodies and instruments share no name; an instrument has both languages and a relation."""
    ids = {key(identity) for identity in dataset.nodes}
    names = {
        key(name): body.id
        for body in dataset.bodies
        for name in filter(None, (body.name.th, body.name.en, body.short, *body.aliases))
    }
    for each in dataset.instruments:
        if not (each.name.th and each.name.en):
            yield finding(dataset, each, "name_en", "lacks a name", "Give both.")
        if each.note and not (each.note.th and each.note.en):
            yield finding(dataset, each, "note_en", "a note in one language", "Give both.")
        if each.id not in dataset.relationships_of_end:
            allowed = (
                "An instrument is there for what somebody does with it; relate it or leave it out."
            )
            yield finding(dataset, each, "id", "stands in no relation", allowed)
        for name in dict.fromkeys(
            key(name) for name in (each.name.th, each.name.en, *each.aliases)
        ):
            other = names.setdefault(name, each.id)
            if name in ids - {key(each.id)}:
                found = f'called "{name}", which is an id'
                yield finding(dataset, each, "aliases", found, "An id is no name.")
            elif other != each.id:
                found = f'it and {other} are both called "{name}"'
                yield finding(dataset, each, "aliases", found, "Call one of them otherwise.")


def relationships_are_whole(dataset: Dataset) -> Iterator[Finding]:
    """A seat has a role and nothing else has; nobody is related to itself; words are words."""
    for number, each in enumerate(dataset.relationships, 2):
        seat = each.relation.name in SEATS
        relation, quote = each.relation, each.citation.quote
        representative = relation.name == "is_represented_on"
        faults = (
            (seat != bool(each.role), "role", "A seat on a committee has a role, no other has."),
            (each.source is each.target, "target", "A relation joins two."),
            (not _fits(each.source, relation.source), "source", f"It is a {relation.source}."),
            (not _fits(each.target, relation.target), "target", f"It is a {relation.target}."),
            (
                seat and representative != ("ผู้แทน" in quote),
                "relation",
                "Where ผู้แทน is printed a representative sits (is_represented_on), else in person.",
            ),
            (
                each.role is not None and each.role.label.th not in quote,
                "role",
                "The role is printed.",
            ),
            (each.note is not None and not each.note.en, "note_en", "Give both languages."),
            (each.one_of and "หรือ" not in quote, "one_of", "หรือ joins those of the item."),
            (len(each.citation.quote) < SHORTEST, "quote_th", "Quote the words that say so."),
        )
        for wrong, column, allowed in faults:
            if wrong:
                yield Finding(
                    "seeds/relationships.csv",
                    number,
                    column,
                    f"{each.source.id} {each.relation.name} {each.target.id}",
                    allowed,
                )


def _fits(end: End, kind: str) -> bool:
    return kind == "either" or isinstance(end, Instrument) == (kind == "instrument")


def relationships_are_single(dataset: Dataset) -> Iterator[Finding]:
    """The same relationship is not told twice from the same place."""
    seen: set[tuple[str, ...]] = set()
    for number, each in enumerate(dataset.relationships, 2):
        role = each.role.value if each.role else ""
        told = (each.source.id, each.relation.name, each.target.id, role, each.citation.clause.id)
        if told in seen:
            yield Finding(
                "seeds/relationships.csv", number, "", f"{told} stands twice", "Take one out."
            )
        seen.add(told)
