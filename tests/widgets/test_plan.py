"""A unit's plan in text: every part of it, with notes and sources."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from course import Course
from course.plans import Duty, Event, When
from shown.html import Html
from shown.piece import Piece
from tests.courses import shipped
from widgets.plan import PlanView

PARTS = (
    "basis", "remarks", "aims", "requirements", "contents", "conduct", "materials", "calendar",
    "leads", "duties", "reports", "recipients",
)  # fmt: skip


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture(params=["thi-uy", "van-ban"])
def view(course, request) -> PlanView:
    return PlanView(course, course.plans[request.param])


def html(piece: Piece) -> str:
    return Html().blocks(piece.blocks)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_shown_without_references_left(view, part):
    piece = getattr(view, part)()
    assert piece.markdown or (part == "remarks" and not view.plan.notes)
    assert "{" not in piece.markdown


@pytest.mark.parametrize("part", sorted(set(PARTS) - {"recipients", "remarks"}))
def test_every_part_names_its_source(view, part):
    source = view.course.sources[view.plan.source].short
    assert source in getattr(view, part)().markdown


def test_basis_names_unit_and_documents(course):
    shown = PlanView(course, course.plans["thi-uy"]).basis().markdown
    assert shown.startswith("**Nơi xây dựng kế hoạch:** Ban Thường vụ Thị ủy")
    assert "- Kế hoạch số 143-KH/TU ngày 31/03/2023 của Ban Thường vụ Tỉnh ủy: Triển khai" in shown
    assert "không ghi số, ngày và tên thị xã" in shown


def test_an_issuer_that_is_not_named_is_left_out_of_the_basis(course):
    unnamed = course.documents["kh-143"].model_copy(update={"issuer": None})
    changed = replace(course, documents={**course.documents, "kh-143": unnamed})
    shown = PlanView(changed, course.plans["thi-uy"]).basis().markdown
    assert "- Kế hoạch số 143-KH/TU ngày 31/03/2023: Triển khai" in shown


def test_remarks_show_the_notes_on_the_whole_plan(course):
    shown = PlanView(course, course.plans["van-ban"]).remarks().markdown
    assert shown.startswith("**Ghi chú:** Đoạn mở đầu ghi Huyện ủy Văn Bàn xây dựng kế hoạch")


def test_what_is_told_shorter_has_the_words_of_the_plan_below(view):
    for point in (point for point in view.plan.aims if point.full):
        shown = html(view.aims())
        assert f"<details><summary>Nguyên văn</summary><blockquote><p>“{point.full}”" in shown


@pytest.mark.parametrize("part", ["remarks", "calendar", "duties", "recipients"])
def test_what_is_long_is_folded_away(view, part):
    assert getattr(view, part)().fold


def test_the_calendar_has_a_row_for_each_event(view):
    listed = view.calendar().blocks[0]
    assert len(listed.rows) == len(view.plan.calendar)


def test_what_one_can_search_for_is_a_place(view):
    plan = view.plan
    ids = {
        "calendar": [f"lich-{plan.id}-{event.id}" for event in plan.calendar],
        "duties": [f"viec-{plan.id}-{duty.id}" for duty in plan.duties],
        "reports": [f"bao-cao-{plan.id}-{report.id}" for report in plan.reports],
        "aims": [f"y-{plan.id}-{point.id}" for point in plan.aims],
        "conduct": [f"y-{plan.id}-{point.id}" for point in (*plan.audience, *plan.forms)],
    }
    for part, places in ids.items():
        assert re.findall(r' id="([^"]+)"', html(getattr(view, part)())) == places


def test_a_date_leads_to_its_note_below_the_table(course):
    shown = PlanView(course, course.plans["thi-uy"]).calendar().markdown
    assert "| Tháng 8/2025 | Hội nghị sơ kết giai đoạn 2023 - 2025 (ghi chú 1) |" in shown
    assert "| Tháng 11/2025 | Sơ kết đợt sinh hoạt (ghi chú 1) |" in shown
    assert (
        shown.count("**Ghi chú 1:** Mục II.4 Kế hoạch của Ban Thường vụ Thị ủy ghi sơ kết vào tháng 11/2025")
        == 1
    )


def test_each_note_of_a_table_has_its_own_number(course):
    shown = PlanView(course, course.plans["van-ban"]).calendar().markdown
    (row,) = [row for row in shown.splitlines() if row.startswith("|") and "Cách mạng tháng 10 Nga" in row]
    assert row.startswith(
        "| Ngày 07/11/2023 | Kỷ niệm Ngày Cách mạng tháng 10 Nga thành công (kế hoạch ghi 105 năm)"
    )
    number = row.split("(ghi chú ")[1][0]
    assert f"**Ghi chú {number}:** Kế hoạch của Huyện ủy Văn Bàn ghi 105 năm" in shown


def test_leads_have_one_row_each_with_all_their_tasks(view):
    rows = view.leads().markdown.splitlines()[2:-2]
    assert len(rows) == len({tuple(duty.lead) for duty in view.plan.duties})
    assert all(any(duty.title in row for row in rows) for duty in view.plan.duties)


def test_several_tasks_of_one_lead_are_counted(course):
    shown = PlanView(course, course.plans["van-ban"]).leads().markdown
    assert "| Ủy ban nhân dân huyện | Chỉ đạo: Đưa nội dung tác phẩm vào" in shown
    assert "; Tổ chức: Tuyên truyền trên phương tiện thông tin đại chúng |" in shown
    assert "hủ trì" not in shown
    several = PlanView(course, course.plans["van-ban"].model_copy(update={
        "duties": [duty.model_copy(update={"lead_as": "Làm"}) for duty in course.plans["van-ban"].duties],
    })).leads().markdown  # fmt: skip
    assert "| Ủy ban nhân dân huyện | Làm: (1) Đưa nội dung tác phẩm vào" in several
    assert shown.endswith("mục III.1; mục III.2; mục III.3; mục III.4; mục III.5; mục III.6*")


def test_duties_show_who_works_with_whom_and_when(course):
    shown = PlanView(course, course.plans["thi-uy"]).duties().markdown
    assert "**Chủ trì:** Các đoàn thể chính trị - xã hội thị xã" in shown
    assert "**Phối hợp:** Ban Tuyên giáo Thị ủy; Ủy ban Kiểm tra Thị ủy; các chi, đảng bộ trực thuộc" in shown
    assert "**Thời gian:** Thường xuyên" in shown


def test_whoever_does_not_lead_a_duty_is_said_to_do_what_the_plan_says(course):
    shown = PlanView(course, course.plans["van-ban"]).duties().markdown
    assert "**Chỉ đạo:** Ủy ban nhân dân huyện\n\n**Đưa vào chương trình:** Phòng Giáo dục" in shown
    assert (
        "**Tham mưu:** Ban Tuyên giáo Huyện ủy\n\n**Chỉ đạo:** Ban Chỉ đạo 35 huyện\n\n**Phối hợp với:** Các"
        in shown
    )


def test_recipients_are_folded_away(view):
    piece = view.recipients()
    assert (piece.kind, piece.fold) == ("recipients", "Nơi nhận kế hoạch")


def test_text_of_a_plan_is_shown_as_text(course):
    where = {"source": "van-ban", "place": "mục I"}
    when = When(text="Ngày 1 | 2", every="always")
    event = Event.model_construct(
        id="a", kind="peak", title="<b>Họp</b> | *gấp*", when=when, notes=[], **where
    )
    duty = Duty.model_construct(
        id="b",
        title="# <i>Việc</i>",
        lead=["<u>Ban</u>"],
        partners=[],
        tasks=["- [x](y)"],
        when=None,
        notes=[],
        **where,
    )
    plan = course.plans["van-ban"].model_copy(update={"calendar": [event], "duties": [duty]})
    view = PlanView(course, plan)
    assert "<td>&lt;b&gt;Họp&lt;/b&gt; | *gấp*</td>" in html(view.calendar())
    assert html(view.calendar()).count("<td>") == 3
    duties = html(view.duties())
    assert '<h4 id="viec-van-ban-b"># &lt;i&gt;Việc&lt;/i&gt;</h4>' in duties
    assert "<li>- [x](y)</li>" in duties
