"""The GraphQL playground: an editor from assets of our own, and a form that needs no script."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response

from app.asked import read_choice
from app.graphql.endpoint import answered
from app.graphql.errors import shown
from app.graphql.schema import SCHEMA
from app.pages.inputs import Input, inputs_of, read_json, unix, values_of
from app.pages.readable import laid_out
from app.pages.site import context, language, page, render
from app.queries import stored_queries
from graph.errors import BadArgument, RaciError
from graph.model.text import Text

# What stands before the name of a variable in an address.
TYPED = "v."
STATUS = {"STORE_UNAVAILABLE": 503, "INTERNAL": 500}

WORDS = {
    "copyLink": ("คัดลอก URL (ลิงก์ของคำถามนี้)", "Copy the URL (a link to this query)"),
    "copyCurl": ("คัดลอกเป็นคำสั่ง curl", "Copy as curl"),
    "copyPython": ("คัดลอกเป็น Python", "Copy as Python"),
    "copied": ("คัดลอกแล้ว", "Copied."),
    "long": (
        "คัดลอกแล้ว แต่ลิงก์ยาวเกิน ๒,๐๐๐ อักขระ บางโปรแกรมอาจตัดท้าย ใช้ curl หรือ Python แทนได้",
        "Copied, but the link is longer than 2,000 characters and some programs cut such links. "
        "Copy as curl or Python instead.",
    ),
    "notCopied": (
        "คัดลอกไม่ได้ ตรวจว่าตัวแปรเป็น JSON ที่ถูกต้อง",
        "Not copied. Check that the variables are JSON.",
    ),
    "reset": (
        "ปิดทุกแท็บและเปิดตัวอย่างใหม่? คำถามที่เคยส่งยังอยู่ในประวัติ (History)",
        "Close all tabs and open the examples again? What you have run stays in the history.",
    ),
    "query": ("ตัวแก้ไขคำถาม GraphQL กด Esc เพื่อออก", "GraphQL query editor, Esc leaves it"),
    "variables": ("ตัวแก้ไขตัวแปร JSON กด Esc เพื่อออก", "Variables editor (JSON), Esc leaves it"),
    "answer": ("คำตอบ JSON กด Esc เพื่อออก", "Answer (JSON), Esc leaves it"),
}
# GraphQL says it in English only.
GLOSSES = {
    "BAD_ARGUMENT": "ค่าที่ให้มาใช้ไม่ได้",
    "GRAPHQL_PARSE_FAILED": "เอกสารเขียนไม่ถูกไวยากรณ์ GraphQL",
    "GRAPHQL_VALIDATION_FAILED": "เอกสารหรือตัวแปรไม่ตรงกับ schema",
    "LIMIT_DEPTH": "ซ้อนกันลึกเกินไป",
    "LIMIT_ALIASES": "ใช้ชื่อแทน (alias) มากเกินไป",
    "LIMIT_TOKENS": "เอกสารยาวเกินไป",
    "LIMIT_SELECTIONS": "ขอข้อมูลมากเกินไปเมื่อกระจาย fragment แล้ว",
    "LIMIT_INTROSPECTION": "ขอ schema หลายครั้งเกินไป",
    "LIMIT_NODES": "คำตอบอาจใหญ่เกินไป",
    "INTERNAL": "เกิดข้อผิดพลาดในระบบ",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: the code that stays, in words, and the names that may be meant."""

    code: str
    words: Text
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks: a stored question by its stem or a document, and its variables."""

    stem: str
    document: str
    variables: str
    by_form: bool
    named: bool


@page
async def playground(request: Request) -> Response:
    """Show the editor with every stored question at hand, or the form with what it was asked."""
    asked = _asked(request)
    values, refusals = _json(asked.variables)
    inputs = inputs_of(SCHEMA._schema, asked.document, values, _typed(request))
    sent = values_of(inputs) if inputs else values
    written = asked.variables if refusals else _written(sent)
    answer: dict[str, Any] | None = None
    if asked.by_form and asked.named and not refusals:
        pinned = context(request)
        result = await SCHEMA.execute(asked.document, variable_values=sent, context_value=pinned)
        answer = answered(result, pinned)
        refusals = tuple(_refusal(error, inputs) for error in result.errors or ())
    if not asked.by_form:
        # The editor tells it in its own way.
        refusals = ()
    return render(
        request,
        "playground.html",
        STATUS.get(refusals[0].code, 400) if refusals else 200,
        queries=stored_queries(),
        asked=asked,
        inputs=inputs,
        typed=TYPED,
        written=written,
        question=_question(asked, written),
        refusals=refusals,
        answer=answer,
        shown=laid_out(answer["data"]) if answer and answer["data"] else None,
        as_json=orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode() if answer else "",
        config=_config(request, asked, written),
    )


def _config(request: Request, asked: Asked, written: str) -> str:
    """Write what the page's script needs, as JSON."""
    lang = language(request)
    config = {
        "endpoint": f"{request.scope.get('root_path', '')}/graphql",
        "queries": [{"stem": each.stem, "query": each.document} for each in stored_queries()],
        "opened": {"query": asked.document, "variables": asked.variables} if asked.named else None,
        "request": {"query": asked.document, "variables": written},
        "words": {name: pair[lang == "en"] for name, pair in WORDS.items()},
    }
    # A closing tag inside the data would end the element that carries it.
    return orjson.dumps(config).decode().replace("<", "\\u003c")


