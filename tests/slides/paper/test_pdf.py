"""The PDFs read back: their words, fonts, structure, and that they are the same each time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from math import ceil

import page as validation
import pypdf
import pytest

from course.checks.numbers import numbers
from slides.deck.model import Deck, Drawing, Figure
from slides.paper import forms
from tests import pdf as papers
from tests.courses import shipped
from tests.numbers import ROOT
from tests.slides import sample, shown

SLUGS = list(shipped().sessions)
ENDINGS = [form.ending for form in forms.FORMS if form.ending.endswith(".pdf")]
Printed = Callable[[str], bytes]


def fonts(reader: pypdf.PdfReader) -> Iterator[tuple[str, bool]]:
    """Yield the name of every font in the file, and whether it is embedded."""
    for number in range(1, reader.trailer["/Size"]):
        found = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        if isinstance(found, dict) and found.get("/Type") == "/FontDescriptor":
            yield found["/FontName"], "/FontFile2" in found or "/FontFile3" in found


@pytest.mark.parametrize(
    ("slug", "ending"),
    # A page of slides has the same parts for every session.
    [(slug, ending) for slug in SLUGS for ending in ENDINGS if "-trang" not in ending]
    + [(forms.COURSE_SLUG, ending) for ending in ENDINGS],
)
def test_every_form_passes_the_rules_of_pdf_ua_1(printed: Printed, slug: str, ending: str) -> None:
    """page-validation checks 104 rules of PDF/UA-1: those a machine can decide."""
    report = validation.validate_pdf_bytes(printed(f"{slug}{ending}"), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures][:5]
    assert report.rules.total >= 104


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("slug", [SLUGS[2], forms.COURSE_SLUG])
def test_fonts_are_embedded_and_are_the_kits_alone(printed: Printed, slug: str, ending: str) -> None:
    found = list(fonts(shown.reader(printed(f"{slug}{ending}"))))
    assert found and all(embedded for _, embedded in found)
    assert all("BeVietnamPro" in name for name, _ in found), found


@pytest.mark.parametrize("ending", ENDINGS)
def test_files_say_title_and_language_and_are_tagged(printed: Printed, ending: str) -> None:
    for slug, title in (("ket-qua", shipped().sessions["ket-qua"].title), ("khoa-hoc", "Toàn khóa học")):
        reader = shown.reader(printed(f"{slug}{ending}"))
        root = reader.trailer["/Root"]
        assert reader.metadata.title == title
        assert root["/Lang"] == "vi" and root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert "/StructTreeRoot" in root


@pytest.mark.parametrize("slug", SLUGS)
def test_a_deck_has_a_page_a_slide_and_an_answer_behind_each_question(
    printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    faces = list(shown.faces(decks[slug]))
    pages = shown.pages(printed(f"{slug}.pdf"))
    assert len(pages) == len(faces)
    for page, (slide, answered) in zip(pages, faces, strict=True):
        title = slide.title + (" – Đáp án" if answered else "")
        assert shown.squeezed(title) in shown.squeezed(page)
        assert page.split()[-1] == str(slide.number), "the answer has its question's"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_text_and_number_of_a_slide_is_on_its_page_with_its_more_than(
    printed: Printed, decks: dict[str, Deck], slug: str
) -> None:
    pages = shown.pages(printed(f"{slug}.pdf"))
    counted = 0
    for page, (slide, answered) in zip(pages, shown.faces(decks[slug]), strict=True):
        assert unicodedata.is_normalized("NFC", page)
        texts = list(shown.texts(slide.blocks, answered=answered))
        for text in texts:
            assert shown.squeezed(text) in shown.squeezed(page), f"{slide.title}: {text}"
        wanted = {number for text in texts for number in numbers(text)}
        assert wanted <= set(numbers(page)), slide.title
        counted += len(wanted)
    assert counted > 1, "numbers were looked for"


def test_the_figures_of_the_results_are_there_as_the_plan_writes_them(printed: Printed) -> None:
    text = " ".join(shown.pages(printed("ket-qua.pdf")))
    for written in ("hơn 167.700 đảng viên", "2.740 tổ chức đảng", "hơn 190 cán bộ", "hơn 300", "hơn 2.000"):
        assert written in text
    assert "167.700" not in text.replace("hơn 167.700", "")


@pytest.mark.parametrize("ending", ENDINGS)
def test_numbers_of_documents_and_spans_stay_on_one_line(printed: Printed, ending: str) -> None:
    text = "\n".join(papers.lines(printed(f"ke-hoach{ending}")))
    assert ending != "-ghi-chu.pdf" or ("37-QĐ/TW" in text and "2023 - 2025" in text)
    broken = r"\d-\s*\n\s*[A-ZĐ]|-[A-ZĐ]+/\s*\n|\b20\d\d\s*\n\s*[-–] 20\d\d|\b20\d\d [-–]\s*\n\s*20\d\d"
    assert re.findall(broken, text) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_bookmarks_are_the_titles_in_their_order(printed: Printed, decks: dict[str, Deck], slug: str) -> None:
    def titles(entries: list) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    found = list(titles(shown.reader(printed(f"{slug}.pdf")).outline))
    assert found == [slide.title for slide in shown.on_paper(decks[slug])]


def test_what_only_a_screen_can_show_stands_in_the_speakers_pages_alone(printed: Printed) -> None:
    wanted = shown.squeezed("Bản đồ cuốn sách")
    found = [
        ending
        for ending in ENDINGS
        if wanted in shown.squeezed(" ".join(shown.pages(printed(f"tac-pham{ending}"))))
    ]
    assert found == ["-ghi-chu.pdf"]


def test_no_page_sends_readers_elsewhere_for_the_questions_that_follow_it(
    printed: Printed, decks: dict[str, Deck]
) -> None:
    total = len(decks["ket-qua"].questions)
    pages = [shown.squeezed(page) for page in shown.pages(printed("ket-qua.pdf"))]
    (place,) = [
        number
        for number, page in enumerate(pages)
        if shown.squeezed(f"{total} câu hỏi, mỗi câu một trang") in page
    ]
    assert shown.squeezed(f"Câu 1/{total}") in pages[place + 1]


def test_slides_are_wide_and_paper_is_a4(printed: Printed) -> None:
    sizes = {ending: shown.reader(printed(f"ket-qua{ending}")).pages[0].mediabox for ending in ENDINGS}
    assert (sizes[".pdf"].width, sizes[".pdf"].height) == (960, 540)
    for ending in ENDINGS[1:]:
        a4 = (842, 595) if ending == "-4-trang.pdf" else (595, 842)
        assert (round(sizes[ending].width), round(sizes[ending].height)) == a4


@pytest.mark.parametrize("ending", [".pdf", "-phat-tay.pdf", "-tom-tat.pdf", "-dap-an.pdf"])
def test_the_course_has_the_pages_of_all_its_sessions(printed: Printed, ending: str) -> None:
    course = len(shown.reader(printed(f"khoa-hoc{ending}")).pages)
    assert course == sum(len(shown.reader(printed(f"{slug}{ending}")).pages) for slug in SLUGS)


@pytest.mark.parametrize("count", [2, 4, 6])
def test_pages_of_slides_hold_so_many_with_the_numbers_of_the_wall_and_no_answers(
    printed: Printed, decks: dict[str, Deck], count: int
) -> None:
    slides = shown.on_paper(decks["ket-qua"])
    pages = shown.pages(printed(f"ket-qua-{count}-trang.pdf"))
    assert len(pages) == ceil(len(slides) / count) and "Đáp án" not in " ".join(pages)
    for page, begin in zip(pages, range(0, len(slides), count), strict=True):
        for slide in slides[begin : begin + count]:
            assert shown.squeezed(slide.title) in shown.squeezed(page) and f" {slide.number} " in page


def test_another_process_gives_the_same_bytes() -> None:
    """Nothing depends on the order of sets or on the clock: other seeds of hashing, other time zones."""
    script = (
        "import hashlib; from slides.paper import forms; from tests.slides import sample; deck = sample.deck()\n"
        "for form in forms.FORMS: print(hashlib.sha256(form.make([deck], 'Thử')).hexdigest())"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout.split()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    ]  # fmt: skip
    here = [hashlib.sha256(form.make([sample.deck()], "Thử")).hexdigest() for form in forms.FORMS]
    assert made[0] == made[1] == here and len(here) == len(forms.FORMS)


def test_charts_are_told_in_words(printed: Printed, decks: dict[str, Deck]) -> None:
    """A reader that speaks gets each chart's numbers from its alternative text."""
    reader = shown.reader(printed("ket-qua.pdf"))
    alternatives = [
        found["/Alt"]
        for number in range(1, reader.trailer["/Size"])
        if isinstance(found := reader.get_object(pypdf.generic.IndirectObject(number, 0, reader)), dict)
        and "/Alt" in found
    ]
    figures = [
        block
        for slide in decks["ket-qua"].slides
        for block in slide.blocks
        if isinstance(block, (Drawing, Figure))
    ]
    assert figures and {f"{one.title}. {one.alt}" for one in figures} == set(alternatives)
