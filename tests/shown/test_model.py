"""Shown blocks made by hand: plain texts on one line, with styles where somebody says so."""

from __future__ import annotations

from shown.model import (
    Bullets,
    Item,
    Paragraph,
    Run,
    bullets,
    em,
    label,
    paragraphs,
    plain,
    strong,
    table,
    words,
)


def test_words_stand_on_one_line_and_neighbours_of_one_style_are_joined() -> None:
    assert words("Có \n", "hơn ", strong(" 1.200\tngười "), "", Run("!", "strong"), ".") == (
        Run("Có hơn "), Run("1.200 người!", "strong"), Run("."),
    )  # fmt: skip


def test_a_link_is_joined_with_nothing_beside_it() -> None:
    assert words("xem ", Run("trang", href="#a"), " này") == (
        Run("xem "),
        Run("trang", href="#a"),
        Run(" này"),
    )


def test_runs_can_be_read_without_their_styles() -> None:
    assert plain(words("Có ", strong("hơn 37"), " người ", em("(mục 1)"))) == "Có hơn 37 người (mục 1)"


def test_items_of_a_list_are_texts_runs_or_items() -> None:
    item = Item(words("ba"), anchor="y-3")
    assert bullets("một", words("hai"), item, ordered=True) == Bullets(
        (Item(words("một")), Item(words("hai")), item), ordered=True
    )


def test_each_line_of_a_text_is_a_paragraph() -> None:
    assert paragraphs("Một.\n\nHai.\n  Ba.\n") == [Paragraph(words(one)) for one in ("Một.", "Hai.", "Ba.")]


def test_a_label_is_strong_and_has_its_role() -> None:
    assert label("Mục tiêu") == Paragraph((Run("Mục tiêu", "strong"),), "label")


def test_a_table_of_texts_may_name_its_rows() -> None:
    made = table(["Việc", "Ai"], [["Ghi", "Thư\nký"]], ["viec-1"])
    assert [plain(cell) for row in (made.header, *made.rows) for cell in row] == [
        "Việc",
        "Ai",
        "Ghi",
        "Thư ký",
    ]
    assert made.anchors == ("viec-1",)
    assert table(["Việc"], [["Ghi"]]).anchors == ()
