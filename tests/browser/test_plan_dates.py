"""When dates come round, across years, leap days and the time zones of devices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest

from course import recurrence
from course.when import When
from tests.browser.modules import functions
from widgets.plan_explorer.plan_values import plain_when

EPOCH = dt.date(1970, 1, 1)
OWN = """import { occurrence } from "/widgets/plan_explorer/dates.js";
export const each = (when, days) => days.map((today) => occurrence(when, today));"""


@pytest.fixture(scope="module")
def dates(browser) -> Iterator[Callable[..., object]]:
    with functions(browser, "plan_explorer/dates.js", "shared/days.js", own=OWN) as call:
        yield call


def day(text: str) -> dict:
    """Write "29/10/2027" as the functions take it."""
    number, month, year = map(int, text.split("/"))
    return {"year": year, "month": month, "day": number}


def when(text: str = "", *, until: str = "", **fields) -> dict:
    """Write "30/10", "11" (a month) or "" (no month) as a plan's date, and give it as the browser has it."""
    day, month = ([None, *text.split("/")] if text else [None, None])[-2:]
    every = fields.pop("every", "once" if "year" in fields else "year")
    given = {"day": day and int(day), "month": month and int(month), "every": every, **fields}
    date = When.model_construct(None, text="", **given)
    return plain_when(date, dt.date.fromisoformat(until) if until else None)


@pytest.mark.parametrize(
    ("date", "today", "state", "left", "last", "words"),
    [
        (when("19/5"), "07/05/2027", "coming", 12, "19/05/2027", "còn 12 ngày"),
        (when("19/5"), "18/05/2027", "coming", 1, "19/05/2027", "còn 1 ngày"),
        (when("19/5"), "19/05/2027", "today", 0, "19/05/2027", "hôm nay"),
        (when("19/5"), "20/05/2027", "coming", 365, "19/05/2028", "còn 365 ngày"),
        (when("19/5"), "20/05/2026", "coming", 364, "19/05/2027", "còn 364 ngày"),
        (when("2/9"), "31/12/2027", "coming", 246, "02/09/2028", "còn 246 ngày"),
        (when("30/10", before=True), "28/10/2027", "coming", 1, "29/10/2027", "còn 1 ngày"),
        (when("30/10", before=True), "29/10/2027", "today", 0, "29/10/2027", "hôm nay"),
        (when("30/10", before=True), "30/10/2027", "coming", 365, "29/10/2028", "còn 365 ngày"),
        (when("1/1", before=True), "31/12/2027", "today", 0, "31/12/2027", "hôm nay"),
        (when("1/1", before=True), "01/01/2028", "coming", 365, "31/12/2028", "còn 365 ngày"),
        (when("1/3", before=True), "27/02/2028", "coming", 2, "29/02/2028", "còn 2 ngày"),
        (when("1/3", before=True), "27/02/2027", "coming", 1, "28/02/2027", "còn 1 ngày"),
        (when("11"), "31/10/2026", "coming", 30, "30/11/2026", "còn 30 ngày"),
        (when("11"), "01/11/2026", "now", 29, "30/11/2026", "còn 29 ngày"),
        (when("11"), "30/11/2026", "now", 0, "30/11/2026", "hôm nay"),
        (when("11"), "01/12/2026", "coming", 364, "30/11/2027", "còn 364 ngày"),
        (when("2"), "01/02/2028", "now", 28, "29/02/2028", "còn 28 ngày"),
        (when("2"), "01/02/2027", "now", 27, "28/02/2027", "còn 27 ngày"),
        (when("29/2"), "28/02/2027", "today", 0, "28/02/2027", "hôm nay"),
        (when("29/2"), "28/02/2028", "coming", 1, "29/02/2028", "còn 1 ngày"),
        (when("29/2"), "29/02/2028", "today", 0, "29/02/2028", "hôm nay"),
        (when("29/2"), "01/03/2028", "coming", 364, "28/02/2029", "còn 364 ngày"),
        (when("29/2", before=True), "28/02/2028", "today", 0, "28/02/2028", "hôm nay"),
        (when("19/5", year=2023), "20/05/2023", "past", -1, "19/05/2023", "đã qua"),
        (when("19/5", year=2023), "19/05/2023", "today", 0, "19/05/2023", "hôm nay"),
        (when("19/5", year=2023, before=True), "19/05/2023", "past", -1, "18/05/2023", "đã qua"),
        (when("8", year=2025), "31/08/2025", "now", 0, "31/08/2025", "hôm nay"),
        (when("8", year=2025), "01/09/2025", "past", -1, "31/08/2025", "đã qua"),
        (when("2/9", until="2025-11-30"), "01/08/2025", "coming", 32, "02/09/2025", "còn 32 ngày"),
        (when("2/9", until="2025-11-30"), "30/11/2026", "past", -454, "02/09/2025", "đã qua"),
        (when(every="always", until="2025-11-30"), "01/12/2025", "past", -1, "30/11/2025", "đã qua"),
        (when(year=2023), "31/12/2022", "coming", 365, "31/12/2023", "chưa tới"),
        (when(year=2023), "01/06/2023", "now", 213, "31/12/2023", "trong năm nay"),
        (when(year=2023), "01/01/2024", "past", -1, "31/12/2023", "đã qua"),
    ],
)  # fmt: skip
def test_next_day_days_left_and_words(dates, date, today, state, left, last, words):
    at = dates("occurrence", date, day(today))
    assert (at["state"], at["left"], dates("dayText", at["last"])) == (state, left, last)
    assert dates("leftWords", at) == words


