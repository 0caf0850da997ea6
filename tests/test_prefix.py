"""Under a prefix that a proxy takes off, on a host of the proxy's: nothing leads out of it."""

import os
import re
import sys
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest

from tests.browser.paths import APPLICATIONS, PATHS, REFUSALS, in_english
from tests.served import free_port, serving

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PREFIX, HOST = "/gcio", "intranet.example"


@pytest.fixture(scope="module")
def proxy() -> Iterator[int]:
    """The port of a proxy that takes the prefix off and passes on how it was asked."""
    inner = free_port()

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            assert self.path.startswith(f"{PREFIX}/"), self.path
            told = {"host": self.headers["host"], "x-forwarded-proto": "https"}
            behind = HTTPConnection("127.0.0.1", inner, timeout=30)
            behind.request("GET", self.path.removeprefix(PREFIX), headers=told)
            answer = behind.getresponse()
            body = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            behind.close()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    raci = str(Path(sys.executable).parent / "raci")
    environment = {**os.environ, "RACI_ROOT_PATH": PREFIX}
    with (
        serving([raci, "serve", "--port", str(inner)], inner, ROOT, environment),
        ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as server,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def get(port: int, path: str) -> tuple[HTTPResponse, str]:
    """Ask the proxy as a browser on the intranet does."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", quote(path, safe="/?&=:%#+.-"), headers={"host": HOST})
    answer = connection.getresponse()
    body = answer.read().decode(errors="replace")
    connection.close()
    return answer, body


def links_of(html: str) -> set[str]:
    """Give every address a page names, whole ones without scheme and host."""
    found = re.findall(r'(?:href|src|action|data|poster)="([^"]*)"', html)
    found += re.findall(r'property="og:(?:url|image)" content="([^"]*)"', html)
    links = {unescape(link).split("#")[0].removeprefix(f"https://{HOST}") for link in found}
    return links - {""}


def test_nothing_leads_out_of_the_prefix(proxy: int) -> None:
    found: dict[str, str] = {}
    for path in (*PATHS, *APPLICATIONS, *REFUSALS, *map(in_english, PATHS)):
        answer, html = get(proxy, PREFIX + path)
        assert answer.status < 500
        for link in links_of(html):
            assert link.startswith(f"{PREFIX}/"), (path, link)
            # One of each kind of address is followed: the path's beginning and what it is asked.
            kind = re.sub(r"/[^/?]*(?=\?|$)|(?<==)[^&]*", "", link)
            found.setdefault(link if "/static/" in link else kind, link)
    assert len(found) > 30
    for link in found.values():
        answer, _ = get(proxy, link)
        assert answer.status in (200, 303, 400), link


def test_a_page_that_is_sent_on_and_what_a_script_asks_stay_within(proxy: int) -> None:
    answer, _ = get(proxy, f"{PREFIX}/bodies/DCIO?lang=en")
    assert (answer.status, answer.headers["location"]) == (
        303,
        f"{PREFIX}/bodies/post:dcio?lang=en",
    )
    _, html = get(proxy, f"{PREFIX}/playground")
    assert f'"endpoint":"{PREFIX}/graphql"' in html
    assert get(proxy, f"{PREFIX}/graphql?query=%7Bdataset%7Bversion%7D%7D")[0].status == 200
    sheets = [link for link in links_of(html) if link.endswith((".css", ".js"))]
    for link in sheets:
        _, text = get(proxy, link)
        assert not re.search(r"""(url\(|from ?|import\()["']?/""", text), link


def test_whole_addresses_have_the_scheme_and_the_host_that_the_reader_sees(proxy: int) -> None:
    _, html = get(proxy, f"{PREFIX}/rules?lang=en")
    assert f'hreflang="th" href="https://{HOST}{PREFIX}/rules?lang=th"' in html
    assert f'property="og:url" content="https://{HOST}{PREFIX}/rules?lang=en"' in html
