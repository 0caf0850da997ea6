"""The committed front end: what its lock says, byte for byte, and nothing from another host."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

APP = Path(__file__).parents[2] / "app"
VENDOR = APP / "static" / "vendor"
FRONTEND = APP / "frontend"
LOCK = json.loads((APP / "static" / "vendor.lock.json").read_text(encoding="utf-8"))


def test_every_file_is_the_one_the_lock_names() -> None:
    named = {each["path"]: (each["bytes"], each["sha256"]) for each in LOCK["files"]}
    found = {
        path.relative_to(VENDOR).as_posix(): (
            path.stat().st_size,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in VENDOR.rglob("*")
        if path.is_file()
    }
    assert found == named


def test_every_package_in_it_has_a_licence() -> None:
    assert len(LOCK["packages"]) > 20
    assert all(licence for licence in LOCK["packages"].values())


def test_every_package_in_it_stands_with_its_licence_text() -> None:
    texts = (VENDOR / "playground" / "LICENSES.txt").read_text(encoding="utf-8")
    apart = {name for name in LOCK["packages"] if name.startswith("@fontsource/")}
    assert (VENDOR / "fonts" / "LICENSE").is_file()
    bundled = set(LOCK["packages"]) - apart
    assert [name for name in sorted(bundled) if f"{name} (" not in texts] == []


def test_what_the_policy_refuses_is_not_in_the_bundle() -> None:
    sheet = (VENDOR / "playground" / "playground.css").read_text(encoding="utf-8")
    script = (VENDOR / "playground" / "playground.js").read_text(encoding="utf-8")
    assert "@font-face" not in sheet
    # The dialogs' styles are adopted; as shipped, their package adds a <style> element.
    assert "adoptedStyleSheets" in script


def test_no_style_sheet_or_template_loads_from_another_host() -> None:
    for path in [*APP.rglob("static/**/*.css"), *APP.rglob("templates/*.html")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", text), path
        assert not re.search(r"@import", text), path
        assert not re.search(r"(src|href)=['\"](https?:)?//", text), path


def test_our_own_scripts_name_no_host() -> None:
    for path in (APP / "static").glob("*.js"):
        assert not re.search(r"https?://", path.read_text(encoding="utf-8")), path


def test_the_locks_name_no_registry() -> None:
    packages = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 100
    # By its hash a package is known, wherever it was fetched from.
    assert [name for name, each in packages.items() if name and "integrity" not in each] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []
    assert "://" not in (APP / "static" / "vendor.lock.json").read_text(encoding="utf-8")


# Where npm has been, the build is tried; elsewhere there is nothing to build with, and nothing to
# skip either, for in CI a skip is a failure. `make vendor-check` fetches the packages and compares.
if shutil.which("node") and (FRONTEND / "node_modules").is_dir():

    @pytest.mark.slow
    def test_a_rebuild_is_the_same_byte_for_byte(tmp_path: Path) -> None:
        subprocess.run(["node", "build.mjs", tmp_path], cwd=FRONTEND, check=True, timeout=120)
        built = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
        assert len(built) == len(LOCK["files"]) + 1
        for name, path in built.items():
            assert path.read_bytes() == (APP / "static" / name).read_bytes(), name
