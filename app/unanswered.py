"""Questions that were declined or unclear, kept where a setting allows it, to grow the lexicon."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from graph.asking.reading import Reading
from graph.model.answers import AnswerKind

# After so much the file is full, and nothing more is added.
MOST_BYTES = 5_000_000
KEPT = (AnswerKind.OUT_OF_SCOPE, AnswerKind.AMBIGUOUS)
# What may tell who asked: addresses and long numbers.
_PERSONAL = re.compile(r"\S+@\S+|[0-9๐-๙][0-9๐-๙ -]{6,}[0-9๐-๙]")


@dataclass
class Unanswered:
    """A file of questions, one a line, with the day and the kind of answer, and nothing else."""

    path: Path
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def add(self, question: str, kind: AnswerKind) -> None:
        """Keep a question; one that was answered is not kept. A full or shut file is left alone."""
        if kind not in KEPT:
            return
        async with self._lock:
            await asyncio.to_thread(self._write, question, kind)

    def _write(self, question: str, kind: AnswerKind) -> None:
        row = {
            "day": datetime.now(UTC).date().isoformat(),
            "kind": kind.value,
            "question": _PERSONAL.sub("…", question[:500]),
        }
        try:
            if not self.path.exists() or self.path.stat().st_size < MOST_BYTES:
                with self.path.open("ab") as file:
                    file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        except OSError:
            # A reader's answer does not depend on the operator's disk.
            return


def questions(path: Path) -> Iterator[str]:
    """Read the questions of a file. Raises OSError; lines that are none of ours are left out."""
    with path.open("rb") as file:
        for line in file:
            try:
                row: Any = orjson.loads(line)
            except orjson.JSONDecodeError:
                continue
            if isinstance(row, dict) and isinstance(row.get("question"), str):
                yield row["question"]


def by_missing_word(readings: Iterable[Reading]) -> list[tuple[str, int, list[str]]]:
    """Put questions together by the words that nothing explained: word, how often, questions."""
    counted: Counter[str] = Counter()
    asked: dict[str, list[str]] = {}
    for reading in readings:
        for word in dict.fromkeys(reading.left_over or ("-",)):
            counted[word] += 1
            asked.setdefault(word, []).append(reading.question)
    return [(word, count, asked[word]) for word, count in counted.most_common()]
