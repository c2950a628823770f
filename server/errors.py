"""What can go wrong while pages are made."""

from __future__ import annotations

from course.errors import ContentError
from course.kit_error import KitError

LONGEST_REASON = 4_000  # characters


class SessionFailed(KitError, RuntimeError):
    """A session's notebook could not be run."""


class CellFailed(ContentError, SessionFailed):
    """A cell raised an error; the fault says which and what."""


class FilesChanged(KitError, RuntimeError):
    """What a session shows may come from two versions of its files; it must be rendered anew."""


class JobFailed(KitError, RuntimeError):
    """A process that makes pages, decks or prints did not come to its end."""


class BuildError(KitError, RuntimeError):
    """The site could not be built; the message says where and why."""


def reason_of(error: BaseException) -> str:
    """Return what is told of an error; of a long one, which quotes whole cells, beginning and end are kept."""
    reason = str(error) or type(error).__name__
    if len(reason) <= LONGEST_REASON:
        return reason
    return f"{reason[: LONGEST_REASON // 2]} … {reason[-LONGEST_REASON // 2 :]}"


def may_pass(error: BaseException) -> bool:
    """Tell whether what failed may succeed later without a change of the content.

    That is what the system refused, such as room on a disk, and a kernel that could not start or was killed.
    """
    # A cell's own error is another kind; nbclient raises these for kernels.
    kernel = isinstance(error, SessionFailed) and isinstance(error.__cause__, RuntimeError)
    return isinstance(error, OSError) or kernel
