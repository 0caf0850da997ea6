"""The application: settings in, an ASGI app out. Importing this opens nothing."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from app.assets import STATIC, Assets
from app.drawing.workshop import Workshop
from app.graphql.endpoint import GraphQLEndpoint
from app.headers import SafeHeaders
from app.pages import routes
from app.pages.site import not_found
from app.settings import Settings
from app.unanswered import Unanswered
from graph.errors import StoreUnavailable
from graph.seeds import load
from graph.stores.base import Health, Store, Version
from graph.stores.networkx_store import NetworkxStore


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """Build the application. Its lifespan opens the store, by the settings if none is given.

    In memory the seeds are loaded, and SeedsError stops the start; a Neo4j that does not answer
    does not, for it may come.

    >>> from starlette.testclient import TestClient
    >>> with TestClient(create_app(Settings())) as client:
    ...     client.get("/healthz").json()
    {'status': 'alive'}
    """
    settings = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = store or _store(settings)
        await opened.open()
        app.state.store = opened
        app.state.workshop = Workshop()
        # The dataset lives as long as the process: the collector need not walk it again.
        gc.collect()
        gc.freeze()
        yield
        app.state.store = None
        await app.state.workshop.close()
        await opened.close()

    app = FastAPI(title="RACI Explorer", lifespan=lifespan, openapi_url=None)
    app.state.store = None
    kept = settings.log_unanswered
    app.state.framed_by = settings.framed_by
    app.state.unanswered = Unanswered(kept) if kept else None

    def version() -> Version:
        if app.state.store is None:
            raise StoreUnavailable("The store is not open yet.")
        pinned: Version = app.state.store.version()
        return pinned

    def current() -> str:
        return app.state.store.health.version if app.state.store else ""

    async def healthz(_: Request) -> Response:
        return _json({"status": "alive"})

    async def readyz(_: Request) -> Response:
        if app.state.store is None:
            return _json({"status": "not ready", "reason": "The store is not open yet."}, 503)
        health: Health = app.state.store.health
        if not health.version:
            told = {"status": "not ready", "store": health.store, "reason": health.reason}
            return _json(told, 503)
        return _json(
            {
                "status": "ready",
                "version": health.version,
                "store": health.store,
                "stale": health.is_stale,
                "reason": health.reason,
                "answered": {"live": health.live, "from_memory": health.from_memory},
            }
        )

    async def embed_script(_: Request) -> Response:
        return FileResponse(STATIC / "embed.js", media_type="text/javascript")

    app.router.routes.extend(
        [
            Route("/graphql", GraphQLEndpoint(version)),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/embed.js", embed_script),
            *routes.ROUTES,
        ]
    )
    app.mount("/static", Assets(directory=STATIC), name="static")
    app.add_exception_handler(HTTPException, not_found)  # type: ignore[arg-type]
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=settings.max_body_bytes)
    app.add_middleware(SafeHeaders, version=current, framed_by=settings.framed_by)
    return app


def _store(settings: Settings) -> Store:
    if not settings.store.url:
        return NetworkxStore(load(settings.seeds))
    from graph.stores.neo4j.store import Neo4jStore

    return Neo4jStore(settings.store.link, settings.store.patience)


def _json(value: object, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")
