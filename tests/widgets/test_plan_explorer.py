"""One unit's year in Python: what it gives to the browser, what it refuses, how it reads on paper."""

from __future__ import annotations

import re
from dataclasses import asdict, replace

import pytest

from course import ContentError, Course, load
from course.plans import Notice
from exchange.calendar import calendar_file
from tests.courses import SMALL, shipped
from widgets.lesson import Lesson
from widgets.plan import PlanView
from widgets.plan_explorer.plan_explorer import PlanExplorer
from widgets.plan_explorer.plan_values import plain_plan
from widgets.tools import Tools


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture(scope="module")
def shown(course) -> PlanExplorer:
    return PlanExplorer(course, session="lich-cong-tac")


@pytest.fixture(scope="module")
def plans(shown) -> dict[str, dict]:
    return {plan["id"]: plan for plan in shown.plans}


def entry(plan: dict, kind: str, name: str) -> dict:
    (found,) = [one for one in plan[kind] if one["id"] == name]
    return found


def test_both_plans_are_shown_with_their_files(course, plans):
    assert list(plans) == ["thi-uy", "van-ban"]
    for name, plan in plans.items():
        assert plan["calendar"] == asdict(calendar_file(plain_plan(course, course.plans[name])))


def test_every_entry_cites_source_and_place(course, plans):
    for plan in plans.values():
        source = course.sources[course.plans[plan["id"]].source].short
        for kind in ("events", "duties", "reports", "organisations", "conflicts"):
            assert plan[kind], kind
            assert all(re.match(rf"{re.escape(source)}, \S", one["cite"]) for one in plan[kind])


def test_no_reference_is_left(shown):
    assert not re.search(r"\{[a-z]+:|None", shown.as_markdown())
    assert "{fact" not in str(shown.plans)


def test_an_event_tells_who_reports_to_whom(plans):
    event = entry(plans["thi-uy"], "events", "bao-cao-thi-uy")
    assert event["by"] == "Các chi, đảng bộ trực thuộc Thị ủy; các cơ quan, đơn vị liên quan"
    assert event["to"] == "Ban Thường vụ Thị ủy (qua Ban Tuyên giáo Thị ủy)"
    assert event["owners"] == ["chi-dang-bo-truc-thuoc", "co-quan-lien-quan"]


def test_two_forms_of_one_name_are_one_organisation(plans):
    cells = entry(plans["thi-uy"], "organisations", "chi-dang-bo-truc-thuoc")
    assert cells["name"] == "Các chi, đảng bộ trực thuộc Thị ủy"
    assert cells["forms"] == ["Các chi, đảng bộ trực thuộc"]
    for name in ("dau-tranh-phan-bac", "to-chuc-cuoc-thi", "dinh-huong-tuyen-truyen"):
        assert "chi-dang-bo-truc-thuoc" in with_role(entry(plans["thi-uy"], "duties", name), "Phối hợp")


def test_a_name_that_joins_two_organisations_stands_under_both(plans):
    (role,) = entry(plans["thi-uy"], "duties", "co-so-to-chuc")["roles"]
    assert role["who"] == ["chi-dang-bo-co-so", "mat-tran", "doan-the"]
    assert with_role(entry(plans["thi-uy"], "duties", "to-chuc-cuoc-thi"), "Chủ trì") == ["doan-the"]


def with_role(duty: dict, role: str) -> list[str]:
    return next(one["who"] for one in duty["roles"] if one["role"] == role)


def test_a_plan_is_told_in_its_own_verbs(course, plans):
    said = {
        name: {role["role"] for duty in plan["duties"] for role in duty["roles"]}
        for name, plan in plans.items()
    }
    assert "Chủ trì" in said["thi-uy"] and "Chủ trì" not in said["van-ban"]
    duty = entry(plans["van-ban"], "duties", "phan-bac-luan-dieu")
    assert [(role["role"], role["words"]) for role in duty["roles"]] == [
        ("Tham mưu", "Ban Tuyên giáo Huyện ủy"), ("Chỉ đạo", "Ban Chỉ đạo 35 huyện"),
        ("Phối hợp với", "Các cơ quan liên quan"),
    ]  # fmt: skip
    assert with_role(entry(plans["van-ban"], "duties", "chuyen-trang"), "Nêu dưới mục") == ["uy-ban-nhan-dan"]


