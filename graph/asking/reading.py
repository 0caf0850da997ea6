"""What a question says: rows, columns, codes, places and what is asked of them."""

import re
from dataclasses import dataclass
from functools import cached_property

from graph.asking.lexicon import Lexicon, Spot, unexplained
from graph.asking.words import LONGEST, THAI, fold
from graph.dataset import Dataset
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.nodes import Activity, Body, Clause, Column, NamedKind, NamedOrganization
from graph.model.text import key

# A letter of the legend, alone or two with a stroke: not the article, not the pronoun.
_LETTER = re.compile(r"(?<![A-Za-z'’])([ARCI])(?:\s?/\s?([ARCI]))?(?![A-Za-z]|['’](?!s\b))")
_ARTICLE = re.compile(r"A\s+[a-z]{2,}")
_AFTER_A = (
    "for",
    "in",
    "on",
    "at",
    "of",
    "and",
    "or",
    "but",
    "under",
    "role",
    "code",
    "to",
    "across",
)
# The pronoun has a verb behind it.
_CODE_I = re.compile(
    r"I\s*(?:$|[^\sA-Za-z]|(?:for|in|on|across|at|of|or|and|but|only|alone|code|role|under|cells?|marks?)\b|[A-Z]{2,})"
)
# "What does A stand for" asks what the letter is; "what do I mean" asks something else.
_STANDS_FOR = re.compile(r"[ARCI] (?:stands? for|means)\b|[ARC] mean\b")
_THAI_LETTER = re.compile(
    r"(?:เป็น|รหัส|ตัว|อักษร|ได้|ใคร|มี|ช่อง|ถือ)\s*([arci])(?:\s?/\s?([arci]))?(?![a-z])"
)
# A word in capitals, or a Thai abbreviation with its full stops, with nothing grown to it.
_ALONE = re.compile(r"(?<![\w.])(?:[A-Z]{3,}(?![A-Za-z])|(?:[\u0e01-\u0e4e]{1,6}\.)+)")
SHORTEST_NAME = 4
_DO = re.compile(r"\b(?:what|which)\b.*\bdo(?:es)?\b.*\bdo\b|\bto do\b|\bdo\s*\??$")
_NOT_CODE = re.compile(r"(?:not|ไม่ใช่|ไม่ได้เป็น|ไม่เป็น|ไม่มี)\s*(?:an?\s)?\(?([ARCI])(?![A-Za-z])")
_ANNEX_ITEM = re.compile(
    r"(?:annex\b|appendix\b|ภาคผนวก|เอกสารแนบ).*?(?:item|no\.?|ข้อ)?\s*([123])\s*[.(\s]*\s*([กขคงa-d])\b"
)
_ANNEX = {
    "1": ("annex:gcio", "annex:mcio", "annex:dcio", "annex:pcio"),
    "2": ("annex:assistants-mcio-dcio", "annex:assistants-pcio"),
    "3": ("annex:staff-gcio", "annex:staff-mcio-dcio", "annex:staff-pcio"),
}
_ROW = re.compile(
    r"(?:activity|activities|row|rows|แถวที่|แถว|กิจกรรมที่|กิจกรรม|กิจกรรมข้อ|item|รายการที่|เรื่องที่|ข้อที่)\s*(?:no\.?|number|#)?\s*(\d{1,2})(?!\d)"
)
_IN_THE_TABLE = re.compile(r"ตาราง|raci|ภาพที่ 2|matrix|figure 2")
_ITEM = re.compile(r"(?:ข้อ|number|no\.?)\s*(\d{1,2})(?!\d)")
_MORE_NUMBERS = re.compile(
    r"\s*(,? ?and|,|&|to|-|–|/|และ|กับ|ถึง)\s*"
    r"(?:(?:row|activity|แถว|กิจกรรมที่|ข้อ)\s*)?(\d{1,2})(?![\d.])"
)
ROWS = 13
# The year of the resolution.
GUIDELINE = 2019
_LETTERS = {"a": 1, "b": 2, "c": 3, "d": 4, "ก": 1, "ข": 2, "ค": 3, "ง": 4}
_PARAGRAPHS = {
    "หนึ่ง": 1, "แรก": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_CLAUSE = re.compile(
    r"(?:clause|clauses|provision|ข้อที่|ข้อ)\s*(?:no\.?|number|#)?\s*(\d{1,2})(?!\d)\s*[.(\s]*\s*(?:([กขคง])(?![\u0e01-\u0e4e])|\(?([a-d])\)?(?![a-z]))?"
)
_PARAGRAPH = re.compile(
    r"(?:วรรค|paragraph|para)\s*(\d|[a-zก-๙]+?)(?=\s|$|ว่า|ของ|ให้|พูด|กำ|คือ|[,.?)])"
)
_ORDINAL = re.compile(r"(first|second|third|fourth|fifth)\s+paragraph")
_PART = re.compile(r"(?:part|section|ส่วนที่)\s*(\d)(?!\d)")
# ก.พ. before a year is the month and not the commission.
_FEBRUARY = re.compile(r"\s*(?:พ\.ศ\.)?\s*(?:25\d\d|20\d\d)")
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d|25\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"ปี\s*(\d{2})(?!\d)")
_ANNEX_DUTY = re.compile(
    r"(?:dut(?:y|ies)|หน้าที่(?:ที่|ข้อที่|ข้อ)?)\s*(?:no\.?|number)?\s*\(?(\d)\)?(?!\d)"
)


