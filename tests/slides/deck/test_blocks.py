"""What a cell shows on slides: nothing is lost, and each thing keeps its role."""

from __future__ import annotations

import pytest

from shown import model as shown
from shown.markdown import blocks as parsed
from shown.model import Run, plain, words
from slides.deck.blocks import addresses, note_and_source, slide_blocks, unbroken
from slides.deck.model import Bullets, Drawing, Paragraph, Quote, Table
from tests.shown.samples import NESTED, every_kind
from tests.slides.shown import texts


@pytest.mark.parametrize("role", ["text", "label", "note", "source", "message"])
def test_a_paragraph_keeps_its_role_and_leaves_its_place(role: str) -> None:
    (paragraph,) = slide_blocks([shown.Paragraph(words("Nguồn: x"), role, "sach")])
    assert paragraph == Paragraph(words("Nguồn: x"), role)


def test_words_alone_make_no_note_and_no_source() -> None:
    roles = [
        block.role for block in slide_blocks(parsed("Ghi chú: lệch.\n\n*Nguồn: Kế hoạch*\n\n**Mục tiêu**"))
    ]
    assert roles == ["text", "text", "label"]


def test_headings_are_labels() -> None:
    assert slide_blocks([shown.Heading(words("Việc"), 4, "viec-1")]) == [Paragraph(words("Việc"), "label")]


def test_lists_keep_their_numbers_and_what_is_nested_stands_in_its_line() -> None:
    (listed,) = slide_blocks([NESTED])
    assert isinstance(listed, Bullets) and listed.ordered and listed.start == 9
    assert [plain(item) for item in listed.items] == ["Một Lời. nhỏ nhỏ hơn “Trích”", "Hai a\n  b"]


def test_no_block_is_passed_over_within_a_list() -> None:
    (listed,) = slide_blocks([shown.Bullets((shown.Item(words("Đầu"), tuple(every_kind())),))])
    (line,) = texts((listed,))
    for word in ("hơn 1.200", "Việc lớn", "nhỏ hơn", "không nghỉ", "Thư ký", "UBND", "Câu 1. Đúng.", "x < y"):
        assert word in line


def test_quotes_and_tables() -> None:
    made = slide_blocks(
        [shown.Quote(words("không nghỉ")), shown.table(["Việc", "Ai"], [["Ghi", "Thư ký"]], ["a"])]
    )
    assert made == [
        Quote(words("không nghỉ")),
        Table((words("Việc"), words("Ai")), ((words("Ghi"), words("Thư ký")),)),
    ]


def test_terms_are_a_list_and_answers_stand_where_they_are() -> None:
    term = shown.Definition("UBND", "Cơ quan.", "Gặp ở: mục 1", "thuat-ngu-ubnd")
    listed, answer = slide_blocks([shown.Definitions((term,)), shown.Answers((shown.text("Đúng."),))])
    assert listed == Bullets((words(shown.strong("UBND"), ": Cơ quan."),))
    assert answer == Paragraph(words("Đúng."))


def test_columns_of_a_table_share_the_width_by_their_texts() -> None:
    (table,) = slide_blocks(
        [shown.table(["Ngày", "Việc"], [["19/05", "Tổ chức hội nghị học tập toàn đảng bộ"]])]
    )
    narrow, wide = table.weights
    assert narrow < wide and narrow / (narrow + wide) > 0.1


@pytest.mark.parametrize("markdown", ["    hơn 40 người", "```\nhơn 40 người\n```", "<p>hơn 40 người</p>"])
def test_what_has_no_look_of_its_own_keeps_its_words(markdown: str) -> None:
    assert any("hơn 40 người" in text for text in texts(tuple(slide_blocks(parsed(markdown)))))


def test_no_kind_is_passed_over() -> None:
    for block in every_kind():
        if isinstance(block, shown.Folded):
            continue  # As the last test says.
        (made, *_) = slide_blocks([block])
        assert isinstance(made, Drawing) or list(texts((made,))), block


def test_below_a_card_stand_its_notes_and_its_source() -> None:
    assert note_and_source(["Lệch."], "Kế hoạch, mục 1") == [
        Paragraph((Run("Ghi chú: Lệch."),), "note"),
        Paragraph((Run("Nguồn: Kế hoạch, mục 1"),), "source"),
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Quy định số 37-QĐ/TW ngày", "Quy định số 37-QĐ/TW ngày"),
        ("giai đoạn 2023 - 2025", "giai đoạn 2023\u00a0-\u00a02025"),
        ("chính trị - xã hội, hỏi-đáp", "chính trị - xã hội, hỏi-đáp"),
    ],
)
def test_numbers_of_documents_and_spans_can_be_kept_together(written: str, kept: str) -> None:
    assert unbroken(written) == kept


def test_a_link_that_leads_out_says_where_and_keeps_its_address_for_notes_and_handout() -> None:
    address = "https://vi.example/2023/Sach%20hay,%20moi.pdf"
    link = shown.text(Run("Mở sách", href=address), ", cần mạng; ", Run("trang khác", href="khac.ipynb"))
    (told,) = slide_blocks([link])
    assert plain(told.runs) == "Mở sách tại vi.example, cần mạng; trang khác"
    (listed,) = slide_blocks([shown.bullets(shown.Item(words("Sách"), (link,)))])
    assert plain(listed.items[0]) == "Sách Mở sách tại vi.example, cần mạng; trang khác"
    brief = shown.bullets(shown.Item(words("Sách hay"), (link,), brief="Sách"))
    assert addresses([link]) == addresses([brief]) == (address,)


def test_what_pages_fold_away_is_not_on_slides() -> None:
    folded = shown.Folded("Nguyên văn", (shown.text("Đủ lời."),))
    (listed,) = slide_blocks([shown.bullets(shown.Item(words("Ngắn"), (folded,)))])
    assert plain(listed.items[0]) == "Ngắn"
