"""Rules of ``kit check`` that need to know what cells can call, and where the search leads."""

from __future__ import annotations

from collections.abc import Iterator

from course import anchors
from course.checks import walk
from course.checks.material import Material
from course.checks.notebook import Notebook
from course.course import Course
from course.errors import Fault
from course.figures import of_plan
from shown.markdown import blocks
from shown.model import COMMENTARY, label
from widgets.glossary.glossary import terms_in
from widgets.lesson import Lesson
from widgets.plan import PlanView
from widgets.search.index import ASKED, entries, places
from widgets.tools import Tools

# Parts of a plan that are points under a heading of the same name.
_POINTS = ("aims", "requirements", "contents", "materials")


def calls_exist(material: Material) -> Iterator[Fault]:
    """A cell calls what there is; a misspelt name would be noticed only when the page is made."""
    lesson, plan, tools = (_public(kind) for kind in (Lesson, PlanView, Tools))
    for one in material.notebooks:
        calls = [(cell, "lesson", method, lesson) for cell, method, _ in one.calls()]
        calls += [(cell, "tools", method, tools) for cell, method, _ in one.calls("tools")]
        calls += [(cell, "lesson.plan(…)", method, plan) for cell, _, method in one.plan_calls()]
        for cell, on, method, known in calls:
            if method not in known:
                terms = {"on": on, "known": ", ".join(known)}
                yield Fault(one.name, cell.place, "{on} has only these calls: {known}", method, terms)


def figures_exist(material: Material) -> Iterator[Fault]:
    """A cell names a figure that there is."""
    known = _figures(material.course)
    for one in material.sessions:
        for cell, method, name in one.calls():
            if method == "figure" and name not in known:
                rule, terms = "there are only these figures: {known}", {"known": ", ".join(known)}
                yield Fault(one.name, cell.place, rule, name, terms)


def own_words_stand_in_their_box(material: Material) -> Iterator[Fault]:
    """A text is marked as the kit's own by the call that gives it the box on every face, not by its words."""
    mark = label(COMMENTARY)
    for one in material.sessions:
        for cell in one.cells:
            if cell.is_markdown and mark in blocks(cell.source):
                rule = "a text marked as our own must be shown by {call}"
                terms = {"call": 'lesson.commentary("""…""")'}
                yield Fault(one.name, cell.place, rule, COMMENTARY, terms)


def plans_are_shown(material: Material) -> Iterator[Fault]:
    """Every part of every plan is shown, as far as the plan has it."""
    if material.unread:
        return
    found = {(plan, part) for one in material.sessions for _, plan, part in one.plan_calls()}
    for plan in material.course.plans.values():
        may_lack = {"contents": plan.contents, "remarks": plan.notes}
        for part in _public(PlanView):
            if may_lack.get(part, True) and (plan.id, part) not in found:
                rule = "must be shown: a notebook must call {call}"
                yield Fault(f"plans/{plan.id}.yml", part, rule, terms={"call": _of_plan(plan.id, part)})


def the_search_leads_to_what_is_shown(material: Material) -> Iterator[Fault]:
    """The notebook to which a search result leads shows what was found."""
    found, calls = _found(material.course), _calls(material.course)
    for one in material.sessions:
        leads_here = [name for name, slug in found.items() if slug == one.page.slug]
        wanted = dict.fromkeys(map(calls.get, leads_here))
        for call in wanted.keys() - _shown(one) - {None}:
            rule = "must call {call}: the search leads there"
            yield Fault(one.name, "code cells", rule, terms={"call": call})


def questions_lead_back_to_a_place(material: Material) -> Iterator[Fault]:
    """What a question says to read again stands on a page, and is no other question."""
    try:
        known = places(material.course)
    except LookupError:
        return
    for file, questions in material.course.banks.items():
        for asked in questions:
            if asked.see and (asked.see not in known or known[asked.see]["kind"] == ASKED):
                rule = "must be the name of a place on a page, to which readers are led back"
                yield Fault(file, f"{asked.id} > see", rule, asked.see)


def _figures(course: Course) -> list[str]:
    return [*course.figures, *map(of_plan, course.plans)]


def _calls(course: Course) -> dict[str, str]:
    """Return what shows an entry of the search, by the entry's id."""
    calls = {anchors.BOOK: "lesson.book()"}
    calls |= {anchors.document(name): "lesson.documents()" for name in course.documents}
    calls |= {anchors.part(name): f"lesson.part({name!r})" for name in course.parts}
    calls |= {anchors.figure(name): f"lesson.figure({name!r})" for name in _figures(course)}
    for plan in course.plans.values():
        for anchor, part, shown in (
            *((anchors.point, part, getattr(plan, part)) for part in _POINTS),
            (anchors.point, "conduct", (*plan.audience, *plan.forms)),
            (anchors.event, "calendar", plan.calendar),
            (anchors.duty, "duties", plan.duties),
            (anchors.report, "reports", plan.reports),
        ):
            calls |= {anchor(plan.id, entry.id): _of_plan(plan.id, part) for entry in shown}
    return calls


def _shown(one: Notebook) -> set[str]:
    shown = {f"lesson.{method}({name!r})" if name else f"lesson.{method}()" for method, name in one.shown()}
    return shown | {_of_plan(plan, part) for _, plan, part in one.plan_calls()}


def _of_plan(plan: str, part: str) -> str:
    return f"lesson.plan({plan!r}).{part}()"


def terms_occur(material: Material) -> Iterator[Fault]:
    """A term that is explained is one that readers meet."""
    course = material.course
    text = "\n".join(map(material.words, _texts(course)))
    met = {term["id"] for term in terms_in(course, text)}
    for name, term in course.glossary.items():
        if term.everywhere and name not in met:
            rule = "must stand in a text of the course in one of its spellings; add the spelling to `forms`"
            yield Fault("glossary.yml", name, rule, term.term)


_NOT_SHOWN = {"id", "slug", "see", "asks_for", "notebook", "evidence", "reads", "source", "place", "kind"}


def _texts(course: Course) -> Iterator[str]:
    """Yield what readers see of the data, but for the glossary and the tools' own pages."""
    for file, _, entry in walk(course):
        if file in ("glossary.yml", "tools.yml", "qa.yml"):
            continue
        for name in type(entry).model_fields.keys() - _NOT_SHOWN:
            value = getattr(entry, name)
            yield from (
                text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)
            )


def _found(course: Course) -> dict[str, str]:
    """Return ids and pages of what the search finds; nothing while a reference leads nowhere, which is a fault too."""
    try:
        return {entry["id"]: entry["slug"] for entry in entries(course)}
    except LookupError:
        return {}


def _public(kind: type) -> list[str]:
    return [name for one in kind.__mro__ for name in vars(one) if not name.startswith("_")]


RULES = (
    calls_exist, figures_exist, own_words_stand_in_their_box, plans_are_shown, the_search_leads_to_what_is_shown,
    questions_lead_back_to_a_place, terms_occur,
)  # fmt: skip
