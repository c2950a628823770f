"""What saved progress means: reading it with care, summing it up, and where it leads. No page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.browser.modules import functions

# A moment in milliseconds; where the device is does not matter.
NOW = 1_700_000_000_000
DAY = 86_400_000


@pytest.fixture(scope="module")
def reading(browser) -> Iterator[Callable]:
    with functions(browser, "progress/reading.js") as call:
        yield call


@pytest.fixture(scope="module")
def review(browser) -> Iterator[Callable]:
    with functions(browser, "progress/review.js", "quiz/logic.js") as call:
        yield call


@pytest.fixture(scope="module")
def answer_card(browser) -> Iterator[Callable]:
    """Give a flashcard's state after an answer, as the cards' own page makes it."""
    with functions(browser, "flashcards/memory.js") as call:
        yield lambda card, rating, now: call("answerCard", card, rating, now)


def question(name: str) -> dict:
    return {"id": name, "kind": "boolean", "prompt": f"Câu {name}?", "answer": True}


def session(slug: str, *questions: str, **lists: int) -> dict:
    """A session with true-or-false questions, and lists of so many points."""
    return {
        "slug": slug,
        "title": f"Buổi {slug}",
        "questions": [question(name) for name in questions],
        "lists": [
            {
                "id": name,
                "title": f"Danh sách {name}",
                "items": [{"id": f"{name}-{i}", "title": f"Mục {name}-{i}"} for i in range(1, count + 1)],
            }
            for name, count in lists.items()
        ],
    }


@pytest.fixture
def answered(review) -> Callable[..., dict]:
    """Return a function that gives what a quiz saves: ``answered(a=True, b=False)`` is one right, one wrong."""

    def save(**values: bool) -> dict:
        return {
            "answers": {
                name: {"value": value, "round": 0, "print": review("fingerprint", question(name))}
                for name, value in values.items()
            }
        }

    return save


ONE, TWO = session("mot", "a", "b", x=4), session("hai", "c", y=2)
MIXED = {"slug": "on", "key": "tong-hop", "title": "Ôn tổng hợp"}
KIT = {"sessions": [ONE, TWO], "mixed": MIXED, "cards": {"slug": "the-ghi-nho", "total": 148}}


@pytest.mark.parametrize(
    ("saved", "counts"),
    [
        ({"done": 3, "right": 2}, (3, 2)),
        ({"done": 3}, (3, None)),
        ({"done": 99, "right": 98}, (11, 11)),
        ({"done": 2, "right": 9}, (2, 2)),
        ({"done": -1, "right": -5}, (0, 0)),
        ({"done": "3", "right": []}, (0, None)),
        (None, (0, None)),
    ],
)
def test_counts_of_a_quiz_stay_within_what_there_is(reading, saved, counts):
    found = reading("quizCounts", saved, 11)
    assert (found["done"], found["right"], found["total"]) == (*counts, 11)


@pytest.mark.parametrize(
    ("saved", "read"),
    [
        ({"read": ["a", "b", "a", 5]}, 2),
        ({"read": list("abcdefghi")}, 8),
        ({"read": "abc"}, 0),
        ({}, 0),
        (None, 0),
    ],
)
def test_counts_of_read_points_stay_within_what_there_is(reading, saved, read):
    assert reading("readCounts", saved, 8) == {"read": read, "total": 8}


def test_a_session_is_summed_up_over_its_lists(reading):
    entries = {
        "nhiem-vu/quiz": {"done": 3, "right": 2},
        "nhiem-vu/luu-y": {"read": ["a"]},
        "la/luu-y": {"read": ["b"]},
    }
    shape = {"slug": "nhiem-vu", "questions": 11, "lists": {"nhiem-vu": 5, "luu-y": 5}}
    found = reading("sumUp", entries, shape)
    assert found["cards"] == {"read": 1, "total": 10}
    assert (found["begun"], found["finished"]) == (True, False)
    assert reading("wordsOf", found) == ["Đã đọc 1/10 thẻ", "Đã trả lời 3/11 câu · đúng 2"]
    nothing = reading("sumUp", None, shape)
    assert (nothing["begun"], reading("wordsOf", nothing)) == (False, [])


def test_when_the_number_of_right_answers_is_not_known_it_is_not_said(reading):
    found = reading("sumUp", {"a/quiz": {"done": 3}}, {"slug": "a", "questions": 11, "lists": {}})
    assert reading("wordsOf", found) == ["Đã trả lời 3/11 câu"]


def test_one_goes_on_where_one_has_begun_else_with_the_first_that_is_not_finished(reading):
    def state(slug: str, begun: bool, finished: bool) -> dict:
        return {"slug": slug, "begun": begun, "finished": finished}

    done, fresh, left = state("a", True, True), state("b", False, False), state("c", True, False)
    assert reading("nextSession", [done, fresh, left]) == left
    assert reading("nextSession", [done, fresh]) == fresh
    assert reading("nextSession", [done]) is None


def test_before_they_have_been_opened_all_cards_are_new(reading, answer_card):
    card = answer_card(None, 3, NOW)
    place = {"slug": "the-ghi-nho", "total": 148}
    fresh = {"again": 0, "fresh": 10, "all": 10}
    damaged = {"cards": {"mot": 5}, "unseen": "x"}
    for entries in (None, {}, {"the-ghi-nho/the": damaged}):
        assert reading("cardsToday", entries, place, NOW) == fresh
    assert reading("cardsToday", {}, {**place, "total": 4}, NOW)["all"] == 4
    saved = {"cards": {"mot": card}, "limit": 10, "unseen": 2}
    assert reading("cardsToday", {"the-ghi-nho/the": saved}, place, NOW) == {"again": 1, "fresh": 2, "all": 3}


def test_parts_read_are_counted_and_lead_on(reading, review):
    saved = {"total": 3, "read": ["Một", "Một", 7], "current": {"id": "phan-2", "title": "Hai"}}
    found = reading("partsRead", saved)
    assert found == {"read": 1, "total": 3, "current": {"id": "phan-2", "title": "Hai"}}
    for damaged in ({**saved, "current": "phan-2"}, {**saved, "total": 1}, {**saved, "total": "x"}, None):
        assert reading("partsRead", damaged)["current"] is None
    step = review("nextStep", {"mot/phan-da-doc": saved}, KIT, NOW)
    assert (step["label"], step["fragment"]) == ("Đọc tiếp: Hai", "phan-2")


def test_answers_are_judged_anew_and_those_of_other_questions_are_left_out(review, answered):
    saved = answered(a=True, b=False)
    assert review("sumSession", {"mot/quiz": saved}, ONE)["quiz"] == {"done": 2, "total": 2, "right": 1}
    saved["answers"]["b"]["print"] = "of an older question"
    assert review("sumSession", {"mot/quiz": saved}, ONE)["quiz"] == {"done": 1, "total": 2, "right": 1}


@pytest.mark.parametrize(
    "saved", [{}, {"answers": None}, {"answers": 3}, {"answers": {"a": 1}}, {"order": 5}]
)
def test_damaged_answers_count_as_none(review, saved):
    assert review("sumSession", {"mot/quiz": saved}, ONE)["quiz"]["done"] == 0
    assert review("wrongQuestions", {"mot/quiz": saved}, [ONE, TWO], MIXED) == []


def test_wrong_questions_are_found_where_they_were_answered(review, answered):
    entries = {"mot/quiz": answered(a=True, b=False), "on/tong-hop": answered(a=False, b=False, c=False)}
    found = review("wrongQuestions", entries, [ONE, TWO], MIXED)
    places = {
        one["session"]["slug"]: [(asked["id"], asked["number"], asked["slug"]) for asked in one["questions"]]
        for one in found
    }
    assert places == {"mot": [("a", 1, "on"), ("b", 2, "mot")], "hai": [("c", 1, "on")]}
    assert len(review("wrongQuestions", entries, [ONE, TWO], None)) == 1


def test_lists_of_which_little_is_read_are_named_only_once_the_session_is_begun(review, answered):
    assert review("littleRead", {}, [ONE, TWO]) == []
    entries = {"mot/quiz": answered(a=True), "mot/x": {"read": ["x-1", "lạ"]}}
    (found,) = review("littleRead", entries, [ONE, TWO])
    assert found == {"slug": "mot", "id": "x", "title": "Danh sách x", "read": 1, "total": 4, "next": "x-2"}
    entries["mot/x"]["read"].append("x-3")
    assert review("littleRead", entries, [ONE, TWO]) == []


def test_cards_that_were_forgotten_are_counted(review, answer_card):
    known = answer_card(answer_card(None, 4, NOW), 4, NOW + 20 * DAY)
    lost = answer_card(known, 1, NOW + 200 * DAY)
    cards = {"mot": known, "hai": lost, "ba": lost, "hong": {"l": 3}}
    assert review("forgottenCards", {"the-ghi-nho/the": {"cards": cards, "idle": ["ba"]}}, "the-ghi-nho") == 1
    assert review("forgottenCards", {}, "the-ghi-nho") == 0


def test_the_next_step_leads_to_the_exact_place(review, answered, answer_card):
    def step(entries: dict) -> tuple:
        found = review("nextStep", entries, KIT, NOW)
        return found["label"], found["slug"], found["fragment"]

    assert step({}) == ("Vào học", "mot", "")
    assert step({"mot/x": {"read": ["x-1"]}}) == ("Đọc tiếp: Mục x-2", "mot", "x-2")
    assert step({"mot/quiz": answered(a=False)}) == ("Trả lời tiếp từ câu 2", "mot", "b")
    mot = {"mot/quiz": answered(a=True, b=False)}
    assert step(mot) == ("Xem lại câu 2", "mot", "b")
    mot = {"mot/quiz": answered(a=True, b=True)}
    assert step(mot) == ("Vào học", "hai", "")
    done = {**mot, "hai/quiz": answered(c=True)}
    assert step(done) == ("Ôn tổng hợp", "on", "")
    assert step({**done, "on/tong-hop": answered(a=True, b=True, c=True)}) == ("", "", "")
    due = {"the-ghi-nho/the": {"cards": {"mot": answer_card(None, 1, NOW)}}}
    assert step({**done, **due}) == ("Ôn thẻ ghi nhớ", "the-ghi-nho", "")


def test_where_there_are_no_cards_they_are_no_step(review, answer_card):
    due = {"the-ghi-nho/the": {"cards": {"mot": answer_card(None, 1, NOW)}}}
    assert review("nextStep", due, {**KIT, "cards": None}, NOW)["slug"] == "mot"
