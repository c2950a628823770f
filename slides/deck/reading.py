"""Reads an executed notebook as a deck: what each cell shows becomes blocks on its slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from course import slideshow
from course.pages import Session
from course.slideshow import BEGINNINGS, MINUTES_RULE, NOTES, SLIDE_TYPES
from shown import json as shown_json
from shown import model as shown
from shown.markdown import blocks as parsed
from slides.deck.blocks import addresses, places, slide_blocks
from slides.deck.dividing import CONTINUED
from slides.deck.explorers import Expansion, expand
from slides.deck.kinds import KINDS, Kind
from slides.deck.model import Deck, Figure, Level, Live, Part, Question, Slide, SlideError
from slides.deck.pieces import piece
from slides.deck.titles import told_apart
from slides.deck.wall import compared, kind_of, wall, words

_AT_HOME = shown.label("Làm ở nhà")
_STATES = "application/vnd.jupyter.widget-state+json"
_VIEW = "application/vnd.jupyter.widget-view+json"


def read_deck(notebook: dict[str, Any], session: Session, course: str) -> Deck:
    """Return the deck of an executed notebook.

    Parameters
    ----------
    notebook
        nbformat's JSON with outputs; the widgets' states stand in its metadata.
    session
        Whose notebook it is; gives title and outline.
    course
        Name of the course, as its slides show it.

    Raises
    ------
    SlideError
        When a cell does not say what it is on the slides, a slide has no heading or a time that it cannot
        take, or a widget's state is missing.
    """
    name = session.notebook
    states = notebook["metadata"].get("widgets", {}).get(_STATES, {}).get("state", {})
    models = {model_id: entry["state"] for model_id, entry in states.items()}
    slides = [slide for cells in _grouped(name, notebook["cells"]) for slide in _slides(name, cells, models)]
    if not slides:
        raise SlideError(name, "all cells", "must have at least one cell with slide_type 'slide'")
    parts = tuple(Part(step.title, step.minutes) for step in session.agenda)
    shown = {block.model for slide in slides for block in slide.blocks if isinstance(block, (Figure, Live))}
    return Deck(
        slug=session.slug, notebook=name, title=session.title, course=course, parts=parts,
        slides=tuple(_timed(told_apart(numbered(slides)), parts)),
        models={name: models[name] for name in models if name in shown},
    )  # fmt: skip


def _grouped(name: str, cells: list[dict]) -> Iterator[list[dict]]:
    """Yield the cells of each slide, its notes included; what is skipped is left out."""
    group: list[dict] = []
    for cell in cells:
        kind = _type(name, cell)
        if kind == "skip":
            continue
        if kind in BEGINNINGS:
            if group:
                yield group
            group = []
        elif not group:
            raise SlideError(name, cell["id"], "must follow a cell with slide_type 'slide' or 'subslide'")
        group.append(cell)
    if group:
        yield group


def _type(name: str, cell: dict) -> str:
    kind = slideshow.slide_type(cell)
    if kind not in SLIDE_TYPES:
        rule = "metadata.slideshow.slide_type must be one of {types} (in JupyterLab: the gears)"
        raise SlideError(name, cell["id"], rule, kind, {"types": ", ".join(SLIDE_TYPES)})
    return kind


def _slides(name: str, cells: list[dict], models: dict[str, dict]) -> Iterator[Slide]:
    first = cells[0]
    level, heading, rest = _heading(name, first)
    below = parsed(rest)
    of_deck: Level = "title" if level == 1 else "sub" if _type(name, first) == "subslide" else "section"
    spoken = [cell for cell in cells if _type(name, cell) == "notes"]
    notes = tuple(
        line for cell in spoken for line in " ".join(_source(cell).split("\n")).split("  ") if line.strip()
    )
    found = [_cell(name, cell, models) for cell in cells[1:] if _type(name, cell) != "notes"]
    shows = wall([*slide_blocks(below), *(block for one in found for block in one.blocks)])
    named = [kind for kind in (_kind(name, first), *(one.kind for one in found)) if kind]
    at_home = any(map(slideshow.at_home, spoken))
    marked = (_AT_HOME, *shows.blocks) if at_home else shows.blocks
    kind = named[0] if named else kind_of(of_deck, marked)
    blocks = compared(marked) if kind == "comparison" else marked
    title = slideshow.title(first) or next((one.title for one in found if one.title), heading)
    told = (*shows.told, *(line for one in found for line in one.told))
    leads = (*addresses(below), *(to for one in found for to in one.addresses))
    minutes = _minutes(name, spoken[-1]) if spoken else None
    yield Slide(
        first["id"], first["id"], title, of_deck, blocks, notes, minutes, kind=kind, told=told, asides=shows.asides,
        addresses=tuple(dict.fromkeys(leads)), places=tuple(at for one in found for at in one.places), at_home=at_home,
    )  # fmt: skip
    for one in found:
        yield from (
            replace(slide, level="sub", title=slide.title or title + CONTINUED) for slide in one.slides
        )


def _minutes(name: str, cell: dict) -> float | None:
    minutes = slideshow.minutes(cell)
    if minutes is not None and not slideshow.are_minutes(minutes):
        raise SlideError(name, cell["id"], MINUTES_RULE, minutes)
    return minutes


def _kind(name: str, cell: dict) -> Kind | None:
    kind = slideshow.kind(cell)
    if kind is not None and kind not in KINDS:
        rule = "metadata.slideshow.kind must be one of {kinds} (in JupyterLab: the gears)"
        raise SlideError(name, cell["id"], rule, kind, {"kinds": ", ".join(KINDS)})
    return kind


def _heading(name: str, cell: dict) -> tuple[int, str, str]:
    source = _source(cell)
    found = re.match(r"(#{1,3}) +(.+?)\s*(?:\n(.*))?$", source, re.DOTALL)
    if cell["cell_type"] != "markdown" or not found or "\n" in found[2]:
        raise SlideError(name, cell["id"], "a slide must begin with a heading, as in '## Title'", source)
    return len(found[1]), found[2], found[3] or ""


def _cell(name: str, cell: dict, models: dict[str, dict]) -> Expansion:
    """Return what a cell gives to its slide; what it gives to the notes alone is told."""
    found = list(_outputs(name, cell, models))
    blocks = [block for one in found for block in one.blocks]
    told = [line for one in found for line in one.told]
    leads = tuple(to for one in found for to in one.addresses)
    held = tuple(at for one in found for at in one.places)
    if slideshow.to(cell) == NOTES:
        shows = wall(blocks)
        said = [*words(shows.blocks), *shows.told, *told]
        return Expansion(list(shows.asides), told=said, addresses=leads, places=held)
    title = next((one.title for one in found if one.title), "")
    kind = next((one.kind for one in found if one.kind), None)
    return Expansion(blocks, [slide for one in found for slide in one.slides], told, title, kind, leads, held)


def _outputs(name: str, cell: dict, models: dict[str, dict]) -> Iterator[Expansion]:
    if cell["cell_type"] == "markdown":
        written = parsed(_source(cell))
        yield Expansion(slide_blocks(written), addresses=addresses(written))
    for output in cell.get("outputs", []):
        yield _output(name, cell, output.get("data", {}), models)


def _output(name: str, cell: dict, data: dict, models: dict[str, dict]) -> Expansion:
    blocks = list(_shown(data))
    if view := data.get(_VIEW):
        if view["model_id"] not in models:
            raise SlideError(name, cell["id"], "the widget's state is missing: execute the notebook anew")
        made = expand(name, cell["id"], view["model_id"], models[view["model_id"]], blocks)
    else:
        made = piece(cell["id"], data.get(shown_json.MIME, {}).get("kind", ""), blocks)
    return replace(made, addresses=addresses(blocks), places=(*places(blocks), *made.places))


def _shown(data: dict) -> Iterator[shown.Block]:
    piece = data.get(shown_json.MIME)
    if piece is None:  # Another library's output.
        yield from parsed(data.get("text/markdown", ""))
        return
    if piece["fold"]:  # On paper and slides nothing can be unfolded, so the label stands above.
        yield shown.label(piece["fold"])
    yield from shown_json.from_json(piece["blocks"])


def numbered(slides: list[Slide]) -> list[Slide]:
    """Count the questions of a deck through: one says “câu 5” to a room, and finds it on paper."""
    asked = [(slide, block) for slide in slides for block in slide.blocks if isinstance(block, Question)]
    counted = {}
    for number, (slide, one) in enumerate(asked, start=1):
        title, blocks = f"Câu {number}/{len(asked)}", (replace(one, number=number, total=len(asked)),)
        counted[slide.id] = replace(slide, title=title, blocks=blocks)
    return [counted.get(slide.id, slide) for slide in slides]


def _timed(slides: list[Slide], parts: tuple[Part, ...]) -> Iterator[Slide]:
    """Give every slide the step of the outline that its planned beginning falls into."""
    begin = 0.0
    for slide in slides:
        yield replace(slide, part=_part_at(begin, parts))
        begin += slide.minutes or 0


def _part_at(minute: float, parts: tuple[Part, ...]) -> int:
    end = 0.0
    for index, part in enumerate(parts):
        end += part.minutes
        if minute < end:
            return index
    return len(parts) - 1


def _source(cell: dict) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
