"""The shape of the code: who may import whom, and which packages open nothing at import."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# What each part of graph/ may see of our own; app/ sees graph, and nothing sees app.
MAY_SEE = {
    "graph/model": ("graph.model",),
    "graph/errors.py": ("graph.model",),
    "graph/tables.py": ("graph.errors",),
    "graph/slips.py": (),
    "graph/dataset.py": ("graph.model", "graph.errors", "graph.slips"),
    "graph/coverage.py": ("graph.model", "graph.dataset"),
    "graph/property_graph.py": ("graph.model", "graph.dataset"),
    "graph/restored.py": ("graph.model", "graph.dataset", "graph.property_graph"),
    "graph/rows.py": ("graph.model", "graph.errors", "graph.tables"),
    "graph/facts.py": ("graph.model", "graph.rows", "graph.tables"),
    "graph/named.py": ("graph.model", "graph.rows", "graph.tables"),
    "graph/lexicon.py": ("graph.model", "graph.rows", "graph.tables"),
    "graph/checks": ("graph.checks", "graph.model", "graph.dataset", "graph.errors"),
    "graph/seeds.py": (
        *("graph.model", "graph.dataset", "graph.errors"),
        *("graph.tables", "graph.rows", "graph.facts", "graph.named", "graph.checks"),
        *("graph.property_graph", "graph.lexicon"),
    ),
    "graph/asking": (
        *("graph.model", "graph.dataset", "graph.errors", "graph.property_graph"),
        *("graph.questions", "graph.asking"),
    ),
    "graph/questions": (
        *("graph.model", "graph.dataset", "graph.errors", "graph.property_graph"),
        "graph.questions",
    ),
    "graph/stores": (
        *("graph.model", "graph.dataset", "graph.property_graph", "graph.questions"),
        *("graph.stores", "graph.errors", "graph.restored"),
    ),
}
MODULES = sorted(path for top in ("graph", "app") for path in (ROOT / top).rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Name what a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_sees_only_what_it_may(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    ours = {each for each in imports(path) if each.split(".")[0] in ("graph", "app")}
    if name.startswith("app/"):
        return
    assert not {each for each in ours if each.startswith("app")}
    for part, allowed in MAY_SEE.items():
        if name == part or name.startswith(f"{part}/"):
            assert {each for each in ours if not each.startswith(tuple(allowed) or ("-",))} == set()
            return
    assert name == "graph/__init__.py"


def test_the_model_needs_the_standard_library_only() -> None:
    import sys

    for path in (ROOT / "graph" / "model").glob("*.py"):
        foreign = {
            each
            for each in imports(path)
            if each.split(".")[0] not in sys.stdlib_module_names and each.split(".")[0] != "graph"
        }
        assert foreign == set(), path