@dataclass
class Reading:
    """A question as it was read; `slips` are the spots of words that were put right."""

    question: str
    folded: str
    spots: list[Spot]
    slips: list[Spot]
    codes: tuple[Code, ...] = ()
    activities: tuple[Activity, ...] = ()
    columns: tuple[Column, ...] = ()
    bodies: tuple[str, ...] = ()
    organizations: tuple[NamedOrganization, ...] = ()
    shared_names: tuple[NamedOrganization, ...] = ()
    clause: Clause | None = None
    part: Clause | None = None
    years: tuple[int, ...] = ()
    asks: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    rows_by_number: bool = False
    codes_by_letter: bool = False
    abbreviated: tuple[str, ...] = ()
    no_such_clause: str = ""

    @cached_property
    def left_over(self) -> tuple[str, ...]:
        """The words that nothing explains."""
        taken = sorted(self.spots, key=lambda spot: spot.start)
        words = (self.folded[start:end] for start, end in unexplained(self.folded, taken))
        return tuple(
            word for word in words if word not in self.abbreviated and word not in tuple("arci")
        )

    @property
    def names_an_earlier_year(self) -> bool:
        """Whether a year before the guideline's is named."""
        return any(year < GUIDELINE for year in self.years)

    def wants(self, *names: str) -> bool:
        """Whether any of these is asked."""
        return bool(self.asks.intersection(names))


def read(dataset: Dataset, lexicon: Lexicon, question: str) -> Reading:
    """Read a question: its first 500 characters, whatever they are."""
    plain = question[:LONGEST]
    folded = fold(plain)
    spots = lexicon.spots(folded)
    slips = lexicon.slips(folded, spots)
    spots = sorted([*spots, *slips], key=lambda spot: spot.start)
    reading = Reading(plain, folded, spots, slips)
    lower = key(plain)
    _read_names(dataset, reading)
    _read_short_names(dataset, lexicon, reading, plain)
    if _DO.search(lower):
        reading.asks |= {"duty"}
    _read_codes(reading, plain, lower)
    _read_rows(dataset, reading, lower)
    _read_places(dataset, reading, lower)
    years = [int(year) for year in _YEAR.findall(lower)]
    years += [2500 + int(year) for year in _SHORT_YEAR.findall(lower)]
    reading.years = tuple(year - 543 if year > 2400 else year for year in years)
    return reading


