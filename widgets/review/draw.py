"""Draws the questions that the slides of a review ask: of every session that it goes over, in turn."""

from __future__ import annotations

import random
from itertools import chain, zip_longest

from course.course import Course
from course.pages import Session


def drawn(course: Course, session: Session) -> list[str]:
    """Return ids of questions that no slides have asked yet, each with one right letter.

    The same content gives the same draw, so that wall and paper agree. They stand in the order of the sessions.

    Parameters
    ----------
    course
        Whose questions they are.
    session
        The one whose slides ask them: which sessions it reviews, and how many questions it draws.
    """
    source = random.Random(session.slug)
    pools = [_shuffled(course, slug, source) for slug in session.reviews]
    turns = [name for turn in zip_longest(*pools) for name in turn if name is not None]
    chosen = set(turns[: session.draws])
    return [name for name in chain.from_iterable(pools) if name in chosen]


def _shuffled(course: Course, slug: str, source: random.Random) -> list[str]:
    asked = course.sessions[slug].asked
    pool = [one.id for one in course.questions[slug] if one.kind == "single" and one.id not in asked]
    source.shuffle(pool)
    return pool
