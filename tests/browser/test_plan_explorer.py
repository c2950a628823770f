"""One unit's year in the browser: what comes next, the months, who does what, what stays on the device."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from course import formats, load
from course.plans import Event, Notice
from tests.browser import looks
from tests.browser.conftest import VIETNAM, widget_page
from tests.browser.planning import download, entries, panel, plan_choice, tab, unit_choice
from tests.browser.profiles import ADDRESS, PHONE, both
from tests.browser.quizzing import press, press_button
from tests.courses import SMALL, shipped
from widgets.plan_explorer.plan_explorer import PlanExplorer

TABS = ["Sắp tới", "Cả năm", "Ai làm gì", "Chỗ chưa thống nhất"]
REFUSED = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}
NOT_KEPT = (
    "Trình duyệt không cho lưu trên máy này: khi mở lại trang, đồng chí cần chọn lại kế hoạch và đơn vị."
)


@both
def test_the_next_deadline_comes_first_with_the_days_left(at):
    page = at(2027, 10, 17)
    shown = panel(page, "Sắp tới")
    expect(shown.get_by_text("Hôm nay: Chủ nhật, 17/10/2027 (giờ Việt Nam)")).to_be_visible()
    first = entries(shown).first
    for text in (
        "còn 12 ngày", "Hạn", "Trước ngày 30/10 hằng năm", "Ngày cuối còn kịp: Thứ Sáu, 29/10/2027",
        "Gửi đến: Ban Thường vụ Thị ủy (qua Ban Tuyên giáo Thị ủy)",
        "Nguồn: Kế hoạch của Ban Thường vụ Thị ủy, mục III, đoạn cuối",
    ):  # fmt: skip
        expect(first.get_by_text(text, exact=True)).to_be_visible()
    expect(first.get_by_role("heading")).to_have_text(
        "Báo cáo kết quả về Ban Thường vụ Thị ủy, qua Ban Tuyên giáo Thị ủy"
    )
    # What is folded away has no text on the screen.
    lefts = list(filter(None, shown.locator(".plan-left").all_inner_texts()))
    assert lefts == ["còn 12 ngày", "còn 28 ngày"]


def test_the_last_day_says_today_and_the_day_after_counts_to_next_year(at):
    page = at(2027, 10, 29)
    first = entries(panel(page, "Sắp tới")).first
    expect(first.get_by_text("hôm nay", exact=True)).to_be_visible()
    page = at(2027, 10, 30)
    report = entries(panel(page, "Sắp tới")).filter(has_text="Trước ngày 30/10 hằng năm")
    expect(report.get_by_text("còn 365 ngày", exact=True)).to_be_visible()


def test_what_is_over_is_folded_away_and_says_so(at):
    page = at(2027, 1, 1)
    shown = panel(page, "Sắp tới")
    expect(shown.get_by_text("mốc cuối có ghi năm trong kế hoạch là tháng 11/2025")).to_contain_text(
        "Mốc ấy đã qua"
    )
    expect(shown.get_by_role("heading", name="Làm thường xuyên")).to_have_count(0)
    press(shown.get_by_text("Đã qua: 7 mốc"))
    past = shown.get_by_role("group")
    expect(entries(past)).to_have_count(7)
    for entry in entries(past).all():
        expect(entry.get_by_text("đã qua", exact=True)).to_be_visible()


def test_a_peak_comes_as_long_as_the_plan_runs(at):
    peak = entries(panel(at(2025, 8, 1), "Sắp tới")).filter(has_text="Quốc khánh")
    expect(peak.get_by_text("còn 32 ngày", exact=True)).to_be_visible()
    peak = entries(panel(at(2025, 9, 3), "Cả năm")).filter(has_text="Quốc khánh")
    expect(peak.get_by_text("đã qua", exact=True)).to_be_visible()
    expect(peak.get_by_text("Lần tới")).to_have_count(0)


def test_what_has_changed_since_is_said_above_the_plan(mount, page):
    course = shipped()
    notice = Notice.model_validate(
        {
            "id": "a",
            "date": "2025-07-01",
            "source": "Văn bản thử",
            "says": "Đã đổi tên.",
            "concerns": ["van-ban"],
        }
    )
    mount(PlanExplorer(replace(course, notices={"a": notice}), session="thu"))
    said = page.get_by_text("Từ ngày 01/07/2025: Đã đổi tên. (Văn bản thử)")
    expect(said).to_have_count(0)
    plan_choice(page).select_option("van-ban")
    expect(said).to_be_visible()


def test_a_page_left_open_over_midnight_counts_anew(page, clock, mount, explorer):
    clock.install(time=dt.datetime(2027, 10, 27, 23, 58, tzinfo=VIETNAM))
    mount(explorer)
    first = entries(panel(page, "Sắp tới")).first
    expect(first.get_by_text("còn 2 ngày", exact=True)).to_be_visible()
    clock.fast_forward("05:00")
    expect(first.get_by_text("còn 1 ngày", exact=True)).to_be_visible()


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "Asia/Ho_Chi_Minh"])
def test_the_day_is_that_of_vietnam_on_any_device(browser, explorer, zone):
    context = browser.new_context(timezone_id=zone, viewport=PHONE, has_touch=True)
    page = context.new_page()
    html = widget_page(explorer)
    page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    for moment, words in (
        (dt.datetime(2027, 10, 28, 23, 59, 59, tzinfo=VIETNAM), "còn 1 ngày"),
        (dt.datetime(2027, 10, 29, 0, 0, 1, tzinfo=VIETNAM), "hôm nay"),
    ):
        page.clock.set_fixed_time(moment)
        page.goto(ADDRESS)
        expect(entries(panel(page, "Sắp tới")).first.get_by_text(words, exact=True)).to_be_visible()
    context.close()


def test_the_year_has_twelve_months_and_marks_this_one(at):
    page = at(2026, 11, 25)
    year = panel(page, "Cả năm")
    months = year.locator(".plan-month")
    expect(months).to_have_count(12)
    this = year.locator("[aria-current=date]")
    expect(this).to_have_count(1)
    expect(this.get_by_role("heading", level=3)).to_have_text("Tháng 11 · tháng này")
    titles = entries(months.nth(9)).get_by_role("heading").all_inner_texts()
    assert titles == ["Báo cáo kết quả về Ban Thường vụ Thị ủy, qua Ban Tuyên giáo Thị ủy"]
    expect(months.nth(0).get_by_text("Không có mốc")).to_be_visible()


def test_every_event_of_the_plan_stands_once_in_the_year(at, explorer):
    page = at(2026, 11, 25)
    for plan in explorer.plans:
        plan_choice(page).select_option(plan["id"])
        ids = entries(panel(page, "Cả năm")).evaluate_all("(all) => all.map(({ id }) => id)")
        assert sorted(ids) == sorted(f"lich-{plan['id']}-{event['id']}" for event in plan["events"])


def test_anniversaries_of_2023_are_over_and_have_no_next_time(at):
    page = at(2027, 5, 18)
    plan_choice(page).select_option(label="Huyện ủy Văn Bàn, tỉnh Lào Cai")
    expect(entries(panel(page, "Sắp tới")).first).to_contain_text("Tháng 11 hằng năm")
    peak = entries(panel(page, "Cả năm")).filter(has_text="Ngày sinh Chủ tịch Hồ Chí Minh")
    expect(peak.get_by_text("đã qua", exact=True)).to_be_visible()
    expect(peak.get_by_text("Kế hoạch chỉ nêu dịp này cho năm 2023.")).to_be_visible()
    expect(peak.get_by_text("Lần tới")).to_have_count(0)


def test_choices_are_kept_for_the_next_visit(at):
    page = at(2026, 11, 25)
    plan_choice(page).select_option(label="Huyện ủy Văn Bàn, tỉnh Lào Cai")
    unit_choice(page).select_option(label="Ban Tuyên giáo Huyện ủy")
    page.reload()
    expect(plan_choice(page)).to_have_value("van-ban")
    expect(unit_choice(page)).to_have_value("ban-tuyen-giao")
    plan_choice(page).select_option("thi-uy")
    expect(unit_choice(page)).to_have_value("")
    page.reload()
    plan_choice(page).select_option("van-ban")
    expect(unit_choice(page)).to_have_value("ban-tuyen-giao")


def test_one_organisation_sees_its_tasks_reports_and_dates(at):
    page = at(2027, 10, 17)
    unit_choice(page).select_option(label="Các chi, đảng bộ trực thuộc Thị ủy")
    shown = panel(page, "Ai làm gì")
    expect(shown.get_by_role("heading", level=3)).to_have_text(
        [
            "Các chi, đảng bộ trực thuộc Thị ủy",
            "Triển khai, báo cáo",
            "Phối hợp",
            "Báo cáo phải gửi và thời hạn",
        ]
    )
    expect(shown.get_by_text("Kế hoạch còn ghi là: “Các chi, đảng bộ trực thuộc”.")).to_be_visible()
    assert shown.get_by_role("heading", level=4).all_inner_texts() == [
        "Triển khai, đôn đốc, kiểm tra và báo cáo",
        "Đấu tranh, phản bác các quan điểm sai trái, luận điệu xuyên tạc",
        "Cuộc thi tìm hiểu về chủ đề và nội dung tác phẩm",
        "Định hướng tuyên truyền, theo dõi và tổng hợp",
        "Báo cáo kết quả thực hiện",
    ]
    expect(shown.get_by_text("còn 12 ngày", exact=True)).to_be_visible()
    mine = entries(panel(page, "Sắp tới")).filter(has=page.get_by_text("Đơn vị tôi", exact=True))
    expect(mine).to_have_count(1)
    expect(mine).to_contain_text("Trước ngày 30/10 hằng năm")


def test_an_organisation_reads_what_the_plan_has_it_do(at):
    page = at(2026, 11, 25)
    plan_choice(page).select_option("van-ban")
    unit_choice(page).select_option(label="Phòng Giáo dục - Đào tạo")
    shown = panel(page, "Ai làm gì")
    expect(shown.get_by_role("heading", level=3)).to_have_text(
        ["Phòng Giáo dục - Đào tạo", "Đưa vào chương trình"]
    )
    expect(shown.get_by_text("Chỉ đạo: Ủy ban nhân dân huyện")).to_be_visible()
    # Others are to work with this one: over its own view that is no verb of its own.
    unit_choice(page).select_option(label="Ban Tuyên giáo Huyện ủy")
    expect(shown.get_by_role("heading", name="Nơi khác phối hợp với đơn vị này")).to_be_visible()
    expect(shown.get_by_text("Phối hợp với: Ban Tuyên giáo Huyện ủy")).to_have_count(2)
    expect(shown.get_by_role("heading", name="Phối hợp với", exact=True)).to_have_count(0)
    press_button(page, "Xem mọi đơn vị")
    expect(
        shown.get_by_role("button", name="Phòng Giáo dục - Đào tạo 1 việc đưa vào chương trình")
    ).to_be_visible()


def test_an_organisation_is_chosen_from_the_list_and_left_again(at):
    page = at(2026, 11, 25)
    shown = panel(page, "Ai làm gì")
    press(shown.get_by_role("button", name="Ban Tuyên giáo Thị ủy"))
    expect(shown.get_by_role("heading", name="Ban Tuyên giáo Thị ủy", exact=True)).to_be_focused()
    expect(unit_choice(page)).to_have_value("ban-tuyen-giao")
    expect(
        page.get_by_role("status").filter(has_text="Đang xem việc của: Ban Tuyên giáo Thị ủy.")
    ).to_have_count(1)
    expect(shown.get_by_role("heading", name="Báo cáo nhận về")).to_be_visible()
    expect(shown.get_by_role("heading", name="Mốc kế hoạch giao riêng")).to_be_visible()
    press_button(page, "Xem mọi đơn vị")
    expect(unit_choice(page)).to_have_value("")
    expect(shown.get_by_role("heading", name="Các báo cáo")).to_be_visible()


def test_disagreements_are_listed_and_lead_to_the_entry(at):
    page = at(2026, 11, 25)
    shown = panel(page, "Chỗ chưa thống nhất")
    expect(entries(shown)).to_have_count(1)
    expect(shown.get_by_text("“cho đến lúc sơ kết vào tháng 11/2025”")).to_be_visible()
    press_button(page, "Xem: Hội nghị sơ kết giai đoạn 2023 - 2025")
    expect(tab(page, "Cả năm")).to_have_attribute("aria-selected", "true")
    entry = page.locator("#lich-thi-uy-hoi-nghi-so-ket")
    expect(entry).to_be_focused()
    expect(entry).to_contain_text(
        "Ghi chú: Mục II.4 Kế hoạch của Ban Thường vụ Thị ủy ghi sơ kết vào tháng 11/2025"
    )
    press(tab(page, "Chỗ chưa thống nhất"))
    press_button(page, "Xem: Định hướng tuyên truyền, theo dõi và tổng hợp")
    expect(page.locator("#viec-thi-uy-dinh-huong-tuyen-truyen")).to_be_focused()


def test_an_address_opens_the_entry_in_its_plan_and_changes_no_choice(at):
    page = at(2026, 11, 25)
    unit_choice(page).select_option("ban-tuyen-giao")
    page.evaluate("location.hash = '#bao-cao-van-ban-so-ket-giai-doan'")
    expect(page.locator("#bao-cao-van-ban-so-ket-giai-doan")).to_be_focused()
    expect(plan_choice(page)).to_have_value("van-ban")
    page.goto(f"{ADDRESS}#lich-thi-uy-quoc-khanh")
    expect(page.locator("#lich-thi-uy-quoc-khanh")).to_be_focused()
    page.goto(f"{ADDRESS}#mot-ten-khac")
    page.reload()
    expect(tab(page, "Sắp tới")).to_have_attribute("aria-selected", "true")
    expect(plan_choice(page)).to_have_value("thi-uy")
    expect(unit_choice(page)).to_have_value("ban-tuyen-giao")


def test_a_link_opens_its_plan_beside_one_whose_id_begins_alike(mount, page):
    course = shipped()
    first, second = course.plans.values()
    plans = {
        "xa": first.model_copy(update={"id": "xa"}),
        "xa-hai": second.model_copy(update={"id": "xa-hai"}),
    }
    name = f"viec-xa-hai-{second.duties[0].id}"
    mount(PlanExplorer(replace(course, plans=plans), session="thu"))
    page.evaluate("name => (location.hash = name)", name)
    expect(page.locator(f"#{name}")).to_be_focused()
    expect(plan_choice(page)).to_have_value("xa-hai")


def test_tabs_by_keyboard(at):
    page = at(2026, 11, 25)
    tab(page, "Sắp tới").focus()
    page.evaluate("document.addEventListener('keydown', ({ key }) => { document.body.dataset.heard = key; })")
    for key, name in [
        ("ArrowRight", "Cả năm"), ("ArrowRight", "Ai làm gì"), ("End", "Chỗ chưa thống nhất"),
        ("ArrowRight", "Sắp tới"), ("ArrowLeft", "Chỗ chưa thống nhất"), ("Home", "Sắp tới"),
    ]:  # fmt: skip
        page.keyboard.press(key)
        expect(tab(page, name)).to_be_focused()
        expect(page.get_by_role("tab", selected=True)).to_have_text([name])
        expect(page.get_by_role("tabpanel")).to_have_count(1)
    expect(page.locator("body")).not_to_have_attribute("data-heard", re.compile("."))
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel", name="Sắp tới")).to_be_focused()


@pytest.mark.parametrize("script", REFUSED.values(), ids=REFUSED)
def test_a_browser_that_keeps_nothing_still_works_and_says_so(at, page, script):
    page.add_init_script(script)
    at(2026, 11, 25)
    expect(page.get_by_text(NOT_KEPT)).to_be_hidden()
    plan_choice(page).select_option("van-ban")
    expect(page.get_by_text(NOT_KEPT)).to_be_visible()
    unit_choice(page).select_option(label="Đảng bộ Công an huyện")
    shown = panel(page, "Ai làm gì")
    expect(shown.get_by_role("heading", name="Sinh hoạt chính trị trong toàn lực lượng")).to_be_visible()
    assert download(page)[0] == "lich-van-ban.ics"


def test_spoilt_choices_are_a_fresh_start(at):
    page = at(2026, 11, 25)
    for text in (
        "{",
        "null",
        "[1]",
        '{"plan": 5, "units": "x"}',
        '{"plan": "la", "units": {"thi-uy": "la"}}',
    ):
        page.evaluate("(text) => localStorage.setItem('hoc-tac-pham/lich-cong-tac/lich', text)", text)
        page.reload()
        expect(plan_choice(page)).to_have_value("thi-uy")
        expect(unit_choice(page)).to_have_value("")


@both
@pytest.mark.parametrize("name", TABS)
def test_every_view_of_every_plan_is_in_order(at, explorer, name):
    page = at(2026, 11, 25)
    for plan in explorer.plans:
        plan_choice(page).select_option(plan["id"])
        shown = panel(page, name)
        assert "[object" not in shown.inner_text()
        for fold in shown.locator("summary").all():
            press(fold)
        assert looks.faults(page) == []


def test_what_returns_within_a_year_stands_in_its_months_with_hour_and_place(mount, page, clock):
    plan = load(SMALL).plans["ke-hoach"]
    dates = {
        "Giao ban": {
            "text": "Hằng quý, ngày 15 tháng cuối quý, 14 giờ",
            "every": "quarter",
            "month": 3,
            "day": 15,
        },
        "Họp tổ": {"text": "Ngày 5 hằng tháng", "every": "month", "day": 5},
    }
    dates["Giao ban"]["time"] = "14:00"
    added = [
        {"id": formats.slug(title), "kind": "review", "title": title, "when": when, "location": "Hội trường"}
        for title, when in dates.items()
    ]
    cited = {"source": "nguon", "place": "mục 3"}
    events = [*plan.calendar, *(Event.model_validate(one | cited) for one in added)]
    course = replace(load(SMALL), plans={"ke-hoach": plan.model_copy(update={"calendar": events})})
    clock.set_fixed_time(dt.datetime(2027, 10, 17, 12, tzinfo=VIETNAM))
    mount(PlanExplorer(course, session="thu"))
    meeting = entries(panel(page, "Sắp tới")).filter(has_text="Giao ban")
    for text in ("còn 59 ngày", "Lần tới: Thứ Tư, 15/12/2027, 14 giờ 00", "Địa điểm: Hội trường."):
        expect(meeting.get_by_text(text, exact=True)).to_be_visible()
    year = panel(page, "Cả năm")
    expect(entries(year).filter(has_text="Giao ban")).to_have_count(4)
    expect(year.locator("#lich-ke-hoach-giao-ban")).to_have_count(1)
    expect(year.get_by_role("heading", name="Tháng nào cũng có")).to_be_visible()
    expect(entries(year).filter(has_text="Họp tổ")).to_have_count(1)
    # A plan that lists no organisations has those of its duties.
    unit_choice(page).select_option("Ban thử")
    told = (
        "Kế hoạch không giao mốc riêng cho Ban thử; dưới đây là mốc chung. Việc của đơn vị ở mục “Ai làm gì”."
    )
    expect(panel(page, "Sắp tới").get_by_text(told)).to_be_visible()
    assert "LOCATION:Hội trường" in download(page)[1]


def test_what_the_file_holds_can_be_read_beside_its_button(at) -> None:
    page = at(2026, 3, 1)
    told = page.get_by_text("Mở tệp bằng Google Lịch").bounding_box()
    whole = page.get_by_role("region", name="Lịch và phân công của đợt sinh hoạt").bounding_box()
    assert told["width"] > whole["width"] / 2
    assert told["x"] + told["width"] <= whole["x"] + whole["width"]
