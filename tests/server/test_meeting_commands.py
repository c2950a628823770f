"""The commands for papers of meetings, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pytest
from typer.testing import CliRunner, Result

from meetings import record_file
from meetings.record import Record
from meetings.record_file import to_file
from server import cli, unit_list
from tests.courses import SMALL
from tests.meetings.samples import TODAY, record
from tests.meetings.test_own_form import form

runner = CliRunner()


def run(*words: object) -> Result:
    return runner.invoke(cli.app, ["meeting", *map(str, words)])


def saved(path: Path, **fields: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_file(record(**fields)))
    return path


def test_blank_forms_and_an_empty_record_are_written(tmp_path: Path) -> None:
    result = run("blank", "--margins", 25, 20, 35, 20, "--out", tmp_path)
    assert result.exit_code == 0
    names = ["bien-ban-trong.docx", "bao-cao-trong.docx", "buoi-sinh-hoat.json"]
    assert result.stdout.splitlines() == [str(tmp_path / name) for name in names]
    assert round(docx.Document(tmp_path / names[0]).sections[0].left_margin.mm) == 35
    assert record_file.from_file("a", (tmp_path / names[2]).read_bytes(), TODAY) == Record()


def test_minutes_are_written_from_a_record_and_in_the_units_own_form(tmp_path: Path) -> None:
    held, out = saved(tmp_path / "buoi.json"), tmp_path / "bien-ban.docx"
    assert run("minutes", held, "--out", out, "--recipient", "Lưu chi bộ").exit_code == 0
    assert [p.text for p in docx.Document(out).paragraphs][-1] == "- Lưu chi bộ"
    template = tmp_path / "mau.docx"
    template.write_bytes(form("{{ don_vi }}"))
    result = run("minutes", held, "--template", template, "--out", out)
    assert "Mẫu không có chỗ cho: cap_tren, " in result.stdout
    assert docx.Document(out).paragraphs[0].text == "Chi bộ thôn Đông & Tây"


def test_what_a_record_gets_wrong_ends_with_sentences(tmp_path: Path) -> None:
    path = saved(tmp_path / "buoi.json")
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"form": "x", "begin": "y"}), "utf-8")
    result = run("minutes", path, "--out", tmp_path / "a.docx")
    assert result.exit_code == 1
    assert [line[:17] for line in result.stderr.splitlines()] == ["buoi.json: form: ", "buoi.json: begin:"]
    assert not (tmp_path / "a.docx").exists()


def test_fifty_branches_send_and_the_district_adds_up(tmp_path: Path) -> None:
    inbox = tmp_path / "nhan"
    for at in range(50):
        saved(inbox / f"chi-bo-{at}" / "buoi.json", unit=f"Chi bộ Hoà {at}")
    files = [
        saved(tmp_path / f"{at}.json", date=f"2025-0{at + 3}-02", unit="Chi bộ Hòa 7") for at in range(2)
    ]
    assert "Chi bộ Hòa 7, 2 buổi" in run("send", *files, "--out", inbox / "7.json").stdout
    (inbox / "hong.json").write_bytes((inbox / "7.json").read_bytes()[:-50])
    (inbox / "sua.json").write_text((inbox / "7.json").read_text("utf-8").replace("27", "28"), "utf-8")
    units = tmp_path / "don-vi.csv"
    names = "".join(f"{at};Chi bộ Hòa {at}\n" for at in range(51))
    units.write_text(f"TT;Tên đơn vị\n{names}", "utf-8")
    result = run("report", inbox, "--units", units, "--year", 2025, "--course", SMALL, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["hong.json", "sua.json"]
    assert "51 tệp, 50 đơn vị, 52 buổi, 1404 lượt đảng viên dự." in result.stdout
    assert "Hạn theo kế hoạch: “Trước ngày 30/10 hằng năm”" in result.stdout
    assert "Chưa gửi (ngày cuối là 29/10/2025): Chi bộ Hòa 50." in result.stdout
    assert "Gửi sau hạn: Chi bộ Hòa 0; " in result.stdout
    assert docx.Document(tmp_path / "bao-cao.docx").paragraphs[0].text == "BÁO CÁO"
    assert openpyxl.load_workbook(tmp_path / "bao-cao.xlsx")["Các buổi"].max_row == 53


def test_an_empty_folder_ends_with_a_sentence(tmp_path: Path) -> None:
    result = run("report", tmp_path, "--course", SMALL, "--before", "30/10/2025", "--out", tmp_path)
    assert (result.exit_code, "không có tệp .json nào" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("name", "text", "column", "read"),
    [
        ("a.txt", "Chi bộ A\n\n Chi bộ  B\n", "", ["Chi bộ A", "Chi bộ B"]),
        ("a.csv", "TT;Đơn vị;Xã\n1;Chi bộ A;X\n2;;Y\n", "", ["Chi bộ A"]),
        ("a.csv", "TT;Nơi;Xã\n1;Chi bộ A;X\n", "Nơi", ["Chi bộ A"]),
        ("a.csv", "TT;Nơi\n1;Chi bộ A\n", "", ["Chi bộ A"]),
        ("a.csv", "TT;Nơi;Xã\n1;Chi bộ A;X\n", "", "chưa rõ cột nào"), ("a.txt", " \n", "", "không có tên đơn vị nào"),
    ],
)  # fmt: skip
def test_lists_of_units_are_read(
    tmp_path: Path, name: str, text: str, column: str, read: list[str] | str
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    if isinstance(read, str):
        with pytest.raises(ValueError, match=read):
            unit_list.read(path, column)
    else:
        assert unit_list.read(path, column) == read
