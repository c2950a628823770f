"""The calendar file: read back by another program, checked by eye against RFC 5545, and counted through the years."""

from __future__ import annotations

import datetime as dt
import re
from itertools import takewhile

import pytest
import vobject
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from course import recurrence
from course.when import When
from exchange.calendar import calendar_file
from tests.courses import shipped
from widgets.plan_explorer.plan_values import plain_plan, plain_when

COURSE = shipped()
PLANS = {name: plain_plan(COURSE, plan) for name, plan in COURSE.plans.items()}
FILES = {name: calendar_file(plan).text for name, plan in PLANS.items()}
every_plan = pytest.mark.parametrize("name", PLANS)
YEARS = range(2024, 2033)


def sample(
    *, when: dict | None = None, begin: str = "2023-04-25", changed: str = "2026-11-30", **changes
) -> dict:
    """Give a plan with one event, of which the date and the rest are changed as given."""
    given = {"day": 1, "month": 6, "every": "year", **(when or {})}
    until = given.get("until")
    event = {
        "id": "mot", "kind": "deadline", "kindName": "Hạn", "title": "Báo cáo", "remarks": [], "notes": [],
        "by": "", "to": "", "cite": "Nguồn thử, mục I", "location": "",
        "when": plain_when(When.model_construct(None, text="Ngày 1", **given), until),
    }  # fmt: skip
    return {"id": "thu", "short": "Thử", "begin": begin, "changed": changed, "events": [{**event, **changes}]}


def events(text: str) -> dict[str, vobject.base.Component]:
    """Read the events of a file by the id in their UID."""
    read = vobject.readOne(text)
    return {event.uid.value: event for event in read.vevent_list}


def days(event, years=YEARS) -> list[dt.date]:
    """Return every day of an event within the years."""
    start = event.dtstart.value
    if not hasattr(event, "rrule"):
        return [start] if start.year in years else []
    # What has an hour ends by UTC, and is read in it.
    at = start.astimezone(dt.UTC) if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
    zone = at.tzinfo
    first, last = dt.datetime(years[0], 1, 1, tzinfo=zone), dt.datetime(years[-1], 12, 31, 23, tzinfo=zone)
    return [
        moment.date() for moment in rrulestr(event.rrule.value, dtstart=at).between(first, last, inc=True)
    ]


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
    for line in ("VERSION:2.0", "CALSCALE:GREGORIAN", "X-WR-TIMEZONE:Asia/Ho_Chi_Minh"):
        assert lines.count(line) == 1
    # With a method each event would need an organizer's address.
    assert not any(line.startswith("METHOD") for line in lines)
    assert lines.count(f"X-WR-CALNAME:Lịch công tác – {PLANS[name]['short']}") == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1


@every_plan
def test_the_same_plan_gives_the_same_bytes(name):
    assert calendar_file(plain_plan(COURSE, COURSE.plans[name])).text == FILES[name]


@every_plan
def test_every_event_that_has_a_month_is_in_the_file_once(name):
    wanted = {
        f"lich-{name}-{event['id']}@hoc-tac-pham" for event in PLANS[name]["events"] if event["when"]["due"]
    }
    assert set(events(FILES[name])) == wanted
    assert FILES[name].count("BEGIN:VEVENT") == len(wanted)


@every_plan
def test_events_last_a_whole_day_and_remind_a_week_and_a_day_before(name):
    for event in events(FILES[name]).values():
        start = event.dtstart.value
        assert type(start) is dt.date
        assert event.dtend.value - start == dt.timedelta(days=1)
        midnight = dt.datetime.combine(start, dt.time())
        reminded = [midnight + alarm.trigger.value for alarm in event.valarm_list]
        assert reminded == [midnight + dt.timedelta(days=-days, hours=8) for days in (7, 1)]
        assert {alarm.action.value for alarm in event.valarm_list} == {"DISPLAY"}
        assert {alarm.description.value for alarm in event.valarm_list} == {event.summary.value}
    lines = logical(FILES[name])
    starts = [line for line in lines if line.startswith("DTSTART")]
    assert all(re.fullmatch(r"DTSTART;VALUE=DATE:\d{8}", line) for line in starts)


@every_plan
def test_every_description_names_source_and_words_of_the_plan(name):
    read = events(FILES[name])
    for event in PLANS[name]["events"]:
        if not event["when"]["due"]:
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
def test_what_returns_every_year_returns_on_its_day(name):
    read = events(FILES[name])
    returning = {
        uid for uid, event in read.items() if hasattr(event, "rrule") and "UNTIL" not in event.rrule.value
    }
    assert returning == {f"lich-{name}-{event}@hoc-tac-pham" for event in RETURNING[name]}
    for event, (day, month) in RETURNING[name].items():
        entry = read[f"lich-{name}-{event}@hoc-tac-pham"]
        assert days(entry) == [dt.date(year, month, day) for year in YEARS]
        assert entry.dtstart.value == dt.date(2023, month, day)


def test_peaks_end_with_the_plan():
    event = events(FILES["thi-uy"])["lich-thi-uy-quoc-khanh@hoc-tac-pham"]
    assert event.rrule.value == "FREQ=YEARLY;UNTIL=20250902"
    assert days(event, [2022, 2023, 2024, 2025, 2026]) == [dt.date(year, 9, 2) for year in (2023, 2024, 2025)]
    (entry,) = (one for one in calendar_file(PLANS["thi-uy"]).entries if "quoc-khanh@" in one.text)
    assert entry.last == "2025-09-02"


def test_what_ends_before_its_first_time_is_left_out():
    assert (
        "VEVENT" not in calendar_file(sample(when={"day": 2, "month": 9, "until": dt.date(2023, 5, 1)})).text
    )


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
    for when in (
        {"every": "always"},
        {"every": "once", "year": 2023},
        {"every": "quarter"},
        {"every": "month"},
    ):
        when = {"month": None, "day": None, **when}
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


