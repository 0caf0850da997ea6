"""The README's commands, run as they are written."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.served import free_port, serving

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FACTS = (
    *("NOBODY", "DCIO", "คณะกรรมการพัฒนารัฐบาลดิจิทัล"),
    "คณะกรรมการดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งชาติ",
)

pytestmark = pytest.mark.slow


def blocks(language: str) -> list[str]:
    """Give the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a server started by the README's own command, `make run`."""
    assert "\n    make run " in README
    found = free_port()
    with serving(["make", "run", f"PORT={found}"], found, ROOT):
        yield found


def run(command: list[str], text: str, port: int) -> str:
    """Run a block against the started server and give what it prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [*command, text.replace("127.0.0.1:8000", f"127.0.0.1:{port}")],
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_curl_line_prints_the_headline_answer(port: int) -> None:
    (block,) = [each for each in blocks("sh") if "curl" in each]
    printed = run(["bash", "-c"], block, port)
    for fact in (*FACTS, "RESPONSIBLE", "figure 2 row 11"):
        assert fact in printed


def test_the_python_lines_print_the_headline_answer(port: int) -> None:
    (block,) = blocks("python")
    printed = run([sys.executable, "-c"], block, port)
    for fact in (*FACTS, "is Responsible"):
        assert fact in printed


def test_the_command_lines_do_what_they_say() -> None:
    (block,) = [each for each in blocks("sh") if "raci who" in each]
    # doctor's findings are the machine's, a taken port 8000 among them; it must run all the same.
    printed = run(["bash", "-c"], block.replace("raci doctor", "raci doctor || true"), 8000)
    assert "Responsible" in printed
    assert "The seeds are sound" in printed
    assert "strawberry-graphql" in printed


def test_every_page_the_readme_names_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if not target.startswith("http"):
            assert (ROOT / target).exists(), target


def test_make_alone_prints_every_target() -> None:
    printed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "quick", "check", "bench", "lint", "format", "schema", "docs"):
        assert f"make {target} " in printed
