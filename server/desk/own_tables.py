"""The part of the form of an own slide that takes a table from a file: its columns, or a chart of its numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import ipywidgets

from course import Course, formats
from server.desk.parts import field, said, say, shown, table
from slides.meeting.errors import MeetingError
from slides.meeting.model import MOST_BARS, MOST_COLUMNS, MOST_ROWS, OwnBar, OwnChart, OwnSlide, OwnTable
from widgets.file_field.file_field import FileField

if TYPE_CHECKING:
    from exchange.tables import Table

_SEEN_ROWS = 6
_SUM = re.compile(r"tổng|cộng", re.IGNORECASE)
SPREADSHEETS = ".csv,.tsv,.txt,.xlsx,.xlsm"


class _Spreadsheet:
    """A file of Excel or CSV, its sheets, and the first rows as they were read."""

    def __init__(self) -> None:
        self.table: Table | None = None
        self._body = ("", b"")
        self.file = FileField("Chọn tệp CSV hoặc Excel", SPREADSHEETS, self._take)
        self.file.observe(self._begin, "busy")
        self._sheet = ipywidgets.Dropdown(description="Trang tính")
        self._sheet.observe(self._sheet_chosen, "value")
        self._seen, self._told = ipywidgets.HTML(), said()
        # Filled anew for every table: in a list that is kept, browsers look for choices that it has no more.
        self.choices = ipywidgets.VBox()
        self.top = ipywidgets.VBox([self.file, self._sheet, self._told, self._seen, self.choices])
        self._empty()

    def clear(self) -> None:
        """Forget the file."""
        self.file.said = ""
        self._empty()

    def _begin(self, change: dict) -> None:
        if change["new"]:
            self._empty()

    def _empty(self) -> None:
        self.table = None
        self._seen.value, self.choices.children = "", ()
        say(self._told, "")
        shown(self._sheet, when=False)

    def _take(self, name: str, body: bytes) -> str:
        found = _read(name, body)
        self._body = (name, body)
        self._sheet.unobserve(self._sheet_chosen, "value")
        self._sheet.options = found.sheets
        self._sheet.value = found.sheet or None
        self._sheet.observe(self._sheet_chosen, "value")
        shown(self._sheet, when=len(found.sheets) > 1)
        self._read(found)
        return f"Đã đọc {name}: {len(found.frame)} dòng, {len(found.frame.columns)} cột."

    def _sheet_chosen(self, change: dict) -> None:
        try:
            self._read(_read(*self._body, change["new"] or ""))
        except ValueError as error:
            say(self._told, str(error), "wrong", "alert")

    def _read(self, found: Table) -> None:
        self.table, self.choices.children = None, ()
        more = [f"… và {len(found.frame) - _SEEN_ROWS} dòng nữa."] if len(found.frame) > _SEEN_ROWS else []
        say(self._told, "\n".join([*found.remarks, *more]), "hint")
        self._seen.value = table(list(found.frame), found.texts()[:_SEEN_ROWS])
        self.offer(found)
        self.table = found

    def offer(self, found: Table) -> None:
        """Show what can be chosen of a table."""
        raise NotImplementedError


def _read(name: str, body: bytes, sheet: str = "") -> Table:
    # Imported here: pandas takes a second, and most meetings have no table.
    from exchange.tables import read_table

    return read_table(name, body, sheet)


class TableData(_Spreadsheet):
    """Columns of a table."""

    def __init__(self) -> None:
        super().__init__()
        self._held: OwnTable | None = None
        self._columns = ipywidgets.SelectMultiple()
        self.widget = self.top

    def offer(self, found: Table) -> None:
        """Offer all columns, and choose the first."""
        names = list(found.frame)
        self._columns = ipywidgets.SelectMultiple(
            description=f"Cột đưa lên trang (nhiều nhất {MOST_COLUMNS}; giữ Ctrl để chọn thêm)",
            options=names, value=names[:MOST_COLUMNS],
        )  # fmt: skip
        self.choices.children = (self._columns,)

    def made(self, common: dict) -> OwnSlide:
        """Return the slide of the chosen columns."""
        if self.table is None:
            if self._held is None:
                raise MeetingError("Bảng", "chưa chọn tệp; hãy chọn tệp CSV hoặc Excel")
            return self._held.model_copy(update=common)
        if not 1 <= len(self._columns.value) <= MOST_COLUMNS:
            raise MeetingError(
                "Cột", f"phải chọn từ 1 đến {MOST_COLUMNS} cột", value=len(self._columns.value)
            )
        places = [list(self.table.frame).index(name) for name in self._columns.value]
        rows = [[line[at][:200] for at in places] for line in self.table.texts()]
        if len(rows) > MOST_ROWS:
            raise MeetingError(
                "Bảng",
                f"nhiều nhất {MOST_ROWS} dòng trên trang chiếu; hãy chép phần cần nêu sang tệp khác",
                value=len(rows),
            )
        return OwnTable(header=[name[:200] for name in self._columns.value], rows=rows, **common)

    def show(self, slide: OwnSlide | None) -> None:
        """Show a slide's table, or none."""
        self.clear()
        self._held = slide if isinstance(slide, OwnTable) else None
        if self._held:
            self._seen.value = table(self._held.header, self._held.rows[:_SEEN_ROWS])


