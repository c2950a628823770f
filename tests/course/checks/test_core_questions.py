"""What ``kit check`` says of core questions that are too few, too long, or in disorder."""

from __future__ import annotations

import pytest
import yaml

from tests.course.breaking import Edit, complaints, data, rules

LONG = " ".join(["chữ"] * 31)
ANSWER = "answer: Nguồn nêu {fact:so-bai}."


def first(name: str, topic: str, question: str, quiz: str) -> Edit:
    """Return an edit that puts a core question ahead of the other."""
    entry = {"id": name, "topic": topic, "question": question, "answer": "Nguồn có bài.", "quiz": [quiz]}
    place = {"source": "nguon", "place": "mục 2"}
    return data("qa.yml", "- id: ", yaml.safe_dump([entry | place], allow_unicode=True) + "- id: ")


CASES = {
    "too few": (
        rules(core_questions=1), ["qa.yml: buoi-hai: must have 1 core questions or more, got 0"],
    ),
    "an id out of the count": (
        data("qa.yml", "id: hoi-1", "id: hoi-3"), ["qa.yml: hoi-3 > id: must be 'hoi-1', got 'hoi-3'"],
    ),
    "sessions out of order": (
        [rules(core_question_id="hoi-{topic}-{number}"),
         data("qa.yml", "id: hoi-1", "id: hoi-buoi-mot-1"),
         first("hoi-buoi-hai-1", "buoi-hai", "Có việc gì?", "r-01")],
        ["qa.yml: hoi-buoi-mot-1: must stand with its session, before those of 'buoi-hai', got 'buoi-mot'"],
    ),
    "a question that is asked twice": (
        [data("qa.yml", "id: hoi-1", "id: hoi-2"),
         first("hoi-1", "buoi-mot", "Bao nhiêu bài học, nguồn nêu?", "q-01")],
        ["qa.yml: hoi-2: asks the same as 'hoi-1', got 'Nguồn nêu bao nhiêu bài học?'"],
    ),
    "a question that does not ask": (
        data("qa.yml", "bài học?", "bài học."),
        ["qa.yml: hoi-1 > question: must be one sentence that ends in a question mark, "
         "got 'Nguồn nêu bao nhiêu bài học.'"],
    ),
    "two questions in one": (
        data("qa.yml", "bài học?", "bài học? Bài nào?"),
        ["qa.yml: hoi-1 > question: must be one sentence that ends in a question mark, "
         "got 'Nguồn nêu bao nhiêu bài học? Bài nào?'"],
    ),
    "a question that is too long": (
        data("qa.yml", "bài học?", f"“{LONG}”?"),
        ["qa.yml: hoi-1 > question: must have 30 words or fewer, got 35"],
    ),
    "an answer of five sentences": (
        data("qa.yml", ANSWER, "answer: Một. Hai. Ba. Bốn. Năm."),
        ["qa.yml: hoi-1 > answer: must have 4 sentences or fewer, got 5"],
    ),
    "an answer with a long quotation": (
        data("qa.yml", ANSWER, f"answer: Là “{LONG}”."),
        ["qa.yml: hoi-1 > answer: a sentence must have 30 words or fewer, its quotations included; make two of it, "
         f"got {f'Là “{LONG}”.'!r:.87}…"],
    ),
    "an answer that breaks off": (
        data("qa.yml", "{fact:so-bai}.", "ba bài"),
        ["qa.yml: hoi-1 > answer: must end as a sentence does, got 'Nguồn nêu ba bài'"],
    ),
    "an answer that stands in its question": (
        rules(core_answer_words=2),
        ["qa.yml: hoi-1 > answer: must have 2 words or more that its question has not, got 1"],
    ),
    "a quiz question that is named twice": (
        data("qa.yml", "quiz: [q-01]", "quiz: [q-01, q-01]"),
        ["qa.yml: hoi-1 > quiz: must name a quiz question once, got 'q-01'"],
    ),
    "no quiz question": (
        data("qa.yml", "quiz: [q-01]", "quiz: []"),
        ["qa.yml: quiz: 75% of the 1 core questions or more must name quiz questions, got 0",
         "qa.yml: buoi-mot: must have a core question that names quiz questions"],
    ),
    "a number of no source": (
        data("qa.yml", ANSWER, "answer: Có 12.345 trang."),
        ["qa.yml: hoi-1 > answer: a number must have its source: a row in facts.csv, named as {fact:id}, or a date "
         "or document of the data (a figure that stands there with “hơn” keeps it), got '12345'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "messages"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_named_with_place_and_value(tmp_path, edits, messages):
    edits = edits if isinstance(edits, list) else [edits]
    assert complaints(tmp_path / "course", *edits) == messages
