"""A view as it is placed in a page of somebody else: the HTML to paste there."""

from dataclasses import dataclass
from html import escape

from app.embeds import Embed, Given, address, placed
from graph.model.text import Text

PICTURES = ("svg", "png")


@dataclass(frozen=True, slots=True)
class Placing:
    """Which view, of which site of ours, how wide and in which language; without a width all of it.

    `data` is the version of the data that its editor saw, if it was to be remembered.
    """

    site: str
    embed: Embed
    given: Given
    lang: str
    title: str
    theme: str = "auto"
    data: str = ""
    width: int | None = None
    height: int | None = None

    @property
    def asked(self) -> dict[str, str]:
        """What the frame is asked with, beside the view's own parameters."""
        theme = {"theme": self.theme} if self.theme != "auto" else {}
        return {"lang": self.lang, **theme, **({"data": self.data} if self.data else {})}

    @property
    def frame(self) -> str:
        """The address of the embed."""
        path, query = placed(self.embed.path, self.given)
        return address(self.site, path, query | self.asked)

    @property
    def page(self) -> str:
        """The address of the whole page."""
        path, query = placed(self.embed.page, self.given)
        return address(self.site, path, query | {"lang": self.lang})

    def picture(self, kind: str) -> str:
        """Give the address of the view as a picture."""
        path, query = placed(f"{self.embed.picture}.{kind}", self.given)
        asked = {name: value for name, value in self.asked.items() if name != "theme"}
        return address(self.site, path, query | asked)

    @property
    def iframe(self) -> str:
        """The frame alone."""
        return _element(
            "iframe",
            src=self.frame,
            title=self.title,
            width=str(self.width or "100%"),
            height=str(self.height or self.embed.height),
            loading="lazy",
            frameborder="0",
        )

    @property
    def link(self) -> str:
        """A link to the page, which is also what is left where a frame stays empty."""
        return _element("a", escape(self.title), href=self.page)

    @property
    def component(self) -> str:
        """The element that the script fills; until then, and without it, its link is there."""
        path, query = placed(self.embed.path, self.given)
        view = path.removeprefix("/embed/")
        return _element("raci-view", f"\n  {self.link}\n", view=view, **query, **self.asked)

    @property
    def script(self) -> str:
        """The script of ours that fills the element and sizes frames."""
        return _element("script", type="module", src=f"{self.site}/embed.js")

    def image(self, kind: str) -> str:
        """Give the view as a picture that leads to its page."""
        # Its own width would push the page of the site apart.
        sized = {"width": str(self.width or "100%")}
        shown = _start("img", src=self.picture(kind), alt=self.title, loading="lazy", **sized)
        return _element("a", shown, href=self.page)


def ready(placing: Placing) -> list[tuple[str, Text, str]]:
    """Give each way to place a view: its name, what it is called, and the HTML."""
    framed = f"{placing.iframe}\n<p>{placing.link}</p>"
    ways = [
        ("iframe", Text("กรอบ (iframe) ไม่มีสคริปต์", "Frame (iframe), no script"), framed),
        (
            "auto",
            Text("กรอบที่สูงตามเนื้อหา (มีสคริปต์)", "Frame that grows to its content (with a script)"),
            f"{framed}\n{placing.script}",
        ),
        (
            "component",
            Text("ส่วนของหน้า (web component)", "Part of the page (web component)"),
            f"{placing.script}\n{placing.component}",
        ),
    ]
    if placing.embed.picture:
        ways += [
            (kind, Text(f"ภาพ {kind.upper()}", f"Picture ({kind.upper()})"), placing.image(kind))
            for kind in PICTURES
        ]
    return [*ways, ("link", Text("ลิงก์", "Link"), placing.link)]


def _start(name: str, /, **attributes: str) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"


def _element(name: str, inside: str = "", /, **attributes: str) -> str:
    return f"{_start(name, **attributes)}{inside}</{name}>"
