"""Shown blocks on pages: every text stays text, places have their ids, terms are marked where one reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shown.html import Html
from shown.markdown import blocks as parsed
from shown.model import (
    COMMENTARY,
    Answers,
    Block,
    Bullets,
    Code,
    Commentary,
    Definition,
    Definitions,
    Folded,
    Heading,
    Item,
    Paragraph,
    Quote,
    Run,
    bullets,
    em,
    label,
    strong,
    table,
    text,
    words,
)
from tests.shown.samples import every_kind

ROOT = Path(__file__).parents[2]

BAD = "<script>alert('1')</script> & \"x\""
WHERE = '" onclick="alert(1)'


def written(*blocks: Block, **options: object) -> str:
    return Html(**options).blocks(blocks)


def test_texts_in_their_styles() -> None:
    shown = written(text("Có ", strong("hơn 37"), " ", em("(mục 1)"), " ", Run("mã", "code"), "."))
    assert shown == "<p>Có <strong>hơn 37</strong> <em>(mục 1)</em> <code>mã</code>.</p>\n"


def test_no_text_becomes_html() -> None:
    item = Item(words(BAD), (text(BAD), Quote(words(BAD))), anchor=WHERE)
    shown = written(
        text(BAD, strong(BAD), Run(BAD, "code"), Run(BAD, href=f"#{WHERE}"), anchor=WHERE),
        Heading(words(BAD), 4, anchor=WHERE),
        Bullets((item,)),
        Quote(words(BAD)),
        Commentary((text(BAD),)),
        Folded(BAD, (text(BAD),)),
        table([BAD], [[BAD]], [WHERE]),
        Definitions((Definition(BAD, BAD, BAD, WHERE),)),
        Answers((text(BAD),)),
        Code(BAD),
    )
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 19
    assert 'onclick="' not in shown
    assert shown.count("&quot; onclick=&quot;") == 6


def test_markdown_never_becomes_other_html() -> None:
    shown = Html().blocks(
        parsed("Một <script>alert(1)</script> và <b>đậm</b>, [bấm](javascript:alert(1))\n\n<hr>")
    )
    assert set(re.findall(r"<(\w+)", shown)) == {"p"}
    assert "javascript" not in shown


def test_a_link_leads_to_its_address() -> None:
    link = Run("trang", "strong", "https://vi.example/?a=1&b=2")
    assert (
        '<a href="https://vi.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer"><strong>trang</strong></a>'
        in written(Paragraph((link,)))
    )


def test_a_label_to_unfold_is_text() -> None:
    assert Html().fold("Dàn ý <45> phút") == "<summary>Dàn ý &lt;45&gt; phút</summary>"


def test_roles_are_classes() -> None:
    made = [Paragraph(words("a"), role) for role in ("text", "label", "note", "source", "message")]
    assert [re.sub(r">a</p>\n", "", written(one)) for one in made] == [
        "<p", "<p", '<p class="is-note"', '<p class="is-source"', '<p class="is-message"',
    ]  # fmt: skip


PLACES = [
    text("a", anchor="sach"),
    Heading(words("b"), 4, "viec-1"),
    Bullets((Item(words("c"), anchor="y-1"), Item(words("d"), (text("e", anchor="y-3"),), "y-2"))),
    table(["f"], [["g"], ["h"], ["i"]], ["lich-1", "", "lich-3"]),
    Definitions((Definition("k", "l", "m", "thuat-ngu-k"),)),
    Answers((text("n", anchor="dap-an-1"),)),
]


def test_places_have_their_ids_where_they_stand() -> None:
    shown = written(*PLACES)
    assert re.findall(r'<(\w+)[^>]* id="([^"]+)"', shown) == [
        ("p", "sach"), ("h4", "viec-1"), ("li", "y-1"), ("li", "y-2"), ("p", "y-3"), ("tr", "lich-1"),
        ("tr", "lich-3"), ("dt", "thuat-ngu-k"), ("p", "dap-an-1"),
    ]  # fmt: skip


def test_a_second_form_of_the_same_matter_has_no_ids() -> None:
    shown = written(*PLACES, anchors=False)
    assert shown == re.sub(r' id="[^"]+"', "", written(*PLACES))
    assert " id=" not in shown


def test_lists_keep_what_is_nested_in_them() -> None:
    inner = Bullets((Item(words("nhỏ")),), ordered=True, start=3)
    made = Bullets(
        (Item(words(strong("Một")), (inner, text("Lời."))), Item(words("Hai")), Item((), (text("Ba"),)))
    )
    assert written(made) == (
        '<ul>\n<li><p><strong>Một</strong></p>\n<ol start="3">\n<li>nhỏ</li>\n</ol>\n<p>Lời.</p>\n</li>\n'
        "<li>Hai</li>\n<li><p>Ba</p>\n</li>\n</ul>\n"
    )
    assert written(bullets("a", ordered=True)) == "<ol>\n<li>a</li>\n</ol>\n"


def test_a_bar_stays_inside_its_table_cell() -> None:
    shown = written(table(["Một", "Hai"], [["a | b", "c\nd"]]))
    assert "<tr><td>a | b</td><td>c d</td></tr>" in shown
    assert "<tr><th>Một</th><th>Hai</th></tr>" in shown


def test_answers_are_a_section_of_their_own() -> None:
    shown = written(text("Câu 1"), Answers((text("Đúng."),)))
    assert shown == '<p>Câu 1</p>\n<section class="answers"><h4>Đáp án</h4>\n<p>Đúng.</p>\n</section>\n'


def test_the_kits_own_explanation_is_marked_with_the_same_words_by_pages_and_widgets() -> None:
    assert written(Commentary((text("Làm đều."),))) == (
        '<div class="is-commentary"><p class="is-label">Cách hiểu của bộ tài liệu</p>\n'
        "<p>Làm đều.</p>\n</div>\n"
    )
    assert f'"{COMMENTARY}"' in (ROOT / "widgets" / "shared" / "common.js").read_text(encoding="utf-8")


def test_code_and_quotes() -> None:
    assert written(Code("a\n  <b"), Quote(words("lời"))) == (
        "<pre>a\n  &lt;b</pre>\n<blockquote><p>lời</p>\n</blockquote>\n"
    )


def starred(escaped: str) -> str:
    return escaped.replace("TỪ", "*TỪ*")


@pytest.mark.parametrize(
    "block",
    [
        text("TỪ"),
        text("x ", strong("TỪ"), em("TỪ")),
        label("TỪ"),
        bullets("TỪ"),
        Bullets((Item(words("TỪ"), (text("TỪ"),)),)),
        Quote(words("TỪ")),
        table(["x"], [["TỪ"]]),
        Answers((text("TỪ"),)),
    ],
)
def test_terms_are_marked_where_one_reads(block: Block) -> None:
    assert written(block, mark=starred) == starred(written(block))


@pytest.mark.parametrize(
    "block",
    [
        Heading(words("TỪ ", strong("TỪ")), 4),
        table(["TỪ"], [["x"]]),
        Paragraph((Run("TỪ", href="#TỪ"), Run("TỪ", "code"))),
        Code("TỪ"),
        Definitions((Definition("TỪ", "TỪ", "TỪ", "tu"),)),
    ],
)
def test_terms_are_not_marked_elsewhere(block: Block) -> None:
    assert written(block, mark=starred) == written(block)


def test_what_marks_gets_escaped_text() -> None:
    seen = []
    written(text("a < b & “c”"), mark=lambda escaped: seen.append(escaped) or escaped)
    assert seen == ["a &lt; b &amp; “c”"]


def test_every_kind_can_be_written() -> None:
    assert written(*every_kind()).count("<") > 60
