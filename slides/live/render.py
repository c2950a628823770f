"""The live deck: the deck model as one page for reveal.js, with the widgets' states in it.

Sizes are those of the printed slides (:data:`slides.paper.pdf.SIZES`), handed to the style sheet as
variables; a slide's own scale comes with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from markupsafe import Markup

from charts.palette import PALETTE
from slides.deck import fitting
from slides.deck.kinds import LOOKS, plain_looks
from slides.deck.model import Deck, Figure, Live, Slide
from slides.paper import pdf
from widgets.modules import module_of

_templates = jinja2.Environment(
    loader=jinja2.PackageLoader("slides", "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
# What the widget of a chart holds for slides alone.
_ON_SLIDES = ("slides", "slide_alts", "kind", "bars")
THINKING_SECONDS = (15, 30, 60)
# Of letters in answers and widgets, which a browser lets fit; only what is worked with may have smaller ones.
SCALES = (*(scale for scale in fitting.SCALES if scale <= LOOKS["answer"].largest), 0.9, 0.8)


@dataclass(frozen=True)
class Links:
    """Where the page finds things.

    Attributes
    ----------
    asset, widget
        Return the address of an asset, and of a widget's script.
    session, preflight
        Addresses of the member page and of the page that checks the machine; empty where a deck stands alone.
    phones
        Where the server says under which address phones reach the session; empty for files.
    rooms
        Where the server opens rooms for phones; empty for files.
    fonts
        Style sheet with the fonts in it, for pages opened as files; else empty.
    """

    asset: Callable[[str], str]
    widget: Callable[[str], str]
    session: str
    preflight: str
    phones: str = ""
    fonts: str = ""
    rooms: str = ""


def deck_page(deck: Deck, links: Links) -> str:
    """Return the page of a deck whose slides have their scales (see :func:`slides.deck.fitting.fit`)."""
    models = widget_models(deck)
    outline = [{"title": part.title, "minutes": part.minutes} for part in deck.parts]
    data = {
        "slug": deck.slug,
        "minutes": deck.minutes,
        "parts": outline,
        "scales": SCALES,
        "rooms": links.rooms,
    }
    return _templates.get_template("deck.html.j2").render(
        deck=deck, links=links, stacks=list(_stacks(deck)), sizes=pdf.SIZES, height=pdf.HEIGHT,
        thinking=THINKING_SECONDS, drawing=drawing, looks=plain_looks(),
        data_json=Markup(script_json(data)), widgets_json=Markup(script_json({"models": models})),
        modules=sorted({model["module"] for model in models.values()}),
    )  # fmt: skip


def _stacks(deck: Deck) -> Iterator[list[dict[str, Any]]]:
    """Yield the slides that stand below each other: a part of the session with what belongs to it."""
    stack: list[Slide] = []
    for slide in deck.slides:
        if stack and slide.level != "sub":
            yield _plain(stack, deck)
            stack = []
        stack.append(slide)
    yield _plain(stack, deck)


def _plain(stack: list[Slide], deck: Deck) -> list[dict[str, Any]]:
    return [pdf.plain_slide(slide, deck) for slide in stack]


def widget_models(deck: Deck) -> dict[str, dict[str, Any]]:
    """Return module and state of the deck's widgets, as ``host.js`` takes them."""
    return {
        block.model: _model(deck.models[block.model])
        for slide in deck.slides
        for block in slide.blocks
        if isinstance(block, (Figure, Live))
    }


def _model(state: dict[str, Any]) -> dict[str, Any]:
    # The values are in the slide's own chart; the drawings for slides take the place of the wide ones.
    kept = {name: value for name, value in state.items() if name[0] != "_" and name not in _ON_SLIDES}
    if drawings := state.get("slides"):
        alts = state["slide_alts"]
        kept["states"] = [
            one | {"wide": drawings[one["name"]], "alt": alts[one["name"]]} for one in kept["states"]
        ]
    # Without a session a widget neither reads nor keeps what its reader has done (widgets/shared/store.js).
    return {"module": module_of(state), "state": kept | {"session": ""}}


def drawing(svg: str) -> Markup:
    """Return one of our own drawings with the theme's variables as its colours, as the widget shows it."""
    for name, colour in PALETTE.items():
        svg = svg.replace(colour, f"var(--{name})")
    return Markup(svg)


def script_json(value: Any) -> str:
    """Write a value for a script element; no text in it can end the element early."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
