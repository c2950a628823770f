"""Pieces of text: what is written stays text, on pages and on paper."""

from __future__ import annotations

import pytest
from shown.blocks import Block, plain

from shown import blocks


def test_a_piece_has_markdown_and_html():
    bundle, metadata = Block("**đậm**\n\n- một", "goals")._repr_mimebundle_()
    assert metadata == {"kit": "goals"}
    assert bundle["text/markdown"] == bundle["text/plain"] == "**đậm**\n\n- một"
    assert bundle["text/html"].startswith('<div class="kit-block goals"><p><strong>đậm</strong></p>')


def test_html_in_text_is_shown_as_text():
    shown = Block("Một <script>alert(1)</script> và <b>đậm</b>").html()
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def test_a_link_never_runs_code():
    assert "javascript:" not in Block("[bấm](javascript:alert(1))").html()


def test_a_folded_piece_shows_its_label_as_text():
    block = Block("Nội dung", "speaker", fold="Dàn ý <45> phút")
    assert block.html().startswith(
        '<details class="kit-block speaker"><summary>Dàn ý &lt;45&gt; phút</summary><p>Nội dung</p>'
    )


def test_on_paper_the_label_stands_above_the_piece():
    bundle, _ = Block("Nội dung", fold="Nơi nhận")._repr_mimebundle_()
    assert bundle["text/markdown"] == "**Nơi nhận**\n\nNội dung"


@pytest.mark.parametrize(
    "text",
    [
        "*nghiêng* và __đậm__",
        "2. Việc",
        "- gạch",
        "+",
        "# đề mục",
        "[a](b)",
        "a|b",
        "`mã`",
        "x \\ y",
        "~~bỏ~~",
        "> lời",
    ],
)
def test_signs_of_markdown_in_plain_text_are_shown_as_they_are(text):
    expected = text.replace(">", "&gt;")
    assert Block(plain(text)).html() == f'<div class="kit-block text"><p>{expected}</p>\n</div>'


def test_ordinary_text_is_left_alone():
    text = "Kết luận số 21-KL/TW ngày 25/10/2021 – “xây” và “chống” (2023 - 2025); hơn 167.700 đảng viên..."
    assert plain(text) == text


def test_each_line_of_a_text_is_a_paragraph():
    assert blocks.paragraphs("Một.\n\nHai.\nBa.\n") == "Một.\n\nHai.\n\nBa."


def test_lists():
    assert blocks.bullets(["một", "hai"]) == "- một\n- hai"
    assert blocks.numbered(["một", "hai"]) == "1. một\n2. hai"


@pytest.mark.parametrize("cell", ["a | b", plain("a | b")])
def test_a_bar_stays_inside_its_table_cell(cell):
    html = Block(blocks.table(["Một", "Hai"], [[cell, "c\nd"]])).html()
    assert html.count("<td>") == 2
    assert "<td>a | b</td>" in html
    assert "<td>c d</td>" in html
