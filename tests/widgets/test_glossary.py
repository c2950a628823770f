"""Terms in Python: which are marked and where, which a widget gets, and the list of all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from course import Course, load
from course.reference import Term
from shown.html import Html
from shown.markdown import blocks
from shown.piece import Piece
from tests.courses import SMALL, shipped
from widgets.glossary.glossary import Marker, glossary_piece, sort_key, spellings, terms_in
from widgets.lesson import Lesson
from widgets.outline_explorer.outline_explorer import OutlineExplorer
from widgets.tools import Tools

KIT = shipped()
# What is no text for readers: ids, places, the scan's own words.


def term(name: str, *forms: str, **changes: str) -> Term:
    cited = {"source": "nguon", "place": "mục 1", "meaning": f"Nghĩa của {name}.", **changes}
    return Term(id=f"tu-{len(name)}", term=name, forms=list(forms), **cited)


def with_terms(*terms: Term) -> Course:
    return replace(load(SMALL), glossary={entry.id: entry for entry in terms})


@pytest.fixture
def mark() -> Marker:
    """A marker that knows two abbreviations, a term, and a longer one that holds it."""
    terms = [term("UBND", "Ủy ban nhân dân"), term("thể chế"), term("thể chế hóa"), term("KH")]
    return Marker(with_terms(*terms))


def written(marker: Marker, markdown: str) -> str:
    """Return the HTML of one piece."""
    return Html(marker.piece()).blocks(blocks(markdown))


def marked(html: str) -> list[str]:
    """Return the words that are marked."""
    return re.findall(r'<span class="kit-term"[^>]*>([^<]*)</span>', html)


def unmarked(html: str) -> str:
    """Return the HTML as it was before its terms were marked."""
    html = re.sub(r"<span popover.*?Đóng</button></span>", "", html)
    return re.sub(r'<span class="kit-term"[^>]*>([^<]*)</span>', r"\1", html)


def test_a_term_gets_its_button_and_its_meaning(mark):
    assert mark.piece()("Gửi UBND huyện") == (
        'Gửi <span class="kit-term" role="button" tabindex="0" aria-expanded="false">UBND</span>'
        '<span popover id="term-1" class="kit-definition" role="note" tabindex="-1" autofocus '
        'aria-labelledby="term-1-text"><span id="term-1-text"><b>UBND</b> '
        '<span class="kit-meaning">Nghĩa của UBND.</span> '
        '<span class="kit-meaning-source">Gặp ở: Nguồn thử, mục 1</span></span>'
        '<button type="button" class="kit-definition-close" popovertarget="term-1" '
        'popovertargetaction="hide">Đóng</button></span> huyện'
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UBND và Ủy ban nhân dân, rồi UBND", ["UBND"]),
        ("*thể **chế***, *thể chế*\n\nthể chế", ["thể chế"]),
        ("thể chế hóa, thể chế, thể chế hóa", ["thể chế hóa", "thể chế"]),
        ("thể chế hóa, thể chế hóa", ["thể chế hóa"]),
        ("Thể chế", ["Thể chế"]),
        ("105-KH ngày", ["KH"]),
        ("- UBND\n\n| a |\n|---|\n| thể chế |", ["UBND", "thể chế"]),
        ("> UBND\n\n**UBND**", ["UBND"]),
        ("### UBND\n\nUBND", ["UBND"]),
        ("[UBND](#a) `UBND` UBND", ["UBND"]),
    ],
)
def test_the_first_occurrence_is_marked_and_the_longest_spelling(mark, text, words):
    html = written(mark, text)
    assert marked(html) == words
    assert unmarked(html) == Html().blocks(blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        "UBNDX, XUBND, ubnd, Ubnd, thể chếch, THỂ CHẾ",
        "1-KH/XX",
        "## UBND\n\n#### *UBND*",
        "[UBND](x)",
        "| UBND |\n|---|\n| a |",
        "`UBND`\n\n    UBND",
        'Một &amp; hai <b> "ba"',
        "Không có gì ở đây.",
        "",
    ],
)
def test_everything_else_stays_as_it_is(mark, text):
    assert written(mark, text) == Html().blocks(blocks(text))


def test_escaped_text_stays_escaped_around_a_term(mark):
    text = '<script> UBND & "thể chế"'
    html = written(mark, text)
    assert marked(html) == ["UBND", "thể chế"]
    assert unmarked(html) == '<p>&lt;script&gt; UBND &amp; "thể chế"</p>\n'


def test_a_meaning_is_text_and_is_not_marked_itself():
    one, two = term("UBND", meaning="Là <x & KH."), term("KH")
    html = Marker(with_terms(one, two)).piece()("UBND")
    assert "Là &lt;x &amp; KH." in html
    assert marked(html) == ["UBND"]


def test_a_meaning_may_refer_to_figures():
    html = Marker(with_terms(term("UBND", meaning="Có {count:bai-hoc} bài."))).piece()("UBND")
    assert "Có 3 bài." in html


def test_each_piece_marks_a_term_once_and_no_two_marks_have_the_same_id(mark):
    first, second = mark.piece(), mark.piece()
    html = first("UBND thể chế") + second("UBND") + first("UBND")
    assert marked(html) == ["UBND", "thể chế", "UBND"]
    assert re.findall(r'popover id="([^"]+)"', html) == ["term-1", "term-2", "term-3"]


def test_a_page_made_again_has_the_same_bytes():
    def page() -> str:
        lesson, marker = Lesson("ke-hoach", KIT), Marker(KIT)
        plan = lesson.plan("thi-uy")
        pieces = (lesson.goals(), plan.aims(), plan.duties(), plan.recipients())
        return "".join(Html(marker.piece()).blocks(piece.blocks) for piece in pieces)

    assert marked(page())
    assert page() == page()


def test_without_terms_nothing_changes():
    assert Marker(with_terms()).piece()("UBND") == "UBND"
    assert terms_in(with_terms(), "UBND") == []


def test_what_is_written_small_may_begin_a_sentence():
    assert spellings(term("tuyên vận", "TV")) == ["tuyên vận", "TV", "Tuyên vận"]


def test_a_widget_gets_the_terms_that_its_texts_hold():
    course = with_terms(term("UBND"), term("KH"))
    found = terms_in(course, "Không", ["gửi UBND", {"a": "KHÔNG", "b": 3}])
    assert found == [
        {
            "id": "tu-4", "term": "UBND", "spellings": ["UBND"], "meaning": "Nghĩa của UBND.",
            "found": "Gặp ở: Nguồn thử, mục 1",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("widget", "found"),
    [
        (lambda: OutlineExplorer(KIT, KIT.groups["ly-luan"], session="thu"), "vung-cam"),
        (lambda: Lesson("ly-luan", KIT).quiz(), "giac-noi-xam"),
        (lambda: Lesson("ke-hoach", KIT).figure("nam-cong-tac-thi-uy"), "so-ket"),
    ],
    ids=["cards", "quiz", "figure"],
)
def test_cards_quiz_and_figures_bring_their_terms(widget, found):
    names = [entry["id"] for entry in widget().terms]
    assert found in names
    assert len(names) < len(KIT.glossary)


def listed(piece: Piece) -> str:
    """Return the list of terms as a page shows it."""
    return Html(Marker(KIT).piece()).blocks(piece.blocks)


def test_the_list_holds_every_term_with_meaning_place_and_id():
    shown = Tools("tra-cuu", KIT).glossary()
    html = listed(shown)
    assert shown.kind == "glossary"
    assert len(re.findall(r'<dt id="thuat-ngu-[a-z0-9-]+">', html)) == len(KIT.glossary)
    assert '<dt id="thuat-ngu-ubnd">Ủy ban nhân dân (UBND)</dt>' in html
    assert "- **Ủy ban nhân dân (UBND)**: Cơ quan hành chính nhà nước" in shown.markdown
    assert not marked(html)


def test_the_list_shows_text_as_text():
    html = listed(glossary_piece(with_terms(term("UBND", meaning="Là <x & y."))))
    assert "Là &lt;x &amp; y." in html


def test_words_stand_in_the_order_of_a_vietnamese_dictionary():
    words = ["Ủy ban", "đảng", "dân", "cấp ủy", "Ban Chỉ đạo", "bà", "ba", "báo cáo", "ăn", "âm", "an", "thể chế hóa",
             "thể chế", "tham ô", "ơn", "ôn", "on", "ương", "ung"]  # fmt: skip
    assert sorted(words, key=sort_key) == [
        "an", "ăn", "âm", "ba", "bà", "Ban Chỉ đạo", "báo cáo", "cấp ủy", "dân", "đảng", "on", "ôn", "ơn",
        "tham ô", "thể chế", "thể chế hóa", "ung", "Ủy ban", "ương",
    ]  # fmt: skip
