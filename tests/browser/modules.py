"""Calls functions of the kit's own modules in a real browser, without a page around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Route

ROOT = Path(__file__).parents[2]
ORIGIN = "http://kit.test"
SCRIPT = "text/javascript; charset=utf-8"
LOAD = """async (files) => {
  window.module = Object.assign({}, ...await Promise.all(files.map((file) => import(file))));
}"""


def serve_modules(page: Page) -> None:
    """Answer what a page at ``ORIGIN`` asks for below ``/widgets/`` with the files themselves."""

    def answer(route: Route) -> None:
        path = ROOT / route.request.url.removeprefix(f"{ORIGIN}/")
        route.fulfill(body=path.read_text("utf-8"), content_type=SCRIPT)

    page.route(f"{ORIGIN}/widgets/**", answer)


@contextmanager
def modules(browser: Browser | BrowserContext, *files: str, own: str = "") -> Iterator[Page]:
    """Give a page on which what modules export stands in ``module``.

    The test itself answers what the page asks for, so that the modules import each other as they
    are written, without a bundle and without a server.

    Parameters
    ----------
    browser
        Where the page is opened.
    files
        The modules, below ``widgets/``.
    own
        Text of one more module; it may import the others from ``/widgets/``.
    """
    page = browser.new_page()
    page.route(f"{ORIGIN}/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.route(f"{ORIGIN}/own.js", lambda route: route.fulfill(body=own, content_type=SCRIPT))
    serve_modules(page)
    page.goto(f"{ORIGIN}/")
    page.evaluate(LOAD, [*(f"/widgets/{file}" for file in files), *(["/own.js"] if own else [])])
    yield page
    page.close()


@contextmanager
def functions(
    browser: Browser | BrowserContext, *files: str, own: str = ""
) -> Iterator[Callable[..., object]]:
    """Give a function that calls what :func:`modules` loads, by name."""
    with modules(browser, *files, own=own) as page:
        yield lambda name, *given: page.evaluate(
            "([name, given]) => window.module[name](...given)", [name, list(given)]
        )
