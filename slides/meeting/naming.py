"""Names of a meeting's files: whose it is and on which day, in letters that every machine takes."""

from __future__ import annotations

import datetime as dt
import re

from course import formats
from slides.meeting.compose import SLUG
from slides.meeting.model import About

_SHOW = "-trinh-chieu"
_LONGEST = 60
_DAYS = (
    r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})",
    r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s*(?:năm|/)?\s*(?P<year>\d{4})",
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
)


def stem(about: About, day: str = "") -> str:
    """Return what the names of a meeting's files begin with: ``chi-bo-thon-3-2026-12-15``.

    Parameters
    ----------
    about
        What the unit says of the meeting; one that says no unit is called by what it is.
    day
        Taken where the meeting says none that can be read.
    """
    unit = formats.slug(about.unit)[:_LONGEST].strip("-")
    return "-".join(filter(None, (unit or SLUG, _day(about.date) or day)))


def file_name(about: About, name: str) -> str:
    """Return how a file is called that a meeting's deck gives; what is shown on a wall says so in its name.

    Parameters
    ----------
    about
        What the unit says of the meeting.
    name
        Of :data:`server.publish.meeting_files.FILES`.
    """
    rest = name.removeprefix(SLUG)
    if (begins := stem(about)) == SLUG:
        return name
    return f"{begins}{_SHOW if rest.startswith('.') else ''}{rest}"


def _day(words: str) -> str:
    for pattern in _DAYS:
        # Digits before or behind would make another date of it.
        if found := re.search(rf"(?<!\d){pattern}(?!\d)", words):
            try:
                return dt.date(*(int(found[part]) for part in ("year", "month", "day"))).isoformat()
            except ValueError:
                return ""
    return ""
