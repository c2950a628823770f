"""The file of a meeting: written whole, and read only when it is whole."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from slides.meeting.errors import MeetingError
from slides.meeting.model import KIND, VERSION, Composition, OwnPicture, Picture
from slides.meeting.pictures import check

MOST_BYTES = 16 * 2**20
_OTHER = "hãy chọn tệp .json đã lưu từ Bàn báo cáo viên"
_DAMAGED = "tệp đã bị hỏng hoặc bị sửa; hãy dùng bản lưu khác"


def to_file(composition: Composition) -> bytes:
    """Return a meeting as the bytes of its file; the same meeting gives the same bytes."""
    text = json.dumps(composition.model_dump(mode="json"), ensure_ascii=False, indent=1)
    return text.encode("utf-8")


def from_file(name: str, body: bytes) -> Composition:
    """Return the meeting that a file holds.

    Parameters
    ----------
    name
        Of the file, for messages.
    body
        Its bytes.

    Raises
    ------
    MeetingError
        When it is no such file, of a newer kit, or damaged.
    """
    if len(body) > MOST_BYTES:
        raise MeetingError(
            name, f"nặng hơn {MOST_BYTES // 2**20} MB nên không phải tệp buổi báo cáo; {_OTHER}"
        )
    try:
        raw = json.loads(body.decode("utf-8-sig"))
    # Brackets nested without end are a RecursionError.
    except (ValueError, RecursionError):
        raise MeetingError(
            name, f"không phải tệp buổi báo cáo, hoặc tệp bị cắt mất phần cuối; {_OTHER}"
        ) from None
    if not isinstance(raw, dict) or raw.get("kind") != KIND:
        raise MeetingError(name, f"không phải tệp buổi báo cáo; {_OTHER}")
    if isinstance(version := raw.get("version"), int) and version > VERSION:
        raise MeetingError(name, "do bản mới hơn của bộ tài liệu lưu; hãy cập nhật bộ tài liệu rồi mở lại")
    return _checked(name, raw)


def _checked(name: str, raw: dict[str, Any]) -> Composition:
    try:
        composition = Composition.model_validate(raw)
    except ValidationError as error:
        # The kinds of own slides are part of pydantic's places, and no words of the file.
        place = " > ".join(str(step) for step in error.errors()[0]["loc"]) or "toàn tệp"
        raise MeetingError(name, f"mục {place}", _DAMAGED) from None
    for picture in _pictures(composition):
        check(name, picture)
    return composition


def _pictures(composition: Composition) -> list[Picture]:
    logo = composition.about.logo
    return [
        *([logo] if logo else []),
        *(one.picture for one in composition.own if isinstance(one, OwnPicture)),
    ]
