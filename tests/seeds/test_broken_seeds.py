"""Broken seeds: each mistake is named with its file, row and column, and nothing is loaded."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.checks import RULES, Rule
from graph.dataset import Dataset
from graph.errors import SeedsError
from graph.model.nodes import Comparison, Join, Unit
from graph.model.relations import Force, SeatRole
from graph.model.text import Text
from graph.seeds import SHIPPED, load


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the shipped seeds to break."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "seeds"))


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first place a text stands in."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> str:
    """Load a folder and give what it is told to be wrong with."""
    with pytest.raises(SeedsError) as refusal:
        load(folder)
    return str(refusal.value)


# file, what stands there, what is put there, what must be said
MISTAKES = {
    "an unknown code": (
        *("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,X,I/R"),
        'seeds/raci.csv, row 2, column DCIO: "X" is not a code.',
    ),
    "a code twice": ("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,R/R,I/R", '"R/R" is not a code'),
    "three codes": ("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,R/C/I,I/R", '"R/C/I" is not a code'),
    "a lower-case code": ("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,r,I/R", '"r" is not a code'),
    "a full-width code": ("raci.csv", "A,C,C/I,R,I/R", "\uff21,C,C/I,R,I/R", "column DG/DE"),
    "a Cyrillic letter": ("raci.csv", "A,C,C/I,R,I/R", "A,\u0421,C/I,R,I/R", "column GCIO"),
    "a zero-width space": (
        *("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,R\u200b,I/R"),
        "hidden character U+200B",
    ),
    "codes the other way round": ("raci.csv", "A,C,C/I,R,I/R", "A,C,I/C,R,I/R", "row is not as"),
    "another code than printed": ("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,A,I/R", "exactly one A"),
    "a word for what is not there": (
        *("lexicon.csv", ",th,code:A,", ",th,code:X,"),
        'seeds/lexicon.csv, row 2, column concept: "code:X" is not known',
    ),
    "a word of an unknown kind": ("lexicon.csv", ",th,code:A,", ",th,role:A,", '"role:A"'),
    "a word for what cannot be asked": (
        *("lexicon.csv", ",asks:holder,", ",asks:weather,"),
        "Allowed: an id of the graph",
    ),
    "a word of no language": ("lexicon.csv", ",th,code:A,", ",fr,code:A,", "Allowed: th, en."),
    "a word that is none": ("lexicon.csv", "ผู้รับผิดชอบสูงสุด,th,code:A,", ",th,code:A,", "it is empty"),
    "a word twice": (
        *("lexicon.csv", "\nรับผิดรับชอบ,th", "\nรับผิดชอบสูงสุด,th"),
        "stands twice",
    ),
    "a missing cell": ("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,R", "6 cells. A row has 7"),
    "a cell too many": ("raci.csv", "A,C,C/I,R,I/R", "A,C,C/I,R,I/R,", "8 cells"),
    "a row twice": ("raci.csv", "\n2,", "\n1,", "stands twice"),
    "a row without number": ("raci.csv", "\n2,", "\nสอง,", "A row has a number"),
    "other words than printed": ("raci.csv", "\n2,การบริหาร", "\n2,บริหาร", "row is not as"),
    "an English row too many": ("activities.csv", "\n13,", "\n14,", "It names a row of raci.csv"),
    "a wrong head": ("raci.csv", "row,text_th", "number,text_th", "the head is number"),
    "a formula": ("raci.csv", ",A,C,C/I,", ",=1+1,C,C/I,", '"=1+1" is not a code'),
    "an unclosed quote": ("bodies.csv", ",DG;", ',"DG;', "this is not CSV"),
    "white space at an end": ("bodies.csv", ",DG;", ", DG;", "white space at an end"),
    "a NUL": ("bodies.csv", "DG;", "D\0G;", "NUL character"),
    "a semicolon for a comma": ("raci.csv", "row,text_th,", "row;text_th;", "the head is"),
    "an unknown body": (
        *("relationships.csv", "organization:dg-committee,gives", "organization:dg,gives"),
        'row 4, column source: "organization:dg" is not known',
    ),
    "an unknown relation": (
        "relationships.csv",
        ",gives_opinion_to,",
        ",likes,",
        "column relation",
    ),
    "no force": ("relationships.csv", ",states,", ",,", "column force"),
    "a made-up force": ("relationships.csv", ",states,", ",must,", "shall, may, must_not, states"),
    "a made-up basis": ("relationships.csv", ",stated,,\n", ",guessed,,\n", "column basis"),
    "an unknown role": ("relationships.csv", ",chair,", ",boss,", "column role"),
    "no citation": ("relationships.csv", ",clause:1,", ",,", "column cites"),
    "a clause that is not": ("relationships.csv", ",clause:1,", ",clause:99,", "clause:99"),
    "a quote that is not there": ("relationships.csv", "คณะรัฐมนตรี", "คณะรัฐมน", "does not stand"),
    "a condition that is not there": (
        *("relationships.csv", ",แล้วแต่กรณี,", ",แล้วแต่ใจ,"),
        "does not stand in clause:4",
    ),
    "a relationship twice": (
        *(
            "relationships.csv",
            "organization:de-committee,gives",
            "organization:dg-committee,gives",
        ),
        "stands twice",
    ),
    "a wrong kind of body": ("bodies.csv", "organization:cabinet", "club:cabinet", "Allowed:"),
    "a wrong level": ("bodies.csv", ",national,", ",federal,", "column level"),
    "a body twice": (
        "bodies.csv",
        "organization:de-committee",
        "organization:dg-committee",
        "twice",
    ),
    "a wrong basis": ("columns.csv", ",reading,", ",guess,", "column basis"),
    "a column of nobody": ("columns.csv", "post:dcio", "post:nobody", "column body"),
    "a clause changed": ("clauses.csv", "ประกอบด้วย ๔ ระดับ", "ประกอบด้วย ๓ ระดับ", "clause:2 is not"),
    "an unknown parent": ("clauses.csv", "clause:2.1,clause:2,", "clause:2.1,clause:22,", "parent"),
    "a duty of nobody": (
        "duties.csv",
        "duty:mcio-1,listed,post:mcio",
        "duty:mcio-1,listed,post:x",
        "column body",
    ),
    "a duty in other words": ("duties.csv", "ปฏิบัติภารกิจอื่น", "ปฏิบัติงานอื่น", "does not stand"),
    "an inference without words": (
        *("duty_activities.csv", "สถาปัตยกรรมองค์กรภาครัฐ", "สถาปัตยกรรมกรม"),
        "are not words of the duty",
    ),
    "an inference to no row": ("duty_activities.csv", "duty:gcio-1,1,", "duty:gcio-1,14,", "row"),
    "an action of another body": (
        *(
            "actions.csv",
            "organization:mdes;organization:dga",
            "organization:dga;organization:mdes",
        ),
        "is not named in actions:1/responsible",
    ),
    "an action too few": (
        "actions.csv",
        ",actions:19/action,",
        ",actions:18/action,",
        "no action for the printed rows 19",
    ),
    "a body without its words": (
        "actions.csv",
        ";actions:1/responsible/p2",
        "",
        "One place for each",
    ),
    "an amount that is not printed": (
        "rules.csv",
        ",at-most,2,posts",
        ",at-most,3,posts",
        "not printed",
    ),
    "an amount without a unit": ("rules.csv", ",at-most,2,posts", ",at-most,2,", "with its unit"),
    "an amount in words": ("rules.csv", ",at-most,2,posts", ",at-most,two,posts", "column amount"),
    "a rule for nobody": ("rules.csv", "posts,,post:mcio-adviser", "posts,,post:x", "column bound"),
    "an empty place": ("provisions.csv", "2019-11-25,changes:1/1,", "2019-11-25,,", "it is empty"),
    "a day that leaves facts undated": (
        *("provisions.csv", "changes:1/1,changes:1", "changes:1/2,changes:1"),
        "an earlier resolution without days",
    ),
    "an end before its beginning": (
        *("provisions.csv", "1998-06-09,2019-11-25", "1998-06-09,1997-11-25"),
        "ends before it begins",
    ),
    "a Buddhist year": ("provisions.csv", "1998-06-09", "2541-06-09", "common era"),
    "an id of another file": ("duties.csv", "duty:mcio-1,", "post:mcio-1,", "no id of duties.csv"),
    "an id of a clause": ("actions.csv", "action:9,", "actions:9,", "no id of actions.csv"),
    "an instrument that is a body by its id": (
        *("instruments.csv", "instrument:gcio-course,", "organization:gcio-course,"),
        "no id of instruments.csv",
    ),
    "an amount of far too many digits": (
        *("rules.csv", ",at-most,2,posts", f",at-most,{'9' * 5000},posts"),
        "column amount",
    ),
    "an amount a hundredfold": (
        "rules.csv",
        ",50000000,baht",
        ",50,baht",
        "not printed in its quote",
    ),
    "another unit": ("rules.csv", ",at-most,2,posts", ",at-most,2,persons", "is not printed"),
    "another comparison": (
        "rules.csv",
        ",at-most,2,posts",
        ",at-least,2,posts",
        "is not in its words",
    ),
    "a time not printed so": (
        *("rules.csv", "นับจากวันที่ได้รับมอบหมายเป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูง ระดับกรม", "นับจากวันนี้"),
        "column counted_from",
    ),
    "a prohibition told as leave": (
        "rules.csv",
        "prohibition,must_not",
        "prohibition,may",
        "forbid",
    ),
    "a rule of another post's route": (
        *("rules.csv", "qualification:mcio-2", "qualification:dcio-2"),
        "stands under a requirement of another post",
    ),
    "a listed duty told as an order": (
        *(
            "duties.csv",
            "duty:mcio-1,listed,post:mcio,states",
            "duty:mcio-1,listed,post:mcio,shall",
        ),
        "plain statements",
    ),
    "a join against its words": (
        *("qualifications.csv", ",and-or,และหรือ,", ",all,และหรือ,"),
        "All is joined by และ",
    ),
    "an organization that meets a requirement": (
        *("qualifications.csv", ",post:ministry-inspector,", ",organization:mdes,"),
        "Other posts meet a requirement",
    ),
    "a requirement of another part of the annex": (
        *(
            "qualifications.csv",
            "annex:mcio/qualifications-2.2.1",
            "annex:dcio/qualifications-2.2.1",
        ),
        "column quote_th",
    ),
    "the same words set against themselves": (
        "text_differences.csv",
        "actions:1/action,จัดตั้ง GCIO Committee ในรูปแบบคณะกรรมการภายใต้คณะกรรมการพัฒนารัฐบาลดิจิทัล",
        "clause:5.1,ให้คณะกรรมการพัฒนารัฐบาลดิจิทัล ตั้งคณะอนุกรรมการขึ้นมาคณะหนึ่ง",
        "the same words",
    ),
    "an instrument on a committee": (
        *("relationships.csv", "post:mdes-minister,sits_on", "instrument:gcio-course,sits_on"),
        "It is a body",
    ),
    "a course run by a course": (
        *("relationships.csv", "organization:dga,runs,", "instrument:pre-course,runs,"),
        "It is a body",
    ),
    "a representative who sits in person": (
        *("relationships.csv", "opdc,is_represented_on", "opdc,sits_on"),
        "is_represented_on",
    ),
    "one of several where none is printed": (
        *("relationships.csv", "gcio-committee,chair,,", "gcio-committee,chair,or,"),
        "หรือ joins those of the item",
    ),
    "a chair told as a member": (
        *(
            "relationships.csv",
            "organization:gcio-committee,chair",
            "organization:gcio-committee,member",
        ),
        "The role is printed",
    ),
    "a clause without fact or reason": (
        *("clauses.csv", ",Qualifications,heading", ",Qualifications,"),
        "has no fact and no reason",
    ),
    "a reason beside a fact": (
        *(
            "clauses.csv",
            "(a) Deputy head of a government agency with the status of a ministry "
            '(executive category, high level); or",',
            'x",heading',
        ),
        "facts cite it",
    ),
    "a requirement that joins nothing": (
        *("qualifications.csv", "qualification:mcio-1,post:mcio,qualification:mcio,,"),
        "qualification:mcio-1,post:mcio,qualification:mcio,any,",
        "A requirement with parts joins them",
    ),
    "a join in words not printed": (
        *("qualifications.csv", ",any,อย่างหนึ่งอย่างใด,stated", ",any,เพียงอย่างเดียว,stated"),
        "The words stand in the requirement",
    ),
    "a requirement of another post": (
        *("qualifications.csv", "mcio-2-1-2,post:mcio", "mcio-2-1-2,post:dcio"),
        "asked of the same post",
    ),
    "a printed requirement left out": (
        *("qualifications.csv", "annex:staff-pcio/qualifications-4", "annex:staff-pcio/role"),
        "column cites",
    ),
    "an instrument called like a body": (
        *("instruments.csv", "แนวทาง GCIO", "DCIO"),
        "are both called",
    ),
    "an instrument of no kind": ("instruments.csv", ",network,", ",club,", "column form"),
    "a difference in other words": (
        *("text_differences.csv", "ตั้งคณะอนุกรรมการขึ้นมาคณะหนึ่ง,actions", "ตั้งกรรมการ,actions"),
        "does not stand",
    ),
    "a duty of no kind": ("duties.csv", "duty:mcio-1,listed", "duty:mcio-1,task", "column kind"),
    "a column at another level": ("columns.csv", "DCIO,department", "DCIO,ministry", "one level"),
    "a column of another body": ("columns.csv", ",post:mcio,", ",post:dcio,", "column:mcio"),
    "a column never printed": (
        *("columns.csv", "column:dcio,DCIO", "column:x,X"),
        "no row says what the printed column DCIO is",
    ),
    "an order told as leave": (
        *(
            "relationships.csv",
            "serves_ex_officio_as,post:mcio,,,shall",
            "serves_ex_officio_as,post:mcio,,,may",
        ),
        "its words order",
    ),
    "leave told as an order": (
        "relationships.csv",
        ",,,may,แล้วแต่กรณี",
        ",,,shall,แล้วแต่กรณี",
        "allow",
    ),
    "a seat without a role": (
        "relationships.csv",
        ",chair,,states",
        ",,,states",
        "A seat on a committee",
    ),
    "a role without a seat": (
        "relationships.csv",
        "cabinet,,,states",
        "cabinet,chair,,states",
        "has a role",
    ),
    "a body related to itself": (
        *(
            "relationships.csv",
            "gives_opinion_to,organization:cabinet",
            "gives_opinion_to,organization:dg-committee",
        ),
        "A relation joins two",
    ),
    "an English name left out": ("bodies.csv", "คณะรัฐมนตรี,Cabinet,", "คณะรัฐมนตรี,,", "lacks a name"),
    "an alias that is an id": ("bodies.csv", ",ครม.;", ",post:dcio;", "An id is no alias"),
    "an id in capitals": ("bodies.csv", "organization:cabinet", "organization:Cabinet", "is no id"),
    "a clause of no known letter": (
        "clauses.csv",
        "clause:2.4,",
        "clause:2.7,",
        "An id reads like",
    ),
    "a clause in letters": ("clauses.csv", "clause:2.4,", "clause:x.y,", "An id reads like"),
    "two English rows": ("activities.csv", "\n13,", "\n12,", "stands twice"),
    "a date that is none": ("provisions.csv", "1998-06-09", "1998-06-31", "column valid_from"),
    "a provision of nothing": ("provisions.csv", "changes:1/1,", "changes:1/9,", "column cites"),
    "an organization of no kind": ("organizations.csv", ",ministry,", ",kingdom,", "column kind"),
    "an organization of nobody": ("organizations.csv", ",opm,พ.ร.บ.", ",xyz,พ.ร.บ.", "parent_id"),
    "a reading without a reason": (
        *("readings.csv", "ตัวอักษรเพี้ยนจากการสแกน ข้อเดียวกันขึ้นต้นด้วยคำว่า “สนับสนุน”", ""),
        "read without a reason",
    ),
    "a reading of nothing": ("readings.csv", "สับสุนน", "สับสนน", "does not stand in clause:10"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_and_nothing_is_loaded(seeds: Path, mistake: str) -> None:
    file, old, new, expected = MISTAKES[mistake]
    edit(seeds / file, old, new)
    message = told(seeds)
    assert expected in message
    assert f"seeds/{file}" in message
    assert "Traceback" not in message


@pytest.mark.parametrize("encoding", ["cp874", "utf-16", "tis-620"])
def test_another_encoding_is_refused_and_not_guessed(seeds: Path, encoding: str) -> None:
    path = seeds / "raci.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert "seeds/raci.csv: not UTF-8 at byte" in told(seeds)


def test_a_mark_at_the_start_windows_line_ends_and_blank_lines_are_accepted(seeds: Path) -> None:
    version = load(seeds).version
    path = seeds / "raci.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n\r\n".join(lines).encode())
    assert load(seeds).version == version


def test_an_empty_file_a_missing_file_and_a_huge_file_are_refused(seeds: Path) -> None:
    (seeds / "raci.csv").write_text("", encoding="utf-8")
    (seeds / "columns.csv").unlink()
    with (seeds / "bodies.csv").open("ab") as huge:
        huge.truncate(1_000_000_000)
    message = told(seeds)
    assert "seeds/raci.csv, row 1: the file is empty" in message
    assert "seeds/columns.csv: the file cannot be read" in message
    assert "seeds/bodies.csv: the file is too large" in message


def test_every_wrong_row_is_reported_at_once(seeds: Path) -> None:
    path = seeds / "raci.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",R,", ",Q,"), encoding="utf-8")
    edit(seeds / "bodies.csv", ",national,", ",federal,")
    message = told(seeds)
    assert message.count('"Q" is not a code') >= 10
    assert "seeds/bodies.csv, row 2, column level" in message


def test_a_message_shows_at_most_fifty_findings(seeds: Path) -> None:
    path = seeds / "relationships.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",clause:", ",klause:"), "utf-8")
    lines = told(seeds).splitlines()
    assert len(lines) == 51
    assert lines[-1].startswith("... and ")


def test_a_clause_left_out_is_noticed(seeds: Path) -> None:
    path = seeds / "clauses.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if not line.startswith("actions:header-2,")), "utf-8"
    )
    assert "actions:4 is not what the guideline prints" in told(seeds)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_finds_what_breaks_it(rule: Rule, dataset: Dataset) -> None:
    """Something stripped of its facts or words, past the loader, is found by each rule."""
    found = [next(iter(rule(broken)), None) for broken in _broken(dataset)]
    assert any(found)


def _broken(dataset: Dataset) -> Iterator[Dataset]:
    """Give the dataset with one thing wrong at a time, past the loader."""
    yield replace(dataset, clauses=dataset.clauses[1:])
    for name in ("assignments", "relationships", "duties", "qualifications", "actions"):
        yield _with(dataset, name, ())
    wrong: dict[str, dict[str, Any]] = {
        "clauses": {"text": Text("ก", "")},
        "readings": {"printed": "ไม่มีคำนี้", "why": Text("", "")},
        "bodies": {"name": Text("ก", ""), "aliases": ("post:dcio",)},
        "instruments": {"name": Text("ก", ""), "aliases": ("DCIO",)},
        "columns": {"stands_for": ()},
        "assignments": {"printed": "A/R"},
        "relationships": {"role": SeatRole.CHAIR, "force": Force.MUST_NOT},
        "duties": {"force": Force.MUST_NOT, "conditions": ("ไม่มีคำนี้",)},
        "qualifications": {"join": Join.ALL, "name": Text("ก", "")},
        "rules": {"amount": 77, "unit": Unit.BAHT, "comparison": Comparison.AT_MOST},
        "text_differences": {"about": Text("ก", "")},
        "provisions": {"valid_until": "1900-01-01", "citations": ()},
    }
    for name, changes in wrong.items():
        every = getattr(dataset, name)
        yield _with(dataset, name, tuple(replace(each, **changes) for each in every))
    linked = [each for each in dataset.duties if each.speaks_of]
    link = replace(linked[0].speaks_of[0], words="")
    yield replace(dataset, duties=(replace(linked[0], speaks_of=(link,)),))
    yield replace(dataset, relationships=dataset.relationships * 2)
    yield replace(dataset, rules=tuple(replace(each, name=Text("ก", "")) for each in dataset.rules))


def _with(dataset: Dataset, name: str, facts: tuple[Any, ...]) -> Dataset:
    changes: dict[str, Any] = {name: facts}
    return replace(dataset, **changes)