def test_every_name_of_a_duty_has_its_organisation(course):
    for plan in course.plans.values():
        named = {name for duty in plan.duties for name in [*duty.lead, *duty.partners]}
        named |= {name for duty in plan.duties for role in duty.others for name in role.who}
        assert named == {name for unit in plan.organisations for name in unit.names}


def test_every_report_that_has_a_date_stands_in_the_calendar(course):
    for plan in course.plans.values():
        due = {event.report: event.when for event in plan.calendar if event.report}
        dated = {report.id: report.when for report in plan.reports if report.when.month}
        assert {name: when.model_dump() for name, when in due.items()} == {
            name: when.model_dump() for name, when in dated.items()
        }


def test_every_report_has_somebody_who_makes_it_and_somebody_who_gets_it(course):
    for plan in course.plans.values():
        reports = {report.id for report in plan.reports}
        # Who puts the reports together for those above is not said by the plans.
        unsaid = {report.id for report in plan.reports if "không ghi rõ ai" in report.by}
        assert unsaid == {"tong-hop-len-tinh" if plan.id == "thi-uy" else "tong-hop"}
        assert {name for unit in plan.organisations for name in unit.reports} == reports - unsaid
        assert {name for unit in plan.organisations for name in unit.receives} == reports
        for unit in plan.organisations:
            made = [report.by for report in plan.reports if report.id in unit.reports]
            forms = [form.lower() for form in (unit.name, *unit.names)]
            assert all(any(form in by.lower() for form in forms) for by in made), unit.id


def test_anniversaries_of_one_year_say_so_and_yearly_peaks_do_not(plans):
    told = "Kế hoạch chỉ nêu dịp này cho năm 2023."
    peaks = [event for event in plans["van-ban"]["events"] if event["kind"] == "peak"]
    assert [event["remarks"][-1] for event in peaks] == [told] * 6
    assert all(told not in event["remarks"] for event in plans["thi-uy"]["events"])


def test_yearly_deadlines_go_on_and_peaks_end_with_the_plan(plans):
    until = {event["id"]: event["when"]["until"] for event in plans["thi-uy"]["events"]}
    assert {name for name, day in until.items() if day} == {
        "thuong-xuyen", "sinh-hoat-hang-thang", "ngay-sinh-bac", "quoc-khanh",
    }  # fmt: skip
    assert until["quoc-khanh"] == plans["thi-uy"]["end"] == "2025-11-30"
    remarks = entry(plans["thi-uy"], "events", "bao-cao-thi-uy")["remarks"]
    assert remarks == ["Kế hoạch ghi mốc này hằng năm, không ghi năm cuối."]
    assert plans["van-ban"]["timing"] == (
        "Kế hoạch lập năm 2023 (bộ tài liệu suy từ các mốc trong kế hoạch); "
        "mốc cuối có ghi năm trong kế hoạch là tháng 10/2025 (mục III.6)."
    )
    remarks = entry(plans["thi-uy"], "events", "ngay-sinh-bac")["remarks"]
    assert remarks[-1] == "Bộ tài liệu tính mốc này đến tháng 11/2025, mốc cuối có ghi năm trong kế hoạch."


def test_a_unit_may_keep_a_date_up(course):
    plan = course.plans["thi-uy"]
    kept = [event.model_copy(update={"continues": event.id == "quoc-khanh"}) for event in plan.calendar]
    told = plain_plan(course, plan.model_copy(update={"calendar": kept}))
    assert entry(told, "events", "quoc-khanh")["when"]["until"] == ""
    remarks = entry(told, "events", "quoc-khanh")["remarks"]
    assert "Đơn vị vẫn giữ mốc này sau mốc cuối có ghi năm trong kế hoạch." in remarks


