"""The calendar file of a plan as the page gives it: what is ahead, of the chosen plan, or none."""

from __future__ import annotations

import datetime as dt

import vobject
from playwright.sync_api import expect

from exchange.calendar import calendar_file
from tests.browser.conftest import VIETNAM
from tests.browser.planning import download, plan_choice
from tests.browser.quizzing import press_button
from tests.courses import shipped
from widgets.plan_explorer.plan_explorer import PlanExplorer


def test_the_file_holds_what_is_still_ahead(at):
    page = at(2025, 10, 1)
    name, text = download(page)
    assert name == "lich-thi-uy.ics"
    assert text.count("\r\n") == text.count("\n")
    uids = {event.uid.value for event in vobject.readOne(text).vevent_list}
    assert uids == {
        f"lich-thi-uy-{event}@hoc-tac-pham" for event in ("bao-cao-thi-uy", "bao-cao-tinh-uy", "so-ket")
    }
    said = page.get_by_role("status").filter(has_text="Trang đã đưa tệp lich-thi-uy.ics cho trình duyệt lưu.")
    expect(said).to_have_count(1)


def test_the_file_is_that_of_the_chosen_plan(at, explorer):
    page = at(2023, 5, 1)
    plan_choice(page).select_option("van-ban")
    name, text = download(page)
    assert name == "lich-van-ban.ics"
    assert text == calendar_file(explorer.plans[1]).text
    page = at(2026, 11, 25)
    plan_choice(page).select_option("van-ban")
    _, text = download(page)
    (event,) = vobject.readOne(text).vevent_list
    assert event.rrule.value == "FREQ=YEARLY"
    assert event.summary.value.startswith("Trong tháng 11: Báo cáo kết quả")


def test_a_plan_that_is_over_offers_no_empty_file(mount, page, clock):
    explorer = PlanExplorer(shipped(), session="thu")
    (plan, *_) = explorer.plans
    single = [entry for entry in plan["calendar"]["entries"] if entry["last"]]
    explorer.plans = [{**plan, "calendar": plan["calendar"] | {"entries": single}}]
    clock.set_fixed_time(dt.datetime(2027, 1, 1, 12, tzinfo=VIETNAM))
    mount(explorer)
    press_button(page, "Tải lịch (.ics)")
    told = "Kế hoạch không còn mốc nào ở phía trước, nên không có tệp để tải."
    expect(page.get_by_role("status").filter(has_text=told)).to_have_count(1)
