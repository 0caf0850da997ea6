"""The GraphQL playground, from assets of our own: nothing is loaded from another host."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from app.pages.site import language, page, render
from app.queries import stored_queries


@page
async def playground(request: Request) -> Response:
    """Show the playground with every stored question at hand."""
    config = {
        "endpoint": f"{request.scope.get('root_path', '')}/graphql",
        "lang": language(request),
        "queries": [
            {
                "stem": query.stem,
                "title": {"th": query.title.th, "en": query.title.en},
                "query": query.document,
                "variables": {},
            }
            for query in stored_queries()
        ],
    }
    # A closing tag inside the data would end the element that carries it.
    data = orjson.dumps(config).decode().replace("<", "\\u003c")
    return render(request, "playground.html", config=data)
