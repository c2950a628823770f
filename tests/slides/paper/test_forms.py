"""The printed files by name."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from pathlib import Path

import pytest

from course.files import CannotWrite
from slides.paper import forms
from slides.pptx import font
from tests.slides import sample

ENDINGS = [
    ".pdf", ".pptx", "-ghi-chu.pdf", "-phat-tay.pdf", "-tom-tat.pdf", "-dap-an.pdf", "-2-trang.pdf", "-4-trang.pdf",
    "-6-trang.pdf",
]  # fmt: skip
ALL = [f"{slug}{ending}" for slug in ("thu", "khoa-hoc") for ending in ENDINGS]


@pytest.fixture(scope="module")
def decks() -> dict:
    return {"thu": sample.deck()}


def test_each_session_and_the_course_have_every_form() -> None:
    assert list(forms.all_names(["thu"])) == ALL
    assert [label for _, label in forms.names("thu")] == [form.label for form in forms.FORMS]


@pytest.mark.parametrize("name", ALL)
def test_a_name_is_read_back(name: str) -> None:
    slug, form = forms.split(name)
    assert slug + form.ending == name and slug in ("thu", "khoa-hoc")


@pytest.mark.parametrize("name", ["thu.docx", "khac.pdf", "thu-phat-tay.pptx", ""])
def test_other_names_are_no_files(name: str, decks: dict) -> None:
    with pytest.raises(LookupError, match="no printed file"):
        forms.make(name, decks)


def test_files_are_grouped_by_what_they_are_for_and_the_font_stands_beside_the_pptx() -> None:
    groups = dict(forms.grouped("thu"))
    files = [file for group in groups.values() for file in group]
    assert list(groups) == [forms.ROOM, forms.MEMBERS, forms.SHEETS]
    assert [file for file in files if file[0] != font.NAME] == forms.names("thu")
    assert [name for name, _ in groups[forms.ROOM]] == ["thu.pdf", "thu.pptx", font.NAME, "thu-ghi-chu.pdf"]


def test_the_font_comes_with_its_licence() -> None:
    with zipfile.ZipFile(io.BytesIO(font.font_zip())) as archive:
        assert archive.namelist() == ["OFL.txt", "be-vietnam-pro-400.ttf", "be-vietnam-pro-600.ttf"]
        assert "SIL OPEN FONT LICENSE" in archive.read("OFL.txt").decode().upper()
    assert font.font_zip() == font.font_zip()


def test_all_files_are_written_and_progress_is_told(tmp_path: Path, decks: dict) -> None:
    told: list[tuple[int, int]] = []
    written = forms.write_all(tmp_path / "slides", decks, lambda done, total: told.append((done, total)))
    files = [font.NAME, *ALL]
    assert [path.name for path in written] == files
    assert sorted(path.name for path in (tmp_path / "slides").iterdir()) == sorted(files)
    assert told == [(done, len(files)) for done in range(len(files) + 1)]
    assert all(path.read_bytes()[:4] in (b"%PDF", b"PK\x03\x04") for path in written)


def test_a_locked_file_stops_the_writing_and_those_before_it_are_whole(
    tmp_path: Path, decks: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if Path(target).suffix == ".pptx":
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(CannotWrite, match=r"thu\.pptx: đang mở trong chương trình khác"):
        forms.write_all(tmp_path, decks, lambda done, total: None)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([font.NAME, *ALL[:1]])
