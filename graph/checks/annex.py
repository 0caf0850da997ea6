"""What the annex and the closing table list is there, item by item."""

from collections import Counter
from collections.abc import Iterator

from graph.dataset import Dataset
from graph.errors import Finding
from graph.model.nodes import Clause, DutyKind

# The duties of the annex by the body they bind: where they stand and how many are printed.
ANNEX_DUTIES = {
    "organization:gcio-committee": ("annex:gcio/duties", 8),
    "post:mcio": ("annex:mcio/duties", 8),
    "post:dcio": ("annex:dcio/duties", 8),
    "organization:pcio-committee": ("annex:pcio/duties", 7),
}

# Seats by printed item of the two compositions of the annex.
COMPOSITIONS = {"annex:gcio/composition": 10, "annex:pcio/composition": 7}


def compositions_have_their_items(dataset: Dataset) -> Iterator[Finding]:
    """Each printed item of a committee's composition seats somebody."""
    for place, items in COMPOSITIONS.items():
        seated = Counter(
            each.citation.clause.id
            for each in dataset.relationships
            if each.role and each.citation.clause.id.startswith(f"{place}-")
        )
        missing = [n for n in range(1, items + 1) if not seated[f"{place}-{n}"]]
        if missing:
            yield Finding(
                "seeds/relationships.csv",
                0,
                "cites",
                f"{place} seats nobody by items {missing}",
                f"It prints {items} items; give each a row with its role.",
            )


def the_annex_lists_its_duties(dataset: Dataset) -> Iterator[Finding]:
    """The annex prints 8, 8, 8 and 7 duties; each is a row."""
    for body, (place, items) in ANNEX_DUTIES.items():
        cited = {
            duty.citation.clause.id
            for duty in dataset.duties
            if duty.kind is DutyKind.LISTED
            and duty.body.id == body
            and duty.citation.clause.id.startswith(f"{place}-")
        }
        missing = {f"{place}-{number}" for number in range(1, items + 1)} - cited
        if missing:
            yield Finding(
                "seeds/duties.csv",
                0,
                "cites",
                f"{body} has no duty by {', '.join(sorted(missing))}",
                "Give each printed item a row.",
            )


def _printed_row(clause: Clause) -> str:
    return clause.id.partition("/")[0].partition(":")[2]


def actions_are_the_closing_table(dataset: Dataset) -> Iterator[Finding]:
    """Each printed row of the closing table is an action, and no body is named by other words."""
    rows = {
        _printed_row(clause)
        for clause in dataset.clauses
        if clause.id.startswith("actions:") and clause.id[8].isdigit()
    }
    missing = rows - {
        _printed_row(each.clause) for action in dataset.actions for each in action.citations
    }
    if missing:
        yield Finding(
            "seeds/actions.csv",
            0,
            "id",
            f"no action for the printed rows {', '.join(sorted(missing))}",
            "Give each printed row an action.",
        )
    readings = {reading.clause.id: reading.read for reading in dataset.readings}
    for action in dataset.actions:
        for charge in action.responsible:
            words = "".join(charge.citation.quote.split())
            name = "".join((charge.body.short or charge.body.name.th).split())
            aliases = ("".join(alias.split()) for alias in charge.body.aliases)
            read = "".join(readings.get(charge.citation.clause.id, "").split())
            if not any(called in words or called in read for called in (name, *aliases)):
                yield Finding(
                    "seeds/actions.csv",
                    0,
                    "responsible",
                    f"{action.id}: {charge.body.id} is not named in {charge.citation.clause.id}",
                    "Name the body that the cell prints, or give a reading of it.",
                )
