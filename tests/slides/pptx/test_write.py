"""The PowerPoint files opened again: real text, native charts, notes, and nothing left over."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

import pptx
import pytest
from lxml import etree
from pptx.presentation import Presentation
from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from course.checks.numbers import numbers
from shown.model import plain
from slides.deck.minutes import in_figures
from slides.deck.model import Deck, Figure, Slide
from slides.pptx.layouts import SLIDE_NUMBER
from slides.pptx.write import decks_pptx
from tests.courses import shipped
from tests.slides import sample, shown

SLUGS = list(shipped().sessions)
Printed = Callable[[str], bytes]
LAYOUTS = {
    "Mở đầu", "Mở một phần", "Một câu lớn", "Lời trích", "Điều mang theo", "Tiêu đề và nội dung", "Hai cột",
    "Chỉ tiêu đề",
}  # fmt: skip


@cache
def opened(data: bytes) -> Presentation:
    return pptx.Presentation(io.BytesIO(data))


@pytest.fixture(params=SLUGS)
def slug(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def made(printed: Printed, slug: str) -> Presentation:
    return opened(printed(f"{slug}.pptx"))


@pytest.fixture
def pairs(made: Presentation, decks: dict[str, Deck], slug: str) -> list[tuple[PptxSlide, Slide, bool]]:
    """Each page with the slide of the deck that it shows, and whether it is the answer."""
    faces = shown.faces(decks[slug])
    return [(page, slide, answered) for page, (slide, answered) in zip(made.slides, faces, strict=True)]


def words(page: PptxSlide) -> str:
    """Return all that a page says, charts and tables included."""
    return " ".join(text for shape in page.shapes for text in _texts(shape))


def plain_hyphens(text: str) -> str:
    """Return a text without the signs that keep numbers of documents on one line."""
    return text.replace("\u00a0", " ")


def _texts(shape) -> Iterator[str]:
    if shape.has_text_frame:
        yield plain_hyphens(shape.text_frame.text)
    if getattr(shape, "has_table", False):
        yield from (plain_hyphens(cell.text) for row in shape.table.rows for cell in row.cells)
    if getattr(shape, "has_chart", False):
        points = shape.chart.plots[0].series[0].points
        yield from shape.chart.plots[0].categories
        yield from (
            points[n].data_label.text_frame.text for n in range(len(list(shape.chart.plots[0].categories)))
        )


def test_slides_are_wide_and_each_uses_a_named_layout(made: Presentation) -> None:
    assert made.slide_width * 9 == made.slide_height * 16
    assert {layout.name for layout in made.slide_layouts} == LAYOUTS
    assert all(page.slide_layout.name in LAYOUTS for page in made.slides)
    assert made.slides[0].slide_layout.name == "Mở đầu"


def test_titles_and_texts_stand_in_the_layouts_places(pairs: list) -> None:
    for page, slide, answered in pairs:
        title = slide.title + (" – Đáp án" if answered else "")
        assert plain_hyphens(page.shapes.title.text) == title
        outside = [shape for shape in page.shapes if shape.has_text_frame and not shape.is_placeholder]
        if page.slide_layout.name == "Tiêu đề và nội dung":
            assert outside == [], f"{slide.title}: text in a box of its own"


def test_no_place_is_left_empty(made: Presentation) -> None:
    for page in made.slides:
        for place in page.placeholders:
            assert place.text_frame.text.strip(), f"{page.shapes.title.text}: {place.name}"


def test_a_slide_of_a_heading_alone_has_no_empty_place() -> None:
    (page,) = opened(decks_pptx([sample.fit(sample.deck_of())], "Thử")).slides
    assert [place.text_frame.text for place in page.placeholders if "Trang" in place.text_frame.text] == [
        "Trang thử"
    ]
    assert all(place.text_frame.text for place in page.placeholders)


def test_every_text_and_number_is_on_its_page_with_its_more_than(pairs: list) -> None:
    for page, slide, answered in pairs:
        said = words(page)
        assert unicodedata.is_normalized("NFC", said)
        texts = list(shown.texts(slide.blocks, answered=answered))
        for text in texts:
            assert shown.squeezed(text) in shown.squeezed(said), f"{slide.title}: {text}"
        assert {number for text in texts for number in numbers(text)} <= set(numbers(said))


def test_a_chart_of_bars_can_be_edited_and_says_more_than(pairs: list) -> None:
    for page, slide, _ in pairs:
        figures = [block for block in slide.blocks if isinstance(block, Figure) and block.bars]
        charts = [shape.chart for shape in page.shapes if getattr(shape, "has_chart", False)]
        assert len(charts) == len(figures)
        for chart, figure in zip(charts, figures, strict=True):
            (plot,) = chart.plots
            series = plot.series[0]
            labels = [series.points[n].data_label.text_frame.text for n in range(len(figure.bars))]
            assert list(plot.categories) == [bar.label for bar in figure.bars]
            assert list(series.values) == [bar.value for bar in figure.bars]
            assert labels == [bar.shown for bar in figure.bars]
            assert chart.font.size >= Pt(18) and chart.value_axis.minimum_scale == 0


def test_charts_of_the_course_are_many_enough_for_the_test_above(decks: dict[str, Deck]) -> None:
    blocks = [block for deck in decks.values() for slide in deck.slides for block in slide.blocks]
    figures = [block for block in blocks if isinstance(block, Figure)]
    assert len([one for one in figures if one.bars]) >= 2 and [one for one in figures if not one.bars]


def test_graphics_are_told_in_words(made: Presentation) -> None:
    for page in made.slides:
        for shape in page.shapes:
            if not shape.has_text_frame:
                told = shape._element._nvXxPr.cNvPr.get("descr")
                assert told and unicodedata.is_normalized("NFC", told), page.shapes.title.text


def test_notes_pages_are_the_decks_notes_with_their_minutes(pairs: list) -> None:
    for page, slide, answered in pairs:
        beside = [plain(aside.runs) for aside in slide.asides] + [f"Địa chỉ: {to}" for to in slide.addresses]
        said = [*slide.spoken, *beside]
        if answered or not said:
            assert not page.has_notes_slide
            continue
        time = [] if slide.minutes is None else [f"({in_figures(slide.minutes)})"]
        assert page.notes_slide.notes_text_frame.text.split("\n") == [*said, *time]


def test_pages_have_the_numbers_that_they_have_on_the_wall(pairs: list) -> None:
    for page, slide, _ in pairs:
        assert page.placeholders[SLIDE_NUMBER].text_frame.text == str(slide.number)


def test_shapes_stay_within_the_slide(made: Presentation) -> None:
    for page in made.slides:
        for shape in page.shapes:
            place = f"{page.shapes.title.text}: {shape.name}"
            assert shape.left >= 0 and shape.left + shape.width <= made.slide_width, place
            assert shape.top >= 0 and shape.top + shape.height <= made.slide_height, place


def test_a_title_that_needs_another_line_grows_away_from_the_body(pairs: list) -> None:
    for page, slide, _ in pairs:
        if slide.kind == "cover":
            continue
        title = page.shapes.title
        assert page.slide_layout.placeholders[0].text_frame._txBody.bodyPr.get("anchor") == "b"
        bodies = [shape.top for shape in page.shapes if shape.top > title.top]
        assert title.top + title.height < min(bodies), slide.title
        # The PDF's lines of a title are 1.09 em apart; there is room for one more.
        assert title.height > Pt(slide.title_height + 24), slide.title


def test_spans_are_kept_together_and_blank_cells_are_high(printed: Printed) -> None:
    deck = sample.fit(sample.deck_of(sample.words("Giai đoạn 2023 - 2025.")))
    (page,) = opened(decks_pptx([deck], "Thử")).slides
    assert "2023\u00a0-\u00a02025" in page.placeholders[1].text_frame.text
    slides = opened(printed("ke-hoach.pptx")).slides
    # In tables too.
    said = " ".join(words for page in slides for words in page.element.itertext())
    assert "2023\u00a0-\u00a02025" in said
    (draft,) = [page for page in slides if page.shapes.title.text.startswith("Bản nháp")]
    (table,) = [shape.table for shape in draft.shapes if getattr(shape, "has_table", False)]
    assert all(row.height >= Pt(60) for row in list(table.rows)[1:])


def test_graphics_and_texts_below_each_other_do_not_overlap(made: Presentation) -> None:
    for page in made.slides:
        drawn = [shape for shape in page.shapes if not shape.is_placeholder]
        boxes = sorted((shape.top, shape.top + shape.height) for shape in drawn)
        for (_, bottom), (top, _) in pairwise(boxes):
            assert bottom <= top, page.shapes.title.text


def test_the_theme_names_the_font_and_another_for_machines_without_it(printed: Printed) -> None:
    with zipfile.ZipFile(io.BytesIO(printed("ket-qua.pptx"))) as archive:
        theme = etree.fromstring(archive.read("ppt/theme/theme1.xml"))
    for kind in ("majorFont", "minorFont"):
        (fonts,) = theme.iter("{*}" + kind)
        faces = {etree.QName(node).localname: node.get("typeface") for node in fonts}
        assert faces["latin"] == "Be Vietnam Pro" and faces["ea"] == faces["cs"] == "Segoe UI"


def test_the_file_says_title_language_and_its_fixed_date(made: Presentation, decks: dict, slug: str) -> None:
    properties = made.core_properties
    assert (properties.title, properties.language) == (decks[slug].title, "vi")
    assert properties.created == properties.modified
    assert {properties.author, properties.last_modified_by, properties.comments, properties.keywords} == {""}


def test_the_zip_is_whole_and_lists_all_its_parts(printed: Printed, slug: str) -> None:
    with zipfile.ZipFile(io.BytesIO(printed(f"{slug}.pptx"))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        types = etree.fromstring(archive.read("[Content_Types].xml"))
    assert len(set(names)) == len(names)
    listed = {node.get("PartName") for node in types.iter("{*}Override")}
    endings = {node.get("Extension") for node in types.iter("{*}Default")}
    for name in names:
        assert name == "[Content_Types].xml" or f"/{name}" in listed or name.rsplit(".", 1)[-1] in endings
    assert {name.lstrip("/") for name in listed} <= set(names)


def test_the_course_has_the_slides_of_all_sessions(printed: Printed, decks: dict[str, Deck]) -> None:
    pages = len(opened(printed("khoa-hoc.pptx")).slides)
    assert pages == sum(len(list(shown.faces(deck))) for deck in decks.values())


def test_lists_have_real_bullets_numbers_and_boxes() -> None:
    made = opened(decks_pptx([sample.deck()], "Thử"))
    found = {page.shapes.title.text: etree.tostring(page._element).decode() for page in made.slides}
    assert '<a:buAutoNum type="arabicPeriod"/>' in found["Bài học"]
    assert 'char="&#9744;"' in found["Câu 1/6"] and 'char="&#8226;"' in found["Câu 1/6 – Đáp án"]


def test_sources_below_columns_end_above_the_foot(pairs: list) -> None:
    for page, slide, _ in pairs:
        for shape in page.shapes:
            if page.slide_layout.name == "Hai cột" and shape.name == "Lời":
                assert shape.top + shape.height <= Pt(540 - 44) + 1, slide.title
                gaps = len(shape.text_frame.paragraphs) - 1
                assert gaps * Pt(15) < shape.height, slide.title


def test_a_solved_order_is_numbered_once() -> None:
    made = opened(decks_pptx([sample.deck()], "Thử"))
    (page,) = [page for page in made.slides if page.shapes.title.text == "Câu 5/6 – Đáp án"]
    _, *lines = page.placeholders[1].text_frame.paragraphs  # What was asked stands above.
    assert [line.text for line in lines[1:5]] == [
        "Xây dựng kế hoạch", "Quán triệt đến từng chi bộ", "Tổ chức học tập", "Báo cáo kết quả",
    ]  # fmt: skip
    numbers_of = [next(line._p.iter("{*}buAutoNum")).get("startAt", "1") for line in lines[1:5]]
    assert numbers_of == ["1", "2", "3", "4"]


def test_order_of_text_and_table_is_kept() -> None:
    table = sample.notebook(
        sample.markdown(
            "a", "slide", "## Bảng\n\nCâu trước.\n\n| Việc | Ai |\n|---|---|\n| Ghi | A |\n\nCâu sau."
        )
    )
    deck = sample.fit(sample.read_deck(table, sample.session(), "Khóa học thử"))
    (page,) = opened(decks_pptx([deck], "Thử")).slides
    tops = {shape.text_frame.text: shape.top for shape in page.shapes if shape.has_text_frame}
    (grid,) = [shape for shape in page.shapes if getattr(shape, "has_table", False)]
    assert tops["Câu trước."] < grid.top < grid.top + grid.height < tops["Câu sau."]


def test_the_cover_has_the_ground_and_a_quiet_bar(printed: Printed) -> None:
    cover = opened(printed("ket-qua.pptx")).slide_layouts[0]
    bar = cover.shapes[0]
    assert (bar.left, bar.top, bar.width, bar.height) == (0, 0, Pt(16), Pt(540))
    assert re.search(r'<p:bg>.*val="bg2"', etree.tostring(cover._element).decode(), re.DOTALL)
    assert "Học tập tác phẩm" in words(opened(printed("ket-qua.pptx")).slides[0])
