"""A small session: its notebook as it is kept once it is executed, and its deck."""

from __future__ import annotations

import copy
from types import SimpleNamespace

from shown import model as shown
from shown.json import MIME
from shown.piece import bundle
from slides.deck.fitting import fit
from slides.deck.model import Deck, Paragraph, Run, Slide
from slides.deck.reading import read_deck
from tests import quiz_samples
from widgets.quiz.quiz import plain_question

STATES = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 200" width="880" height="200">'
    '<text x="10" y="40" style="font-size: 22px; font-family: Be Vietnam Pro">hơn 1.200 người</text></svg>'
)
SOURCE = "Kế hoạch thử, mục II.2"


def session() -> SimpleNamespace:
    """What a deck takes from its session."""
    agenda = [SimpleNamespace(title="Mở đầu", minutes=3), SimpleNamespace(title="Thảo luận", minutes=5)]
    return SimpleNamespace(slug="thu", notebook="01-thu.ipynb", title="Buổi thử", agenda=agenda)


def markdown(name: str, kind: str, source: str, **slideshow: object) -> dict:
    """Return a Markdown cell; what else it says of its slide is named, as ``minutes``."""
    metadata = {"slideshow": {"slide_type": kind, **slideshow}}
    return {"id": name, "cell_type": "markdown", "source": source, "metadata": metadata}


def code(name: str, *blocks: shown.Block, kind: str = "-", model: str = "", fold: str = "") -> dict:
    """Return a code cell that shows blocks, a widget, or a widget with these blocks as its reading form."""
    data = {MIME: bundle(blocks, fold=fold)} | ({VIEW: {"model_id": model}} if model else {})
    return {
        "id": name, "cell_type": "code", "source": "lesson.x()", "outputs": [{"data": data}],
        "metadata": {"slideshow": {"slide_type": kind}},
    }  # fmt: skip


def figure(**changes: object) -> dict:
    """Return the state of a chart with two values."""
    state = {
        "_anywidget_id": "widgets.figure_explorer.figure_explorer.FigureExplorer", "name": "thu", "key": "hinh-thu",
        "title": "Số người",
        "caption": "Đếm thử.", "columns": ["Nội dung", "Con số", "Nguồn"],
        "rows": [["Đã học", "hơn 1.200 người", SOURCE], ["Đã thi", "40 người", SOURCE]],
        "notes": ["Bản quét ghi lệch."], "sources": [SOURCE], "slides": {"mot": DRAWING}, "kind": "figure",
        "slide_alts": {"mot": "Đã học: hơn 1.200 người; đã thi: 40 người."},
        "bars": [
            {"label": "Đã học", "value": 1200, "shown": "hơn 1.200"}, {"label": "Đã thi", "value": 40, "shown": "40"},
        ],
        "states": [{"name": "mot", "alt": "Đã học: hơn 1.200 người; đã thi: 40 người."}],
    }  # fmt: skip
    return state | changes


def cards() -> dict:
    """Return the state of two cards, with and without words of the source."""
    card = {
        "title": "Kiên trì",
        "quote": "không nghỉ",
        "matter": "Làm đều đặn.",
        "commentary": "Ở chi bộ, hằng tháng.",
        "prompts": ["Ở ta thì sao?"],
    }
    other = {"title": "Công khai", "quote": "", "matter": "Mọi người biết.", "commentary": "", "prompts": []}
    items = [
        one | {"id": f"bai-hoc-{at}", "words": [], "cite": SOURCE, "notes": []}
        for at, one in enumerate((card, other), start=1)
    ]
    return {
        "_anywidget_id": "widgets.outline_explorer.outline_explorer.OutlineExplorer", 
        "key": "bai-hoc", "items": items, "notes": [],
    }  # fmt: skip


def quiz() -> dict:
    """Return the state of a quiz with one question of each kind, all of which are asked."""
    entries = [plain_question(quiz_samples.course(), one) for one in quiz_samples.all_kinds()]
    return {
        "_anywidget_id": "widgets.quiz.quiz.Quiz", "key": "quiz", "seed": 3, "title": "Tự kiểm tra",
        "questions": entries, "asked": [entry["id"] for entry in entries],
    }  # fmt: skip


def notebook(*cells: dict, **states: dict) -> dict:
    """Return an executed notebook; without cells, one that has something of everything."""
    shown = list(cells) or _cells()
    held = states or {"w1": figure(), "w2": cards(), "w3": quiz()}
    kept = {name: {"model_name": "AnyModel", "state": state} for name, state in held.items()}
    return copy.deepcopy({"metadata": {"widgets": {STATES: {"state": kept}}}, "cells": shown})


def _cells() -> list[dict]:
    return [
        markdown("mo", "slide", "# Buổi 1. Buổi thử\n\nMột buổi để thử."),
        markdown("mo-loi", "notes", "Chào mọi người.\n\nGiới thiệu\nđợt học.", minutes=1.5),
        markdown("chi-hoc", "skip", "Chỉ trang học có câu này."),
        markdown("so", "slide", "## Con số\n\nCó **hơn 1.200** người.\n\n- Một ý\n- Hai ý"),
        code("so-nguon", words("Nguồn: Kế hoạch thử", "source")),
        code("so-hinh", model="w1"),
        markdown("so-loi", "notes", "Đọc đủ chữ “hơn”.", minutes=2),
        markdown("bai", "slide", "## Bài học"),
        code("bai-the", model="w2"),
        markdown(
            "bang", "subslide", "### Bảng\n\n| Việc | Ai |\n|---|---|\n| Ghi | Thư ký |\n| Nói | Chủ trì |"
        ),
        markdown("hoi", "slide", "## Câu hỏi"),
        code("hoi-quiz", model="w3"),
        markdown("het", "slide", "## Thông điệp"),
        code("het-loi", words("Nói đủ, làm đủ.", "message")),
    ]


def deck() -> Deck:
    """Return the fitted deck of the small session."""
    return fit(read_deck(notebook(), session(), "Khóa học thử"))


def deck_of(*blocks: object, title: str = "Trang thử") -> Deck:
    """Return an unfitted deck with one slide."""
    slide = Slide("trang", "trang", title, "section", tuple(blocks))
    return Deck("thu", "01-thu.ipynb", "Buổi thử", "Học thử", (), (slide,))


def words(text: str, role: str = "text") -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Run(text),), role)
