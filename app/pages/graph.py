"""The relationship graph: what is asked for in the address, drawn, and the same as a list."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from app.asked import read_number
from app.context import Context
from app.drawing.bench import NoDrawing
from app.drawing.families import BY_NAME, FAMILIES
from app.drawing.graph import counted, in_words, picture, sketch, title_of
from app.drawing.layers import Layer, layer_of
from app.drawing.picture import Picture
from app.drawing.selection import (
    START,
    Box,
    Selection,
    Wish,
    along,
    class_name,
    class_of,
    select,
    within,
)
from app.pages.manner import Manner
from app.pages.pictures import files, sourced
from app.pages.site import context, link_to, page, page_of, render
from graph.errors import BadArgument, UnknownName
from graph.model.answers import Path
from graph.model.nodes import End
from graph.model.relations import RELATIONS
from graph.model.text import Text
from graph.questions.base import relation_names
from graph.questions.neighbourhood import DEEPEST
from graph.questions.path import PathBetween

_IN_THE_LIST = Text(
    "ตัวเลขบนเส้นคือลำดับในรายการของหน้า /graph",
    "The numbers at the lines are those of the list at /graph.",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an address asks to see: the choice, its title and, for a way between two, the way."""

    title: Text
    wish: Wish
    selection: Selection
    depth: int
    path: Path | None = None
    fits: bool = False

    @property
    def focus(self) -> End | None:
        """What stands in the middle, if anything does."""
        return self.wish.focus


@page
async def graph(request: Request) -> Response:
    """Show the relationships asked for as a picture and as a list."""
    asking = context(request)
    values = await viewed(request, asking)
    shown: Shown = values["shown"]
    return render(
        request,
        "graph.html",
        families=FAMILIES,
        relations=RELATIONS,
        class_name=class_name,
        ends=_ends(asking.dataset.bodies, asking.dataset.instruments),
        depths=range(1, DEEPEST + 1),
        is_chosen=bool(shown.path or {"kind", "all", "past"} & set(request.query_params)),
        fits=shown.fits,
        **values,
    )


async def viewed(request: Request, asking: Context) -> dict[str, Any]:
    """Give a template what an address asks to see, drawn and as a list."""
    shown = await wanted(asking, request.query_params)
    return {
        "shown": shown,
        "selection": shown.selection,
        "picture": await _picture_if_any(request, shown),
        "chosen": shown.wish.kinds or tuple(BY_NAME),
        "link": partial(_address, request, shown),
    }


async def _drawn(request: Request) -> Picture:
    shown = await wanted(context(request), request.query_params)
    found = await _picture(request, shown)
    above = [counted(shown.selection)]
    if not in_words(shown.selection):
        above.append(_IN_THE_LIST)
    return sourced(request, found, *(each.said(found.lang) for each in above))


graph_svg, graph_png = files(_drawn)


async def wanted(asking: Context, given: QueryParams) -> Shown:
    """Read what an address asks to see. Raises UnknownName, AmbiguousName, BadArgument."""
    dataset = asking.dataset
    fits = _is_set("fit", given)
    source, target = given.get("from", "").strip(), given.get("to", "").strip()
    if source or target:
        if not (source and target):
            missing = "to" if source else "from"
            allowed = Text(
                "ชื่อองค์กรหรือตำแหน่ง เพราะเส้นทางมีสองปลาย", "the name of a body; a path has two ends"
            )
            raise BadArgument(missing, "", allowed)
        way = await asking.ask(PathBetween.of(dataset, source, target))
        ends = [way.source, *(step.target for step in way.steps)]
        steps = (each for step in way.steps for each in step.relationships)
        title = title_of(None, (way.source, way.target))
        return Shown(title, Wish(), along(dataset, ends, steps), 1, way, fits)
    focus = given.get("focus", "").strip()
    opened = frozenset(_each(given.getlist("open")))
    every: tuple[End, ...] = (*dataset.bodies, *dataset.instruments)
    known = {class_of(end) for end in every}
    if strange := opened - known:
        raise BadArgument("open", min(strange), ", ".join(sorted(known)))
    kinds = _kinds(_each(given.getlist("kind")))
    wish = Wish(
        kinds=kinds or (() if focus else START),
        everywhere=_is_set("all", given),
        past=_is_set("past", given),
        opened=opened,
    )
    depth = read_number("depth", given.get("depth", ""), 1, DEEPEST) or 1
    end = dataset.end(focus) if focus else None
    if end:
        # Those at the distance itself are reached by the relationships of those before them.
        around = within(dataset, wish, end, depth - 1)
        wish = replace(wish, focus=end, around=around, everywhere=False)
    return Shown(title_of(end), wish, select(dataset, wish), depth, fits=fits)


