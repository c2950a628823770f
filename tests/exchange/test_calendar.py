"""The calendar file: read back by another program, checked by eye against RFC 5545, and counted through the years."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import vobject
from dateutil.rrule import rrulestr

from exchange.calendar import calendar_file, due_day
from tests.courses import shipped
from widgets.plan_explorer.plan_values import plain_plan

COURSE = shipped()
PLANS = {name: plain_plan(COURSE, plan) for name, plan in COURSE.plans.items()}
FILES = {name: calendar_file(plan).text for name, plan in PLANS.items()}
every_plan = pytest.mark.parametrize("name", PLANS)
YEARS = range(2024, 2033)


def sample(**changes) -> dict:
    """Give a plan with one event, whose date is changed as given."""
    when = {
        "text": "Ngày 1",
        "day": 1,
        "month": 6,
        "year": None,
        "since": None,
        "every": "year",
        "before": False,
        "until": "",
    }
    event = {
        "id": "mot", "kind": "deadline", "kindName": "Hạn", "title": "Báo cáo", "remarks": [], "notes": [],
        "by": "", "to": "", "cite": "Nguồn thử, mục I", "when": {**when, **changes.pop("when", {})},
    }  # fmt: skip
    return {"id": "thu", "short": "Thử", "begin": "2023-04-25", "events": [{**event, **changes}]}


def events(text: str) -> dict[str, vobject.base.Component]:
    """Read the events of a file by the id in their UID."""
    read = vobject.readOne(text)
    return {event.uid.value: event for event in read.vevent_list}


def days(event, years=YEARS) -> list[dt.date]:
    """Return every day of an event within the years."""
    start = event.dtstart.value
    if not hasattr(event, "rrule"):
        return [start] if start.year in years else []
    rule = rrulestr(event.rrule.value, dtstart=dt.datetime.combine(start, dt.time()))
    found = rule.between(dt.datetime(years[0], 1, 1), dt.datetime(years[-1], 12, 31), inc=True)
    return [moment.date() for moment in found]


def logical(text: str) -> list[str]:
    """Undo the folding of lines."""
    return text.replace("\r\n ", "").split("\r\n")


def unescaped(line: str) -> str:
    return re.sub(r"\\([\\,;nN])", lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), line)


@every_plan
def test_lines_end_as_the_standard_asks_and_hold_at_most_75_octets(name):
    data = FILES[name].encode()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    # Every line by itself is whole UTF-8: no letter is split by the folding.
    assert [line.decode("utf-8") for line in lines]
    assert any(line.startswith(b" ") for line in lines)


@every_plan
def test_commas_and_semicolons_of_texts_are_escaped(name):
    texts = [line.split(":", 1)[1] for line in logical(FILES[name]) if re.match("SUMMARY|DESCRIPTION", line)]
    assert texts
    assert [text for text in texts if re.search(r"(?<!\\)[,;]", text)] == []
    assert any(r"\," in text for text in texts) and any(r"\;" in text for text in texts)


@every_plan
def test_the_head_names_maker_version_calendar_and_zone(name):
    lines = logical(FILES[name])
    assert lines[0] == "BEGIN:VCALENDAR"
    for line in ("VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-TIMEZONE:Asia/Ho_Chi_Minh"):
        assert lines.count(line) == 1
    assert lines.count(f"X-WR-CALNAME:Lịch công tác – {PLANS[name]['short']}") == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1


@every_plan
def test_the_same_plan_gives_the_same_bytes(name):
    assert calendar_file(plain_plan(COURSE, COURSE.plans[name])).text == FILES[name]


@every_plan
def test_every_event_that_has_a_month_is_in_the_file_once(name):
    wanted = {
        f"lich-{name}-{event['id']}@hoc-tac-pham" for event in PLANS[name]["events"] if event["when"]["month"]
    }
    assert set(events(FILES[name])) == wanted
    assert FILES[name].count("BEGIN:VEVENT") == len(wanted)


@every_plan
def test_events_last_a_whole_day_and_remind_a_week_before(name):
    for event in events(FILES[name]).values():
        start = event.dtstart.value
        assert type(start) is dt.date
        assert event.dtend.value - start == dt.timedelta(days=1)
        assert event.valarm.action.value == "DISPLAY"
        assert event.valarm.trigger.value == dt.timedelta(days=-7)
        assert event.valarm.description.value == event.summary.value
    lines = logical(FILES[name])
    assert lines.count("TRIGGER:-P7D") == lines.count("BEGIN:VEVENT")
    starts = [line for line in lines if line.startswith("DTSTART")]
    assert all(re.fullmatch(r"DTSTART;VALUE=DATE:\d{8}", line) for line in starts)


@every_plan
def test_every_description_names_source_and_words_of_the_plan(name):
    read = events(FILES[name])
    for event in PLANS[name]["events"]:
        if not event["when"]["month"]:
            continue
        said = read[f"lich-{name}-{event['id']}@hoc-tac-pham"].description.value
        assert said.startswith(f"Kế hoạch ghi: {event['when']['text']}.")
        assert said.endswith(f"Nguồn: {event['cite']}.")
        assert all(note in said for note in event["notes"])


# What each plan asks for in the years 2024 to 2032, day and month.
RETURNING = {
    "thi-uy": {
        "bao-cao-thi-uy": (29, 10), "bao-cao-tinh-uy": (14, 11),
    },
    "van-ban": {"bao-cao-hang-nam": (30, 11)},
}  # fmt: skip


@every_plan
def test_what_returns_every_year_returns_on_its_day_with_its_alarm(name):
    read = events(FILES[name])
    returning = {
        uid for uid, event in read.items() if hasattr(event, "rrule") and "UNTIL" not in event.rrule.value
    }
    assert returning == {f"lich-{name}-{event}@hoc-tac-pham" for event in RETURNING[name]}
    for event, (day, month) in RETURNING[name].items():
        entry = read[f"lich-{name}-{event}@hoc-tac-pham"]
        assert days(entry) == [dt.date(year, month, day) for year in YEARS]
        alarms = [found + entry.valarm.trigger.value for found in days(entry)]
        assert alarms == [dt.date(year, month, day) - dt.timedelta(days=7) for year in YEARS]
        assert entry.dtstart.value == dt.date(2023, month, day)


def test_peaks_end_with_the_plan():
    event = events(FILES["thi-uy"])["lich-thi-uy-quoc-khanh@hoc-tac-pham"]
    assert event.rrule.value == "FREQ=YEARLY;UNTIL=20250902"
    assert days(event, [2022, 2023, 2024, 2025, 2026]) == [dt.date(year, 9, 2) for year in (2023, 2024, 2025)]
    (entry,) = (one for one in calendar_file(PLANS["thi-uy"]).entries if "quoc-khanh@" in one.text)
    assert entry.last == "2025-09-02"


def test_what_ends_before_its_first_time_is_left_out():
    assert "VEVENT" not in calendar_file(sample(when={"day": 2, "month": 9, "until": "2023-05-01"})).text


def test_anniversaries_of_2023_do_not_come_back():
    peaks = {
        uid: event
        for uid, event in events(FILES["van-ban"]).items()
        if event.categories.value == ["Cao điểm"]
    }
    assert len(peaks) == 6
    for event in peaks.values():
        assert event.dtstart.value.year == 2023
        assert days(event) == []
        assert "Kế hoạch chỉ nêu dịp này cho năm 2023." in event.description.value


def test_a_deadline_before_a_day_stands_on_the_last_day_that_keeps_it():
    event = events(FILES["thi-uy"])["lich-thi-uy-bao-cao-thi-uy@hoc-tac-pham"]
    assert event.summary.value == (
        "Trước ngày 30/10: Báo cáo kết quả về Ban Thường vụ Thị ủy, qua Ban Tuyên giáo Thị ủy"
    )
    assert "Ngày trong lịch là ngày cuối còn kịp." in event.description.value
    assert "Gửi đến: Ban Thường vụ Thị ủy (qua Ban Tuyên giáo Thị ủy)." in event.description.value


def test_a_month_without_day_is_due_by_its_end_and_says_so():
    read = events(FILES["van-ban"])
    yearly, once = (read[f"lich-van-ban-{name}@hoc-tac-pham"] for name in ("bao-cao-hang-nam", "so-ket"))
    assert yearly.summary.value.startswith("Trong tháng 11: ")
    assert once.summary.value.startswith("Trong tháng 10/2025: ")
    assert once.dtstart.value == dt.date(2025, 10, 31)
    for event in (yearly, once):
        assert "Kế hoạch không ghi ngày; ngày trong lịch là ngày cuối tháng." in event.description.value


LEAPS = [2024, 2028, 2032]


@pytest.mark.parametrize(
    "when",
    [
        {"day": 29, "month": 2},
        {"day": None, "month": 2},
        {"day": 1, "month": 3, "before": True},
    ],
    ids=["29/02", "tháng 2", "trước 01/03"],
)
def test_the_end_of_february_follows_the_leap_years(when):
    (event,) = events(calendar_file(sample(when=when)).text).values()
    assert days(event) == [dt.date(year, 2, 29 if year in LEAPS else 28) for year in YEARS]


@pytest.mark.parametrize(
    ("when", "day", "month"),
    [
        ({"day": 29, "month": 2, "before": True}, 28, 2),
        ({"day": 1, "month": 1, "before": True}, 31, 12),
        ({"day": 28, "month": 2}, 28, 2),
        ({"day": 31, "month": 12}, 31, 12),
    ],
)
def test_other_edges_of_the_year_keep_their_day(when, day, month):
    (event,) = events(calendar_file(sample(when=when)).text).values()
    assert days(event) == [dt.date(year, month, day) for year in YEARS]


def test_what_has_no_month_is_left_out():
    for when in ({"month": None, "day": None, "every": "always"}, {"month": None, "day": None, "year": 2023}):
        assert "VEVENT" not in calendar_file(sample(when=when)).text


def test_a_long_text_with_every_awkward_sign_comes_back_whole():
    awkward = "Ủy ban, Đảng ủy; “Nghị quyết” \\ 100% – " * 6
    text = calendar_file(sample(title=awkward.strip(), notes=[awkward.strip()])).text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (event,) = events(text).values()
    assert event.summary.value == awkward.strip()
    assert awkward.strip() in event.description.value
    (line,) = [line for line in logical(text) if line.startswith("SUMMARY:")]
    assert unescaped(line.removeprefix("SUMMARY:")) == awkward.strip()


def test_due_day_of_a_single_date():
    when = {"day": 19, "month": 5, "before": True}
    assert due_day(when, 2023) == dt.date(2023, 5, 18)
    assert due_day({"day": 29, "month": 2, "before": False}, 2025) == dt.date(2025, 2, 28)
