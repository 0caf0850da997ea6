"""Makes dots of a drawing in a process of its own: SVG in, PNG out.

The drawing takes up to seconds and keeps the interpreter to itself meanwhile, in whatever thread.
"""

import sys

import resvg_py


def main(scale: str, *fonts: str) -> None:
    """Read SVG from the input and write PNG, so many dots to a px, with these fonts alone."""
    png = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        zoom=float(scale),
        skip_system_fonts=True,
        font_files=list(fonts),
        font_family="Sarabun",
        sans_serif_family="Sarabun",
    )
    sys.stdout.buffer.write(png)


if __name__ == "__main__":
    main(*sys.argv[1:])
