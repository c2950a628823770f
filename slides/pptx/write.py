"""Decks as PPTX: real text in the layouts' places, native tables and charts, notes pages."""

from __future__ import annotations

import copy
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import cast

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from course.office_file import steady
from shown.model import plain
from slides.deck.blocks import unbroken
from slides.deck.kinds import LOOKS
from slides.deck.measuring import measure_blocks, room
from slides.deck.minutes import in_figures
from slides.deck.model import Block, Clock, Columns, Deck, Drawing, Figure, Question, Slide, Table
from slides.paper import pdf
from slides.pptx.cover import COURSE_PLACE
from slides.pptx.graphics import bar, chart, clock, logo, picture, table
from slides.pptx.layouts import SLIDE_NUMBER, TITLE_SLACK, TITLE_TOP, layouts, presentation
from slides.pptx.questions import answer, ask
from slides.pptx.strict import complete
from slides.pptx.text import Frame

# The file's own dates; fixed, like those of the PDFs.
DATE = dt.datetime(2023, 1, 1)
_BOTTOM = pdf.HEIGHT - pdf.SIZES["foot"]
_GRAPHICS = (Figure, Drawing, Table)
# The name of the course above a cover's title; from a quotation's bar to its words.
_COURSE_HEIGHT, _BESIDE_BAR = 37, 24


def decks_pptx(decks: Sequence[Deck], title: str) -> bytes:
    """Return decks as one PowerPoint file; the same decks give the same bytes.

    Every slide uses a layout of the master, titles and texts stand in its places, charts made of bars
    can be edited, and notes with minutes are on the notes pages. A question is followed by its answer.
    """
    made = presentation()
    chosen = layouts(made)
    for deck in decks:
        for slide in filter(lambda slide: slide.for_paper, deck.slides):
            _add(made, chosen, deck, slide)
            if slide.question:
                _add(made, chosen, deck, slide.answered)
    properties = made.core_properties
    properties.title, properties.author, properties.language = title, "", "vi"
    # The library's template names its author and itself.
    properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = DATE
    buffer = io.BytesIO()
    complete(made)
    made.save(buffer)
    return steady(buffer.getvalue(), DATE)


def _add(made, chosen: dict, deck: Deck, slide: Slide) -> None:
    layout = chosen[_layout(slide)]
    page = made.slides.add_slide(layout)
    page.shapes.title.text = unbroken(slide.title)
    if _layout(slide) != slide.kind:
        _look_like(page, slide)
    if slide.kind == "cover":
        page.placeholders[COURSE_PLACE].text_frame.text = deck.course
        if deck.meeting and deck.meeting.logo:
            logo(page, deck.meeting.logo)
    _make_room(page, slide)
    _foot(page, layout, slide)
    _fill(page, slide)
    _take_out_empty(page)
    below = [*(plain(aside.runs) for aside in slide.asides), *(f"Địa chỉ: {one}" for one in slide.addresses)]
    if slide.kind != "answer" and (said := [*slide.spoken, *below]):
        time = [] if slide.minutes is None else [f"({in_figures(slide.minutes)})"]
        page.notes_slide.notes_text_frame.text = "\n".join([*said, *time])


def _look_like(page: PptxSlide, slide: Slide) -> None:
    """Give a slide what its kind has and the layout, which others share, has not: ground and size of the title."""
    look = LOOKS[slide.kind]
    page.placeholders[0].text_frame.paragraphs[0].runs[0].font.size = Pt(look.title)
    if look.ground == "ground":
        page.background.fill.solid()
        page.background.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2


def _layout(slide: Slide) -> str:
    if slide.kind in ("cover", "section", "statement", "quotation", "closing"):
        return slide.kind
    if any(isinstance(block, Columns) for block in slide.blocks):
        return "columns"
    return (
        "plain" if any(isinstance(block, (Figure, Drawing, Table)) for block in slide.blocks) else "content"
    )


def _title_end(slide: Slide) -> float:
    # On the cover the course's name stands above the title.
    return slide.top + slide.title_height + (_COURSE_HEIGHT if slide.kind == "cover" else 0)


def _top(slide: Slide) -> float:
    return _title_end(slide) + pdf.SIZES["below"] + slide.lead


def _make_room(page: PptxSlide, slide: Slide) -> None:
    """Put title and text where the slide has them."""
    margin = LOOKS[slide.kind].margin
    begin = slide.top + _COURSE_HEIGHT if slide.kind == "cover" else TITLE_TOP
    title_end = _title_end(slide) + TITLE_SLACK
    for place in page.placeholders:
        index = place.placeholder_format.idx
        top, end = (_top(slide), _BOTTOM) if index else (begin, title_end)
        if index == COURSE_PLACE:
            top, end = slide.top, slide.top + _COURSE_HEIGHT
        place.left, place.width = Pt(margin), Pt(960 - 2 * margin)
        place.top, place.height = Pt(top), Pt(end - top)
    for block in slide.blocks:
        if isinstance(block, Columns):
            left, between = pdf.SIZES["width"] * block.share - 16, 32
            page.placeholders[1].width = Pt(left)
            page.placeholders[2].left = Pt(margin + left + between)
            page.placeholders[2].width = Pt(pdf.SIZES["width"] - left - between)


