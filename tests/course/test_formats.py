"""Numbers and dates as Vietnamese administrative texts write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from course import formats


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (4, "4"),
        (999, "999"),
        (1000, "1.000"),
        (167700, "167.700"),
        (12345678, "12.345.678"),
        (Decimal("12.5"), "12,5"),
        (Decimal("1234.50"), "1.234,50"),
        ("hàng nghìn", "hàng nghìn"),
    ],
)
def test_number_has_dots_between_thousands(value, text):
    assert formats.number(value) == text


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((167700, "over", "đảng viên"), "hơn 167.700 đảng viên"),
        ((2740, "exact", "tổ chức đảng"), "2.740 tổ chức đảng"),
        ((2000, "over"), "hơn 2.000"),
        ((11, "exact", ""), "11"),
        ((Decimal("98.7"), "over", "%"), "hơn 98,7%"),
    ],
)
def test_quantity_keeps_its_more_than_and_its_unit(arguments, text):
    assert formats.quantity(*arguments) == text


def test_day_has_two_digits_for_day_and_month():
    assert formats.day(dt.date(2021, 5, 3)) == "03/05/2021"
