"""Data pinned by ?data=: what an address says of the version that its editor saw."""

from starlette.requests import Request

from app.asked import read_version
from graph.dataset import Dataset
from graph.model.text import Text


def outdated(request: Request, dataset: Dataset) -> Text | None:
    """Say that an address was placed with other data than is shown; nothing where it is the same.

    Only the current version is kept, so that it is shown, but never silently. Raises BadArgument.
    """
    pinned = read_version(request.query_params.get("data", ""))
    if pinned in ("", dataset.version):
        return None
    return Text(
        f"ข้อมูลที่อ้างไว้คือรุ่น {pinned} ปัจจุบันเป็นรุ่น {dataset.version} ที่แสดงนี้คือรุ่นปัจจุบัน",
        f"Placed with data version {pinned}; now it is version {dataset.version}, "
        "which is what is shown.",
    )
