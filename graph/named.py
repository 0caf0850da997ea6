"""Ministries, departments, agencies and provinces by name, from two lists beside the guideline.

The lists' README names their sources and says what was verified; it is kept in docs/.
"""

from collections.abc import Iterable, Sequence

from graph.model.levels import Level
from graph.model.nodes import Basis, NamedKind, NamedOrganization
from graph.model.text import Text
from graph.rows import Rows
from graph.tables import Row

LISTS = {
    "organizations.csv": (
        *("id", "agency_code", "name_th", "abbr_th", "name_en", "abbr_en", "kind", "parent_id"),
        *("law", "th_sources", "en_sources", "th_verified", "en_verified", "abbr_verified", "note"),
    ),
    "provinces.csv": (
        *("id", "iso_3166_2", "dopa_code", "name_th", "full_name_th", "abbr_th", "name_en"),
        *("abbr_en", "iso_name", "kind", "region_th", "region_en", "sources", "verified", "note"),
    ),
}

LEVELS = {
    NamedKind.MINISTRY: (Level.MINISTRY, Basis.STATED),
    NamedKind.DEPARTMENT: (Level.DEPARTMENT, Basis.STATED),
    NamedKind.OFFICE: (Level.DEPARTMENT, Basis.READING),
    NamedKind.PROVINCE: (Level.PROVINCE, Basis.STATED),
}
NOTES = {
    NamedKind.OFFICE: Text(
        "รายชื่อจัดไว้ในระดับกรม แต่ชื่อไม่ใช่กรม แนวทางฯ ไม่ได้บอกว่าหน่วยงานใดเทียบเท่ากรม",
        "The list puts it at department level under another name; the guideline does not say which "
        "agencies are equivalent to a department.",
    ),
    NamedKind.SPECIAL_ADMINISTRATION: Text(
        "แนวทางฯ ไม่ได้บอกว่ากรุงเทพมหานครเป็น “จังหวัด” ในที่นี้หรือไม่",
        "The guideline does not say whether Bangkok is a province here.",
    ),
}
OPEN = Text(
    "แนวทางฯ พูดถึงหน่วยงานของรัฐที่ “เทียบเท่า” แต่ไม่ได้บอกว่ารวมหน่วยงานนี้หรือไม่",
    "The guideline speaks of equivalent state agencies and does not say whether this is one.",
)


def named_organizations(
    rows: Rows, organizations: Sequence[Row], provinces: Sequence[Row]
) -> Iterable[NamedOrganization]:
    """Make the organizations of the two lists; what does not fit is reported to `rows`."""
    found: dict[str, NamedOrganization] = {}
    for row in organizations:
        file = "organizations.csv"
        kind = rows.one_of(file, row, "kind", NamedKind, row["kind"])
        parent = None
        if row["parent_id"]:
            parent = rows.named(file, row, "parent_id", found, "an earlier row's id")
        if kind:
            verified = row["th_verified"] == row["en_verified"] == "yes"
            name = Text(row["name_th"], row["name_en"])
            made = _made(row, name, kind, verified, parent)
            rows.add(file, row, "id", found, row["id"], made)
    for row in provinces:
        file = "provinces.csv"
        kind = rows.one_of(file, row, "kind", NamedKind, row["kind"])
        if kind:
            name = Text(row["full_name_th"], row["name_en"])
            made = _made(row, name, kind, row["verified"] == "yes", None)
            rows.add(file, row, "id", found, row["id"], made)
    return found.values()


def _made(
    row: Row, name: Text, kind: NamedKind, verified: bool, parent: NamedOrganization | None
) -> NamedOrganization:
    level, basis = LEVELS.get(kind, (None, Basis.READING))
    abbreviations = tuple(filter(None, (row["abbr_th"], row["abbr_en"])))
    note = NOTES.get(kind, None if level else OPEN)
    identity = f"named:{row['id']}"
    return NamedOrganization(
        identity, name, abbreviations, kind, level, basis, note, verified, parent
    )
