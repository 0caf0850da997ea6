"""Figure 2, cell by cell, against the guideline file itself."""

from collections import Counter

from graph.dataset import Dataset
from graph.model.codes import Code
from graph.model.levels import Level
from tests.oracle import BODIES, COLUMNS, printed_rows


def test_the_oracle_reads_thirteen_rows_sixty_five_cells_and_seventy_three_codes() -> None:
    cells = [cell for row in printed_rows() for cell in row.cells.values()]
    assert [row.number for row in printed_rows()] == list(range(1, 14))
    assert len(cells) == 65
    assert sum(len(cell.replace("-", "").split("/")) for cell in cells if cell != "-") == 73
    assert sum("/" in cell for cell in cells) == 11
    assert cells.count("-") == 3


def test_each_of_the_65_cells_is_as_printed(dataset: Dataset) -> None:
    loaded = {(each.activity.number, each.column.label): each for each in dataset.assignments}
    printed = {
        (row.number, column): row.cells[column] for row in printed_rows() for column in COLUMNS
    }
    assert {place: cell.printed for place, cell in loaded.items()} == printed
    for place, cell in loaded.items():
        letters = [code.value for code in cell.codes]
        assert letters == [mark for mark in printed[place].split("/") if mark != "-"]


def test_each_activity_has_the_printed_words(dataset: Dataset) -> None:
    words = {row.number: row.words for row in printed_rows()}
    assert {each.number: each.name.th for each in dataset.activities} == words


def test_every_cell_cites_its_printed_row(dataset: Dataset) -> None:
    for cell in dataset.assignments:
        row = next(row for row in printed_rows() if row.number == cell.activity.number)
        printed = " ".join([f"{row.number}.", row.words, *row.cells.values()])
        assert cell.citation.quote == printed
        assert cell.citation.place == f"figure 2 row {row.number}"


def test_every_activity_is_accounted_for_in_one_column(dataset: Dataset) -> None:
    accountable = Counter(
        (cell.column.label, cell.activity.number)
        for cell in dataset.assignments
        if Code.ACCOUNTABLE in cell.codes
    )
    rows: dict[str, list[int]] = {}
    for column, number in accountable:
        rows.setdefault(column, []).append(number)
    assert rows == {"DG/DE": [1, 6, 7, 9, 10, 11, 13], "GCIO": [2, 3, 4, 5, 8, 12]}


def test_no_post_or_committee_below_the_whole_of_government_is_ever_accountable(
    dataset: Dataset,
) -> None:
    below = {Level.MINISTRY, Level.DEPARTMENT, Level.PROVINCE}
    assert not [
        cell
        for cell in dataset.assignments
        if Code.ACCOUNTABLE in cell.codes and cell.column.level in below
    ]


def test_each_column_stands_for_the_bodies_of_the_clauses(dataset: Dataset) -> None:
    read = {
        column.label: tuple(standing.body.id for standing in column.stands_for)
        for column in dataset.columns
    }
    assert read == BODIES


def test_dg_de_and_gcio_are_readings_and_say_why(dataset: Dataset) -> None:
    for column in dataset.columns:
        expected = "reading" if column.label in ("DG/DE", "GCIO") else "stated"
        for standing in column.stands_for:
            assert standing.basis.value == expected
            assert len(standing.why.th) > 20
            assert len(standing.why.en) > 20


def test_pcio_is_a_committee_and_mcio_and_dcio_are_posts(dataset: Dataset) -> None:
    kinds = {body.id: body.kind.value for body in dataset.bodies}
    assert kinds["organization:pcio-committee"] == "organization"
    assert kinds["organization:gcio-committee"] == "organization"
    assert kinds["post:mcio"] == kinds["post:dcio"] == "post"
