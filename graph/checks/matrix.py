"""The matrix is whole and as printed, and its columns are the bodies their heads abbreviate."""

from collections.abc import Iterator

from graph.dataset import Dataset, marks
from graph.errors import Finding
from graph.model.codes import Code
from graph.model.nodes import Basis


def the_matrix_is_whole(dataset: Dataset) -> Iterator[Finding]:
    """There are 13 rows of 5 cells, and in each row one column is accountable."""
    numbers = [activity.number for activity in dataset.activities]
    if numbers != list(range(1, 14)) or len(dataset.assignments) != 65:
        yield Finding(
            "seeds/raci.csv",
            0,
            "row",
            f"rows {numbers} with {len(dataset.assignments)} cells",
            "Figure 2 has rows 1 to 13 in order, five cells each.",
        )
    for activity in dataset.activities:
        cells = dataset.assignments_of_activity.get(activity.id, ())
        accountable = [cell.column.label for cell in cells if Code.ACCOUNTABLE in cell.codes]
        if len(accountable) != 1:
            yield Finding(
                "seeds/raci.csv",
                activity.number + 1,
                "",
                f"accountable columns: {', '.join(accountable) or 'none'}",
                "Each printed row has exactly one A.",
            )


def cells_are_the_printed_rows(dataset: Dataset) -> Iterator[Finding]:
    """The 13 rows, put together again, are the rows of figure 2."""
    for activity in dataset.activities:
        cells = dataset.assignments_of_activity.get(activity.id)
        if not cells:
            # That a row lacks cells is told by the_matrix_is_whole.
            continue
        row = f"{activity.number}. {activity.name.th} {' '.join(cell.printed for cell in cells)}"
        printed = cells[0].citation.clause.text.th
        if row != printed:
            yield Finding(
                "seeds/raci.csv",
                activity.number + 1,
                "",
                f"the row is not as figure 2 prints it ({printed[-40:]})",
                "Keep the row exactly as printed.",
            )


def printed_cells_are_their_codes(dataset: Dataset) -> Iterator[Finding]:
    """A cell's codes, written again, are the cell."""
    for cell in dataset.assignments:
        if marks(cell.codes) != cell.printed:
            yield Finding("seeds/raci.csv", 0, cell.column.label, cell.printed, "Write it as A/R.")


def columns_are_their_bodies(dataset: Dataset) -> Iterator[Finding]:
    """A column stands at the level of its bodies; a body stands behind one column."""
    seen: dict[str, str] = {}
    printed = {cell.column.id for cell in dataset.assignments}
    for column in dataset.columns:
        if column.id not in printed:
            yield Finding(
                "seeds/columns.csv",
                0,
                "column",
                f"{column.id} is no column of raci.csv",
                "Figure 2 prints five columns.",
            )
        for standing in column.stands_for:
            body = standing.body
            if body.level is not column.level:
                level = body.level.value if body.level else "none"
                yield Finding(
                    "seeds/columns.csv",
                    0,
                    "level",
                    f"{column.id} is {column.level.value}, {body.id} is {level}",
                    "A column and its bodies stand at one level.",
                )
            if body.id in seen:
                yield Finding(
                    "seeds/columns.csv",
                    0,
                    "body",
                    f"{body.id} stands behind {seen[body.id]} and {column.id}",
                    "A body stands behind one column, once.",
                )
            seen[body.id] = column.id
            if body.short and body.short not in (column.label, f"{column.label} Committee"):
                yield Finding(
                    "seeds/columns.csv",
                    0,
                    "body",
                    f"{column.id} is printed {column.label}, {body.id} is called {body.short}",
                    "A column stands for the body its head abbreviates.",
                )
            if not body.short and standing.basis is not Basis.READING:
                yield Finding(
                    "seeds/columns.csv",
                    0,
                    "basis",
                    f"{column.id} is not an abbreviation the guideline gives {body.id}",
                    "Then it is a reading.",
                )
