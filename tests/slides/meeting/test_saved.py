"""The file of a meeting: what was saved comes back, and what is damaged says so."""

from __future__ import annotations

import json

import pytest

from slides.meeting.errors import MeetingError
from slides.meeting.model import Composition, OwnBar, OwnChart, OwnPicture, OwnTable, OwnText
from slides.meeting.saved import MOST_BYTES, from_file, to_file
from tests.slides.meeting.samples import picture, whole

OWN = [
    OwnText(title="Việc", lines=["Một", "Hai"], notes="Nói ngắn."),
    OwnTable(title="Bảng", header=["Tổ", "Số"], rows=[["Một", "1.234,5"]], where="mot"),
    OwnChart(title="Hình", unit="người", bars=[OwnBar(label="Một", value="1234.5")], facts=["a"]),
    OwnPicture(title="Ảnh", picture=picture(), caption="Chi bộ họp", where="begin"),
]


def saved() -> Composition:
    composition = whole(own=OWN)
    return composition.model_copy(update={"about": composition.about.model_copy(update={"logo": picture()})})


def test_all_that_was_saved_comes_back() -> None:
    assert from_file("buoi.json", to_file(saved())) == saved()


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert to_file(saved()) == to_file(saved())


def test_a_file_with_a_byte_order_mark_opens() -> None:
    assert from_file("buoi.json", b"\xef\xbb\xbf" + to_file(saved())) == saved()


def changed(**fields: object) -> bytes:
    return json.dumps(json.loads(to_file(saved())) | fields).encode()


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "không phải tệp buổi báo cáo"), (b"\x89PNG", "không phải tệp buổi báo cáo"),
        (to_file(whole())[:-40], "bị cắt mất phần cuối"), (b"[1, 2]", "không phải tệp buổi báo cáo"),
        (b"[" * 100_000, "không phải tệp"), (changed(kind="khac"), "không phải tệp buổi báo cáo"),
        (changed(version=2), "bản mới hơn"), (changed(version="x"), "mục version: tệp đã bị hỏng"),
        (changed(minutes=46), "mục minutes"), (changed(la="x"), "mục la"),
        (changed(own=[{"kind": "khac"}]), "mục own > 0"),
        (changed(own=[{"kind": "table", "title": "x", "header": ["a"], "rows": [["1", "2"]]}]), "mục own > 0 > table"),
        (changed(about={"logo": picture().model_dump() | {"width": 5}}), "ảnh trong tệp không đúng"),
        (b" " * (MOST_BYTES + 1), "nặng hơn 16 MB"),
    ],
)  # fmt: skip
def test_what_is_no_whole_file_is_refused(body: bytes, sentence: str) -> None:
    with pytest.raises(MeetingError, match=rf"buoi\.json: .*{sentence}"):
        from_file("buoi.json", body)
