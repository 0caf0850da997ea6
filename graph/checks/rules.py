"""Rules, provisions and differences say what is printed: amounts, units, comparisons, days."""

import re
from collections.abc import Iterator

from graph.checks.told import finding
from graph.dataset import Dataset
from graph.errors import Finding
from graph.model.nodes import Comparison, Duty, Relationship, Rule, RuleKind, Unit
from graph.model.relations import Force
from graph.model.text import thai_digits

_UNITS = {
    Unit.YEARS: ("ปี",),
    Unit.TIMES_A_YEAR: ("ครั้ง", "ไตรมาส"),
    Unit.POSTS: ("อัตรา", "ตำแหน่ง"),
    Unit.PERSONS: ("คน",),
    Unit.BAHT: ("บาท",),
    Unit.LEVELS_BELOW: ("ระดับ",),
    Unit.LEVELS: ("ระดับ",),
    Unit.COMMITTEES: ("คณะ",),
    Unit.GROUPS: ("กลุ่ม",),
}
# A comparison stands in its words; exactly, where none does.
_COMPARISONS = {
    Comparison.AT_MOST: re.compile("ไม่เกิน|ภายใน|ในช่วง|(?<!ไม่)ต่ำกว่า"),
    Comparison.AT_LEAST: re.compile("ไม่ต่ำกว่า|ไม่น้อยกว่า"),
    Comparison.LESS_THAN: re.compile("(?<!ไม่)น้อยกว่า"),
    Comparison.MORE_THAN: re.compile("(?<!ไม่)มากกว่า"),
}
# The rows of the table of changes that tell of 1998 and 2013; the others tell of 2019.
EARLIER = ("changes:1", "changes:3", "changes:8", "changes:10")
# รายไตรมาส: four times a year, printed as a word.
QUARTERLY = 4


def amounts_are_printed(dataset: Dataset) -> Iterator[Finding]:
    """The amount, the unit and the comparison of a rule stand in its words."""
    for rule in dataset.rules:
        words = rule.citation.quote
        if rule.amount is None:
            if rule.kind is RuleKind.DEADLINE and not rule.until:
                allowed = "A deadline has an amount, or the words until or by when."
                yield finding(dataset, rule, "until", "no time is given", allowed)
            continue
        if not _printed(rule, words):
            yield finding(
                dataset,
                rule,
                "amount",
                f"{rule.amount} {rule.unit.value if rule.unit else ''} is not printed in its quote",
                "The words hold the amount in Thai digits, or หนึ่ง, with its unit.",
            )
        printed = [kind for kind, form in _COMPARISONS.items() if form.search(words)]
        if rule.comparison not in (printed or [Comparison.EXACTLY]):
            yield finding(
                dataset,
                rule,
                "comparison",
                f"{rule.comparison.value if rule.comparison else 'none'} is not in its words",
                f"They say {' or '.join(each.value for each in printed) or 'exactly'}.",
            )


def _printed(rule: Rule, words: str) -> bool:
    assert rule.amount is not None
    assert rule.unit is not None
    units = "|".join(_UNITS[rule.unit])
    if rule.amount == QUARTERLY and rule.unit is Unit.TIMES_A_YEAR:
        return "ไตรมาส" in words
    millions, rest = divmod(rule.amount, 1_000_000)
    amount = f"{thai_digits(millions)} ล้าน" if millions and not rest else thai_digits(rule.amount)
    forms = [rf"(?<![๐-๙]){amount}(?![๐-๙]) ?({units})"]
    if rule.amount == 1:
        forms += [rf"หนึ่ง({units})", rf"({units})หนึ่ง"]
    return any(re.search(form, words) for form in forms)


def rules_are_whole(dataset: Dataset) -> Iterator[Finding]:
    """A rule has its English; what it stands under is asked of whom it binds; it is told once."""
    seen: dict[tuple[object, ...], str] = {}
    for rule in dataset.rules:
        told = (rule.kind, rule.bound.id, rule.amount, rule.unit, rule.citation.clause.id)
        faults = (
            (not rule.name.en, "name_en", "lacks its English", "Say who is bound and how."),
            (
                rule.under is not None and rule.under.body is not rule.bound,
                "under",
                "stands under a requirement of another post",
                "The requirement is asked of the post it binds.",
            ),
            (told in seen, "id", f"tells what {seen.get(told)} tells", "Take one out."),
        )
        for wrong, column, found, allowed in faults:
            if wrong:
                yield finding(dataset, rule, column, found, allowed)
        seen.setdefault(told, rule.id)


def provisions_have_their_days(dataset: Dataset) -> Iterator[Finding]:
    """A provision ends after it began; a topic has one name; a clause tells of one time."""
    topics: dict[str, str] = {}
    times: dict[str, tuple[str, str]] = {}
    for each in dataset.provisions:
        time = (each.valid_from, each.valid_until)
        if each.valid_until and each.valid_until < each.valid_from:
            yield finding(dataset, each, "valid_until", "ends before it begins", "Later, or none.")
        if not 1998 <= int(each.valid_from[:4]) <= 2019:
            allowed = "The text tells of 1998 to 2019, in years of the common era."
            yield finding(dataset, each, "valid_from", each.valid_from, allowed)
        if not each.topic.en or topics.setdefault(each.topic.th, each.topic.en) != each.topic.en:
            allowed = "A topic has one name in each language."
            yield finding(dataset, each, "topic_en", f'"{each.topic.en}"', allowed)
        for citation in each.citations:
            if times.setdefault(citation.clause.id, time) != time:
                found = f"{citation.clause.id} is of another time in another row"
                yield finding(dataset, each, "cites", found, "A clause tells of one time.")


def earlier_clauses_are_provisions(dataset: Dataset) -> Iterator[Finding]:
    """What the earlier resolutions ordered has its days, or it would read as if it held today."""
    earlier = {clause.id for clause in dataset.clauses if clause.id.partition("/")[0] in EARLIER}
    dated = {
        citation.clause.id
        for each in dataset.provisions
        if each.valid_until
        for citation in each.citations
    }
    facts: tuple[Relationship | Duty | Rule, ...] = (
        *dataset.relationships,
        *dataset.duties,
        *dataset.rules,
    )
    for fact in facts:
        if fact.citation.clause.id in earlier - dated and fact.force is not Force.STATES:
            allowed = "Give seeds/provisions.csv the provision of that clause, with its days."
            yield finding(dataset, fact, "cites", "an earlier resolution without days", allowed)


def differences_differ(dataset: Dataset) -> Iterator[Finding]:
    """The two places of a difference say different words, in both languages, and once."""
    seen: set[frozenset[str]] = set()
    for each in dataset.text_differences:
        pair = frozenset((each.citation.quote, each.beside.quote))
        texts = (each.topic.th, each.topic.en, each.about.th, each.about.en)
        if len(pair) < 2:
            yield finding(dataset, each, "beside_quote_th", "the same words", "Two that differ.")
        if pair in seen:
            yield finding(dataset, each, "id", "the same pair again", "Take one out.")
        if not all(texts):
            allowed = "Say the topic and what each says in both languages."
            yield finding(dataset, each, "about_en", "a text is missing", allowed)
        seen.add(pair)