def _each(given: list[str]) -> list[str]:
    """Read what is repeated, or written once with commas, as an embed has it."""
    return [name for value in given for name in value.split(",") if name]


def _kinds(names: list[str]) -> tuple[str, ...]:
    """Read names of families and of relations, each once. Raises BadArgument."""
    single = [name for name in names if name not in BY_NAME]
    try:
        relation_names(single)
    except UnknownName as unknown:
        allowed = f"{', '.join(BY_NAME)}; {', '.join(unknown.nearest)} ..."
        raise BadArgument("kind", unknown.given, allowed) from unknown
    return tuple(dict.fromkeys(names))


def _is_set(name: str, given: QueryParams) -> bool:
    return bool(read_number(name, given.get(name, ""), 1, 1))


async def _picture(request: Request, shown: Shown) -> Picture:
    """Draw what is shown. Raises NoDrawing."""
    manner = Manner.of(request.query_params)
    planned = sketch(shown.selection, manner.lang, manner.number)
    laid = await request.app.state.workshop.lay_out(planned.cells, planned.wires)
    focus = shown.focus.id if shown.focus else ""
    return picture(planned, laid, shown.title, partial(_box_address, request, shown), focus)


async def _picture_if_any(request: Request, shown: Shown) -> Picture | None:
    """Draw it, or leave it: the list beside it says the same."""
    with suppress(NoDrawing):
        return await _picture(request, shown)
    return None


def _state(shown: Shown) -> dict[str, Any]:
    """Write what is shown as the parameters of an address."""
    if shown.path:
        return {"from": shown.path.source.id, "to": shown.path.target.id}
    wish = shown.wish
    plain = START if not wish.focus else ()
    return {
        "focus": wish.focus.id if wish.focus else None,
        "depth": shown.depth if shown.depth > 1 else None,
        "kind": list(wish.kinds) if wish.kinds != plain else None,
        "all": "1" if wish.everywhere else None,
        "past": "1" if wish.past else None,
        "open": sorted(wish.opened) or None,
        "fit": "1" if shown.fits else None,
    }


def _address(request: Request, shown: Shown, path: str = "/graph", **changed: Any) -> str:
    """Give the address of what is shown with something changed."""
    return link_to(request, path, **{**_state(shown), **changed})


def _box_address(request: Request, shown: Shown, box: Box) -> str:
    """A folded box opens; a body comes into the middle; the one in the middle has a page."""
    if box.is_folded:
        return _address(request, shown, open=sorted({*shown.wish.opened, box.id}))
    if shown.path or (shown.focus and shown.focus.id == box.id):
        return link_to(request, page_of(box.id))
    return _address(request, shown, focus=box.id, open=None, all=None)


def _ends(*kinds: Iterable[End]) -> list[tuple[Layer, list[End]]]:
    """Give every body and instrument by layer, to choose from."""
    found: dict[Layer, list[End]] = {layer: [] for layer in Layer}
    for end in (end for kind in kinds for end in kind):
        found[layer_of(end)].append(end)
    return list(found.items())
