"""Negations, exceptions, lists and premises: what turns an answer into its opposite if missed."""

import pytest

from graph.model.answers import AnswerKind
from tests.asking.conftest import Say
from tests.oracle import COLUMNS, printed_rows

ALL = set(range(1, 14))


def rows(column: str, code: str) -> set[int]:
    """The rows in which figure 2 prints a code under a column."""
    return {row.number for row in printed_rows() if row.holds(column, code)}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which rows are DCIO R and MCIO I?", rows("DCIO", "RESPONSIBLE") & rows("MCIO", "INFORM")),
        ("DCIO เป็น R และ MCIO เป็น I ข้อไหน", rows("DCIO", "RESPONSIBLE") & rows("MCIO", "INFORM")),
        (
            "Rows where DG/DE is A and GCIO is I",
            rows("DG/DE", "ACCOUNTABLE") & rows("GCIO", "INFORM"),
        ),
        ("Which activities is the DCIO not responsible for?", ALL - rows("DCIO", "RESPONSIBLE")),
        ("DCIO ไม่เป็น R ในข้อไหน", ALL - rows("DCIO", "RESPONSIBLE")),
        ("แถวไหนที่ MCIO ไม่ใช่ R", ALL - rows("MCIO", "RESPONSIBLE")),
        (
            "Which rows is the PCIO informed but not responsible?",
            rows("PCIO", "INFORM") - rows("PCIO", "RESPONSIBLE"),
        ),
        (
            "Neither MCIO nor DCIO is responsible for which row?",
            ALL - rows("MCIO", "RESPONSIBLE") - rows("DCIO", "RESPONSIBLE"),
        ),
        (
            "มีกิจกรรมใดที่ MCIO เป็น R แต่ PCIO ไม่ได้เป็น R",
            rows("MCIO", "RESPONSIBLE") - rows("PCIO", "RESPONSIBLE"),
        ),
        ("Which activities is only the DCIO responsible for?", set()),
        ("Which activity has exactly one R?", {10}),
        ("Which rows have more than one A?", set()),
    ],
)
def test_rows_are_those_that_meet_what_is_asked(
    question: str, expected: set[int], say: Say
) -> None:
    found = say(question)
    assert set(found.activities) == expected
    assert found.kind is (AnswerKind.FOUND if expected else AnswerKind.NOBODY)


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ("Except for the GCIO, who is responsible for enterprise architecture?", {"MCIO", "DCIO"}),
        ("นอกจาก GCIO ใครเป็น R เรื่องสถาปัตยกรรม", {"MCIO", "DCIO"}),
        ("Everyone but the DCIO: who is responsible for cyber security?", {"MCIO"}),
        ("In row 7 who is R but not PCIO?", {"MCIO"}),
        ("Who is unaccountable for standards?", set(COLUMNS) - {"DG/DE"}),
        ("ใครบ้างที่ไม่ได้รับแจ้งเรื่องความเสี่ยง", set(COLUMNS) - {"PCIO"}),
        ("ระดับใดไม่มี A เลย", {"MCIO", "DCIO", "PCIO"}),
    ],
)
def test_who_is_left_out_is_not_the_answer(question: str, columns: set[str], say: Say) -> None:
    assert set(say(question).columns) == columns


@pytest.mark.parametrize(
    ("question", "numbers", "columns"),
    [
        ("Who is accountable for rows 1 and 2?", (1, 2), {"DG/DE", "GCIO"}),
        ("rows 1-3 who is A", (1, 2, 3), {"DG/DE", "GCIO"}),
        ("กิจกรรม 10, 11 ใครเป็น R", (10, 11), {"DG/DE", "MCIO", "DCIO"}),
        ("Who is accountable for cyber security and for risk?", (11, 12), {"DG/DE", "GCIO"}),
    ],
)
def test_several_rows_are_each_answered(
    question: str, numbers: tuple[int, ...], columns: set[str], say: Say
) -> None:
    found = say(question)
    assert found.activities == numbers
    assert set(found.columns) == columns


def test_two_codes_of_two_rows_are_not_crossed(say: Say) -> None:
    text = say("ใครเป็น A เรื่องไซเบอร์ และใครเป็น R เรื่องมาตรฐาน").text
    assert "แถว ๑๐ ผู้เป็น Responsible (R): DG/DE" in text
    assert "แถว ๑๑ ผู้เป็น Accountable (A): DG/DE" in text


@pytest.mark.parametrize(
    "question",
    [
        *("กกต. ใครเป็น CIO", "กปภ. ใครเป็น CIO", "สมท. ใครเป็น CIO"),
        "According to the Cyber Security Act, who is accountable for it at the ministry?",
        "Who was accountable for cyber security in 2545?",
    ],
)
def test_what_is_another_body_or_time_or_law_is_not_answered_from_the_table(
    question: str, say: Say
) -> None:
    found = say(question)
    assert found.kind is AnswerKind.OUT_OF_SCOPE
    assert not found.columns


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Is DGA accountable for standards?", "no column for the Digital Government Development"),
        ("อธิบดีเป็น A เรื่องไซเบอร์ใช่ไหม", "ไม่มีคอลัมน์ของอธิบดี"),
        ("Who is accountable for traffic law?", "left out of this answer: “traffic”"),
    ],
)
def test_what_the_table_has_no_column_or_word_for_is_told(
    question: str, words: str, say: Say
) -> None:
    assert words in say(question).text


