"""The tree of errors. Each says where, what was found, what is allowed and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.text import Text

_KINDS = {
    "activity": "กิจกรรม",
    "body": "องค์กรหรือตำแหน่ง",
    "clause": "ข้อ",
    "column": "คอลัมน์",
    "end": "องค์กร ตำแหน่ง หรือเครื่องมือ",
    "instrument": "หลักสูตร บัญชีรายชื่อ หรือแนวทาง",
    "node": "สิ่งที่มีรหัส",
    "organization": "กระทรวง กรม หรือจังหวัด",
    "relation": "ความสัมพันธ์",
}

# Where the word of a code is not the word of a sentence.
_ENGLISH = {"end": "body or instrument"}


class RaciError(Exception):
    """Anything the explorer refuses; `code` is stable and may be relied on by programs.

    `words` says it for a page, Thai and English, without the names that stand beside it as links.
    """

    code = "ERROR"

    @property
    def words(self) -> Text:
        """Say it in both languages."""
        return Text("ตอบไม่ได้ในขณะนี้", str(self))


class UnknownName(RaciError):
    """A name, number or id that the guideline does not have; the nearest ones are given.

    >>> UnknownName("activity", "cyber secrity", ["activity:11 (cyber security)"]).code
    'UNKNOWN_ACTIVITY'
    """

    def __init__(self, kind: str, given: str, nearest: Sequence[str]) -> None:
        """Keep what was asked for and the nearest names."""
        self.thai, self.given, self.nearest = _KINDS.get(kind, kind), given, tuple(nearest)
        self.code = f"UNKNOWN_{kind.upper()}"
        kind = self.kind = _ENGLISH.get(kind, kind)
        shown = self.shown = given if len(given) <= 60 else given[:60] + "…"
        nearest_words = f" Nearest: {'; '.join(self.nearest)}." if nearest else ""
        super().__init__(f'No {kind} "{shown}".{nearest_words}')

    @property
    def words(self) -> Text:
        """Say it in both languages."""
        near = Text(" ที่ใกล้เคียงคือ", " Nearest:") if self.nearest else Text("", "")
        return Text(
            f'ไม่มี{self.thai}ชื่อ "{self.shown}"{near.th}',
            f'No {self.kind} "{self.shown}".{near.en}',
        )


class AmbiguousName(RaciError):
    """A name that several things share: the reader chooses, we do not guess."""

    def __init__(self, kind: str, given: str, choices: Sequence[str]) -> None:
        """Keep what was asked for and what it may mean."""
        self.thai, self.given, self.choices = _KINDS.get(kind, kind), given, tuple(choices)
        self.code = f"AMBIGUOUS_{kind.upper()}"
        kind = self.kind = _ENGLISH.get(kind, kind)
        super().__init__(f'"{given}" is more than one {kind}. Choose: {"; ".join(self.choices)}.')

    @property
    def words(self) -> Text:
        """Say it in both languages."""
        return Text(
            f'"{self.given}" เป็นชื่อของ{self.thai}มากกว่าหนึ่ง โปรดเลือก',
            f'"{self.given}" is more than one {self.kind}. Choose:',
        )


class BadArgument(RaciError):
    """A value outside what an argument takes."""

    code = "BAD_ARGUMENT"

    def __init__(self, argument: str, found: object, allowed: str | Text) -> None:
        """Name the argument, what was found and what is allowed; words in both languages."""
        self.argument = argument
        shown = str(found)
        shown = self.shown = shown if len(shown) <= 60 else shown[:60] + "…"
        self.allowed = allowed if isinstance(allowed, Text) else Text(allowed, allowed)
        super().__init__(f'Argument "{argument}" is "{shown}". Allowed: {self.allowed.en}.')

    @property
    def words(self) -> Text:
        """Say it in both languages."""
        return Text(f'ค่า {self.argument} เป็น "{self.shown}" ใช้ได้เฉพาะ {self.allowed.th}', str(self))


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of the seeds: where it stands, what was found, what is allowed, what to do."""

    file: str
    row: int
    column: str
    found: str
    allowed: str

    def __str__(self) -> str:
        """Say it in one line.

        >>> print(Finding("seeds/raci.csv", 11, "DCIO", '"X" is not a code', "Use A, R, C or I."))
        seeds/raci.csv, row 11, column DCIO: "X" is not a code. Use A, R, C or I.
        """
        place = ", ".join(
            part
            for part in (
                self.file,
                f"row {self.row}" if self.row else "",
                f"column {self.column}" if self.column else "",
            )
            if part
        )
        return f"{place}: {self.found}. {self.allowed}"


class SeedsError(RaciError):
    """The seeds have faults, all of them named; nothing was loaded."""

    code = "BROKEN_SEEDS"
    shown = 50

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep every finding; the message shows the first fifty."""
        self.findings = tuple(findings)
        lines = [str(finding) for finding in self.findings[: self.shown]]
        if len(self.findings) > self.shown:
            lines.append(f"... and {len(self.findings) - self.shown} more.")
        super().__init__("\n".join(lines))


class StoreUnavailable(RaciError):
    """The store does not answer."""

    code = "STORE_UNAVAILABLE"

    @property
    def words(self) -> Text:
        """Say it to a reader, who can only wait; the reason is for whoever runs the service."""
        return Text(
            "คลังข้อมูลไม่ตอบในขณะนี้ โปรดลองใหม่ในอีกสักครู่",
            "The store does not answer now. Try again in a while.",
        )


class AnotherLoad(RaciError):
    """Another load is under way or has won; nothing of ours became current."""

    code = "ANOTHER_LOAD"

    def __init__(self, current: str | None) -> None:
        """Say it, with the version that is current now where that is known."""
        now = f" Version {current} is current now." if current else ""
        super().__init__(
            f"Another load is under way or was quicker.{now} Nothing of this one became current; "
            "run it again if it is still wanted."
        )


class NothingKept(RaciError):
    """There is no previous version to go back to."""

    code = "NOTHING_KEPT"

    def __init__(self) -> None:
        """Say how to keep one."""
        super().__init__(
            "No previous version is kept. Load with --keep-previous (STORE_KEEP_PREVIOUS) to be "
            "able to go back, or load the earlier seeds again."
        )
