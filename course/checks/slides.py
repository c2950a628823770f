"""Slides of a session: headings, notes, what fits on one, and the parts that every session has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course import slideshow
from course.checks.material import Material
from course.checks.notebook import Notebook, Slide
from course.errors import Fault
from course.slideshow import NOTES, WALL

# Sentences that a speaker can take in at a glance.
_SENTENCES = (1, 4)
_POINTS = 6
# Each of these fills a slide.
_LARGE = r"lesson\.(?:figure|cards|quiz|mixed_quiz|book_map)\("
ACTIVITY = "## Hoạt động nhóm"


def begin_with_a_slide(material: Material) -> Iterator[Fault]:
    """The first cell on the slides begins a slide."""
    for one in material.sessions:
        first = next((cell for cell in one.cells if cell.slide_type != "skip"), None)
        if first is None:
            yield Fault(one.name, "all cells", "must have at least one cell with slide_type 'slide'")
        elif first.slide_type != "slide":
            rule = "the first cell on the slides must have slide_type 'slide'"
            yield Fault(one.name, first.place, rule, first.slide_type)


def have_headings_and_notes(material: Material) -> Iterator[Fault]:
    """Every slide begins with a heading, and ends with one cell of notes for the speaker."""
    for one in material.sessions:
        for slide in one.slides:
            heading, notes = slide[0], slide[-1]
            if not (heading.is_markdown and re.match(r"#{1,3} \S", heading.source)):
                rule = "a slide must begin with a heading, as in '## Title'"
                yield Fault(one.name, heading.place, rule, heading.source)
            found = [cell.number for cell in slide if cell.slide_type == "notes"]
            if found != [notes.number] or not notes.is_markdown:
                rule = "its slide must end with one text cell of slide_type 'notes'"
                yield Fault(one.name, heading.place, rule, [f"cell {number}" for number in found])
                continue
            least, most = _SENTENCES
            if not least <= (count := len(re.findall(r"[.?!](?=\s|$)", notes.source))) <= most:
                terms = {"least": least, "most": most}
                yield Fault(one.name, notes.place, "must have {least} to {most} sentences", count, terms)


def hold_what_fits(material: Material) -> Iterator[Fault]:
    """Points and large pieces of a slide are as many as a room can read; slides.deck.limits counts words and rows."""
    for one in material.sessions:
        for slide in one.slides:
            text = "\n".join(cell.source for cell in slide if cell.slide_type != "notes")
            for what, pattern, most in (
                ("points", r"^- ", _POINTS), ("large pieces", _LARGE, 1),
            ):  # fmt: skip
                if (count := len(re.findall(pattern, text, re.MULTILINE))) > most:
                    rule, terms = "its slide must hold {most} {what} or fewer", {"most": most, "what": what}
                    yield Fault(one.name, slide[0].place, rule, count, terms)


def have_the_sessions_title(material: Material) -> Iterator[Fault]:
    """The one heading of the first level is number and title of the session."""
    order = list(material.course.sessions)
    for one in material.sessions:
        text = "\n".join(cell.source for cell in one.cells if cell.is_markdown)
        titles = re.findall(r"^# .+", text, re.MULTILINE)
        title = f"# Buổi {order.index(one.page.slug) + 1}. {one.page.title}"
        if titles != [title]:
            yield Fault(one.name, "headings", "must have one title, {title!r}", titles, {"title": title})


def give_the_activity_a_slide(material: Material) -> Iterator[Fault]:
    """The group's activity stands alone on a slide, where the trainer finds it by its heading."""
    for one in material.sessions:
        found = [[cell.source for cell in slide[:-1]] for slide in activities(one)]
        wanted = [ACTIVITY, "lesson.activity()"]
        if found != [wanted]:
            rule = "must have one slide with the activity, made of {heading!r}, lesson.activity() and notes"
            yield Fault(one.name, "slides", rule, found, {"heading": ACTIVITY})


def activities(one: Notebook) -> list[Slide]:
    """Return the slides that show the group's activity, or have its heading."""
    return [
        slide for slide in one.slides if any(cell.source in (ACTIVITY, "lesson.activity()") for cell in slide)
    ]


def say_where_cells_go(material: Material) -> Iterator[Fault]:
    """A cell is for page and wall, for the page and the speaker's notes, or for the wall alone."""
    for one in material.sessions:
        for cell in one.cells:
            if (found := slideshow.to(cell.written)) not in (None, NOTES, WALL):
                rule = "metadata.slideshow.to must be notes or wall (in JupyterLab: the gears)"
                yield Fault(one.name, cell.place, rule, found)


def have_their_parts(material: Material) -> Iterator[Fault]:
    """Every session shows the same parts in the same order, so that people find their way."""
    parts = material.rules.parts
    for one in material.sessions:
        found = [method for _, method, _ in one.calls() if method in parts]
        if found != parts:
            rule = "must call these of the lesson once, in this order: {parts}"
            yield Fault(one.name, "code cells", rule, ", ".join(found), {"parts": ", ".join(parts)})


RULES = (
    begin_with_a_slide, have_headings_and_notes, hold_what_fits, have_the_sessions_title,
    give_the_activity_a_slide, say_where_cells_go, have_their_parts,
)  # fmt: skip
