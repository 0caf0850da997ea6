"""compose.yaml and the Containerfile, read as text; no container engine is needed."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.settings import Settings, StoreSettings

ROOT = Path(__file__).parent.parent
CONTAINERFILE = (ROOT / "Containerfile").read_text(encoding="utf-8")
OURS = ("app", "load")

Lines = list[tuple[int, str]]


def read(text: str) -> Any:
    """Read the part of YAML that compose.yaml keeps to: maps and lists, one entry to a line."""
    lines: Lines = [
        (len(line) - len(line.lstrip()), line.strip())
        for line in text.splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]
    found, rest = _block(lines)
    assert not rest, rest
    return found


def _block(lines: Lines) -> tuple[Any, Lines]:
    depth, first = lines[0]
    if first.startswith("- "):
        items = []
        while lines and lines[0][0] == depth:
            items.append(_scalar(lines[0][1].removeprefix("- ")))
            lines = lines[1:]
        return items, lines
    entries: dict[str, Any] = {}
    while lines and lines[0][0] == depth:
        match = re.fullmatch(r"([\w-]+):(?: (.+))?", lines[0][1])
        assert match, lines[0][1]
        name, value = match[1], match[2]
        assert name not in entries, f"{name} stands twice"
        lines = lines[1:]
        if value is not None:
            entries[name] = _scalar(value)
        elif lines and lines[0][0] > depth:
            entries[name], lines = _block(lines)
        else:
            entries[name] = None
    return entries, lines


def _scalar(text: str) -> Any:
    if text.startswith('"'):
        return json.loads(text)
    # What YAML would read otherwise than as this text is not used here.
    assert text[0] not in "'[{&*!|>%@`", text
    assert not re.search(r": | #|^(yes|no|on|off|null|~)$", text), text
    return {"true": True, "false": False}.get(text, int(text) if text.isdecimal() else text)


COMPOSE = read((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def test_the_services_are_neo4j_a_load_and_the_explorer() -> None:
    assert set(SERVICES) == {"neo4j", *OURS}
    assert SERVICES["neo4j"]["image"] == "neo4j:5.26-community"
    for name in OURS:
        assert SERVICES[name]["build"] == {"context": ".", "dockerfile": "Containerfile"}
    assert SERVICES["load"]["command"] == ["load"]
    assert SERVICES["app"]["command"] == ["serve"]


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_has_rights_it_does_not_need(name: str) -> None:
    service = SERVICES[name]
    user, group = service["user"].split(":")
    assert int(user) > 0
    assert int(group) > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert re.fullmatch(r"\d+m", service["mem_limit"])
    assert service["pids_limit"] > 0
    assert not {"privileged", "cap_add", "devices", "network_mode", "pid"} & set(service)


def test_the_explorer_waits_for_nobody_and_the_load_for_neo4j() -> None:
    assert "depends_on" not in SERVICES["app"]
    assert SERVICES["load"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert SERVICES["load"]["restart"] == "no"


def test_what_serves_has_a_health_check() -> None:
    assert SERVICES["load"]["healthcheck"] == {"disable": True}
    for name, asked in (("neo4j", "/dev/tcp/127.0.0.1/7687"), ("app", "/readyz")):
        check = SERVICES[name]["healthcheck"]
        assert check["test"][0] == "CMD"
        assert asked in check["test"][-1]
        assert {"interval", "timeout", "start_period", "retries"} <= set(check)


def test_neo4j_is_reached_from_inside_only() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["neo4j"]["networks"] == ["inside"]
    assert "ports" not in SERVICES["neo4j"]
    assert SERVICES["load"]["networks"] == ["inside"]
    assert SERVICES["app"]["networks"] == ["inside", "outside"]
    for port in SERVICES["app"]["ports"]:
        assert port.startswith("127.0.0.1:")


def test_the_port_for_analysts_is_opened_on_the_loopback_address_only() -> None:
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    opened = re.sub(r"^( +)# (ports:|- outside)$", r"\1\2", text, flags=re.MULTILINE)
    opened = re.sub(r"^    #   - (127\.)", r"      - \1", opened, flags=re.MULTILINE)
    neo4j = read(opened)["services"]["neo4j"]
    assert neo4j["ports"] == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]
    assert neo4j["networks"] == ["inside", "outside"]


def test_passwords_are_in_files_and_nowhere_else() -> None:
    secrets = COMPOSE["secrets"]
    for name, service in SERVICES.items():
        for variable, value in service["environment"].items():
            if re.search("AUTH|PASSWORD|SECRET|TOKEN", variable):
                assert variable.endswith("_FILE"), f"{name}: {variable}"
                assert value.removeprefix("/run/secrets/") in service["secrets"]
        assert set(service["secrets"]) <= set(secrets)
    for secret in secrets.values():
        assert secret["file"].startswith("./secrets/")


@pytest.mark.parametrize("name", OURS)
def test_the_settings_named_are_settings_and_their_values_allowed(
    name: str, tmp_path: Path
) -> None:
    given = SERVICES[name]["environment"]
    known = {f"RACI_{each}".upper() for each in Settings.model_fields if each != "store"}
    known |= {f"STORE_{each}".upper() for each in StoreSettings.model_fields}
    assert set(given) <= known
    password = tmp_path / "password"
    password.write_text("geheim\n", encoding="utf-8")
    store = {
        variable.removeprefix("STORE_").lower(): value
        for variable, value in given.items()
        if variable.startswith("STORE_")
    }
    settings = StoreSettings(**{**store, "password_file": password})
    assert settings.link.url == "neo4j://neo4j:7687"
    assert settings.link.password == "geheim"


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_written_goes_to_a_volume_or_to_memory(name: str) -> None:
    service = SERVICES[name]
    assert any(each.startswith("/tmp:") for each in service["tmpfs"])
    for volume in service.get("volumes", ()):
        assert volume.split(":")[0] in COMPOSE["volumes"]


def steps(instruction: str) -> list[str]:
    """Give what stands after an instruction of the Containerfile, wherever it stands."""
    joined = CONTAINERFILE.replace("\\\n", " ")
    return re.findall(rf"^{instruction} (.+)$", joined, flags=re.MULTILINE)


def test_the_image_is_made_from_the_hash_lock_alone() -> None:
    installing = re.compile(r"pip (--python \S+ )?(install|download|wheel) ")
    installs = [step for step in steps("RUN") if installing.search(step)]
    fetching, *rest = installs
    assert "--require-hashes" in fetching
    assert "-r .requirements/run.txt" in fetching
    assert (ROOT / ".requirements" / "run.txt").exists()
    # What comes after the lock was held fetches nothing.
    assert rest
    for step in rest:
        assert "--no-index" in step


def test_the_image_that_runs_has_nothing_to_build_with() -> None:
    assert len(steps("FROM")) == 2
    last = CONTAINERFILE[CONTAINERFILE.rindex("\nFROM ") :]
    assert "apt" not in last
    assert "pip uninstall" in last
    assert re.findall(r"^COPY (.+)$", last, flags=re.MULTILINE) == [
        "--from=build /opt/raci /opt/raci"
    ]


def test_the_image_runs_as_nobody_in_particular() -> None:
    (user,) = steps("USER")
    assert {SERVICES[name]["user"] for name in OURS} == {user}
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    assert f"--uid {user.split(':')[0]} " in CONTAINERFILE


def test_the_image_serves_and_says_whether_it_is_ready() -> None:
    assert steps("ENTRYPOINT") == ['["raci"]']
    assert steps("CMD") == ['["serve"]']
    (check,) = steps("HEALTHCHECK")
    _, program = check.split(" CMD ")
    python, flag, code = json.loads(program)
    assert (python, flag) == ("python", "-c")
    assert "/readyz" in code
    compile(code, "the health check", "exec")


def test_what_is_copied_into_the_build_is_there_and_not_ignored() -> None:
    let_in = {
        line.removeprefix("!")
        for line in (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    sources = [word for step in steps("COPY") if "--from" not in step for word in step.split()[:-1]]
    for source in sources:
        assert (ROOT / source).exists(), source
        assert source.split("/")[0] in let_in, source
    assert "secrets" not in let_in


def test_every_file_for_containers_names_images_without_a_host() -> None:
    images = [SERVICES[name]["image"] for name in SERVICES]
    images += re.findall(r"^ARG PYTHON=(.+)$", CONTAINERFILE, flags=re.MULTILINE)
    assert len(images) == 4
    for image in images:
        assert "/" not in image


def blocks(page: str, language: str) -> Iterator[str]:
    """Give the fenced blocks of a language of a page."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    yield from re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_commands_make_the_password_files_that_compose_reads(tmp_path: Path) -> None:
    (block,) = [each for each in blocks("deployment.md", "sh") if "mkdir" in each]
    subprocess.run(["bash", "-ec", block], cwd=tmp_path, check=True)
    files = {name: tmp_path / each["file"] for name, each in COMPOSE["secrets"].items()}
    password = StoreSettings(password_file=files["store_password"]).password.get_secret_value()
    assert len(password) >= 32
    assert files["neo4j_auth"].read_text(encoding="utf-8") == f"neo4j/{password}"
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
    for path in files.values():
        # The users in the containers are others than the owner.
        assert path.stat().st_mode & 0o004


@pytest.mark.parametrize("page", ["neo4j.md", "deployment.md"])
def test_every_page_that_these_pages_name_exists(page: str) -> None:
    folder = ROOT / "docs"
    headings: dict[Path, set[str]] = {}
    text = (folder / page).read_text(encoding="utf-8")
    for target, part in re.findall(r"\]\(([^)#]*)(?:#([^)]+))?\)", text):
        named = folder / (target or page)
        assert named.exists(), target
        if part:
            told = headings.setdefault(named, set(_anchors(named)))
            assert part in told, part


def _anchors(path: Path) -> Iterator[str]:
    for title in re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
        yield re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def test_the_page_on_neo4j_names_every_setting_of_the_store() -> None:
    text = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
    for name in StoreSettings.model_fields:
        assert f"[`STORE_{name.upper()}`](settings.md)" in text