def _read_names(dataset: Dataset, reading: Reading) -> None:
    activities: dict[str, Activity] = {}
    columns: dict[str, Column] = {}
    bodies: dict[str, None] = {}
    organizations: dict[str, NamedOrganization] = {}
    asks: set[str] = set()
    topics: dict[str, None] = {}
    outside: dict[str, None] = {}
    for spot in reading.spots:
        if spot.term == "ก.พ." and _FEBRUARY.match(reading.folded, spot.end):
            continue
        shared = [name for name in spot.concepts if name.startswith("named:")]
        for name in spot.concepts:
            kind, _, rest = name.partition(":")
            thing = dataset.nodes.get(name)
            if kind == "asks":
                asks.add(rest)
            elif kind == "topic":
                topics[rest] = None
            elif kind == "outside":
                outside[rest] = None
            elif isinstance(thing, Activity):
                activities[name] = thing
            elif isinstance(thing, Column):
                columns[name] = thing
            elif isinstance(thing, NamedOrganization):
                if len(shared) == 1:
                    organizations[name] = thing
                else:
                    reading.shared_names += (thing,)
            elif thing is not None:
                bodies[name] = None
                for column in dataset.columns_of_body.get(name, ()):
                    columns[column.id] = column
    reading.activities = tuple(activities.values())
    reading.columns = tuple(columns.values())
    reading.bodies = tuple(bodies)
    reading.organizations = tuple(organizations.values())
    reading.asks = frozenset(asks)
    reading.topics = tuple(topics)
    reading.outside = tuple(outside)


def _read_short_names(dataset: Dataset, lexicon: Lexicon, reading: Reading, plain: str) -> None:
    """Read abbreviations and names without กระทรวง, กรม or จังหวัด: only where they stand alone.

    Within other words they are other things: กต. in กกต., ยุติธรรม in ศาลยุติธรรม, DOE in does.
    A province is named within a sentence too, but not in the middle of a word.
    """
    lower = key(plain)
    found: list[NamedOrganization] = []
    for word in dict.fromkeys(_ALONE.findall(plain)):
        named = [each for each in dataset.organizations if word in each.abbreviations]
        if named and all(spot.term != fold(word) for spot in reading.spots):
            reading.abbreviated += (fold(word),)
            if len(named) > 1:
                reading.shared_names += tuple(named)
            found += named[:1] if len(named) == 1 else []
    for each, thai in lexicon.short_names:
        english = each.name.en
        province = each.kind is NamedKind.PROVINCE
        if province and english in plain and re.search(rf"\b{re.escape(english)}\b", plain):
            found.append(each)
        elif thai in lower and len(thai) >= SHORTEST_NAME and thai != each.name.th:
            after = "" if province else r"(?![\u0e01-\u0e4e])"
            if re.search(rf"(?<![\u0e01-\u0e4e]){re.escape(thai)}{after}", lower):
                found.append(each)
    if not reading.organizations:
        reading.organizations = tuple(dict.fromkeys(found))
        for each in reading.organizations:
            reading.abbreviated += tuple(fold(name) for name in each.short_names)


def _read_codes(reading: Reading, plain: str, lower: str) -> None:
    letters: dict[Code, None] = {}
    single: dict[Code, None] = {}
    excluded = {Code(letter.upper()) for letter in _NOT_CODE.findall(plain)}
    for found in _LETTER.finditer(plain):
        rest = plain[found.start() :]
        if found[2] is None:
            asked_for = _STANDS_FOR.match(rest)
            if found[1] == "I" and not (asked_for or _CODE_I.match(rest)):
                continue
            if (
                found[1] == "A"
                and not asked_for
                and _ARTICLE.match(rest)
                and not rest[1:].split()[0].startswith(_AFTER_A)
            ):
                continue
        for letter in filter(None, found.groups()):
            letters[Code(letter)] = None
        if found[2] is None:
            single[Code(found[1])] = None
    if single and len(letters) > len(single):
        # "I, cells with I/R too": the one alone is asked for, the pair explains.
        letters = single
    for found in () if letters else _THAI_LETTER.finditer(lower):
        for letter in filter(None, found.groups()):
            letters[Code(letter.upper())] = None
    words: dict[Code, None] = {}
    for spot in reading.spots:
        for name in spot.of("code"):
            words[Code(name)] = None
    if excluded and set(letters) - excluded and len(reading.columns) < 2:
        # "I but not R": the one is asked for alone.
        letters = {code: None for code in letters if code not in excluded}
        reading.asks |= {"only"}
    if len(letters) == len(Code):
        # "A, R, C or I" asks which.
        letters, words = {}, {}
        reading.asks |= {"code"}
    # "Accountable (A)" and "responsible, R": letters are what was meant, words around them explain.
    reading.codes_by_letter = bool(letters)
    reading.codes = tuple(letters or words)


