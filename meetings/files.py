"""JSON files of meetings: written alike, and read only when they are whole, of their kind and no newer."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import ValidationError

from course import validation
from course.errors import ContentError
from course.models import Entry
from meetings.file_error import MeetingFileError

MOST_BYTES = 4 * 2**20
Model = TypeVar("Model", bound=Entry)


def written(values: dict[str, Any]) -> bytes:
    """Return values as the bytes of a file; the same values give the same bytes."""
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def parsed(name: str, body: bytes) -> dict[str, Any]:
    """Return what a file of the kit holds, before anything is known of it.

    Parameters
    ----------
    name
        Of the file, for messages.
    body
        Its bytes.

    Raises
    ------
    MeetingFileError
        When it is too large, cut off, or no JSON.
    """
    if len(body) > MOST_BYTES:
        raise MeetingFileError(
            name, f"nặng hơn {MOST_BYTES // 2**20} MB; hãy chọn tệp .json do bộ tài liệu ghi"
        )
    try:
        raw = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise MeetingFileError(name, "không phải chữ mã UTF-8; hãy lưu lại tệp bằng mã UTF-8") from None
    except json.JSONDecodeError as error:
        rule = "không phải tệp JSON trọn vẹn; hãy sửa chỗ này, hoặc xin lại tệp chưa bị cắt"
        raise MeetingFileError(name, f"dòng {error.lineno}, cột {error.colno}", rule) from None
    # Brackets nested without end, numbers of thousands of digits.
    except (RecursionError, ValueError):
        raise MeetingFileError(name, "không đọc được như JSON; hãy chọn tệp do bộ tài liệu ghi") from None
    if not isinstance(raw, dict) or not str(raw.get("kind", "")).startswith("hoc-tac-pham: "):
        raise MeetingFileError(name, "không phải tệp của bộ tài liệu; hãy chọn tệp .json do bộ tài liệu ghi")
    return raw


def check_form(name: str, raw: dict[str, Any], model: type[Entry], called: str) -> None:
    """Refuse a file of another kind or of a newer kit.

    Parameters
    ----------
    name, raw
        The file, as :func:`parsed` gives it.
    model
        What it should hold; has ``kind`` and ``version``.
    called
        What people call such a file.

    Raises
    ------
    MeetingFileError
        With what it should be, and what to do.
    """
    kind, version = (model.model_fields[field].default for field in ("kind", "version"))
    if raw["kind"] != kind:
        raise MeetingFileError(name, "kind", f"không phải {called}; hãy chọn đúng tệp", value=raw["kind"])
    given = raw.get("version", version)
    if isinstance(given, int) and given > version:
        rule = "do bản mới hơn của bộ tài liệu ghi; hãy cập nhật bộ tài liệu rồi làm lại"
        raise MeetingFileError(name, "version", rule, value=given)


def checked(name: str, raw: dict[str, Any], model: type[Model]) -> Model:
    """Return what a file holds, all its fields checked.

    Raises
    ------
    ContentError
        With every field that breaks a rule.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise ContentError.of(validation.faults(name, "", raw, error)) from None
