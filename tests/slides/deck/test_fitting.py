"""Every slide has room; what is carried on is neither lost nor doubled."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from shown.question_kinds import question
from slides.deck.dividing import CONTINUED
from slides.deck.fitting import SCALES, fit
from slides.deck.kinds import LOOKS
from slides.deck.measuring import asked_body, asked_title, measure, measure_blocks, room
from slides.deck.model import Bullets, Deck, Paragraph, Run, SlideError, Table
from tests.slides import sample, shown


def overflow(deck: Deck) -> dict[str, float]:
    """Measure every face of every slide anew; return those that are taller than their room."""
    asked, names = [], []
    for slide, answered in shown.faces(deck):
        face = slide.answered if answered else slide
        asked.append(asked_title(slide.title, slide.kind))
        asked.append(asked_body(face.blocks, face.scale, face.kind))
        names.append(slide.title)
    heights = measure(asked)
    titles, bodies = heights[::2], heights[1::2]
    left = [body - room(title) for title, body in zip(titles, bodies, strict=True)]
    return {name: over for name, over in zip(names, left, strict=True) if over > 0.01}


def texts(deck: Deck) -> Counter[str]:
    """Count every word; headers of tables stand again on each page, and so are left out."""
    found: Counter[str] = Counter()
    for slide in deck.slides:
        blocks = [
            block if not isinstance(block, Table) else Table(tuple(() for _ in block.header), block.rows)
            for block in slide.blocks
        ]
        found.update(word for text in shown.texts(tuple(blocks)) for word in text.split())
    return found


def long_list(count: int) -> Bullets:
    return Bullets(
        tuple((Run(f"Ý thứ {n}: nói đi đôi với làm, làm cho đến nơi đến chốn"),) for n in range(count))
    )


def test_no_slide_of_the_course_is_taller_than_its_room(decks: dict[str, Deck]) -> None:
    assert {slug: over for slug, deck in decks.items() if (over := overflow(deck))} == {}


def test_the_course_says_the_same_before_and_after(unfitted: dict[str, Deck], decks: dict[str, Deck]) -> None:
    for slug, deck in decks.items():
        assert texts(deck) == texts(unfitted[slug]), slug


def test_scales_are_the_known_ones_and_heights_are_kept(decks: dict[str, Deck]) -> None:
    slides = [slide for deck in decks.values() for slide in deck.slides]
    assert {slide.scale for slide in slides} | {slide.answer_scale for slide in slides} <= set(SCALES)
    assert all(slide.title_height > 0 for slide in slides)
    # Letters of 26 points are the smallest that a room reads; see SIZES.
    assert min(SCALES) == 1


def test_the_explanation_of_a_long_answer_is_told() -> None:
    entry = sample.quiz()["questions"][0] | {"explanation": "Nguồn nói như vậy. " * 30}
    (slide,) = fit(sample.deck_of(question(entry, 1, 1))).slides
    assert slide.question.told and slide.told == (entry["explanation"],)


def test_no_page_of_the_course_holds_only_a_source(decks: dict[str, Deck]) -> None:
    for deck in decks.values():
        for slide in deck.slides:
            roles = [getattr(block, "role", "") for block in slide.blocks]
            assert set(roles) != {"source"}, f"{deck.slug}: {slide.title}"


def test_a_short_slide_gets_large_letters_and_a_fuller_one_smaller() -> None:
    def scale(count: int) -> float:
        items = Bullets(tuple((Run(f"Ý {number}"),) for number in range(count)))
        return fit(sample.deck_of(items)).slides[0].scale

    assert scale(1) == LOOKS["points"].largest > scale(8) >= min(SCALES)


def test_a_long_list_goes_on_and_keeps_order_and_label() -> None:
    label, items = sample.words("Việc cần làm", "label"), long_list(30)
    made = fit(sample.deck_of(sample.words("Mở đầu."), label, items))
    assert len(made.slides) > 2 and overflow(made) == {}
    assert [slide.title for slide in made.slides[1:]] == ["Trang thử" + CONTINUED] * (len(made.slides) - 1)
    said = [text for slide in made.slides for text in shown.texts(slide.blocks)]
    assert said == list(shown.texts((sample.words("Mở đầu."), label, items)))
    assert len({slide.id for slide in made.slides}) == len(made.slides)


def test_numbers_go_on_where_they_stopped() -> None:
    numbered = Bullets(long_list(30).items, ordered=True)
    made = fit(sample.deck_of(numbered))
    begins = [slide.blocks[0].start for slide in made.slides]
    counts = [len(slide.blocks[0].items) for slide in made.slides]
    assert begins == [1 + sum(counts[:place]) for place in range(len(counts))]


def test_a_long_table_repeats_its_header_and_keeps_its_columns() -> None:
    rows = tuple(((Run(f"{n}/05"),), (Run("Tổ chức hội nghị học tập toàn đảng bộ"),)) for n in range(40))
    table = Table(((Run("Ngày"),), (Run("Việc"),)), rows)
    made = fit(sample.deck_of(table))
    tables = [slide.blocks[0] for slide in made.slides]
    assert len(tables) > 2 and overflow(made) == {}
    assert {one.header for one in tables} == {table.header} and {one.weights for one in tables} == {
        table.weights
    }
    assert tuple(row for one in tables for row in one.rows) == rows


@pytest.mark.parametrize("before", range(3, 9))
def test_a_label_is_never_the_last_thing_on_a_page(before: int) -> None:
    blocks = []
    for part in range(4):
        blocks += [sample.words(f"Phần {part}", "label"), long_list(before)]
    for slide in fit(sample.deck_of(*blocks)).slides:
        last = slide.blocks[-1]
        assert not (isinstance(last, Paragraph) and last.role == "label")


def test_a_row_to_be_filled_in_is_high_enough_to_write_in() -> None:
    """Eight millimetres on the handout, whose pictures are 118 mm wide at least, at any size of letters."""
    rows = (((Run("Việc thứ nhất"),), ()), ((Run("Việc thứ hai"),), ()))
    table = Table(((Run("Việc"),), (Run("Ai"),)), rows)
    for scale in SCALES:
        one, two = (
            measure_blocks([replace(table, rows=rows[:count])], scale, "table")[0] for count in (1, 2)
        )
        assert (two - one) * 118 / 960 >= 8


def test_pages_are_filled_evenly() -> None:
    made = fit(sample.deck_of(long_list(4)))
    assert [len(slide.blocks[0].items) for slide in made.slides] == [2, 2]


def test_carried_pages_have_no_time_and_no_notes_of_their_own() -> None:
    made = fit(sample.deck_of(long_list(30)))
    assert all(slide.minutes is None and slide.spoken == () for slide in made.slides[1:])


def test_what_cannot_be_divided_says_by_how_much() -> None:
    tall = Table(((Run("Việc"),),), (((Run("Rất dài. " * 200),),),))
    with pytest.raises(
        SlideError, match=r"01-thu\.ipynb: trang: the slide is \d+ pt too tall for its 540 pt"
    ):
        fit(sample.deck_of(tall))


def test_a_heading_of_400_letters_says_so_too() -> None:
    long = "Tiêu đề " * 50
    with pytest.raises(
        SlideError, match=r"trang: the heading is \d+ pt too tall for its 227 pt.*got 'Tiêu đề"
    ):
        fit(sample.deck_of(long_list(3), title=long))


def test_a_deck_without_blocks_on_a_slide_is_fine() -> None:
    assert fit(sample.deck_of()).slides[0].scale == LOOKS["points"].largest
