"""The desk without a browser: what its parts make of what is ticked, written and opened, and what it refuses."""

from __future__ import annotations

import io
from pathlib import Path

import ipywidgets
import nbformat
import openpyxl
import pytest

from course import Course, load
from server.desk import making
from server.desk.desk import Desk
from server.live import renderer
from server.publish.site import DESK
from slides.meeting.catalogue import items
from slides.meeting.model import Chosen, OwnChart, OwnPicture, OwnTable, OwnText
from slides.meeting.saved import from_file, to_file
from tests.courses import SMALL
from tests.slides.meeting.samples import decks, shot
from widgets.file_field.file_field import FileField, Parts
from widgets.keeper.keeper import Keeper

COURSE: Course = load(SMALL)
FIRST, SECOND = COURSE.sessions


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    """A desk whose browser has kept nothing."""
    both = {FIRST: decks()["mot"], SECOND: decks()["hai"]}
    monkeypatch.setattr(making, "kept", lambda *_, **__: making.Kept(tmp_path, {}, both))
    made = Desk(COURSE)
    made.keeper._came("", b"")
    return made


def every(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    return [widget, *(one for child in getattr(widget, "children", ()) for one in every(child))]


def named(desk: Desk, words: str, kind: type = ipywidgets.Widget) -> ipywidgets.Widget:
    """Return the first part in sight that is called so."""
    found = [
        one
        for one in in_sight(desk.show())
        if isinstance(one, kind) and words in (getattr(one, "description", ""), getattr(one, "label", ""))
    ]
    assert found, f"there is nothing called {words!r}"
    return found[0]


def in_sight(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    if getattr(getattr(widget, "layout", None), "display", None) == "none":
        return []
    return [widget, *(one for child in getattr(widget, "children", ()) for one in in_sight(child))]


def told(desk: Desk) -> str:
    return " ".join(one.value for one in every(desk.show()) if isinstance(one, ipywidgets.HTML))


def press(desk: Desk, label: str) -> None:
    named(desk, label, ipywidgets.Button).click()


def give(desk: Desk, label: str, name: str, body: bytes) -> FileField:
    field = named(desk, label, FileField)
    field._parts.add({"id": "x", "name": name, "part": 0, "parts": 1}, [body])
    return field


def tick(desk: Desk, at: int) -> None:
    list(desk.choosing._boxes.values())[at].all.value = True


def test_ticks_are_a_meeting_and_say_at_once_what_it_takes(desk: Desk) -> None:
    assert "Chưa chọn nội dung nào." in told(desk)
    tick(desk, 0)
    assert [one.session for one in desk.composition.chosen] == [FIRST]
    assert "Đã chọn 21,5 phút cho buổi 45 phút: còn 23,5 phút." in told(desk)
    assert "Gồm 20 phút nội dung, 1 phút mở đầu, 0,5 phút dẫn vào từng buổi học." in told(desk)
    tick(desk, 1)
    desk.length.value = 30
    assert "thừa 12 phút" in told(desk) and "Gợi ý bỏ 8 mục, 12 phút" in told(desk)
    assert f"Buổi 2. {COURSE.sessions[SECOND].title}: 6 phút" in told(desk)


def test_what_is_advised_goes_the_rest_fits_and_all_of_it_comes_back(desk: Desk) -> None:
    tick(desk, 0), tick(desk, 1)
    desk.length.value = 30
    write(desk, "text", "Việc của ta")
    before = to_file(desk.composition)
    press(desk, "Bỏ theo gợi ý")
    assert "thừa" not in told(desk) and "Đã bỏ 8 mục, 12 phút" in told(desk)
    assert {one.session for one in desk.composition.chosen} == {FIRST, SECOND}
    assert named(desk, "Tiêu đề trang").value == "Việc của ta"
    press(desk, "Lấy lại")
    assert to_file(desk.composition) == before
    assert "Gợi ý bỏ 8 mục" in told(desk)


def test_another_meeting_takes_nothing_back_of_the_one_before(desk: Desk) -> None:
    tick(desk, 0), tick(desk, 1)
    desk.length.value = 30
    press(desk, "Bỏ theo gợi ý")
    press(desk, "Làm buổi mới"), press(desk, "Xóa và làm buổi mới")
    assert not [one for one in in_sight(desk.show()) if getattr(one, "description", "") == "Lấy lại"]


def test_an_own_slide_may_stand_behind_what_is_ticked(desk: Desk) -> None:
    def places() -> list[str]:
        return [value for _, value in named(desk, "Đặt ở đâu").options]

    assert places() == ["begin", "end"]
    tick(desk, 1)
    named(desk, "Đặt ở đâu").value = SECOND
    tick(desk, 0)
    assert (places(), named(desk, "Đặt ở đâu").value) == (["begin", FIRST, SECOND, "end"], SECOND)
    press(desk, "Làm buổi mới"), press(desk, "Xóa và làm buổi mới")
    assert (places(), named(desk, "Đặt ở đâu").value) == (["begin", "end"], "end")


def test_one_item_less(desk: Desk) -> None:
    tick(desk, 0)
    box = desk.choosing._boxes[FIRST]
    box._ticks["bai"].value = False
    assert "bai" not in desk.composition.chosen[0].items
    assert box.all.description.endswith("(đã chọn 15 phút trong 20 phút)")
    for one in box._ticks.values():
        one.value = False
    assert not box.all.value and not desk.composition.chosen


def write(desk: Desk, kind: str, title: str) -> None:
    desk.own._kind.value = kind
    named(desk, "Tiêu đề trang").value = title


def test_own_words(desk: Desk) -> None:
    write(desk, "text", "Việc của ta")
    named(desk, "Các ý, mỗi dòng một ý").value = "Một việc\n\nHai việc"
    press(desk, "Thêm trang")
    assert desk.composition.own == [OwnText(title="Việc của ta", lines=["Một việc", "Hai việc"])]
    assert "Đã nhận trang “Việc của ta”." in told(desk)


@pytest.mark.parametrize(
    ("title", "lines", "sentence"),
    [
        ("", "Một", "Tiêu đề trang: còn trống"), ("Việc", "", "chưa có chữ nào"),
        ("Việc", "dài " * 50, "một dòng dài 50 tiếng"), ("Việc " * 40, "Một", "nhiều nhất 120 ký tự"),
    ],
)  # fmt: skip
def test_own_words_that_are_refused_stay_in_the_form(
    desk: Desk, title: str, lines: str, sentence: str
) -> None:
    write(desk, "text", title)
    named(desk, "Các ý, mỗi dòng một ý").value = lines
    press(desk, "Thêm trang")
    assert sentence in told(desk)
    assert named(desk, "Tiêu đề trang").value == title
    assert not desk.composition.own


def test_a_photograph(desk: Desk) -> None:
    write(desk, "picture", "Ảnh của ta")
    press(desk, "Thêm trang")
    assert "chưa chọn ảnh" in told(desk)
    assert give(desk, "Chọn ảnh", "anh.gif", b"GIF").failed
    assert not give(desk, "Chọn ảnh", "anh.png", shot("PNG")).failed
    press(desk, "Thêm trang")
    assert "Ảnh chụp gì: còn trống" in told(desk)
    named(desk, "Ảnh chụp gì (chữ dưới ảnh)").value = "Chi bộ họp"
    press(desk, "Thêm trang")
    (slide,) = desk.composition.own
    assert isinstance(slide, OwnPicture) and slide.caption == "Chi bộ họp"


CSV = "BÁO CÁO;;\nTổ;Đảng viên;Ghi chú\nTổ một;1.200;tốt\nTổ hai;30;\nTổng cộng;1.230;\n".encode()


def test_columns_of_a_table(desk: Desk) -> None:
    write(desk, "table", "Bảng của ta")
    field = give(desk, "Chọn tệp CSV hoặc Excel", "so-lieu.csv", CSV)
    assert field.said == "Đã đọc so-lieu.csv: 3 dòng, 3 cột."
    chosen = next(one for one in in_sight(desk.own.widget) if isinstance(one, ipywidgets.SelectMultiple))
    chosen.value = ["Tổ", "Đảng viên"]
    press(desk, "Thêm trang")
    (slide,) = desk.composition.own
    assert isinstance(slide, OwnTable)
    assert (slide.header, slide.rows[0]) == (["Tổ", "Đảng viên"], ["Tổ một", "1.200"])


def test_a_chart_leaves_out_the_sum_and_stands_beside_facts(desk: Desk) -> None:
    write(desk, "chart", "Hình của ta")
    give(desk, "Chọn tệp CSV hoặc Excel", "so-lieu.csv", CSV)
    named(desk, "Đơn vị tính").value = "đảng viên"
    facts = [one for one in in_sight(desk.own.widget) if isinstance(one, ipywidgets.SelectMultiple)][-1]
    facts.value = [facts.options[0][1]]
    press(desk, "Thêm trang")
    (slide,) = desk.composition.own
    assert isinstance(slide, OwnChart)
    assert [(bar.label, int(bar.value)) for bar in slide.bars] == [("Tổ một", 1200), ("Tổ hai", 30)]
    assert slide.facts and slide.unit == "đảng viên"


@pytest.mark.parametrize("kind", ["table", "chart"])
def test_no_slide_is_added_while_its_file_is_read(desk: Desk, kind: str) -> None:
    write(desk, kind, "Số liệu")
    field = give(desk, "Chọn tệp CSV hoặc Excel", "so-lieu.csv", CSV)
    press(desk, "Thêm trang")
    assert "Đã nhận trang" in told(desk)
    give(desk, "Chọn tệp CSV hoặc Excel", "so-lieu.csv", CSV)
    assert "Tổ hai" in told(desk)
    field.busy = True
    assert named(desk, "Thêm trang").disabled
    assert "Đã nhận trang" not in told(desk) and "Tổ hai" not in told(desk)
    give(desk, "Chọn tệp CSV hoặc Excel", "khac.csv", "Tên;Số\nMột;5\n".encode())
    assert not named(desk, "Thêm trang").disabled and not field.busy


def test_sheets_of_a_workbook(desk: Desk) -> None:
    book, body = openpyxl.Workbook(), io.BytesIO()
    for name in ("Quý I", "Quý II"):
        sheet = book.create_sheet(name)
        sheet.append(["Tổ", name]), sheet.append(["Một", 5])
    book.save(body)
    write(desk, "chart", "Hình")
    give(desk, "Chọn tệp CSV hoặc Excel", "a.xlsx", body.getvalue())
    named(desk, "Trang tính").value = "Quý II"
    assert "Quý II" in named(desk, "Cột ghi số").options


def test_a_table_that_cannot_be_read_says_why(desk: Desk) -> None:
    write(desk, "chart", "Hình")
    field = give(desk, "Chọn tệp CSV hoặc Excel", "a.csv", "Tên;Số\nMột;nhiều\n".encode())
    assert field.failed and "không có cột nào toàn số" in field.said
    press(desk, "Thêm trang")
    assert "chưa chọn tệp" in told(desk)


def test_own_slides_are_changed_moved_and_taken_out(desk: Desk) -> None:
    for title in ("Một", "Hai"):
        write(desk, "text", title)
        named(desk, "Các ý, mỗi dòng một ý").value = "Ý"
        press(desk, "Thêm trang")
    desk.own._edit(1)
    named(desk, "Tiêu đề trang").value = "Ba"
    press(desk, "Lưu trang này")
    assert [one.title for one in desk.composition.own] == ["Một", "Ba"]
    desk.own._up(1)
    assert [one.title for one in desk.composition.own] == ["Ba", "Một"]
    desk.own._remove(0)
    assert [one.title for one in desk.composition.own] == ["Một"]


def test_a_slide_of_a_file_is_changed_without_the_file(desk: Desk) -> None:
    write(desk, "table", "Bảng")
    give(desk, "Chọn tệp CSV hoặc Excel", "a.csv", CSV)
    press(desk, "Thêm trang")
    rows = desk.composition.own[0].rows
    desk.own._edit(0)
    named(desk, "Tiêu đề trang").value = "Bảng mới"
    press(desk, "Lưu trang này")
    assert (desk.composition.own[0].title, desk.composition.own[0].rows) == ("Bảng mới", rows)


def test_what_is_kept_comes_back_to_a_new_kernel(desk: Desk) -> None:
    tick(desk, 0)
    named(desk, "Đơn vị").value = "Chi bộ Thôn Giữa"
    kept = desk.keeper.kept
    assert from_file("x", kept.encode()) == desk.composition
    other = Desk(COURSE)
    other.keeper._came("", kept.encode())
    assert other.composition == desk.composition
    assert named(other, "Đơn vị").value == "Chi bộ Thôn Giữa"
    assert other.choosing._boxes[FIRST].all.value


def test_what_is_damaged_in_the_browser_is_told_and_put_aside(desk: Desk) -> None:
    other, said = Desk(COURSE), []
    other.keeper.send = lambda content, buffers=None: said.append(content)
    other.keeper._came("", b"hong")
    assert said == [{"do": "begun", "usable": False}]
    assert "không phải tệp buổi báo cáo" in told(other)


def test_nothing_is_kept_before_the_browser_has_told_what_it_has() -> None:
    keeper = Keeper("x", lambda body: True)
    keeper.keep("mới")
    assert keeper.kept == ""
    keeper._came("", b"cu")
    keeper.keep("mới")
    assert keeper.kept == "mới"


def test_a_saved_file_opens_and_a_bad_one_changes_nothing(desk: Desk) -> None:
    tick(desk, 0)
    saved = to_file(desk.composition)
    press(desk, "Làm buổi mới"), press(desk, "Xóa và làm buổi mới")
    assert not desk.composition.chosen
    assert give(desk, "Mở tệp đã lưu", "buoi.json", saved).said == "Đã mở buoi.json."
    assert to_file(desk.composition) == saved
    assert "Đã làm buổi mới." not in desk.went.value
    field = give(desk, "Mở tệp đã lưu", "hong.json", saved[:-9])
    assert field.failed and "hong.json: không phải tệp buổi báo cáo" in field.said
    assert to_file(desk.composition) == saved


def test_items_that_this_course_does_not_have_stay_in_the_file(desk: Desk) -> None:
    strange = desk.composition.model_copy(
        update={"chosen": [Chosen(session="la", items=["x"]), Chosen(session=FIRST, items=["bai", "y"])]}
    )
    give(desk, "Mở tệp đã lưu", "buoi.json", to_file(strange))
    assert "2 mục đã chọn trước đây nay không còn" in told(desk)
    desk.length.value = 60
    assert [(one.session, one.items) for one in desk.composition.chosen] == [
        (FIRST, ["bai", "y"]),
        ("la", ["x"]),
    ]


def test_words_are_never_html(desk: Desk) -> None:
    write(desk, "text", "<b>Đậm</b>")
    named(desk, "Các ý, mỗi dòng một ý").value = "Ý"
    press(desk, "Thêm trang")
    assert "&lt;b&gt;Đậm" in told(desk) and "<b>Đậm" not in told(desk)


def test_a_session_without_a_deck_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(making, "kept", lambda *_, **__: making.Kept(tmp_path, {}, {}))
    assert f"Chưa có bản chiếu của: {COURSE.sessions[FIRST].title}" in told(Desk(COURSE))


def test_parts_of_a_file_come_in_their_order_or_not_at_all() -> None:
    came = []
    parts = Parts(lambda name, body: came.append((name, body)))
    for part, text in enumerate((b"mot", b"hai")):
        parts.add({"id": "a", "name": "tep", "part": part, "parts": 2}, [text])
    parts.add({"id": "b", "name": "sau", "part": 1, "parts": 2}, [b"x"])
    parts.add({"id": "c", "name": "dut", "part": 0, "parts": 3}, [b"x"])
    parts.add({"id": "c", "name": "dut", "part": 2, "parts": 3}, [b"x"])
    assert came == [("tep", b"mothai")]


def test_the_notebook_is_clean_and_of_no_course() -> None:
    notebook = nbformat.read(renderer.DESK_FOLDER / DESK.notebook, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert [cell.source for cell in code] == ["from server.desk.desk import Desk", "Desk().show()"]


def test_every_item_has_a_tick_of_its_own(desk: Desk) -> None:
    tick(desk, 0)
    assert list(desk.choosing._boxes[FIRST]._ticks) == [item.id for item in items(decks()["mot"])]
