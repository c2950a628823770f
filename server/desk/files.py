"""The part of the desk that shows the meeting's slides and hands its files over."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial
from html import escape

import ipywidgets

from course import Course
from course.kit_error import KitError
from server.desk import making
from server.desk.parts import action, row, said, say, section
from server.publish.meeting_files import FILES, PREVIEW
from server.publish.packed import kind_of
from slides.meeting.catalogue import on_screen
from slides.meeting.model import Composition
from slides.meeting.naming import file_name
from widgets.keeper.keeper import Keeper


class Files:
    """Buttons for a look at the slides and for each file.

    Parameters
    ----------
    course, found
        The course and its decks.
    keeper
        Hands files over.
    composition
        Gives the meeting as it is.
    """

    def __init__(
        self, course: Course, found: making.Kept, keeper: Keeper, composition: Callable[[], Composition]
    ) -> None:
        self._course, self._found, self._keeper, self._composition = course, found, keeper, composition
        self._told, self._seen = said(), ipywidgets.HTML()
        look = action("Xem trước", self._look, primary=True)
        take = [action(label, partial(self._take, [name])) for name, label in FILES.items()]
        whole = action("Tạo tất cả các tệp", partial(self._take, list(FILES)))
        hint = (
            "Bản chiếu là một tệp: bấm đúp là mở bằng trình duyệt, không cần mạng; phím S mở cửa sổ người nói. "
            "Tệp tải về chỉ nằm trên máy này; máy chủ không giữ gì."
        )
        self.widget = section(
            "5. Xem trước và tạo tệp", row(look), self._told, row(*take, whole), said(hint, "hint"), self._seen,
        )  # fmt: skip

    def clear(self) -> None:
        """Take out of sight what shows the meeting as it was."""
        say(self._told, "")
        if self._seen.value:
            self._seen.value = ""
            say(self._told, "Nội dung đã thay đổi; bấm “Xem trước” để xem lại.", "hint")

    def _look(self) -> None:
        made = self._made([PREVIEW], "Đang dựng các trang để xem…")
        if made:
            shown = enumerate(made.values(), start=1)
            self._seen.value = f'<ol class="kit-desk-preview">{"".join(_picture(*one) for one in shown)}</ol>'
            say(self._told, _pages(len(made), on_screen(self._found.decks, self._composition())), "right")

    def _take(self, names: list[str]) -> None:
        about = self._composition().about
        made = self._made(names, "Đang tạo tệp…")
        called = {file_name(about, name): body for name, body in made.items()}
        for name, body in called.items():
            self._keeper.hand_over(name, kind_of(name), body)
        if called:
            say(
                self._told,
                f"Đã tạo: {', '.join(called)}. Tệp nằm trong thư mục tải về của trình duyệt.",
                "right",
            )

    def _made(self, names: list[str], waiting: str) -> dict[str, bytes]:
        say(self._told, waiting, "hint")
        self._keeper.busy = True
        try:
            return making.files(self._course, self._found, self._composition(), names)
        except KitError as error:
            say(self._told, error.told(), "wrong", "alert")
            return {}
        finally:
            self._keeper.busy = False


def _pages(count: int, on_screen: int) -> str:
    """Return how many pages there are to see, and what of the meeting is not among them."""
    more = f" Bản chiếu HTML có thêm {on_screen} trang chỉ xem được trên màn hình." if on_screen else ""
    return f"{count} trang, như bản chiếu PDF: sau mỗi câu hỏi là trang đáp án.{more}"


def _picture(number: int, body: bytes) -> str:
    data = base64.b64encode(body).decode("ascii")
    return f'<li><img alt="{escape(f"Trang {number}")}" src="data:image/png;base64,{data}"></li>'
