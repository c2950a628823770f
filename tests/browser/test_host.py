"""The host gives widgets the interface that anywidget documents, without a kernel."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.browser.conftest import HOST_JS
from tests.browser.profiles import ADDRESS
from tests.browser.watching import wait_until


@pytest.fixture
def host(page: Page) -> Callable[..., Page]:
    """Return a function that shows one module in as many places as asked for, with a shared model."""

    def show(esm: str, state: dict | None = None, places: int = 1, plain: str = "") -> Page:
        data = {
            "modules": {"m": {"esm": esm, "css": ""}},
            "models": {"one": {"module": "m", "state": state or {}}},
        }
        body = "".join(f'<div data-model="one" data-place="{index}">{plain}</div>' for index in range(places))
        html = (
            f"<!doctype html><meta charset=utf-8><body>{body}"
            f'<script type="application/json" id="kit-widgets">{json.dumps(data)}</script>'
            f"<script>{HOST_JS.read_text('utf-8')}</script>"
        )
        page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(ADDRESS)
        expect(page.locator("[data-model]:not([data-mounted])")).to_have_count(0)
        return page

    return show


def run(host: Callable[..., Page], body: str, state: dict | None = None) -> object:
    """Run the body of a render function and return what it puts on ``window.seen``."""
    esm = f"export default {{ render({{ model, el }}) {{ const seen = window.seen = []; {body} }} }}"
    return host(esm, state).evaluate("window.seen")


def test_get_gives_the_saved_state(host: Callable[..., Page]) -> None:
    assert run(host, "seen.push(model.get('a'), model.get('missing') === undefined)", {"a": [1, 2]}) == [
        [1, 2],
        True,
    ]


def test_set_changes_the_state_at_once(host: Callable[..., Page]) -> None:
    assert run(host, "model.set('a', 2); seen.push(model.get('a')); model.save_changes()", {"a": 1}) == [2]


def test_a_change_is_told_to_its_own_and_to_general_listeners(host: Callable[..., Page]) -> None:
    body = """
      model.on("change:a", (context, value) => seen.push(["a", value]));
      model.on("change:b", () => seen.push("b"));
      model.on("change", () => seen.push("any"));
      model.set("a", 5); model.save_changes();
    """
    assert run(host, body, {"a": 1, "b": 1}) == [["a", 5], "any"]


def test_the_same_value_is_no_change(host: Callable[..., Page]) -> None:
    body = "model.on('change:a', () => seen.push('told')); model.set('a', 1); model.set('a', NaN); model.set('a', NaN)"
    assert run(host, body, {"a": 1}) == ["told"]


def test_several_events_in_one_call(host: Callable[..., Page]) -> None:
    body = "model.on('change:a change:b', () => seen.push('told')); model.set('a', 2); model.set('b', 2)"
    assert run(host, body, {"a": 1, "b": 1}) == ["told", "told"]


@pytest.mark.parametrize(
    ("off", "left"),
    [
        ("model.off('change:a', first)", ["second", "other"]),
        ("model.off('change:a')", ["other"]),
        ("model.off(null, first)", ["second", "other"]),
        ("model.off()", []),
        ("model.off('change:missing')", ["first", "second", "other"]),
    ],
)
def test_off_with_and_without_arguments(host: Callable[..., Page], off: str, left: list[str]) -> None:
    body = f"""
      const first = () => seen.push("first"), second = () => seen.push("second"), other = () => seen.push("other");
      model.on("change:a", first); model.on("change:a", second); model.on("change:b", other);
      {off};
      model.set("a", 2); model.set("b", 2);
    """
    assert run(host, body, {"a": 1, "b": 1}) == left


def test_a_listener_may_take_itself_away_while_it_is_called(host: Callable[..., Page]) -> None:
    body = """
      const once = () => { seen.push("once"); model.off("change:a", once); };
      model.on("change:a", once); model.on("change:a", () => seen.push("always"));
      model.set("a", 2); model.set("a", 3);
    """
    assert run(host, body, {"a": 1}) == ["once", "always", "always"]


def test_send_says_plainly_that_there_is_no_kernel(host: Callable[..., Page], page: Page) -> None:
    messages: list[ConsoleMessage] = []
    page.on("console", lambda message: messages.append(message))
    run(host, "model.send({ type: 'hello' })")
    assert any("no kernel" in message.text and message.type == "warning" for message in messages)


COUNTING = """
export default {
  initialize({ model }) {
    (window.log ??= []).push("initialize");
    model.on("change:n", () => window.log.push("model"));
  },
  render({ model, el }) {
    window.log.push("render");
    const show = () => { el.textContent = String(model.get("n")); };
    model.on("change:n", show);
    el.addEventListener("click", () => { model.set("n", model.get("n") + 1); model.save_changes(); });
    show();
    return () => window.log.push("cleanup");
  },
};
"""


def test_initialize_runs_once_and_views_share_the_model(host: Callable[..., Page]) -> None:
    page = host(COUNTING, {"n": 1}, places=2)
    assert sorted(page.evaluate("window.log")) == ["initialize", "render", "render"]
    page.locator("[data-place='0']").click()
    expect(page.locator("[data-place='1']")).to_have_text("2")


def test_a_removed_view_is_cleaned_up_and_hears_nothing_more(host: Callable[..., Page]) -> None:
    page = host(COUNTING, {"n": 1}, places=2)
    page.evaluate("window.gone = document.querySelector('[data-place=\"1\"]'); window.gone.remove()")
    wait_until(page, "() => window.log.includes('cleanup')")
    page.locator("[data-place='0']").click()
    expect(page.locator("[data-place='0']")).to_have_text("2")
    assert page.evaluate("window.gone.textContent") == "1"
    assert page.evaluate("window.log.filter((entry) => entry === 'model').length") == 1


def test_a_view_takes_away_only_its_own_listeners(host: Callable[..., Page]) -> None:
    esm = """
    export default { render({ model, el }) {
      model.on("change:n", () => { el.textContent = "told"; });
      if (el.dataset.place === "0") model.off();
      el.addEventListener("click", () => model.set("n", 2));
    } };
    """
    page = host(esm, {"n": 1}, places=2)
    page.locator("[data-place='0']").evaluate("(el) => el.click()")
    expect(page.locator("[data-place='1']")).to_have_text("told")
    expect(page.locator("[data-place='0']")).to_have_text("")


def test_a_definition_may_be_a_function(host: Callable[..., Page]) -> None:
    page = host("export default async () => ({ render({ el }) { el.textContent = 'made'; } });")
    expect(page.locator("[data-model]")).to_have_text("made")


def test_a_failing_widget_leaves_the_plain_text_and_the_others(page: Page, host: Callable[..., Page]) -> None:
    esm = """
    export default { render({ el }) {
      if (el.dataset.place === "0") throw new Error("broken");
      el.textContent = "works";
    } };
    """
    shown = host(esm, places=2)
    expect(shown.locator("[data-place='0']")).to_have_attribute("data-mounted", "failed")
    expect(shown.locator("[data-place='1']")).to_have_text("works")


FOLD = "<details><summary>Chữ</summary><p>Nội dung</p></details>"
PLAIN = f'<div class="plain"><p class="plain-wait">Đang tải…</p>{FOLD}</div>'


@pytest.mark.parametrize(
    "esm",
    [
        "export default { render({ el }) { el.textContent = 'begun'; throw new Error('broken'); } };",
        "export default { initialize() { throw new Error('broken'); }, render() {} };",
        "export default { render( };",
        "throw new Error('broken');",
        "export const other = 1;",
    ],
    ids=["render", "initialize", "syntax", "module", "no-default"],
)
def test_a_widget_that_cannot_start_gives_its_reading_form_back(host: Callable[..., Page], esm: str) -> None:
    page = host(esm, plain=PLAIN)
    expect(page.get_by_text("Nội dung", exact=True)).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(
        "Trình duyệt này chưa chạy được phần tương tác. Đồng chí hãy đọc nội dung ở dạng chữ:"
    )
    expect(page.get_by_text("Đang tải")).to_have_count(0)
    expect(page.get_by_text("begun")).to_have_count(0)
