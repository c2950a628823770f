"""What is handed out and what the speaker holds: readable without colour, answers where they belong."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from math import ceil

import pypdf
import pytest

from course import Course
from shown.model import COMMENTARY, plain
from slides.deck.model import Deck, Live, Question
from tests import pdf
from tests.courses import shipped
from tests.slides import shown

SLUGS = list(shipped().sessions)
Printed = Callable[[str], bytes]
ANSWERS = "Đáp án và nguồn"
QUESTIONS = "Câu hỏi tự kiểm tra Câu 1."


def slides_of(deck: Deck) -> list[str]:
    """Titles of the slides that one writes beside: not the cover, no questions, and nothing that leads to them."""
    following = (*deck.slides[1:], None)
    return [
        slide.title
        for slide, after in zip(deck.slides, following, strict=True)
        if slide.kind != "cover"
        and not (after and shown.asks(after))
        and not any(isinstance(block, (Live, Question)) for block in slide.blocks)
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_three_slides_stand_on_a_page_in_their_order(
    printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    pages = shown.pages(printed(f"{slug}-phat-tay.pdf"))
    titles = slides_of(decks[slug])
    count = ceil(len(titles) / 3)
    for page, place in zip(pages[:count], range(0, len(titles), 3), strict=True):
        rest = shown.squeezed(page)
        for title in titles[place : place + 3]:
            before, found, rest = rest.partition(shown.squeezed(title))
            assert found, f"{title} is not on the page, or not behind {before[-30:]}"
    # Below fewer than three slides the questions begin, where the first has room.
    assert any(QUESTIONS in page for page in pages[len(titles) // 3 : count + 1])


@pytest.mark.parametrize("slug", SLUGS)
def test_questions_come_first_and_answers_on_the_last_pages(
    printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    pages = shown.pages(printed(f"{slug}-phat-tay.pdf"))
    (begin,) = [number for number, page in enumerate(pages) if ANSWERS in page]
    before, after = " ".join(pages[:begin]), " ".join(pages[begin:])
    questions = decks[slug].questions
    assert "Đáp án:" not in before and after.count("Đáp án:") == len(questions)
    for one in questions:
        for text in (
            one.prompt,
            *(option.text for option in one.options),
            *(side.text for side in one.sides),
        ):
            assert shown.squeezed(text) in shown.squeezed(before)
        assert shown.squeezed(f"Đáp án: {one.answer}") in shown.squeezed(after)
        assert shown.squeezed(one.explanation) in shown.squeezed(after)
        for reason in (*map(plain, one.reasons), one.commentary):
            assert shown.squeezed(reason) in shown.squeezed(after)
    # Reasons are the kit's own: below the source's line, with their mark.
    assert after.count(COMMENTARY) == sum(bool(one.reasons or one.commentary) for one in questions)
    assert after.index("Nguồn:") < after.index(COMMENTARY)


def test_where_the_book_is_read_stands_whole_beside_the_slide(course: Course, printed: Printed) -> None:
    for ending, whole in (("-phat-tay.pdf", True), ("-ghi-chu.pdf", True), (".pdf", False)):
        told = shown.squeezed("".join(shown.pages(printed(f"tac-pham{ending}")))).replace("\u200b", "")
        assert (course.book.read_at.address in told) == whole


def test_an_answer_is_told_by_words_not_by_colour(decks: dict[str, Deck], printed: Printed) -> None:
    """On a black and white print the letters and the words of the right options still say it."""
    after = shown.squeezed("".join(shown.pages(printed("ket-qua-phat-tay.pdf"))).split(ANSWERS)[1])
    for one in decks["ket-qua"].questions:
        for option in one.options:
            if option.right and one.kind in ("single", "multiple"):
                assert shown.squeezed(option.text) in after


def test_pages_are_numbered_and_name_the_course(printed: Printed) -> None:
    for ending in ("-phat-tay.pdf", "-ghi-chu.pdf"):
        pages = shown.pages(printed(f"ket-qua{ending}"))
        for number, page in enumerate(pages, start=1):
            assert f"{number}/{len(pages)}" in page and "Học tập tác phẩm" in page


def test_slides_of_a_page_use_its_height(printed: Printed, decks: dict[str, Deck]) -> None:
    """A page's three titles are about as far from each other as thirds of the page are; some stand lower on a slide."""
    titles = slides_of(decks["ket-qua"])
    for place, page in enumerate(pdf.letters(printed("ket-qua-phat-tay.pdf"))):
        heights = {one.words.strip(): one.height for one in reversed(page)}
        tops = [heights.get(title) for title in titles[3 * place : 3 * place + 3]]
        if len(tops) == 3 and all(tops):  # A title of two lines is found in two stretches.
            break
    assert all(200 < upper - lower < 300 for upper, lower in pairwise(tops)), tops


