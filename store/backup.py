"""Copies of the storage in one file, the same for both engines, made and read back while the server runs."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from course.files import write
from store import schema
from store.engine import Store
from store.errors import StoreError
from store.tables import metadata, rooms

KIND = "hoc-tac-pham: sao luu"
HEAD = "noi-dung.json"
ROWS_AT_ONCE = 500
NO_BACKUP = "không phải tệp sao lưu do kit backup ghi, hoặc không còn nguyên vẹn; hãy chọn bản sao lưu khác"
OTHER_VERSION = (
    "tệp sao lưu do bản {} hơn của bộ tài liệu ghi; hãy dùng đúng bản ấy để khôi phục, rồi cập nhật"
)


def back_up(store: Store, file: Path) -> dict[str, int]:
    """Write all that is stored, as it was at one moment, into a file.

    Parameters
    ----------
    store
        What is copied; others may read and write meanwhile.
    file
        Where to; an older file in its place stays until the new one is whole.

    Returns
    -------
    dict
        Rows of each table.

    Raises
    ------
    course.files.CannotWrite
        When the file cannot be written.
    StoreError
        When the storage cannot be read.
    """
    packed = io.BytesIO()
    head: dict[str, Any] = {
        "kind": KIND,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "tables": {},
    }
    with store.read() as connection, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        head["schema"] = schema.revision(connection)
        for table in metadata.sorted_tables:
            lines = [json.dumps(dict(row), ensure_ascii=False) for row in _rows(connection, table)]
            body = "".join(f"{line}\n" for line in lines).encode("utf-8")
            archive.writestr(f"{table.name}.jsonl", body)
            head["tables"][table.name] = {"rows": len(lines), "sha256": hashlib.sha256(body).hexdigest()}
        archive.writestr(HEAD, json.dumps(head, ensure_ascii=False, indent=1))
    write(file, packed.getvalue())
    file.chmod(0o600)
    return {name: told["rows"] for name, told in head["tables"].items()}


def restore(store: Store, file: Path) -> dict[str, int]:
    """Put what a file holds in the place of all that is stored; all of it, or nothing.

    Parameters
    ----------
    store
        What is replaced. A server that runs goes on with what was restored.
    file
        As :func:`back_up` writes it.

    Returns
    -------
    dict
        Rows of each table.

    Raises
    ------
    StoreError
        When the file is damaged, is none of the kit's, or holds tables of another version; nothing is changed then.
    """
    tables = _read(store, file)
    with store.write() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
        for table in metadata.sorted_tables:
            rows = tables[table.name]
            for begin in range(0, len(rows), ROWS_AT_ONCE):
                connection.execute(insert(table), rows[begin : begin + ROWS_AT_ONCE])
            _count_on(connection, table)
        _wake(connection)
    return {name: len(rows) for name, rows in tables.items()}


def _rows(connection: Connection, table: Table) -> Iterator[Any]:
    return iter(connection.execute(select(table).order_by(*table.primary_key.columns)).mappings())


def _read(store: Store, file: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        with zipfile.ZipFile(file) as archive:
            head = json.loads(archive.read(HEAD))
            bodies = {
                table.name: archive.read(f"{table.name}.jsonl") for table in _of_version(store, file, head)
            }
    except OSError as error:
        if isinstance(error, StoreError):
            raise
        raise StoreError(
            file, f"không đọc được tệp ({error.strerror}); hãy xem lại tên và quyền đọc"
        ) from error
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError) as error:
        raise StoreError(file, NO_BACKUP) from error
    for name, body in bodies.items():
        if hashlib.sha256(body).hexdigest() != head["tables"][name]["sha256"]:
            raise StoreError(file, NO_BACKUP, value=name)
    return {name: [json.loads(line) for line in body.splitlines()] for name, body in bodies.items()}


def _of_version(store: Store, file: Path, head: Any) -> list[Table]:
    """Return the tables to be read, when the file is a copy and has the version of the storage."""
    if not isinstance(head, dict) or head.get("kind") != KIND:
        raise StoreError(file, NO_BACKUP)
    with store.read() as connection:
        stands = schema.revision(connection)
    if head["schema"] != stands:
        raise StoreError(file, OTHER_VERSION.format("mới" if str(head["schema"]) > str(stands) else "cũ"))
    return metadata.sorted_tables


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that were put in with their numbers; SQLite does so by itself."""
    key = table.autoincrement_column
    if connection.dialect.name != "postgresql" or key is None:
        return
    last = connection.execute(select(func.max(key))).scalar()
    name = connection.execute(select(func.pg_get_serial_sequence(table.name, key.name))).scalar()
    if name and last:
        connection.execute(text("SELECT setval(:name, :last)"), {"name": name, "last": last})


def _wake(connection: Connection) -> None:
    """Give open rooms a version that no page has seen, so that all look again."""
    connection.execute(rooms.update().values(version=rooms.c.version + 1_000_000))
