"""``kit check`` as a whole: everything that is wrong in one run, and nothing of the course that ships."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

from course import SHIPPED, ContentError, checks, load
from course.errors import Fault
from server.checking import RULES, faults
from tests.course.breaking import cell, complaints, data
from tests.courses import SMALL


def test_the_course_that_ships_breaks_no_rule():
    assert [str(fault) for fault in faults(SHIPPED)] == []


def test_the_small_course_breaks_no_rule():
    assert [str(fault) for fault in faults(SMALL)] == []


def test_everything_that_is_wrong_is_named_in_one_run_file_by_file(tmp_path):
    edits = [
        data("sessions.yml", "Nói đi đôi với làm.", "Nói đi đôi với {fact:lam}?"),
        data("documents.yml", "source: nguon", "source: nguon-khac"),
        data("qa.yml", "topic: buoi-mot", "topic: buoi-ba"),
        data("qa.yml", "quiz: [q-01]", "quiz: [q-99]"),
        data("outline.yml", "stated_count: so-bai", "stated_count: so"),
        data("book.yml", "first_page: trang-dau", "first_page: trang"),
        data("questions/buoi-mot.yml", "answer: nguoi", "answer: nguoi-dan"),
        cell("01-buoi-mot.ipynb", "cau-hoi-1", execution_count=7),
        cell("tra-cuu.ipynb", "tom-tat", source="tools.la("),
    ]
    found = complaints(tmp_path / "course", *edits)
    assert found == [
        "book.yml: book > phan-mot > first_page: must be an id in facts.csv, got 'trang'",
        "documents.yml: kh-1 > source: must be an id in sources.yml, got 'nguon-khac'",
        "notebooks/01-buoi-mot.ipynb: cell 23 (buoi-mot-cau-hoi-1): must be saved without outputs: clear them, or "
        "run nbstripout",
        "notebooks/tra-cuu.ipynb: cell 3 (tra-cuu-tom-tat), line 1: is no valid Python: '(' was never closed",
        "outline.yml: bai-hoc > stated_count: must be an id in facts.csv, got 'so'",
        "qa.yml: hoi-1 > topic: must be a slug in sessions.yml, got 'buoi-ba'",
        "qa.yml: hoi-1 > quiz: must be the id of a quiz question, got 'q-99'",
        "questions/buoi-mot.yml: q-04 > answer: must be an id in facts.csv, got 'nguoi-dan'",
        "sessions.yml: buoi-mot > key_message: no such fact: 'lam'",
        "sessions.yml: buoi-mot > key_message: must be one sentence that ends in a full stop, "
        "got 'Nói đi đôi với {fact:lam}?'",
    ]
    with pytest.raises(ContentError) as raised:
        load(tmp_path / "course")
    assert str(raised.value) in found


def test_a_file_that_cannot_be_read_is_named_alone(tmp_path):
    assert complaints(tmp_path / "course", data("book.yml", "title: Sách thử", "title: Sách: thử")) == [
        "book.yml: line 1: not valid YAML: mapping values are not allowed in this context; quote texts that hold "
        "': ' or start with a special character, indent like the lines around it"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("single_options: 3", "single_option: 3", "single_option: unknown field; check its spelling, got 3"),
        ("{least: 5, most: 300}", "{least: 5, most: 3}",
         "opening_words: least must not be more than most, got 5 and 3"),
        ("hoi-{number}", "hoi-{nummer}",
         "core_question_id: must be as in 'hoi-dap-{topic}-{number:02}', with these names alone, got 'hoi-{nummer}'"),
    ],
)  # fmt: skip
def test_a_setting_that_there_is_not_is_named(tmp_path, old, new, message):
    assert complaints(tmp_path / "course", data("rules.yml", old, new)) == [f"rules.yml: {message}"]


def test_every_rule_is_run():
    names = [f"course.checks.{module.name}" for module in pkgutil.iter_modules(checks.__path__)]
    modules = map(importlib.import_module, [*names, "widgets.checks", "slides.checks"])
    written = {
        rule
        for module in modules
        for name, rule in inspect.getmembers(module, inspect.isfunction)
        if rule.__module__ == module.__name__
        and not name.startswith("_")
        and rule.__annotations__["return"] == "Iterator[Fault]"
    }
    assert written == {*checks.RULES, *RULES}
    assert len(written) > 60


def test_a_faults_rule_and_its_terms_are_apart_for_translation():
    fault = Fault("qa.yml", "tac-pham", "must have {least} core questions or more", 3, {"least": 8})
    assert str(fault) == "qa.yml: tac-pham: must have 8 core questions or more, got 3"
