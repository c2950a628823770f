"""The kit's errors: one sentence each, and the same one in another process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from course import ContentError
from course.files import CannotWrite
from course.kit_error import KitError
from exchange.table_error import TableError
from meetings.file_error import MeetingFileError
from meetings.rooms.errors import RoomError
from server.errors import BuildError, FilesChanged, JobFailed, SessionFailed, reason_of
from server.network import CannotListen
from server.new_course import CannotCreate
from server.publish.static_site_checks import SiteError
from slides.deck.model import SlideError
from slides.meeting.errors import MeetingError
from slides.paper.exam import ExamError
from store import StoreError

ERRORS = [
    (ContentError("facts.csv", "row 3", "must be a number", "abc"), "facts.csv: row 3: must be a number, got 'abc'"),
    (SlideError("01-a.ipynb", "o2", "must have a drawing"), "01-a.ipynb: o2: must have a drawing"),
    (ExamError("--questions", "phải từ 1 đến 9", value=10), "--questions: phải từ 1 đến 9; đang là 10"),
    (CannotCreate(Path("khoa"), "thư mục này không trống"), "khoa: thư mục này không trống"),
    (CannotWrite(Path("in/a.pdf"), "could not be written"), "in/a.pdf: could not be written"),
    (CannotListen("Port 80 is in use"), "Port 80 is in use"),
    (SessionFailed("01-a.ipynb", ValueError("no")), "01-a.ipynb: no"),
    (FilesChanged("01-a.ipynb", "its files changed"), "01-a.ipynb: its files changed"),
    (JobFailed("some_work", "ended before its work was done"), "some_work: ended before its work was done"),
    (BuildError("a", "must be new"), "a: must be new"),
    (TableError("so-lieu.csv", "ô B3", "công thức báo lỗi"), "so-lieu.csv: ô B3: công thức báo lỗi"),
    (MeetingError("buoi.json", "tệp bị hỏng"), "buoi.json: tệp bị hỏng"),
    (StoreError("kit.sqlite3", "ổ đĩa đã đầy"), "kit.sqlite3: ổ đĩa đã đầy"),
    (RoomError("Phòng", "đã kết thúc"), "Phòng: đã kết thúc"),
    (MeetingFileError("chi-bo.json", "tệp bị hỏng"), "chi-bo.json: tệp bị hỏng"),
    (SiteError("index.html", "line 2", "a rule", value="x" * 100), f"index.html: line 2: a rule; đang là '{'x' * 86}…"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "message"), ERRORS, ids=lambda one: type(one).__name__)
def test_it_is_one_sentence_and_stays_so_in_another_process(error: KitError, message: str) -> None:
    assert str(error) == message
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), message, vars(error))


def test_every_error_that_the_commands_tell_is_of_the_one_tree() -> None:
    assert {type(error) for error, _ in ERRORS} >= set(KitError.__subclasses__())


def test_of_a_long_reason_beginning_and_end_are_kept() -> None:
    reason = reason_of(SessionFailed("cell 2", f"{'x' * 100_000} ValueError"))
    assert reason.startswith("cell 2: ") and reason.endswith(" ValueError") and len(reason) < 4_010


def test_an_error_without_words_is_named() -> None:
    assert reason_of(KeyError()) == "KeyError"
