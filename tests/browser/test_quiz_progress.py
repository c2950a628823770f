"""What a quiz keeps on the device, and what it takes over when it comes back; without a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.modules import functions
from tests.quiz_samples import all_kinds, course
from widgets.quiz.quiz import plain_question

QUESTIONS = [plain_question(course(), asked) for asked in all_kinds()]
IDS = [asked["id"] for asked in QUESTIONS]
SINGLE, MULTIPLE, BOOLEAN = QUESTIONS[:3]


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Callable[..., object]]:
    """A function that calls the module's functions by name."""
    with functions(browser, "quiz/progress.js") as call:
        yield call


def answered(call, *answers: tuple[dict, object]) -> dict:
    progress = call("freshProgress", QUESTIONS, "one")
    for asked, value in answers:
        progress = call("withAnswer", progress, asked, value)
    return progress


def restored(call, saved: object) -> dict:
    return call("restoreProgress", saved, QUESTIONS, "one")


def test_what_is_saved_comes_back(call):
    progress = answered(call, (SINGLE, 1), (BOOLEAN, True))
    saved = call("toSave", progress, QUESTIONS)
    assert {name: saved[name] for name in ("done", "total", "right")} == {"done": 2, "total": 6, "right": 1}
    assert restored(call, saved) == progress


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"answers": None, "order": None, "mode": 3, "round": -1, "current": 5},
        {"answers": "abc", "order": "abc", "mode": "grid", "round": "1", "current": "cau-la"},
        {"answers": {"cau-single": 1, "cau-la": {"value": 0}}, "order": ["cau-la"], "round": 1.5},
        {"answers": {"cau-single": {"value": 0}}, "current": ""},
    ],
)
def test_what_makes_no_sense_is_dropped(call, saved):
    assert restored(call, saved) == call("freshProgress", QUESTIONS, "one")


def test_an_impossible_value_is_dropped_and_the_others_stay(call):
    progress = answered(call, (SINGLE, 0), (MULTIPLE, [0, 1]))
    progress["answers"]["cau-single"]["value"] = 9
    assert list(restored(call, progress)["answers"]) == ["cau-multiple"]


def test_a_new_question_joins_the_run(call):
    progress = answered(
        call, *[(asked, value) for asked, value in zip(QUESTIONS[:2], [1, [0, 1]], strict=True)]
    )
    saved = {**call("retryWrong", progress, QUESTIONS), "current": "cau-single"}
    assert saved["order"] == ["cau-single"]
    assert restored(call, saved)["order"] == [name for name in IDS if name != "cau-multiple"]


def test_only_what_was_wrong_is_asked_again(call):
    values = [1, [0, 1], False, "167700", [0, 1, 2, 3], [0, 1, 2]]
    progress = answered(call, *zip(QUESTIONS, values, strict=True))
    assert call("isComplete", progress) is True
    again = call("retryWrong", progress, QUESTIONS)
    assert again["order"] == ["cau-single", "cau-boolean"]
    assert again["current"] == "cau-single"
    assert again["round"] == 1
    assert call("isComplete", again) is False
    # Until a question is answered anew, its wrong answer is on record.
    assert call("score", again, QUESTIONS) == {"done": 6, "total": 6, "right": 4}
    assert restored(call, again) == again
    left = call("withAnswer", again, QUESTIONS[0], 0)
    assert (left["redo"], call("nextOpen", left)) == (["cau-boolean"], "cau-boolean")
    assert call("score", left, QUESTIONS) == {"done": 6, "total": 6, "right": 5}


def test_what_was_saved_before_wrong_ones_could_be_repeated_is_read_as_it_was(call):
    old = answered(call, (QUESTIONS[0], 1), (QUESTIONS[1], [0, 1]))
    del old["redo"]
    found = restored(call, old)
    assert (found["redo"], found["answers"]) == ([], old["answers"])
    # What no longer is wrong, or never was answered, is not to be repeated.
    named = {**old, "redo": ["cau-multiple", "cau-numeric", 7, "cau-single"]}
    assert restored(call, named)["redo"] == ["cau-single"]


def test_a_new_start_shuffles_anew_and_asks_everything(call):
    anew = call("restart", {**answered(call, (SINGLE, 0)), "mode": "list"}, QUESTIONS)
    assert anew == {**call("freshProgress", QUESTIONS, "list"), "round": 1}


def test_the_result_comes_back_only_where_all_is_answered(call):
    values = [0, [0, 1], True, "167700", [0, 1, 2, 3], [0, 1, 2]]
    complete = {**answered(call, *zip(QUESTIONS, values, strict=True)), "current": ""}
    assert restored(call, complete)["current"] == ""
    del complete["answers"]["cau-numeric"]
    assert restored(call, complete)["current"] == "cau-numeric"
