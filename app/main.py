"""The application: settings in, an ASGI app out. Importing this opens nothing."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import orjson
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from app.graphql.endpoint import GraphQLEndpoint
from app.headers import SafeHeaders
from app.pages import routes
from app.pages.site import not_found
from app.settings import Settings
from graph.dataset import Dataset
from graph.seeds import load
from graph.stores.base import Store
from graph.stores.networkx_store import NetworkxStore

STATIC = Path(__file__).parent / "static"


def create_app(settings: Settings | None = None, dataset: Dataset | None = None) -> FastAPI:
    """Build the application. Its lifespan loads the seeds, if no dataset is given.

    SeedsError stops the start.

    >>> from starlette.testclient import TestClient
    >>> with TestClient(create_app(Settings())) as client:
    ...     client.get("/healthz").json()
    {'status': 'alive'}
    """
    settings = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.store = NetworkxStore(dataset or load(settings.seeds))
        # The dataset lives as long as the process: the collector need not walk it again.
        gc.collect()
        gc.freeze()
        yield
        app.state.store = None

    app = FastAPI(title="RACI Explorer", lifespan=lifespan, openapi_url=None)
    app.state.store = None

    def store() -> Store:
        found: Store = app.state.store
        return found

    def version() -> str:
        return app.state.store.dataset.version if app.state.store else ""

    async def healthz(_: Request) -> Response:
        return _json({"status": "alive"})

    async def readyz(_: Request) -> Response:
        if not version():
            return _json({"status": "not ready", "reason": "The seeds are not loaded yet."}, 503)
        return _json({"status": "ready", "version": version(), "store": "networkx"})

    app.router.routes.extend(
        [
            Route("/graphql", GraphQLEndpoint(store)),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            *routes.ROUTES,
        ]
    )
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(HTTPException, not_found)  # type: ignore[arg-type]
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=settings.max_body_bytes)
    app.add_middleware(SafeHeaders, version=version)
    return app


def _json(value: object, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")
