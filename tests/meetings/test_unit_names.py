"""Two spellings of a unit's name are one unit; two names are two."""

from __future__ import annotations

import unicodedata

import pytest

from meetings.unit_names import key, nearest

SAME = [
    ("Chi bộ Hoà Bình", "Chi bộ Hòa Bình"), ("Thuỷ lợi", "THỦY LỢI"), ("khoẻ", "khỏe"), ("Nguỵ", "Ngụy"),
    ("Chi bộ 1 – Đông", "chi bộ  1-Đông "), ("Đông", "Ðông"), ("Chi bộ\u00a0A.", "Chi bộ A"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert key(one) == key(other) == key(unicodedata.normalize("NFD", other)) == key(key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Chi bộ Hà", "Chi bộ Hạ"), ("Hoàn", "Hoan"), ("Chi bộ 1", "Chi bộ 11"), ("Thủy", "Thúy")],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_misspelt_name_is_likely_another() -> None:
    assert nearest("Chi bộ Sơn Hà", ["Chi bộ thôn Sơn Hà", "Đảng bộ xã"]) == "Chi bộ thôn Sơn Hà"
    assert nearest("Trường học", ["Chi bộ thôn Sơn Hà"]) == ""
