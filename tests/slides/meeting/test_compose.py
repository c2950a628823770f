"""The deck of a meeting: one cover, sessions in their order, own slides marked as the unit's own, on every face."""

from __future__ import annotations

import io
from decimal import Decimal

import pptx
import pypdf
import pytest

from shown.model import plain
from slides.deck.model import Deck, Drawing, Figure, Paragraph, Table
from slides.deck.serialize import from_json, to_json
from slides.live.render import widget_models
from slides.meeting.compose import compose
from slides.meeting.errors import MeetingError
from slides.meeting.model import Chosen, OwnBar, OwnChart, OwnPicture, OwnTable, OwnText
from slides.paper import pdf
from slides.paper.handout import handout_pdf
from slides.pptx.write import decks_pptx
from tests.quiz_samples import course
from tests.slides.meeting.samples import ABOUT, decks, picture, whole

TEXT = OwnText(
    title="Việc của chi bộ", lines=["Một việc", "Hai việc"], notes="Nói ngắn.\nRồi hỏi.", where="begin"
)
TABLE = OwnTable(
    title="Bảng của chi bộ", header=["Tổ", "Số"], rows=[[f"Tổ {n}", str(n)] for n in range(1, 8)], where="mot"
)
CHART = OwnChart(
    title="Hình của chi bộ", unit="người",
    bars=[OwnBar(label="Đã học", value=Decimal(25)), OwnBar(label="Chưa học", value=Decimal(0))],
)  # fmt: skip
SHOT = OwnPicture(title="Ảnh của chi bộ", picture=picture(), caption="Chi bộ họp tháng 4")
OWN = [TEXT, TABLE, CHART, SHOT]
MARK = "Của đơn vị: Chi bộ Thôn Giữa"


@pytest.fixture(scope="module")
def deck() -> Deck:
    return compose(course(), decks(), whole(own=OWN))


def own(deck: Deck) -> list:
    return [slide for slide in deck.slides if slide.id.startswith("cua-don-vi")]


def test_cover_sessions_and_own_slides_stand_in_their_order(deck: Deck) -> None:
    titles = [slide.title for slide in deck.slides if slide.level != "sub"]
    assert titles == [
        "Buổi sinh hoạt chuyên đề", "Việc của chi bộ",
        "Buổi một", "Mục tiêu", "Con số", "Câu hỏi", "Thông điệp", "Bảng của chi bộ",
        "Buổi hai", "Mục tiêu", "Con số", "Câu hỏi", "Thông điệp", "Hình của chi bộ", "Ảnh của chi bộ",
    ]  # fmt: skip
    assert [slide.number for slide in deck.slides] == list(range(1, len(deck.slides) + 1))
    assert len({slide.id for slide in deck.slides}) == len(deck.slides)


def test_minutes_and_steps_are_the_meeting_s(deck: Deck) -> None:
    assert [(part.title, part.minutes) for part in deck.parts] == [
        ("Mở đầu", 2), ("Buổi một", 22), ("Buổi hai", 20), (MARK, 2),
    ]  # fmt: skip
    for at, part in enumerate(deck.parts):
        assert abs(sum(slide.minutes or 0 for slide in deck.slides if slide.part == at) - part.minutes) < 1


def test_questions_are_counted_through(deck: Deck) -> None:
    asked = [slide for slide in deck.slides if slide.question]
    assert [slide.title for slide in asked] == [f"Câu {n}/12" for n in range(1, 13)]


def test_every_own_slide_says_whose_it_is_and_has_no_source(deck: Deck) -> None:
    assert len(own(deck)) == 5
    for slide in own(deck):
        first = slide.blocks[0]
        assert isinstance(first, Paragraph)
        assert (first.role, plain(first.runs)) == ("label", MARK)
        assert not slide.asides
        assert not [
            block for block in slide.blocks if isinstance(block, Paragraph) and block.role == "source"
        ]


def test_nothing_of_the_course_carries_the_mark(deck: Deck) -> None:
    others = [slide for slide in deck.slides if slide not in own(deck)]
    assert not [
        slide
        for slide in others
        for block in slide.blocks
        if isinstance(block, Paragraph) and "Của đơn vị" in plain(block.runs)
    ]


