"""Where each page lives."""

from starlette.routing import Route

from app.pages.actions import actions
from app.pages.activity import activity
from app.pages.answer import answer
from app.pages.bodies import bodies
from app.pages.body import body, body_png, body_svg
from app.pages.changes import changes
from app.pages.clause import clause
from app.pages.differences import differences
from app.pages.embeds import ROUTES as EMBEDS
from app.pages.graph import graph, graph_png, graph_svg
from app.pages.instrument import instrument, instruments
from app.pages.matrix import matrix, matrix_png, matrix_svg
from app.pages.oembed import oembed
from app.pages.organization import organization, organizations
from app.pages.playground import playground
from app.pages.rules import rules
from app.pages.search import search
from app.pages.snippets import snippets
from app.pages.start import start
from app.pages.who import who

ROUTES = (
    Route("/", start),
    Route("/matrix", matrix),
    Route("/matrix.svg", matrix_svg),
    Route("/matrix.png", matrix_png),
    Route("/who", who),
    Route("/ask", answer),
    Route("/graph", graph),
    Route("/graph.svg", graph_svg),
    Route("/graph.png", graph_png),
    *EMBEDS,
    Route("/oembed", oembed),
    Route("/snippets", snippets),
    Route("/actions", actions),
    Route("/changes", changes),
    Route("/differences", differences),
    Route("/search", search),
    Route("/activities/{id}", activity),
    Route("/rules", rules),
    Route("/bodies", bodies),
    Route("/bodies/{id:path}.svg", body_svg),
    Route("/bodies/{id:path}.png", body_png),
    Route("/bodies/{id:path}", body),
    Route("/instruments", instruments),
    Route("/instruments/{id:path}", instrument),
    Route("/organizations", organizations),
    Route("/organizations/{id:path}", organization),
    Route("/clauses/{id:path}", clause),
    Route("/playground", playground),
)
