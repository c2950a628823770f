from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import select

from course.files import CannotWrite
from store import Store, StoreError, opened
from store.backup import back_up, restore
from store.tables import room_answers, room_questions, rooms
from tests.store.rows import add_answer, add_question, add_room, count


def fill(storage: Store, code: str = "123456") -> int:
    with storage.write() as connection:
        room = add_room(connection, code)
        add_answer(connection, room, add_question(connection, room), "an")
    return room


def test_what_was_kept_comes_back_and_can_be_added_to(storage: Store, tmp_path: Path) -> None:
    fill(storage)
    assert back_up(storage, tmp_path / "copy.zip")["room_answers"] == 1
    fill(storage, "222222")
    assert restore(storage, tmp_path / "copy.zip")["rooms"] == 1
    with storage.read() as connection:
        assert connection.execute(select(room_questions.c.shown)).scalars().all() == [
            {"prompt": "Đảng viên?"}
        ]
    # New rows are numbered after those that came back.
    fill(storage, "333333")
    assert count(storage, room_answers) == 2


def test_a_copy_of_one_engine_is_restored_on_the_other(storage: Store, tmp_path: Path) -> None:
    fill(storage)
    back_up(storage, tmp_path / "copy.zip")
    other = opened(tmp_path / "other")
    restore(other, tmp_path / "copy.zip")
    assert count(other, room_answers) == 1
    other.close()


def test_pages_that_are_open_look_again_after_a_restore(storage: Store, tmp_path: Path) -> None:
    fill(storage)
    back_up(storage, tmp_path / "copy.zip")
    restore(storage, tmp_path / "copy.zip")
    with storage.read() as connection:
        assert connection.execute(select(rooms.c.version)).scalar_one() > 0


def test_a_copy_shows_one_moment_while_others_write(storage: Store, tmp_path: Path) -> None:
    room = fill(storage)
    with storage.write() as connection:
        add_answer(connection, room, add_question(connection, room), "be")
        # What is not kept yet is in no copy.
        if not storage.is_sqlite:
            assert back_up(storage, tmp_path / "copy.zip")["room_answers"] == 1
    assert back_up(storage, tmp_path / "copy.zip")["room_answers"] == 2


def write_zip(file: Path, **files: object) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name, body in files.items():
            archive.writestr(name.replace("_json", ".json").replace("noi_dung", "noi-dung"), json.dumps(body))


@pytest.mark.parametrize("kind", ["text", "empty zip", "another's", "cut", "changed"])
def test_what_is_no_whole_copy_is_refused_and_changes_nothing(
    storage: Store, tmp_path: Path, kind: str
) -> None:
    fill(storage)
    file = tmp_path / "copy.zip"
    back_up(storage, file)
    if kind == "text":
        file.write_text("hello")
    elif kind == "empty zip":
        write_zip(file)
    elif kind == "another's":
        write_zip(file, noi_dung_json={"kind": "another"})
    elif kind == "cut":
        file.write_bytes(file.read_bytes()[:-40])
    else:
        body = bytearray(file.read_bytes())
        body[60] ^= 0xFF
        file.write_bytes(bytes(body))
    with pytest.raises(StoreError, match=r"copy\.zip: không phải tệp sao lưu .* hãy chọn bản sao lưu khác"):
        restore(storage, file)
    assert count(storage, room_answers) == 1


def test_a_file_that_is_not_there_is_said(storage: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="không đọc được tệp"):
        restore(storage, tmp_path / "none.zip")


def test_a_copy_of_another_version_is_refused(storage: Store, tmp_path: Path) -> None:
    write_zip(tmp_path / "copy.zip", noi_dung_json={"kind": "hoc-tac-pham: sao luu", "schema": "9999"})
    with pytest.raises(StoreError, match="do bản mới hơn của bộ tài liệu ghi"):
        restore(storage, tmp_path / "copy.zip")


def test_where_it_cannot_be_written_the_older_copy_stays(storage: Store, tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(CannotWrite):
        back_up(storage, tmp_path / "folder.zip")
