"""Words of the guideline: Thai with English beside it, and how two spellings are compared."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_TAG = re.compile(r"<[^<>]*>|\*\*")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Thai and in English; the English is a gloss."""

    th: str
    en: str

    def said(self, lang: str) -> str:
        """Give the words in a language: th or en.

        >>> Text("กรม", "department").said("en")
        'department'
        """
        return self.en if lang == "en" else self.th


def collapse(printed: str) -> str:
    r"""Drop tags and emphasis marks and make each run of white space one blank.

    This is all that may differ between a quote and its clause, and between a clause and the file.

    >>> collapse("<p>๑. ให้ทุก\n กระทรวง</p>")
    '๑. ให้ทุก กระทรวง'
    """
    return " ".join(_TAG.sub(" ", printed).split())


def key(words: str) -> str:
    """Fold what a person may type differently into one form, for comparing only, never for showing.

    Case, Thai digits, invisible characters, the two spellings of SARA AM and white space.
    NFKC would split SARA AM (U+0E33) in two, so NFC is used and that one pair is folded by hand.

    >>> key("  Cyber  SECURITY ๑๑ ")
    'cyber security 11'
    >>> key("ทํา") == key("ทำ")
    True
    """
    folded = unicodedata.normalize("NFC", _INVISIBLE.sub("", words))
    folded = _SARA_AM.sub(lambda found: found[1] + "\u0e33", folded)
    return " ".join(folded.translate(_THAI_DIGITS).casefold().split())


MONTHS = {
    "th": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
BUDDHIST = 543


def day_in_words(given: str) -> Text:
    """Write a day (year-month-day) as a reader does, Thai in the Buddhist era.

    >>> day_in_words("2019-11-26")
    Text(th='๒๖ พ.ย. ๒๕๖๒', en='26 Nov 2019')
    """
    day = date.fromisoformat(given)
    thai, english = (MONTHS[language].split()[day.month - 1] for language in ("th", "en"))
    return Text(
        thai_digits(f"{day.day} {thai} {day.year + BUDDHIST}"), f"{day.day} {english} {day.year}"
    )


def thai_digits(number: int | str) -> str:
    """Write a number as the guideline does.

    >>> thai_digits(11)
    '๑๑'
    """
    return str(number).translate(_TO_THAI_DIGITS)


def arabic_digits(number: int | str) -> str:
    """Write a number, or the numbers in some words, in Arabic digits.

    >>> arabic_digits("๑๑")
    '11'
    """
    return str(number).translate(_THAI_DIGITS)
