"""Workbooks of Excel: the values that it has stored, never a formula worked out here."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exchange.cells import Share
from exchange.grid import Area, Grid, Raw
from exchange.table_error import TableError

# A table of a unit has some kilobytes; what unpacks to more than this is none.
_UNPACKED = 40 * 2**20
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE = "hãy mở tệp bằng Excel rồi lưu thành “Excel Workbook (*.xlsx)”, không đặt mật khẩu"


def is_workbook(body: bytes) -> bool:
    """Tell whether a file's beginning is that of a workbook, new or old."""
    return body.startswith((b"PK", _OLD))


def read_workbook(name: str, body: bytes, sheet: str, most: tuple[int, int]) -> Grid:
    """Return the cells of one sheet.

    Parameters
    ----------
    name, body
        The file.
    sheet
        Which one; the first that is visible and has cells, when empty.
    most
        Rows and columns that a sheet may have.

    Raises
    ------
    TableError
        When it is of an older form, has a password, is damaged or too large; when a formula has no value stored, or
        one that is an error.
    """
    if body.startswith(_OLD):
        raise TableError(name, f"là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu; {_SAVE}")
    values, formulas = (_opened(name, body, values=only) for only in (True, False))
    visible = [one for one in values.worksheets if one.sheet_state == "visible" and _filled(one)]
    if not visible:
        raise TableError(name, "không có trang tính nào có dữ liệu; hãy chọn tệp khác")
    chosen = next((one for one in visible if one.title == sheet), None if sheet else visible[0])
    if chosen is None:
        raise TableError(
            name, f"không có trang tính “{sheet}”; có: {', '.join(one.title for one in visible)}"
        )
    if chosen.max_row > most[0] or chosen.max_column > most[1]:
        raise TableError(
            name, f"trang tính “{chosen.title}” quá lớn ({chosen.max_row} dòng, {chosen.max_column} cột): nhiều "
            f"nhất {most[0]} dòng và {most[1]} cột; hãy chép phần cần dùng sang tệp mới",
        )  # fmt: skip
    rows = [
        [_cell(name, cell, formulas[chosen.title].cell(cell.row, cell.column).value) for cell in row]
        for row in chosen.iter_rows()
    ]
    merged = [
        Area(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
        for one in chosen.merged_cells.ranges
    ]
    return Grid(rows, merged, chosen.title, tuple(one.title for one in visible))


def _opened(name: str, body: bytes, *, values: bool) -> openpyxl.Workbook:
    damaged = f"không mở được: tệp hỏng hoặc không phải Excel; {_SAVE}"
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            if sum(one.file_size for one in packed.infolist()) > _UNPACKED:
                raise TableError(name, "quá lớn; hãy chép phần cần dùng sang tệp mới")
        return openpyxl.load_workbook(io.BytesIO(body), data_only=values)
    except TableError:
        raise
    # What a damaged workbook makes the library raise is not told by it.
    except Exception as error:
        raise TableError(name, damaged) from error


def _filled(sheet: Worksheet) -> bool:
    return any(cell is not None for row in sheet.iter_rows(values_only=True) for cell in row)


def _cell(name: str, cell: Any, formula: Any) -> Raw:
    value, place = cell.value, f"ô {get_column_letter(cell.column)}{cell.row}"
    if value is None and str(getattr(formula, "text", formula) or "").startswith("="):
        remedy = "có công thức mà tệp không lưu kết quả; hãy mở tệp bằng Excel, bấm Lưu rồi chọn lại tệp"
        raise TableError(name, place, remedy, value=str(getattr(formula, "text", formula)))
    if cell.data_type == "e":
        raise TableError(name, place, "công thức báo lỗi; hãy sửa trong Excel rồi lưu lại", value=value)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, (int, float)):
        # More digits than this a sum of decimals has by chance.
        number = Decimal(f"{value:.12g}")
        return Share(_short(number * 100)) if _is_share(cell.number_format) else _short(number)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, (dt.time, dt.timedelta)):
        return str(value)
    return value if value is None or isinstance(value, dt.date) else str(value)


def _short(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _is_share(number_format: str) -> bool:
    return "%" in re.sub(r'"[^"]*"|\\.', "", number_format or "")
