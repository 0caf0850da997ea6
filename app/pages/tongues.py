"""Runs of the other language in a page, marked so that a screen reader reads each in its own."""

import re

# Thai with what stands between its words; and English that is more than an abbreviation such as
# DCIO, which is read alike in both. What is escaped (&amp;) is passed over whole.
_RUNS = {
    "en": r"[\u0e01-\u0e7f](?:[\u0e01-\u0e7f .,/–-]*[\u0e01-\u0e7f.])?",
    "th": r"(?=[A-Z/ .'-]*[a-z])[A-Za-z](?:[A-Za-z/ .'-]*[A-Za-z])?",
}
_OTHER = {"en": "th", "th": "en"}
_RUN = {lang: re.compile(rf"&#?\w+;|(?P<run>{runs})") for lang, runs in _RUNS.items()}
_TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>\w+)(?P<rest>[^>]*)>|<[^>]*>|(?P<text>[^<]+)")
# What has no elements inside, or has words that are no language's.
_WHOLE = {"code", "option", "pre", "script", "style", "svg", "textarea", "title"}


def marked(html: str, lang: str) -> str:
    """Mark them in a page of a language, but where the page has done so itself.

    >>> marked("<p>clause 2(ค)</p>", "en")
    '<p>clause 2(<span lang="th">ค</span>)</p>'
    >>> marked('<q lang="th">ก.พ.</q> &amp; ก.พ.', "en")
    '<q lang="th">ก.พ.</q> &amp; <span lang="th">ก.พ.</span>'
    """

    def in_its_own(found: re.Match[str]) -> str:
        return f'<span lang="{_OTHER[lang]}">{found[0]}</span>' if found["run"] else found[0]

    shown = []
    # The element passed over, and how many of its name are open.
    within, depth = "", 0
    for token in _TOKEN.finditer(html):
        tag, is_end = token["tag"], token["close"] == "/"
        if within:
            if tag == within:
                depth += -1 if is_end else 1
                within = within if depth else ""
        elif token["text"]:
            shown.append(_RUN[lang].sub(in_its_own, token[0]))
            continue
        elif tag in _WHOLE or f' lang="{_OTHER[lang]}"' in (token["rest"] or ""):
            within, depth = tag, 1
        shown.append(token[0])
    return "".join(shown)
