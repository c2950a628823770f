"""Opens and closes rooms, and says who may do what in them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from meetings.rooms.errors import NoRoom, NotAllowed, TooMany
from meetings.texts import plain
from store.tables import room_keys, room_members, rooms

# Guessing one of them takes years at the pace that a server allows.
KEY_BYTES = 24
MOST_OPEN, MOST_MEMBERS = 100, 3_000
# Nobody meets for so long: a room that was left open is closed.
LONGEST_MS = 12 * 3_600_000
LONGEST_TEAM = 40  # characters
HOST, REMOTE, HELPER = "host", "remote", "helper"


@dataclass(frozen=True)
class Opened:
    """A room that was just opened: its code for all, and the key of who leads it, which is kept nowhere else."""

    id: int
    code: str
    key: str


def open_room(connection: Connection, session: str, now: int) -> Opened:
    """Open a room for a session.

    Raises
    ------
    TooMany
        When as many rooms are open as may be.
    """
    for room in connection.execute(
        select(rooms).where(rooms.c.closed_at.is_(None), rooms.c.opened_at < now - LONGEST_MS)
    ):
        close_room(connection, room, now)
    taken = set(connection.execute(select(rooms.c.code).where(rooms.c.closed_at.is_(None))).scalars())
    if len(taken) >= MOST_OPEN:
        raise TooMany(
            "Phòng",
            f"máy chủ đang mở {MOST_OPEN} phòng, nhiều nhất có thể; hãy kết thúc phòng không dùng nữa",
        )
    while (code := f"{secrets.randbelow(900_000) + 100_000}") in taken:
        pass
    row = insert(rooms).values(code=code, session=session, opened_at=now).returning(rooms.c.id)
    room_id = connection.execute(row).scalar_one()
    return Opened(room_id, code, add_key(connection, room_id, HOST))


def add_key(connection: Connection, room_id: int, role: str) -> str:
    """Make a key for a room: for who leads it, for a phone as remote, or for a helper; return it."""
    key = secrets.token_urlsafe(KEY_BYTES)
    connection.execute(insert(room_keys).values(digest=digest(key), room_id=room_id, role=role))
    return key


def open_with(connection: Connection, code: str, *, lock: bool = False) -> Row:
    """Return the open room that has a code.

    Parameters
    ----------
    connection
        A transaction.
    code
        Six digits.
    lock
        Whether others who change the room wait until this transaction ends.

    Raises
    ------
    NoRoom
        When no open room has it.
    """
    found = select(rooms).where(rooms.c.code == code, rooms.c.closed_at.is_(None))
    room = connection.execute(found.with_for_update() if lock else found).one_or_none()
    if room is None:
        raise NoRoom(
            "Phòng", "không có phòng này, hoặc phòng đã kết thúc; hãy xem lại mã sáu chữ số trên màn chiếu"
        )
    return room


def role_of(connection: Connection, room: Row, key: str) -> str:
    """Return what a key lets its holder do in a room.

    Raises
    ------
    NotAllowed
        When it is no key of this room.
    """
    found = select(room_keys.c.role).where(room_keys.c.digest == digest(key), room_keys.c.room_id == room.id)
    if (role := connection.execute(found).scalar_one_or_none()) is None:
        raise NotAllowed("Phòng", "chỉ người chủ trì phòng làm được việc này")
    return role


def join(connection: Connection, room: Row, member: str, team: str, now: int) -> int:
    """Let somebody take part, as often as they ask; return the number of the member in the storage.

    Parameters
    ----------
    connection
        A transaction that writes.
    room
        An open room.
    member
        The random id of a browser; its digest alone is kept.
    team
        Of one's own choice, or "".
    now
        The moment.

    Raises
    ------
    TooMany
        When the room is full.
    """
    team = plain(team)[:LONGEST_TEAM]
    if (known := find_member(connection, room, member)) is not None:
        connection.execute(update(room_members).where(room_members.c.id == known).values(team=team))
        return known
    if members(connection, room.id) >= MOST_MEMBERS:
        raise TooMany("Phòng", f"phòng đã đủ {MOST_MEMBERS} người")
    row = insert(room_members).values(room_id=room.id, digest=digest(member), team=team, joined_at=now)
    return connection.execute(row.returning(room_members.c.id)).scalar_one()


def find_member(connection: Connection, room: Row, member: str) -> int | None:
    """Return the number of a member in the storage, None for who has not joined."""
    found = select(room_members.c.id).where(
        room_members.c.room_id == room.id, room_members.c.digest == digest(member)
    )
    return connection.execute(found).scalar_one_or_none()


def members(connection: Connection, room_id: int) -> int:
    """Return how many take part."""
    found = select(func.count()).select_from(room_members).where(room_members.c.room_id == room_id)
    return connection.execute(found).scalar_one()


def close_room(connection: Connection, room: Row, now: int) -> None:
    """Close a room: from here on there are totals alone, and nobody who gave them."""
    from meetings.rooms.totals import keep_totals

    keep_totals(connection, room.id)
    connection.execute(delete(room_members).where(room_members.c.room_id == room.id))
    connection.execute(delete(room_keys).where(room_keys.c.room_id == room.id))
    connection.execute(update(rooms).where(rooms.c.id == room.id).values(closed_at=now))
    changed(connection, room.id)


def changed(connection: Connection, room_id: int) -> None:
    """Give a room the next version: what people see of it is new."""
    connection.execute(update(rooms).where(rooms.c.id == room_id).values(version=rooms.c.version + 1))


def digest(secret: str) -> str:
    """Return what is kept of a key or an id; both are long and random, so that a plain hash hides them."""
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()
