"""Questions a reader wrote from the text alone, asked of GraphQL as an analyst would.

Each document is answered whole; the facts named must be in the answer, with the printed words.
"""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

# Question: the document, and what a right answer holds.
QUESTIONS: dict[str, tuple[str, list[str]]] = {
    "May an IT centre director be the DCIO, and what else is asked?": (
        """{ met: qualifications(metBy: "ผอ.ศูนย์ IT") { nodes { id body { id } citation { quote } } }
           whole: qualifications(body: "DCIO") { nodes { requirements {
             id join joinBasis names { id } citation { quote } rules { amount unit } } } } }""",
        [
            *('"qualification:dcio-3-1-1"', "ผู้อำนวยการศูนย์สารสนเทศและการสื่อสาร"),
            *(
                '"qualification:dcio-3-assigned"',
                "50000000",
                "จะต้องเข้ารับการฝึกอบรมภายในระยะเวลา ๑ ปี",
            ),
        ],
    ),
    "May a department inspector without a 50 million baht project be the DCIO?": (
        """{ qualifications(metBy: "ผู้ตรวจราชการกรม") { nodes { parent { id join note { th } }
             citation { quote } } }
           rules(body: "DCIO", kind: THRESHOLD) { nodes { amount under { id } } } }""",
        ['"qualification:dcio-2-1"', '"ANY"', "พิมพ์คำว่า และ อ่านว่า หรือ", '"qualification:dcio-3"'],
    ),
    "By when must an MCIO take the course, counted from when, and which MCIO?": (
        """{ rules(body: "MCIO", kind: DEADLINE) { nodes { amount unit force alternative
             countedFrom conditions under { id } citation { quote } } } }""",
        [
            *('"amount": 1', '"YEARS"', "ในโอกาสแรกที่สามารถเข้ารับการฝึกอบรมได้"),
            *("นับจากวันที่ได้รับมอบหมาย", '"qualification:mcio-2"'),
        ],
    ),
    "When is an adviser's work reported where the contract is shorter than a year?": (
        """{ rules(body: "ส่วนราชการและหน่วยงานของรัฐ", kind: DEADLINE) {
             nodes { until conditions towards { id } citation { quote } } } }""",
        ["เมื่อสิ้นสุดสัญญาจ้าง", "น้อยกว่า ๑ ปี", '"organization:mdes"'],
    ),
    "Whom do the members of the GCIO Committee represent?": (
        """{ memberships(committee: "GCIO Committee", first: 50) { nodes {
             role item { label } represents { id } conditions citation { quote } } } }""",
        [
            *('"organization:budget-bureau"', '"organization:council-of-state-office"', '"๖."'),
            *('"MEMBER_AND_JOINT_SECRETARY"', "ที่ได้รับการคัดเลือกตามหลักเกณฑ์และวิธีการที่กำหนด"),
        ],
    ),
    "Who is the secretary of the provincial committee, and may there be more?": (
        """{ memberships(committee: "PCIO", role: MEMBER_AND_SECRETARY) { nodes { source { id } } }
           relationships(body: "PCIO", direction: TO, relations: ["adds_secretaries_to"]) {
             nodes { force basis sentence { th en } } } }""",
        ['"post:provincial-office-head"', '"MAY"', "เลขานุการ"],
    ),
    "Who was a department's CIO in 2005?": (
        """{ asOf(date: "2548") { provisions { id name { th } } caveats { en } } }""",
        ["รองอธิบดีหนึ่งคน", "No date of effect is printed"],
    ),
    "Who must have the share of an MCIO's work considered, by the closing table?": (
        """{ actions(body: "อ.ก.พ.กระทรวง") { nodes { issueBasis issue { en }
             responsible { basis citation { quote } } citations { quote } } } }""",
        ["ในฐานะ MCIO", '"READING"', "อ.ก.พ.กระทรวง"],
    ),
    "Who gathers the demand for posts, and to whom does it go?": (
        """{ relationships(relations: ["gathers_needs_of", "proposes_to"], first: 50) {
             nodes { source { id } target { id } force citation { place quote readings {
               printed read } } } } }""",
        [
            *('"organization:mdes"', '"organization:government-employee-committee"'),
            *("ให้เสนอต่อ คพร.", "พนักงานราชการศึกษาสูง"),
        ],
    ),
    "What if nobody in the department qualifies?": (
        """{ relationships(body: "ผู้ที่มีคุณสมบัติใกล้เคียงที่สุด") { nodes { force conditions } }
           duties(body: "post:department-head") {
             nodes { force conditions citation { quote } } } }""",
        ["ยังไม่มีบุคคลผู้มีคุณสมบัติตามที่กำหนด", "ให้เร่งพัฒนาและจัดเตรียมบุคคล", '"SHALL"', '"MAY"'],
    ),
    "Who decides where the guideline cannot be followed?": (
        """{ duties(body: "GCIO Committee", kind: CLAUSE) { nodes { force conditions
             citation { place quote } } } }""",
        ["วินิจฉัยชี้ขาด", '"place": "17"', "กรณีที่มีเหตุผลความจำเป็น"],
    ),
    "Who runs the GCIO course, who certifies its curriculum, and what in the meantime?": (
        """{ course: instrument(id: "หลักสูตร GCIO") { relationships { nodes { sentence { en } } } }
           frame: instrument(id: "กรอบหลักสูตร") { relationships { nodes { sentence { en } } } }
           meantime: instrument(id: "interim course") { relationships { nodes {
             sentence { en } conditions } } } }""",
        [
            "Digital Government Development Agency (Public Organization) shall run",
            "Ministry of Digital Economy and Society shall certify",
            "stands in for",
            "ยังไม่ได้รับการรับรอง",
        ],
    ),
    "Must there be a register of advisers, and who keeps it?": (
        """{ instrument(id: "บัญชีรายชื่อ") { relationships { nodes { force basis
             relation { name } source { id } citation { quote } } } } }""",
        ['"keeps"', '"MAY"', '"READING"', "อาจจัดให้มีการจัดทำบัญชีรายชื่อที่ปรึกษา GCIO"],
    ),
    "Subcommittee or committee, province or governor: where does the text differ?": (
        """{ differences { texts { about { en } citation { place quote } beside { quote } } } }""",
        ["ตั้งคณะอนุกรรมการ", "ในรูปแบบคณะกรรมการภายใต้", "ให้ผู้ว่าราชการจังหวัดจัดตั้ง", '"5(ง)"'],
    ),
    "Until when do the earlier CIOs go on, and what of the earlier rules?": (
        """{ rules(body: "CIO เดิม") { nodes { until conditions basis } }
           duties(body: "ส่วนราชการและหน่วยงานของรัฐ") {
             nodes { conditions citation { place } } } }""",
        ["จนกว่า จะมีการตั้งและมอบหมาย GCIO", "เท่าที่ไม่ขัดหรือแย้ง", '"place": "16"'],
    ),
    "Who may be support staff of an MCIO?": (
        """{ qualifications(body: "MCIO staff") { nodes { join joinWords requirements {
             names { id } citation { quote } } } } }""",
        ['"AND_OR"', "และหรือ", '"organization:reform-group"', '"organization:ict-centre"'],
    ),
    "May there be more than one assistant of the PCIO, and who appoints them?": (
        """{ relationships(body: "PCIO assistant", relations: ["appoints_several"]) {
             nodes { source { id } force sentence { en } } }
           qualifications(body: "PCIO assistant") { nodes { join requirements {
             metBy { id } names { id } } } } }""",
        ['"post:governor"', "may appoint more than one", '"post:provincial-statistician"', '"ANY"'],
    ),
    "What must the DCIO do for cyber security and personal data?": (
        """{ duties(body: "DCIO", activity: "cyber security") { nodes {
             kind citation { place quote } speaksOf { basis activity { number } } } } }""",
        ["กำกับดูแลความมั่นคงปลอดภัยไซเบอร์", '"OCSC annex DCIO duties 5"', '"INFERRED"'],
    ),
    "What qualifications are asked of an adviser? (The text sets none.)": (
        """{ body(id: "ที่ปรึกษา GCIO") { id qualifications { id } mayMeet { id } } }""",
        ['"qualifications": []', '"mayMeet": []'],
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_readers_question_is_answered_with_its_words(client: TestClient, question: str) -> None:
    document, expected = QUESTIONS[question]
    answer: dict[str, Any] = client.post("/graphql", json={"query": document}).json()
    assert "errors" not in answer, answer
    told = json.dumps(answer["data"], ensure_ascii=False)
    assert [words for words in expected if words not in told] == []


# What the pages show for the same questions: address, and words a reader must find there.
PAGES = {
    "/bodies/post:it-centre-director": ["อาจมีคุณสมบัติเป็น", "ต้องดูข้ออื่นที่ต้องครบด้วย"],
    "/bodies/post:mcio": ["ในโอกาสแรกที่สามารถเข้ารับการฝึกอบรมได้", "ใช้เฉพาะ"],
    "/bodies/post:governor": ["จัดตั้ง", "ตั้งมากกว่า ๑ คน เป็น"],
    "/bodies/organization:gcio-committee": ["องค์ประกอบ", "วินิจฉัยชี้ขาด", "กรรมการและเลขานุการร่วม"],
    "/bodies/post:gcio-adviser": ["แนวทางฯ ไม่ได้กำหนดคุณสมบัติของตำแหน่งนี้"],
    "/bodies/organization:ministry": ["๙ มิ.ย. ๒๕๔๑", "๒๕ พ.ย. ๒๕๖๒"],
    "/instruments/instrument:gcio-course": ["ใช้ไปพลางก่อน แทน", "หลักสูตร CIO"],
    "/clauses/clause:10": ["สับสุนน", "เราอ่านว่า", "<mark>"],
    "/clauses/part:5": ["เป็นหัวข้อ"],
    "/rules": ["โควตา", "ไม่เกิน ๒ อัตรา", "ล้านบาท"],
    "/changes?date=2562": ["๒๕ พ.ย. ๒๕๖๒", "๒๖ พ.ย. ๒๕๖๒"],
    "/differences": ["คณะอนุกรรมการ", "ตัวบทสองแห่งกล่าวต่างกัน"],
    "/search?q=quota": ["ไม่เกิน ๒ อัตรา"],
}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_shows_what_its_reader_came_for(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert [words for words in PAGES[address] if words not in answer.text] == []


@pytest.mark.parametrize("body", ["organization:mdes", "organization:dga", "post:governor"])
def test_a_body_that_is_only_named_is_not_said_to_qualify(client: TestClient, body: str) -> None:
    answer = client.get(f"/bodies/{body}")
    assert answer.status_code == 200
    assert "อาจมีคุณสมบัติเป็น" not in answer.text


def test_an_mcio_has_two_advisers_and_a_dcio_one(client: TestClient) -> None:
    document = "{ rules(kind: QUOTA) { nodes { bound { id } force comparison amount unit } } }"
    rules = client.post("/graphql", json={"query": document}).json()["data"]["rules"]["nodes"]
    posts = {
        rule["bound"]["id"]: (rule["force"], rule["comparison"], rule["amount"])
        for rule in rules
        if rule["unit"] == "POSTS"
    }
    assert posts == {
        "post:mcio-adviser": ("MAY", "AT_MOST", 2),
        "post:dcio-adviser": ("MAY", "AT_MOST", 1),
    }