@pytest.mark.parametrize(
    ("question", "organization"),
    [
        ("กรมชลประทาน ใครเป็น CIO", "กรมชลประทาน"),
        ("ยุติธรรม ใครเป็น CIO", "กระทรวงยุติธรรม"),
        ("เชียงใหม่ใครเป็น CIO", "จังหวัดเชียงใหม่"),
        ("who is the CIO of Chiang Mai?", "Chiang Mai"),
        ("Finance Ministry CIO", "Ministry of Finance"),
    ],
)
def test_an_organization_is_known_by_its_name_alone(
    question: str, organization: str, say: Say
) -> None:
    found = say(question)
    assert found.kind is AnswerKind.FOUND
    assert found.text.startswith(organization)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("How many advisers must an MCIO have?", "10(ก)"),
        ("Must the head of ministry be MCIO?", "5(ข)"),
        ("ศาลยุติธรรมต้องมี MCIO ไหม", "5(ข)"),
        ("Do state enterprises need an MCIO?", "5(ข)"),
        ("อบต. ต้องมี CIO ไหม", "5(ข)"),
        ("Must every department have a DCIO?", "5(ค)"),
        ("What happens to existing CIOs?", "14"),
        ("How many advisers may be hired?", "10(ก)"),
    ],
)
def test_the_place_that_says_it_comes_first(question: str, place: str, say: Say) -> None:
    assert say(question).citations[0].place == place


def test_a_paragraph_that_is_not_there_is_told_so(say: Say) -> None:
    assert say("ข้อ ๗ วรรคหก ว่าอย่างไร").kind is AnswerKind.OUT_OF_SCOPE


def test_the_month_is_not_the_commission(say: Say) -> None:
    assert say("ก.พ. 2556 มีมติอะไร").citations[0].place.startswith("changes row 10")


def test_raci_is_the_whole_table(say: Say) -> None:
    for question in ("RACI", "Which 13 activities are there?"):
        assert set(say(question).activities) == ALL
    assert set(say("A R C I").codes) == set("ARCI")


def test_the_day_of_the_resolution_is_told(say: Say) -> None:
    for question in ("When was the guideline approved?", "แนวทางนี้เห็นชอบเมื่อไร"):
        found = say(question, "en")
        assert "26 Nov 2019" in found.text
        assert found.citations[0].place == "title paragraph 2"


@pytest.mark.parametrize("question", ["GCIO มี 5 ระดับใช่ไหม", "Is GCIO made of five levels?"])
def test_a_number_in_doubt_is_answered_with_the_number_printed(question: str, say: Say) -> None:
    assert "(4)" in say(question, "th").text
    assert say(question).citations[0].place == "2"


def test_a_body_in_doubt_is_told_not_to_be_the_one(say: Say) -> None:
    found = say("Does the OCSC set up the GCIO Committee?")
    assert found.text.startswith("Not the Office of the Civil Service Commission.")
    assert "Digital Government Development Committee shall establish" in found.text
    found = say("Does the DG Committee set up the GCIO Committee?")
    assert not found.text.startswith("Not")


def test_the_seats_of_a_provinces_committee_are_told(say: Say) -> None:
    for question in ("น่านใครเป็นเลขานุการ PCIO", "Who is the secretary of the PCIO in Nan?"):
        assert "Head of the provincial office" in say(question, "en").text


def test_two_slips_in_a_row_are_put_right_together(say: Say) -> None:
    found = say("cybre securty department accountable")
    assert found.kind is AnswerKind.NOBODY
    assert found.activities == (11,)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("MCIO รายงานต่อใคร", "reports to Committee or persons concerned"),
        ("Who does the DCIO report to?", "reports to Committee or persons concerned"),
        ("Whom does the PCIO present opinions to?", "proposes to Government Chief Information"),
        (
            "เสียงชาวบ้านในจังหวัดจะไปถึงคณะกรรมการ GCIO ได้ทางไหน",
            "Provincial Chief Information Officer Committee (PCIO) proposes to Government",
        ),
    ],
)
def test_whom_a_body_reports_or_proposes_to_is_told(question: str, words: str, say: Say) -> None:
    assert words in say(question, "en").text


def test_a_clause_may_be_named_by_no(say: Say) -> None:
    assert say("what does clause no. 14 say?").citations[0].place == "14"


def test_the_duties_of_the_annex_are_counted(say: Say) -> None:
    assert "(PCIO): 7\n" in say("หน้าที่ของ PCIO ในภาคผนวก ก.พ. มีทั้งหมดกี่ข้อ", "en").text


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("การพัฒนา CIO แต่เดิมใครรับผิดชอบ แล้วใหม่ใคร", "changes"),
        ("Since when can an IT centre director stand in as department CIO?", "5(ค)"),
        ("ผอ.ศูนย์ไอทีต้องเคยคุมโครงการกี่ล้าน", "OCSC annex DCIO qualifications 3.2.1"),
        ("Must an MCIO have led a project of a certain value?", "OCSC annex MCIO qualifications"),
    ],
)
def test_what_was_and_what_it_takes_are_no_rows_of_the_table(
    question: str, place: str, say: Say
) -> None:
    found = say(question)
    assert found.activities == ()
    assert found.citations[0].place.startswith(place)


@pytest.mark.parametrize("code", "ARCI")
def test_what_a_letter_stands_for_is_no_pronoun(code: str, say: Say) -> None:
    assert say(f"What does {code} stand for?").codes == (code,)


def test_who_sits_for_localities_is_no_question_of_equivalence(say: Say) -> None:
    assert "OCSC annex PCIO composition 3" in [
        each.place for each in say("อบต. อยู่ใน PCIO ไหม").citations
    ]
