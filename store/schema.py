"""Which tables the storage has: brings an older one up to this version, and refuses a newer one."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from store.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
NEWER = "dữ liệu do bản mới hơn của bộ tài liệu ghi; hãy cập nhật bộ tài liệu rồi mở lại"
# Any number: processes that start together bring PostgreSQL's tables up one after the other.
_LOCK = 20_251_112


def upgrade(engine: Engine, place: str) -> None:
    """Bring the tables up to this version, all steps or none.

    Parameters
    ----------
    engine
        Of the database.
    place
        How messages call it.

    Raises
    ------
    StoreError
        When a newer version of the kit has written it; nothing is changed then.
    """
    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            # A table that is made anew is dropped first, which would take along what refers to it. Inside of a
            # transaction the switch does nothing.
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        try:
            with connection.execution_options(kit_begin="IMMEDIATE").begin():
                if not sqlite:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                _upgrade(connection, place)
        finally:
            if sqlite:
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def _upgrade(connection: Connection, place: str) -> None:
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(settings)
    stands, newest = revision(connection), scripts.get_current_head()
    known = {script.revision for script in scripts.walk_revisions()}
    if stands is not None and stands not in known:
        raise StoreError(place, NEWER, value=stands)
    if stands != newest:
        command.upgrade(settings, "head")


def revision(connection: Connection) -> str | None:
    """Return which version the tables have, None where there are none."""
    return MigrationContext.configure(connection).get_current_revision()
