"""Scores every question and writes the table of docs/ask.md: unseen, and as answered now."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from app.context import Context
from graph.seeds import load
from graph.stores.networkx_store import NetworkxStore
from tests.asking.judge import Asked, Verdict, judge, questions

PAGE = Path(__file__).parents[2] / "docs" / "ask.md"
MARK = "<!-- Written by `make ask-docs`: everything from here on. -->\n"
SETS = {
    "development": "ours, seen while the lexicon was written",
    "set aside": "ours, scored once before anything was fitted to them",
    "first reader": "a reader who saw only the guideline, scored once at the same time",
    "second reader": "another such reader, scored once after the first two were mended",
    "third reader": "another, asked for the kinds that were weak, scored once after that",
    "fourth reader": "another, five questions of each kind, scored once after that",
    "fifth reader": "another, five questions of each kind, scored once after that",
    "sixth reader": "another, five questions of each kind, scored once after that",
}

Scored = tuple[Asked, Verdict]


def scored() -> list[Scored]:
    """Ask every question of the embedded store and judge what comes back."""
    store = NetworkxStore(load())

    async def every() -> list[Scored]:
        context = Context(store)
        return [
            (asked, judge(asked, await context.answer(asked.question, asked.language.value)))
            for asked in questions()
        ]

    return asyncio.run(every())


def page(results: Sequence[Scored]) -> Iterator[str]:
    """Write the lines of the tables."""
    yield "## What was measured\n"
    yield (
        "Right means the kind of answer, what it names, its words and its source, all of them. "
        "Harmful means that it names a holder, a row or a code that is not so.\n"
    )
    heads = ("Questions", "how many", "right when first scored", "harmful then", "right now")
    yield f"| {' | '.join(heads)} | harmful now |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, about in SETS.items():
        some = [each for each in results if each[0].set == name]
        first = "seen" if name == "development" else _share(some, lambda each: bool(each[0].first))
        harmful = "-" if name == "development" else sum(each[0].first_harmful for each in some)
        now = _share(some, lambda each: each[1].right)
        yield (
            f"| {name}: {about} | {len(some)} | {first} | {harmful} | {now} "
            f"| {sum(each[1].harmful for each in some)} |"
        )
    yield "\n## By language and by kind\n"
    yield (
        "Unseen questions (the sets that were scored before they were looked at), and all now.\n"
    )
    yield "| | unseen | right when first scored | all | right now |"
    yield "| --- | --- | --- | --- | --- |"
    for of in (lambda each: each.lang, lambda each: each.category):
        yield from _lines(results, of)
    yield "\n## What is not answered rightly yet\n"
    yield "| Question | What its answer lacks |\n| --- | --- |"
    for asked, verdict in results:
        if not verdict.right:
            yield f"| {asked.question} | {'; '.join(verdict.lacks).replace('|', '/')} |"


def _lines(results: Sequence[Scored], of: Callable[[Asked], str]) -> Iterable[str]:
    for name in sorted({of(asked) for asked, _ in results}):
        some = [each for each in results if of(each[0]) == name]
        unseen = [each for each in some if each[0].first is not None]
        first = _share(unseen, lambda each: bool(each[0].first))
        now = _share(some, lambda each: each[1].right)
        yield f"| {name.replace('_', ' ')} | {len(unseen)} | {first} | {len(some)} | {now} |"


def _share(some: Sequence[Scored], is_so: Callable[[Scored], bool]) -> str:
    count = sum(map(is_so, some))
    return f"{count} ({count / len(some):.0%})" if some else "-"


def main(words: Sequence[str]) -> int:
    """Write the page, or with --check say whether it is as measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(words).check
    head = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    made = head + MARK + "\n" + "\n".join(page(scored())) + "\n"
    if not check:
        PAGE.write_text(made, encoding="utf-8")
    elif made != PAGE.read_text(encoding="utf-8"):
        print("docs/ask.md is not what was measured. Run make ask-docs.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
