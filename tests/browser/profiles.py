"""Browser profiles, a phone's and a laptop's: started once, lent to one test after another, empty each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"width": 360, "height": 800}
LAPTOP = {"width": 1366, "height": 768}

# For tests of what depends on the size of the screen, or on touch; the others have a laptop.
both = pytest.mark.parametrize("context", [PHONE, LAPTOP], ids=["phone", "laptop"], indirect=True)
phone = pytest.mark.parametrize("context", [PHONE], ids=["phone"], indirect=True)

# Where the tests themselves answer what a page asks for.
ADDRESS = "http://kit.test/"
# Where the tests' servers answer; the port makes no difference to the browser's processes.
SERVERS = "http://127.0.0.1/"


class Profiles:
    """Profiles by size.

    A process of the browser takes longer to start than most tests take. In each profile a page of every site that
    tests open stays open, so that its process goes on, and the test's own page finds it.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._kept: dict[tuple[int, int], BrowserContext] = {}

    @contextmanager
    def lent(self, size: dict[str, int], clock: bool = False) -> Iterator[BrowserContext]:
        """Lend a profile of that size; afterwards its new pages are closed, and what they kept is deleted.

        Parameters
        ----------
        size
            Width and height in CSS pixels; one as wide as `PHONE` has touch, and no mouse.
        clock
            Whether the borrower sets the clock. A profile whose clock was set never gets its own timers back, and
            whoever waits for one in it waits for ever: it is made for one test and closed.
        """
        if clock:
            context = self._new(size)
            yield context
            context.close()
            return
        context = self._profile(size)
        before = context.pages
        try:
            yield context
        finally:
            for page in context.pages:
                if page not in before:
                    page.close()
            context.set_offline(False)
            context.clear_cookies()
            session = context.new_cdp_session(before[0])
            session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
            session.detach()

    def _new(self, size: dict[str, int]) -> BrowserContext:
        touch = size["width"] == PHONE["width"]
        # Else every page would load the whole course, and go on beyond its test.
        context = self.browser.new_context(
            viewport=size, has_touch=touch, is_mobile=touch, locale="vi-VN", service_workers="block"
        )
        context.set_default_timeout(20_000)
        context.set_default_navigation_timeout(40_000)
        return context

    def _profile(self, size: dict[str, int]) -> BrowserContext:
        key = (size["width"], size["height"])
        if key not in self._kept:
            context = self._new(size)
            for address in (ADDRESS, SERVERS):
                _keep_open(context.new_page(), address)
            self._kept[key] = context
        return self._kept[key]


def _keep_open(page: Page, address: str) -> None:
    page.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(address)
