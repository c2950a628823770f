"""Names of a meeting's files: its unit and its day, however they are written."""

from __future__ import annotations

import pytest

from slides.meeting.model import About
from slides.meeting.naming import file_name, stem


@pytest.mark.parametrize(
    ("unit", "date", "begins"),
    [
        ("Chi bộ Thôn 3", "ngày 15/12/2026", "chi-bo-thon-3-2026-12-15"),
        ("Đảng ủy xã Ý Yên", "5 tháng 1 năm 2027", "dang-uy-xa-y-yen-2027-01-05"),
        ("Chi bộ", "2026-12-15", "chi-bo-2026-12-15"), ("Chi bộ", "thứ Ba tới", "chi-bo"),
        ("", "15-12-2026", "buoi-bao-cao-2026-12-15"), ("…", "31/02/2026", "buoi-bao-cao"),
        ("Chi bộ " * 20, "", "-".join(["chi-bo"] * 8) + "-chi"),
    ],
)  # fmt: skip
def test_a_name_begins_with_unit_and_day(unit: str, date: str, begins: str) -> None:
    assert stem(About(unit=unit, date=date)) == begins


def test_what_is_shown_says_so_and_the_others_keep_their_ends() -> None:
    about = About(unit="Chi bộ Thôn 3")
    assert file_name(about, "buoi-bao-cao.pdf") == "chi-bo-thon-3-trinh-chieu.pdf"
    assert file_name(about, "buoi-bao-cao-phat-tay.pdf") == "chi-bo-thon-3-phat-tay.pdf"


def test_without_unit_and_day_the_names_stay() -> None:
    assert file_name(About(), "buoi-bao-cao.html") == "buoi-bao-cao.html"
    assert stem(About(), "2026-12-01") == "buoi-bao-cao-2026-12-01"
