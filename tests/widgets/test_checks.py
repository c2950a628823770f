"""What ``kit check`` says of calls that there are not, and of search results that lead to nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course import load
from course.checks import material
from course.checks.notebook import Notebook
from tests.course.breaking import cell, complaints, data, without
from tests.courses import SMALL, shipped
from widgets import checks

ONE, TWO = "01-buoi-mot.ipynb", "02-buoi-hai.ipynb"
CASES = {
    "a misspelt call of the lesson": (
        cell(ONE, "tieu-de-1", source="lesson.goal()"), "notebooks/01-buoi-mot.ipynb: cell 3 (buoi-mot-tieu-de-1): "
        "lesson has only these calls: text, commentary, goals, case, case_again, agenda, ", "got 'goal'",
    ),
    "a misspelt call of a plan": (
        cell(TWO, "ke-hoach-1", source='plan = lesson.plan("ke-hoach")\nplan.aim()'),
        "notebooks/02-buoi-hai.ipynb: cell 14 (buoi-hai-ke-hoach-1): lesson.plan(…) has only these calls: basis, ",
        "got 'aim'",
    ),
    "a misspelt call of a tool": (
        cell("tra-cuu.ipynb", "tom-tat", source="tools.tom_tat()"),
        "notebooks/tra-cuu.ipynb: cell 3 (tra-cuu-tom-tat): tools has only these calls: summary, ", "got 'tom_tat'",
    ),
    "a figure that there is not": (
        cell(ONE, "sach-1", source='lesson.figure("la")'),
        "notebooks/01-buoi-mot.ipynb: cell 8 (buoi-mot-sach-1): there are only these figures: ", "got 'la'",
    ),
    "a box that is only written": (
        cell(ONE, "tieu-de", source="# Buổi 1. Buổi thứ nhất\n\n**Cách hiểu của bộ tài liệu**\n\nGiữ cả chữ ấy."),
        "notebooks/01-buoi-mot.ipynb: cell 2 (buoi-mot-tieu-de): a text marked as our own must be shown by "
        'lesson.commentary("""…""")', "got 'Cách hiểu của bộ tài liệu'",
    ),
    "a plan that does not exist": (
        cell(TWO, "ke-hoach-1", source='lesson.plan("la").aims()'),
        "notebooks/02-buoi-hai.ipynb: cell 14 (buoi-hai-ke-hoach-1): lesson.plan must name an id in plans/; there "
        "are: ke-hoach", "got 'la'",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "begin", "end"), CASES.values(), ids=CASES)
def test_a_call_that_there_is_not_is_named_with_those_that_there_are(tmp_path, edit, begin, end):
    found = complaints(tmp_path / "course", edit)
    assert [line for line in found if line.startswith(begin) and line.endswith(end)], found


def test_a_part_of_a_plan_that_is_not_shown_is_named(tmp_path):
    assert complaints(tmp_path / "course", without(TWO, "cac-phan-1")) == [
        "plans/ke-hoach.yml: basis: must be shown: a notebook must call lesson.plan('ke-hoach').basis()"
    ]


def test_a_part_must_be_shown_as_soon_as_the_plan_has_it(tmp_path):
    given = data("plans/ke-hoach.yml", "recipients:", "notes: [lech-so]\nrecipients:")
    assert complaints(tmp_path / "course", given) == [
        "plans/ke-hoach.yml: remarks: must be shown: a notebook must call lesson.plan('ke-hoach').remarks()"
    ]


def without_call(one: Notebook, call: str) -> Notebook:
    """Return a notebook without the cells that hold a call."""
    cells = [cell for cell in one.written["cells"] if call not in "".join(cell["source"])]
    return replace(one, written=one.written | {"cells": cells})


@pytest.mark.parametrize("method", ["figure", "part", "documents", "plan"])
def test_what_the_search_leads_to_and_is_not_there_is_named(method):
    whole = material.read(shipped())
    broken = replace(whole, notebooks=[without_call(one, f"lesson.{method}(") for one in whole.notebooks])
    rule = checks.the_search_leads_to_what_is_shown
    assert list(rule(whole)) == []
    found = [str(fault) for fault in rule(broken)]
    assert found
    assert all(f": code cells: must call lesson.{method}(" in line for line in found)


def test_a_reference_that_leads_nowhere_is_named_once_and_hides_nothing(tmp_path):
    edits = [
        data("book.yml", "about: Sách thử có hai phần.", "about: Có {fact:la}."),
        without(TWO, "cac-phan-1"),
    ]
    assert complaints(tmp_path / "course", *edits) == [
        "book.yml: book > about: no such fact: 'la'",
        "plans/ke-hoach.yml: basis: must be shown: a notebook must call lesson.plan('ke-hoach').basis()",
    ]


def test_the_small_course_passes():
    whole = material.read(load(SMALL))
    assert [fault for rule in checks.RULES for fault in rule(whole)] == []
