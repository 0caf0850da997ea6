"""What was laid down on a day: who was a ministry's CIO in 2005?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.dataset import Dataset
from graph.errors import BadArgument
from graph.model.answers import AsOf
from graph.model.nodes import Provision, whole
from graph.model.text import BUDDHIST, Text, day_in_words, key
from graph.questions.base import Graph, IdRow, Question

FIRST, CHANGED = "1998-06-09", "2019-11-26"
CAVEAT = Text(
    "แนวทางฯ ไม่ได้พิมพ์วันใช้บังคับ จึงอ่านวันที่ ๒๖ พฤศจิกายน ๒๕๖๒ ซึ่งเป็นวันที่มีมติ ว่าเป็นวันเปลี่ยน",
    "No date of effect is printed; 26 November 2019, the date of the resolution, is read as the "
    "day of change.",
)
KEPT = Text(
    "ข้อ ๑๔ ให้ CIO เดิมปฏิบัติหน้าที่ต่อไปจนกว่าจะมีการตั้งและมอบหมาย GCIO ตามแนวทางนี้",
    "Clause 14 keeps the earlier CIOs in office until GCIOs are set up and assigned.",
)
GOES_ON = Text(
    "ไม่มีข้อใดพิมพ์ว่ายกเลิกมติเดิม วันสิ้นสุดเป็นการอ่านของเรา ข้อ ๑๖ ให้ปฏิบัติตามกฎหมายหรือมติเดิมต่อไป "
    "เท่าที่ไม่ขัดหรือแย้งกับแนวทางนี้",
    "Nowhere is it printed that an earlier resolution is repealed; the last days are our reading. "
    "Clause 16 has earlier laws and resolutions followed as far as they do not conflict.",
)
SINCE = Text(
    "ข้อความของแนวทางฯ ไม่ได้บอกว่าหลังจากนั้นมีการเปลี่ยนแปลงหรือไม่",
    "The guideline's text does not tell whether anything has changed since.",
)
BEFORE = Text(
    "ข้อความของแนวทางฯ ไม่ได้กล่าวถึงช่วงก่อนวันที่ ๙ มิถุนายน ๒๕๔๑",
    "The guideline's text does not tell of the time before 9 June 1998.",
)


@dataclass(frozen=True, slots=True)
class LaidDownOn(Question[IdRow, AsOf]):
    """Ask what was laid down on a day."""

    date: str
    until: str

    stem: ClassVar[str] = "as_of"
    row: ClassVar[type] = IdRow

    @classmethod
    def of(cls, asked: str) -> "LaidDownOn":
        """Read a day or a year, common or Buddhist era; a year means all its days.

        Raises BadArgument for anything else.

        >>> LaidDownOn.of("๒๕๔๘")
        LaidDownOn(date='2005-01-01', until='2005-12-31')
        >>> LaidDownOn.of("2005-06-30").until
        '2005-06-30'
        """
        found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2}))?", key(asked[:40]))
        allowed = Text(
            "วันเช่น 2005-06-30 หรือปีเช่น 2548 หรือ 2005",
            "a day such as 2005-06-30, or a year such as 2005 or 2548",
        )
        if not found:
            raise BadArgument("date", asked, allowed)
        year = int(found[1])
        try:
            day = date(
                year - BUDDHIST if year > 2400 else year, int(found[2] or 1), int(found[3] or 1)
            )
        except ValueError:
            raise BadArgument("date", asked, allowed) from None
        last = day if found[2] else day.replace(month=12, day=31)
        return cls(day.isoformat(), last.isoformat())

    def find(self, graph: Graph) -> Iterable[IdRow]:
        """Find what was valid on the day, or on some day of the year."""
        for identity in graph.labelled("Provision"):
            has = graph.properties(identity)
            if has["valid_from"] <= self.until and self.date <= (has["valid_until"] or self.date):
                yield IdRow(identity)

    def judge(self, dataset: Dataset, rows: Sequence[IdRow]) -> AsOf:
        """Tell it topic by topic, with what the dates rest on."""
        found = {row.id for row in rows}
        valid = tuple(each for each in dataset.provisions if each.id in found)
        caveats = [CAVEAT, GOES_ON] if self.until >= FIRST else []
        cited = ["title/p2", "clause:16"]
        if self.until >= CHANGED:
            caveats += [KEPT, SINCE]
            cited.append("clause:14")
        clauses = [dataset.clause(identity) for identity in cited]
        answer = BEFORE
        if valid:
            told = [(each, self._days(each)) for each in valid]
            answer = Text(
                " · ".join(f"{each.topic.th}{days.th}: {each.name.th}" for each, days in told),
                " · ".join(f"{each.topic.en}{days.en}: {each.name.en}" for each, days in told),
            )
        return AsOf(
            self.date,
            self.until,
            bool(valid),
            valid,
            answer,
            tuple(caveats),
            tuple(whole(clause) for clause in clauses),
        )

    def _days(self, provision: Provision) -> Text:
        """Give the days of what did not hold all through the time asked for."""
        begun, ended = provision.valid_from, provision.valid_until
        if begun <= self.date and self.until <= (ended or self.until):
            return Text("", "")
        first = day_in_words(begun)
        if not ended:
            return Text(f" (ตั้งแต่ {first.th})", f" (from {first.en})")
        last = day_in_words(ended)
        return Text(f" ({first.th} – {last.th})", f" ({first.en} – {last.en})")
