"""A session on paper: the reading form of its widgets, charts whole, the quiz's answers at the end."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Browser, Page, expect

from course import resolve
from slides.paper import forms
from tests import pdf
from tests.browser.profiles import LAPTOP, PHONE
from tests.courses import shipped
from tests.serving import Server

COURSE = shipped()


@pytest.fixture
def session(page: Page, kit: Server) -> Page:
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/ket-qua/")
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    return page


def squeezed(text: str) -> str:
    """Leave the spaces out: where two subsets of the font meet, the reader of the PDF puts its own in."""
    return "".join(text.split())


def printed(page: Page) -> list[str]:
    """Return the text of each printed page, without its spaces."""
    return [squeezed(sheet) for sheet in pdf.texts(page.pdf(prefer_css_page_size=True))]


def test_questions_stand_in_their_place_and_answers_at_the_end(session: Page) -> None:
    sheets = printed(session)
    (start,) = [number for number, text in enumerate(sheets) if squeezed("Đáp án: Tự kiểm tra") in text]
    before, after = "".join(sheets[:start]), "".join(sheets[start:])
    for number, question in enumerate(COURSE.questions["ket-qua"], start=1):
        assert before.count(f"Câu{number}(") == 1
        assert f"Câu{number}." in after and f"Câu{number}(" not in after
        assert squeezed(resolve(COURSE, question.explanation)) in after
    assert sheets[start].startswith("Đápán"), "the answers begin a page"
    assert "☑" not in before and "☑" in after
    assert squeezed(resolve(COURSE, COURSE.sessions["ket-qua"].key_message)) in before


def test_nothing_of_the_screen_is_printed(session: Page) -> None:
    text = "".join(printed(session))
    for chrome in (
        "Câu tiếp theo",
        "Tải SVG",
        "Học tiếp:",
        "Dành cho báo cáo viên",
        "Hiển thị",
        "Phiên bản",
        "Đọc ở dạng chữ",
        "Lời dẫn",
    ):
        assert squeezed(chrome) not in text
    assert squeezed("hơn 167.700") in text


def test_folded_pieces_are_open_on_paper(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/ke-hoach/")
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    text = "".join(printed(page))
    for recipient in COURSE.plans["thi-uy"].recipients:
        assert squeezed(recipient) in text


DRAWN = """() => [...document.querySelectorAll(".figure")].map((figure) => ({
  title: figure.querySelector(".kit-title").textContent,
  words: [...figure.querySelectorAll("svg text")].map((text) => text.textContent).join(""),
}))"""


@pytest.mark.parametrize("slug", ["ket-qua", "tac-pham", "ke-hoach"])
def test_a_phone_prints_what_a_laptop_prints(browser: Browser, kit: Server, slug: str) -> None:
    sheets = {}
    for device in (LAPTOP, PHONE):
        phone = device is PHONE
        context = browser.new_context(
            viewport=device, is_mobile=phone, has_touch=phone, service_workers="block"
        )
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{kit.port}/hoc/{slug}/")
        expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
        layouts = page.locator(".figure-drawing")
        shown = "narrow" if phone else "wide"
        expect(layouts.first).to_have_attribute("data-layout", shown)
        sheets[shown] = printed(page)
        expect(layouts.first).to_have_attribute("data-layout", shown)
        if not phone:
            charts = page.evaluate(DRAWN)
        context.close()
    assert sheets["narrow"] == sheets["wide"]
    assert charts
    for chart in charts:
        # In whatever order a reader of the PDF meets them: title and drawing stand on one page, whole.
        letters = Counter(squeezed(chart["words"]))
        assert any(squeezed(chart["title"]) in text and letters <= Counter(text) for text in sheets["wide"])


def test_no_table_head_stands_alone(session: Page) -> None:
    head = squeezed("Nội dung Con số")
    for text in printed(session):
        assert not text.endswith(head)


def test_paper_is_white_in_the_dark_too(session: Page) -> None:
    session.emulate_media(color_scheme="dark", media="print")
    assert (
        session.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--kit-ground')")
        == "#ffffff"
    )
    assert (
        session.evaluate(
            "getComputedStyle(document.querySelector('main p:not(nav p, .read-at, .go-on)')).color"
        )
        == "rgb(0, 0, 0)"
    )


def test_after_printing_the_widgets_are_as_they_were(session: Page) -> None:
    quiz = session.get_by_role("region", name="Tự kiểm tra")
    quiz.get_by_role("radio").first.check()
    folds = session.locator("main details[open]").count()
    printed(session)
    expect(quiz.get_by_role("radio").first).to_be_checked()
    expect(quiz.get_by_role("button", name="Trả lời")).to_be_visible()
    assert session.locator("main details[open]").count() == folds
    assert session.locator(".printed").count() == 0


def test_a_session_leads_to_its_printed_files(session: Page) -> None:
    fold = session.locator("details", has_text="Bản in của buổi này")
    expect(fold.get_by_role("link")).to_have_count(0)
    # By key: the page may still move under a mouse, for what stands above is laid out when it comes near.
    fold.locator("summary", has_text="Dành cho báo cáo viên").press("Enter")
    files = fold.locator(".prints").get_by_role("link")
    expect(files).to_have_text([label for _, files in forms.grouped("ket-qua") for _, label in files])
    for link in files.all():
        expect(link).to_be_visible()
