from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from store import Store, StoreError, opened
from store.tables import metadata, room_answers, room_members, rooms
from tests.store.rows import add_answer, add_question, add_room, count
from tests.storing import Place


def test_the_steps_make_the_tables_that_the_code_knows(storage: Store) -> None:
    with storage.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_opened_again_it_has_what_was_kept(place: Place) -> None:
    first = place.open()
    with first.write() as connection:
        add_room(connection)
    first.close()
    again = place.open()
    assert count(again) == 1
    again.close()


def test_an_error_leaves_nothing_half_written(storage: Store) -> None:
    with pytest.raises(ZeroDivisionError), storage.write() as connection:
        add_room(connection)
        1 / 0  # noqa: B018
    assert count(storage) == 0


def test_fifty_who_read_and_then_write_at_once_lose_nothing(storage: Store) -> None:
    with storage.write() as connection:
        room = add_room(connection)

    def look_and_write(_: int) -> None:
        with storage.write() as connection:
            row = select(rooms.c.version).where(rooms.c.id == room).with_for_update()
            version = connection.execute(row).scalar_one()
            connection.execute(update(rooms).where(rooms.c.id == room).values(version=version + 1))

    with ThreadPoolExecutor(10) as threads:
        list(threads.map(look_and_write, range(50)))
    with storage.read() as connection:
        assert connection.execute(select(rooms.c.version)).scalar_one() == 50


def test_one_member_answers_once_in_a_round(storage: Store) -> None:
    with storage.write() as connection:
        room = add_room(connection)
        question = add_question(connection, room)
        add_answer(connection, room, question, "an")
    with pytest.raises(IntegrityError), storage.write() as connection:
        member = connection.execute(select(room_members.c.id)).scalar_one()
        again = {"question_id": question, "round": 1, "member_id": member, "value": [2], "at": 3}
        connection.execute(room_answers.insert().values(**again))
    assert count(storage, room_answers) == 1


def test_two_open_rooms_never_share_a_code_but_a_closed_one_gives_it_back(storage: Store) -> None:
    with storage.write() as connection:
        add_room(connection)
    with pytest.raises(IntegrityError), storage.write() as connection:
        add_room(connection)
    with storage.write() as connection:
        connection.execute(update(rooms).values(closed_at=1))
        add_room(connection)
    assert count(storage) == 2


def test_what_belongs_to_a_room_goes_with_it(storage: Store) -> None:
    with storage.write() as connection:
        room = add_room(connection)
        add_answer(connection, room, add_question(connection, room), "an")
        connection.execute(rooms.delete())
    assert (count(storage, room_members), count(storage, room_answers)) == (0, 0)


def test_a_reader_sees_one_state_to_the_end(storage: Store) -> None:
    with storage.read() as reader:
        assert reader.execute(select(rooms.c.id)).all() == []
        with storage.write() as writer:
            add_room(writer)
        assert reader.execute(select(rooms.c.id)).all() == []


WRITES = """
import sys
from store import opened
from tests.store.rows import add_room
from pathlib import Path
storage = opened(Path(sys.argv[1]), sys.argv[2] or None)
for number in range(10**6):
    with storage.write() as connection:
        add_room(connection, f"{number:06}")
    print(number, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(place: Place) -> None:
    command = [sys.executable, "-c", WRITES, str(place.state), place.database or ""]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as writer:
        for _ in range(20):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged = 20 + len(writer.stdout.read().splitlines())
    storage = place.open()
    # The one that was being written may be there or not.
    assert count(storage) in (acknowledged, acknowledged + 1)
    storage.close()


def test_a_newer_version_is_refused_and_left_as_it_is(place: Place) -> None:
    storage = place.open()
    with storage.write() as connection:
        add_room(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"bản mới hơn của bộ tài liệu ghi; hãy cập nhật .*đang là '9999'"):
        place.open()
    assert count(storage) == 1
    storage.close()


def test_several_that_start_at_once_make_the_tables_once(place: Place) -> None:
    with ThreadPoolExecutor(4) as threads:
        for storage in threads.map(lambda _: place.open(), range(4)):
            assert count(storage) == 0
            storage.close()


def test_a_step_that_fails_changes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    from store import schema

    def break_off(connection, place):
        upgrade(connection, place)
        raise RuntimeError("step")

    upgrade = schema._upgrade
    monkeypatch.setattr(schema, "_upgrade", break_off)
    with pytest.raises(RuntimeError):
        place.open()
    monkeypatch.undo()
    storage = place.open()
    assert count(storage) == 0
    storage.close()


def test_a_full_disk_is_said_and_nothing_is_half(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    with storage.write() as connection:
        room = add_room(connection)
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    # SQLite answers as on a full disk when a file may have no more pages.
    with pytest.raises(StoreError, match="ổ đĩa đã đầy"), storage.write() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for number in range(500):
            add_answer(connection, room, add_question(connection, room), f"{number}")
    assert count(storage, room_members) == 0
    storage.close()


def test_a_file_that_another_program_holds_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.engine.WAIT_SECONDS", 0.1)
    storage = opened(tmp_path)
    with storage.write() as connection:
        add_room(connection)
        with pytest.raises(StoreError, match="chương trình khác đang giữ"), storage.write() as second:
            add_room(second, "2")
    storage.close()


def test_what_is_no_database_is_said_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kit.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match=r"kit\.sqlite3: dữ liệu bị hỏng; .*kit restore"):
        opened(tmp_path)
    assert (tmp_path / "kit.sqlite3").read_bytes().startswith(b"not a database")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="--state"):
        opened(tmp_path / "file" / "state")


@pytest.mark.parametrize("address", ["postgresql://127.0.0.1:9/none", "mysql://a/b", "kho"])
def test_a_database_that_cannot_be_had_is_said_without_its_password(tmp_path: Path, address: str) -> None:
    with pytest.raises(StoreError, match="--database") as refused:
        opened(tmp_path, address.replace("127", "kit:mat-khau@127"))
    assert "mat-khau" not in str(refused.value)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    opened(tmp_path / "state").close()
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0
