"""The command line, as a person calls it."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app
from graph.seeds import SHIPPED

run = CliRunner()


def test_who_says_nobody_and_gives_the_source() -> None:
    found = run.invoke(app, ["who", "--code", "A", "--activity", "11", "--level", "department"])
    assert found.exit_code == 0
    assert "ไม่มีผู้ใดเป็น Accountable (A)" in found.stdout
    assert "There the Department Chief Information Officer (DCIO) is Responsible." in found.stdout
    assert "figure 2 row 11" in found.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--code", "X", "--activity", "11"], "C (Coach/Consult)"),
        (["--code", "A", "--activity", "cyber secrity"], "activity:11"),
        (["--code", "A", "--activity", "11", "--level", "moon"], "department"),
    ],
)
def test_who_refuses_with_what_is_allowed(arguments: list[str], words: str) -> None:
    refused = run.invoke(app, ["who", *arguments])
    assert refused.exit_code == 3
    assert words in refused.stderr
    assert "Traceback" not in refused.output


def test_check_is_content_with_the_shipped_seeds() -> None:
    found = run.invoke(app, ["check"])
    assert found.exit_code == 0
    assert "65 cells" in found.stdout


def test_check_names_every_fault_of_broken_seeds(tmp_path: Path) -> None:
    seeds = Path(shutil.copytree(SHIPPED, tmp_path / "seeds"))
    path = seeds / "raci.csv"
    path.write_text(path.read_text("utf-8").replace(",R,", ",Q,"), "utf-8")
    refused = run.invoke(app, ["check", "--seeds", str(seeds)])
    assert refused.exit_code == 2
    assert 'seeds/raci.csv, row 2, column DCIO: "Q" is not a code.' in refused.stderr
    assert "Traceback" not in refused.output
    served = run.invoke(app, ["serve"], env={"RACI_SEEDS": str(seeds)})
    assert served.exit_code == 2
    assert "nothing was loaded" in served.stderr
    examined = run.invoke(app, ["doctor"], env={"RACI_SEEDS": str(seeds)})
    assert examined.exit_code == 1
    assert "Run raci check." in examined.stdout


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    away = tmp_path / "seeds"
    refused = run.invoke(app, ["check", "--seeds", str(away)])
    assert refused.exit_code == 2
    assert refused.stderr == f"There is no folder {away} (--seeds, RACI_SEEDS).\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [("RACI_ROOT_PATH", "gcio"), ("RACI_CONCURRENCY", "0"), ("RACI_MAX_BODY_BYTES", "abc")],
)
def test_a_setting_that_does_not_fit_is_named(name: str, value: str) -> None:
    refused = run.invoke(app, ["serve"], env={name: value})
    assert refused.exit_code == 2
    assert f'{name} is "{value}"' in refused.stderr


def test_an_address_that_is_not_ours_is_not_called_taken() -> None:
    refused = run.invoke(app, ["serve", "--host", "192.0.2.1", "--port", "8123"])
    assert refused.exit_code == 1
    assert "cannot listen on 192.0.2.1" in refused.stderr


def test_doctor_tells_what_is_there() -> None:
    found = run.invoke(app, ["doctor"])
    for words in (
        "Python",
        "strawberry-graphql",
        "18 of 18 tables",
        "sound, version",
        "playground",
    ):
        assert words in found.stdout


def test_a_taken_port_is_told_in_one_line() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = run.invoke(app, ["serve", "--port", str(port)])
    assert refused.exit_code == 1
    assert f"Port {port}" in refused.stderr


def test_the_generated_pages_of_the_docs_are_in_step(capsys: pytest.CaptureFixture[str]) -> None:
    from app.docs import main

    assert main(["--check"]) == 0, capsys.readouterr().out
