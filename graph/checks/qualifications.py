"""Qualifications are whole trees of the annex's items, joined as the printed words join them."""

import re
from collections.abc import Iterator

from graph.checks.told import finding
from graph.dataset import Dataset
from graph.errors import Finding
from graph.model.nodes import Basis, BodyKind, Join, Qualification

# What a join's printed words hold; หรือ within และหรือ is neither.
_WORDS = {
    Join.ALL: re.compile(r"และ(?!หรือ)|จะต้อง"),
    Join.ANY: re.compile(r"(?<!และ)หรือ|หนึ่ง"),
    Join.AND_OR: re.compile("และหรือ"),
}
ITEM = re.compile(r"/(qualifications|duties|composition)-\d")


def joins_are_printed_or_read(dataset: Dataset) -> Iterator[Finding]:
    """A requirement with parts says how they join, in printed words or as a reading with a note."""
    for each in dataset.qualifications:
        parts = dataset.parts_of_qualification.get(each.id, ())
        words, basis = each.join_words, each.join_basis
        faults = (
            (bool(parts) != bool(each.join), "join", "A requirement with parts joins them."),
            (len(parts) == 1, "parent", "One part alone is no choice; take it up into the whole."),
            (bool(each.join) != bool(basis), "join_basis", "Say what the join rests on."),
            (basis is Basis.INFERRED, "join_basis", "A join is stated or a reading."),
            (basis is Basis.STATED and not words, "join_words", "Give the printed words."),
            (bool(words) and not each.join, "join_words", "Words that join belong to a join."),
            (
                words != "" and each.join is not None and not _WORDS[each.join].search(words),
                "join_words",
                "All is joined by และ, any by หรือ or หนึ่ง, and-or by และหรือ.",
            ),
            (
                bool(words) and not _holds(dataset, each, words),
                "join_words",
                "The words stand in the requirement or in its parts.",
            ),
            (
                basis is Basis.READING and each.note is None,
                "note_th",
                "A reading says why it is read so.",
            ),
        )
        for wrong, column, allowed in faults:
            if wrong:
                yield finding(dataset, each, column, "not joined as printed", allowed)


def requirements_are_of_their_post(dataset: Dataset) -> Iterator[Finding]:
    """A requirement is asked of a post, by the words of that post's part of the annex."""
    for each in dataset.qualifications:
        whole = each
        while whole.parent is not None:
            whole = whole.parent
        section = whole.citation.clause.id.partition("/")[0]
        named = (*each.met_by, *each.names)
        faults = (
            (each.body.kind is not BodyKind.POST, "body", "Qualifications are asked of a post."),
            (whole.body is not each.body, "body", "A part is asked of the same post as the whole."),
            (
                each.citation.clause.id.partition("/")[0] != section,
                "cites",
                "A requirement and its parts stand in one part of the annex.",
            ),
            (
                any(body.kind is not BodyKind.POST or body is each.body for body in each.met_by),
                "met_by",
                "Other posts meet a requirement; organizations are named.",
            ),
            (len(set(named)) != len(named), "names", "A body stands once in a requirement."),
            (
                each.parent is not None and each.citation.quote == each.parent.citation.quote,
                "quote_th",
                "A part has words of its own.",
            ),
            (not each.name.en, "name_en", "Give its English."),
        )
        for wrong, column, allowed in faults:
            if wrong:
                yield finding(dataset, each, column, "not of its post", allowed)
    whole_of: set[str] = set()
    for each in dataset.qualifications:
        if each.parent is None:
            if each.body.id in whole_of:
                allowed = "A post has one whole."
                yield finding(dataset, each, "parent", f"{each.body.id} has two", allowed)
            whole_of.add(each.body.id)


def printed_requirements_are_taken_up(dataset: Dataset) -> Iterator[Finding]:
    """No printed item is set aside, and each printed qualification is a requirement."""
    cited = {each.citation.clause.id for each in dataset.qualifications}
    for number, clause in enumerate(dataset.clauses, 2):
        if not ITEM.search(clause.id) or "heading" in clause.id:
            continue
        if clause.no_fact:
            yield Finding(
                "seeds/clauses.csv",
                number,
                "no_fact",
                f"{clause.id} is a printed item",
                "A printed item has facts.",
            )
        if "/qualifications-" in clause.id and clause.id not in cited:
            yield Finding(
                "seeds/qualifications.csv",
                0,
                "cites",
                f"no requirement by {clause.id}",
                "Give each printed item a row.",
            )


def _holds(dataset: Dataset, each: Qualification, words: str) -> bool:
    """Whether words stand in a requirement's clause or in those of its parts, however deep."""
    parts = dataset.parts_of_qualification.get(each.id, ())
    return words in each.citation.clause.text.th or any(
        _holds(dataset, part, words) for part in parts
    )
