"""What can be wrong with the storage, in words for who runs the kit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from course.kit_error import KitError

FULL = "ổ đĩa đã đầy, điều vừa gửi chưa được lưu; hãy dọn chỗ trống rồi làm lại"
HELD = "một chương trình khác đang giữ dữ liệu; hãy đóng chương trình ấy rồi làm lại"
CLOSED_TO_US = (
    "không được phép đọc hoặc ghi; hãy cho phép người chạy máy chủ, hoặc chọn thư mục khác bằng --state"
)
BROKEN = (
    "dữ liệu bị hỏng; hãy chuyển tệp này sang chỗ khác, rồi khôi phục bản sao lưu gần nhất bằng kit restore"
)
NO_ANSWER = (
    "không kết nối được cơ sở dữ liệu; hãy xem nó có đang chạy không và địa chỉ sau --database có đúng không"
)
NO_NETWORK_DRIVE = (
    "thư mục này không giữ được dữ liệu, như ổ mạng; hãy chọn thư mục trên ổ đĩa của máy bằng --state"
)
FAILED = "không đọc hoặc ghi được dữ liệu"

# Primary result codes of SQLite (sqlite.org/rescode.html).
_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: HELD,
    sqlite3.SQLITE_LOCKED: HELD,
    sqlite3.SQLITE_READONLY: CLOSED_TO_US,
    sqlite3.SQLITE_PERM: CLOSED_TO_US,
    sqlite3.SQLITE_CANTOPEN: CLOSED_TO_US,
    sqlite3.SQLITE_CORRUPT: BROKEN,
    sqlite3.SQLITE_NOTADB: BROKEN,
}
# Classes and codes of PostgreSQL's SQLSTATE (its manual, appendix A).
_POSTGRESQL = {
    "53100": FULL,
    "55P03": HELD,
    "57P": NO_ANSWER,
    "08": NO_ANSWER,
    "28": NO_ANSWER,
    "3D": NO_ANSWER,
}


class StoreError(KitError, OSError):
    """The storage could not be opened, read or written; the message says where, why, and what to do."""


@contextmanager
def told(place: object) -> Iterator[None]:
    """Tell what the database refuses as a :class:`StoreError` that begins with ``place``.

    What breaks a rule of a table (a second answer, a row that is not there) is the caller's affair and goes through.
    """
    try:
        yield
    except DBAPIError as error:
        if (why := reason(error)) is None:
            raise
        raise StoreError(place, why) from error


def reason(error: DBAPIError) -> str | None:
    """Return in one sentence why the database refused, or None where that is no matter of the machine."""
    origin = error.orig
    if isinstance(origin, sqlite3.Error):
        code = getattr(origin, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        known = _SQLITE.get(code)
    else:
        # Without a code the client itself says so: it has no connection.
        state = getattr(origin, "sqlstate", None) or ("08" if isinstance(error, OperationalError) else "")
        known = next((why for begin, why in _POSTGRESQL.items() if state.startswith(begin)), None)
    if known or not isinstance(error, OperationalError):
        return known
    return f"{FAILED} ({origin})"
