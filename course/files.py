"""Writes files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from course.kit_error import KitError


class CannotWrite(KitError, OSError):
    """A file or folder that could not be written; the message says which, why, and what to do."""


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Tell what the system refuses while something is written as a :class:`CannotWrite`."""
    try:
        yield
    except CannotWrite:
        raise
    except PermissionError as error:
        remedy = "đang mở trong chương trình khác, hoặc không được phép ghi; hãy đóng tệp ở đó rồi thử lại"
        raise CannotWrite(target, remedy) from error
    except OSError as error:
        remedy = "hãy dọn chỗ trống hoặc chọn thư mục khác rồi thử lại"
        raise CannotWrite(target, f"không ghi được ({error.strerror}); {remedy}") from error


def write(target: Path, body: bytes) -> Path:
    """Write a file in the place of an old one; a reader finds the old or the new, never a part.

    Raises
    ------
    CannotWrite
        When the disk is full, or another program keeps the file open; the old file stays.
    """
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            draft.chmod(0o644)
            os.replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)
    return target
