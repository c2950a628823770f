"""Tables of a unit's own: as Excel, LibreOffice and people write them, read or refused with a sentence."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import openpyxl
import pytest

from exchange.table_error import TableError
from exchange.tables import MOST_BYTES, MOST_ROWS, Table, read_table


def csv(text: str, encoding: str = "utf-8") -> Table:
    return read_table("so-lieu.csv", text.encode(encoding))


def workbook(fill: Callable[[openpyxl.worksheet.worksheet.Worksheet], object], **more: str) -> Table:
    book = openpyxl.Workbook()
    fill(book.active)
    return read_table("so-lieu.xlsx", saved(book), **more)


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_cells(*rows: list, merged: tuple[str, ...] = (), formats: dict[str, str] | None = None) -> Table:
    def fill(sheet):
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
        for place, written in (formats or {}).items():
            sheet[place].number_format = written

    return workbook(fill)


def cells(table: Table) -> list[list]:
    return table.frame.to_numpy().tolist()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_semicolons_and_decimal_commas(encoding):
    table = csv("Chi bộ;Đảng viên;Tỷ lệ\nThôn Một;1.250;98,5%\nThôn Hai;30;7%\n", encoding)
    assert cells(table) == [
        ["Thôn Một", Decimal(1250), Decimal("98.5")],
        ["Thôn Hai", Decimal(30), Decimal(7)],
    ]
    assert table.numeric == ["Đảng viên", "Tỷ lệ"]
    assert table.texts()[0] == ["Thôn Một", "1.250", "98,5%"]
    assert not table.remarks


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.234.567", 1234567), ("1 234 567", 1234567), ("1\u00a0234,5", "1234.5"), ("1,234.5", "1234.5"),
        ("1,234,567", 1234567), ("12,5", "12.5"), ("12.5", "12.5"), ("-3", -3), ("−3,5", "-3.5"), ("0,25", "0.25"),
    ],
)  # fmt: skip
def test_numbers_as_they_are_written(written, number):
    assert cells(csv(f'Tên,Số\nMột,"{written}"\n')) == [["Một", Decimal(number)]]


@pytest.mark.parametrize("written", ["0912345678", "12/2025", "1.2.3", "3-5", "khoảng 5", "1,2,3", "1.23,4"])
def test_what_is_no_number_stays_as_it_is(written):
    assert cells(csv(f'Tên,Số\nMột,"{written}"\n')) == [["Một", written]]


def test_one_column_tells_its_sign_by_its_clearest_number():
    table = csv("Tên\tSố\nMột\t1.234\nHai\t12.5\n")
    assert [row[1] for row in cells(table)] == [Decimal("1.234"), Decimal("12.5")]


def test_a_number_that_may_be_two_is_read_as_in_viet_nam_and_told():
    table = csv("Tên\tSố\nMột\t1.234\n")
    assert cells(table) == [["Một", Decimal(1234)]]
    assert table.remarks == ("Cột “Số”: “1.234” được đọc là 1.234; nếu sai, hãy ghi lại trong tệp.",)


def test_two_ways_of_writing_in_one_column():
    with pytest.raises(TableError, match=r"cột “Số”: có số viết theo hai cách.*'2,5 và 3\.25'"):
        csv("Tên\tSố\nMột\t2,5\nHai\t3.25\n")


def test_days_and_days_that_are_none():
    table = csv("Việc;Ngày\nHọp;19/05/2025\nSơ kết;31/02/2025\n")
    assert cells(table) == [["Họp", dt.date(2025, 5, 19)], ["Sơ kết", "31/02/2025"]]
    assert table.texts() == [["Họp", "19/05/2025"], ["Sơ kết", "31/02/2025"]]


def test_titles_empty_rows_and_columns():
    table = csv("BÁO CÁO QUÝ I;;;\n;;;\nChi bộ;;Số;\nMột;;1;\n;;;\nHai;;2;\n")
    assert table.title == "BÁO CÁO QUÝ I"
    assert list(table.frame) == ["Chi bộ", "Số"]
    assert cells(table) == [["Một", 1], ["Hai", 2]]


def test_heads_in_two_rows_of_csv():
    table = csv("Chi bộ;Năm 2024;;Ghi chú\n;Chính thức;Dự bị;\nMột;20;3;tốt\nHai;30;4;\n")
    assert list(table.frame) == ["Chi bộ", "Năm 2024 – Chính thức", "Năm 2024 – Dự bị", "Ghi chú"]
    assert cells(table)[1] == ["Hai", 30, 4, None]


def test_years_as_heads_are_heads():
    table = csv("Chi bộ;2023;2024\nMột;1;2\n")
    assert list(table.frame) == ["Chi bộ", "2023", "2024"]


def test_an_excel_file_says_its_own_sign():
    assert list(csv("sep=|\nTên|Số\nMột|1\n").frame) == ["Tên", "Số"]


def test_heads_that_are_the_same_or_missing():
    assert list(csv("Tên;Số;Số;\nMột;1;2;3\n").frame) == ["Tên", "Số", "Số (2)", "Cột 4"]


def test_a_column_that_mixes_numbers_with_words_is_not_numeric():
    table = csv("Tên;Số\nMột;5\nHai;chưa có\nBa;7%\n")
    assert table.numeric == []
    assert [row[1] for row in cells(table)] == [5, "chưa có", "7%"]


def test_merged_heads_shares_and_days_of_a_workbook():
    table = with_cells(
        ["DANH SÁCH", None, None, None], ["Chi bộ", "Năm 2024", None, "Ngày họp"],
        [None, "Số", "Tỷ lệ", None], ["Một", 20, 0.125, dt.datetime(2025, 5, 19)],
        ["Hai", 1.5, 1, None],
        merged=("A1:D1", "A2:A3", "B2:C2", "D2:D3"), formats={"C4": "0.0%", "C5": "0%"},
    )  # fmt: skip
    assert table.title == "DANH SÁCH"
    assert list(table.frame) == ["Chi bộ", "Năm 2024 – Số", "Năm 2024 – Tỷ lệ", "Ngày họp"]
    assert table.texts() == [["Một", "20", "12,5%", "19/05/2025"], ["Hai", "1,5", "100%", ""]]


def test_merged_cells_of_rows_are_each_row_s():
    table = with_cells(
        ["Xã", "Chi bộ", "Số"], ["A", "Một", 1], [None, "Hai", 2], ["B", "Ba", 3], merged=("A2:A3",)
    )
    assert [row[0] for row in cells(table)] == ["A", "A", "B"]


def test_numbers_that_a_workbook_keeps_as_texts():
    assert cells(with_cells(["Tên", "Số"], ["Một", "1.234.567"], ["Hai", "12,5"])) == [
        ["Một", Decimal(1234567)],
        ["Hai", Decimal("12.5")],
    ]


def test_formulas_have_the_value_that_excel_stored():
    book = openpyxl.Workbook()
    for row in (["Tên", "Số"], ["Một", 2], ["Cộng", "=SUM(B2:B2)"]):
        book.active.append(row)
    with_value = _with_stored_value(saved(book), "7")
    assert cells(read_table("so-lieu.xlsx", with_value))[1] == ["Cộng", 7]
    with pytest.raises(TableError, match=r"so-lieu\.xlsx: ô B3: có công thức mà tệp không lưu kết quả.*SUM"):
        read_table("so-lieu.xlsx", saved(book))


def _with_stored_value(body: bytes, value: str) -> bytes:
    """Do what Excel does when it saves: put the result beside the formula."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                assert b"<v" in text
                text = text.replace(b"<v />", f"<v>{value}</v>".encode()).replace(
                    b"<v></v>", f"<v>{value}</v>".encode()
                )
            new.writestr(name, text)
    return changed.getvalue()


