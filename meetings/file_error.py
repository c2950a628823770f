"""What keeps a file of a meeting from being used."""

from __future__ import annotations

from course.kit_error import KitError


class MeetingFileError(KitError, ValueError):
    """A record, a branch's file or a unit's own Word form that cannot be used; says file, place, rule and remedy."""
