"""Rules of ``kit check`` on time: the minutes of the slides keep to the trainer's outline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from course.checks.material import Material
from course.checks.notebook import Cell, Notebook, Slide
from course.checks.slides import activities
from course.errors import Fault
from course.pages import Session
from course.slideshow import MINUTES_RULE, are_minutes


def slides_say_how_long_they_take(material: Material) -> Iterator[Fault]:
    """The notes of every slide have its minutes, and no other cell has any."""
    for one in material.sessions:
        for slide in one.slides:
            if not are_minutes(_minutes(slide)):
                yield Fault(one.name, slide[-1].place, MINUTES_RULE, _minutes(slide))
            for cell in slide[:-1]:
                if cell.minutes is not None:
                    rule = "minutes belong to the notes that end the slide (in JupyterLab: the gears)"
                    yield Fault(one.name, cell.place, rule, cell.minutes)


def slides_keep_to_the_outline(material: Material) -> Iterator[Fault]:
    """The slides fill the session, and one ends where each step of the outline ends; in every room."""
    for one, run in _runs(material):
        session = one.session
        ends = _ends(run)
        if ends[-1] != session.minutes:
            rule = "the minutes of the slides must add up to the session's {minutes}"
            yield Fault(one.name, "slides", rule, ends[-1], {"minutes": session.minutes})
        for step, minute in zip(session.agenda, _steps(session), strict=True):
            if minute not in ends:
                rule = "a slide must end at minute {minute}, where the step {step!r} of the agenda ends; they end at"
                yield Fault(one.name, "slides", rule, ends, {"minute": minute, "step": step.title})


def the_activity_has_its_minutes(material: Material) -> Iterator[Fault]:
    """The slide of the group's activity takes as long as the activity, and its step of the agenda names it."""
    for one, run in _runs(material):
        session = one.session
        for slide in (slide for slide in activities(one) if slide in run):
            order = run.index(slide)
            if (taken := _minutes(slide)) != session.activity.minutes:
                rule, terms = (
                    "must take the activity's {minutes} minutes",
                    {"minutes": session.activity.minutes},
                )
                yield Fault(one.name, slide[-1].place, rule, taken, terms)
            end = _ends(run)[order]
            step = next((at for at, minute in enumerate(_steps(session)) if end <= minute), None)
            words = f"oạt động nhóm “{session.activity.title}”"
            if step is not None and words not in session.agenda[step].how:
                rule = "the step of the agenda in which the activity's slide ends must name it: “H{words}”"
                place = f"{session.slug} > agenda[{step + 1}] > how"
                yield Fault("sessions.yml", place, rule, session.agenda[step].how, {"words": words})


def _runs(material: Material) -> Iterator[tuple[Notebook, list[Slide]]]:
    """Yield what each room sees of each session, where all slides have their minutes."""
    for one in material.sessions:
        if one.slides and all(are_minutes(_minutes(slide)) for slide in one.slides):
            yield from ((one, run) for run in one.runs())


def _minutes(slide: Slide) -> Any:
    last: Cell = slide[-1]
    return last.minutes if last.slide_type == "notes" else None


def _ends(run: list[Slide]) -> list[float]:
    """Return the minute at which each slide ends."""
    return list(accumulate(_minutes(slide) for slide in run))


def _steps(session: Session) -> list[int]:
    """Return the minute at which each step of the agenda ends."""
    return list(accumulate(step.minutes for step in session.agenda))


RULES = (slides_say_how_long_they_take, slides_keep_to_the_outline, the_activity_has_its_minutes)
