"""The static files, under an address that changes with them."""

import gzip
import os
import re
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.sending import REVALIDATE, takes_gzip

STATIC = Path(__file__).parent / "static"
FOREVER = "public, max-age=31536000, immutable"
_VERSION = re.compile("v-[0-9a-f]{12}")
_PACKABLE = (".css", ".js", ".json", ".svg", ".txt")


@cache
def version() -> str:
    """Give the version of all assets together: links between them need none of their own."""
    digest = sha256()
    for path in sorted(each for each in STATIC.rglob("*") if each.is_file()):
        digest.update(path.relative_to(STATIC).as_posix().encode())
        digest.update(path.read_bytes())
    return f"v-{digest.hexdigest()[:12]}"


class Assets(StaticFiles):
    """Serves `/static/v-.../style.css` to be kept for ever, and `/static/style.css` to be asked."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Give a file; another version than ours is that of a process not yet replaced."""
        first, _, rest = path.partition(os.sep)
        response = await super().get_response(rest if _VERSION.fullmatch(first) else path, scope)
        response.headers["cache-control"] = FOREVER if first == version() else REVALIDATE
        return response

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Give a file, packed where that makes it smaller and the reader takes it."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        # Starlette makes the tag of the file's time and size, whatever the packing: a weak one.
        response.headers["etag"] = f"W/{response.headers['etag']}"
        if not str(full_path).endswith(_PACKABLE):
            return response
        response.headers.add_vary_header("accept-encoding")
        asked = Headers(scope=scope)
        if not isinstance(response, FileResponse) or "range" in asked or not takes_gzip(asked):
            return response
        packed = Response(_packed(str(full_path), stat_result.st_mtime_ns))
        names = ("content-type", "etag", "last-modified", "vary")
        packed.headers.update({name: response.headers[name] for name in names})
        packed.headers["content-encoding"] = "gzip"
        return packed


@lru_cache(maxsize=32)
def _packed(path: str, _changed: int) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6, mtime=0)