def _read_rows(dataset: Dataset, reading: Reading, lower: str) -> None:
    numbers = [] if _ANNEX_ITEM.search(lower) else _numbers(_ROW, lower)
    if not numbers and _IN_THE_TABLE.search(lower):
        numbers = _numbers(_ITEM, lower)
    if not numbers and reading.codes_by_letter:
        # "ข้อ 10" beside a letter is a row; a clause has no letters.
        numbers = _numbers(_ITEM, lower)
    rows = [dataset.activities[number - 1] for number in numbers if 1 <= number <= ROWS]
    if rows:
        reading.activities = tuple(dict.fromkeys(rows))
        reading.rows_by_number = True


def _numbers(named: re.Pattern[str], lower: str) -> list[int]:
    """Read the numbers after a word for row: one, several, or from one to another."""
    found: list[int] = []
    for match in named.finditer(lower):
        found.append(int(match[1]))
        rest = lower[match.end() :]
        while more := _MORE_NUMBERS.match(rest):
            last = int(more[2])
            if more[1].strip() in ("-", "–", "to", "ถึง") and found[-1] < last <= ROWS:
                found.extend(range(found[-1] + 1, last + 1))
            else:
                found.append(last)
            rest = rest[more.end() :]
    return found


def _read_places(dataset: Dataset, reading: Reading, lower: str) -> None:
    known = dataset.nodes
    columns = [column.id.partition(":")[2] for column in reading.columns]
    if reading.wants("duty") or "annex" in reading.topics:
        found = _ANNEX_DUTY.search(lower)
        identity = f"annex:{columns[0]}/duties-{found[1]}" if found and columns else ""
        if identity in known:
            reading.clause = dataset.clause(identity)
            return
    if found := _ANNEX_ITEM.search(lower):
        sections = _ANNEX[found[1]]
        number = _LETTERS[found[2]] - 1
        if number < len(sections):
            reading.clause = dataset.clause(sections[number])
            reading.activities = ()
            return
    if "figure1" in reading.topics:
        reading.clause = dataset.clause("figure:1")
        return
    if (found := _CLAUSE.search(lower)) and not reading.rows_by_number:
        letter = found[2] or found[3]
        identity = f"clause:{int(found[1])}" + (f".{_LETTERS[letter]}" if letter else "")
        paragraph = _paragraph(lower)
        if paragraph > 1:
            identity = f"{identity}/p{paragraph}"
        if identity in known:
            reading.clause = dataset.clause(identity)
        else:
            said = f"{found[0].strip()}" + (f" วรรค {paragraph}" if paragraph > 1 else "")
            reading.no_such_clause = said
        return
    if (found := _PART.search(lower)) and f"part:{found[1]}" in known:
        reading.part = dataset.clause(f"part:{found[1]}")


def _paragraph(lower: str) -> int:
    if found := _ORDINAL.search(lower):
        return _PARAGRAPHS[found[1]]
    for found in _PARAGRAPH.finditer(lower):
        word = found[1]
        if word.isdigit():
            return int(word)
        for name, number in _PARAGRAPHS.items():
            if word.startswith(name):
                return number
    return 0


def column_of(dataset: Dataset, level: Level | None) -> Column | None:
    """Give the column of a level."""
    return next((each for each in dataset.columns if each.level is level), None)


def body_of(dataset: Dataset, column: Column) -> Body:
    """Give the first body behind a column."""
    return column.stands_for[0].body


def is_thai(question: str) -> bool:
    """Tell whether a question is to be answered in Thai: it has a Thai letter."""
    return bool(THAI.search(question))
