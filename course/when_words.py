"""How a date is said in plain administrative Vietnamese, and what a text that gives it must say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.when import When

ROMAN = ("I", "II", "III", "IV")
_HALVES = ("6 tháng đầu năm", "6 tháng cuối năm")
_RHYTHMS = {"month": "hằng tháng", "quarter": "hằng quý", "half-year": "6 tháng một lần", "year": "hằng năm"}
_IN_A_QUARTER = ("tháng đầu quý", "tháng thứ hai của quý", "tháng cuối quý")
# The ways in which texts say a rhythm that has no number of its own.
_RHYTHM_SAID = {"quarter": r"\bquý\b", "half-year": r"(6|sáu) tháng|nửa năm|(2|hai) lần"}


def words(when: When) -> str:
    """Return a date in the kit's words: “hằng quý, ngày 15 tháng cuối quý, 14 giờ 00”."""
    said = [_day(when)]
    if when.time:
        said.append(hour(when.time))
    if when.start:
        said.append(f"từ ngày {when.start:%d/%m/%Y}")
    if when.until:
        said.append(f"đến hết ngày {when.until:%d/%m/%Y}")
    return ", ".join(said)


def occasion(when: When) -> str:
    """Return what one time of it is called ahead of what is due then, "" where the day itself says it.

    “Trước ngày 30/10”, “Trong tháng 11”, “Trong quý IV/2025”.
    """
    if when.before:
        one = f"trước {_within_year(when)}" if when.every in ("once", "year") else _day(when)
    elif when.day:
        one = ""
    else:
        span = _in_the_months(when) if when.every in ("quarter", "half-year") else _within_year(when)
        one = f"trong {span}" if span else ""
    return one[:1].upper() + one[1:]


def due(when: When) -> str:
    """Return what the day is called to which is counted, "" where there is none."""
    if when.every == "always" or not (when.day or when.month or when.quarter or when.half):
        return ""
    if when.before:
        return "Ngày cuối còn kịp"
    if when.day:
        return "Lần tới"
    return f"Ngày cuối {'quý' if when.quarter else 'của 6 tháng' if when.half else 'tháng'}"


def counted(when: When) -> str:
    """Say which day a calendar shows, "" where it is the day that the plan gives."""
    called = due(when)
    if when.before:
        return f"Ngày trong lịch là {called.lower()}."
    if called and not when.day:
        return f"Kế hoạch không ghi ngày; ngày trong lịch là {called.lower()}."
    short = (when.day or 0) > 28 and when.every in ("month", "quarter", "half-year")
    return f"Tháng không có ngày {when.day} thì lịch lấy ngày cuối tháng." if short else ""


def hour(time: str) -> str:
    """Write ``14:00`` as “14 giờ 00”."""
    hours, minutes = time.split(":")
    return f"{int(hours)} giờ {minutes}"


def said(when: When) -> Iterator[tuple[str, str]]:
    """Yield what a text must say of a date: a pattern for it in small letters, and how it is written."""
    year = f"/{when.year}" if when.year else ""
    if when.every in ("quarter", "half-year", "month"):
        yield from _rhythm_said(when)
    elif when.day:
        yield _whole(written := f"{when.day:02}/{when.month:02}{year}"), written
    elif when.month:
        yield _whole(written := f"tháng {when.month}{year}"), written
    elif when.quarter:
        written = f"quý {ROMAN[when.quarter - 1]}{year}"
        yield rf"quý ({ROMAN[when.quarter - 1].lower()}|{when.quarter})\b{year}(?!\d)", written
    elif when.half:
        written = _HALVES[when.half - 1] + (f" {when.year}" if when.year else "")
        yield rf"(?<!\d)(6|sáu) {written[2:]}(?!\d)", written
    elif when.year:
        yield _whole(str(when.year)), str(when.year)
    if when.time:
        yield _hour_said(when.time), hour(when.time)
    for bound in (when.start, when.until):
        if bound:
            yield _whole(str(bound.year)), str(bound.year)


def _rhythm_said(when: When) -> Iterator[tuple[str, str]]:
    rhythm = _RHYTHMS[when.every]
    if when.every in _RHYTHM_SAID:
        yield _RHYTHM_SAID[when.every], rhythm
    if when.day:
        last = r"|ngày cuối" if when.day == 31 else ""
        yield rf"ngày 0?{when.day}(?!\d){last}", f"ngày {when.day}"


def _hour_said(time: str) -> str:
    hours, minutes = map(int, time.split(":"))
    after = rf" ?{minutes:02}(?!\d)" if minutes else r"( ?00)?(?! ?\d)"
    return rf"(?<!\d)0?{hours} ?(giờ|h|:){after}"


def _whole(written: str) -> str:
    return rf"(?<!\d){re.escape(written)}(?!\d)"


def _day(when: When) -> str:
    before = "trước " if when.before else ""
    rhythm = _RHYTHMS.get(when.every, "")
    if when.every in ("quarter", "half-year"):
        one = _in_the_months(when)
        return f"{rhythm}, {before}{one}" if one else rhythm
    if when.every == "month":
        return f"{before}ngày {when.day} {rhythm}" if when.day else rhythm
    one = _within_year(when)
    return f"{before}{one} {rhythm}".strip() if one else rhythm or "thường xuyên"


def _in_the_months(when: When) -> str:
    """Return the day of each quarter or half-year."""
    if not when.month:
        return ""
    months = f"tháng {when.month} và tháng {when.month + 6}"
    month = _IN_A_QUARTER[when.month - 1] if when.every == "quarter" else months
    return f"ngày {when.day} {month}" if when.day else month


def _within_year(when: When) -> str:
    year = f"/{when.year}" if when.year else ""
    if when.day and when.month:
        return f"ngày {when.day:02}/{when.month:02}{year}"
    if when.month:
        return f"tháng {when.month}{year}"
    if when.quarter:
        return f"quý {ROMAN[when.quarter - 1]}{year}"
    if when.half:
        return f"{_HALVES[when.half - 1]} {when.year or ''}".strip()
    return f"năm {when.year}" if when.year else ""
