"""Every figure of the kit by name: its states, its words, its table.

A figure has one chart for each state (for instance bars on a linear scale, dots
on a logarithmic one), each in a wide and a narrow layout, a text alternative for
each state, and one table with the same figures, their "hơn" and their sources.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.figure import Figure

from charts import alternatives, book, compact, documents, frames, plan_year, results
from charts.style import to_svg
from course import resolve

if TYPE_CHECKING:
    from course import Course


@dataclass(frozen=True)
class State:
    """One way of showing a figure."""

    name: str
    label: str
    alt: str
    wide: str
    narrow: str


@dataclass(frozen=True)
class FigureSpec:
    """A figure as a widget or a slide shows it; ``slide`` is "" where slides show the table."""

    name: str
    title: str
    caption: str
    states: tuple[State, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    slide: str = ""


@dataclass(frozen=True)
class _Recipe:
    """How a figure is made: its frame, its states ``(name, label, draw, alt)``, those for slides, its table."""

    title: str
    caption: str
    frame: Callable[[Course], pd.DataFrame]
    states: tuple[tuple[str, str, Callable[..., Figure], Callable[[pd.DataFrame], str]], ...]
    columns: tuple[tuple[str, str], ...]
    slides: dict[str, Callable[[pd.DataFrame], Figure]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


_FIGURE_COLUMNS = (("label", "Nội dung"), ("text", "Con số"), ("source", "Nguồn"))
_MORE_THAN = "Số đứng sau chữ “hơn” là mức thấp nhất; số thật còn lớn hơn."
_PERIOD = "Tính trong “{fact:nam-tong-ket} qua”, theo cách ghi của Kế hoạch của Huyện ủy Văn Bàn."

_RECIPES: dict[str, _Recipe] = {
    "ky-luat": _Recipe(
        title="Kết quả kỷ luật và xử lý hình sự",
        caption=f"{_PERIOD} {_MORE_THAN} Tổ chức và đảng viên là hai đơn vị đếm khác nhau.",
        frame=frames.discipline,
        states=(
            ("tuyet-doi", "Giá trị tuyệt đối", results.discipline_bars, alternatives.bars),
            ("logarit", "Thang lôgarit", results.discipline_dots, alternatives.dots),
            ("ty-le", "Theo tỷ lệ", results.discipline_squares, alternatives.squares),
        ),
        columns=_FIGURE_COLUMNS,
        slides={"tuyet-doi": compact.rows, "logarit": compact.dots, "ty-le": compact.squares},
    ),
    "can-bo-tw": _Recipe(
        title="Cán bộ diện Trung ương quản lý",
        caption=f"{_PERIOD} {_MORE_THAN} Các số nêu riêng không cộng với nhau.",
        frame=frames.officials,
        states=(("tung-nguoi", "Mỗi ô một người", results.officials_cells, alternatives.officials),),
        columns=_FIGURE_COLUMNS,
        slides={"tung-nguoi": compact.rows},
    ),
    "the-che": _Recipe(
        title="Xây dựng, hoàn thiện thể chế",
        caption=f"{_PERIOD} {_MORE_THAN} Ba loại văn bản khác nhau nên không cộng lại.",
        frame=frames.documents,
        states=(
            ("thanh", "Thanh", documents.documents_bars, alternatives.bars),
            ("o-vuong", "Ô vuông", documents.documents_cells, alternatives.cells),
        ),
        columns=_FIGURE_COLUMNS,
        slides={"thanh": compact.rows, "o-vuong": partial(documents.documents_cells, layout="slide")},
    ),
    "sach": _Recipe(
        title="Kết cấu của sách",
        caption="Ba phần của sách theo số trang, và số bài, phiên họp, ý kiến trong từng phần.",
        frame=frames.book_pages,
        states=(("trang", "Theo trang", book.book_pages, alternatives.pages),),
        columns=(("label", "Phần"), ("title", "Tên phần"), ("text", "Trang"), ("source", "Nguồn")),
        slides={"trang": partial(book.book_pages, layout="slide")},
        notes=("tong-trang",),
    ),
    "phat-bieu": _Recipe(
        title="Các phát biểu và phiên họp ở phần thứ nhất",
        caption="Năm của các phát biểu kết luận và khoảng thời gian của các phiên họp.",
        frame=frames.speeches,
        states=(("nam", "Theo năm", book.speeches_timeline, alternatives.speeches),),
        columns=(("years", "Năm"), ("content", "Nội dung"), ("source", "Nguồn")),
        slides={"nam": partial(book.speeches_timeline, layout="slide")},
    ),
}


def names(course: Course) -> list[str]:
    """Return the names of all figures; each plan has one for its year."""
    return [*_RECIPES, *(f"{_YEAR}{unit}" for unit in course.plans)]


_YEAR = "nam-cong-tac-"
_cache: dict[tuple[int, str], tuple[Course, FigureSpec]] = {}


def figure(course: Course, name: str) -> FigureSpec:
    """Return the figure called ``name``, drawn from ``content``.

    Raises
    ------
    LookupError
        When there is no such figure; the message lists those that exist.
    """
    # The content is kept beside its figures, so that its id cannot be given to another one.
    kept = _cache.get((id(course), name))
    if kept is None:
        kept = _cache[id(course), name] = (course, _make(course, name))
    return kept[1]


def _make(course: Course, name: str) -> FigureSpec:
    if name not in names(course):
        raise LookupError(f"charts: no figure {name!r}; there are: {', '.join(names(course))}")
    recipe = _RECIPES.get(name) or _year(course, name.removeprefix(_YEAR))
    frame = recipe.frame(course)
    states = [_state(frame, *state) for state in recipe.states]
    table, columns = frame, recipe.columns
    if name == "sach":
        counts = frames.book_counts(course)
        states.append(_state(counts, "so-bai", "Theo số bài, ý kiến", book.book_counts, alternatives.counts))
        table = pd.concat([frame, counts.assign(label=counts["group"], title=counts["label"])])
        columns = (
            ("label", "Phần"),
            ("title", "Nội dung"),
            ("text", "Trang hoặc số lượng"),
            ("source", "Nguồn"),
        )
    return FigureSpec(
        name=name,
        title=recipe.title,
        caption=resolve(course, recipe.caption),
        states=tuple(states),
        slide=to_svg(recipe.slides[states[0].name](frame)) if recipe.slides else "",
        columns=tuple(title for _, title in columns),
        rows=tuple(tuple(row) for row in table[[column for column, _ in columns]].itertuples(index=False)),
        sources=tuple(dict.fromkeys(table["source"])),
        notes=tuple(resolve(course, course.corrections[note].note) for note in _notes(course, recipe, table)),
    )


def slide_drawings(course: Course, name: str) -> dict[str, str]:
    """Return drawings for slides by the names of a figure's states; none where slides show the table.

    Pages carry the first state's only (:attr:`FigureSpec.slide`); the others are drawn when a deck asks for them.
    """
    recipe = _RECIPES.get(name)
    if recipe is None:
        return {}
    frame = recipe.frame(course)
    drawings = {state: to_svg(draw(frame)) for state, draw in recipe.slides.items()}
    if name == "sach":
        drawings["so-bai"] = to_svg(compact.cells(frames.book_counts(course)))
    return drawings


def _state(frame: pd.DataFrame, name: str, label: str, draw: Callable[..., Figure], alt: Callable) -> State:
    return State(name, label, alt(frame), to_svg(draw(frame, "wide")), to_svg(draw(frame, "narrow")))


def _notes(course: Course, recipe: _Recipe, table: pd.DataFrame) -> list[str]:
    """Name the corrections that touch a figure or an event of the table."""
    ids = list(recipe.notes)
    for name in table.get("id", ()):
        if name in course.facts and (note := course.facts[name].note):
            ids.append(note)
    return list(dict.fromkeys(ids))


def _year(course: Course, unit: str) -> _Recipe:
    plan = course.plans[unit]
    return _Recipe(
        title=f"Lịch đợt sinh hoạt: {plan.short}",
        caption="Các dịp cao điểm, thời hạn và các lần sơ kết theo tháng trong năm.",
        frame=partial(frames.campaign, unit=unit),
        states=(("nam", "Theo tháng", plan_year.campaign_year, alternatives.year),),
        columns=(("when", "Thời gian"), ("title", "Việc"), ("source", "Nguồn")),
        notes=tuple(dict.fromkeys(note for event in plan.calendar for note in event.notes)),
    )
