"""A notebook's cells as HTML: texts, pieces that fold, and the widgets' reading forms."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from course import load
from course.reference import Term
from server.publish.cells import Cells
from server.publish.site import Site
from shown.json import MIME
from shown.model import Answers, Block, bullets, table, text
from shown.piece import bundle
from tests.courses import SMALL

TERM = Term(id="ubnd", term="UBND", forms=[], meaning="Cơ quan.", source="nguon", place="mục 1")


@pytest.fixture
def cells() -> Cells:
    return Cells(replace(load(SMALL), glossary={TERM.id: TERM}))


def output(*blocks: Block, **kind: str) -> dict:
    return {MIME: bundle(blocks, **kind)}


def test_a_piece_stands_in_its_frame(cells: Cells) -> None:
    assert cells.piece(output(text("Xin chào"), kind="goals")) == (
        '<div class="kit-block goals"><p>Xin chào</p>\n</div>'
    )


def test_a_folded_piece_stands_under_its_label(cells: Cells) -> None:
    assert cells.piece(output(text("Xin chào"), kind="speaker", fold="Dàn ý <45> phút UBND")) == (
        '<details class="kit-block speaker"><summary>Dàn ý &lt;45&gt; phút UBND</summary><p>Xin chào</p>\n</details>'
    )


def test_texts_and_pieces_explain_each_term_once_and_no_two_ids_are_alike(cells: Cells) -> None:
    shown = cells.text("UBND và UBND") + cells.piece(output(text("UBND"), bullets("UBND"), kind="x"))
    assert re.findall(r'popover id="([^"]+)"', shown) == ["term-1", "term-2"]


def test_the_trainers_notes_and_reading_forms_explain_nothing(cells: Cells) -> None:
    assert cells.plain("Gửi **UBND**") == "<p>Gửi <strong>UBND</strong></p>\n"
    assert cells.reading_form(output(text("UBND"))) == "<p>UBND</p>\n"


@pytest.mark.parametrize(
    ("minutes", "said"), [(3, "Gửi UBND. Khoảng ba phút."), ("3", "Gửi UBND."), (None, "Gửi UBND.")]
)
def test_the_trainers_notes_end_in_their_minutes(cells: Cells, minutes: object, said: str) -> None:
    cell = {"source": "Gửi UBND.", "metadata": {"slideshow": {"slide_type": "notes", "minutes": minutes}}}
    assert cells.notes(cell) == f"<p>{said}</p>\n"


def test_a_reading_form_has_no_places_of_its_own(cells: Cells) -> None:
    shown = cells.reading_form(output(table(["a"], [["b"]], ["lich-1"]), Answers((text("c", anchor="d"),))))
    assert "<td>b</td>" in shown and '<section class="answers">' in shown
    assert " id=" not in shown


def test_html_in_a_notebooks_text_is_text(cells: Cells) -> None:
    assert "&lt;script&gt;" in cells.text("a <script>alert(1)</script>")
    assert "<script" not in cells.text("<script>alert(1)</script>") + cells.plain("<script>x</script>")


def test_what_other_libraries_show_is_no_piece(cells: Cells) -> None:
    assert not cells.shows({"text/html": "<b>x</b>"})
    assert cells.shows(output(text("x")))


def test_a_link_to_a_notebook_leads_to_its_page() -> None:
    site = Site(load(SMALL))
    shown = Cells(site.course, site.link).text(
        "[Buổi 1](01-buoi-mot.ipynb#bai-hoc), [tài liệu](tai-lieu.html)"
    )
    assert re.findall(r'href="([^"]+)"', shown) == ["/hoc/buoi-mot/#bai-hoc", "tai-lieu.html"]