def test_a_formula_that_failed():
    with pytest.raises(TableError, match=r"ô B2: công thức báo lỗi.*#REF!"):
        with_cells(["Tên", "Số"], ["Một", "#REF!"])


def test_a_formula_in_csv():
    with pytest.raises(TableError, match="cột “Số”: là công thức"):
        csv("Tên;Số\nMột;=A1+1\n")


def test_sheets_are_chosen_by_name_and_hidden_ones_left_out():
    book = openpyxl.Workbook()
    book.active.title = "Trống"
    for name in ("Quý I", "Quý II", "Nháp"):
        sheet = book.create_sheet(name)
        sheet.append(["Tên", name])
        sheet.append(["Một", 1])
    book["Nháp"].sheet_state = "hidden"
    body = saved(book)
    first = read_table("a.xlsx", body)
    assert (first.sheet, first.sheets) == ("Quý I", ("Quý I", "Quý II"))
    assert list(read_table("a.xlsx", body, "Quý II").frame) == ["Tên", "Quý II"]
    with pytest.raises(TableError, match=r"không có trang tính “Nháp”; có: Quý I, Quý II"):
        read_table("a.xlsx", body, "Nháp")


# What offices still keep: TCVN 5712 and VNI as fonts show them, Windows-1258 as Notepad saved it.
TCVN3 = "Tªn chi bé;Sè ®¶ng viªn\nPhßng kÕ to¸n;12\n"
VNI = "Teân chi boä;Soá ñaûng vieân\nPhoøng keá toaùn;12\n"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            "Te\u0302n;So\u0302\u0301 \u0111a\u0309ng\n".encode("cp1258", "ignore") + b"Chi b\xf4\xf2;1\n",
            "Windows-1258",
        ),
        (TCVN3.encode("latin-1"), "bảng mã cũ"),
        (TCVN3.encode(), r"TCVN3 \(\.VnTime\), như “Tªn”.*Unikey"),
        (VNI.encode(), r"VNI \(VNI-Times\), như “Teân”.*Unikey"),
        ("Tên;Số đảng viên\n1;2\n".encode().decode("cp1252", "ignore").encode(), "chữ bị hỏng khi lưu"),
    ],
)
def test_old_code_pages_are_refused_with_a_remedy(body, sentence):
    with pytest.raises(TableError, match=rf"so-lieu\.csv: .*{sentence}"):
        read_table("so-lieu.csv", body)