@pytest.mark.parametrize("every", ["always", "month", "year"])
def test_what_has_no_day_has_nothing_to_count_to(dates, every):
    at = dates("occurrence", when(every=every), day("01/01/2027"))
    assert at == {"state": "always"}
    assert dates("leftWords", at) == ""


SHAPES = [
    {"every": "year", "month": 5, "day": 19},
    {"every": "year", "month": 10, "day": 30, "before": True},
    {"every": "year", "month": 11},
    {"every": "year", "month": 2},
    {"every": "year", "month": 2, "day": 29},
    {"every": "year", "month": 1, "day": 1, "before": True},
    {"every": "year", "month": 11, "before": True},
    {"every": "year", "quarter": 1},
    {"every": "year", "half": 2},
    {"every": "half-year", "month": 6},
    {"every": "half-year", "month": 2, "day": 30},
    {"every": "quarter", "month": 3, "day": 15},
    {"every": "quarter", "month": 1, "day": 1, "before": True},
    {"every": "quarter", "month": 2, "day": 31},
    {"every": "month", "day": 5},
    {"every": "month", "day": 31},
    {"every": "month", "day": 20, "before": True, "time": "14:00"},
]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_browser_and_python_count_the_same_days(dates, shape):
    date = When.model_construct(None, text="", **shape)
    plain, returns = plain_when(date, None), recurrence.returns(date)
    days = [dt.date(2023, 12, 20) + dt.timedelta(days=9 * step) for step in range(200)]
    seen = dates("each", plain, [day(f"{one:%d/%m/%Y}") for one in days])
    due = [next(returns.spans(one)) for one in days]
    expected = [((span.first - EPOCH).days, (span.last - EPOCH).days) for span in due]
    assert [(at["first"], at["last"]) for at in seen] == expected


def test_every_day_of_nine_years_is_counted_right(dates):
    ends = dates("occurrence", when("30/10", before=True), day("01/01/2024"))
    assert ends["left"] == (dt.date(2024, 10, 29) - dt.date(2024, 1, 1)).days
    for number in range((dt.date(2024, 1, 1) - EPOCH).days, (dt.date(2032, 12, 31) - EPOCH).days, 17):
        today = EPOCH + dt.timedelta(days=number)
        due = [dt.date(year, 10, 29) for year in (today.year, today.year + 1)]
        expected = (next(one for one in due if one >= today) - today).days
        given = {"year": today.year, "month": today.month, "day": today.day}
        assert dates("occurrence", when("30/10", before=True), given)["left"] == expected


def test_the_order_of_what_comes(dates):
    entries = [
        {"id": "thang-11", "when": when("11")}, {"id": "quoc-khanh", "when": when("2/9")},
        {"id": "luon", "when": when(every="always")}, {"id": "ngay-15", "when": when("15/11", before=True)},
        {"id": "xua", "when": when("19/5", year=2023)}, {"id": "so-ket", "when": when("10", year=2025)},
    ]  # fmt: skip
    order = dates("inOrder", entries, day("10/11/2026"))
    assert [entry["id"] for entry in order["ahead"]] == ["ngay-15", "thang-11", "quoc-khanh"]
    assert [entry["id"] for entry in order["always"]] == ["luon"]
    assert [entry["id"] for entry in order["past"]] == ["so-ket", "xua"]
    assert [entry["id"] for entry in dates("ofMonth", entries, 11)] == ["ngay-15", "thang-11"]


