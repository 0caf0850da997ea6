"""The jars of Neo4j: no other than the lock allows, named or fetched."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.neo4j import jars
from tests.neo4j.jars import LOCK, POM, Jar
from tests.neo4j.lock import named
from tests.neo4j.trouble import NoServer

ONE, TWO = b"one jar", b"another jar"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock of two jars."""
    names = {"th.example:one:1": ONE, "th.example:two:2:linux": TWO}
    lines = [f"{name} {hashlib.sha256(held).hexdigest()}" for name, held in names.items()]
    path = tmp_path / "lock.txt"
    path.write_text("\n".join(["# A made-up lock.", *lines, ""]), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of the two jars."""
    path = tmp_path / "named"
    path.mkdir()
    (path / "one-1.jar").write_bytes(ONE)
    (path / "two-2-linux.jar").write_bytes(TWO)
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where fetched jars are kept."""
    return tmp_path / "environment" / "neo4j-jars"


@pytest.fixture
def fetched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was fetched, of the folder instead of a registry."""
    told: list[str] = []

    def fetch(wanted: Sequence[Jar], into: Path) -> None:
        for jar in wanted:
            told.append(jar.file)
            shutil.copy(folder / jar.file, into)

    monkeypatch.delenv("NEO4J_JARS", raising=False)
    monkeypatch.setattr(jars, "fetch", fetch)
    return told


def test_the_lock_is_of_the_version_that_the_pom_names() -> None:
    version = ElementTree.parse(POM).findtext("properties/neo4j.version")
    locked = jars.read(LOCK)
    assert {(jar.artifact, jar.version) for jar in locked} >= {
        ("neo4j-server", version),
        ("neo4j", version),
    }
    neo4j = {jar.version for jar in locked if jar.group in ("org.neo4j", "org.neo4j.app")}
    assert neo4j == {version}


def test_the_lock_is_sorted_and_names_each_file_once() -> None:
    locked = jars.read(LOCK)
    assert locked == sorted(locked)
    assert len({jar.file for jar in locked}) == len(locked) == 214
    assert all(len(jar.sha256) == 64 for jar in locked)
    written = [line for line in LOCK.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert [str(jar) for jar in locked] == written


def test_a_list_of_maven_is_read_with_classifiers_and_remarks() -> None:
    listed = (
        "\nThe following files have been resolved:\n"
        "   th.example:one:jar:1:compile -- module one [auto]\n"
        "   th.example:two:jar:linux:2:runtime\n"
    )
    assert [jar.file for jar in named(listed)] == ["one-1.jar", "two-2-linux.jar"]


def test_a_named_folder_is_taken_as_it_is(
    lock: Path, folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_JARS", str(folder))
    assert jars.find(lock, kept) == folder
    assert not kept.parent.exists()


def test_a_changed_byte_stops_the_set_up(
    lock: Path, folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_JARS", str(folder))
    (folder / "one-1.jar").write_bytes(b"One jar")
    with pytest.raises(NoServer) as told:
        jars.find(lock, kept)
    for word in ("one-1.jar", hashlib.sha256(b"One jar").hexdigest(), "NEO4J_JARS"):
        assert word in str(told.value)
    assert hashlib.sha256(ONE).hexdigest() in str(told.value)
    # What somebody named is theirs.
    assert (folder / "one-1.jar").exists()


def test_a_missing_jar_is_named(
    lock: Path, folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_JARS", str(folder))
    (folder / "two-2-linux.jar").unlink()
    with pytest.raises(NoServer, match=r"lacks 1 of 2 jars, first two-2-linux\.jar"):
        jars.find(lock, kept)


def test_a_jar_too_many_is_named(
    lock: Path, folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_JARS", str(folder))
    (folder / "three-3.jar").write_bytes(b"")
    with pytest.raises(NoServer, match=r"first three-3\.jar.*Take them out"):
        jars.find(lock, kept)


def test_a_folder_that_is_not_there_is_named(
    lock: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_JARS", "/no/such/folder")
    with pytest.raises(NoServer, match="/no/such/folder, which is no folder"):
        jars.find(lock, kept)


def test_jars_are_fetched_once(lock: Path, kept: Path, fetched: list[str]) -> None:
    assert jars.find(lock, kept) == kept
    assert sorted(path.name for path in kept.glob("*.jar")) == fetched
    jars.find(lock, kept)
    assert len(fetched) == 2


def test_jars_are_fetched_anew_when_the_lock_changes_or_one_is_gone(
    lock: Path, kept: Path, fetched: list[str]
) -> None:
    jars.find(lock, kept)
    (kept / "one-1.jar").unlink()
    jars.find(lock, kept)
    assert len(fetched) == 4
    lock.write_text(lock.read_text(encoding="utf-8") + "# Written anew.\n", encoding="utf-8")
    jars.find(lock, kept)
    assert len(fetched) == 6


def test_a_wrong_jar_that_was_fetched_leaves_nothing(
    lock: Path, folder: Path, kept: Path, fetched: list[str]
) -> None:
    (folder / "one-1.jar").write_bytes(b"<html>Please log in</html>")
    with pytest.raises(NoServer, match=r"one-1\.jar is not the jar [^$]*It was removed"):
        jars.find(lock, kept)
    assert fetched
    assert not list(kept.parent.rglob("*.jar"))


def test_a_cut_fetch_leaves_nothing(
    lock: Path, kept: Path, fetched: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(wanted: Sequence[Jar], into: Path) -> None:
        (into / wanted[0].file).write_bytes(ONE)
        raise KeyboardInterrupt

    monkeypatch.setattr(jars, "fetch", cut)
    with pytest.raises(KeyboardInterrupt):
        jars.find(lock, kept)
    assert not list(kept.parent.rglob("*.jar"))


def test_maven_is_asked_where_python_cannot_fetch(
    lock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(wanted: Sequence[Jar], into: Path) -> None:
        (into / wanted[0].file).write_bytes(b"cut o")
        raise OSError("no way out")

    asked: list[Path] = []

    def maven(into: Path) -> str:
        assert not list(into.iterdir())
        asked.append(into)
        return ""

    monkeypatch.setattr(jars, "fetch_by_python", broken)
    monkeypatch.setattr(jars, "fetch_by_maven", maven)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    into = tmp_path / "into"
    into.mkdir()
    jars.fetch(jars.read(lock), into)
    assert asked == [into]


def test_without_any_way_to_fetch_the_error_says_what_to_do(
    lock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(wanted: Sequence[Jar], into: Path) -> None:
        raise OSError("no way out")

    monkeypatch.setattr(jars, "fetch_by_python", broken)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(NoServer, match=r"no way out[^$]*HTTPS_PROXY[^$]*NEO4J_JARS"):
        jars.fetch(jars.read(lock), tmp_path)
