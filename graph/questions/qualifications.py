"""What must somebody be or have to be assigned to a post, and which posts qualify for which?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from graph.dataset import Dataset
from graph.model.nodes import Basis, Qualification
from graph.model.text import Text
from graph.questions.base import Graph, Listing

# What an item is numbered by and joined to the next with: no part of the requirement itself.
_NUMBER = re.compile(r"^(- )?(\(?[ก-ฮa-z0-9๐-๙]{1,2}[.)])([0-9๐-๙]+\.)? ")
_JOIN = re.compile(r" *(และหรือ|และ|หรือ|[;,] *(and/or|and|or))$")


def in_words(dataset: Dataset, asked: Qualification) -> Text:
    """Say a requirement with all its parts in one sentence, Thai and English.

    >>> from graph.seeds import load
    >>> data = load()
    >>> in_words(data, data.nodes["qualification:mcio-2-2-2"]).en.split(":")[0]
    'any one of these'
    """
    parts = dataset.parts_of_qualification.get(asked.id, ())
    if asked.join is None:
        return Text(_bare(asked.name.th), _bare(asked.name.en).rstrip("."))
    told = [in_words(dataset, part) for part in parts]
    wrapped = [
        Text(f"({each.th})", f"({each.en})") if part.join else each
        for part, each in zip(parts, told, strict=True)
    ]
    read = asked.join_basis is Basis.READING
    joined = asked.join.label
    return Text(
        f"{joined.th}{' (เราอ่านเช่นนั้น)' if read else ''}: " + "; ".join(each.th for each in wrapped),
        f"{joined.en}{' (so read)' if read else ''}: " + "; ".join(each.en for each in wrapped),
    )


def _bare(words: str) -> str:
    return _JOIN.sub("", _NUMBER.sub("", words.strip())).strip()


@dataclass(frozen=True, slots=True)
class Qualifications(Listing[Qualification]):
    """Ask for whole trees of requirements by the post, or for single ones a post meets."""

    body: str | None = None
    met_by: str | None = None

    stem: ClassVar[str] = "qualifications"

    def matching(self, graph: Graph) -> Iterable[tuple[str, int]]:
        """Find the wholes, or with `met_by` the requirements that speak of a post."""
        for identity, position in graph.placed(graph.labelled("Qualification")):
            whole = not any(True for _ in graph.out(identity, "PART_OF"))
            post = {body for body, _ in graph.out(identity, "QUALIFIES_FOR")}
            # A post of several kinds (the GCIO assistant) is asked what each of them is.
            post |= {group for body in post for group in graph.into(body, "COMPRISES")}
            holders = {body for body, _ in graph.out(identity, "MET_BY")}
            if (self.body is None or self.body in post) and (
                whole if self.met_by is None else self.met_by in holders
            ):
                yield identity, position
