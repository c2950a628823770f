"""Rules for pages as a whole: what they show is there, once, and what they go over again came before."""

from __future__ import annotations

from collections.abc import Iterator

from course.course import Course
from course.errors import ContentError, Fault, first_fault
from course.pages import Page

# What a page shows → what of the course that is made from. Searching and progress need nothing of their own.
_MADE_FROM = {
    "glossary": "glossary", "qa": "qa", "plans": "plans",
    "plans-in-full": "plans", "documents": "documents", "book": "book", "flashcards": "decks",
    "corrections": "corrections", "before-after": "before_after",
}  # fmt: skip


def show_what_there_is(course: Course) -> Iterator[Fault]:
    """What a page says that it shows is there, and is shown by that page alone."""
    seen: dict[str, str] = {}
    for page in course.pages.values():
        file = "sessions.yml" if page.slug in course.sessions else "tools.yml"
        yield from first_fault(_check_shows, course, file, page, seen)


def _check_shows(course: Course, file: str, page: Page, seen: dict[str, str]) -> None:
    place = f"{page.slug} > shows"
    for what in page.shows:
        if what in seen:
            rule = "links lead to one page that shows it, and {other!r} does already"
            raise ContentError(file, place, rule, what, {"other": seen[what]})
        seen[what] = page.slug
        if what in _MADE_FROM and not getattr(course, _MADE_FROM[what]):
            rule, terms = "the course has nothing to show: no {made_from}", {"made_from": _MADE_FROM[what]}
            raise ContentError(file, place, rule, what, terms)
    if "plans-in-full" in page.shows and not course.about.plans_link:
        rule = "this field is required: the home page leads to {page!r}, which shows the plans"
        raise ContentError("course.yml", "plans_link", rule, terms={"page": page.slug})


def review_what_came_before(course: Course) -> Iterator[Fault]:
    """A session goes over those before it."""
    before: list[str] = []
    for slug, session in course.sessions.items():
        for name in session.reviews:
            if name not in before:
                rule = "must be a session before it"
                yield Fault("sessions.yml", f"{slug} > reviews", rule, name)
        before.append(slug)


RULES = (show_what_there_is, review_what_came_before)
