"""Terms in Python: which are marked and where, which a widget gets, and the list of all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from course import Course, load
from course.reference import Term
from shown.blocks import Block
from tests.courses import SMALL, shipped
from widgets.glossary import glossary
from widgets.glossary.glossary import Glossary, Marker, sort_key, spellings, terms_in
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


@pytest.fixture(autouse=True)
def _numbered_anew(monkeypatch):
    monkeypatch.setattr(glossary, "_ids", glossary.numbered("term"))


@pytest.fixture
def mark() -> Marker:
    """A marker that knows two abbreviations, a term, and a longer one that holds it."""
    terms = [term("UBND", "Ủy ban nhân dân"), term("thể chế"), term("thể chế hóa"), term("KH")]
    return Marker(with_terms(*terms))


def marked(html: str) -> list[str]:
    """Return the words that are marked."""
    return re.findall(r'<span class="kit-term"[^>]*>([^<]*)</span>', html)


def unmarked(html: str) -> str:
    """Return the HTML as it was before its terms were marked."""
    html = re.sub(r"<span popover.*?Đóng</button></span>", "", html)
    return re.sub(r'<span class="kit-term"[^>]*>([^<]*)</span>', r"\1", html)


def test_a_term_gets_its_button_and_its_meaning(mark):
    assert mark("<p>Gửi UBND huyện</p>") == (
        '<p>Gửi <span class="kit-term" role="button" tabindex="0" aria-expanded="false">UBND</span>'
        '<span popover id="term-1" class="kit-definition" role="note" tabindex="-1" autofocus '
        'aria-labelledby="term-1-text"><span id="term-1-text"><b>UBND</b> '
        '<span class="kit-meaning">Nghĩa của UBND.</span> '
        '<span class="kit-meaning-source">Gặp ở: Nguồn thử, mục 1</span></span>'
        '<button type="button" class="kit-definition-close" popovertarget="term-1" '
        'popovertargetaction="hide">Đóng</button></span> huyện</p>'
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>UBND và Ủy ban nhân dân, rồi UBND</p>", ["UBND"]),
        ("<p><em>thể <b>chế</b></em>, <em>thể chế</em></p><p>thể chế</p>", ["thể chế"]),
        ("<p>thể chế hóa, thể chế, thể chế hóa</p>", ["thể chế hóa", "thể chế"]),
        ("<p>thể chế hóa, thể chế hóa</p>", ["thể chế hóa"]),
        ("<p>Thể chế</p>", ["Thể chế"]),
        ("<p>105-KH ngày</p>", ["KH"]),
        ("<ul><li>UBND</li></ul><table><tr><td>thể chế</td></tr></table>", ["UBND", "thể chế"]),
    ],
)
def test_the_first_occurrence_is_marked_and_the_longest_spelling(mark, text, words):
    assert marked(mark(text)) == words
    assert unmarked(mark(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "<p>UBNDX, XUBND, ubnd, Ubnd, thể chếch, THỂ CHẾ</p>",
        "<p>1-KH/XX</p>",
        "<h2>UBND</h2><h4><em>UBND</em></h4>",
        '<p><a href="x">UBND</a></p>',
        "<details><summary>UBND</summary></details>",
        "<table><thead><tr><th>UBND</th></tr></thead></table>",
        "<p><code>UBND</code></p><pre>UBND</pre>",
        "<button>UBND</button>",
        '<p title="UBND">không</p>',
        "<p>Một &amp; hai &lt;b&gt; &quot;ba&quot; &#273;<br />bốn<!-- UBND --></p>",
        "<p>Không có gì ở đây.</p>",
        "",
    ],
)
def test_everything_else_stays_as_it_is(mark, text):
    assert mark(text) == text


def test_after_a_heading_marking_goes_on(mark):
    assert marked(mark("<h3>UBND</h3><p>UBND</p>")) == ["UBND"]


def test_escaped_text_stays_escaped_around_a_term(mark):
    text = "<p>&lt;script&gt; UBND &amp; &quot;thể chế&quot;</p>"
    assert marked(mark(text)) == ["UBND", "thể chế"]
    assert unmarked(mark(text)) == text


def test_a_meaning_is_text_and_is_not_marked_itself():
    one, two = term("UBND", meaning="Là <x & KH."), term("KH")
    html = Marker(with_terms(one, two))("<p>UBND</p>")
    assert "Là &lt;x &amp; KH." in html
    assert marked(html) == ["UBND"]


def test_a_meaning_may_refer_to_figures():
    html = Marker(with_terms(term("UBND", meaning="Có {count:bai-hoc} bài.")))("<p>UBND</p>")
    assert "Có 3 bài." in html


def test_no_two_marks_have_the_same_id(mark):
    html = mark("<p>UBND thể chế</p>") + mark("<p>UBND</p>")
    assert re.findall(r'popover id="([^"]+)"', html) == ["term-1", "term-2", "term-3"]


def test_a_page_made_again_has_the_same_bytes(monkeypatch):
    def page() -> str:
        monkeypatch.setattr(glossary, "_ids", glossary.numbered("term"))
        lesson = Lesson("ke-hoach", KIT)
        plan = lesson.plan("thi-uy")
        return "".join(
            part.html() for part in (lesson.goals(), plan.aims(), plan.duties(), plan.recipients())
        )

    assert marked(page())
    assert page() == page()


def test_without_terms_nothing_changes():
    assert Marker(with_terms())("<p>UBND</p>") == "<p>UBND</p>"
    assert terms_in(with_terms(), "UBND") == []


def test_paper_and_slides_stay_plain():
    bundle, _ = Block("UBND", mark=Marker(with_terms(term("UBND"))))._repr_mimebundle_()
    assert bundle["text/markdown"] == bundle["text/plain"] == "UBND"
    assert marked(bundle["text/html"]) == ["UBND"]


def test_what_is_written_small_may_begin_a_sentence():
    assert spellings(term("tuyên vận", "TV")) == ["tuyên vận", "TV", "Tuyên vận"]


def test_a_widget_gets_the_terms_that_its_texts_hold():
    course = with_terms(term("UBND"), term("KH"))
    found = terms_in(course, "Không", ["gửi UBND", {"a": "KHÔNG", "b": 3}])
    assert found == [
        {
            "id": "tu-4", "term": "UBND", "spellings": ["UBND"], "meaning": "Nghĩa của UBND.",
            "source": "Nguồn thử, mục 1",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("widget", "found"),
    [
        (lambda: OutlineExplorer(KIT, KIT.groups["ly-luan"], session="thu"), "vung-cam"),
        (lambda: Lesson("ly-luan", KIT).quiz(), "giac-noi-xam"),
        (lambda: Lesson("ke-hoach", KIT).figure("nam-cong-tac-thi-uy"), "ban-tuyen-giao"),
    ],
    ids=["cards", "quiz", "figure"],
)
def test_cards_quiz_and_figures_bring_their_terms(widget, found):
    names = [entry["id"] for entry in widget().terms]
    assert found in names
    assert len(names) < len(KIT.glossary)


def test_the_list_holds_every_term_with_meaning_place_and_id():
    shown = Tools("tra-cuu", KIT).glossary()
    html = shown.html()
    assert len(re.findall(r'<dt id="thuat-ngu-[a-z0-9-]+">', html)) == len(KIT.glossary)
    assert '<dt id="thuat-ngu-ubnd">Ủy ban nhân dân (UBND)</dt>' in html
    assert "- **Ủy ban nhân dân (UBND)**: Cơ quan hành chính nhà nước" in shown.markdown
    assert not marked(html)


def test_the_list_shows_text_as_text():
    html = Glossary(with_terms(term("UBND", meaning="Là <x & y."))).html()
    assert "Là &lt;x &amp; y." in html


def test_words_stand_in_the_order_of_a_vietnamese_dictionary():
    words = ["Ủy ban", "đảng", "dân", "cấp ủy", "Ban Chỉ đạo", "bà", "ba", "báo cáo", "ăn", "âm", "an", "thể chế hóa",
             "thể chế", "tham ô", "ơn", "ôn", "on", "ương", "ung"]  # fmt: skip
    assert sorted(words, key=sort_key) == [
        "an", "ăn", "âm", "ba", "bà", "Ban Chỉ đạo", "báo cáo", "cấp ủy", "dân", "đảng", "on", "ôn", "ơn",
        "tham ô", "thể chế", "thể chế hóa", "ung", "Ủy ban", "ương",
    ]  # fmt: skip
