"""Words of a question folded for comparing: one spelling for all that is said alike."""

import re

from graph.model.text import key

LONGEST = 500

_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_BETWEEN_THAI = re.compile(r"(?<=[\u0e01-\u0e4e.]) +(?=[\u0e01-\u0e4e])")
_SCRIPTS = re.compile(
    r"(?<=[\u0e01-\u0e4e.])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\u0e01-\u0e4e])|(?<=[a-z])(?=[0-9])"
    r"|(?<=[0-9])(?=[a-z])"
)
# A full stop is kept only where it makes a Thai abbreviation, such as ก.พ. and ก.พ.ร.
_MARKS = re.compile(r"(?<![\u0e01-\u0e4e])\.|[^\w\u0e01-\u0e4e.' ]|_|'(?![a-z])|(?<![a-z])'")
_THAI_RUN = re.compile(r"[\u0e01-\u0e4e.]+")
_WORD = re.compile(r"[a-z]+|[0-9]+")
THAI = re.compile(r"[\u0e01-\u0e4e]")


def fold(words: str) -> str:
    """Fold a text: case, digits, marks, spaces in Thai, and the endings of English words.

    >>> fold("Modernising SERVICES") == fold("modernise service")
    True
    >>> fold("ระดับ กรม DCIO")
    'ระดับกรม dcio'
    """
    plain = _MARKS.sub(" ", key(words))
    plain = _LATIN.sub(lambda found: stem(found[0]), plain)
    plain = _SCRIPTS.sub(" ", plain)
    return _BETWEEN_THAI.sub("", " ".join(plain.split()))


def stem(word: str) -> str:
    """Take the ending off an English word, so that its forms are one.

    >>> [stem(word) for word in ("certifies", "certified", "certify")]
    ['certify', 'certify', 'certify']
    >>> [stem(word) for word in ("planning", "plans", "organisation", "organizations")]
    ['plan', 'plan', 'organiz', 'organiz']
    """
    word = word.split("'")[0]
    if (len(word) > 4 and word.endswith("ies")) or (len(word) > 4 and word.endswith("ied")):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]
    for ending in ("isation", "ization", "ising", "izing", "ised", "ized", "ise", "ize"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + "iz"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sle":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def features(folded: str) -> list[str]:
    """Cut a folded text into what is compared: English words, numbers, pieces of Thai runs.

    Thai is written without spaces; pieces of three and of four letters need no word borders.

    >>> features("report กรม")
    ['report', 'กรม']
    """
    found = [word[:8] for word in _WORD.findall(folded)]
    for run in _THAI_RUN.findall(folded):
        run = run.replace(".", "")
        if len(run) < 3:
            found.append(run)
        for size in (3, 4):
            found.extend(run[at : at + size] for at in range(len(run) - size + 1))
    return [each for each in found if each]
