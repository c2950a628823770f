"""Markdown as blocks: nothing is lost, and each thing gets its role."""

from __future__ import annotations

import pytest

from slides.deck.markdown import blocks, plain, unbroken
from slides.deck.model import Bullets, Paragraph, Quote, Run, Table


def test_styles_become_runs_and_neighbours_are_joined() -> None:
    (paragraph,) = blocks("Có **hơn 1.200** người,\n*từ đầu năm*.")
    assert paragraph.runs == (
        Run("Có "), Run("hơn 1.200", "strong"), Run(" người, "), Run("từ đầu năm", "em"), Run("."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "role"),
    [
        ("Một câu.", "text"),
        ("**Mục tiêu**", "label"),
        ("#### Mục tiêu", "label"),
        ("Ghi chú: bản quét ghi lệch.", "note"),
        ("*Nguồn: Kế hoạch thử*", "source"),
        ("Nguồn lực của chi bộ còn ít.", "text"),
        ("Ghi chú vào sổ tay.", "text"),
    ],
)
def test_a_paragraph_gets_its_role_from_its_beginning(markdown: str, role: str) -> None:
    (paragraph,) = blocks(markdown)
    assert isinstance(paragraph, Paragraph) and paragraph.role == role


def test_lists_keep_their_numbers_and_what_is_nested_in_them() -> None:
    (listed,) = blocks("3. Ba\n4. Bốn\n   - nhỏ hơn")
    assert isinstance(listed, Bullets) and listed.ordered and listed.start == 3
    assert [plain(item) for item in listed.items] == ["Ba", "Bốn nhỏ hơn"]


def test_quotes_and_tables() -> None:
    quote, table = blocks("> không nghỉ\n\n| Việc | Ai |\n|---|---|\n| Ghi | **Thư ký** |")
    assert isinstance(quote, Quote) and plain(quote.runs) == "không nghỉ"
    assert isinstance(table, Table) and [plain(cell) for cell in table.header] == ["Việc", "Ai"]
    assert table.rows == (((Run("Ghi"),), (Run("Thư ký", "strong"),)),)


def test_columns_of_a_table_share_the_width_by_their_texts() -> None:
    (table,) = blocks("| Ngày | Việc |\n|---|---|\n| 19/05 | Tổ chức hội nghị học tập toàn đảng bộ |")
    narrow, wide = table.weights
    assert narrow < wide and narrow / (narrow + wide) > 0.1


@pytest.mark.parametrize("markdown", ["    hơn 40 người", "```\nhơn 40 người\n```", "<p>hơn 40 người</p>"])
def test_what_has_no_look_of_its_own_keeps_its_words(markdown: str) -> None:
    assert any("hơn 40 người" in plain(block.runs) for block in blocks(markdown))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Quy định số 37-QĐ/TW ngày", "Quy định số 37-QĐ/TW ngày"),
        ("giai đoạn 2023 - 2025", "giai đoạn 2023\u00a0-\u00a02025"),
        ("chính trị - xã hội, hỏi-đáp", "chính trị - xã hội, hỏi-đáp"),
    ],
)
def test_numbers_of_documents_and_spans_can_be_kept_together(words: str, kept: str) -> None:
    assert unbroken(words) == kept
