"""What ``kit check`` says of prose that is hard to follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.checks import material, prose, walk
from course.checks.material import Material
from course.plans import Notice
from tests.courses import shipped


@pytest.fixture
def small(course) -> Material:
    return material.read(course)


def said(small: Material, rule, text: str) -> list[str]:
    """Return what a rule says of a course with this text in one place."""
    session = small.course.sessions["buoi-mot"].model_copy(update={"summary": text})
    sessions = small.course.sessions | {session.slug: session}
    return [str(fault) for fault in rule(replace(small, course=replace(small.course, sessions=sessions)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (" ".join(["chữ"] * 30) + ".", 0),
        (" ".join(["chữ"] * 31) + ".", 31),
        (" ".join(["chữ"] * 20) + ". " + " ".join(["chữ"] * 20) + "?", 0),
        (" ".join(["chữ"] * 29) + f" “{' '.join(['lời'] * 40)}”.", 0),
        (" ".join(["chữ"] * 29) + " 167.700 25/10/2021 - 37-QĐ/TW.", 32),
    ],
)
def test_a_sentence_that_is_too_long_is_named_with_its_words(small, text, count):
    rule = f"a sentence must have 30 words or fewer, it has {count}; make two of it"
    expected = [f"sessions.yml: buoi-mot > summary: {rule}, got {text!r:.87}…"] if count else []
    assert said(small, prose.sentences_are_short, text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ngày 19/5 và 02/9", ["19/5", "02/9"]),
        ("ngày 02/09, ngày 5/10/2021, tháng 8/2025", ["5/10/2021"]),
        ("“(7/11/1917 - 7/11/2023)”", []),
    ],
)
def test_dates_in_our_own_words_have_two_digits(small, text, found):
    rule = "day and month must have two digits, as in 05/10"
    assert said(small, prose.dates_have_two_digits, text) == [
        f"sessions.yml: buoi-mot > summary: {rule}, got {date!r}" for date in found
    ]


def test_a_table_and_a_list_are_read_piece_by_piece():
    text = "## Tên\n\n| Một | Hai |\n| --- | --- |\n| Ba | Bốn |\n\n- Năm\n  sáu\n- Bảy"
    assert list(prose.blocks(text)) == ["Một", "Hai", "Ba", "Bốn", "Năm\n  sáu", "Bảy"]


def test_all_prose_is_looked_at(small):
    files = {passage.file.split("/")[0] for passage in prose.prose(small)}
    assert files >= {
        "sessions.yml", "outline.yml", "book.yml", "plans", "questions", "glossary.yml", "qa.yml", "tools.yml",
        "corrections.yml", "notebooks",
    }  # fmt: skip


def test_every_kind_of_entry_and_field_exists():
    kinds = {type(entry).__name__: type(entry).model_fields for _, _, entry in walk(shipped())}
    # What a course has changed since is its organiser's; the shipped one says nothing of it.
    kinds["Notice"] = Notice.model_fields
    asked = {**prose.PROSE, "Boolean": ("reason_wrong",), "Choice": ("reason",)}
    assert [
        f"{kind}.{field}" for kind, fields in asked.items() for field in fields if field not in kinds[kind]
    ] == []
