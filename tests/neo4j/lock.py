"""Write the hash lock of the Neo4j server's jars from the pom (needs Maven)."""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.neo4j.jars import LOCK, Jar, fetch_by_maven
from tests.neo4j.trouble import NoServer

HEAD = """\
# The jars of the Neo4j server that tests start: group:artifact:version[:classifier] sha256.
# `make neo4j-lock` writes this from tests/neo4j/pom.xml; no other jar is taken.
"""


def main() -> int:
    """Write the lock."""
    if not shutil.which("mvn"):
        print("Maven is missing: install it (Debian: apt install maven).", file=sys.stderr)
        return 1
    try:
        LOCK.write_text(text(), encoding="utf-8")
    except NoServer as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def text() -> str:
    """The lock's text, of the jars as Maven has fetched and checked them."""
    with TemporaryDirectory() as folder:
        jars = list(named(fetch_by_maven(Path(folder))))
        hashed = [replace(jar, sha256=sha256(Path(folder) / jar.file)) for jar in jars]
    return HEAD + "".join(f"{jar}\n" for jar in sorted(hashed))


def named(listed: str) -> Iterator[Jar]:
    """Read Maven's list: group:artifact:jar[:classifier]:version:scope, then a remark."""
    for line in listed.splitlines():
        match line.split(" -- ")[0].strip().split(":"):
            case [group, artifact, "jar", version, _]:
                yield Jar(group, artifact, version, "", "")
            case [group, artifact, "jar", classifier, version, _]:
                yield Jar(group, artifact, version, classifier, "")


def sha256(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
