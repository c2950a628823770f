"""What a trainer can mend of a meeting."""

from __future__ import annotations

from course.kit_error import KitError


class MeetingError(KitError, ValueError):
    """A meeting, a picture or a saved file that cannot be used as it is; says place, rule and remedy."""
