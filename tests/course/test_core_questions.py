"""The core questions as data: enough of them, spread over the sessions, short, rightly quoted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from course import Course, resolve
from course.reference import CoreQuestion
from tests.course.test_evidence import even, spelt_alike
from tests.courses import shipped
from tests.numbers import in_content, known, unknown

COURSE = shipped()
ENTRIES = list(COURSE.qa.values())
every = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)


def sentences(text: str) -> list[str]:
    """Cut a text at what ends a sentence; a mark within a quotation or an abbreviation is none."""
    return re.split(r"(?<=[.?!])\s+(?=[A-ZĐÀ-Ỹ“])", text.strip())


def alike(text: str) -> str:
    """Return the words of a text without accents, capitals and signs, in the order of the alphabet."""
    bare = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return " ".join(sorted(re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", bare))))


def quotations(course: Course, entry: CoreQuestion) -> Iterator[str]:
    """Yield what stands between quotation marks, with its figures put in."""
    yield from re.findall("“([^”]+)”", resolve(course, f"{entry.question} {entry.answer}"))


def invented(course: Course, texts: dict[str, str]) -> list[str]:
    """Return quotations that are in the words of no source, its slips mended."""
    mended = {name: even(text) for name, text in texts.items()}
    for slip in (entry for entry in course.corrections.values() if entry.kind == "slip"):
        for words in slip.reads:
            mended[slip.source] = mended[slip.source].replace(even(words), even(slip.meant))
    found = [spelt_alike(text) for text in mended.values()]
    return [
        f"{entry.id}: in no source: {words!r}"
        for entry in course.qa.values()
        for words in quotations(course, entry)
        if not any(spelt_alike(even(words)) in text for text in found)
    ]


def test_there_are_enough_and_every_session_has_its_share():
    counts = Counter(entry.topic for entry in ENTRIES)
    assert len(ENTRIES) >= 60
    assert set(counts) == set(COURSE.sessions)
    assert min(counts.values()) >= 8


def test_they_stand_in_the_order_of_the_sessions_and_are_numbered():
    order = list(COURSE.sessions)
    assert [entry.topic for entry in ENTRIES] == sorted((e.topic for e in ENTRIES), key=order.index)
    seen: Counter[str] = Counter()
    for entry in ENTRIES:
        seen[entry.topic] += 1
        assert entry.id == f"hoi-dap-{entry.topic}-{seen[entry.topic]:02}"


def test_no_question_is_asked_twice():
    counts = Counter(alike(entry.question) for entry in ENTRIES)
    assert [text for text, count in counts.items() if count > 1] == []


@every
def test_a_question_asks(entry):
    assert entry.question.endswith("?")
    assert len(sentences(entry.question)) == 1
    assert len(resolve(COURSE, entry.question).split()) <= 30


@every
def test_an_answer_is_short_and_plain(entry):
    said = sentences(resolve(COURSE, entry.answer))
    assert 1 <= len(said) <= 4
    assert [text for text in said if len(text.split()) > 30] == []
    assert said[-1][-1] in ".?!"


@every
def test_the_answer_does_not_stand_in_the_question(entry):
    asked, said = alike(entry.question).split(), alike(resolve(COURSE, entry.answer)).split()
    assert len(set(said) - set(asked)) >= 8


@every
def test_quiz_questions_exist_and_are_named_once(entry):
    known_ids = {question.id for questions in COURSE.questions.values() for question in questions}
    assert set(entry.quiz) <= known_ids
    assert len(set(entry.quiz)) == len(entry.quiz)


def test_most_questions_lead_to_the_quiz_and_every_session_does():
    leading = [entry for entry in ENTRIES if entry.quiz]
    assert len(leading) >= 0.75 * len(ENTRIES)
    assert {entry.topic for entry in leading} == set(COURSE.sessions)


def test_numbers_of_answers_are_looked_at():
    wrong = ENTRIES[0].model_copy(update={"answer": "Có 12.345 trang.", "question": "Có 9.876 trang?"})
    passages = [one for one in in_content(replace(COURSE, qa={wrong.id: wrong})) if one.file == "qa.yml"]
    assert unknown(passages, known(COURSE)) == [
        f"qa.yml: {wrong.id} > question: 9876",
        f"qa.yml: {wrong.id} > answer: 12345",
    ]


def test_quotations_are_the_words_of_a_source(texts):
    assert invented(COURSE, texts) == []


def test_an_invented_quotation_is_named(course):
    entry = course.qa["hoi-1"].model_copy(update={"answer": "Nguồn ghi “nói đi đôi với làm” và “gồm 3 bài”."})
    texts = {"nguon": "Nguồn: nói đi\nđôi với *làm*."}
    assert invented(replace(course, qa={entry.id: entry}), texts) == ["hoi-1: in no source: 'gồm 3 bài'"]
