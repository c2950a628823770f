"""Terms explained where they stand: by touch, by keyboard, for screen readers; in text, cards and a quiz."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from course import Course, load
from course.reference import Term
from server.publish.assets import Assets
from shown.html import Html
from shown.markdown import blocks
from tests.browser import acts, looks
from tests.browser.cards import card
from tests.browser.modules import functions, serve_modules
from tests.browser.profiles import both, phone
from tests.browser.quizzing import answer, press, press_button, prompt
from tests.courses import SMALL, shipped
from tests.quiz_samples import course as quiz_content
from tests.quiz_samples import question
from tests.serving import Server
from widgets.glossary.glossary import Marker, glossary_piece, numbered, terms_in
from widgets.outline_explorer.outline_explorer import OutlineExplorer
from widgets.quiz.quiz import Quiz

KIT = load(SMALL)
PLACE = {"source": "nguon", "place": "mục 1"}
TERMS = [
    Term(id="ubnd", term="UBND", forms=["Ủy ban nhân dân"], meaning="Cơ quan hành chính.", **PLACE),
    Term(id="so-ket", term="sơ kết", meaning="Nhìn lại một giai đoạn.", **PLACE),
    Term(id="the-che", term="thể chế", meaning="Quy định nói chung.", **PLACE),
    Term(id="the-che-hoa", term="thể chế hóa", meaning="Thành quy định.", **PLACE),
    Term(id="kh", term="KH", meaning="Kế hoạch.", **PLACE),
]
SCRIPT = '<script type="module" src="/widgets/shared/common.js"></script>'
UBND = "UBND Cơ quan hành chính. Gặp ở: Nguồn thử, mục 1"


def knowing(course: Course) -> Course:
    """Give the content the sample terms."""
    return replace(course, glossary={term.id: term for term in TERMS})


@pytest.fixture
def text(page: Page) -> Page:
    """A page with two pieces of text, in the style of the kit's pages and with the script that all of them have."""
    return show(page, SCRIPT)


def show(page: Page, script: str = "") -> Page:
    """Write the two pieces of text to a page."""
    marker = Marker(knowing(KIT))
    first = piece(marker, "Gửi UBND huyện, rồi “sơ kết”; UBND tổng hợp.\n\n#### UBND")
    second = piece(marker, "Việc của UBND.", "key-message")
    style = Assets()["style.css"].body.decode("utf-8")
    html = (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{style}</style></head>'
        f"<body><main><h1>Thử</h1><h2>Một</h2><h3>Hai</h3>{first}{second}</main>{script}</body></html>"
    )
    page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    serve_modules(page)
    page.goto("http://kit.test/")
    return page


def piece(marker: Marker, markdown: str, kind: str = "text") -> str:
    """Return a piece of text as a page shows it."""
    return f'<div class="kit-block {kind}">{Html(marker.piece()).blocks(blocks(markdown))}</div>'


def term(place: Page | Locator, name: str = "UBND") -> Locator:
    """The marked term of a place."""
    return place.get_by_role("button", name=name, exact=True)


def meaning(page: Page) -> Locator:
    """The meaning that is open."""
    return page.get_by_role("note")


@both
def test_a_touch_shows_the_meaning_and_another_beside_it_closes_it(text):
    expect(meaning(text)).to_have_count(0)
    press(term(text).first)
    expect(text.get_by_role("note", name=UBND, exact=True)).to_be_visible()
    press(text.get_by_role("heading", name="Thử"))
    expect(meaning(text)).to_have_count(0)


def test_a_second_term_closes_the_first(text):
    press(term(text).first)
    text.keyboard.press("Escape")
    press(term(text, "sơ kết"))
    expect(meaning(text)).to_have_count(1)
    expect(meaning(text)).to_contain_text("Nhìn lại một giai đoạn.")


def test_the_term_itself_closes_its_meaning_and_tells_whether_it_is_open(text):
    for _ in range(2):
        press(term(text).first)
        expect(meaning(text)).to_have_count(1)
        expect(text.get_by_role("button", name="UBND", expanded=True)).to_have_count(1)
        press(term(text).first)
        expect(meaning(text)).to_have_count(0)
        expect(text.get_by_role("button", name="UBND", expanded=True)).to_have_count(0)


def test_the_meaning_closes_by_its_own_button(text):
    press(term(text).first)
    press_button(text, "Đóng")
    expect(meaning(text)).to_have_count(0)
    expect(term(text).first).to_be_focused()


def test_by_keyboard_the_focus_goes_there_and_comes_back(text):
    text.keyboard.press("Tab")
    expect(term(text).first).to_be_focused()
    for key in ("Enter", "Space"):
        text.keyboard.press(key)
        expect(text.get_by_role("note", name=UBND, exact=True)).to_be_focused()
        text.keyboard.press("Escape")
        expect(meaning(text)).to_have_count(0)
        expect(term(text).first).to_be_focused()
    text.keyboard.press("Tab")
    expect(term(text, "sơ kết")).to_be_focused()


