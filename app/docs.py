"""Prints the reference pages of docs/ from the code: the model, the questions, the settings."""

import sys
import typing
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from pydantic import SecretStr

from app.queries import stored_queries
from app.settings import Settings, StoreSettings
from graph.coverage import covered
from graph.model.declare import Member, about, members
from graph.model.levels import Level
from graph.model.nodes import NODE_KINDS, Charge, Interpretation, Relationship, Standing
from graph.model.relations import RELATIONS
from graph.model.text import Text
from graph.seeds import load

DOCS = Path(__file__).parent.parent / "docs"
HEAD = "<!-- Written by `make docs` from the code; change the code, not this file. -->\n"


def model() -> Iterator[str]:
    """Write the page of the model."""
    yield "# The model\n"
    yield "Seeds become nodes and edges; these are their kinds, as `graph/model/` declares them.\n"
    yield "## Nodes\n"
    for kind in NODE_KINDS:
        yield f"### {kind.label}\n"
        yield f"{about(kind.type)} Standard: {kind.standard}.\n"
        yield from _properties(kind.type)
    yield "## Facts that are edges\n"
    for fact in (Relationship, Standing, Interpretation, Charge):
        yield f"### {fact.__name__}\n\n{about(fact)}\n"
        yield from _properties(fact)
    yield "## Relations between bodies and instruments\n"
    yield "| Relation | Seen from the other end | Thai verb | Meaning | Standard |"
    yield "| --- | --- | --- | --- | --- |"
    for each in RELATIONS.values():
        yield (
            f"| `{each.name}` | `{each.inverse}` | {each.verb.th} | {each.about} "
            f"| {each.standard or '-'} |"
        )
    yield "\n## Levels\n"
    yield f"{about(Level)}\n"
    yield "| Level | Thai | English |\n| --- | --- | --- |"
    for level in Level:
        yield f"| `{level.name}` | {level.label.th} | {level.label.en} |"


def questions() -> Iterator[str]:
    """Write the page of the stored questions."""
    yield "# The stored questions\n"
    yield (
        "Each stem is a document for the playground (`.graphql`), a statement for Neo4j "
        "(`.cypher`) and a question in `graph/questions/`.\n"
    )
    yield "| Stem | คำถาม | Question |\n| --- | --- | --- |"
    for query in stored_queries():
        yield f"| `{query.stem}` | {query.title.th} | {query.title.en} |"


def settings() -> Iterator[str]:
    """Write the page of the settings."""
    yield "# Settings\n"
    yield "Environment variables; a value that does not fit stops the start with a message.\n"
    yield "| Variable | Default | Meaning |\n| --- | --- | --- |"
    for prefix, kind in (("RACI", Settings), ("STORE", StoreSettings)):
        for name, field in kind.model_fields.items():
            if name != "store":
                default = "the shipped seeds" if name == "seeds" else _default(field.default)
                yield f"| `{prefix}_{name.upper()}` | {default} | {field.description} |"


def _default(value: object) -> str:
    plain = value.get_secret_value() if isinstance(value, SecretStr) else value
    return "-" if plain in ("", None) else f"`{plain!r}`"


def coverage() -> Iterator[str]:
    """Write the page of what has become of each clause, with the words that facts quote marked."""
    dataset = load()
    clauses = [covered(dataset, clause) for clause in dataset.clauses]
    cited = [each for each in clauses if each.facts]
    letters = sum(len(words) for each in clauses for words, _ in each.pieces)
    in_cited = sum(len(words) for each in cited for words, _ in each.pieces)
    quoted = sum(each.quoted for each in clauses)
    yield "# What has become of each clause\n"
    yield (
        "The clauses, one after another, hold every letter of the guideline. "
        f"Facts cite {len(cited)} of the {len(clauses)} clauses; these hold "
        f"{in_cited / letters:.1%} of the letters; {quoted / letters:.1%} of the letters are words "
        "that facts quote or take as a condition. What is left is mostly aims (เพื่อ ...) and "
        "headings. Each clause without a fact says why; `raci check` lets none be without both. "
        "Words taken are **bold**.\n"
    )
    reasons = Counter(each.clause.no_fact for each in clauses if each.clause.no_fact)
    yield "| Clauses without a fact | Reason |\n| --- | --- |"
    for reason, count in reasons.items():
        yield f"| {count} | {reason.label.en}. |"
    for each in clauses:
        clause = each.clause
        yield f"\n## {clause.place}\n"
        facts = ", ".join(f"{kind} {count}" for kind, count in sorted(each.facts.items()))
        yield facts or f"No fact. {clause.no_fact.label.en if clause.no_fact else ''}."
        yield "\n> " + "".join(_marked(words, is_cited) for words, is_cited in each.pieces)


def _marked(words: str, cited: bool) -> str:
    """Write words for Markdown, bold where a fact quotes them; blanks stay outside the marks."""
    plain = words.replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
    bare = plain.strip()
    if not cited or not bare:
        return plain
    before = plain[: len(plain) - len(plain.lstrip())]
    after = plain[len(plain.rstrip()) :]
    return f"{before}**{bare}**{after}"


PAGES = {
    "model.md": model,
    "questions.md": questions,
    "settings.md": settings,
    "coverage.md": coverage,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check tell which are out of step."""
    stale = []
    for name, write in PAGES.items():
        path = DOCS / name
        text = HEAD + "\n".join(write()) + "\n"
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        print(f"docs/{', docs/'.join(stale)} are not what the code says. Run make docs.")
    return 1 if stale else 0


def _properties(kind: type) -> Iterator[str]:
    yield "| Property or edge | Type | Meaning |\n| --- | --- | --- |"
    for member in members(kind):
        name = f"`{member.name}`" + (f" as `{member.edge}`" if member.edge else "")
        yield f"| {name} | {_type(member)} | {member.about} |"
    yield ""


def _type(member: Member) -> str:
    def name(hint: object) -> str:
        arguments = [each for each in typing.get_args(hint) if each not in (Ellipsis, type(None))]
        if typing.get_origin(hint) is tuple:
            return f"list of {name(arguments[0])}"
        if arguments:
            return f"{name(arguments[0])}, optional"
        if isinstance(hint, type) and issubclass(hint, Enum):
            return " / ".join(str(each.value) for each in hint)
        if hint is Text:
            return "text in Thai and English"
        plain = getattr(hint, "__name__", str(hint))
        return {"str": "text", "int": "number"}.get(plain, plain)

    return name(member.type)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
