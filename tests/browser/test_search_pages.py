"""Searching from the pages: on the server, on any web server, and by double click; each result leads to its place."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looks
from tests.browser.profiles import both
from tests.courses import shipped
from tests.serving import Server
from widgets.search.index import entries


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the test's own output is enough."""


@pytest.fixture(scope="module")
def web(built: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(built.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{built.name}/"
        server.shutdown()


@pytest.fixture
def home(request: pytest.FixtureRequest) -> str:
    """Address of the home page: on the kit's server, or where a test asks for it."""
    host = getattr(request, "param", "server")
    if host == "server":
        return f"http://127.0.0.1:{request.getfixturevalue('kit').port}/"
    if host == "web":
        return request.getfixturevalue("web")
    return (request.getfixturevalue("built") / "index.html").as_uri()


hosts = pytest.mark.parametrize("home", ["server", "web", "file"], indirect=True)


def dialog(page: Page):
    return page.get_by_role("dialog", name="Tìm kiếm")


def search(page: Page, query: str):
    """Open the search from the header and type; gives the results."""
    page.get_by_role("button", name="Tìm", exact=True).click()
    dialog(page).get_by_role("searchbox").fill(query)
    return dialog(page).get_by_role("listitem").filter(has=page.locator("mark"))


SMALL = "all => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML)"


def faults(page: Page) -> list[str]:
    """What is wrong with the open dialog; the page behind it has tests of its own."""
    small = dialog(page).locator("button, input, a").locator("visible=true").evaluate_all(SMALL)
    return [*looks.violations(page), *looks.repeated_ids(page), *small]


@hosts
def test_a_result_opens_its_card(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home)
    search(page, "bai hoc 2").first.get_by_role("link").click()
    title = shipped().groups["bai-hoc"].items[1].title
    expect(page.get_by_role("heading", name=f"2. {title}")).to_be_focused()
    expect(page.get_by_role("heading", name=f"2. {title}")).to_be_in_viewport()
    expect(dialog(page)).to_be_hidden()
    start = re.match(r"\w+://[^/]*", home)[0]
    assert [url for url in asked if not url.startswith((start, "blob:", "data:"))] == []


def test_a_result_leads_to_its_figure(page: Page, home: str) -> None:
    page.goto(home)
    search(page, "hon 167700").first.get_by_role("link").click()
    heading = page.get_by_role("heading", name="Kết quả kỷ luật và xử lý hình sự")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def test_a_result_opens_the_fold_around_its_row(page: Page, home: str) -> None:
    page.goto(home)
    search(page, "37 qd tw").first.get_by_role("link").click()
    row = page.get_by_role("row", name=re.compile(r"^Quy định số 37"))
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()


@hosts
def test_from_one_page_to_the_next_and_within_it(page: Page, home: str) -> None:
    page.goto(home)
    prompt = shipped().questions["ket-qua"][4].prompt.split("{")[0]
    search(page, prompt).filter(has_text="Câu hỏi").first.get_by_role("link").click()
    expect(page.get_by_role("heading", name=re.compile(r"^Câu 5\b"))).to_be_focused()
    page.get_by_role("button", name="Câu trước").click()
    # The same place once more: the address stays as it is, and yet the question opens.
    search(page, prompt).filter(has_text="Câu hỏi").first.get_by_role("link").click()
    expect(page.get_by_role("heading", name=re.compile(r"^Câu 5\b"))).to_be_focused()
    search(page, "cán bộ diện trung ương quản lý").first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Cán bộ diện Trung ương quản lý")).to_be_focused()


@both
def test_the_page_for_looking_up_has_the_field_in_it(page: Page, home: str) -> None:
    page.goto(home)
    search(page, "tra cứu").first.get_by_role("link").click()
    field = page.get_by_role("region", name="Tìm trong toàn bộ tài liệu")
    field.get_by_role("searchbox").fill("nhiem vu 3")
    assert looks.sideways(page) == 0
    field.get_by_role("listitem").filter(has=page.locator("mark")).first.get_by_role("link").click()
    expect(page.get_by_role("heading", name=re.compile(r"^3\. Đẩy mạnh phát hiện"))).to_be_focused()


def test_keys_open_and_close_it(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/bai-hoc/")
    expect(page.get_by_role("button", name="Tìm", exact=True)).to_be_visible()
    page.keyboard.press("/")
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("37-QĐ/TW")
    expect(dialog(page).get_by_role("searchbox")).to_have_value("37-QĐ/TW")
    expect(dialog(page).get_by_role("link").first).to_contain_text("37-QĐ/TW")
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("bai hoc 3")
    expect(dialog(page).get_by_role("link").first).to_contain_text("Bài học 3")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile(r"^3\. "))).to_be_focused()
    expect(dialog(page)).to_be_hidden()


def test_a_stroke_in_a_field_is_a_stroke(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/bai-hoc/#bai-hoc-1")
    note = page.get_by_role("textbox", name="Ghi chú riêng, chỉ lưu trên máy này")
    note.fill("37-QĐ")
    note.press("End")
    note.press("/")
    expect(note).to_have_value("37-QĐ/")
    expect(dialog(page)).to_be_hidden()


@both
def test_the_button_opens_it_and_closing_gives_the_focus_back(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/")
    opener = page.get_by_role("button", name="Tìm", exact=True)
    opener.click()
    expect(dialog(page).get_by_text("Đồng chí có thể bắt đầu từ một buổi học:")).to_be_visible()
    expect(dialog(page).get_by_role("listitem")).to_have_count(len(shipped().sessions))
    assert faults(page) == []
    dialog(page).get_by_role("button", name="Đóng").click()
    expect(dialog(page)).to_be_hidden()
    expect(opener).to_be_focused()


def test_who_presents_goes_on_presenting(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/bai-hoc/?trinh-bay")
    search(page, "nhiệm vụ 1").first.get_by_role("link").click()
    page.wait_for_url(re.compile(r"/hoc/nhiem-vu/\?trinh-bay#nhiem-vu-1$"))


def test_an_index_that_never_comes_is_waited_for_ten_seconds(page: Page, kit: Server, clock) -> None:
    clock.install()
    page.route("**/search-index.js", lambda route: None)
    page.goto(f"http://127.0.0.1:{kit.port}/")
    page.get_by_role("button", name="Tìm", exact=True).click()
    expect(dialog(page).get_by_role("status")).to_have_text("Đang tải phần tìm kiếm…")
    clock.run_for(10_000)
    expect(dialog(page).get_by_role("button", name="Thử lại")).to_be_focused()


def test_an_index_that_cannot_be_loaded_is_said_and_tried_again(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/")
    index = "**/search-index.js"
    page.route(index, lambda route: route.abort())
    page.get_by_role("button", name="Tìm", exact=True).click()
    said = "Chưa tải được phần tìm kiếm. Đồng chí hãy kiểm tra mạng rồi bấm “Thử lại”."
    expect(dialog(page).get_by_role("alert")).to_have_text(said)
    again = dialog(page).get_by_role("button", name="Thử lại")
    expect(again).to_be_focused()
    # The page with a field of its own needs no index.
    other = dialog(page).get_by_role("link", name="Mở trang có ô tìm kiếm")
    expect(other).to_have_attribute("href", "/hoc/tra-cuu/")
    assert faults(page) == []
    page.unroute(index)
    again.click()
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()


def test_a_stick_that_lacks_the_index_is_said_otherwise(page: Page, built: Path) -> None:
    page.route("**/search-index.js", lambda route: route.abort())
    page.goto((built / "index.html").as_uri())
    page.get_by_role("button", name="Tìm", exact=True).click()
    said = (
        "Không mở được tệp của phần tìm kiếm. Đồng chí hãy chép lại cả thư mục tài liệu rồi mở lại trang này."
    )
    expect(dialog(page).get_by_role("alert")).to_have_text(said)


def test_a_browser_without_dialogs_is_led_to_the_page_with_the_field(page: Page, kit: Server) -> None:
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto(f"http://127.0.0.1:{kit.port}/")
    expect(page.get_by_role("button", name="Đóng")).to_be_hidden()
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.wait_for_url("**/hoc/tra-cuu/")


@both
def test_enter_shows_the_list_and_stays_on_the_page(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/")
    search(page, "kiểm soát quyền lực")
    page.keyboard.press("Enter")
    expect(dialog(page).get_by_role("status")).to_be_focused()
    expect(dialog(page).get_by_role("link").first).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/\?q=ki%E1%BB%83m\+so%C3%A1t\+quy%E1%BB%81n\+l%E1%BB%B1c$"))


@pytest.mark.parametrize("home", ["server", "file"], indirect=True)
def test_going_back_from_a_result_finds_the_others_again(page: Page, home: str) -> None:
    page.goto(home)
    before = page.evaluate("history.length")
    search(page, "tự soi").first.get_by_role("link").click()
    expect(page.get_by_role("term").filter(has_text="tự soi, tự sửa")).to_be_focused()
    page.go_back()
    field = dialog(page).get_by_role("searchbox")
    expect(field).to_have_value("tự soi")
    expect(dialog(page).get_by_role("link").first).to_contain_text("tự soi, tự sửa")
    # Typing has left nothing to go back through.
    assert page.evaluate("history.length") == before + 1
    dialog(page).get_by_role("button", name="Đóng").click()
    expect(page).to_have_url(home)


def test_going_back_to_the_page_itself_finds_the_others_again(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/bai-hoc/")
    loads: list[str] = []
    page.on("load", lambda: loads.append(page.url))
    search(page, "bai hoc 2").first.get_by_role("link").click()
    expect(page.get_by_role("heading", name=re.compile(r"^2\. "))).to_be_focused()
    page.go_back()
    expect(dialog(page).get_by_role("searchbox")).to_have_value("bai hoc 2")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/hoc/bai-hoc/$"))
    assert loads == []


@both
def test_the_page_for_looking_up_keeps_what_is_searched_for(page: Page, kit: Server) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/tra-cuu/")
    region = page.get_by_role("region", name="Tìm trong toàn bộ tài liệu")
    region.get_by_role("searchbox").fill("giặc nội sâm")
    expect(page).to_have_url(re.compile(r"\?q="))
    page.reload()
    expect(region.get_by_role("searchbox")).to_have_value("giặc nội sâm")
    region.get_by_role("button", name="Có phải đồng chí muốn tìm “giặc nội xâm”?").click()
    expect(region.get_by_role("searchbox")).to_have_value("giặc nội xâm")
    expect(region.get_by_role("link").first).to_contain_text("giặc nội xâm")
    expect(dialog(page)).to_be_hidden()
    region.get_by_role("searchbox").fill("")
    expect(page).to_have_url(re.compile(r"/hoc/tra-cuu/$"))


def test_the_site_keeps_the_index_for_offline_use(built: Path) -> None:
    (index,) = built.glob("assets/*/search-index.js")
    assert index.relative_to(built).as_posix() in (built / "sw.js").read_text("utf-8")


VISIT = """async (places) => {
  // Listening later than the page and its widgets, one hears the change when they have followed it.
  const changed = () => new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
  // The meanings of terms stand between the words, unseen.
  const read = (node) => {
    const copy = node.cloneNode(true);
    for (const meaning of copy.querySelectorAll("[popover]")) meaning.remove();
    return copy.textContent.replace(/\\s+/g, " ");
  };
  const missed = [];
  for (const { anchor, words } of places) {
    document.activeElement.blur();
    const followed = changed();
    location.hash = anchor;
    await followed;
    const node = document.activeElement;
    const around = node.closest("article, tr, li, section, dl, details") ?? node;
    if (node === document.body || !read(around).includes(words)) missed.push(anchor);
  }
  return missed;
}"""


@pytest.mark.parametrize("slug", shipped().pages)
def test_every_place_that_a_result_names_is_there(page: Page, kit: Server, slug: str) -> None:
    found = [entry for entry in entries(shipped()) if entry["slug"] == slug and entry["anchor"]]
    places = {entry["anchor"]: words(entry) for entry in reversed(found)}
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/{slug}/")
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    visits = [{"anchor": anchor, "words": text} for anchor, text in places.items()]
    assert page.evaluate(VISIT, visits) == []


def words(entry: dict[str, str]) -> str:
    """What one must read at the place: a number leads to a figure or a text, a point has its own text."""
    if entry["kind"] == "Kế hoạch":
        return entry["text"][:40]
    if entry["anchor"] != entry["id"]:
        return ""
    return entry["title"].split(" (")[0]
