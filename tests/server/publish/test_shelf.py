"""Rendered sessions on disk: whole or not at all, and never an old one for a new version."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from course import files
from server.publish import shelf
from server.publish.executed import Executed
from tests.slides import sample

PAGE = Executed({"metadata": {"name": "thu.ipynb"}, "cells": [{"id": "a", "source": "Nội dung"}]})


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    shelf.PAGES.save(tmp_path / "new folder", "ket-qua", "v1", PAGE)
    assert shelf.PAGES.load(tmp_path / "new folder", "ket-qua", "v1") == PAGE


def test_another_version_is_not_served_as_this_one(tmp_path: Path) -> None:
    shelf.PAGES.save(tmp_path, "ket-qua", "v1", PAGE)
    assert shelf.PAGES.load(tmp_path, "ket-qua", "v2") is None
    assert shelf.PAGES.last_good(tmp_path, "ket-qua") == ("v1", PAGE)
    assert shelf.PAGES.last_good(tmp_path, "bai-hoc") is None


@pytest.mark.parametrize("length", [0, 10, 64, 65, 90])
def test_a_half_written_page_is_never_served(tmp_path: Path, length: int) -> None:
    path = shelf.PAGES.save(tmp_path, "ket-qua", "v1", PAGE)
    path.write_bytes(path.read_bytes()[:length])
    assert shelf.PAGES.load(tmp_path, "ket-qua", "v1") is None
    assert shelf.PAGES.last_good(tmp_path, "ket-qua") is None


def test_a_damaged_page_gives_way_to_the_one_before(tmp_path: Path) -> None:
    old = shelf.PAGES.save(tmp_path, "ket-qua", "v1", PAGE)
    os.utime(old, (1, 1))
    new = shelf.PAGES.save(tmp_path, "ket-qua", "v2", Executed({"metadata": {}, "cells": []}))
    body = bytearray(new.read_bytes())
    body[-3] ^= 1
    new.write_bytes(body)
    assert shelf.PAGES.last_good(tmp_path, "ket-qua") == ("v1", PAGE)


def test_a_full_disk_leaves_the_old_page_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.PAGES.save(tmp_path, "ket-qua", "v1", PAGE)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        shelf.PAGES.save(tmp_path, "ket-qua", "v2", PAGE)
    assert shelf.PAGES.last_good(tmp_path, "ket-qua") == ("v1", PAGE)
    assert [path.name for path in tmp_path.iterdir()] == ["ket-qua.v1.page"]


def test_only_the_newest_versions_are_kept(tmp_path: Path) -> None:
    for number in range(5):
        path = shelf.PAGES.save(tmp_path, "ket-qua", f"v{number}", PAGE)
        os.utime(path, (number + 1, number + 1))
    shelf.PAGES.save(tmp_path, "bai-hoc", "v1", PAGE)
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == ["bai-hoc.v1.page", "ket-qua.v3.page", "ket-qua.v4.page"]


def test_pages_and_decks_stand_beside_each_other(tmp_path: Path) -> None:
    deck = sample.deck()
    shelf.DECKS.save(tmp_path, "ket-qua", "d1", deck)
    shelf.PAGES.save(tmp_path, "ket-qua", "v1", PAGE)
    assert shelf.DECKS.last_good(tmp_path, "ket-qua") == ("d1", deck)
    assert shelf.PAGES.last_good(tmp_path, "ket-qua") == ("v1", PAGE)


def test_a_page_of_another_version_of_the_kit_is_passed_over(tmp_path: Path) -> None:
    other = shelf.Shelf("page", lambda words: words, lambda body: body)
    for number, body in enumerate((b'{"html": "", "widgets": {}, "notebook": {}}', b"[]", b"7")):
        other.save(tmp_path, "ket-qua", f"v{number}", body)
        assert shelf.PAGES.load(tmp_path, "ket-qua", f"v{number}") is None
    assert shelf.PAGES.last_good(tmp_path, "ket-qua") is None


def test_a_deck_of_another_version_of_the_kit_is_passed_over(tmp_path: Path) -> None:
    other = shelf.Shelf("deck", lambda words: words, lambda body: body)
    other.save(tmp_path, "ket-qua", "d1", b'{"type": "Deck", "colour": "red"}')
    assert shelf.DECKS.load(tmp_path, "ket-qua", "d1") is None
