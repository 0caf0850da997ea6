"""What `raci ask` prints: the answer, why it came out so, and what was left unanswered."""

from pathlib import Path

import typer
from rich.table import Table

from app.console import WRONG, err, out
from app.queries import document_of
from app.unanswered import by_missing_word, questions
from graph.asking.ask import understanding_of
from graph.asking.reading import read
from graph.dataset import Dataset
from graph.model.answers import Answer

SHOWN = 3


def told(found: Answer) -> None:
    """Print an answer with its sources."""
    out.print(found.text, markup=False, soft_wrap=True)
    for citation in found.citations:
        out.print()
        out.print(f"[bold]{citation.clause.name.th} · {citation.place}[/bold]")
        out.print(f"  {citation.quote}", markup=False, soft_wrap=True)
    for each in found.alternatives:
        out.print(f"- {each}", markup=False, soft_wrap=True)


def explained(dataset: Dataset, question: str, found: Answer) -> None:
    """Print how a question was read: every word with what it stands for, the rule, the places."""
    asked, _ = understanding_of(dataset).plan(question)
    out.print()
    table = Table("Words", "Stand for", box=None, pad_edge=False)
    for spot in asked.reading.spots:
        slip = f" (read as {spot.slip_of})" if spot.slip_of else ""
        table.add_row(f"{spot.term}{slip}", ", ".join(spot.concepts))
    for word in asked.reading.left_over:
        table.add_row(word, "-")
    out.print(table)
    understood = found.understood_as
    out.print(f"Kind: {found.kind.name}. Rule: {understood.rule if understood else 'none fits'}.")
    for each in asked.fits[:SHOWN]:
        out.print(
            f"Fits: {each.clause.place} (score {each.score:.0f}, speaks of {each.share:.0%} of it)"
        )
    if understood:
        out.print(document_of(understood.query), markup=False, soft_wrap=True)
        out.print(understood.variables, markup=False, soft_wrap=True)


def reviewed(dataset: Dataset, path: Path) -> None:
    """Print the questions of a file of unanswered ones, by the words that nothing explained."""
    lexicon = understanding_of(dataset).lexicon
    try:
        readings = [read(dataset, lexicon, each) for each in questions(path)]
    except OSError:
        err.print(f"There is no file {path} that can be read.", markup=False, soft_wrap=True)
        raise typer.Exit(WRONG) from None
    table = Table("Missing word", "Times", "Questions", box=None, pad_edge=False)
    for word, count, asked in by_missing_word(readings):
        table.add_row(word, str(count), " | ".join(asked[:SHOWN]))
    out.print(table)
