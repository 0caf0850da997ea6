"""Codes, levels and versions as people write them: on the command line and in an address."""

import re
from collections.abc import Collection

from graph.dataset import LONGEST_NAME
from graph.errors import BadArgument
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.text import Text, key


def read_code(given: str) -> Code:
    """Read a code by letter or by word. Raises BadArgument.

    >>> read_code("a"), read_code("Accountable")
    (<Code.ACCOUNTABLE: 'A'>, <Code.ACCOUNTABLE: 'A'>)
    """
    given = given[:LONGEST_NAME]
    for code in Code:
        if key(given) in (key(code.value), key(code.name), key(code.label.en)):
            return code
    words = ", ".join(f"{code.value} ({code.label.en})" for code in Code)
    raise BadArgument("code", given, words)


def read_level(given: str) -> Level | None:
    """Read a level by its name in either language; nothing means any. Raises BadArgument.

    >>> [read_level(asked).name for asked in ("department", "ระดับกรม", "กรม")]
    ['DEPARTMENT', 'DEPARTMENT', 'DEPARTMENT']
    """
    asked = key(given[:LONGEST_NAME]).replace("_", "-")
    if not asked:
        return None
    for level in Level:
        thai = key(level.label.th)
        if asked in (level.value, key(level.label.en), thai, thai.removeprefix("ระดับ")):
            return level
    raise BadArgument("level", given, ", ".join(level.value for level in Level))


def read_version(given: str) -> str:
    """Read a version of the data; nothing means whichever is current. Raises BadArgument.

    >>> read_version("0123456789ab")
    '0123456789ab'
    """
    if given and not re.fullmatch("[0-9a-f]{12}", given):
        words = Text("เลขรุ่น ๑๒ ตัว เป็นเลข 0-9 หรืออักษร a-f", "the 12 digits of a version, 0-9 or a-f")
        raise BadArgument("data", given, words)
    return given


def read_choice(name: str, given: str, choices: Collection[str]) -> str:
    """Read one of a few words. Raises BadArgument.

    >>> read_choice("theme", "dark", ("auto", "light", "dark"))
    'dark'
    """
    if given not in choices:
        raise BadArgument(name, given, ", ".join(choices))
    return given


def read_number(name: str, given: str, least: int, most: int) -> int | None:
    """Read a whole number within bounds; nothing means none. Raises BadArgument.

    >>> read_number("width", "640", 240, 2_000)
    640
    """
    if not given:
        return None
    # Not more digits than the bound has: a long number is costly to read.
    if re.fullmatch(rf"[0-9]{{1,{len(str(most))}}}", given) and least <= int(given) <= most:
        return int(given)
    words = Text(f"จำนวนเต็ม {least} ถึง {most}", f"a whole number from {least} to {most}")
    raise BadArgument(name, given, words)
