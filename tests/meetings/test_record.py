"""The record of a meeting: what was saved comes back, and what cannot be true is named."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.errors import ContentError
from course.kit_error import KitError
from meetings.file_error import MeetingFileError
from meetings.files import MOST_BYTES
from meetings.record import Attendance, Record
from meetings.record_file import from_file, to_file
from tests.meetings.samples import TODAY, record


def changed(**fields: object) -> bytes:
    return json.dumps(json.loads(to_file(record())) | fields).encode()


def told(body: bytes) -> str:
    with pytest.raises(KitError) as raised:
        from_file("buoi.json", body, TODAY)
    return raised.value.told()


@pytest.mark.parametrize("one", [Record(), record()], ids=["empty", "whole"])
def test_all_that_was_saved_comes_back(one: Record) -> None:
    assert from_file("buoi.json", to_file(one), TODAY) == one
    assert from_file("buoi.json", b"\xef\xbb\xbf" + to_file(one), TODAY) == one


@pytest.mark.parametrize(
    ("fields", "place", "sentence"),
    [
        ({"members": {"all": 30, "present": 27, "away_with_reason": 1, "away_without_reason": 1}}, "members",
         "27 + 2 = 29, tổng số ghi 30"),
        ({"members": {"all": 30, "present": 31}}, "members", "31 + 0 = 31, tổng số ghi 30"),
        ({"members": {"present": -1}}, "members > present", "phải từ 0 trở lên; đang ghi -1"),
        ({"members": {"present": "ba"}}, "members > present", "phải là số nguyên; đang ghi “ba”"),
        ({"end": "13:00", "tasks": []}, "cả tệp", "sau giờ bắt đầu (begin), hiện là 14:00 và 13:00"),
        ({"begin": "2 giờ"}, "begin", "giờ phải viết như '14:00'"),
        ({"date": "2025-11-02", "tasks": []}, "date", "không được sau hôm nay, 2025-11-01; đang ghi “2025-11-02”"),
        ({"date": "2025-02-30"}, "date", "phải là một ngày có thật"),
        ({"tasks": [{"what": "a", "due": "2025-05-08"}]}, "cả tệp", "không được trước ngày họp 2025-05-09"),
        ({"away": [{"name": "a"}] * 4}, "cả tệp", "có 4 người, còn theo members chỉ có 3"),
        ({"approved": 28}, "cả tệp", "không được lớn hơn số có mặt là 27"),
        ({"questions": [{"text": "a", "answered": 2, "right": 3}]}, "questions > [1]",
         "số người trả lời (answered) là 2"),
        ({"form": "hop"}, "form", "phải là một trong"),
        ({"chiar": {}}, "chiar", "không có trường này"),
        ({"sessions": [{"session": "Buổi 1", "title": "a"}]}, "sessions > [1] > session", "phải có dạng"),
        ({"revision": 0}, "revision", "phải từ 1 trở lên"),
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_named_with_place_rule_and_remedy(
    fields: dict[str, object], place: str, sentence: str
) -> None:
    said = told(changed(**fields))
    assert said.startswith(f"buoi.json: {place}: ")
    assert sentence in said
    assert "Cách sửa: " in said


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert len(told(changed(form="x", begin="y", place=3)).splitlines()) == 3


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "dòng 1, cột 1: không phải tệp JSON trọn vẹn"), (to_file(record())[:-40], "không phải tệp JSON trọn vẹn"),
        (b"\x89PNG", "không phải chữ mã UTF-8"), (b"[" * 100_000, "không đọc được"),
        (b"[1, 2]", "không phải tệp của bộ"),
        (b'{"a": ' + b"9" * 5000 + b"}", "không đọc được như JSON"),
        (changed(kind="hoc-tac-pham: khac"), "kind: không phải tệp ghi một buổi"),
        (changed(kind=3), "không phải tệp của"),
        (changed(version=2), "version: do bản mới hơn"), (b" " * (MOST_BYTES + 1), "nặng hơn 4 MB"),
    ],
)  # fmt: skip
def test_what_is_no_whole_file_is_refused(body: bytes, sentence: str) -> None:
    with pytest.raises(MeetingFileError, match=sentence):
        from_file("buoi.json", body, TODAY)


def test_only_a_planned_meeting_may_lie_ahead() -> None:
    ahead = record(date=TODAY + dt.timedelta(days=1), tasks=[], state="planned")
    assert from_file("buoi.json", to_file(ahead), TODAY) == ahead


def test_what_is_not_known_yet_is_no_fault() -> None:
    assert Attendance(all=30, present=20, away_with_reason=3).away == 10
    assert Attendance(present=20, away_with_reason=3).away is None
    assert Attendance(away_with_reason=3, away_without_reason=1).away == 4


def test_pasted_texts_are_tidied() -> None:
    one = record(unit="Chi bộ\u00a0 thôn\u200b\tĐo\u0302ng\x0b", conclusions=["Một. \r\n\r\n  Hai.\u2028Ba."])
    assert one.unit == "Chi bộ thôn Đông"
    assert one.conclusions == ["Một.\nHai.\nBa."]


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_any_text_can_be_saved_and_opened(text: str) -> None:
    one = record(unit=text[:50], conclusions=[text])
    assert from_file("buoi.json", to_file(one), TODAY) == one


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 40), min_size=4, max_size=4))
def test_numbers_pass_only_when_they_add_up(numbers: list[int]) -> None:
    everybody, present, with_reason, without = numbers
    fits = everybody == present + with_reason + without
    given_ = {
        "all": everybody,
        "present": present,
        "away_with_reason": with_reason,
        "away_without_reason": without,
    }
    try:
        from_file("buoi.json", changed(members=given_, away=[], approved=None), TODAY)
    except ContentError:
        assert not fits
    else:
        assert fits
