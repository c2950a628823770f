"""The quiz in Python: what it gives to the browser, what it refuses, and how it reads on paper."""

from __future__ import annotations

import re

import pytest

from course import ContentError, Course, load
from tests.courses import SMALL, shipped
from tests.quiz_samples import KINDS, all_kinds, course, question
from widgets.quiz.quiz import Quiz, plain_question


def quiz(*questions, **options) -> Quiz:
    return Quiz(course(), questions or all_kinds(), session="thu", **options)


def plain(kind: str, **changes) -> dict:
    return plain_question(course(), question(kind, **changes))


def test_references_are_resolved_everywhere():
    shown = plain("boolean", explanation="Kỷ luật {fact:dang-vien}.", reason_wrong="Là {fact:trang:so}.")
    assert shown["prompt"] == "Sách được trình bày trong 600 trang."
    assert shown["explanation"] == "Kỷ luật hơn 167.700 đảng viên."
    assert shown["reason_wrong"] == "Là 600."


def test_references_inside_parts_are_resolved():
    parts = [
        {"text": f"{number} trong {{fact:trang}}", "reason": "{fact:to-chuc}"}
        for number in ("Một", "Hai", "Ba")
    ]
    assert plain("ordering", items=parts)["items"][0] == {
        "text": "Một trong 600 trang",
        "reason": "hơn 2.740 tổ chức đảng",
    }


def test_source_difficulty_and_notes_are_words():
    shown = plain("single")
    assert shown["cite"] == "Kế hoạch thử, mục II.2"
    assert shown["difficulty"] == "Dễ"
    assert shown["notes"] == ["Bản quét ghi lệch, sách có 600 trang."]
    assert not {"source", "place"} & set(shown)


@pytest.mark.parametrize(("level", "word"), [("de", "Dễ"), ("vua", "Vừa"), ("kho", "Khó")])
def test_every_difficulty_has_a_word(level, word):
    assert plain("boolean", difficulty=level)["difficulty"] == word


def test_a_number_keeps_its_more_than_its_unit_and_its_likely_mistakes():
    shown = plain("numeric")
    assert shown["answer"] == {
        "value": 167700, "text": "hơn 167.700 đảng viên", "unit": "đảng viên", "qualifier": "over",
    }  # fmt: skip
    assert shown["near"] == [{"value": 2740, "reason": "Đó là số tổ chức đảng: hơn 2.740 tổ chức đảng."}]


def test_an_exact_number_has_no_more_than():
    assert plain("numeric", answer="trang", near=[])["answer"]["text"] == "600 trang"


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        ("boolean", {"prompt": "Có {fact:khong-co}."}, "Quiz: cau-boolean: no such fact: 'khong-co'"),
        (
            "boolean",
            {"source": "khac"},
            "Quiz: cau-boolean: must refer to what the course holds, got 'khac'",
        ),
        ("single", {"notes": ["la"]}, "Quiz: cau-single: must refer to what the course holds, got 'la'"),
        (
            "numeric",
            {"answer": "so-la"},
            "Quiz: cau-numeric: must refer to what the course holds, got 'so-la'",
        ),
        (
            "numeric",
            {"near": [{"fact": "gan", "reason": "Gần."}]},
            "Quiz: cau-numeric: must refer to what the course holds, got 'gan'",
        ),
    ],
)
def test_unknown_reference_is_named_with_place_rule_and_value(kind, changes, message):
    with pytest.raises(ContentError) as caught:
        quiz(question(kind, **changes))
    assert str(caught.value) == message


def test_a_quiz_needs_questions():
    with pytest.raises(ContentError, match=r"^Quiz: questions: must hold at least one question, got \[\]$"):
        Quiz(course(), [], session="thu")


def test_ids_must_differ():
    message = r"^Quiz: questions: ids must differ, progress is kept by id, got \['cau-boolean'\]$"
    with pytest.raises(ContentError, match=message):
        quiz(question("boolean"), question("single"), question("boolean"))


def test_an_unknown_mode_is_refused_at_first_and_later():
    message = "^Quiz: mode: must be one of one, list, got 'grid'$"
    with pytest.raises(ContentError, match=message):
        quiz(mode="grid")
    shown = quiz(mode="list")
    with pytest.raises(ContentError, match=message):
        shown.mode = "grid"
    assert shown.mode == "list"


def test_the_state_is_all_that_the_browser_needs():
    state = quiz(key="on", title="Ôn lại", mode="list", seed=3).get_state()
    assert {name: state[name] for name in ("session", "key", "title", "mode", "seed")} == {
        "session": "thu", "key": "on", "title": "Ôn lại", "mode": "list", "seed": 3,
    }  # fmt: skip
    assert [one["kind"] for one in state["questions"]] == list(KINDS)


