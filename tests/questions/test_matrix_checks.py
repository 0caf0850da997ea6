"""What is said about the whole matrix is counted from it: another matrix, other words."""

import asyncio
from dataclasses import replace

from app.context import Context
from graph.dataset import Dataset
from graph.model.answers import Check
from graph.model.codes import Code
from graph.model.nodes import Basis
from graph.questions.matrix import WholeMatrix
from graph.stores.networkx_store import NetworkxStore
from tests.oracle import printed_rows


def checks(dataset: Dataset) -> dict[str, Check]:
    matrix = asyncio.run(Context(NetworkxStore(dataset)).ask(WholeMatrix()))
    assert matrix.remarks == tuple(check.words for check in matrix.checks)
    return {check.name: check for check in matrix.checks}


def with_cell(dataset: Dataset, identity: str, *codes: Code) -> Dataset:
    """Give the dataset with other codes in one cell."""
    cells = tuple(
        replace(each, codes=codes) if each.id == identity else each for each in dataset.assignments
    )
    return replace(dataset, assignments=cells)


def rows(check: Check) -> list[int]:
    return [cell.activity.number for cell in check.cells]


def test_seven_rows_have_two_accountable_committees_by_our_reading(dataset: Dataset) -> None:
    check = checks(dataset)["shared-accountable"]
    printed = [row.number for row in printed_rows() if row.holds("DG/DE", "ACCOUNTABLE")]
    assert rows(check) == printed == [1, 6, 7, 9, 10, 11, 13]
    assert check.basis is Basis.READING
    assert [column.label for column in check.columns] == ["DG/DE"]
    assert check.read_as == tuple(each.why for each in check.columns[0].stands_for)
    assert "7 rows" in check.words.en
    assert "๗ แถว" in check.words.th


def test_no_a_stands_below_the_whole_of_government(dataset: Dataset) -> None:
    check = checks(dataset)["no-accountable-below"]
    assert check.cells == ()
    assert [column.label for column in check.columns] == ["MCIO", "DCIO", "PCIO"]
    assert check.words.en.startswith("No A stands at ministry, department or province level")


def test_row_ten_prints_three_dashes(dataset: Dataset) -> None:
    check = checks(dataset)["dashes"]
    assert [cell.column.label for cell in check.cells] == ["MCIO", "DCIO", "PCIO"]
    assert set(rows(check)) == {10}


def test_every_row_has_one_column_with_a(dataset: Dataset) -> None:
    check = checks(dataset)["one-accountable-column"]
    assert rows(check) == list(range(1, 14))
    assert check.words.en == "Each of the 13 rows has A in exactly one column."


def test_another_a_changes_what_is_said(dataset: Dataset) -> None:
    found = checks(with_cell(dataset, "assignment:11-dcio", Code.ACCOUNTABLE))
    assert found["no-accountable-below"].words.en.endswith("in rows 11.")
    assert rows(found["no-accountable-below"]) == [11]
    assert "exactly one column: 11." in found["one-accountable-column"].words.en


def test_a_row_is_named_by_its_number_and_not_by_its_place(dataset: Dataset) -> None:
    without = replace(dataset, activities=dataset.activities[1:])
    lost = checks(with_cell(without, "assignment:11-dg-de", Code.INFORM))
    assert lost["one-accountable-column"].words.en.endswith("exactly one column: 11.")


def test_a_lost_a_and_a_filled_dash_change_what_is_said(dataset: Dataset) -> None:
    found = checks(with_cell(dataset, "assignment:11-dg-de", Code.INFORM))
    assert rows(found["shared-accountable"]) == [1, 6, 7, 9, 10, 13]
    assert "6 rows" in found["shared-accountable"].words.en
    assert "exactly one column: 11." in found["one-accountable-column"].words.en
    filled = checks(with_cell(dataset, "assignment:10-pcio", Code.INFORM))
    assert "under MCIO, DCIO:" in filled["dashes"].words.en