def test_each_piece_explains_a_term_once_and_no_heading(text):
    expect(term(text)).to_have_count(2)
    expect(text.get_by_role("heading", name="UBND").get_by_role("button")).to_have_count(0)


@both
def test_the_meaning_is_a_sheet_on_a_phone_and_a_card_on_a_laptop(text):
    press(term(text).first)
    box, size = meaning(text).bounding_box(), text.viewport_size
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= size["height"] + 1
    if size["width"] < 500:
        assert box["width"] == size["width"]
        assert box["y"] + box["height"] == pytest.approx(size["height"], abs=1)
    else:
        assert box["width"] <= 460
        assert 0 < box["y"] - term(text).first.bounding_box()["y"] < 80


@both
def test_text_with_terms_has_no_faults(text):
    assert looks.faults(text) == []
    press(term(text).first)
    assert looks.faults(text) == []


def test_on_paper_terms_are_plain_text(text):
    press(term(text).first)
    text.emulate_media(media="print")
    expect(text.locator(".kit-definition:visible")).to_have_count(0)
    expect(term(text).first).to_have_css("text-decoration-line", "none")


@pytest.mark.parametrize("lacking", ["scripts", "popovers"])
def test_where_nothing_opens_a_meaning_it_stands_below_the_term_that_has_the_focus(page, browser, lacking):
    plain = browser.new_context(java_script_enabled=False, viewport=page.viewport_size)
    shown = page if lacking == "popovers" else plain.new_page()
    shown.add_init_script("delete HTMLElement.prototype.togglePopover")
    show(shown, SCRIPT)
    term(shown).first.click()
    expect(shown.get_by_role("note", name=UBND, exact=True)).to_be_visible()
    assert 0 < meaning(shown).bounding_box()["y"] - term(shown).first.bounding_box()["y"] < 80
    shown.keyboard.press("Tab")
    expect(meaning(shown)).to_contain_text("Nhìn lại một giai đoạn.")
    shown.get_by_role("heading", name="Thử").click()
    expect(meaning(shown)).to_have_count(0)
    plain.close()


LONG = "Gửi Ủy ban nhân dân; rồi “sơ kết”, trong đó (thể chế hóa) là chính."
# The sign after each term stands right behind the term's last letter; else the term is named.
STRAY = """(piece) => [...piece.querySelectorAll(".kit-term")].filter((term) => {
  const range = new Range();
  range.setStart(term.nextElementSibling.nextSibling, 0);
  range.setEnd(term.nextElementSibling.nextSibling, 1);
  const [sign, last] = [range.getBoundingClientRect(), [...term.getClientRects()].at(-1)];
  return Math.abs(sign.left - last.right) > 1 || Math.abs(sign.top - last.top) > 3;
}).map((term) => term.textContent)"""
LINES = "(term) => [...term.getClientRects()].map(({ right, bottom }) => ({ right, bottom }))"


@pytest.fixture
def narrow(text: Page) -> Page:
    """A page on which long terms must break."""
    text.get_by_role("heading", name="Thử").evaluate(
        "(heading, html) => heading.insertAdjacentHTML('afterend', html)",
        piece(Marker(knowing(KIT), ids=numbered("long")), LONG),
    )
    return text


def test_a_term_breaks_over_lines_and_its_signs_stay_with_it(narrow):
    main, long = narrow.locator("main"), term(narrow, "Ủy ban nhân dân")
    broken = set()
    for width in range(162, 330, 12):
        main.evaluate("(main, width) => (main.style.width = `${width}px`)", width)
        lines, box = long.evaluate(LINES), main.bounding_box()
        broken.add(len(lines))
        assert narrow.locator(".kit-block").first.evaluate(STRAY) == []
        assert max(line["right"] for line in lines) <= box["x"] + box["width"]
    assert {1, 2} <= broken


@both
def test_the_meaning_of_a_broken_term_stands_below_its_last_line(narrow):
    main, long = narrow.locator("main"), term(narrow, "Ủy ban nhân dân")
    main.evaluate("(main) => (main.style.width = '190px')")
    lines = long.evaluate(LINES)
    assert len(lines) == 2
    press(long)
    box, size = meaning(narrow).bounding_box(), narrow.viewport_size
    assert looks.faults(narrow) == []
    if size["width"] < 500:
        assert box["y"] + box["height"] == pytest.approx(size["height"], abs=1)
    else:
        assert 0 <= box["y"] - lines[1]["bottom"] < 30
        assert box["x"] == pytest.approx(long.bounding_box()["x"], abs=1)


@pytest.fixture
def cards(mount: Callable[..., Page]) -> Page:
    """The sample list whose second point speaks of terms."""
    group = KIT.groups["bai-hoc"]
    told = {"commentary": "Thể chế hóa là việc của UBND.", "prompts": ["UBND làm gì, rồi sơ kết ra sao?"]}
    items = [group.items[0], group.items[1].model_copy(update=told), *group.items[2:]]
    shown = group.model_copy(update={"items": items, "intro": "Kế hoạch của UBND."})
    return mount(OutlineExplorer(knowing(KIT), shown, session="buoi-mot"))