def _question(asked: Asked, written: str) -> dict[str, str]:
    """Give what an address needs to ask the same in the other mode."""
    if not asked.named:
        return {}
    named = {"stem": asked.stem} if asked.stem else {"query": asked.document}
    return named if written == "{}" else {**named, "variables": written}


def _asked(request: Request) -> Asked:
    """Read what an address asks; the headline where it asks nothing. Raises BadArgument."""
    given = request.query_params
    if mode := given.get("mode", ""):
        read_choice("mode", mode, ("form",))
    documents = {each.stem: each.document for each in stored_queries()}
    variables, by_form = given.get("variables", ""), bool(mode)
    if "query" in given:
        document = unix(given["query"])
        if not document.strip():
            raise BadArgument("query", "", Text("เอกสาร GraphQL", "a GraphQL document"))
        stem = next((name for name, each in documents.items() if each == document), "")
        return Asked(stem, document, variables, by_form, named=True)
    stem = read_choice("stem", given.get("stem", next(iter(documents))), documents)
    return Asked(stem, documents[stem], variables, by_form, named="stem" in given)


def _typed(request: Request) -> dict[str, list[str]]:
    given = request.query_params
    return {
        name.removeprefix(TYPED): given.getlist(name) for name in given if name.startswith(TYPED)
    }


def _json(variables: str) -> tuple[dict[str, Any], tuple[Refusal, ...]]:
    """Read variables, and say what is wrong with them."""
    try:
        values = read_json(variables.strip() or "{}")
    except ValueError:
        values = None
    if isinstance(values, dict):
        return values, ()
    said = Text(
        'ตัวแปรต้องเป็นวัตถุ JSON เช่น {"id": "DCIO"}',
        'The variables must be one JSON object, such as {"id": "DCIO"}.',
    )
    return {}, (Refusal("BAD_REQUEST", said),)


def _written(values: object) -> str:
    """Write variables as JSON; the numbers of a document may be larger than orjson's."""
    return json.dumps(values, ensure_ascii=False, indent=2)


def _refusal(error: GraphQLError, inputs: Sequence[Input]) -> Refusal:
    told = shown(error)
    extensions, message = told["extensions"], told["message"]
    code = extensions["code"]
    if isinstance(error.original_error, RaciError):
        names = extensions.get("nearest") or extensions.get("choices") or ()
        return Refusal(code, error.original_error.words, tuple(names))
    # GraphQL names the variable and not what it may be.
    allowed = next((each.choices for each in inputs if f"'${each.name}'" in message), ())
    return Refusal(code, Text(f"{GLOSSES.get(code, '')}: {message}", message), tuple(allowed))
