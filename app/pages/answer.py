"""A question in a sentence, and its answer with the sources."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import context, language, page, render
from app.queries import document_of
from graph.asking.ask import CAN_BE_ASKED
from graph.model.answers import Answer
from graph.model.nodes import Assignment
from graph.model.text import Text

COLUMNS = 5

# What a reader who asked nothing yet may ask: the kinds of question, one each.
EXAMPLES = (
    *CAN_BE_ASKED,
    Text("ที่ปรึกษา MCIO มีได้กี่อัตรา", "How many advisers may an MCIO have?"),
    Text("กรมชลประทาน ใครเป็น CIO", "Who is the CIO of the Royal Irrigation Department?"),
    Text("GCIO คืออะไร", "What is GCIO?"),
)


@page
async def answer(request: Request) -> Response:
    """Answer ?q=; without one, show what can be asked."""
    return render(request, "ask.html", examples=EXAMPLES, **await answered(request))


async def answered(request: Request) -> dict[str, Any]:
    """Answer ?q= with all that a page shows of it."""
    asking = context(request)
    question = request.query_params.get("q", "").strip()
    found: Answer | None = None
    if question:
        chosen = "lang" in request.query_params
        found = await asking.answer(question, language(request) if chosen else None)
    document = document_of(found.understood_as.query) if found and found.understood_as else ""
    return {
        "question": question,
        "found": found,
        "document": document,
        "rows": _rows(found) if found else [],
    }


def _rows(found: Answer) -> list[list[Assignment]]:
    """Give the whole rows of the matrix that an answer rests on, cell by cell."""
    rows: dict[str, list[Assignment]] = {}
    for each in found.facts:
        if isinstance(each, Assignment):
            rows.setdefault(each.activity.id, []).append(each)
    return [cells for cells in rows.values() if len(cells) == COLUMNS]