@both
def test_a_card_explains_each_term_once(cards):
    press(card(cards, 2))
    point = cards.get_by_role("article")
    expect(point.locator(".kit-term")).to_have_text(["Thể chế hóa", "UBND", "sơ kết"])
    press(term(point, "Thể chế hóa"))
    expect(meaning(cards)).to_contain_text("thể chế hóa Thành quy định.")
    assert looks.faults(cards) == []


def test_escape_and_arrows_in_a_meaning_leave_the_card_where_it_is(cards):
    press(card(cards, 2))
    term(cards.get_by_role("article"), "UBND").press("Enter")
    expect(meaning(cards)).to_be_focused()
    cards.keyboard.press("ArrowRight")
    expect(meaning(cards)).to_be_focused()
    cards.keyboard.press("Escape")
    expect(meaning(cards)).to_have_count(0)
    expect(term(cards.get_by_role("article"), "UBND")).to_be_focused()
    expect(cards.get_by_text("Thẻ 2/3", exact=True).first).to_be_visible()


def test_the_overview_explains_but_its_cards_stay_single_buttons(cards):
    press(term(cards.get_by_role("region", name="Các bài học")))
    expect(cards.get_by_role("note", name=UBND, exact=True)).to_be_visible()
    expect(cards.locator(".outline-card .kit-term")).to_have_count(0)


def test_a_quiz_explains_after_the_answer_and_not_in_the_options(mount):
    asked = question("single")
    told = [
        option.model_copy(update={"reason": f"Lý do của UBND {n}."}) for n, option in enumerate(asked.options)
    ]
    asked = asked.model_copy(update={"options": told, "explanation": "UBND tổ chức sơ kết."})
    sample = quiz_content()
    terms = {one.id: one.model_copy(update={"source": "ke-hoach"}) for one in TERMS}
    page = mount(Quiz(replace(sample, glossary=terms), [asked], session="thu"))
    expect(page.locator(".kit-term")).to_have_count(0)
    answer(page, "single", False)
    expect(page.get_by_role("group", name=prompt("single")).locator(".kit-term")).to_have_count(0)
    expect(page.locator(".kit-term")).to_have_text(["UBND", "sơ kết"])
    press(term(page, "sơ kết"))
    expect(meaning(page)).to_contain_text("Nhìn lại một giai đoạn. Gặp ở: Kế hoạch thử, mục 1")
    assert looks.faults(page) == []


@pytest.fixture(scope="module")
def marked(browser: Browser) -> Iterator[Callable[[str], list[str]]]:
    """A function that returns what the script marks in a text."""
    terms = terms_in(knowing(KIT), *(spelling for one in TERMS for spelling in (one.term, *one.forms)))
    with functions(browser, "glossary/glossary.js") as call:
        yield lambda text: [text[one["start"] : one["end"]] for one in call("occurrences", text, terms)]


@pytest.mark.parametrize(
    "text",
    [
        "UBND và Ủy ban nhân dân",
        "thể chế hóa, thể chế; Thể chế hóa.",
        "UBNDX, XUBND, ubnd, thể chếch, đUBND",
        "105-KH và 1-KH/XX, KH",
        "“sơ kết”, (sơ kết) Sơ kết",
        "Không có gì",
        "",
    ],
)
def test_script_and_python_find_the_same(marked, text):
    assert marked(text) == [match[0] for match in Marker(knowing(KIT)).pattern.finditer(text)]


@both
def test_the_list_of_all_terms_has_no_faults(page):
    style = Assets()["style.css"].body.decode("utf-8")
    listed = f'<div class="kit-block glossary">{Html().blocks(glossary_piece(shipped()).blocks)}</div>'
    page.set_content(
        '<!doctype html><html lang="vi"><head><title>Thử</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{style}</style></head><body><main><h1>Thử</h1>{listed}</main></body></html>"
    )
    expect(page.get_by_role("term").filter(has_text="Ủy ban nhân dân (UBND)")).to_be_visible()
    assert looks.faults(page) == []


def test_a_member_page_explains_its_terms(page, kit: Server):
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/ke-hoach/")
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    page.get_by_role("radio", name="Xem mọi kế hoạch").check()
    press(term(page.locator("#cells"), "hệ thống chính trị").locator("visible=true").first)
    expect(meaning(page)).to_contain_text("Cách gọi chung Đảng, Nhà nước")
    assert looks.faults(page) == []


def test_the_notebooks_own_texts_explain_their_terms_too(page, kit: Server):
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/ke-hoach/")
    acts.explain_term(page)


@phone
def test_at_the_largest_text_no_term_leaves_the_screen(page, kit: Server):
    page.add_init_script("localStorage.setItem('hoc-tac-pham/co-chu', 'rat-lon')")
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/ket-qua/")
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    shown = [one for one in page.locator("#cells .kit-term").all() if one.is_visible()]
    assert len(shown) > 5
    width = page.viewport_size["width"]
    assert [
        one.inner_text() for one in shown if any(line["right"] > width for line in one.evaluate(LINES))
    ] == []
