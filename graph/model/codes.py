"""The four codes of the matrix, as the legend of figure 2 spells them."""

from enum import Enum

from graph.model.text import Text


class Code(Enum):
    """How a column takes part in an activity (figure 2, legend)."""

    ACCOUNTABLE = "A"
    RESPONSIBLE = "R"
    COACH_CONSULT = "C"
    INFORM = "I"

    @property
    def label(self) -> Text:
        """The word of the legend; the guideline prints it in English only.

        >>> Code.COACH_CONSULT.label.en
        'Coach/Consult'
        """
        return _LABELS[self]

    @classmethod
    def parse_cell(cls, cell: str) -> "tuple[Code, ...]":
        """Read one cell of the matrix, codes in the order printed.

        Raises ValueError for anything but A, R, C or I, two different ones joined by "/", or "-".

        >>> [code.name for code in Code.parse_cell("A/R")]
        ['ACCOUNTABLE', 'RESPONSIBLE']
        >>> Code.parse_cell("-")
        ()
        """
        if cell == "-":
            return ()
        codes = tuple(cls(mark) for mark in cell.split("/"))
        if len(codes) > 2 or len(set(codes)) < len(codes):
            raise ValueError(cell)
        return codes


_LABELS = {
    Code.ACCOUNTABLE: Text("Accountable (A)", "Accountable"),
    Code.RESPONSIBLE: Text("Responsible (R)", "Responsible"),
    Code.COACH_CONSULT: Text("Coach/Consult (C)", "Coach/Consult"),
    Code.INFORM: Text("Inform (I)", "Inform"),
}
