"""The file that a branch sends: totals alone, damage shows, nobody is named."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from course.errors import ContentError
from meetings.branch_file import from_file, gathered, to_file, totals
from meetings.file_error import MeetingFileError
from tests.meetings.samples import PEOPLE, TODAY, record

RECORDS = [("b.json", record(date=dt.date(2025, 6, 2), tasks=[])), ("a.json", record())]
BODY = to_file(gathered(RECORDS, "", TODAY))


def test_what_was_sent_is_read() -> None:
    branch = from_file("gui.json", BODY)
    assert (branch.unit, branch.superior, branch.course) == (
        "Chi bộ thôn Đông & Tây",
        "Đảng bộ xã Minh Khai",
        "thu",
    )
    assert [one.date.day for one in branch.meetings] == [9, 2]
    one = branch.meetings[0]
    assert (one.sessions, one.other_sessions, one.guests, one.members.present) == (["mot"], 1, 1, 27)
    assert (one.questions, one.answered, one.judged, one.right) == (2, 49, 25, 20)
    assert (one.opinions, one.conclusions, one.tasks, one.activities) == (2, 1, 1, 1)


def test_nobody_is_named_in_it() -> None:
    said = BODY.decode()
    words = {word for person in PEOPLE for word in person.split()} - {"Văn", "Thị"}
    assert not [word for word in words if word in said]
    one = record()
    assert not [text for text in (one.topic, one.place, one.sessions[0].title) if text in said]


def test_the_same_meetings_give_the_same_bytes_in_any_order() -> None:
    assert to_file(gathered(RECORDS[::-1], "", TODAY)) == BODY


def test_spaces_and_order_of_fields_do_not_matter() -> None:
    turned = dict(reversed(json.loads(BODY).items()))
    assert from_file("gui.json", json.dumps(turned).encode()) == from_file("gui.json", BODY)


@pytest.mark.parametrize("at", range(40, len(BODY) - 2, 97))
def test_damage_anywhere_shows(at: int) -> None:
    damaged = BODY[:at] + bytes([BODY[at] ^ 1]) + BODY[at + 1 :]
    # A space that became another sign, or a letter another, is damage; what reads alike is none.
    with pytest.raises((MeetingFileError, ContentError)):
        from_file("gui.json", damaged)
    with pytest.raises(MeetingFileError, match=r"không phải tệp JSON trọn vẹn|không phải chữ"):
        from_file("gui.json", BODY[:at])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"unit": "Chi bộ khác"}, "mã kiểm tra không khớp"), ({"check": "0"}, "hãy xin chi bộ gửi lại"),
        ({"version": 2}, "do bản mới hơn"), ({"kind": "hoc-tac-pham: buoi sinh hoat"}, "không phải tệp chi bộ gửi lên"),
        ({"kind": "khac"}, "không phải tệp của bộ tài liệu"),
    ],
)  # fmt: skip
def test_a_file_that_is_changed_newer_or_of_another_kind_is_refused(
    change: dict[str, object], sentence: str
) -> None:
    with pytest.raises(MeetingFileError, match=sentence):
        from_file("gui.json", json.dumps(json.loads(BODY) | change).encode())


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"date": None, "tasks": []}, "date: chưa có ngày họp"),
        ({"state": "planned"}, "state: buổi này mới là dự kiến"),
    ],
)
def test_a_meeting_without_a_day_or_to_come_is_not_sent(fields: dict[str, object], sentence: str) -> None:
    with pytest.raises(MeetingFileError, match=f"x.json: {sentence}"):
        totals("x.json", record(**fields))


def test_meetings_are_of_one_unit() -> None:
    several = [("a.json", record(unit="Chi bộ A")), ("b.json", record(unit="Chi bộ B"))]
    with pytest.raises(MeetingFileError, match=r"hãy ghi tên bằng --unit; đang là Chi bộ A; Chi bộ B"):
        gathered(several, "", TODAY)
    with pytest.raises(MeetingFileError, match="đang là chưa ghi"):
        gathered([("a.json", record(unit=""))], "", TODAY)
    assert gathered(several, "Chi bộ C", TODAY).unit == "Chi bộ C"
