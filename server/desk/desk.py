"""“Bàn báo cáo viên”: a unit's meeting, put together in a live page or in JupyterLab and taken away as files."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path

import ipywidgets

from course import Course, current
from server.desk import making
from server.desk.about import AboutForm
from server.desk.bar import Bar
from server.desk.choosing import Choosing
from server.desk.files import Files
from server.desk.own_form import OwnForm
from server.desk.parts import action, classed, row, said, say, section, shown
from server.publish import shelf
from slides.meeting.catalogue import Item
from slides.meeting.compose import compose
from slides.meeting.errors import MeetingError
from slides.meeting.model import LENGTHS, Chosen, Composition, OwnSlide
from slides.meeting.naming import stem
from slides.meeting.saved import from_file, to_file
from widgets.file_field.file_field import FileField
from widgets.keeper.keeper import NOTHING, Keeper

# Under which the browser keeps what is being put together.
KEPT_AS = "ban-bao-cao-vien"
MISSING = "Chưa có bản chiếu của: {titles}. Bộ tài liệu đang dựng; hãy tải lại trang sau một phút."


class Desk:
    """The desk of a course.

    Parameters
    ----------
    course
        The course; by default the one around the notebook.
    """

    def __init__(self, course: Course | None = None) -> None:
        self.course = course or current()
        served = os.environ.get(shelf.STORE)
        store = Path(served) if served else shelf.store_of(self.course.folder)
        # Where a server runs it makes the decks itself.
        self.found = making.kept(self.course, store, make=not served)
        self.composition = Composition(course=self.course.about.name)
        self.keeper = Keeper(KEPT_AS, self._restored)
        self.about = AboutForm(self._changed)
        self.choosing = Choosing(self.course, self.found.decks, self._changed)
        self.own = OwnForm(self.course, self._check, self._changed)
        self.files = Files(self.course, self.found, self.keeper, lambda: self.composition)
        self.length = ipywidgets.ToggleButtons(
            description="Buổi dài bao lâu", options=[(f"{one} phút", one) for one in LENGTHS], value=45
        )
        self.length.observe(lambda _: self._changed(), "value")
        self.went = said()
        self.bar = Bar(self.course, self.found.decks, self._choose, self._take_back)
        self._setting = False
        self._whole = self._put_together()
        self.bar.show(self.composition)

    def show(self) -> ipywidgets.Widget:
        """Return the desk, to be shown by a cell."""
        return self._whole

    def _put_together(self) -> ipywidgets.Widget:
        missing = [one.title for slug, one in self.course.sessions.items() if slug not in self.found.decks]
        note = [said(MISSING.format(titles="; ".join(missing)), "wrong", "alert")] if missing else []
        parts = [
            self.keeper, *note, self._saving(), self.about.widget,
            section("2. Thời lượng", self.length), self.choosing.widget, self.own.widget, self.files.widget,
            self.bar.widget,
        ]  # fmt: skip
        return classed(ipywidgets.VBox(parts), "kit-desk")

    def _saving(self) -> ipywidgets.Widget:
        hint = "Đang soạn đến đâu, trình duyệt trên máy này giữ đến đó. Muốn mang sang máy khác, hãy lưu thành tệp."
        self._sure = row(
            said("Xóa hết những gì đang soạn?", "wrong"), action("Xóa và làm buổi mới", self._anew),
            action("Giữ lại", lambda: shown(self._sure, when=False)),
        )  # fmt: skip
        shown(self._sure, when=False)
        opening = FileField("Mở tệp đã lưu", ".json,application/json", self._opened)
        anew = action("Làm buổi mới", lambda: shown(self._sure, when=True))
        save = action("Lưu thành tệp", self._save)
        return section(
            "Tệp của buổi này", said(hint, "hint"), row(save, opening, anew), self._sure, self.went
        )

    def _changed(self) -> None:
        """Take over what the parts of the desk say."""
        if self._setting:
            return
        self.composition = self.composition.model_copy(
            update={
                "about": self.about.value, "minutes": self.length.value, "chosen": self.choosing.chosen,
                "own": list(self.own.slides),
            }
        )  # fmt: skip
        self._after_change()

    def _after_change(self) -> None:
        self.keeper.keep(to_file(self.composition).decode("utf-8"))
        self.files.clear()
        self.own.follow(self.choosing.sessions)
        self.bar.show(self.composition)

    def _set(self, composition: Composition) -> None:
        """Show a meeting in all parts of the desk."""
        self._setting = True
        try:
            self.composition = composition
            self.about.show(composition.about)
            self.length.value = composition.minutes
            self.choosing.choose(composition.chosen)
            self.own.show(composition.own)
        finally:
            self._setting = False
        self.bar.forget()
        self._after_change()

    def _restored(self, body: bytes) -> bool:
        if body == NOTHING:
            return True
        try:
            self._set(from_file("Bản giữ trên máy này", body))
        except MeetingError as error:
            say(self.went, str(error), "wrong", "alert")
            return False
        say(self.went, "Đã mở lại nội dung đang soạn trên máy này.", "right")
        return True

    def _opened(self, name: str, body: bytes) -> str:
        composition = from_file(name, body)
        self._set(composition)
        # What was said of the meeting before would stand beside this one.
        say(self.went, "")
        if composition.course != self.course.about.name:
            return (
                f"Đã mở {name}. Tệp soạn từ khóa học khác: mục nào không có ở đây vẫn được để lại trong tệp."
            )
        return f"Đã mở {name}."

    def _save(self) -> None:
        name = f"{stem(self.composition.about, f'{dt.date.today():%Y-%m-%d}')}.json"
        self.keeper.hand_over(name, "application/json", to_file(self.composition))
        say(self.went, f"Đã chuyển {name} cho trình duyệt lưu; tệp thường nằm trong thư mục tải về.", "right")

    def _anew(self) -> None:
        shown(self._sure, when=False)
        self._set(Composition(course=self.course.about.name))
        say(self.went, "Đã làm buổi mới.", "right")

    def _check(self, slide: OwnSlide) -> None:
        """Hold an own slide to what a slide has room for, before it is taken."""
        alone = self.composition.model_copy(update={"chosen": [], "own": [slide]})
        compose(self.course, {}, alone)

    def _choose(self, chosen: Sequence[Chosen]) -> None:
        self.choosing.choose(chosen)
        self._changed()

    def _take_back(self, items: Sequence[tuple[str, Item]]) -> None:
        self.choosing.add(items)
        self._changed()
