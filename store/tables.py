"""The tables of this version; each change of them is a step in ``migrations/versions``, and a test holds both equal.

Moments are whole milliseconds since 1970 (UTC) by the server's clock. Hosts' keys and members' ids stand as SHA-256
digests alone: whoever reads the file can act for nobody. Nothing here names a person.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

# Constraints without a name could not be changed by a later step.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# One opening of a session before people. `version` grows with every change that somebody sees.
rooms = Table(
    "rooms",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(6), nullable=False),
    Column("session", String(64), nullable=False),
    Column("version", Integer, nullable=False, server_default="0"),
    # The question that stands before all; no constraint, for the two tables refer to each other.
    Column("current", Integer),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    # A code may come back once its room is closed.
    Index(
        "ix_rooms_open_code",
        "code",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
        postgresql_where=text("closed_at IS NULL"),
    ),
)

# Who may lead a room: the trainer's window, a phone as remote, a helper.
room_keys = Table(
    "room_keys",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("room_id", Integer, ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
)

# Who takes part; gone when the room is closed.
room_members = Table(
    "room_members",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room_id", Integer, ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("team", String(40), nullable=False),
    Column("joined_at", BigInteger, nullable=False),
    UniqueConstraint("room_id", "digest"),
)

# A question that was put to a room. `shown` is what phones may read, `key` what they may not before it is shown.
room_questions = Table(
    "room_questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room_id", Integer, ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("question", String(64), nullable=False),
    Column("shown", JSON, nullable=False),
    Column("key", JSON, nullable=False),
    Column("phase", String(16), nullable=False),
    Column("round", Integer, nullable=False, server_default="1"),
    Column("opens_at", BigInteger, nullable=False),
)

# One answer a member and round; gone when the room is closed.
room_answers = Table(
    "room_answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("question_id", Integer, ForeignKey("room_questions.id", ondelete="CASCADE"), nullable=False),
    Column("round", Integer, nullable=False),
    Column(
        "member_id", Integer, ForeignKey("room_members.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("value", JSON, nullable=False),
    Column("at", BigInteger, nullable=False),
    UniqueConstraint("question_id", "round", "member_id"),
)

# How many chose what: hands that were counted, and what phones answered once the room is closed.
room_totals = Table(
    "room_totals",
    metadata,
    Column("question_id", Integer, ForeignKey("room_questions.id", ondelete="CASCADE"), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("means", String(8), primary_key=True),
    Column("choice", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
)
