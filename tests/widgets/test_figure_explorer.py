"""The figure widget's Python side: what it takes, what it refuses, how it reads as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charts.figures import Bar, FigureSpec, State
from course import ContentError
from widgets.figure_explorer.figure_explorer import FigureExplorer

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>'
SPEC = FigureSpec(
    name="thu",
    title="Kết quả",
    caption="Chú thích.",
    states=(State("mot", "Một", "Lời một.", SVG, SVG, SVG), State("hai", "Hai", "Lời hai.", SVG, SVG, SVG)),
    columns=("Nội dung", "Con số", "Nguồn"),
    rows=(("Đảng viên", "hơn 167.700 đảng viên", "Kế hoạch, mục II"), ("A | B", "37", "Kế hoạch, mục II")),
    sources=("Kế hoạch, mục II",),
    notes=("Một ghi chú.",),
    bars=(Bar("Đảng viên", 167_700, "hơn 167.700"), Bar("A | B", 37, "37")),
    slides={"mot": SVG, "hai": SVG},
)


def test_the_first_state_is_shown_at_first() -> None:
    assert FigureExplorer(SPEC, session="ket-qua", key="thu").state == "mot"


def test_an_unknown_state_is_refused() -> None:
    widget = FigureExplorer(SPEC, session="ket-qua", key="thu")
    with pytest.raises(ContentError, match=r"thu: state must be one of \['mot', 'hai'\], got 'ba'"):
        widget.state = "ba"
    assert widget.state == "mot"


def test_a_figure_without_states_is_refused() -> None:
    with pytest.raises(ContentError, match="thu: must have at least one state"):
        FigureExplorer(replace(SPEC, states=()), session="ket-qua", key="thu")


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ContentError, match="row 1 must have 3 cells, got"):
        FigureExplorer(replace(SPEC, rows=(("A", "1"),)), session="ket-qua", key="thu")


def test_slides_get_the_values_as_numbers_and_a_drawing_of_every_state() -> None:
    state = FigureExplorer(SPEC, session="ket-qua", key="thu").get_state()
    assert state["bars"][0] == {"label": "Đảng viên", "value": 167_700, "shown": "hơn 167.700"}
    assert state["slides"] == {"mot": SVG, "hai": SVG}


def test_as_text_it_keeps_table_words_notes_and_sources() -> None:
    bundle = FigureExplorer(SPEC, session="ket-qua", key="thu")._repr_mimebundle_()[0]
    text = bundle["text/markdown"]
    assert "| Đảng viên | hơn 167.700 đảng viên | Kế hoạch, mục II |" in text
    assert r"A \| B" in text
    for part in (
        "**Kết quả**",
        "Lời một.",
        "Chú thích.",
        "Ghi chú: Một ghi chú.",
        "Nguồn: Kế hoạch, mục II.",
    ):
        assert part in text
