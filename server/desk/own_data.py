"""The part of the form of an own slide that holds lines or a photograph; see server.desk.own_tables for the others."""

from __future__ import annotations

import ipywidgets

from server.desk.parts import field
from slides.meeting import pictures
from slides.meeting.errors import MeetingError
from slides.meeting.model import OwnPicture, OwnSlide, OwnText, Picture
from widgets.file_field.file_field import FileField


class TextData:
    """Lines of words."""

    def __init__(self) -> None:
        self._lines = field("Các ý, mỗi dòng một ý", lines=True)
        self.widget = ipywidgets.VBox([self._lines])

    def made(self, common: dict) -> OwnSlide:
        """Return the slide of these lines."""
        lines = [line.strip() for line in self._lines.value.splitlines() if line.strip()]
        if not lines:
            raise MeetingError("Các ý", "chưa có chữ nào; hãy viết ít nhất một dòng")
        return OwnText(lines=lines, **common)

    def show(self, slide: OwnSlide | None) -> None:
        """Show a slide's lines, or none."""
        self._lines.value = "\n".join(slide.lines) if isinstance(slide, OwnText) else ""


class PictureData:
    """A photograph and what is seen on it."""

    def __init__(self) -> None:
        self._held: Picture | None = None
        self.file = FileField(
            "Chọn ảnh", "image/jpeg,image/png,image/webp,image/gif", self._take, shrink=True
        )
        self._seen = ipywidgets.HTML()
        self._caption = field("Ảnh chụp gì (chữ dưới ảnh)")
        self.widget = ipywidgets.VBox([self.file, self._seen, self._caption])

    def made(self, common: dict) -> OwnSlide:
        """Return the slide of this photograph."""
        if self._held is None:
            raise MeetingError("Ảnh", "chưa chọn ảnh; hãy chọn một tệp ảnh JPEG hoặc PNG")
        if not (caption := self._caption.value.strip()):
            raise MeetingError("Ảnh chụp gì", "còn trống; hãy viết một câu cho người không nhìn rõ ảnh")
        return OwnPicture(picture=self._held, caption=caption, **common)

    def show(self, slide: OwnSlide | None) -> None:
        """Show a slide's photograph, or none."""
        self._held = slide.picture if isinstance(slide, OwnPicture) else None
        self._caption.value = slide.caption if isinstance(slide, OwnPicture) else ""
        self.file.said = ""
        self._draw()

    def _take(self, name: str, body: bytes) -> str:
        self._held = pictures.photo(name, body)
        self._draw()
        return f"Đã nhận ảnh {name}."

    def _draw(self) -> None:
        held = self._held
        self._seen.value = (
            f'<img src="data:{held.mime};base64,{held.data}" alt="Ảnh đã chọn" style="max-width: 20rem; width: 100%">'
            if held
            else ""
        )
