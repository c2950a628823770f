"""Exam papers: the same for the same seed, keys that fit, and a sheet for every paper."""

from __future__ import annotations

import re
from string import ascii_uppercase

import page as validation
import pytest

from course import Course
from slides.deck.model import Question
from slides.paper import exam
from slides.paper.exam import MAX_VARIANTS, ExamError, Variant, variants
from tests import pdf
from tests.slides import shown
from widgets.quiz.quiz import plain_question

TITLE, COURSE = "Đề thi thử", "Học tập tác phẩm"


@pytest.fixture(scope="module")
def made(course: Course) -> list[Variant]:
    return variants(course, 20, 4, 7)


@pytest.fixture(scope="module")
def papers(made: list[Variant]) -> bytes:
    return exam.papers_pdf(made, TITLE, COURSE)


@pytest.fixture(scope="module")
def keys(made: list[Variant]) -> bytes:
    return exam.keys_pdf(made, TITLE, COURSE)


def true_answer(entry: dict, one: Question) -> bool:
    """Tell from the content's own truth whether the printed answer is right for the printed options."""
    shown_texts = [option.text for option in one.options]
    if one.kind in ("single", "multiple"):
        right = {option["text"] for option in entry["options"] if option["correct"]}
        return {shown_texts[ascii_uppercase.index(letter)] for letter in one.answer.split(", ")} == right
    if one.kind == "boolean":
        return one.answer == ("A – Đúng" if entry["answer"] else "B – Sai")
    if one.kind == "ordering":
        restored = [shown_texts[ascii_uppercase.index(letter)] for letter in one.answer.split(" – ")]
        return restored == [item["text"] for item in entry["items"]]
    if one.kind == "matching":
        joined = [mark.split("–") for mark in one.answer.split(", ")]
        sides = {side.sign: side.text for side in one.sides}
        found = {shown_texts[int(n) - 1]: sides[letter] for n, letter in joined}
        return found == {pair["left"]: pair["right"] for pair in entry["pairs"]}
    return one.answer == entry["answer"]["text"]


def test_the_same_seed_gives_the_same_papers_and_another_others(course: Course, made: list) -> None:
    assert variants(course, 20, 4, 7) == made
    assert variants(course, 20, 4, 8) != made


def test_the_same_papers_are_the_same_bytes(made: list[Variant], papers: bytes, keys: bytes) -> None:
    assert exam.papers_pdf(made, TITLE, COURSE) == papers
    assert exam.keys_pdf(made, TITLE, COURSE) == keys


def test_variants_hold_the_same_questions_in_another_order(made: list[Variant]) -> None:
    orders = [tuple(one.id for one in variant.questions) for variant in made]
    assert len(set(orders)) == len(made) and len({frozenset(order) for order in orders}) == 1
    assert [variant.code for variant in made] == [101, 102, 103, 104]
    for variant in made:
        assert [one.number for one in variant.questions] == list(range(1, 21))


def test_options_are_shuffled_from_paper_to_paper(made: list[Variant]) -> None:
    def order(variant: Variant) -> dict[str, tuple]:
        return {
            one.id: (*(option.text for option in one.options), *(side.text for side in one.sides))
            for one in variant.questions
        }

    first, second = order(made[0]), order(made[1])
    assert sum(first[name] != second[name] for name in first) > 10


def test_questions_are_taken_evenly_from_the_sessions(course: Course, made: list[Variant]) -> None:
    home = {entry.id: slug for slug, entries in course.questions.items() for entry in entries}
    counts = [
        sum(home[one.id] == slug for one in made[0].questions) for slug in course.questions
    ]  # fmt: skip
    assert max(counts) - min(counts) <= 1


def test_every_key_is_true_to_the_content(course: Course, made: list[Variant]) -> None:
    entries = {entry.id: entry for entries in course.questions.values() for entry in entries}
    for variant in made:
        for one in variant.questions:
            assert true_answer(plain_question(course, entries[one.id]), one), f"{variant.code}: {one.id}"


def test_every_question_of_the_course_has_a_true_key(course: Course) -> None:
    entries = {entry.id: entry for entries in course.questions.values() for entry in entries}
    (variant,) = variants(course, len(entries), 1, 3)
    assert {one.id for one in variant.questions} == set(entries)
    for one in variant.questions:
        assert true_answer(plain_question(course, entries[one.id]), one), one.id


