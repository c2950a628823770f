"""Places at which readers write: what they ask, under which names answers are kept, and how plain readers see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course import ContentError, Course, load
from course.pages import Asked, Form, Prompt
from tests.courses import SMALL, shipped
from widgets.lesson import Lesson
from widgets.notes import places
from widgets.notes.notes import Notes
from widgets.notes.places import Place
from widgets.tools import Tools

COURSE = load(SMALL)
SESSION = COURSE.sessions["buoi-mot"]


def form(**values: object) -> Place:
    fields = [Asked(label="Làm gì?", hint="Một việc."), Asked(label="Ai làm?")]
    return places.commitment(COURSE, SESSION, Form(id="viec", title="Một việc", fields=fields, **values))


def test_prompts_for_discussion_have_numbers_and_are_kept_by_their_words():
    shown = Lesson("buoi-mot", COURSE).discussion()
    assert (shown.session, shown.key) == ("buoi-mot", "viet-lien-he")
    assert [one["id"] for one in shown.questions] == [prompt.ask for prompt in SESSION.discussion]
    assert shown.as_markdown() == "1. Câu hỏi một?\n2. Câu hỏi hai?\n3. Câu hỏi ba?"


def test_a_form_shows_its_questions_with_a_word_on_each():
    shown = Notes(COURSE, form())
    assert (shown.key, shown.title) == ("viet-viec", "Một việc")
    assert shown.as_markdown() == "- **Làm gì?** Một việc.\n- **Ai làm?**"


def test_a_form_with_rows_asks_everything_for_each_and_reads_as_a_table():
    shown = Notes(COURSE, form(rows=["Việc một", "Việc hai"]))
    assert [one["id"] for one in shown.questions] == [
        "Việc một: Làm gì?", "Việc một: Ai làm?", "Việc hai: Làm gì?", "Việc hai: Ai làm?",
    ]  # fmt: skip
    lines = shown.as_markdown().splitlines()
    assert lines[0] == "| Thứ tự | Làm gì? | Ai làm? |"
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["Việc một", "Việc hai"]


def test_a_recap_has_the_goals_of_the_other_session_on_its_own_page():
    shown = Lesson("buoi-hai", COURSE).recap("buoi-mot")
    assert (shown.session, shown.key) == ("buoi-hai", "viet-muc-tieu-buoi-mot")
    assert shown.goals == SESSION.goals
    assert shown.as_markdown().startswith("> Nói đi đôi với làm.\n\n**Tự kiểm tra: tôi đã làm được chưa?**")


def test_an_unknown_form_is_answered_with_those_that_exist():
    with pytest.raises(
        KeyError, match=r"no form 'x' in sessions\.yml: buoi-mot: commitments; there are: mot-viec"
    ):
        Lesson("buoi-mot", COURSE).notes("x")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (Place("buoi-mot", "viet-a", "A"), "must ask something"),
        (Place("buoi-mot", "viet-a", "A", goals=["Một", "Một"]), "questions must differ.*Một"),
    ],
)
def test_a_place_asks_each_question_once(place, message):
    with pytest.raises(ContentError, match=message):
        Notes(COURSE, place)


def gathered(course: Course) -> list[dict]:
    tool = next(iter(course.tools))
    return Tools(tool, course).notes().sessions


def test_all_places_of_a_course_are_gathered():
    sessions = gathered(COURSE)
    keys = [[place["key"] for place in session["places"]] for session in sessions]
    assert keys == [
        ["bai-hoc", "viet-mot-viec", "viet-lien-he"],
        ["nhiem-vu", "viet-muc-tieu-buoi-mot", "viet-lien-he"],
    ]
    assert sessions[0]["places"][0]["items"][0] == {"id": "mot", "title": "Bài thứ nhất", "anchor": "mot"}
    assert sessions[1]["places"][1]["goals"] == SESSION.goals


def test_what_is_asked_holds_figures_and_not_their_names():
    asked = replace(
        COURSE,
        sessions={
            "buoi-mot": SESSION.model_copy(update={"discussion": [Prompt(ask="Với {fact:nguoi}, làm gì?")]})
        },
    )
    (question,) = Lesson("buoi-mot", asked).discussion().questions
    assert question["id"] == "Với hơn 12.500 người, làm gì?"


def test_no_page_of_the_shipped_course_has_a_place_twice():
    for session in gathered(shipped()):
        keys = [place["key"] for place in session["places"]]
        assert len(keys) == len(set(keys)), session["slug"]
