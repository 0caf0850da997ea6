"""Makes of the web fonts what pictures need: whole TrueType files and the width of each letter.

Run by `build.mjs` with the folder that holds the woff2 files.
"""

import json
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

WEIGHTS = {"400": "Regular", "700": "Bold"}


def main(folder: Path) -> None:
    """Write sarabun-400.ttf, sarabun-700.ttf and advances.json into a folder."""
    advances: dict[str, dict[str, int]] = {}
    for weight in WEIGHTS:
        parts = []
        for script in ("latin", "thai"):
            part = TTFont(folder / f"sarabun-{script}-{weight}-normal.woff2")
            part.flavor = None
            path = folder / f"{script}-{weight}.part"
            part.save(path)
            parts.append(path)
        font = Merger().merge([str(path) for path in parts])
        for path in parts:
            path.unlink()
        # The day of the build would make every build another file.
        font["head"].created = font["head"].modified = 0
        font.recalcTimestamp = False
        font.save(folder / f"sarabun-{weight}.ttf")
        widths = font["hmtx"]
        advances[weight] = {
            chr(code): widths[glyph][0] for code, glyph in sorted(font.getBestCmap().items())
        }
        assert font["head"].unitsPerEm == 1000
    text = json.dumps(advances, ensure_ascii=False, separators=(",", ":"))
    (folder / "advances.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
