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


def test_no_style_sheet_or_template_loads_from_another_host() -> None:
    for path in [*APP.rglob("static/**/*.css"), *APP.rglob("templates/*.html")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", text), path
        assert not re.search(r"@import", text), path
        assert not re.search(r"(src|href)=['\"](https?:)?//", text), path


def test_our_own_scripts_name_no_host() -> None:
    for path in (APP / "static").glob("*.js"):
        assert not re.search(r"https?://", path.read_text(encoding="utf-8")), path
