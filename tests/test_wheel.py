"""The built wheel, in an empty environment in an empty folder, answers the headline."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.served import free_port, put, serving

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "-w", str(folder), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_seeds_and_queries_and_no_source_of_the_front_end(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for path in ("seeds/raci.csv", "seeds/guideline.txt", "queries/who_holds.graphql"):
        assert path in names
    assert "app/static/vendor/playground/playground.js" in names
    assert "app/templates/matrix.html" in names
    assert not [name for name in names if "frontend" in name or name.startswith("tests/")]


def test_the_installed_wheel_answers_the_headline(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    tools = environment / "bin"
    pip = [str(tools / "pip"), "install", "-q", "--disable-pip-version-check"]
    lock = str(ROOT / ".requirements" / "run.txt")
    subprocess.run([*pip, "--require-hashes", "-r", lock], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)

    empty = tmp_path / "empty"
    empty.mkdir()
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    raci = str(tools / "raci")
    checked = subprocess.run(
        [raci, "check"], cwd=empty, env=clean, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    port = free_port()
    with serving([raci, "serve", "--port", str(port)], port, empty, clean) as base:
        document = ZipFile(wheel).read("queries/who_holds.graphql").decode()
        holding = put(base, document)["data"]["whoHolds"]
    assert holding["outcome"] == "NOBODY"
    assert [each["body"]["id"] for each in holding["alsoAtLevel"]] == ["post:dcio"]
    assert len(holding["heldElsewhere"]) == 2
