"""Charts tell the truth about size, keep the "hơn", and can be read at both widths."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import pandas as pd
import pytest

from charts import book, compact, documents, frames, plan_year, results, style
from charts.palette import PALETTE
from tests.charts import drawing
from tests.courses import shipped

LAYOUTS = ("wide", "narrow")


def figures(rows: list[tuple]) -> pd.DataFrame:
    """Make a hand-sized frame of figures: id, value, qualifier, group, parent, role."""
    names = ("id", "value", "qualifier", "group", "parent", "role")
    frame = pd.DataFrame(rows, columns=names)
    frame["number"] = [
        ("hơn " if q == "over" else "") + str(v) for v, q in zip(frame.value, frame.qualifier, strict=True)
    ]
    frame["phrase"] = "đảng viên"
    frame["text"] = frame["number"] + " đảng viên"
    return frame


SMALL = figures(
    [
        ("a", 100, "exact", "Nhóm một", "", ""),
        ("b", 400, "over", "Nhóm hai", "", "whole"),
        ("c", 50, "over", "Nhóm hai", "b", "part"),
        ("d", 5, "exact", "Nhóm hai", "c", "part"),
    ]
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_bars_are_in_true_proportion(layout: str) -> None:
    widths = drawing.widths(results.discipline_bars(SMALL, layout), "bar")
    assert widths["a"] / widths["b"] == pytest.approx(100 / 400, rel=1e-6)
    assert widths["d"] / widths["b"] == pytest.approx(5 / 400, rel=1e-6)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_areas_are_in_true_proportion(layout: str) -> None:
    sides = drawing.widths(results.discipline_squares(SMALL.iloc[1:], layout), "area")
    # The enlarged square stands under the same name; its part is measured against it.
    assert sides["d"] ** 2 / max(sides.values()) ** 2 == pytest.approx(5 / 50, rel=0.03)


def test_a_step_on_the_log_scale_is_ten_times() -> None:
    rows = [("a", 1, "exact", "G", "", ""), ("b", 10, "exact", "G", "", ""), ("c", 100, "exact", "G", "", "")]
    figure = results.discipline_dots(figures(rows), "wide")
    places = {
        patch.get_gid(): patch.get_path().transformed(patch.get_patch_transform()).get_extents().x0
        for patch in figure.axes[0].patches
        if (patch.get_gid() or "").startswith("dot:")
    }
    assert places["dot:b"] - places["dot:a"] == pytest.approx(places["dot:c"] - places["dot:b"], abs=0.01)


@pytest.mark.parametrize(
    "draw", [results.discipline_bars, results.discipline_dots, results.discipline_squares]
)
def test_lower_bounds_carry_a_sign_and_exact_figures_do_not(draw: Callable) -> None:
    signs = drawing.widths(draw(SMALL, "wide"), "over")
    assert "b" in signs and "a" not in signs and "d" not in signs


def test_named_parts_leave_no_rest_that_the_source_does_not_give() -> None:
    frame = figures([("w", 50, "over", "G", "", "whole"), ("p", 8, "exact", "G", "w", "part")])
    figure = results.officials_cells(frame, "wide")
    assert "42" not in drawing.words(figure)
    squares = {
        patch.get_gid(): len(patch.get_path().vertices) // 5
        for patch in figure.axes[0].patches
        if (patch.get_gid() or "").startswith("cells:")
    }
    assert squares == {"cells:w": 50, "cells:p": 8}


@pytest.mark.parametrize(("values", "worth"), [((250, 300, 2000), 50), ((7, 11), 1), ((1000, 3000), 1000)])
def test_a_square_is_worth_what_goes_into_every_figure(values: tuple[int, ...], worth: int) -> None:
    assert documents.cell_worth(pd.Series(values)) == worth


def test_cells_are_as_many_as_counted() -> None:
    frame = SMALL.iloc[[0]].assign(value=23)
    figure = book.book_counts(frame, "wide")
    (cells,) = [patch for patch in figure.axes[0].patches if patch.get_gid() == "cells:a"]
    assert len(cells.get_path().vertices) == 23 * 5


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(ValueError, match=r"layout must be one of \['narrow', 'slide', 'wide'\], got 'huge'"):
        results.discipline_bars(SMALL, "huge")


COURSE = shipped()
REAL = [
    (results.discipline_bars, frames.discipline(COURSE)),
    (results.discipline_dots, frames.discipline(COURSE)),
    (results.discipline_squares, frames.discipline(COURSE)),
    (results.officials_cells, frames.officials(COURSE)),
    (documents.documents_bars, frames.documents(COURSE)),
    (documents.documents_cells, frames.documents(COURSE)),
    (book.book_pages, frames.book_pages(COURSE)),
    (book.book_counts, frames.book_counts(COURSE)),
    (book.speeches_timeline, frames.speeches(COURSE)),
    *[(plan_year.campaign_year, frames.campaign(COURSE, unit)) for unit in COURSE.plans],
]
NAMES = [f"{draw.__name__}-{index}" for index, (draw, _) in enumerate(REAL)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("draw", "frame"), REAL, ids=NAMES)
def test_every_word_can_be_read(draw: Callable, frame: pd.DataFrame, layout: str) -> None:
    figure = draw(frame, layout)
    assert drawing.outside(figure) == []
    assert drawing.overlapping(figure) == []
    assert {text.get_rotation() for text in drawing.texts(figure)} == {0}
    # A narrow chart is shown at 300 px of 330 on the smallest phone.
    least = 12 * 330 / 300 if layout == "narrow" else 12
    assert min(text.get_fontsize() for text in drawing.texts(figure)) >= least


@pytest.mark.parametrize(
    ("draw", "frame"),
    [
        (compact.rows, frames.discipline(COURSE)),
        (compact.dots, frames.discipline(COURSE)),
        (compact.squares, frames.discipline(COURSE)),
        (compact.cells, frames.book_counts(COURSE)),
        (partial(documents.documents_cells, layout="slide"), frames.documents(COURSE)),
    ],
    ids=["rows", "dots", "squares", "cells", "documents"],
)
def test_on_a_slide_every_word_stands_free_and_every_figure_is_there(
    draw: Callable, frame: pd.DataFrame
) -> None:
    figure = draw(frame)
    assert drawing.outside(figure) == [] and drawing.overlapping(figure) == []
    assert min(text.get_fontsize() for text in drawing.texts(figure)) >= style.SLIDE.small
    for number in frame["number"]:
        assert number in drawing.words(figure)


def test_areas_on_a_slide_are_in_true_proportion() -> None:
    sides = drawing.widths(compact.squares(SMALL.iloc[1:]), "area")
    assert sides["d"] ** 2 / max(sides.values()) ** 2 == pytest.approx(5 / 50, rel=0.03)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("draw", "frame"), REAL[:8], ids=NAMES[:8])
def test_every_figure_stands_in_its_chart_with_its_more_than(
    draw: Callable, frame: pd.DataFrame, layout: str
) -> None:
    words = drawing.words(draw(frame, layout))
    for number in frame.get("number", ()):
        assert number in words


@pytest.mark.parametrize(("draw", "frame"), REAL, ids=NAMES)
def test_the_same_frame_gives_the_same_bytes(draw: Callable, frame: pd.DataFrame) -> None:
    first, second = (style.to_svg(draw(frame, "wide")) for _ in range(2))
    assert first == second
    assert "<text" in first and " id=" not in first


def test_the_palette_is_that_of_the_pages() -> None:
    css = (style.FONTS.parents[1] / "widgets" / "shared" / "theme.css").read_text("utf-8").split("@media")[0]
    for name, colour in PALETTE.items():
        assert f"--{name}: {colour};" in css


def test_svg_uses_only_the_palette() -> None:
    import re

    for draw, frame in REAL:
        colours = set(re.findall(r"#[0-9a-f]{6}", style.to_svg(draw(frame, "wide"))))
        assert colours <= set(PALETTE.values())


def test_lines_break_within_the_width() -> None:
    from charts.canvas import Canvas, Run

    canvas = Canvas(style.NARROW)
    lines = canvas.lines([Run("cán bộ diện Trung ương quản lý bị xử lý hình sự " * 3)], 200)
    assert len(lines) > 2
    assert all(sum(canvas.measure(run) for run in line) <= 200 for line in lines)
    assert math.isfinite(canvas.measure(Run("hơn 167.700", "number")))
