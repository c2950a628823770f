"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from course.files import CannotWrite, write


def test_a_file_is_written_with_its_folders_and_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "in" / "ket-qua.pdf"
    assert write(target, b"cu") == target and write(target, b"moi") == target
    assert target.read_bytes() == b"moi"
    assert [path.name for path in target.parent.iterdir()] == ["ket-qua.pdf"]


def test_a_file_that_is_open_elsewhere_stays_and_the_remedy_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write(tmp_path / "ket-qua.pptx", b"cu")

    def locked(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(
        CannotWrite, match=r"ket-qua\.pptx: đang mở trong chương trình khác, .* hãy đóng tệp ở đó"
    ):
        write(target, b"moi")
    assert target.read_bytes() == b"cu" and list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = write(tmp_path / "ket-qua.pdf", b"cu")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        CannotWrite, match=r"ket-qua\.pdf: không ghi được \(No space left on device\); hãy dọn chỗ trống"
    ):
        write(target, b"moi")
    assert target.read_bytes() == b"cu" and list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_a_file_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(CannotWrite, match="không ghi được"):
        write(tmp_path / "out" / "ket-qua.pdf", b"moi")
