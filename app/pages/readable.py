"""An answer in JSON laid out for reading: fields, lists, and tables where rows are alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

WIDEST = 16


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value; Thai and English words are one, of which a page shows its own."""

    kind: ClassVar[str] = "leaf"
    value: Any

    def said(self, lang: str) -> Any:
        """Give the words of a language, or of the other where it was not asked for."""
        if not isinstance(self.value, dict):
            return self.value
        return self.value.get(lang) or next(iter(self.value.values()))

    @property
    def languages(self) -> Sequence[str]:
        """The languages it has words in."""
        return list(self.value) if isinstance(self.value, dict) else []


@dataclass(frozen=True, slots=True)
class Fields:
    """Named values."""

    kind: ClassVar[str] = "fields"
    named: "Mapping[str, Shown]"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of what no table can hold, or of nothing."""

    kind: ClassVar[str] = "items"
    items: "Sequence[Shown]"


@dataclass(frozen=True, slots=True)
class Table:
    """A list of things that have the same few values; `path` is where it stands in the answer."""

    kind: ClassVar[str] = "table"
    path: str
    columns: Sequence[str]
    rows: Sequence[Sequence["Shown"]]


Shown = Leaf | Fields | Items | Table


def laid_out(value: Any, path: str = "") -> Shown:
    """Lay out what JSON holds.

    >>> laid_out([{"id": "post:dcio", "name": {"th": "กรม"}}], "bodies").columns
    ['id', 'name']
    """
    if isinstance(value, dict) and not _is_text(value):
        named = _drawn_in(value)
        return Fields({each: laid_out(named[each], f"{path}.{each}".strip(".")) for each in named})
    if isinstance(value, list):
        return _table(value, path) or Items(
            [laid_out(each, f"{path}[{place}]") for place, each in enumerate(value, 1)]
        )
    return Leaf(value)


def _table(things: Sequence[Any], path: str) -> Table | None:
    if not things or not all(isinstance(each, dict) and not _is_text(each) for each in things):
        return None
    rows = [_flat(each) for each in things]
    names = dict.fromkeys(name for row in rows for name in row)
    # What is missing in one row is spread out in another.
    columns = [each for each in names if not any(other.startswith(f"{each}.") for other in names)]
    cells = [[row.get(name) for name in columns] for row in rows]
    if len(columns) > WIDEST or not all(_fits(cell) for row in cells for cell in row):
        return None
    return Table(path, columns, [[laid_out(cell) for cell in row] for row in cells])


def _drawn_in(thing: Mapping[str, Any]) -> dict[str, Any]:
    """Give the small things within a thing as fields of its own; large ones stay what they are."""
    named: dict[str, Any] = {}
    for name, value in thing.items():
        inner = _flat({name: value})
        named |= inner if all(_fits(each) for each in inner.values()) else {name: value}
    return named


def _flat(thing: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in thing.items():
        if isinstance(value, dict) and not _is_text(value):
            found |= _flat(value, f"{before}{name}.")
        else:
            found[f"{before}{name}"] = value
    return found


def _fits(value: Any) -> bool:
    """Tell whether a cell can hold a value: one, or a list of single ones."""
    return not isinstance(value, list) or all(
        not isinstance(each, dict | list) or _is_text(each) for each in value
    )


def _is_text(value: Any) -> bool:
    """Tell words in one or two languages from things that an alias calls th or en."""
    return (
        isinstance(value, dict)
        and bool(value)
        and set(value) <= {"th", "en"}
        and all(each is None or isinstance(each, str) for each in value.values())
    )
