"""Judges an answer by what a right one holds: kind, columns, rows, codes, words and places."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.asking.ask import Language
from graph.model.answers import Answer, AnswerKind
from graph.model.text import key

QUESTIONS = Path(__file__).parent / "questions.jsonl"
# An answer that cites everything is no answer: of more places than this a third must be asked for.
MOST_PLACES = 14
# Where one place is printed under another name.
_SAME = {"preamble": ("preamble", "title")}
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen"
_THAI = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง สิบสาม"
_NUMBERS = tuple(names.split() for names in (_ENGLISH, _THAI))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what a right answer holds; `first` tells how it fared unseen."""

    id: str
    set: str
    lang: str
    category: str
    question: str
    gold: dict[str, Any]
    first: bool | None
    first_harmful: bool

    @property
    def language(self) -> Language:
        """The language of the answer: Thai for a mixed question."""
        return Language.EN if self.lang == "en" else Language.TH


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an answer is right, whether it asserts what is false, and what it lacks."""

    right: bool
    harmful: bool
    lacks: tuple[str, ...]


@cache
def questions() -> tuple[Asked, ...]:
    """Read the questions."""
    with QUESTIONS.open(encoding="utf-8") as file:
        return tuple(Asked(**json.loads(line)) for line in file)


def judge(asked: Asked, answer: Answer) -> Verdict:
    """Judge an answer."""
    gold = asked.gold
    kind = answer.kind.name.lower()
    lacks: list[str] = []
    if kind not in (gold["kind"], *gold.get("kinds_also", ())):
        lacks.append(f"kind {kind}")
    named: dict[str, set[Any]] = {
        "columns": set(answer.columns),
        "rows": set(answer.activities),
        "codes": set(answer.codes),
    }
    text = answer.text.replace(asked.question, " ")
    harmful = []
    for what, found in named.items():
        wanted = set(gold.get(what, ()))
        exact = gold.get(f"{what}_exact", False)
        missing = {each for each in wanted - found if exact or not _is_said(each, text)}
        extra = found - wanted if exact else set()
        if missing or extra:
            lacks.append(f"{what} {sorted(map(str, found))}")
        if extra and answer.kind is AnswerKind.FOUND:
            harmful.append(f"{what} {sorted(map(str, extra))}")
    lacks += [f"words {any_of[0]}" for any_of in gold["says"] if not _says_any(any_of, text)]
    lacks += [f"says {words}" for words in gold.get("says_not", ()) if _says(words, text)]
    harmful += [words for words in gold.get("harmful_if", ()) if _says(words, text)]
    places = [citation.place for citation in answer.citations]
    good = [each for each in places if any(is_at(each, place) for place in gold["places"])]
    if gold["places"] and (not good or (len(places) > MOST_PLACES and len(good) * 3 < len(places))):
        lacks.append(f"places {places[:4]}")
    outside = gold["kind"] == "out_of_scope"
    if outside and answer.kind is AnswerKind.FOUND and answer.columns:
        harmful.append("a holder for what is not in the guideline")
    own = (gold.get("asked") or {}).get("role")
    if gold["kind"] == "nobody" and answer.kind is AnswerKind.FOUND and own in answer.columns:
        harmful.append(f"{own} where nobody holds it")
    return Verdict(not lacks and not harmful, bool(harmful), (*lacks, *harmful))


def is_at(place: str, wanted: str) -> bool:
    """Tell whether a place is one that was wanted, or in it.

    >>> is_at("5(ค) paragraph 2", "5(ค)"), is_at("11", "1")
    (True, False)
    """
    return any(
        place == each or (place.startswith(each) and place[len(each)] in " (/.")
        for each in _SAME.get(wanted, (wanted,))
    )


def _is_said(each: object, text: str) -> bool:
    """Tell whether a column, a row or a code stands in the text."""
    return bool(re.search(rf"(?<![\w/]){re.escape(str(each))}(?![\w])", key(text), re.IGNORECASE))


def _says_any(any_of: list[str], text: str) -> bool:
    return any(_says(words, text) for words in any_of)


def _says(words: str, text: str) -> bool:
    """Tell whether a text holds words, a pattern (re:, cs: minds case) or a number (num:)."""
    kind, _, rest = words.partition(":")
    flat = " ".join(text.split())
    if kind == "re":
        return bool(re.search(rest, key(flat)))
    if kind == "cs":
        return bool(re.search(rest, flat))
    if kind == "num":
        number = int(rest)
        spelt = "|".join(names[number] for names in _NUMBERS if number < len(names))
        alone = rf"(?<![\d.,]){number}(?![\d.,]*\d)" + (f"|{spelt}" if spelt else "")
        return bool(re.search(alone, key(flat)))
    return "".join(key(words).split()) in "".join(key(flat).split())
