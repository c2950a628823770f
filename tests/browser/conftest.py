"""A real Chromium, and pages on which single widgets are mounted without a kernel."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.profiles import ADDRESS, LAPTOP, Profiles
from tests.courses import shipped
from tools.browser import installed
from widgets.plan_explorer.plan_explorer import PlanExplorer

HOST_JS = Path(__file__).parents[2] / "server" / "bundles" / "host.js"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    # The headless shell would round letters to whole pixels, and lines would break elsewhere than in the whole browser.
    "--font-render-hinting=none",
]  # fmt: skip
# As long as actions wait: on a busy machine a page that is right may be slow.
expect.set_options(timeout=20_000)
VIETNAM = dt.timezone(dt.timedelta(hours=7))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = installed()
    assert path, "no browser for the tests: run make test, which provides one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """Browser profiles that tests use one after another."""
    return Profiles(browser)


@pytest.fixture
def context(profiles: Profiles, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """An empty browser profile: a laptop, or what a test asks for by `both` and `phone`."""
    size = getattr(request, "param", LAPTOP)
    with profiles.lent(size, clock="clock" in request.fixturenames) as context:
        yield context


@pytest.fixture
def clock(context: BrowserContext):
    """The clock of the pages, in a profile of the test's own."""
    return context.clock


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which an uncaught error fails the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert not errors, f"the page raised: {errors}"


@pytest.fixture
def mount(page: Page) -> Callable[..., Page]:
    """Return a function that shows widgets on an otherwise empty page.

    The page is answered by the test itself at ``ADDRESS`` (no server, no network), so
    that storage works; reloading the page mounts the same widgets again.
    """

    def show(*widgets) -> Page:
        html = widget_page(*widgets)
        page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(ADDRESS)
        expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
        return page

    return show


@pytest.fixture(scope="module")
def explorer() -> PlanExplorer:
    """The plans of the shipped course."""
    return PlanExplorer(shipped(), session="lich-cong-tac")


@pytest.fixture
def at(mount, clock, explorer):
    """Return a function that shows the explorer at noon of a day in Việt Nam."""

    def show(year: int, month: int, day: int) -> Page:
        clock.set_fixed_time(dt.datetime(year, month, day, 12, tzinfo=VIETNAM))
        return mount(explorer)

    return show


def widget_page(*widgets) -> str:
    """Write a page that holds the widgets' state and the host script."""
    modules, models, places = {}, {}, []
    for index, widget in enumerate(widgets):
        name = type(widget).__name__
        state = widget.get_state()
        modules[name] = {"esm": str(state.pop("_esm")), "css": str(state.pop("_css"))}
        models[str(index)] = {"module": name, "state": {k: v for k, v in state.items() if k[0] != "_"}}
        places.append(f'<div data-model="{index}"></div>')
    data = json.dumps({"modules": modules, "models": models}, default=str).replace("<", "\\u003c")
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"></head>'
        f"<body><main><h1>Thử</h1><h2>Phần thử</h2>{''.join(places)}</main>"
        f'<script type="application/json" id="kit-widgets">{data}</script>'
        f"<script>{HOST_JS.read_text('utf-8')}</script></body></html>"
    )
