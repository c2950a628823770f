"""Rules for pages as a whole: what they show is there, once, and what they go over again came before."""

from __future__ import annotations

from course.course import Course
from course.errors import ContentError
from course.pages import Page

# What a page shows → what of the course that is made from. Searching and progress need nothing of their own.
_MADE_FROM = {
    "glossary": "glossary", "qa": "qa", "plans": "plans",
    "plans-in-full": "plans", "documents": "documents", "book": "book", "flashcards": "decks",
}  # fmt: skip


def check_pages(course: Course) -> None:
    """Hold ``shows`` and ``reviews`` of sessions and tools to what the course has."""
    seen: dict[str, str] = {}
    for page in course.pages.values():
        file = "sessions.yml" if page.slug in course.sessions else "tools.yml"
        _check_shows(course, file, page, seen)
    _check_reviews(course)


def _check_shows(course: Course, file: str, page: Page, seen: dict[str, str]) -> None:
    place = f"{page.slug} > shows"
    for what in page.shows:
        if what in seen:
            rule = f"links lead to one page that shows it, and {seen[what]!r} does already"
            raise ContentError(file, place, rule, what)
        seen[what] = page.slug
        if what in _MADE_FROM and not getattr(course, _MADE_FROM[what]):
            raise ContentError(file, place, f"the course has nothing to show: no {_MADE_FROM[what]}", what)
    if "plans-in-full" in page.shows and not course.about.plans_link:
        rule = f"this field is required: the home page leads to {page.slug!r}, which shows the plans"
        raise ContentError("course.yml", "plans_link", rule)


def _check_reviews(course: Course) -> None:
    before: list[str] = []
    for slug, session in course.sessions.items():
        for name in session.reviews:
            if name not in before:
                raise ContentError("sessions.yml", f"{slug} > reviews", "must be a session before it", name)
        before.append(slug)
