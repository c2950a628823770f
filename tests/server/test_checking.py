"""``kit check`` as a whole: everything that is wrong in one run, and nothing of the course that ships."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

from course import SHIPPED, ContentError, checks, load
from course.errors import Fault
from server.checking import RULES, faults
from server.publish import trial
from tests.course.breaking import cell, complaints, data
from tests.courses import SMALL
from tests.server.conftest import write_notebooks


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
    assert len(raised.value.faults) > 5
    assert set(str(raised.value).splitlines()) < set(found)


def test_files_and_entries_that_cannot_be_read_are_named_together_and_alone(tmp_path):
    edits = [
        data("book.yml", "title: Sách thử", "title: Sách: thử"),
        data("facts.csv", "12500,over", "12600,about"),
        data("facts.csv", "Số bài,3", "Số bài,3b"),
        data("outline.yml", "title: Các bài học", "title: 2023"),
        data("outline.yml", "      title: Bài thứ ba\n", ""),
        data("rules.yml", "single_options: 3", "single_options: 9"),
    ]
    assert complaints(tmp_path / "course", *edits) == [
        "book.yml: line 1: not valid YAML: mapping values are not allowed in this context; quote texts that hold "
        "': ' or start with a special character, indent like the lines around it",
        "facts.csv: row 6 (so-bai) > value: must be digits with no dots, and a comma before decimals, or the source's "
        "words, got '3b'",
        "facts.csv: row 7 (nguoi) > qualifier: must be one of 'exact' or 'over', got 'about'",
        "outline.yml: bai-hoc > title: must be text; put it in quotes, got 2023",
        "outline.yml: bai-hoc > items > ba > title: this field is required",
        "rules.yml: single_options: must be 6 or less, got 9",
    ]


def test_notebooks_that_fail_and_decks_that_cannot_be_made_are_named_together(tmp_path):
    course = write_notebooks(tmp_path / "course", {"01-buoi-mot.ipynb": "1 / 0", "tra-cuu.ipynb": "la()"})
    book = course / "notebooks" / "02-buoi-hai.ipynb"
    book.write_text(book.read_text("utf-8").replace("Xin **chào**", "Dòng dài. " * 900), "utf-8")
    told = []
    found = trial.faults(load(course), tmp_path / "store", lambda *counts: told.append(counts))
    assert sorted(str(fault).partition(": split it")[0] for fault in found) == [
        "02-buoi-hai.ipynb: dau: the slide 'Phần đầu' must have 40 syllables of running text or fewer",
        "notebooks/01-buoi-mot.ipynb: cell 2 (chao): must run without an error: ZeroDivisionError: division by zero",
        "notebooks/tra-cuu.ipynb: cell 2 (chao): must run without an error: NameError: name 'la' is not defined",
    ]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


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
