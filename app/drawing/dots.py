"""Makes dots of a drawing: SVG in, PNG out, each as a line, in a process of its own."""

import json
import sys
from base64 import b64encode

from app.drawing.letters import FONTS


def write(document: str, dots: float) -> bytes:
    """Write a task: a drawing as a file, and how many dots make a px."""
    return json.dumps([document, dots]).encode()


def png(document: str, dots: float) -> bytes:
    """Draw in our own font alone, whatever fonts the machine has."""
    # Here and not above: only the process that draws needs the library.
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=document,
        zoom=dots,
        skip_system_fonts=True,
        font_files=[str(FONTS / f"sarabun-{weight}.ttf") for weight in (400, 700)],
        font_family="Sarabun",
        sans_serif_family="Sarabun",
    )


def main() -> None:
    """Draw what comes in, line by line, until there is no more."""
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(b64encode(png(*json.loads(line))) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