class ChartData(_Spreadsheet):
    """Rows of a column of numbers as bars, and facts of the course beside them."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._held: OwnChart | None = None
        self._label, self._number = ipywidgets.Dropdown(), ipywidgets.Dropdown()
        self._rows = ipywidgets.SelectMultiple()
        self._unit = field("Đơn vị tính", placeholder="đảng viên, buổi, %…")
        facts = [fact for fact in course.facts.values() if not isinstance(fact.value, str)]
        named = [
            (f"{formats.quantity(fact.value, fact.qualifier, fact.unit)} – {fact.label}", fact.id)
            for fact in facts
        ]
        self._facts = ipywidgets.SelectMultiple(
            description="Số trong tài liệu đặt bên cạnh (nếu cần, nhiều nhất 3)", options=named
        )
        self.widget = ipywidgets.VBox([self.top, self._unit, self._facts])

    def offer(self, found: Table) -> None:
        """Offer what may name bars, and what has numbers."""
        if not found.numeric:
            raise MeetingError("Biểu đồ", "không có cột nào toàn số; hãy xem lại tệp, mỗi ô chỉ ghi số")
        texts = [name for name in found.frame if name not in found.numeric] or list(found.frame)
        self._label = ipywidgets.Dropdown(
            description="Cột ghi tên", options=list(found.frame), value=texts[0]
        )
        self._number = ipywidgets.Dropdown(
            description="Cột ghi số", options=found.numeric, value=found.numeric[0]
        )
        self._label.observe(lambda _: self._offer_rows(found), "value")
        self._number.observe(lambda _: self._offer_unit(found), "value")
        self._offer_unit(found)
        self._offer_rows(found)

    def _offer_unit(self, found: Table) -> None:
        self._unit.value = found.units.get(self._number.value, "")

    def _offer_rows(self, found: Table) -> None:
        at = list(found.frame).index(self._label.value)
        named = [line[at] or f"Dòng {place}" for place, line in enumerate(found.texts(), start=1)]
        # A sum beside its parts would make all of them look small.
        parts = [place for place, name in enumerate(named) if not _SUM.match(name)]
        self._rows = ipywidgets.SelectMultiple(
            description=f"Dòng vẽ lên biểu đồ (nhiều nhất {MOST_BARS}; giữ Ctrl để chọn thêm)",
            options=list(zip(named, range(len(named)), strict=True)), value=parts[:MOST_BARS],
        )  # fmt: skip
        self.choices.children = (self._label, self._number, self._rows)

    def made(self, common: dict) -> OwnSlide:
        """Return the slide of the chosen rows."""
        beside = {"unit": self._unit.value.strip(), "facts": list(self._facts.value)}
        if len(self._facts.value) > 3:
            raise MeetingError("Số trong tài liệu", "nhiều nhất 3 số", value=len(self._facts.value))
        if self.table is None:
            if self._held is None:
                raise MeetingError("Biểu đồ", "chưa chọn tệp; hãy chọn tệp CSV hoặc Excel có một cột số")
            return self._held.model_copy(update=common | beside)
        if not 1 <= len(self._rows.value) <= MOST_BARS:
            raise MeetingError("Dòng", f"phải chọn từ 1 đến {MOST_BARS} dòng", value=len(self._rows.value))
        numbers = self.table.frame[self._number.value].tolist()
        names = {place: name for name, place in self._rows.options}
        bars = []
        for place in self._rows.value:
            value = numbers[place]
            if not isinstance(value, Decimal) or value < 0:
                raise MeetingError(
                    f"Dòng “{names[place]}”",
                    "phải có số từ 0 trở lên mới vẽ được; hãy bỏ chọn dòng ấy",
                    value=value,
                )
            bars.append(OwnBar(label=names[place][:200], value=value))
        if not any(bar.value for bar in bars):
            raise MeetingError(
                "Biểu đồ", "mọi dòng đều bằng 0 nên không có gì để vẽ; hãy chọn cột hoặc dòng khác"
            )
        return OwnChart(bars=bars, **beside, **common)

    def show(self, slide: OwnSlide | None) -> None:
        """Show a slide's numbers, or none."""
        self.clear()
        self._held = slide if isinstance(slide, OwnChart) else None
        known = {name for _, name in self._facts.options}
        self._facts.value = [name for name in self._held.facts if name in known] if self._held else ()
        self._unit.value = self._held.unit if self._held else ""
        if self._held:
            self._seen.value = table(
                ["Tên", "Số"], [[bar.label, formats.number(bar.value)] for bar in self._held.bars]
            )
