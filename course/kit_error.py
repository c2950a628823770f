"""The root of the kit's own errors: each says in one sentence where, which rule, and what stands there instead.

::

    KitError
    ├── ContentError          what an author wrote (course.errors)
    │   └── SlideError        a notebook that gives no deck (slides.deck.model)
    ├── ExamError             papers that cannot be made as asked (slides.paper.exam)
    ├── TableError            a CSV or Excel file that cannot be read as a table (exchange.table_error)
    ├── MeetingFileError      a record, a branch's file or a Word form that cannot be used (meetings.file_error)
    ├── MeetingError          a meeting or a picture of a unit that cannot be used as it is (slides.meeting.errors)
    ├── StoreError            the storage cannot be opened, read or written (store.errors)
    ├── RoomError             what a room refuses (meetings.rooms.errors)
    ├── CannotCreate          a new course that cannot be made as asked (server.new_course)
    ├── CannotWrite           a file or folder that cannot be written (course.files)
    ├── CannotListen          an address that cannot be served (server.network)
    ├── SessionFailed         a notebook that could not be run (server.errors)
    │   └── CellFailed        a cell that raised an error; a ContentError too
    ├── FilesChanged          files that were saved while they were rendered (server.errors)
    ├── JobFailed             a process of the kit that did not come to its end (server.errors)
    ├── BuildError            a site that cannot be built (server.errors)
    └── SiteError             a built page that breaks a rule (server.publish.static_site_checks)
"""

from __future__ import annotations

from typing import Any

LONGEST_VALUE = 90  # characters


class KitError(Exception):
    """What went wrong, in words for the one who can mend it; commands print it and end.

    It reads ``place: rule; đang là value``, in Vietnamese, and can be handed from process to process.

    Parameters
    ----------
    words
        The place from the outside in (file, row or cell, field), and last the rule.
    value
        What stands there instead; left out of the message when not given.
    """

    def __init__(self, *words: object, value: object = ...) -> None:
        got = "" if value is ... else f"; đang là {shortened(value)}"
        super().__init__(": ".join(map(str, words)) + got)

    def told(self, language: str = "vi") -> str:
        """Return what commands print of it; only what breaks a rule of content has words in several languages."""
        return str(self)

    def __reduce__(self) -> tuple[Any, ...]:
        # Pickled by default it would be made anew from its message, for which most of its children have no room.
        return _remade, (type(self), str(self), self.__dict__)


def _remade(kind: type[KitError], message: str, state: dict[str, Any]) -> KitError:
    error = kind.__new__(kind, message)
    error.args = (message,)
    error.__dict__.update(state)
    return error


def shortened(value: object) -> str:
    """Return how a value is quoted in a message."""
    return cut(repr(value))


def cut(text: str) -> str:
    """Return a text, or as much of its beginning as a message has room for."""
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 3]}…"
