"""Which course a notebook belongs to: the folder around the one that its kernel runs in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from course.course import Course
from course.errors import ContentError
from course.loader import load


def current() -> Course:
    """Return the course around the working folder; every cell of a notebook gets the same one.

    Raises
    ------
    ContentError
        When no folder on the way up holds a course, or the course breaks a rule.
    """
    here = Path.cwd()
    folder = next((one for one in (here, *here.parents) if (one / "data" / "sessions.yml").is_file()), None)
    if folder is None:
        rule = (
            "must lie in a course, a folder with data/ and notebooks/: open the notebook where its course is"
        )
        raise ContentError("notebook", "working folder", rule, str(here))
    return _loaded(folder)


@cache
def _loaded(folder: Path) -> Course:
    return load(folder)