def test_what_has_changed_since_is_said_with_what_it_concerns(course):
    given = {"date": "2025-07-01", "source": "Văn bản thử số 1", "says": "Đã đổi tên."}
    notices = {
        name: Notice.model_validate({"id": name, "concerns": [concerns], **given})
        for name, concerns in (("a", "thi-uy"), ("b", "thi-uy/ban-tuyen-giao"), ("c", "kl-21"))
    }
    changed = replace(course, notices=notices)
    told = plain_plan(changed, course.plans["thi-uy"])
    assert told["notices"] == [{"date": "01/07/2025", "says": "Đã đổi tên.", "source": "Văn bản thử số 1"}]
    assert entry(told, "organisations", "ban-tuyen-giao")["notices"] == told["notices"]
    assert plain_plan(changed, course.plans["van-ban"])["notices"] == []
    shown = "**Từ ngày 01/07/2025:** Đã đổi tên. (Văn bản thử số 1)"
    assert PlanView(changed, course.plans["thi-uy"]).basis().markdown.count(shown) == 2
    assert Lesson("ke-hoach", changed).documents().markdown.count(shown) == 1


def test_disagreements_lead_to_what_they_concern(plans):
    (conflict,) = plans["thi-uy"]["conflicts"]
    assert conflict["reads"][0] == "cho đến lúc sơ kết vào tháng 11/2025"
    assert [one["anchor"] for one in conflict["at"]] == [
        "lich-thi-uy-thuong-xuyen", "lich-thi-uy-hoi-nghi-so-ket", "lich-thi-uy-so-ket",
        "viec-thi-uy-dinh-huong-tuyen-truyen",
    ]  # fmt: skip
    assert {one["id"] for one in plans["van-ban"]["conflicts"]} >= {"cach-mang-nga", "ngay-qd-37"}


def test_a_plan_begins_with_the_document_that_it_carries_out(plans):
    assert plans["thi-uy"]["begin"] == "2023-03-31"
    assert plans["van-ban"]["begin"] == "2023-04-25"


def test_a_plan_without_organisations_still_says_who_leads():
    course = load(SMALL)
    (duty,) = plain_plan(course, course.plans["ke-hoach"])["duties"]
    assert duty["roles"] == [{"role": "Thực hiện", "seen": "Thực hiện", "who": [], "words": "Ban thử"}]


def test_without_plans_or_name_there_is_nothing_to_show(course):
    with pytest.raises(ContentError, match=r"PlanExplorer: plans: must hold at least one plan, got \[\]"):
        PlanExplorer(replace(course, plans={}), session="lich")
    with pytest.raises(ContentError, match=r"PlanExplorer: session: must be the slug of a page, got ''"):
        PlanExplorer(course, session="")


def test_paper_holds_the_year_in_its_order(shown):
    paper = shown.as_markdown()
    assert paper.startswith(
        "### Lịch và phân công của đợt sinh hoạt\n\n#### Ban Thường vụ Thị ủy\n\nKế hoạch lập năm 2023 ("
    )
    rows = [row.split(" | ")[:2] for row in paper.split("#### Huyện ủy Văn Bàn")[1].splitlines()[6:20]]
    assert [f"{month[2:]}: {when}" for month, when in rows] == [
        "Tháng 5: Trước ngày 19/05/2023", "Tháng 5: Ngày 19/05/2023", "Tháng 6: Ngày 11/06/2023",
        "Tháng 9: Ngày 02/09/2023", "Tháng 9: Ngày 23/09/2023", "Tháng 10: Ngày 01/10/2023",
        "Tháng 10: Tháng 10/2025", "Tháng 11: Ngày 07/11/2023", "Tháng 11: Tháng 11 hằng năm",
        "Cả năm: Thường xuyên", "Cả năm: Hằng tháng", "Cả năm: Hằng tháng, hằng quý",
        "Cả năm: Năm 2023", "Cả năm: Năm 2023",
    ]  # fmt: skip


def test_paper_holds_everything(shown):
    paper = " ".join(shown.as_markdown().split())
    for plan in shown.plans:
        for one in [*plan["events"], *plan["duties"], *plan["reports"]]:
            said = [one["title"], *one["notes"], *one.get("tasks", []), *one.get("remarks", [])]
            assert [text for text in said if " ".join(text.split()) not in paper] == []
        assert all(conflict["note"] in paper for conflict in plan["conflicts"])


def test_the_tool_shows_it():
    shown = Tools("lich-cong-tac").plans()
    assert isinstance(shown, PlanExplorer)
    assert (shown.session, shown.key) == ("lich-cong-tac", "lich")
