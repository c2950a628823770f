"""The core questions in Python: what they give to the browser, what they refuse, how they read on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course import ContentError, Course, load
from tests.courses import SMALL, shipped
from widgets.qa.qa import Qa
from widgets.tools import Tools


@pytest.fixture(scope="module")
def course() -> Course:
    return load(SMALL)


def changed(course: Course, **changes) -> Course:
    """Return the sample content with some fields of its core question changed."""
    return replace(course, qa={"hoi-1": course.qa["hoi-1"].model_copy(update=changes)})


def test_a_question_is_plain_with_references_resolved(course):
    assert Qa(course, session="hoi-dap").entries == [
        {
            "id": "hoi-1",
            "topic": "buoi-mot",
            "question": "Nguồn nêu bao nhiêu bài học?",
            "answer": "Nguồn nêu 3 bài.",
            "commentary": "",
            "notes": ["Nguồn ghi 3 bài, chỗ khác ghi bốn bài."],
            "cite": "Nguồn thử, mục 2",
            "quiz": [{"id": "q-01", "session": "buoi-mot", "label": "Buổi 1, câu 1"}],
        }
    ]


def test_only_sessions_with_questions_are_named(course):
    assert Qa(course, session="hoi-dap").sessions == [{"slug": "buoi-mot", "title": "Buổi 1. Buổi thứ nhất"}]


def test_questions_come_in_the_order_of_the_sessions(course):
    later = course.qa["hoi-1"].model_copy(update={"id": "hoi-2", "topic": "buoi-hai", "quiz": []})
    shown = Qa(replace(course, qa={"hoi-2": later, **course.qa}), session="hoi-dap")
    assert [entry["id"] for entry in shown.entries] == ["hoi-1", "hoi-2"]
    assert [session["slug"] for session in shown.sessions] == ["buoi-mot", "buoi-hai"]


def test_own_notes_and_those_of_figures_and_documents_come_once(course):
    shown = Qa(changed(course, answer="{fact:so-bai}, theo {doc:nq}.", notes=["lech-so"]), session="hoi-dap")
    assert shown.entries[0]["notes"] == [
        "Nguồn ghi 3 bài, chỗ khác ghi bốn bài.",
        "Nguồn ghi “bải”; chúng tôi hiểu là “bài”.",
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"answer": "{fact:la}"}, "Qa: hoi-1: no such fact: 'la'"),
        ({"source": "la"}, "Qa: hoi-1: must refer to what the course holds, got 'la'"),
        ({"notes": ["la"]}, "Qa: hoi-1: must refer to what the course holds, got 'la'"),
        ({"quiz": ["la"]}, "Qa: hoi-1: must refer to what the course holds, got 'la'"),
    ],
)
def test_what_does_not_exist_is_named_with_place_rule_and_value(course, changes, message):
    with pytest.raises(ContentError) as caught:
        Qa(changed(course, **changes), session="hoi-dap")
    assert str(caught.value) == message


def test_no_questions_are_refused(course):
    with pytest.raises(ContentError, match=r"^Qa: entries: must hold at least one core question, got \[\]$"):
        Qa(replace(course, qa={}), session="hoi-dap")


def test_paper_reads_by_session(course):
    assert Qa(course, session="hoi-dap").as_markdown() == (
        "### Câu hỏi cốt lõi\n\n"
        "#### Buổi 1. Buổi thứ nhất\n\n"
        "**1. Nguồn nêu bao nhiêu bài học?**\n\n"
        "Nguồn nêu 3 bài.\n\n"
        "Ghi chú: Nguồn ghi 3 bài, chỗ khác ghi bốn bài.\n\n"
        "*Nguồn: Nguồn thử, mục 2*\n\n"
        "Tự kiểm tra: Buổi 1, câu 1"
    )


def test_paper_holds_every_question_of_the_kit_with_all_that_it_leads_to():
    shown = Qa(shipped(), session="hoi-dap")
    paper = " ".join(shown.as_markdown().replace("\\", "").split())
    assert len(shown.entries) == len(shipped().qa)
    for entry in shown.entries:
        said = [entry["question"], entry["answer"], entry["cite"], *entry["notes"]]
        said += [place["label"] for place in entry["quiz"]]
        assert [text for text in said if text not in paper] == [], entry["id"]


def test_signs_of_markdown_are_shown_as_they_are(course):
    shown = Qa(changed(course, answer="Điều *1* là [a_b]."), session="hoi-dap")
    assert r"Điều \*1\* là \[a\_b\]." in shown.as_markdown()


def test_the_tool_page_shows_them_under_its_own_name():
    shown = Tools("hoi-dap").qa()
    assert (shown.session, shown.key) == ("hoi-dap", "qa")
    assert len(shown.entries) >= 60
