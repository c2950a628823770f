"""Decks as PPTX: real text in the layouts' places, native tables and charts, notes pages."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from slides import pdf
from slides.model import Block, Columns, Deck, Figure, Live, Paragraph, Question, Run, Runs, Slide, Table
from slides.pptx_graphics import chart, picture, table
from slides.pptx_layouts import layouts, presentation
from slides.pptx_text import Frame, letters

# The file's own dates; fixed, like those of the PDFs.
DATE = dt.datetime(2023, 1, 1)


def decks_pptx(decks: Sequence[Deck], title: str) -> bytes:
    """Return decks as one PowerPoint file.

    Every slide uses a layout of the master, titles and texts stand in its places, charts made of bars
    can be edited, and notes with minutes are on the notes pages. A question is followed by its answer.
    """
    made = presentation()
    chosen = layouts(made)
    for slide in (slide for deck in decks for slide in deck.slides):
        _add(made, chosen, slide, answered=False)
        if any(isinstance(block, Question) for block in slide.blocks):
            _add(made, chosen, slide, answered=True)
    properties = made.core_properties
    properties.title, properties.author, properties.language = title, "", "vi"
    properties.created = properties.modified = DATE
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _add(made, chosen: dict, slide: Slide, *, answered: bool) -> None:
    page = made.slides.add_slide(chosen[_layout(slide)])
    page.shapes.title.text = f"{slide.title} – Đáp án" if answered else slide.title
    _fill(page, slide, answered)
    if slide.notes and not answered:
        time = "" if slide.minutes is None else f"\n({_minutes(slide.minutes)})"
        page.notes_slide.notes_text_frame.text = "\n".join(slide.notes) + time


def _layout(slide: Slide) -> str:
    if slide.kind == "title":
        return "title"
    if any(isinstance(block, Columns) for block in slide.blocks):
        return "columns"
    return "plain" if any(isinstance(block, (Figure, Table)) for block in slide.blocks) else "content"


def _fill(page: PptxSlide, slide: Slide, answered: bool) -> None:
    top = pdf.SIZES["top"] + slide.title_height + pdf.SIZES["below"]
    for place in page.placeholders:
        if place.placeholder_format.idx in (1, 2) and slide.kind != "title":
            # All four, because a place that names one of them no longer takes the others from its layout.
            place.left, place.width = place.left, place.width
            place.top, place.height = Pt(top), Pt(pdf.HEIGHT - pdf.SIZES["foot"] - top)
    kind = _layout(slide)
    if kind == "columns":
        (columns,) = [block for block in slide.blocks if isinstance(block, Columns)]
        for place, side in ((1, columns.left), (2, columns.right)):
            _write(Frame(page.placeholders[place].text_frame, slide.scale), side, answered)
        rest = [block for block in slide.blocks if block is not columns]
        _below(page, slide, rest, pdf.HEIGHT - pdf.SIZES["foot"] - 40)
    elif kind == "plain":
        bottom = _graphics(page, slide, top)
        rest = [block for block in slide.blocks if not isinstance(block, (Figure, Table))]
        _below(page, slide, rest, bottom)
    else:
        _write(Frame(page.placeholders[1].text_frame, slide.scale), slide.blocks, answered)


def _graphics(page: PptxSlide, slide: Slide, top: float) -> float:
    """Put charts, pictures and tables below each other; return where the last one ends."""
    y = top
    for block in slide.blocks:
        if isinstance(block, Table):
            y += table(page, block, slide.scale, y) + 8
        elif isinstance(block, Figure):
            height = pdf.HEIGHT - pdf.SIZES["foot"] - y - 60
            (chart if block.bars else picture)(page, block, slide.scale, y, height)
            y += height + 6
    return y


def _below(page: PptxSlide, slide: Slide, blocks: Sequence[Block], y: float) -> None:
    if not blocks:
        return
    left, width = pdf.SIZES["margin"], pdf.SIZES["width"]
    height = max(30, pdf.HEIGHT - pdf.SIZES["foot"] - y)
    box = page.shapes.add_textbox(Pt(left), Pt(y), Pt(width), Pt(height))
    box.name = "Ghi chú và nguồn"
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(Frame(frame, slide.scale), blocks, answered=False)


def _write(frame: Frame, blocks: Sequence[Block], answered: bool) -> None:
    for block in blocks:
        if isinstance(block, Question):
            (_answer if answered else _question)(frame, block)
        elif isinstance(block, Live):
            frame.line(f"{block.title}: mở trên trang học hoặc trên bản trình chiếu.", pdf.SIZES["text"])
        else:
            frame.block(block)


def _question(frame: Frame, question: Question) -> None:
    size = pdf.SIZES["text"]
    frame.line(question.prompt, size, bold=True)
    if question.kind == "numeric":
        frame.line("Trả lời: ……………………", size)
    for place, option in enumerate(question.options):
        mark = f"{place + 1}." if question.kind == "matching" else f"{letters[place]}."
        frame.line(f"☐ {mark} {option.text}", size)
    for letter, side in zip(letters, question.sides, strict=False):
        frame.line(f"{letter}. {side}", size)


def _answer(frame: Frame, question: Question) -> None:
    size = pdf.SIZES["text"]
    frame.line(f"Đáp án: {question.answer}", size, bold=True)
    if question.kind in ("single", "multiple"):
        for option in question.options:
            if option.right:
                frame.line(f"{option.text}: {option.reason}", size)
    frame.line(question.explanation, size)
    for note in question.notes:
        frame.paragraph(Paragraph(_run(f"Ghi chú: {note}"), "note"))
    frame.paragraph(Paragraph(_run(f"Nguồn: {question.cite}"), "source"))


def _run(words: str) -> Runs:
    return (Run(words),)


def _minutes(minutes: float) -> str:
    return "nửa phút" if minutes < 1 else f"{minutes:g} phút".replace(".", ",")
