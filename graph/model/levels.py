"""The levels of government at which the guideline places those who hold a code."""

from enum import Enum

from graph.model.text import Text


class Level(Enum):
    """Where a body of the matrix stands.

    Ministry, department and province are printed (clause 2). National is printed for the
    committees behind DG/DE (clause 3, คณะกรรมการระดับชาติ). Whole of government is our name for
    the GCIO Committee's place, which clause 2(ก) calls ภาครัฐ.
    """

    NATIONAL = "national"
    WHOLE_OF_GOVERNMENT = "whole-of-government"
    MINISTRY = "ministry"
    DEPARTMENT = "department"
    PROVINCE = "province"

    @property
    def label(self) -> Text:
        """The level in words.

        >>> Level.DEPARTMENT.label.th
        'ระดับกรม'
        """
        return _LABELS[self]


_LABELS = {
    Level.NATIONAL: Text("ระดับชาติ", "national level"),
    Level.WHOLE_OF_GOVERNMENT: Text("ภาครัฐในภาพรวม", "whole-of-government level"),
    Level.MINISTRY: Text("ระดับกระทรวง", "ministry level"),
    Level.DEPARTMENT: Text("ระดับกรม", "department level"),
    Level.PROVINCE: Text("ระดับจังหวัด", "province level"),
}
