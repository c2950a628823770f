"""Markdown as blocks and back: nothing is lost, and signs in texts stay the signs they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from course.checks import material
from shown.markdown import blocks, to_markdown
from shown.model import (
    COMMENTARY,
    Answers,
    Block,
    Bullets,
    Code,
    Commentary,
    Definition,
    Definitions,
    Drawing,
    Folded,
    Heading,
    Item,
    Paragraph,
    Quote,
    Run,
    Table,
    bullets,
    em,
    label,
    plain,
    strong,
    table,
    text,
    words,
)
from tests.courses import shipped
from tests.shown.samples import NESTED
from widgets.base import KitWidget
from widgets.lesson import Lesson


def test_styles_become_runs_and_neighbours_are_joined() -> None:
    (paragraph,) = blocks("Có **hơn 1.200** người,\n*từ đầu năm*, `mã`.")
    assert paragraph.runs == (
        Run("Có "), Run("hơn 1.200", "strong"), Run(" người, "), Run("từ đầu năm", "em"), Run(", "),
        Run("mã", "code"), Run("."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "role"),
    [
        ("Một câu.", "text"),
        ("**Mục tiêu**", "label"),
        ("**Mục tiêu** của buổi", "text"),
        ("*Mục tiêu*", "text"),
        ("Ghi chú: bản quét ghi lệch.", "text"),
        ("*Nguồn: Kế hoạch thử*", "text"),
    ],
)
def test_only_bold_words_alone_are_a_label(markdown: str, role: str) -> None:
    (paragraph,) = blocks(markdown)
    assert isinstance(paragraph, Paragraph) and paragraph.role == role


def test_lists_keep_their_numbers_and_what_is_nested_in_them() -> None:
    (listed,) = blocks("3. Ba\n4. Bốn\n   - nhỏ hơn\n\n   Lời.")
    below = (bullets("nhỏ hơn"), text("Lời."))
    assert listed == Bullets((Item(words("Ba")), Item(words("Bốn"), below)), ordered=True, start=3)


def test_an_item_may_begin_with_another_block() -> None:
    assert blocks("- > lời\n- # Việc\n-") == [
        Bullets((Item((), (Quote(words("lời")),)), Item((), (Heading(words("Việc"), 1),)), Item(())))
    ]


def test_quotes_and_tables() -> None:
    quote, found = blocks("> không\n> nghỉ\n\n| Việc | Ai |\n|---|---|\n| Ghi | **Thư ký** |")
    assert quote == Quote(words("không nghỉ"))
    assert isinstance(found, Table) and [plain(cell) for cell in found.header] == ["Việc", "Ai"]
    assert found.rows == (((Run("Ghi"),), (Run("Thư ký", "strong"),)),)


@pytest.mark.parametrize("markdown", ["    hơn 40 người", "```\nhơn 40 người\n```"])
def test_code_is_kept_letter_by_letter(markdown: str) -> None:
    assert blocks(markdown) == [Code("hơn 40 người")]


@pytest.mark.parametrize("html", ["<p>hơn 40 người</p>", "<script>alert(1)</script>", "<!-- hơn 40 -->"])
def test_html_is_text(html: str) -> None:
    assert blocks(html) == [text(html)]
    assert blocks(f"Một {html} hai") == [text(f"Một {html} hai")]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "&#106;avascript:alert(1)",
        "java%0ascript:alert(1)", "<javascript:alert(1)>", "<java script:alert(1)>", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_a_link_that_could_run_code_loses_its_address(address: str) -> None:
    assert blocks(f"[bấm]({address}) đây") == [text("bấm đây")]


@pytest.mark.parametrize(
    "address",
    [
        "https://vi.example/a",
        "mailto:a@vi.example",
        "#doc-1",
        "../ket-qua/",
        "/hoc/",
        "ket-qua/#y-1",
        "a.html",
    ],
)
def test_a_link_to_a_page_keeps_its_address_and_its_style(address: str) -> None:
    assert blocks(f"*[bấm]({address})*") == [Paragraph((Run("bấm", "em", address),))]


SIGNS = [
    "*nghiêng* và __đậm__", "2. Việc", "2) Việc", "- gạch", "+", "# đề mục", "[a](b)", "![a](b)", "a|b", "`mã`",
    "x \\ y", "~~bỏ~~", "> lời", "---", "- - -", "***", "===", "```", "~~~", "<b>đậm</b>", "[a]: https://vi.example",
    "| a | b |",
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_in_plain_text_are_shown_as_they_are(sign: str) -> None:
    made = [
        text(sign),
        Heading(words(sign), 3),
        bullets(sign, "khác"),
        table([sign, "b"], [["a", sign]]),
        Quote(words(sign)),
        text(strong(sign), " khác"),
        text("Lời ", em(sign)),
    ]
    assert blocks(to_markdown(made)) == made


def test_ordinary_text_is_left_alone() -> None:
    written = (
        "Kết luận số 21-KL/TW ngày 25/10/2021 – “xây” và “chống” (2023 - 2025); hơn 167.700 đảng viên..."
    )
    assert to_markdown([text(written)]) == written


@pytest.mark.parametrize(
    "made",
    [
        text("Có ", strong("hơn 1.200"), em(" người "), "(xem ", Run("trang *1*", "em", "#a"), ")."),
        Paragraph((Run("Có "), Run("đậm", "strong"), Run("nghiêng", "em"))),
        Paragraph((Run("a`b", "code"), Run(" và "), Run("``", "code"))),
        label("1. Mục tiêu"),
        NESTED,
        bullets("một", "hai"),
        bullets("một", "hai", ordered=True),
        Bullets((Item((), (Quote(words("lời")),)), Item(words("hai")))),
        Code("a\n\n```\n  b\n````"),
        table(["Việc", "Ai"], [["Ghi | nói", ""], ["a\\", "`"]]),
    ],
)
def test_what_is_made_by_hand_comes_back(made: Block) -> None:
    assert list(bare(blocks(to_markdown([made])))) == list(bare([made]))


def test_only_at_its_beginning_does_a_line_guard_a_dash_or_a_number() -> None:
    assert to_markdown([text("- a - b")]) == "\\- a - b"
    assert to_markdown([label("1. Việc"), text("1. Việc")]) == "**1. Việc**\n\n1\\. Việc"


def test_a_text_between_others_comes_back_apart() -> None:
    made = [
        bullets("một"),
        bullets("a", ordered=True),
        text("hai"),
        text("ba"),
        Quote(words("bốn")),
        text("năm"),
    ]
    assert blocks(to_markdown(made)) == made


def test_a_mark_touches_its_words() -> None:
    assert (
        to_markdown([Paragraph((Run("a"), Run(" b ", "strong"), Run(" ", "em"), Run("c")))]) == "a **b**  c"
    )


def test_terms_and_answers_can_be_read() -> None:
    term = Definition("UB*ND", "Cơ quan.", "Gặp ở: mục 1", "thuat-ngu-ubnd")
    assert to_markdown([Definitions((term, term))]) == "\n".join(
        ["- **UB\\*ND**: Cơ quan. *(Gặp ở: mục 1)*"] * 2
    )
    assert to_markdown([Answers((text("Đúng."), text("Sai.")))]) == "#### Đáp án\n\nĐúng.\n\nSai."


def test_what_the_course_shows_says_the_same_in_markdown() -> None:
    shown = list(course_blocks())
    assert len(shown) > 120
    for made in shown:
        assert list(bare(blocks(to_markdown(made)))) == list(bare(made))


def course_blocks() -> Iterator[list[Block]]:
    """Yield what each cell of the sessions' notebooks shows."""
    for notebook in material.read(shipped()).sessions:
        lesson = Lesson(notebook.page.slug, shipped())
        for _, method, argument in notebook.calls():
            if method != "plan":
                shown = getattr(lesson, method)(*filter(None, [argument]))
                yield shown.reading_form() if isinstance(shown, KitWidget) else list(shown.blocks)
        for _, plan, part in notebook.plan_calls():
            yield list(getattr(lesson.plan(plan), part)().blocks)


def bare(made: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks without what Markdown does not say: roles, names of places."""
    for block in made:
        if isinstance(block, Paragraph):
            yield Paragraph(block.runs)
        elif isinstance(block, Commentary):
            yield from bare((label(COMMENTARY), *block.blocks))
        elif isinstance(block, Drawing):
            yield text(f"{block.title}: {block.alt}")
        elif isinstance(block, Heading):
            yield replace(block, anchor="")
        elif isinstance(block, Table):
            yield replace(block, anchors=())
        elif isinstance(block, Bullets):
            yield replace(
                block, items=tuple(Item(item.runs, tuple(bare(item.below))) for item in block.items)
            )
        elif isinstance(block, Answers):
            yield from (Heading((Run("Đáp án"),), 4), *bare(block.blocks))
        elif isinstance(block, Folded):
            yield from (Paragraph((Run(f"{block.label}:", "strong"),)), *bare(block.blocks))
        else:
            yield block
