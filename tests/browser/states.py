"""Addresses that say all of what a page shows, with every filter of every page among them."""

STATES = (
    *("/matrix", "/matrix?code=R", "/matrix?code=A&level=department", "/matrix?code=-&lang=en"),
    *("/matrix?body=MCIO&lang=en", "/matrix?body=organization:de-committee", "/matrix?text=11"),
    *("/matrix?text=%E0%B9%84%E0%B8%8B%E0%B9%80%E0%B8%9A%E0%B8%AD%E0%B8%A3%E0%B9%8C",),
    *(
        "/matrix?level=province&code=I",
        "/matrix?compare=MCIO&with=DCIO",
        "/graph",
        "/graph?lang=en",
    ),
    *(
        "/graph?focus=DCIO",
        "/graph?focus=PCIO&depth=2&kind=support",
        "/graph?kind=reports_to&all=1",
    ),
    *("/graph?past=1&kind=assignment&all=1&lang=en", "/graph?from=DCIO&to=DG", "/graph?fit=1"),
    *("/graph?all=1&kind=rules&open=means-instrument", "/graph?digits=arabic"),
    *(
        "/embed/matrix?code=A",
        "/embed/graph?focus=MCIO&lang=en&theme=dark",
        "/embed/bodies/post:mcio",
    ),
    *("/snippets?view=graph&lang=en", "/snippets?view=body"),
    *("/", "/?lang=en", "/?digits=arabic&era=ce", "/?lang=en&digits=thai&era=be"),
    *("/who?code=A&activity=11&level=department", "/who?code=R&activity=10&level=province"),
    *("/who?code=C&activity=3&level=", "/who?code=I&activity=13&level=national&lang=en"),
    *("/activities/activity:11", "/activities/activity:11?column=DCIO"),
    *("/activities/activity:10?column=DG%2FDE&lang=en", "/search?q=DCIO"),
    *("/search?q=%E0%B9%91%E0%B9%93&lang=en", "/search?q=zzzz", "/bodies", "/bodies/post:dcio"),
    *("/bodies/organization:pcio-committee?lang=en", "/actions", "/actions?body=MDES"),
    *("/changes", "/changes?date=2548", "/changes?date=2005&lang=en", "/differences", "/rules"),
    *("/instruments?lang=en", "/instruments/instrument:gcio-course", "/organizations"),
    *("/organizations/named:rid?lang=en", "/clauses/title", "/clauses/clause:5.3/p2"),
    *("/ask", "/ask?q=%E0%B9%83%E0%B8%84%E0%B8%A3%E0%B9%80%E0%B8%9B%E0%B9%87%E0%B8%99+A"),
    *("/ask?q=who+chairs+the+PCIO&lang=en", "/embed/answer?q=DCIO&lang=en"),
    "/playground?mode=form&stem=columns&lang=en",
)
