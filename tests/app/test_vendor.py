"""The committed front end: what its lock says, byte for byte, and nothing from another host."""

import hashlib
import json
import re
from pathlib import Path

APP = Path(__file__).parents[2] / "app"
VENDOR = APP / "static" / "vendor"
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
