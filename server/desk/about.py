"""The part of the desk in which the unit says whose meeting it is, when and where, and who speaks."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from server.desk.parts import action, field, row, section, shown
from slides.meeting import pictures
from slides.meeting.compose import TITLE
from slides.meeting.model import About, Picture
from widgets.file_field.file_field import FileField

_FIELDS = {
    "title": ("Tên buổi sinh hoạt", TITLE), "unit": ("Đơn vị", "Chi bộ …"), "date": ("Ngày", "ngày …/…/…"),
    "place": ("Địa điểm", "Nhà văn hóa …"), "speaker": ("Báo cáo viên", "Đồng chí …"),
}  # fmt: skip


class AboutForm:
    """Fields of the cover.

    Parameters
    ----------
    changed
        Called when one has changed.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._logo: Picture | None = None
        self._fields = {name: field(label, placeholder=hint) for name, (label, hint) in _FIELDS.items()}
        for one in self._fields.values():
            one.observe(lambda _: changed(), "value")
        self._file = FileField(
            "Chọn biểu trưng (tệp ảnh)", "image/png,image/jpeg,image/webp", self._take, shrink=True
        )
        self._seen = ipywidgets.HTML()
        self._without = action("Bỏ biểu trưng", self._forget)
        self.widget = section(
            "1. Buổi sinh hoạt", *self._fields.values(), row(self._file, self._seen, self._without)
        )
        self._draw()

    @property
    def value(self) -> About:
        """What the fields say."""
        said = {name: " ".join(one.value.split())[:200] for name, one in self._fields.items()}
        return About(**said, logo=self._logo)

    def show(self, about: About) -> None:
        """Show what a meeting says of itself."""
        for name, one in self._fields.items():
            one.value = getattr(about, name)
        self._logo = about.logo
        self._draw()

    def _take(self, name: str, body: bytes) -> str:
        self._logo = pictures.logo(name, body)
        self._draw()
        self._changed()
        return f"Đã nhận {name}."

    def _forget(self) -> None:
        self._logo, self._file.said = None, ""
        self._draw()
        self._changed()

    def _draw(self) -> None:
        held = self._logo
        shown(self._without, when=held is not None)
        self._seen.value = (
            f'<img src="data:{held.mime};base64,{held.data}" alt="Biểu trưng đã chọn" style="height: 4rem">'
            if held
            else ""
        )
