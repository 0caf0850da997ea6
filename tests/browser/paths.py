"""Every page, so that what holds for all is tested on all: a new page joins by its path here."""

# As a reader opens them, in Thai; `in_english` gives the other language.
PATHS = (
    *("/", "/who?code=A&activity=10&level=province", "/search?q=DCIO", "/actions", "/rules"),
    *("/activities/activity:11?column=DCIO", "/activities/activity:10?column=PCIO"),
    *("/bodies", "/bodies/post:dcio", "/bodies/organization:pcio-committee", "/differences"),
    *("/instruments", "/instruments/instrument:gcio-course", "/changes", "/changes?date=2548"),
    *("/organizations", "/organizations/named:rid", "/clauses/title", "/clauses/clause:10"),
    *("/clauses/clause:5.3/p2", "/clauses/figure:2/row-11", "/ask", "/embed/answer?q=DCIO คือใคร"),
    *("/matrix", "/matrix?compare=MCIO&with=DCIO", "/matrix?code=A&level=department", "/graph"),
    *("/graph?focus=PCIO&depth=2&kind=support", "/graph?from=DCIO&to=DG", "/snippets?view=graph"),
    *("/embed/matrix", "/embed/graph?focus=DCIO", "/embed/bodies/post:mcio", "/snippets"),
    *("/ask?q=ระดับกรม ใครเป็น A เรื่องไซเบอร์", "/ask?q=ฝนจะตกไหม", "/playground?mode=form"),
)
# A whole application in a script; it has tests of its own.
APPLICATIONS = ("/playground",)
# What is no page: pictures, and the card of a page for programs.
FILES = (".svg", ".png", "/oembed")
# What is refused is a page too.
REFUSALS = (
    "/graph?kind=x",
    "/matrix?code=X",
    "/embed/bodies/nobody",
    "/bodies/GCIO",
    "/nothing",
    "/who?code=X",
    "/changes?date=1990",
)


def with_choice(path: str, choice: str) -> str:
    """Give the address of a page with a choice, such as `lang=en`, made."""
    return f"{path}{'&' if '?' in path else '?'}{choice}"


def in_english(path: str) -> str:
    """Give the address of a page in English."""
    return with_choice(path, "lang=en")