def _foot(page: PptxSlide, layout, slide: Slide) -> None:
    """Copy the layout's number, which python-pptx leaves out, with the number that the slide has on the wall."""
    for place in layout.placeholders:
        if place.placeholder_format.idx == SLIDE_NUMBER:
            page.shapes._spTree.append(copy.deepcopy(place._element))
            frame = page.placeholders[SLIDE_NUMBER].text_frame
            frame.text = str(slide.number)
            frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
            font = frame.paragraphs[0].runs[0].font
            red = LOOKS[slide.kind].ground == "red"
            font.size = Pt(pdf.SIZES["foot-number"])
            font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1 if red else MSO_THEME_COLOR.ACCENT_6


def _fill(page: PptxSlide, slide: Slide) -> None:
    kind = _layout(slide)
    if kind == "plain":
        _stack(page, slide, slide.blocks)
    elif kind == "columns":
        _columns(page, slide)
    else:
        place = page.placeholders[1]
        if slide.kind == "quotation":
            # What stands in the middle leaves as much above as below.
            height = room(slide.title_height) + 2 * (pdf.SIZES["top"] - slide.top) - slide.lead
            bar(page, LOOKS[slide.kind].margin, _top(slide), height)
            place.left, place.width = (
                Pt(LOOKS[slide.kind].margin + _BESIDE_BAR),
                place.width - Pt(_BESIDE_BAR),
            )
        _write(Frame(place.text_frame, slide.scale), slide.blocks, slide)


def _columns(page: PptxSlide, slide: Slide) -> None:
    (columns,) = [block for block in slide.blocks if isinstance(block, Columns)]
    for place, side in ((1, columns.left), (2, columns.right)):
        _write(Frame(page.placeholders[place].text_frame, slide.scale), side, slide)
        for block in side:
            if isinstance(block, Clock):
                clock(page, block, _top(slide), pdf.SIZES["width"] * columns.share - 16)
    if rest := [block for block in slide.blocks if block is not columns]:
        gaps = pdf.SIZES["gap"] * slide.scale * (len(rest) - 1)
        height = sum(measure_blocks(rest, slide.scale, slide.kind)) + gaps
        _text_box(page, slide, rest, _BOTTOM - height, height)


def _stack(page: PptxSlide, slide: Slide, blocks: Sequence[Block]) -> None:
    """Put text, charts, pictures and tables below each other, as high as the PDF has them."""
    y, gap = _top(slide), pdf.SIZES["gap"] * slide.scale
    heights = dict(zip(map(id, blocks), measure_blocks(blocks, slide.scale, slide.kind), strict=True))
    for graphic, group in groupby(blocks, lambda block: isinstance(block, _GRAPHICS)):
        if graphic:
            for block in cast("Iterator[Figure | Drawing | Table]", group):
                _graphic(page, block, slide.scale, y, heights[id(block)])
                y += heights[id(block)] + gap
        else:
            texts = list(group)
            height = sum(heights[id(block)] for block in texts) + gap * (len(texts) - 1)
            _text_box(page, slide, texts, y, height)
            y += height + gap


def _graphic(page: PptxSlide, block: Figure | Drawing | Table, scale: float, y: float, height: float) -> None:
    if isinstance(block, Table):
        table(page, block, scale, y)
    elif isinstance(block, Figure) and block.bars:
        chart(page, block, y, height)
    else:
        picture(page, block, y, height)


def _text_box(page: PptxSlide, slide: Slide, blocks: Sequence[Block], y: float, height: float) -> None:
    box = page.shapes.add_textbox(Pt(pdf.SIZES["margin"]), Pt(y), Pt(pdf.SIZES["width"]), Pt(height))
    box.name = "Lời"
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(Frame(frame, slide.scale), blocks, slide)


def _write(frame: Frame, blocks: Sequence[Block], slide: Slide) -> None:
    for block in blocks:
        if isinstance(block, Question):
            (answer if slide.kind == "answer" else ask)(frame, block)
        else:
            frame.block(block)


def _take_out_empty(page: PptxSlide) -> None:
    """An empty place would say "Click to add text" to whoever edits the slide."""
    for place in list(page.placeholders):
        if place.has_text_frame and not place.text_frame.text.strip():
            place._element.getparent().remove(place._element)
