"""Rules of ``kit check`` on time: the notes of the slides keep to the trainer's outline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from course.checks.material import Material
from course.checks.notebook import Cell, Notebook, Slide
from course.checks.slides import activities
from course.errors import Fault
from course.pages import Session
from slides.deck.minutes import ends_in_minutes, minutes_of


def slides_say_how_long_they_take(material: Material) -> Iterator[Fault]:
    """The notes of every slide end in its minutes."""
    for one in material.sessions:
        for slide in one.slides:
            if not ends_in_minutes(_notes(slide)):
                rule = "notes must end in “Khoảng … phút.”, once and in words, as in “Khoảng ba phút.”"
                yield Fault(one.name, slide[-1].place, rule, _notes(slide))


def slides_keep_to_the_outline(material: Material) -> Iterator[Fault]:
    """The slides fill the session, and one ends where each step of the outline ends; in every room."""
    for one, run in _runs(material):
        session: Session = one.page
        ends = _ends(run)
        if ends[-1] != session.minutes:
            rule = "the minutes in the notes must add up to the session's {minutes}"
            yield Fault(one.name, "slides", rule, ends[-1], {"minutes": session.minutes})
        for step, minute in zip(session.agenda, _steps(session), strict=True):
            if minute not in ends:
                rule = "a slide must end at minute {minute}, where the step {step!r} of the agenda ends; they end at"
                yield Fault(one.name, "slides", rule, ends, {"minute": minute, "step": step.title})


def the_activity_has_its_minutes(material: Material) -> Iterator[Fault]:
    """The slide of the group's activity takes as long as the activity, and its step of the agenda names it."""
    for one, run in _runs(material):
        session: Session = one.page
        for slide in (slide for slide in activities(one) if slide in run):
            order = run.index(slide)
            if (taken := minutes_of(_notes(slide))) != session.activity.minutes:
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
    """Yield what each room sees of each session, where all notes say their minutes."""
    for one in material.sessions:
        if one.slides and all(ends_in_minutes(_notes(slide)) for slide in one.slides):
            yield from ((one, run) for run in one.runs())


def _notes(slide: Slide) -> str:
    last: Cell = slide[-1]
    return " ".join(last.source.split()) if last.slide_type == "notes" else ""


def _ends(run: list[Slide]) -> list[float]:
    """Return the minute at which each slide ends."""
    return list(accumulate(minutes_of(_notes(slide)) or 0 for slide in run))


def _steps(session: Session) -> list[int]:
    """Return the minute at which each step of the agenda ends."""
    return list(accumulate(step.minutes for step in session.agenda))


RULES = (slides_say_how_long_they_take, slides_keep_to_the_outline, the_activity_has_its_minutes)
