"""In which layer a body is drawn: by its level where one is printed, else by our arrangement."""

import csv
from enum import Enum
from functools import cache
from pathlib import Path

from graph.model.levels import Level
from graph.model.nodes import Body, End
from graph.model.text import Text


class Layer(Enum):
    """A layer of the drawing, from the top down."""

    NATIONAL = "national"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    DEPARTMENT = "department"
    PROVINCE = "province"
    ANY = "any"
    MEANS = "means"

    @property
    def label(self) -> Text:
        """What stands in it, in words.

        >>> Layer.MEANS.label.en
        'courses, plans and other means'
        """
        return _LABELS[self]


_LABELS = {
    Layer.NATIONAL: Level.NATIONAL.label,
    Layer.GOVERNMENT: Text("ภาครัฐในภาพรวมและหน่วยงานกลาง", "whole of government, central agencies"),
    Layer.MINISTRY: Level.MINISTRY.label,
    Layer.DEPARTMENT: Level.DEPARTMENT.label,
    Layer.PROVINCE: Level.PROVINCE.label,
    Layer.ANY: Text("ทุกส่วนราชการและนอกภาครัฐ", "any agency, and outside government"),
    Layer.MEANS: Text("หลักสูตร แผน และเครื่องมือ", "courses, plans and other means"),
}
ORDER = {layer: number for number, layer in enumerate(Layer)}


def layer_of(end: End) -> Layer:
    """Give the layer that a body or an instrument is drawn in."""
    if not isinstance(end, Body):
        return Layer.MEANS
    return arranged().get(end.id, Layer.ANY)


@cache
def arranged() -> dict[str, Layer]:
    """Give the layer of each body of the guideline; one from elsewhere stands with any agency."""
    with Path(__file__).with_name("layers.csv").open(encoding="utf-8") as rows:
        return {row["id"]: Layer(row["layer"]) for row in csv.DictReader(rows)}
