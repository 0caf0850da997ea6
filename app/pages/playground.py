"""The GraphQL playground, from assets of our own: nothing is loaded from another host."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import language, page, render
from app.queries import stored_queries

WORDS = {
    "logo": ("RACI Explorer", "RACI Explorer"),
    "copyLink": ("คัดลอกลิงก์ของคำถามนี้", "Copy a link to this query"),
    "copyCurl": ("คัดลอกเป็นคำสั่ง curl", "Copy as curl"),
    "copyPython": ("คัดลอกเป็น Python", "Copy as Python"),
    "copied": ("คัดลอกแล้ว", "Copied."),
    "notCopied": (
        "คัดลอกไม่ได้ ตรวจว่าตัวแปรเป็น JSON ที่ถูกต้อง",
        "Not copied. Check that the variables are JSON.",
    ),
    "notJson": ("ตัวแปรต้องเป็น JSON เช่น {}", "The variables must be JSON, such as {}."),
    "asking": ("กำลังถาม …", "Asking …"),
    "noAnswer": ("ติดต่อเครื่องแม่ข่ายไม่ได้ ลองใหม่", "The server does not answer. Try again."),
}


@page
async def playground(request: Request) -> Response:
    """Show the playground with every stored question at hand."""
    lang = language(request)
    queries = stored_queries()
    config = {
        "endpoint": f"{request.scope.get('root_path', '')}/graphql",
        "lang": lang,
        "queries": [{"stem": each.stem, "query": each.document} for each in queries],
    }
    words = {name: pair[lang == "en"] for name, pair in WORDS.items()}
    return render(
        request,
        "playground.html",
        queries=queries,
        config=_embedded(config),
        words=_embedded(words),
    )


def _embedded(value: object) -> str:
    # A closing tag inside the data would end the element that carries it.
    return orjson.dumps(value).decode().replace("<", "\\u003c")
