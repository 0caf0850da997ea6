"""How a reader wants to read: the language, the digits and the era of years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.errors import BadArgument
from graph.model.text import BUDDHIST, MONTHS, Text, arabic_digits, thai_digits

LANGUAGES = ("th", "en")
# What is read where nothing was chosen, by language: first Thai, then English.
DIGITS = ("thai", "arabic")
ERAS = ("be", "ce")


@dataclass(frozen=True, slots=True)
class Manner:
    """A reader's choices.

    >>> Manner.of({"lang": "en", "era": "be"}).day("2019-11-26")
    '26 Nov 2562 BE'
    """

    lang: str
    digits: str
    era: str

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Manner":
        """Read the choices of an address; what is none of them is as if it were not there."""
        lang = "en" if asked.get("lang") == "en" else "th"
        at = LANGUAGES.index(lang)
        digits, era = asked.get("digits"), asked.get("era")
        return cls(
            lang,
            digits if digits in DIGITS else DIGITS[at],
            era if era in ERAS else ERAS[at],
        )

    @property
    def kept(self) -> dict[str, str]:
        """What a link has to carry to be read in the same manner."""
        usual = Manner.of({"lang": self.lang})
        chosen = {"digits": self.digits, "era": self.era}
        given = {name: value for name, value in chosen.items() if value != getattr(usual, name)}
        return {"lang": self.lang, **given} if self.lang != LANGUAGES[0] else given

    def choose(self, th: str, en: str) -> str:
        """Give our own words in the language, in the digits chosen."""
        return self._in_digits(th if self.lang == "th" else en)

    def say(self, text: Text) -> str:
        """Give a text of ours in the language, in the digits chosen."""
        return self.choose(text.th, text.en)

    def printed(self, text: Text) -> str:
        """Give words of the guideline, or their gloss, as they are."""
        return text.th if self.lang == "th" else text.en

    def number(self, number: int | str) -> str:
        """Write a number."""
        return (thai_digits if self.digits == "thai" else arabic_digits)(number)

    def year(self, year: int) -> str:
        """Write a year of the common era, with the era's name where it is not the usual one."""
        counted = self.number(year + BUDDHIST if self.era == "be" else year)
        if self.era == ERAS[LANGUAGES.index(self.lang)]:
            return counted
        return f"ค.ศ. {counted}" if self.lang == "th" else f"{counted} BE"

    def day(self, given: str) -> str:
        """Write a day (year-month-day)."""
        day = date.fromisoformat(given)
        month = MONTHS[self.lang].split()[day.month - 1]
        return f"{self.number(day.day)} {month} {self.year(day.year)}"

    def _in_digits(self, words: str) -> str:
        # As it stands where it is as usual: an English text may quote Thai digits.
        if self.digits == DIGITS[LANGUAGES.index(self.lang)]:
            return words
        return self.number(words)


def check(asked: Mapping[str, str]) -> None:
    """Refuse a manner there is none of. Raises BadArgument."""
    for name, allowed in (("digits", DIGITS), ("era", ERAS)):
        if asked.get(name, allowed[0]) not in allowed:
            raise BadArgument(name, asked[name], ", ".join(allowed))