def test_a_long_table_goes_on_with_its_mark(deck: Deck) -> None:
    first, second = (slide for slide in deck.slides if slide.title.startswith("Bảng"))
    tables = [block for slide in (first, second) for block in slide.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [5, 2]
    assert tables[0].weights == tables[1].weights
    assert (second.title, second.minutes, second.level) == ("Bảng của chi bộ (tiếp)", None, "sub")


def test_own_notes_are_told(deck: Deck) -> None:
    slide = next(slide for slide in deck.slides if slide.title == TEXT.title)
    assert slide.spoken == ("Nói ngắn.", "Rồi hỏi. Khoảng một phút.")


def test_a_chart_says_its_numbers_in_words(deck: Deck) -> None:
    slide = next(slide for slide in deck.slides if slide.title == CHART.title)
    drawn = next(block for block in slide.blocks if isinstance(block, Drawing))
    assert drawn.alt == "Biểu đồ thanh, mọi thanh cùng một thang. Đã học: 25 người; Chưa học: 0 người."


def test_facts_beside_own_numbers_stand_under_their_own_heading_and_source() -> None:
    content = course()
    fact = next(fact for fact in content.facts.values() if not isinstance(fact.value, str))
    chart = CHART.model_copy(update={"facts": [fact.id]})
    slide = own(compose(content, decks(), whole("mot", own=[chart])))[0]
    drawn = next(block for block in slide.blocks if isinstance(block, Drawing))
    mine, told = drawn.alt.split("Trong tài liệu: ")
    assert MARK in mine and "Nguồn" not in mine
    assert fact.label in told and "(Nguồn: " in told


def test_charts_of_both_sessions_have_states_of_their_own(deck: Deck) -> None:
    names = {block.model for slide in deck.slides for block in slide.blocks if isinstance(block, Figure)}
    assert names == {"mot--w1", "hai--w1"} <= set(deck.models)
    assert set(widget_models(deck)) >= names


def test_what_announces_questions_fits_what_it_says() -> None:
    chosen = [Chosen(session="mot", items=["hoi-quiz-1", "het"])]
    made = compose(course(), decks(), whole().model_copy(update={"chosen": chosen}))
    ahead = next(slide for slide in made.slides if slide.title == "Câu hỏi")
    assert ahead.top and ahead.minutes == 1.5


def test_the_deck_keeps(deck: Deck) -> None:
    assert from_json(to_json(deck)) == deck


def test_own_slides_stay_when_their_session_is_not_chosen() -> None:
    made = compose(course(), decks(), whole("hai", own=[TABLE]))
    assert made.slides[-1].title == "Bảng của chi bộ (tiếp)"


def test_own_slides_alone_are_a_meeting() -> None:
    made = compose(course(), decks(), whole().model_copy(update={"chosen": [], "own": [TEXT]}))
    assert [slide.title for slide in made.slides] == ["Buổi sinh hoạt chuyên đề", "Việc của chi bộ"]


def test_nothing_chosen_says_what_to_do() -> None:
    with pytest.raises(MeetingError, match="chưa chọn nội dung nào; hãy đánh dấu"):
        compose(course(), decks(), whole().model_copy(update={"chosen": []}))


@pytest.mark.parametrize(
    ("slide", "sentence"),
    [
        (TEXT.model_copy(update={"lines": ["  "]}), "chưa có chữ nào"),
        (TEXT.model_copy(update={"lines": ["rất dài " * 30]}), "một dòng dài 60 tiếng, nhiều nhất 40"),
        (
            TABLE.model_copy(update={"rows": [["chữ " * 45, "chữ " * 45]] * 2, "header": ["Tổ", "Số " * 60]}),
            "quá dài",
        ),
        (CHART.model_copy(update={"facts": ["khong-co"]}), "số liệu để so sánh không còn"),
    ],
)
def test_an_own_slide_that_has_no_room_is_named(slide, sentence: str) -> None:
    with pytest.raises(MeetingError, match=rf"trang “{slide.title}”: .*{sentence}"):
        compose(course(), decks(), whole(own=[slide]))


def test_every_face_shows_own_slides_with_their_mark(deck: Deck) -> None:
    read = pypdf.PdfReader(io.BytesIO(pdf.deck_pdf([deck], deck.title)))
    pages = [" ".join(page.extract_text().split()) for page in read.pages]
    assert sum(MARK in page for page in pages) >= len(own(deck))
    assert ABOUT.speaker in pages[0]
    for make in (handout_pdf, pdf.notes_pdf):
        text = " ".join(
            page.extract_text() for page in pypdf.PdfReader(io.BytesIO(make([deck], deck.title))).pages
        )
        assert MARK in " ".join(text.split())
    made = pptx.Presentation(io.BytesIO(decks_pptx([deck], deck.title)))
    texts = [
        "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)
        for page in made.slides
    ]
    assert sum(MARK in text for text in texts) == len(own(deck))
