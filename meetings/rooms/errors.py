"""What a room refuses, in words for the one who asked."""

from __future__ import annotations

from course.kit_error import KitError


class RoomError(KitError, ValueError):
    """A room cannot do what was asked; says why and what to do."""


class NoRoom(RoomError):
    """There is no such room, or it is closed."""


class NotAllowed(RoomError):
    """Who asks has no key for it, or has not joined."""


class NotNow(RoomError):
    """The question is in another phase, or is no longer the one that stands before all."""


class TooMany(RoomError):
    """As many rooms, members or questions as there may be."""


class BadAnswer(RoomError):
    """What was sent is no answer to the question."""
