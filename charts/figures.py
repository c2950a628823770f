"""Every figure of a course by its id: its states, its words, its table.

A figure has one chart for each state (for instance bars on a linear scale, dots
on a logarithmic one), each in three widths and for slides, a text
alternative for each state, and one table with the same facts, their "hơn" and
their sources. Those of ``figures.yml`` come first, then the year of each plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pandas as pd

from charts import alternatives, frames, plan_year
from charts.recipes import Recipe, recipe
from charts.style import PAGE, to_svg
from course import plan_time, resolve_all
from course.citations import notes
from course.figures import Figure, of_plan
from course.figures import State as Shown

if TYPE_CHECKING:
    from course import Course
    from course.plans import Plan


@dataclass(frozen=True)
class State:
    """One way of showing a figure."""

    name: str
    label: str
    alt: str
    wide: str
    narrow: str
    slim: str


@dataclass(frozen=True)
class Bar:
    """A value of a figure: what is counted, how many, and how the number is written, with its "hơn"."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True)
class FigureSpec:
    """A figure as a widget or a slide shows it.

    Attributes
    ----------
    columns, rows
        Its table; the last column is the source.
    bars
        Its values; empty where it shows more than facts.
    slides, slide_alts
        Drawings for slides, and each in words, by the names of the states.
    kind
        What kind of slide it makes.
    """

    name: str
    title: str
    caption: str
    states: tuple[State, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    bars: tuple[Bar, ...] = ()
    slides: dict[str, str] = field(default_factory=dict)
    slide_alts: dict[str, str] = field(default_factory=dict)
    kind: Literal["figure", "timeline"] = "figure"


def names(course: Course) -> list[str]:
    """Return the names of all figures; each plan has one for its year."""
    return [*course.figures, *map(of_plan, course.plans)]


_cache: dict[tuple[int, str], tuple[Course, FigureSpec]] = {}


def figure(course: Course, name: str) -> FigureSpec:
    """Return the figure called ``name``.

    Raises
    ------
    LookupError
        When there is no such figure; the message lists those that exist.
    """
    # The course is kept beside its figures, so that its id cannot be given to another one.
    kept = _cache.get((id(course), name))
    if kept is None:
        kept = _cache[id(course), name] = (course, _make(course, name))
    return kept[1]


def _make(course: Course, name: str) -> FigureSpec:
    if name in course.figures:
        return _of_course(course, course.figures[name])
    years = {of_plan(unit): plan for unit, plan in course.plans.items()}
    if name not in years:
        raise LookupError(f"charts: no figure {name!r}; there are: {', '.join(names(course))}")
    return _of_plan(course, name, years[name])


def _of_course(course: Course, entry: Figure) -> FigureSpec:
    entry = Figure.model_validate(resolve_all(course, entry))
    facts = frames.facts(course, entry.rows)
    drawn = [(state, _frame(course, state, facts), recipe(state)) for state in entry.states]
    # Two states that draw the same facts share a frame.
    parts = list({id(frame): frame for _, frame, _ in drawn}.values())
    table = pd.concat(parts, ignore_index=True)
    return FigureSpec(
        name=entry.id,
        title=entry.title,
        caption=entry.caption,
        states=tuple(_state(state.id, state.label, frame, how) for state, frame, how in drawn),
        columns=tuple(entry.columns),
        rows=_rows(table, _columns(table)),
        sources=tuple(dict.fromkeys(table["source"])),
        notes=tuple(notes(course, dict.fromkeys([*entry.notes, *_notes_on_facts(course, table["id"])]))),
        bars=_bars(drawn[0][2].on_slide(facts)) if drawn[0][2].bars else (),
        slides={state.id: to_svg(how.slide(how.on_slide(frame))) for state, frame, how in drawn},
        slide_alts={state.id: how.told(how.on_slide(frame)) for state, frame, how in drawn},
    )


def _frame(course: Course, state: Shown, facts: pd.DataFrame) -> pd.DataFrame:
    if state.kind == "book-pages":
        return frames.book_pages(course)
    if state.kind == "book-years":
        return frames.book_years(course, state)
    return facts


def _columns(table: pd.DataFrame) -> tuple[str, ...]:
    """Name the columns of the table; ``figures.yml`` gives each a head."""
    if "years" in table:
        return ("years", "label", "source")
    return ("group", "label", "text", "source") if "first" in table else ("label", "text", "source")


def _of_plan(course: Course, name: str, plan: Plan) -> FigureSpec:
    frame = frames.plan_year(course, plan.id)
    how = Recipe(
        plan_year.plan_year, alternatives.year, plan_year.timeline, slide_words=alternatives.timeline
    )
    dated = plan_year.dated(frame)
    return FigureSpec(
        name=name,
        title=f"Lịch đợt sinh hoạt: {plan.short}",
        caption=" ".join(
            filter(
                None,
                [
                    "Các dịp cao điểm, thời hạn và các lần sơ kết theo tháng trong năm.",
                    plan_time.timing(plan),
                ],
            )
        ),
        states=(_state("nam", "Theo tháng", frame, how),),
        columns=("Thời gian", "Việc", "Nguồn"),
        rows=_rows(frame, ("when", "title", "source")),
        sources=tuple(dict.fromkeys(frame["source"])),
        notes=tuple(notes(course, dict.fromkeys(note for event in plan.calendar for note in event.notes))),
        slides={"nam": to_svg(how.slide(dated))} if len(dated) else {},
        slide_alts={"nam": how.told(dated)} if len(dated) else {},
        kind="timeline",
    )


def _state(name: str, label: str, frame: pd.DataFrame, how: Recipe) -> State:
    drawings = {layout: to_svg(how.page(frame, layout)) for layout in PAGE}
    return State(name, label, how.words(frame), **drawings)


def _rows(table: pd.DataFrame, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in table[list(columns)].itertuples(index=False))


def _bars(facts: pd.DataFrame) -> tuple[Bar, ...]:
    return tuple(Bar(row.label, _plain(row.value), row.number) for row in facts.itertuples())


def _plain(value: float) -> float:
    """Return a value as JSON writes it, whole ones without a point: in a frame with others they are floats too."""
    return int(value) if value == int(value) else float(value)


def _notes_on_facts(course: Course, ids: Iterable[str]) -> list[str]:
    """Name the corrections that touch a fact of the table; a part of the book is none."""
    return [course.facts[name].note for name in ids if name in course.facts and course.facts[name].note]
