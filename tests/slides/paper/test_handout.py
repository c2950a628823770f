"""What is handed out and what the speaker holds: readable without colour, answers where they belong."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdf
import pytest

from course import Course
from shown.model import COMMENTARY, plain
from slides.deck.model import Deck
from slides.paper import forms
from slides.paper.matter import matter
from tests import pdf
from tests.courses import shipped
from tests.slides import shown

SLUGS = list(shipped().sessions)
Printed = Callable[[str], bytes]


def read(printed: Printed, name: str) -> str:
    """Return all words of a session's file: no head and foot of pages, no spaces, no places to break an address."""
    slug, _ = forms.split(name) or ("", None)
    pages = shown.pages(printed(name))
    head = f"{shipped().about.title} · {shipped().sessions[slug].title} "
    bodies = (
        page.removeprefix(head).removesuffix(f"{number}/{len(pages)}")
        for number, page in enumerate(pages, start=1)
    )
    return shown.squeezed("".join(bodies)).replace("\u200b", "")


def stands(words: str, text: str) -> bool:
    """Tell whether words stand there, divided once at most: what is as wide as the page stands between columns."""
    return words in text or any(words[:at] in text and words[at:] in text for at in range(len(words)))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_handout_has_two_to_four_pages_in_letters_of_nine_points(printed: Printed, slug: str) -> None:
    pages = list(pdf.letters(printed(f"{slug}-phat-tay.pdf")))
    assert 2 <= len(pages) <= 4
    assert min(one.size for page in pages for one in page) >= 8.99


@pytest.mark.parametrize("slug", SLUGS)
def test_a_handout_says_what_the_wall_shows_and_its_sources(
    printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    text = read(printed, f"{slug}-phat-tay.pdf")
    for slide in matter(decks[slug]):
        sources = [it for it in slide.asides if it.role == "source"]
        for words in (slide.title, *shown.texts((*slide.blocks, *slide.matter, *sources))):
            assert stands(shown.squeezed(words), text), f"{slide.title}: {words}"


@pytest.mark.parametrize("slug", SLUGS)
def test_answers_have_a_file_of_their_own_with_their_reasons(
    printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    asked, answered = (read(printed, f"{slug}{ending}") for ending in ("-phat-tay.pdf", "-dap-an.pdf"))
    questions = decks[slug].questions
    mark = shown.squeezed("Đáp án:")
    assert mark not in asked and answered.count(mark) == len(questions) > 0
    for one in questions:
        for words in (one.prompt, *(it.text for it in one.options), *(it.text for it in one.sides)):
            assert shown.squeezed(words) in asked
        for words in (
            one.prompt,
            f"Đáp án: {one.answer}",
            one.explanation,
            *map(plain, one.reasons),
            one.commentary,
        ):
            assert shown.squeezed(words) in answered
    # Reasons are the kit's own: below the source's line, with their mark.
    own = shown.squeezed(COMMENTARY)
    assert answered.count(own) == sum(bool(one.reasons or one.commentary) for one in questions)
    assert answered.index("Nguồn:") < answered.index(own)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_summary_is_one_page_with_goals_points_figures_and_what_to_take_along(
    course: Course, printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    (page,) = pdf.letters(printed(f"{slug}-tom-tat.pdf"))
    assert min(one.size for one in page) >= 8.99
    text = read(printed, f"{slug}-tom-tat.pdf")
    session = course.sessions[slug]
    points = [item.title for name in session.lists for item in course.groups[name].items]
    for words in (*decks[slug].goals, *points, session.key_message):
        assert shown.squeezed(words) in text, words


def test_a_summary_has_the_figures_as_they_are_written_with_their_source(printed: Printed) -> None:
    text = " ".join(shown.pages(printed("ket-qua-tom-tat.pdf")))
    for written in ("hơn 167.700 đảng viên", "2.740 tổ chức đảng", "hơn 2.000 nghị định"):
        assert written in text
    assert "Nguồn: Kế hoạch" in text


def test_where_the_book_is_read_stands_whole_beside_the_slide(course: Course, printed: Printed) -> None:
    for ending, whole in (("-phat-tay.pdf", True), ("-ghi-chu.pdf", True), (".pdf", False)):
        assert (course.book.read_at.address in read(printed, f"tac-pham{ending}")) == whole


def test_an_answer_is_told_by_words_not_by_colour(decks: dict[str, Deck], printed: Printed) -> None:
    """On a black and white print the letters and the words of the right options still say it."""
    after = read(printed, "ket-qua-dap-an.pdf")
    for one in decks["ket-qua"].questions:
        for option in one.options:
            if option.right and one.kind in ("single", "multiple"):
                assert shown.squeezed(option.text) in after


def test_pages_are_numbered_and_name_the_course(printed: Printed) -> None:
    for ending in ("-phat-tay.pdf", "-ghi-chu.pdf", "-tom-tat.pdf", "-dap-an.pdf"):
        pages = shown.pages(printed(f"ket-qua{ending}"))
        for number, page in enumerate(pages, start=1):
            assert f"{number}/{len(pages)}" in page and "Học tập tác phẩm" in page


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
