"""The reader's progress in Python: what the browser must know, and the table for paper."""

from __future__ import annotations

import json

import pytest

from course import Course, load
from tests.courses import SMALL, shipped
from widgets.lesson import Lesson
from widgets.progress.progress import Progress, judged
from widgets.quiz.quiz import plain_question
from widgets.tools import Tools


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture(scope="module")
def progress(course) -> Progress:
    return Progress(course, session="tien-do")


def test_sessions_come_with_their_lists_and_all_questions(course, progress):
    assert [session["slug"] for session in progress.sessions] == list(course.sessions)
    tasks = next(session for session in progress.sessions if session["slug"] == "nhiem-vu")
    assert tasks["title"] == "Buổi 5. Nhiệm vụ, giải pháp và vấn đề cần lưu ý"
    assert [(group["id"], len(group["items"])) for group in tasks["lists"]] == [("nhiem-vu", 5), ("luu-y", 5)]
    asked = [question["id"] for question in tasks["questions"]]
    assert asked == [question.id for question in course.questions["nhiem-vu"]]


def test_a_question_keeps_what_decides_the_answer_and_no_reasons(course):
    for question in (one for questions in course.questions.values() for one in questions):
        kept, whole = judged(course, question), plain_question(course, question)
        assert "reason" not in json.dumps(kept), question.id
        assert "explanation" not in kept and "cite" not in kept
        assert all(kept[name] == whole[name] for name in kept.keys() & {"id", "kind", "prompt", "answer"})
        for parts in ("options", "items", "pairs"):
            assert len(kept.get(parts, [])) == len(whole.get(parts, [])), question.id


def test_the_quiz_of_all_questions_is_the_one_that_the_lesson_shows(course, progress):
    quiz = Lesson(course.page_with("mixed-quiz").slug, course).mixed_quiz()
    assert progress.mixed == {"slug": quiz.session, "key": quiz.key, "title": quiz.title}
    asked = [question["id"] for session in progress.sessions for question in session["questions"]]
    assert asked == [question["id"] for question in quiz.questions]


def test_flashcards_are_where_their_page_keeps_them(course, progress):
    cards = Tools("the-ghi-nho", course).flashcards()
    assert progress.cards == {"slug": "the-ghi-nho", "total": len(cards.cards)}
    assert (cards.session, cards.key) == ("the-ghi-nho", "the")


def test_content_without_these_pages_has_none_of_them():
    kit = load(SMALL)
    shown = Progress(kit, session="tien-do")
    assert shown.mixed is None
    assert shown.cards is None
    assert [group["title"] for group in shown.sessions[0]["lists"]] == ["Các bài học"]


def test_paper_is_a_table_to_fill_in(course, progress):
    paper = progress.as_markdown()
    assert "| Buổi 2. Những vấn đề lý luận | …/20 | …/13 |  |" in paper
    assert "| Buổi 8. Ôn tập | không có | …/15 |  |" in paper
    assert paper.count("\n| Buổi ") == 1 + len(course.sessions)


def test_the_tool_shows_it_under_its_own_slug(course):
    shown = Tools("tien-do", course).progress()
    assert isinstance(shown, Progress)
    assert (shown.session, shown.key) == ("tien-do", "tien-do")