def test_signs_of_other_texts_are_no_old_code_page():
    assert cells(csv("Name;No\nFiancée naïve;1\n5 × 3 ©;2\n§ 7 và Điều 8;3\n"))[0] == ["Fiancée naïve", 1]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "đầu mục"), (b"\n\n;;\n", "đầu mục"), ("Tên;Số\n".encode(), "đầu mục"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), r"kiểu cũ \(\.xls\) hoặc có mật khẩu.*xlsx"),
        (b"PK\3\4 hong", "tệp hỏng"), (b"%PDF-1.7\0\0", "không phải tệp CSV"),
        (b"x" * (MOST_BYTES + 1), "nặng hơn 5 MB"),
        (("Tên;Số\n" + "Một;1\n" * (MOST_ROWS + 1)).encode(), "hơn 2000 dòng"),
        ((";".join(f"C{n}" for n in range(60)) + "\n" + ";".join("1" * 60) + "\n").encode(), "hơn 40 cột"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused(body, sentence):
    with pytest.raises(TableError, match=sentence):
        read_table("so-lieu.csv", body)


def test_a_sheet_that_is_too_large():
    with pytest.raises(TableError, match=r"quá lớn \(3000 dòng, 2 cột\)"):
        workbook(lambda sheet: [sheet.append(["a", 1]) for _ in range(3000)])


def test_a_workbook_that_unpacks_to_too_much():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", bytes(60 * 2**20))
    with pytest.raises(TableError, match="quá lớn"):
        read_table("a.xlsx", packed.getvalue())
