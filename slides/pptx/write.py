"""Decks as PPTX: real text in the layouts' places, native tables and charts, notes pages."""

from __future__ import annotations

import copy
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import cast

from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from slides.deck.blocks import addresses, unbroken
from slides.deck.measuring import measure_blocks
from slides.deck.minutes import in_figures
from slides.deck.model import Block, Columns, Deck, Figure, Question, Slide, Table
from slides.paper import pdf
from slides.pptx.archive import steady
from slides.pptx.cover import COURSE_PLACE
from slides.pptx.graphics import chart, picture, table
from slides.pptx.layouts import FOOTER, SLIDE_NUMBER, TITLE_SLACK, TITLE_TOP, layouts, presentation
from slides.pptx.questions import answer, ask
from slides.pptx.strict import complete
from slides.pptx.text import Frame

# The file's own dates; fixed, like those of the PDFs.
DATE = dt.datetime(2023, 1, 1)
_BOTTOM = pdf.HEIGHT - pdf.SIZES["foot"]


def decks_pptx(decks: Sequence[Deck], title: str) -> bytes:
    """Return decks as one PowerPoint file; the same decks give the same bytes.

    Every slide uses a layout of the master, titles and texts stand in its places, charts made of bars
    can be edited, and notes with minutes are on the notes pages. A question is followed by its answer.
    """
    made = presentation()
    chosen = layouts(made)
    for deck in decks:
        for slide in filter(lambda slide: slide.for_paper, deck.slides):
            _add(made, chosen, deck, slide, answered=False)
            if any(isinstance(block, Question) for block in slide.blocks):
                _add(made, chosen, deck, slide, answered=True)
    properties = made.core_properties
    properties.title, properties.author, properties.language = title, "", "vi"
    # The library's template names its author and itself.
    properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = DATE
    buffer = io.BytesIO()
    complete(made)
    made.save(buffer)
    return steady(buffer.getvalue(), DATE)


def _add(made, chosen: dict, deck: Deck, slide: Slide, *, answered: bool) -> None:
    layout = chosen[_layout(slide)]
    page = made.slides.add_slide(layout)
    page.shapes.title.text = unbroken(f"{slide.title} – Đáp án" if answered else slide.title)
    if slide.kind == "title":
        page.placeholders[COURSE_PLACE].text_frame.text = deck.course
    else:
        _make_room(page, slide)
        _foot(page, layout, f"{deck.course} · {deck.title}")
    _fill(page, slide, answered)
    _take_out_empty(page)
    if slide.spoken and not answered:
        time = [] if slide.minutes is None else [f"({in_figures(slide.minutes)})"]
        addressed = [f"Địa chỉ: {address}" for address in addresses(slide.blocks)]
        page.notes_slide.notes_text_frame.text = "\n".join([*slide.spoken, *addressed, *time])


def _layout(slide: Slide) -> str:
    if slide.kind == "title":
        return "title"
    if any(isinstance(block, Columns) for block in slide.blocks):
        return "columns"
    return "plain" if any(isinstance(block, (Figure, Table)) for block in slide.blocks) else "content"


def _top(slide: Slide) -> float:
    return pdf.SIZES["top"] + slide.title_height + pdf.SIZES["below"]


def _make_room(page: PptxSlide, slide: Slide) -> None:
    """Begin the bodies below the title, which may have several lines."""
    title_end = pdf.SIZES["top"] + slide.title_height + TITLE_SLACK
    for place in page.placeholders:
        top, end = (_top(slide), _BOTTOM) if place.placeholder_format.idx else (TITLE_TOP, title_end)
        # All four, because a place that names one of them no longer takes the others from its layout.
        place.left, place.width = place.left, place.width
        place.top, place.height = Pt(top), Pt(end - top)


def _foot(page: PptxSlide, layout, words: str) -> None:
    """Copy the layout's foot, which python-pptx leaves out: the session and the page's number."""
    for place in layout.placeholders:
        index = place.placeholder_format.idx
        if index in (FOOTER, SLIDE_NUMBER):
            page.shapes._spTree.append(copy.deepcopy(place._element))
            if index == FOOTER:
                page.placeholders[index].text_frame.paragraphs[0].text = words


def _fill(page: PptxSlide, slide: Slide, answered: bool) -> None:
    kind = _layout(slide)
    if kind == "plain":
        _stack(page, slide, slide.blocks)
    elif kind == "columns":
        (columns,) = [block for block in slide.blocks if isinstance(block, Columns)]
        for place, side in ((1, columns.left), (2, columns.right)):
            _write(Frame(page.placeholders[place].text_frame, slide.scale), side, answered)
        rest = [block for block in slide.blocks if block is not columns]
        if rest:
            gaps = pdf.SIZES["gap"] * slide.scale * (len(rest) - 1)
            height = sum(measure_blocks(rest, slide.scale)) + gaps
            _text_box(page, slide, rest, _BOTTOM - height, height)
    else:
        scale = slide.answer_scale if answered else slide.scale
        _write(Frame(page.placeholders[1].text_frame, scale), slide.blocks, answered)


def _stack(page: PptxSlide, slide: Slide, blocks: Sequence[Block]) -> None:
    """Put text, charts, pictures and tables below each other, as high as the PDF has them."""
    y, gap = _top(slide), pdf.SIZES["gap"] * slide.scale
    heights = dict(zip(map(id, blocks), measure_blocks(blocks, slide.scale), strict=True))
    for graphic, group in groupby(blocks, lambda block: isinstance(block, (Figure, Table))):
        if graphic:
            for block in cast("Iterator[Figure | Table]", group):
                _graphic(page, block, slide.scale, y, heights[id(block)])
                y += heights[id(block)] + gap
        else:
            texts = list(group)
            height = sum(heights[id(block)] for block in texts) + gap * (len(texts) - 1)
            _text_box(page, slide, texts, y, height)
            y += height + gap


def _graphic(page: PptxSlide, block: Figure | Table, scale: float, y: float, height: float) -> None:
    if isinstance(block, Table):
        table(page, block, scale, y)
    else:
        (chart if block.bars else picture)(page, block, y, height)


def _text_box(page: PptxSlide, slide: Slide, blocks: Sequence[Block], y: float, height: float) -> None:
    box = page.shapes.add_textbox(Pt(pdf.SIZES["margin"]), Pt(y), Pt(pdf.SIZES["width"]), Pt(height))
    box.name = "Ghi chú và nguồn"
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(Frame(frame, slide.scale), blocks, answered=False)


def _write(frame: Frame, blocks: Sequence[Block], answered: bool) -> None:
    for block in blocks:
        if isinstance(block, Question):
            (answer if answered else ask)(frame, block)
        else:
            frame.block(block)


def _take_out_empty(page: PptxSlide) -> None:
    """An empty place would say "Click to add text" to whoever edits the slide."""
    for place in list(page.placeholders):
        if place.has_text_frame and not place.text_frame.text.strip():
            place._element.getparent().remove(place._element)
