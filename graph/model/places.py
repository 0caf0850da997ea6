"""How a citation names its place: from the id of a clause to the words a reader looks up."""

import re

from graph.model.text import Text, thai_digits

_LETTERS = "กขคงจฉ"
_PARAGRAPHS = {2: "สอง", 3: "สาม", 4: "สี่", 5: "ห้า", 6: "หก", 7: "เจ็ด", 8: "แปด"}
_ANNEX_PARTS = {
    "composition": "องค์ประกอบ",
    "qualifications": "คุณสมบัติ",
    "role": "บทบาท",
    "duties": "หน้าที่ความรับผิดชอบ",
    "contents": "สารบัญ",
    "officers": "ผู้บริหาร",
}
_PART_WORDS = {"heading": "หัวข้อ", "header": "หัวตาราง", "title": "หัวเรื่อง", "note": "หมายเหตุ"}
_ANNEX_GROUPS = {"assistants": "ผู้ช่วย", "staff": "ผู้ปฏิบัติงานสนับสนุน"}
_TABLE_CELLS = {
    "issue": "ประเด็น",
    "action": "การดำเนินการ",
    "responsible": "ผู้รับผิดชอบ",
}


def place_of(clause_id: str) -> Text:
    """Name the place an id stands for, in Thai and in English.

    >>> place_of("clause:5.3/p2").en
    '5(ค) paragraph 2'
    >>> place_of("clause:5.3/p2").th
    'ข้อ ๕.ค. วรรคสอง'
    >>> place_of("figure:2/row-11").en
    'figure 2 row 11'
    >>> place_of("annex:dcio/duties-5").en
    'OCSC annex DCIO duties 5'
    >>> place_of("annex:staff-mcio-dcio").en
    'OCSC annex staff MCIO/DCIO'
    >>> place_of("actions:2").en
    'implementation row 2'
    """
    path, paragraph = _split_paragraph(clause_id)
    kind, _, rest = path.partition(":")
    place = _NAMERS.get(kind, _plain)(kind, rest)
    if paragraph:
        spelt = _PARAGRAPHS.get(paragraph, f"ที่ {thai_digits(paragraph)}")
        place = Text(f"{place.th} วรรค{spelt}", f"{place.en} paragraph {paragraph}")
    return place


def _split_paragraph(clause_id: str) -> tuple[str, int]:
    found = re.fullmatch(r"(.+)/p(\d+)", clause_id)
    return (found[1], int(found[2])) if found else (clause_id, 0)


def _clause(_: str, rest: str) -> Text:
    number, *letters = rest.split(".")
    printed = [_LETTERS[int(letter) - 1] for letter in letters]
    return Text(
        f"ข้อ {thai_digits(number)}." + "".join(f"{letter}." for letter in printed),
        number + "".join(f"({letter})" for letter in printed),
    )


def _figure(_: str, rest: str) -> Text:
    number, _, part = rest.partition("/")
    th, en = f"ภาพที่ {thai_digits(number)}", f"figure {number}"
    if part.startswith("row-"):
        row = part.removeprefix("row-")
        return Text(f"{th} แถว {thai_digits(row)}", f"{en} row {row}")
    words = {"legend": "คำอธิบายรหัส", "title": "ชื่อตาราง", "header": "หัวตาราง"}
    return Text(f"{th} {words.get(part, part)}".strip(), f"{en} {part}".strip())


def _annex(_: str, rest: str) -> Text:
    subject, *parts = rest.split("/")
    group, *columns = subject.split("-")
    th, en = ["ภาคผนวก ก.พ."], ["OCSC annex"]
    if group in _ANNEX_GROUPS:
        th.append(_ANNEX_GROUPS[group])
        en.append(group)
    elif group in {"gcio", "mcio", "dcio", "pcio"}:
        columns = [group]
    else:
        th.append(_ANNEX_PARTS.get(group, group))
        en.append(group)
    if columns:
        th.append("/".join(columns).upper())
        en.append("/".join(columns).upper())
    for part in parts:
        name, _, item = part.partition("-")
        if item.startswith("heading"):
            en.append(f"{name} {item.replace('-', ' ')}")
            item = item.replace("heading", _PART_WORDS["heading"]).replace("-", " ")
        else:
            en.append(f"{name} {item}".strip())
        th.append(f"{_ANNEX_PARTS.get(name, thai_digits(name))} {thai_digits(item)}".strip())
    return Text(" ".join(th), " ".join(en))


def _table(kind: str, rest: str) -> Text:
    th, en = _TABLES[kind]
    row, *cells = rest.split("/")
    if row and row[0].isdigit():
        th, en = f"{th} แถว {thai_digits(row)}", f"{en} row {row}"
    elif row:
        word, _, page = row.partition("-")
        th = f"{th} {_PART_WORDS.get(word, word)} {thai_digits(page)}".strip()
        en = f"{en} {word} {page}".strip()
    for cell in cells:
        word = _TABLE_CELLS.get(cell) or _PART_WORDS.get(cell) or thai_digits(cell)
        th, en = f"{th} {word}", f"{en} {cell}"
    return Text(th, en)


def _part(_: str, rest: str) -> Text:
    return Text(f"ส่วนที่ {thai_digits(rest)}", f"part {rest}")


def _plain(kind: str, _: str) -> Text:
    whole, _, part = kind.partition("/")
    place = _PLAIN.get(whole, Text(whole, whole))
    if part:
        return Text(f"{place.th} {_PART_WORDS.get(part, part)}", f"{place.en} {part}")
    return place


_TABLES = {
    "changes": ("ตารางการปรับปรุงแก้ไขมติคณะรัฐมนตรี", "changes"),
    "actions": ("ตารางการดำเนินการและผู้รับผิดชอบ", "implementation"),
}
_PLAIN = {
    "title": Text("ชื่อเอกสาร", "title"),
    "preamble": Text("อารัมภบท", "preamble"),
    "annex": Text("ภาคผนวก ก.พ.", "OCSC annex"),
    "changes": Text("ตารางการปรับปรุงแก้ไขมติคณะรัฐมนตรี", "changes"),
    "actions": Text("ตารางการดำเนินการและผู้รับผิดชอบ", "implementation"),
}
_NAMERS = {
    "clause": _clause,
    "figure": _figure,
    "annex": lambda kind, rest: _annex(kind, rest) if rest else _plain(kind, rest),
    "changes": lambda kind, rest: _table(kind, rest) if rest else _plain(kind, rest),
    "actions": lambda kind, rest: _table(kind, rest) if rest else _plain(kind, rest),
    "part": _part,
}