QUARTERLY = {"day": 15, "month": 3, "every": "quarter", "until": dt.date(2025, 12, 31)}


def test_an_hour_stands_in_the_zone_of_viet_nam():
    when = {**QUARTERLY, "time": "14:00"}
    text = calendar_file(sample(when=when, location="Hội trường, tầng hai")).text
    lines = logical(text)
    assert lines[6:15] == [
        "BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20230615T140000" in lines
    assert "RRULE:FREQ=MONTHLY;UNTIL=20251215T070000Z;INTERVAL=3" in lines
    assert "LOCATION:Hội trường\\, tầng hai" in lines
    assert not any(line.startswith(("DTEND", "TRANSP")) for line in lines)
    (event,) = events(text).values()
    assert days(event)[-1] == dt.date(2025, 12, 15)
    assert [alarm.trigger.value for alarm in event.valarm_list] == [
        dt.timedelta(days=-7),
        dt.timedelta(days=-1),
    ]


def test_without_an_hour_there_is_no_zone():
    assert "VTIMEZONE" not in calendar_file(sample()).text


def test_a_changed_plan_is_newer_and_keeps_its_uid():
    def stamps(changed: str) -> dict[str, str]:
        names = ("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED")
        lines = (line.split(":", 1) for line in logical(calendar_file(sample(changed=changed)).text))
        return dict(line for line in lines if line[0] in names)

    old, new = stamps("2025-12-31"), stamps("2026-01-01")
    assert old["UID"] == new["UID"]
    assert int(new["SEQUENCE"]) == int(old["SEQUENCE"]) + 1
    assert new["DTSTAMP"] == new["LAST-MODIFIED"] == "20260101T000000Z" > old["DTSTAMP"]


def test_what_begins_later_than_the_plan_begins_then():
    (event,) = events(calendar_file(sample(when={**QUARTERLY, "start": dt.date(2024, 6, 16)})).text).values()
    assert days(event) == [
        dt.date(2024, 9, 15),
        dt.date(2024, 12, 15),
        *(dt.date(2025, m, 15) for m in (3, 6, 9, 12)),
    ]


@pytest.mark.parametrize(
    ("when", "title", "counted"),
    [
        ({"day": 20, "every": "month", "before": True, "month": None}, "Trước ngày 20 hằng tháng: Báo cáo",
         "Ngày trong lịch là ngày cuối còn kịp."),
        ({"day": 31, "every": "month", "month": None}, "Báo cáo",
         "Tháng không có ngày 31 thì lịch lấy ngày cuối tháng."),
        ({"quarter": 4, "every": "year", "month": None, "day": None}, "Trong quý IV: Báo cáo",
         "Kế hoạch không ghi ngày; ngày trong lịch là ngày cuối quý."),
        ({"half": 1, "every": "once", "year": 2025, "month": None, "day": None},
         "Trong 6 tháng đầu năm 2025: Báo cáo", "Kế hoạch không ghi ngày; ngày trong lịch là ngày cuối của 6 tháng."),
        ({"month": 3, "day": None, "every": "quarter"}, "Trong tháng cuối quý: Báo cáo",
         "Kế hoạch không ghi ngày; ngày trong lịch là ngày cuối tháng."),
    ],
)  # fmt: skip
def test_titles_and_descriptions_say_which_day_it_is(when, title, counted):
    (event,) = events(calendar_file(sample(when=when)).text).values()
    assert event.summary.value == title
    assert event.description.value.splitlines()[0] == f"Kế hoạch ghi: Ngày 1. {counted}"


MONTHS = {
    "month": st.none(),
    "quarter": st.integers(1, 3),
    "half-year": st.integers(1, 6),
    "year": st.integers(1, 12),
}
RETURNING_DATES = st.sampled_from(list(MONTHS)).flatmap(
    lambda every: st.fixed_dictionaries(
        {
            "every": st.just(every),
            "month": MONTHS[every],
            "day": st.integers(1, 31) if every == "month" else st.none() | st.integers(1, 31),
            "before": st.booleans(),
            "time": st.sampled_from([None, "00:00", "06:59", "07:00", "23:59"]),
            "until": st.none() | st.dates(dt.date(2024, 1, 1), dt.date(2033, 1, 1)),
        }
    )
)


@settings(max_examples=150, deadline=None)
@given(RETURNING_DATES, st.dates(dt.date(2023, 1, 1), dt.date(2024, 12, 31)))
def test_calendars_read_the_days_that_the_plan_means(when, begin):
    when["time"] = when["time"] if when["day"] else None
    plan = sample(when=when, begin=begin.isoformat())
    spans = recurrence.returns(When.model_construct(None, text="", **when)).spans(begin)
    last = min(when["until"] or dt.date(2033, 6, 1), dt.date(2033, 6, 1))
    expected = [span.last for span in takewhile(lambda span: span.last <= last, spans)]
    found = events(calendar_file(plan).text) if expected or not when["until"] else {}
    read = [day for event in found.values() for day in in_viet_nam(event, last)]
    assert read == expected


def in_viet_nam(event, last: dt.date) -> list[dt.date]:
    """Return the days of an event until a day, as a calendar in Việt Nam shows them."""
    start = event.dtstart.value
    timed = isinstance(start, dt.datetime)
    at = start if timed else dt.datetime.combine(start, dt.time())
    ends = dt.datetime.combine(last, dt.time(23, 59), at.tzinfo)
    return [moment.date() for moment in rrulestr(event.rrule.value, dtstart=at).between(at, ends, inc=True)]
