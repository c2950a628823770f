"""The part of the desk for the unit's own slides: a list of them, and a form for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Protocol

import ipywidgets
from pydantic import ValidationError

from course import Course
from course.kit_error import KitError
from server.desk.own_data import PictureData, TextData
from server.desk.own_tables import ChartData, TableData
from server.desk.parts import action, classed, field, minutes, row, said, say, section, shown
from slides.meeting.errors import MeetingError
from slides.meeting.model import BEGIN, END, MOST_OWN, OwnSlide

_KINDS = {"text": "Chữ", "picture": "Ảnh", "table": "Bảng", "chart": "Biểu đồ"}
_PLACES = [("Ngay sau trang mở đầu", BEGIN), ("Cuối buổi", END)]
# What takes a second or two to load, and is loaded while the reader writes a title and looks for the file.
_LOADED = {"table": ["exchange.tables"], "chart": ["exchange.tables", "charts.beside"]}
_MINUTES = [half / 2 for half in range(1, 31)]


class _Data(Protocol):
    widget: ipywidgets.Widget

    def made(self, common: dict) -> OwnSlide: ...

    def show(self, slide: OwnSlide | None) -> None: ...


class OwnForm:
    """Own slides in their order, to be added, changed, moved and taken out.

    Parameters
    ----------
    course
        Whose sessions they may follow, and whose facts may stand beside a chart.
    check
        Called with a slide before it is taken; raises what keeps it from being shown.
    changed
        Called when the slides have changed.
    """

    def __init__(
        self, course: Course, check: Callable[[OwnSlide], None], changed: Callable[[], None]
    ) -> None:
        self.slides: list[OwnSlide] = []
        self._check, self._changed, self._edited = check, changed, -1
        picture, table, chart = PictureData(), TableData(), ChartData(course)
        self._data: dict[str, _Data] = {
            "text": TextData(), "picture": picture, "table": table, "chart": chart,
        }  # fmt: skip
        for file in (picture.file, table.file, chart.file):
            file.observe(self._reading, "busy")
        self._kind = ipywidgets.ToggleButtons(
            description="Loại trang", options=[(name, kind) for kind, name in _KINDS.items()]
        )
        self._kind.observe(lambda change: self._chosen(change["new"]), "value")
        self._sessions = course.sessions
        self._title = field("Tiêu đề trang")
        self._where = ipywidgets.Dropdown(description="Đặt ở đâu", options=_PLACES, value=END)
        self._minutes = ipywidgets.Dropdown(
            description="Thời gian", options=[(minutes(one), one) for one in _MINUTES], value=1.0
        )
        self._notes = field("Lời dẫn (chỉ báo cáo viên thấy)", lines=True)
        self._take, self._told = action("Thêm trang", self._taken, primary=True), said()
        self._cancel = action("Thôi sửa", lambda: self._open(None))
        self._list = ipywidgets.VBox()
        form = [
            self._kind, self._title, *(data.widget for data in self._data.values()), self._where, self._minutes,
            self._notes, row(self._take, self._cancel), self._told,
        ]  # fmt: skip
        hint = "Trang ở đây mang nhãn “Của đơn vị” trên mọi bản, tách khỏi nội dung của tài liệu."
        self.widget = section(
            "4. Trang của đơn vị",
            said(hint, "hint"),
            self._list,
            classed(ipywidgets.VBox(form), "kit-desk-form"),
        )
        self._open(None)

    def follow(self, sessions: Sequence[str]) -> None:
        """Offer places behind these sessions; a slide of another one stands at the end."""
        begin, end = _PLACES
        places = [begin, *((f"Sau nội dung: {self._sessions[slug].title}", slug) for slug in sessions), end]
        if places != list(self._where.options):
            before = self._where.value
            self._where.options = places
            self._where.value = before if before in sessions or before == BEGIN else END

    def show(self, slides: Sequence[OwnSlide]) -> None:
        """Show these slides, without telling of it."""
        self.slides = list(slides)
        self._open(None)
        self._draw()

    def _open(self, slide: OwnSlide | None) -> None:
        """Fill the form with a slide, or empty it."""
        if slide is None:
            self._edited = -1
        kind = slide.kind if slide else self._kind.value
        self._kind.value, self._kind.disabled = kind, slide is not None
        for name, data in self._data.items():
            data.show(slide if name == kind else None)
        self._title.value, self._notes.value = (slide.title, slide.notes) if slide else ("", "")
        known = {value for _, value in self._where.options}
        self._where.value = slide.where if slide and slide.where in known else END
        self._minutes.value = slide.minutes if slide and slide.minutes in _MINUTES else 1.0
        self._take.description = "Lưu trang này" if slide else "Thêm trang"
        shown(self._cancel, when=slide is not None)
        self._show_kind(kind)
        say(self._told, "")

    def _reading(self, change: dict) -> None:
        """Let no slide be added as long as its file is not read."""
        self._take.disabled = change["new"]
        if change["new"]:
            say(self._told, "")

    def _chosen(self, kind: str) -> None:
        """Show the part of the form for a kind, without what was said of the slide before."""
        say(self._told, "")
        self._show_kind(kind)
        for module in _LOADED.get(kind, ()):
            import_module(module)

    def _show_kind(self, kind: str) -> None:
        for name, data in self._data.items():
            shown(data.widget, when=name == kind)

    def _taken(self) -> None:
        try:
            slide = self._made()
            self._check(slide)
        except KitError as error:
            say(self._told, str(error), "wrong", "alert")
            return
        except ValidationError as error:
            place = error.errors()[0]["loc"]
            say(self._told, f"Mục {place[-1] if place else ''} không đúng; hãy xem lại.", "wrong", "alert")
            return
        if self._edited >= 0:
            self.slides[self._edited] = slide
        else:
            self.slides.append(slide)
        self._open(None)
        self._draw()
        say(self._told, f"Đã nhận trang “{slide.title}”.", "right")
        self._changed()

    def _made(self) -> OwnSlide:
        if not (title := " ".join(self._title.value.split())):
            raise MeetingError("Tiêu đề trang", "còn trống; hãy viết tiêu đề")
        if len(title) > 120:
            raise MeetingError("Tiêu đề trang", "nhiều nhất 120 ký tự", value=title)
        if self._edited < 0 and len(self.slides) >= MOST_OWN:
            raise MeetingError("Trang của đơn vị", f"nhiều nhất {MOST_OWN} trang; hãy xóa bớt một trang")
        common = {
            "title": title, "minutes": self._minutes.value, "notes": self._notes.value[:2000].strip(),
            "where": self._where.value,
        }  # fmt: skip
        return self._data[self._kind.value].made(common)

    def _draw(self) -> None:
        self._list.children = [self._line(at, slide) for at, slide in enumerate(self.slides)]

    def _line(self, at: int, slide: OwnSlide) -> ipywidgets.Widget:
        words = said(f"{at + 1}. {slide.title} ({_KINDS[slide.kind].lower()}, {minutes(slide.minutes)})")
        acts = [("Sửa", self._edit), ("Lên", self._up), ("Xóa", self._remove)]
        made = []
        for label, act in acts if at else [acts[0], acts[2]]:
            button = action(label, partial(act, at))
            button.tooltip = f"{label}: {slide.title}"
            made.append(button)
        return row(words, *made)

    def _edit(self, at: int) -> None:
        self._open(self.slides[at])
        self._edited = at
        say(self._told, f"Đang sửa trang “{self.slides[at].title}”.", "hint")

    def _up(self, at: int) -> None:
        self.slides[at - 1 : at + 1] = reversed(self.slides[at - 1 : at + 1])
        self._open(None)
        self._draw()
        self._changed()

    def _remove(self, at: int) -> None:
        gone = self.slides.pop(at)
        self._open(None)
        self._draw()
        say(self._told, f"Đã xóa trang “{gone.title}”.", "hint")
        self._changed()
