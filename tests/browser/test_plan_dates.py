"""When dates come round, across years, leap days and the time zones of devices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest

from exchange.calendar import due_day
from tests.browser.modules import functions

EPOCH = dt.date(1970, 1, 1)


@pytest.fixture(scope="module")
def dates(browser) -> Iterator[Callable[..., object]]:
    with functions(browser, "plan_explorer/dates.js", "shared/days.js") as call:
        yield call


def day(text: str) -> dict:
    """Write "29/10/2027" as the functions take it."""
    number, month, year = map(int, text.split("/"))
    return {"year": year, "month": month, "day": number}


def when(text: str = "", *, every: str = "year", year: int | None = None, before: bool = False) -> dict:
    """Write "30/10", "11" (a month) or "" (no month) as a plan's date."""
    number, month = {0: (None, None), 1: (None, text), 2: text.split("/")[:2]}[
        len(text.split("/")) if text else 0
    ]
    return {
        "day": number and int(number), "month": month and int(month), "year": year,
        "every": "once" if year else every, "before": before,
    }  # fmt: skip


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
        (when("2/9") | {"until": "2025-11-30"}, "01/08/2025", "coming", 32, "02/09/2025", "còn 32 ngày"),
        (when("2/9") | {"until": "2025-11-30"}, "30/11/2026", "past", -454, "02/09/2025", "đã qua"),
        (when(every="always") | {"until": "2025-11-30"}, "01/12/2025", "past", -1, "30/11/2025", "đã qua"),
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


@pytest.mark.parametrize(
    "date",
    [
        when("19/5"), when("30/10", before=True), when("11"), when("2"), when("29/2"),
        when("1/3", before=True), when("29/2", before=True), when("1/1", before=True), when("31/12"),
    ],
    ids=str,
)  # fmt: skip
def test_browser_and_calendar_file_agree_on_every_year(dates, date):
    for year in range(2023, 2034):
        last = dates("spanIn", date, year)["last"]
        assert EPOCH + dt.timedelta(days=last) == due_day(date, year)


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
    ("date", "month"),
    [
        (when("30/10", before=True), 10), (when("1/3", before=True), 2), (when("1/1", before=True), 12),
        (when("11"), 11), (when(), 0), (when(year=2023), 0),
    ],
)  # fmt: skip
def test_an_event_stands_in_the_month_in_which_it_is_due(dates, date, month):
    assert dates("monthOf", date) == month


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
