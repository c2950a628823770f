"""An executed notebook as a deck, and notebooks of which no deck can be made."""

from __future__ import annotations

import pytest

from shown.model import bullets, label, table, text
from slides.deck.model import Columns, Deck, Figure, Paragraph, Question, SlideError
from slides.deck.reading import read_deck
from tests.slides import sample, shown


@pytest.fixture(scope="module")
def deck() -> Deck:
    return read_deck(sample.notebook(), sample.session(), "Khóa học thử")


def read(*cells: dict, **states: dict) -> Deck:
    return read_deck(sample.notebook(*cells, **states), sample.session(), "Khóa học thử")


def test_slides_in_their_order_with_cards_and_questions_behind_their_own(deck: Deck) -> None:
    assert [slide.title for slide in deck.slides] == [
        "Buổi 1. Buổi thử", "Con số", "Bài học", "1. Kiên trì", "2. Công khai", "Bảng",
        "Câu hỏi", *(f"Câu {number}/6" for number in range(1, 7)), "Thông điệp",
    ]  # fmt: skip
    assert [slide.level for slide in deck.slides[:6]] == ["title", "section", "section", "sub", "sub", "sub"]
    kinds = ["cover", "figure", "points", "quotation", "statement", "table"]
    assert [slide.kind for slide in deck.slides[:6]] == kinds


def test_notes_are_paragraphs_and_are_said_with_the_minutes(deck: Deck) -> None:
    first, card = deck.slides[0], deck.slides[3]
    assert first.notes == ("Chào mọi người.", "Giới thiệu đợt học.") and first.minutes == 1.5
    assert first.spoken == ("Chào mọi người.", "Giới thiệu đợt học. Khoảng một phút rưỡi.")
    assert card.minutes is None and card.spoken == card.told != ()


def test_a_slide_without_notes_says_nothing(deck: Deck) -> None:
    assert deck.slides[2].spoken == ()


def test_every_slide_knows_its_step_of_the_outline(deck: Deck) -> None:
    assert deck.minutes == 8
    assert [slide.part for slide in deck.slides[:3]] == [0, 0, 1]


def test_questions_tell_the_speaker_what_to_do(deck: Deck) -> None:
    notes = {slide.title: slide.notes for slide in deck.slides}
    asking, answer, own, *reasons = notes["Câu 1/6"]
    assert (asking, answer) == ("Để mọi người suy nghĩ, rồi mới nêu đáp án.", "Đáp án: A")
    assert own == "Cách hiểu của bộ tài liệu:"
    assert reasons[0].startswith("Đúng: ") and reasons[1].startswith("Sai: ")


def test_what_is_for_the_page_alone_is_not_on_slides(deck: Deck) -> None:
    everything = [words for slide in deck.slides for words in shown.texts(slide.blocks)]
    assert not any("Chỉ trang học" in words for words in everything)


def test_notes_and_sources_are_for_speaker_and_handout(deck: Deck) -> None:
    blocks = deck.slides[1].blocks
    roles = [getattr(block, "role", type(block).__name__) for block in blocks]
    assert roles == ["text", "Bullets", "Figure"]
    assert [aside.role for aside in deck.slides[1].asides] == ["source", "note", "source"]


def test_the_message_has_its_role_and_the_decks_widgets_their_states(deck: Deck) -> None:
    (message,) = deck.slides[-1].blocks
    assert isinstance(message, Paragraph) and message.role == "message"
    assert set(deck.models) == {"w1"}
    kinds = [block.kind for slide in deck.slides for block in slide.blocks if isinstance(block, Question)]
    assert kinds == ["single", "multiple", "boolean", "numeric", "ordering", "matching"]


def test_a_slide_names_the_places_whose_matter_it_shows() -> None:
    rows = table(["Việc"], [["Ghi"], ["Nói"]], ["viec-1", "viec-2"])
    deck = read(
        sample.markdown("so", "slide", "## Con số"),
        sample.code("so-y", text("Một ý", anchor="y-1"), rows), sample.code("so-hinh", model="w1"),
    )  # fmt: skip
    assert deck.slides[0].places == ("y-1", "viec-1", "viec-2", "hinh-thu")


def test_two_lists_with_labels_stand_beside_each_other() -> None:
    made = read(sample.markdown("a", "slide", "## Hai bên\n\n**Một**\n\n- a\n\n**Hai**\n\n- b"))
    (columns,) = made.slides[0].blocks
    assert isinstance(columns, Columns) and len(columns.left) == len(columns.right) == 2