@pytest.mark.parametrize("slug", [*SLUGS, "khoa-hoc"])
def test_letters_can_be_read_and_no_page_is_nearly_empty(printed: Printed, slug: str) -> None:
    """Seven points at least, sources and tables included; text reaches down a fifth of each page."""
    for number, page in enumerate(pdf.letters(printed(f"{slug}-phat-tay.pdf")), start=1):
        assert min(one.size for one in page) > 6.9, f"{slug}: page {number}"
        body = [one.height for one in page if 50 < one.height < 785]
        assert 785 - min(body) > 735 / 5, f"{slug}: page {number}"


def test_the_courses_handout_says_the_session_everywhere(printed: Printed, decks: dict[str, Deck]) -> None:
    pages = [shown.squeezed(page) for page in shown.pages(printed("khoa-hoc-phat-tay.pdf"))]
    names = [shown.squeezed(deck.title) for deck in decks.values()]
    (begin,) = [number for number, page in enumerate(pages) if shown.squeezed(QUESTIONS[:-7]) in page]
    assert all(any(name in page for name in names) for page in pages[:begin])
    for deck in decks.values():
        wanted = shown.squeezed(f"{deck.questions[0].hint} · {deck.title}")
        assert any(f"Câu1.{wanted}" in page for page in pages[begin:]), deck.slug


@pytest.mark.parametrize("slug", SLUGS)
def test_the_speakers_pages_hold_the_outline_all_notes_and_all_minutes(
    printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    deck = decks[slug]
    pages = [shown.squeezed(page) for page in shown.pages(printed(f"{slug}-ghi-chu.pdf"))]
    for part in deck.parts:
        assert shown.squeezed(f"{part.minutes} phút {part.title}") in pages[0]
    everything = "".join(pages[1:])
    for slide in deck.slides:
        # What goes on on a further slide was spoken of on the one before.
        assert slide.spoken or slide.id != slide.cell, f"{slide.title} has nothing to say to the speaker"
        for note in slide.spoken:
            assert shown.squeezed(note) in everything, slide.title
        if slide.minutes is not None:
            assert re.search(rf"{re.escape(shown.squeezed(slide.title))}(nửa|[\d,]+)phút", everything)


def test_the_course_has_every_outline(printed: Printed, decks: dict[str, Deck]) -> None:
    text = shown.squeezed("".join(shown.pages(printed("khoa-hoc-ghi-chu.pdf"))))
    for deck in decks.values():
        assert shown.squeezed(f"{deck.title}: dàn ý {deck.minutes} phút") in text


def test_nothing_can_be_clicked_that_leads_elsewhere(printed: Printed) -> None:
    for ending in (".pdf", "-phat-tay.pdf", "-ghi-chu.pdf"):
        for page in pypdf.PdfReader(shown.reader(printed(f"ket-qua{ending}")).stream).pages:
            assert not [note for note in page.get("/Annots", []) if "/URI" in note.get_object().get("/A", {})]
