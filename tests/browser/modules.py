"""Calls functions of the widgets' own modules in a real browser, without a page around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

from widgets import esm

LOAD = """async (text) => {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  window.module = await import(url);
}"""


@contextmanager
def functions(browser: Browser, file: str, *names: str) -> Iterator[Callable[..., object]]:
    """Give a function that calls one of the named functions of a module."""
    page = browser.new_page()
    page.evaluate(LOAD, f"{esm.bundle(file)}\nexport {{ {', '.join(names)} }};")

    def call(name: str, *arguments: object) -> object:
        return page.evaluate("([name, given]) => window.module[name](...given)", [name, list(arguments)])

    yield call
    page.close()
