"""What the widgets become on slides."""

from __future__ import annotations

from shown.model import text
from slides.deck.explorers import expand
from slides.deck.model import Bar, Bullets, Figure, Live, Question, Quote, Table
from tests.slides import sample, shown


def test_a_chart_keeps_its_values_with_their_more_than_and_its_note_and_source() -> None:
    figure, note, source = expand("n", "c", "w1", sample.figure(), []).blocks
    assert isinstance(figure, Figure)
    assert figure.bars == (Bar("Đã học", 1200, "hơn 1.200"), Bar("Đã thi", 40, "40"))
    assert figure.header == ("Nội dung", "Con số"), "the source stands below the slide"
    assert figure.alt.startswith("Đã học: hơn 1.200 người")
    assert [(block.role, *shown.texts((block,))) for block in (note, source)] == [
        ("note", "Ghi chú: Bản quét ghi lệch."),
        ("source", "Nguồn: Kế hoạch thử, mục II.2"),
    ]


def test_the_bars_are_the_values_that_the_chart_has_whatever_its_table_reads() -> None:
    rows = [["Đã học", "2013–2022", sample.SOURCE], ["Đã thi", "40 người", sample.SOURCE]]
    assert expand("n", "c", "w1", sample.figure(rows=rows), []).blocks[0].bars[0].value == 1200
    assert expand("n", "c", "w1", sample.figure(bars=[]), []).blocks[0].bars == ()


def test_a_chart_without_a_drawing_for_slides_becomes_its_table() -> None:
    table = expand("n", "c", "w1", sample.figure(slides={}), []).blocks[0]
    assert isinstance(table, Table) and len(table.header) == 2 and len(table.rows) == 2


def test_cards_become_a_list_and_a_slide_each() -> None:
    made = expand("n", "c", "w2", sample.cards(), [])
    (titles,) = made.blocks
    assert isinstance(titles, Bullets) and titles.ordered
    first, second = made.slides
    assert (first.title, second.title) == ("1. Kiên trì", "2. Công khai")
    assert isinstance(first.blocks[0], Quote)
    assert list(shown.texts(first.blocks)) == ["“không nghỉ”"] and first.kind == "quotation"
    assert first.told == ("Làm đều đặn.", "Cách hiểu của bộ tài liệu: Ở chi bộ, hằng tháng.", "Ở ta thì sao?")
    assert [*shown.texts(first.asides)] == [f"Nguồn: {sample.SOURCE}"]
    assert (second.blocks, second.kind, second.told) == ((), "statement", ("Mọi người biết.",))


def test_words_of_a_source_that_are_too_long_to_be_read_from_a_wall_are_told() -> None:
    state = sample.cards()
    state["items"][0]["quote"] = "không nghỉ " * 30
    first = expand("n", "c", "w2", state, []).slides[0]
    assert list(shown.texts(first.blocks)) == ["Liên hệ thực tiễn", "Ở ta thì sao?"]
    assert first.kind == "statement" and first.told[0].startswith("“không nghỉ")


def test_charts_and_cards_name_the_places_whose_matter_they_show_and_a_question_its_own() -> None:
    assert expand("n", "c", "w1", sample.figure(), []).places == ("hinh-thu",)
    assert expand("n", "c", "w2", sample.cards(), []).places == ("bai-hoc", "bai-hoc-1", "bai-hoc-2")
    state = sample.quiz()
    state["questions"][0]["see"] = {"slug": "thu", "anchor": "hinh-thu", "title": "Số người"}
    first, second, *_ = expand("n", "c", "w3", state, []).slides
    assert (first.question.see, second.question.see) == ("hinh-thu", "")


def test_a_quiz_becomes_a_slide_for_each_question_that_is_chosen() -> None:
    state = sample.quiz()
    chosen = [state["questions"][place]["id"] for place in (2, 0)]
    made = expand("n", "c", "w3", state | {"asked": chosen}, [])
    (told,) = shown.texts(tuple(made.blocks))
    assert told.startswith("2 câu hỏi, mỗi câu một trang.") and "Trang học có 6 câu" in told
    assert [slide.id for slide in made.slides] == ["c-1", "c-2"]
    asked = [slide.blocks[0] for slide in made.slides]
    assert [(type(one), one.id, one.total) for one in asked] == [(Question, name, 2) for name in chosen]


def test_a_quiz_of_which_nothing_is_asked_leads_to_the_page() -> None:
    made = expand("n", "c", "w3", sample.quiz() | {"asked": []}, [])
    (told,) = shown.texts(tuple(made.blocks))
    assert told.startswith("Trang học có 6 câu") and made.slides == []


def test_the_map_of_the_book_is_live() -> None:
    state = {"_anywidget_id": "widgets.book_map.book_map.BookMap", "title": "Bản đồ cuốn sách"}
    assert expand("n", "c", "w4", state, [text("Dài")]).blocks == [Live("w4", "Bản đồ cuốn sách")]