def test_papers_ask_and_do_not_answer(made: list[Variant], papers: bytes) -> None:
    pages = [shown.squeezed(page) for page in shown.pages(papers)]
    assert not any("Đápán" in page for page in pages)
    for variant in made:
        text = "".join(page for page in pages if f"Mãđề{variant.code}" in page)
        for one in variant.questions:
            for words in (
                f"Câu {one.number}.",
                one.prompt,
                *(option.text for option in one.options),
                *(side.text for side in one.sides),
            ):
                assert shown.squeezed(words) in text


@pytest.mark.parametrize("seed", [1, 7, 8])
def test_twenty_questions_have_room_on_four_pages_before_the_sheet(course: Course, seed: int) -> None:
    pages = shown.pages(exam.papers_pdf(variants(course, 20, 4, seed), TITLE, COURSE))
    for code in (101, 102, 103, 104):
        assert len([page for page in pages if f"Mã đề {code} · trang" in page]) <= 5


def test_pairs_of_a_key_stay_on_one_line(keys: bytes) -> None:
    lines = "\n".join(pdf.lines(keys))
    assert re.search(r"\d–[A-H]", lines) and not re.search(r"\d–\s*\n", lines)


def test_each_paper_ends_with_its_sheet_with_a_row_a_question(made: list[Variant], papers: bytes) -> None:
    sheets = [page for page in shown.pages(papers) if "Phiếu trả lời – mã đề" in page]
    assert len(sheets) == len(made)
    for variant, sheet in zip(made, sheets, strict=True):
        rows = sheet.split("ghi câu trả lời lên dòng kẻ.")[1]
        letters = {
            one.number: "".join(ascii_uppercase[: len(one.options)])
            if one.kind in ("single", "multiple", "boolean")
            else ""
            for one in variant.questions
        }
        written = shown.squeezed(rows.split("Mã đề")[0])
        for number, row in letters.items():
            assert f"{number}{row}" in written, f"{variant.code}: row {number}"


def test_keys_name_every_answer_of_every_paper(made: list[Variant], keys: bytes) -> None:
    pages = [shown.squeezed(page) for page in shown.pages(keys)]
    everything = "".join(pages)
    for row in zip(*(variant.questions for variant in made), strict=True):
        answers = "".join(one.answer for one in row)
        assert shown.squeezed(f"{row[0].number}{answers}") in everything
    for one in made[0].questions:
        assert shown.squeezed(one.explanation) in everything and shown.squeezed(one.cite) in everything


def test_papers_and_keys_pass_the_rules_of_pdf_ua_1(papers: bytes, keys: bytes) -> None:
    for data in (papers, keys):
        assert validation.validate_pdf_bytes(data, profile="ua1").is_compliant


@pytest.mark.parametrize("count", [1, 5])
def test_any_number_of_papers_can_be_made(course: Course, count: int) -> None:
    made = variants(course, 3, count, 7)
    assert len(made) == count
    assert (
        len([page for page in shown.pages(exam.papers_pdf(made, TITLE, COURSE)) if "Phiếu trả lời" in page])
        == count
    )
    assert f"Mã đề {100 + count}" in " ".join(shown.pages(exam.keys_pdf(made, TITLE, COURSE)))


def test_the_most_papers_have_codes_of_their_own(course: Course) -> None:
    made = variants(course, 3, MAX_VARIANTS, 7)
    assert [variant.code for variant in made] == list(range(101, 101 + MAX_VARIANTS))


@pytest.mark.parametrize(("questions", "value"), [(0, "0"), (10_000, "10000")])
def test_too_many_questions_are_refused_with_the_limit(course: Course, questions: int, value: str) -> None:
    total = sum(map(len, course.questions.values()))
    with pytest.raises(ExamError, match=rf"--questions: phải từ 1 đến {total}, .*đang là {value}"):
        variants(course, questions, 2, 7)


@pytest.mark.parametrize("count", [0, MAX_VARIANTS + 1])
def test_too_many_papers_are_refused_with_the_limit(course: Course, count: int) -> None:
    with pytest.raises(ExamError, match=rf"--variants: phải từ 1 đến {MAX_VARIANTS}; đang là {count}"):
        variants(course, 20, count, 7)
