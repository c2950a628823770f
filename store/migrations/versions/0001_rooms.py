"""Rooms: who leads and who takes part, what was asked, what was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of rooms."""
    op.create_table(
        "rooms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.Column("current", sa.Integer()),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_rooms"),
    )
    op.create_index(
        "ix_rooms_open_code",
        "rooms",
        ["code"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "room_keys",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_room_keys"),
        sa.ForeignKeyConstraint(["room_id"], ["rooms.id"], "fk_room_keys_room_id_rooms", ondelete="CASCADE"),
    )
    op.create_index("ix_room_keys_room_id", "room_keys", ["room_id"])
    op.create_table(
        "room_members",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("team", sa.String(40), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_room_members"),
        sa.ForeignKeyConstraint(
            ["room_id"], ["rooms.id"], "fk_room_members_room_id_rooms", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("room_id", "digest", name="uq_room_members_room_id"),
    )
    op.create_table(
        "room_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("key", sa.JSON(), nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("round", sa.Integer(), server_default="1", nullable=False),
        sa.Column("opens_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_room_questions"),
        sa.ForeignKeyConstraint(
            ["room_id"], ["rooms.id"], "fk_room_questions_room_id_rooms", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_room_questions_room_id", "room_questions", ["room_id"])
    op.create_table(
        "room_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_room_answers"),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["room_questions.id"],
            "fk_room_answers_question_id_room_questions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["room_members.id"], "fk_room_answers_member_id_room_members", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("question_id", "round", "member_id", name="uq_room_answers_question_id"),
    )
    op.create_index("ix_room_answers_member_id", "room_answers", ["member_id"])
    op.create_table(
        "room_totals",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("means", sa.String(8), nullable=False),
        sa.Column("choice", sa.String(64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("question_id", "round", "means", "choice", name="pk_room_totals"),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["room_questions.id"],
            "fk_room_totals_question_id_room_questions",
            ondelete="CASCADE",
        ),
    )
