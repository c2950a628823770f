"""Pages of a course without book, plans, documents, glossary, questions and answers, flashcards: parts are left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course import ContentError, Course, load
from server.publish.executed import Executed
from server.publish.session_page import session_page
from server.publish.site import Site
from server.publish.static_site import start_page
from shown.model import COMMENTARY
from tests.courses import SMALL, bare_course
from widgets.lesson import Lesson
from widgets.progress.progress import Progress
from widgets.tools import Tools


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return load(bare_course(tmp_path_factory.mktemp("bare")))


def home(course: Course) -> str:
    return Site(course).render("home.html.j2", sessions=list(course.sessions.values()))


def headings(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html)


def test_home_shows_what_there_is(course: Course) -> None:
    html = home(course)
    assert '<h1 id="ten-sach">Khóa học thử</h1>' in html
    assert headings(html) == ["Học tiếp", "Các buổi học", "Công cụ", "Trình chiếu và bản in", "Riêng tư"]
    assert "data-finished" not in html and "data-due" not in html
    assert "Nội dung đặt ra để thử. Câu trả lời và ghi chú chỉ lưu trên máy của người học." in html


def test_home_without_tools_has_no_menu_of_them(tmp_path: Path) -> None:
    html = home(load(bare_course(tmp_path, tools=False)))
    assert "Công cụ" not in html


def test_home_of_a_course_on_a_book_is_headed_by_it() -> None:
    assert '<h1 id="ten-sach">“Sách thử”</h1>' in home(load(SMALL))


def test_a_session_and_the_search_have_their_pages(course: Course) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": "Bài"}
    site, executed = Site(course), Executed({"metadata": {}, "cells": [cell]})
    html = session_page(site, course.sessions["buoi-mot"], executed)
    assert "Học tiếp: buổi 2. Buổi thứ hai" in html and "<p>Bài</p>" in html
    assert "Công cụ khác" not in session_page(site, course.tools["tra-cuu"], executed)


def test_the_stick_is_named_by_the_course(course: Course) -> None:
    assert "<h1>Khóa học thử</h1>" in start_page(course)
    assert 'href="khoa-thu/index.html"' in start_page(course)


def test_a_session_shows_its_parts(course: Course) -> None:
    lesson = Lesson("buoi-mot", course)
    for part in ("goals", "agenda", "opening", "activity", "key_message", "sources"):
        assert getattr(lesson, part)().markdown.strip(), part
    assert lesson.discussion().questions and lesson.notes("mot-viec").questions
    assert lesson.cards("bai-hoc").items and lesson.quiz().questions and lesson.mixed_quiz().questions
    assert Lesson("buoi-hai", course).recap("buoi-mot").as_markdown().startswith("> Nói đi đôi với làm.")


def test_search_finds_pages_lists_figures_and_questions(course: Course) -> None:
    found = Tools("tra-cuu", course).search().entries
    assert {entry["kind"] for entry in found} == {
        "Buổi học", "Công cụ", "Danh sách", "Bài học 1", "Bài học 2", "Bài học 3", "Nội dung", "Con số", "Câu hỏi",
        COMMENTARY,
    }  # fmt: skip
    assert {entry["slug"] for entry in found} <= set(course.pages)


def test_progress_counts_sessions_alone(course: Course) -> None:
    shown = Progress(course, session="tien-do")
    assert (len(shown.sessions), shown.mixed, shown.cards) == (2, None, None)


@pytest.mark.parametrize("part", ["book", "book_map"])
def test_a_book_that_is_not_there_is_named(course: Course, part: str) -> None:
    with pytest.raises(
        ContentError, match=r"^book\.yml: file: is missing from data/, though a notebook shows"
    ):
        getattr(Lesson("buoi-mot", course), part)()