@pytest.mark.parametrize(
    ("date", "months"),
    [
        (when("30/10", before=True), [10]), (when("1/3", before=True), [2]), (when("1/1", before=True), [12]),
        (when("11"), [11]), (when(), []), (when(year=2023), []), (when("15/3", every="quarter"), [3, 6, 9, 12]),
        (when(every="half-year", month=6), [6, 12]), (when(every="year", quarter=3), [9]),
        (when(every="month", day=5), []),
    ],
)  # fmt: skip
def test_an_event_stands_in_the_months_in_which_it_is_due(dates, date, months):
    entries = [{"id": "mot", "when": date}]
    assert [month for month in range(1, 13) if dates("ofMonth", entries, month)] == months


@pytest.mark.parametrize(
    ("date", "today", "state", "last", "words"),
    [
        (when("15/3", every="quarter"), "16/06/2027", "coming", "15/09/2027", "còn 91 ngày"),
        (when("15/3", every="quarter", until="2027-09-14"), "16/06/2027", "past", "15/06/2027", "đã qua"),
        (when("3", every="quarter"), "10/12/2027", "now", "31/12/2027", "còn 21 ngày"),
        (when(every="once", year=2025, quarter=3), "01/07/2025", "now", "30/09/2025", "còn 91 ngày"),
        (when(every="once", year=2025, half=1), "31/12/2024", "coming", "30/06/2025", "còn 181 ngày"),
        (when(every="month", day=31), "29/02/2028", "today", "29/02/2028", "hôm nay"),
        (when(every="month", day=20, before=True), "20/12/2027", "coming", "19/01/2028", "còn 30 ngày"),
        (when("11", before=True), "31/10/2027", "today", "31/10/2027", "hôm nay"),
        (when(every="month", day=5, start=dt.date(2028, 1, 6)), "01/12/2027", "coming", "05/02/2028", "còn 66 ngày"),
    ],
)  # fmt: skip
def test_quarters_halves_and_days_of_a_month(dates, date, today, state, last, words):
    at = dates("occurrence", date, day(today))
    assert (at["state"], dates("dayText", at["last"])) == (state, last)
    assert dates("leftWords", at) == words


def test_weekdays_are_those_of_the_calendar(dates):
    names = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
    for number in range((dt.date(2027, 1, 1) - EPOCH).days, (dt.date(2027, 1, 15) - EPOCH).days):
        date = EPOCH + dt.timedelta(days=number)
        assert dates("longDayWords", number) == f"{names[date.weekday()]}, {date:%d/%m/%Y}"


def test_the_day_is_that_of_vietnam(dates):
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    start = dt.datetime(2024, 2, 28, 16, 59, 59, tzinfo=dt.UTC)
    for hours in range(0, 24 * 366, 13):
        moment = start + dt.timedelta(hours=hours)
        there = moment.astimezone(zone)
        expected = {"year": there.year, "month": there.month, "day": there.day}
        assert dates("vietnamDay", int(moment.timestamp() * 1000)) == expected


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "Asia/Ho_Chi_Minh"])
def test_the_zone_of_the_device_changes_nothing(browser, zone):
    context = browser.new_context(timezone_id=zone)
    # The zone of the page is really another one; around midnight in Việt Nam this would show.
    with functions(context, "plan_explorer/dates.js", "shared/days.js") as call:
        deadline = when("30/10", before=True)
        for moment, left in [
            (dt.datetime(2027, 10, 28, 16, 59, 59, tzinfo=dt.UTC), 1),
            (dt.datetime(2027, 10, 28, 17, 0, 0, tzinfo=dt.UTC), 0),
            (dt.datetime(2027, 10, 29, 16, 59, 59, tzinfo=dt.UTC), 0),
            (dt.datetime(2027, 10, 29, 17, 0, 0, tzinfo=dt.UTC), 365),
        ]:
            today = call("vietnamDay", int(moment.timestamp() * 1000))
            assert call("occurrence", deadline, today)["left"] == left
    context.close()