def test_plain_readers_get_the_whole_quiz():
    shown = quiz()
    data, _ = shown._repr_mimebundle_()
    assert data["text/markdown"] == data["text/plain"] == shown.as_markdown()
    assert "application/vnd.jupyter.widget-view+json" in data


def texts(value) -> list[str]:
    """Every text of a plain question that a reader must find on paper."""
    if isinstance(value, dict):
        return [
            text
            for name, part in value.items()
            if name not in ("id", "kind", "unit", "qualifier")
            for text in texts(part)
        ]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("kind", KINDS)
def test_paper_holds_everything_a_question_says(kind):
    shown = quiz(question(kind))
    paper = shown.as_markdown()
    (asked,) = shown.questions
    asked = {**asked, "near": []}  # What one might have typed is no part of the paper.
    assert [text for text in texts(asked) if text not in paper] == []


@pytest.mark.parametrize("kind", KINDS)
def test_paper_asks_before_it_answers(kind):
    asked, answered = quiz(question(kind)).as_markdown().split("#### Đáp án")
    told = question(kind)
    assert told.explanation in answered
    assert told.explanation not in asked
    assert "Nguồn" not in asked
    for part in getattr(told, "options", []) or getattr(told, "items", []) or getattr(told, "pairs", []):
        assert part.reason in answered
        assert part.reason not in asked


def test_the_kits_own_words_stand_below_the_source_and_a_situation_is_said_to_be_invented():
    paper = quiz(question("single", commentary="Nên hỏi lại.", invented=True)).as_markdown()
    asked, answered = paper.split("#### Đáp án")
    assert "Tình huống giả định. Đợt sinh hoạt" in asked and "Nên hỏi lại." not in asked
    assert (
        answered.index("Nguồn") < answered.index("Cách hiểu của bộ tài liệu") < answered.index("Nên hỏi lại.")
    )


def test_a_question_knows_the_place_that_it_leads_back_to():
    small = load(SMALL)
    (asked,) = Quiz(small, [question_of(small, "q-01", see="mot")], session="thu").questions
    assert asked["see"] == {
        "slug": "buoi-mot",
        "anchor": "mot",
        "title": small.groups["bai-hoc"].items[0].title,
    }
    with pytest.raises(ContentError, match="q-01 > see: must be the name of a place"):
        Quiz(small, [question_of(small, "q-01", see="khong-co")], session="thu")


def question_of(small: Course, name: str, **changes: object):
    """Return a question of the small course with some fields changed."""
    asked = next(one for one in small.questions["buoi-mot"] if one.id == name)
    return asked.model_copy(update=changes)


def test_paper_leaves_room_for_a_number_and_keeps_its_more_than_to_the_answer():
    assert "Trả lời: ………… đảng viên" in quiz(question("numeric")).as_markdown()
    assert "\nTrả lời: ………… trang" in quiz(question("numeric", answer="trang", near=[])).as_markdown()


def printed(kind: str, part: str, name: str) -> list[str]:
    """The parts of a question of that id in the order in which paper asks for them."""
    shown = quiz(question(kind, id=name))
    asked = shown.as_markdown().split("#### Đáp án")[0]
    (only,) = shown.questions
    name, field = part.split(".")
    return sorted((one[field] for one in only[name]), key=asked.index)


@pytest.mark.parametrize(("kind", "part"), [("ordering", "items.text"), ("matching", "pairs.right")])
def test_paper_never_gives_the_right_order_away(kind, part):
    name, field = part.split(".")
    right = [one[field] for one in plain(kind)[name]]
    orders = [printed(kind, part, f"q-{number}") for number in range(40)]
    assert not any(shown == true for order in orders for shown, true in zip(order, right, strict=True))
    assert len({tuple(order) for order in orders}) > 1


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_options_stand_on_paper_as_they_were_written(kind):
    assert printed(kind, "options.text", "q-1") == [one["text"] for one in plain(kind)["options"]]


def test_what_is_printed_depends_on_nothing_but_the_questions():
    assert quiz(seed=5).as_markdown() == quiz(seed=6).as_markdown()


def test_signs_of_markdown_are_shown_as_they_are():
    paper = quiz(question("boolean", prompt="Điều *1* là [a_b] | #2 <3>?")).as_markdown()
    assert r"Điều \*1\* là \[a\_b\] \| \#2 \<3\>?" in paper


@pytest.mark.parametrize("slug", shipped().sessions)
def test_every_question_of_the_kit_can_be_asked(slug):
    kit = shipped()
    shown = Quiz(kit, kit.questions[slug], session=slug)
    paper = shown.as_markdown()
    assert len(re.findall(r"^\*\*Câu \d+\*\*", paper, re.MULTILINE)) == len(kit.questions[slug])
    assert not re.search(r"\{\w+:", paper)
