"""Codes and levels as people write them: on the command line and in a page's address."""

from graph.dataset import LONGEST_NAME
from graph.errors import BadArgument
from graph.model.codes import Code
from graph.model.levels import Level
from graph.model.text import key


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
