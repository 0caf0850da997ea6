"""The rows of the lexicon: the words people use, and what each stands for."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from graph.model.codes import Code
from graph.model.nodes import Concept
from graph.rows import Rows
from graph.tables import Row

TABLE = {"lexicon.csv": ("term", "language", "concept", "note")}

# What can be asked of a thing; `graph.asking` knows each.
ASKS = frozenset(
    (
        *(
            "who",
            "what",
            "count",
            "most",
            "least",
            "compare",
            "define",
            "nobody",
            "not",
            "only",
            "both",
        ),
        *("holder", "code", "cell_both", "duty", "qualification", "composition", "chair"),
        *("vice_chair", "secretary", "assistant_secretary", "relation", "change"),
        *("implementation", "when", "quote", "name", "called", "yesno", "where", "senses"),
    )
)
# Topics the text treats, those outside it, and words without matter: any small Latin name.
_FREE = ("topic", "outside", "filler")
_NAME = r"[a-z0-9_]+"
LANGUAGES = ("th", "en")


@dataclass
class _Words:
    note: str = ""
    by_language: dict[str, list[str]] = field(default_factory=lambda: {"th": [], "en": []})


def read_concepts(rows: Rows, table: Sequence[Row], known: Container[str]) -> Iterable[Concept]:
    """Gather the words of each concept; what does not fit is reported to `rows`.

    `known` holds the ids of the graph that a word may stand for.
    """
    file = "lexicon.csv"
    found: dict[str, _Words] = {}
    seen: set[tuple[str, str, str]] = set()
    for row in table:
        concept, language, term = row["concept"], row["language"], row["term"]
        if not _is_known(concept, known):
            allowed = (
                f"Allowed: an id of the graph, code:A to code:I, asks: and one of "
                f"{', '.join(sorted(ASKS))}, or {', '.join(_FREE)} with a name (topic:training)."
            )
            rows.wrong(file, row, "concept", allowed)
        elif language not in LANGUAGES:
            rows.wrong(file, row, "language", "Allowed: th, en.")
        elif not term:
            rows.wrong(file, row, "term", "It is a word or some words.", "it is empty")
        elif (concept, language, term) in seen:
            rows.wrong(
                file, row, "term", "Each stands once; take one out.", f'"{term[:80]}" stands twice'
            )
        else:
            seen.add((concept, language, term))
            words = found.setdefault(concept, _Words())
            words.by_language[language].append(term)
            words.note = words.note or row["note"]
    for concept, words in found.items():
        name = re.sub(r"[^a-z0-9]+", "-", concept.lower())
        thai, english = (tuple(words.by_language[language]) for language in LANGUAGES)
        yield Concept(f"concept:{name}", concept, thai, english, words.note)


def _is_known(concept: str, known: Container[str]) -> bool:
    kind, _, name = concept.partition(":")
    if kind == "asks":
        return name in ASKS
    if kind == "code":
        return name in Code._value2member_map_
    if kind in _FREE:
        return bool(re.fullmatch(_NAME, name))
    return concept in known