def test_what_is_folded_away_on_pages_stands_under_its_label() -> None:
    made = read(sample.markdown("a", "slide", "## Lịch"), sample.code("b", text("Ngày 1."), fold="Bảng lịch"))
    assert [(block.role, *shown.texts((block,))) for block in made.slides[0].blocks] == [
        ("label", "Bảng lịch"), ("text", "Ngày 1."),
    ]  # fmt: skip


def test_what_another_library_shows_is_read_as_markdown() -> None:
    cell = sample.code("b")
    cell["outputs"] = [{"data": {"text/markdown": "Xin **chào**\n\n- một", "text/plain": "Xin chào"}}]
    made = read(sample.markdown("a", "slide", "## Chào"), cell)
    assert list(shown.texts(made.slides[0].blocks)) == ["Xin chào", "một"]


def test_a_heading_may_say_another_title_for_its_slide() -> None:
    (made,) = read(
        sample.markdown("a", "slide", "## Con số\n\n- Một ý", title="Con số nào cũng có nguồn")
    ).slides
    assert made.title == "Con số nào cũng có nguồn"


def test_a_part_that_is_done_at_home_says_so() -> None:
    made = read(
        sample.markdown("a", "slide", "## Ôn"), sample.code("b", model="w1"),
        sample.markdown("c", "notes", "Làm ở nhà.", minutes=1, at_home=True), w1=sample.quiz(),
    )  # fmt: skip
    head, *asked = made.slides
    assert next(shown.texts(head.blocks)) == "Làm ở nhà"
    assert head.at_home and not any(slide.at_home for slide in asked)


def test_a_widget_without_slides_of_its_own_shows_its_plain_form() -> None:
    state = {"_anywidget_id": "widgets.glossary.glossary.Glossary"}
    made = read(
        sample.markdown("a", "slide", "## Từ"),
        sample.code("b", label("Từ"), bullets("nghĩa"), model="w1"),
        w1=state,
    )
    assert list(shown.texts(made.slides[0].blocks)) == ["Từ", "nghĩa"]


HEADING = sample.markdown("dau", "slide", "## Con số")
BAD = {
    "a cell that says nothing": (
        [{"id": "o1", "cell_type": "markdown", "source": "## A", "metadata": {}}],
        r"01-thu\.ipynb: o1: metadata.slideshow.slide_type must be one of slide, .*, got None",
    ),
    "a cell that says something else": (
        [sample.markdown("o1", "trang", "## A")],
        r"01-thu\.ipynb: o1: metadata.slideshow.slide_type .*gears\), got 'trang'",
    ),
    "a cell before the first slide": (
        [sample.markdown("o1", "-", "Lời đầu"), HEADING],
        r"01-thu\.ipynb: o1: must follow a cell with slide_type 'slide' or 'subslide'",
    ),
    "a slide without a heading": (
        [sample.markdown("o1", "slide", "Không có tiêu đề")],
        r"01-thu\.ipynb: o1: a slide must begin with a heading.*, got 'Không có tiêu đề'",
    ),
    "a time that no slide takes": (
        [HEADING, sample.markdown("o2", "notes", "Đọc.", minutes="ba phút")],
        r"01-thu\.ipynb: o2: metadata\.slideshow\.minutes must be how many minutes .*gears\), got 'ba phút'",
    ),
    "no slide at all": (
        [sample.markdown("o1", "skip", "Chỉ trang học")],
        r"01-thu\.ipynb: all cells: must have at least one cell with slide_type 'slide'",
    ),
    "a widget without its state": (
        [HEADING, sample.code("o2", model="w9")],
        r"01-thu\.ipynb: o2: the widget's state is missing: execute the notebook anew",
    ),
}


@pytest.mark.parametrize(("cells", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_a_deck_names_notebook_cell_and_remedy(cells: list[dict], message: str) -> None:
    with pytest.raises(SlideError, match=message):
        read(*cells)


@pytest.mark.parametrize("states", [[], None])
def test_a_chart_without_its_drawing_names_its_cell(states: list | None) -> None:
    with pytest.raises(
        SlideError, match=r"o2: the figure has no drawing: execute the notebook anew, got 'thu'"
    ):
        read(HEADING, sample.code("o2", model="w1"), w1=sample.figure(states=states))


def test_every_slide_of_the_course_has_a_name_of_its_own(unfitted: dict[str, Deck]) -> None:
    for deck in unfitted.values():
        names = [slide.id for slide in deck.slides]
        assert len(set(names)) == len(names), deck.slug


def test_the_courses_charts_have_their_values(unfitted: dict[str, Deck]) -> None:
    bars = [
        bar.shown
        for slide in unfitted["ket-qua"].slides
        for block in slide.blocks
        if isinstance(block, Figure)
        for bar in block.bars
    ]
    assert {"hơn 190", "hơn 300", "hơn 2.000", "250"} <= set(bars)
