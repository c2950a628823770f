"""What tests stand on: a browser profile that is lent again holds nothing of the test before."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.profiles import LAPTOP, Profiles

KEEP = """async () => {
  localStorage.setItem("a", "1");
  document.cookie = "a=1";
  (await caches.open("a")).put("/a", new Response("a"));
}"""
KEPT = "async () => [...Object.keys(localStorage), document.cookie, ...await caches.keys()].filter(Boolean)"


def opened(page: Page) -> Page:
    page.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    # Caches are for secure addresses only; among those without a certificate, this machine's own are secure.
    page.goto("http://127.0.0.1:1/")
    return page


def test_a_profile_comes_back_empty(profiles: Profiles) -> None:
    with profiles.lent(LAPTOP) as first:
        page = opened(first.new_page())
        page.evaluate(KEEP)
        page.reload()
        assert page.evaluate(KEPT) == ["a", "a=1", "a"]
        first.set_offline(True)
    with profiles.lent(LAPTOP) as second:
        assert second is first
        assert page.is_closed()
        page = opened(second.new_page())
        assert page.evaluate(KEPT) == []
        assert page.evaluate("navigator.onLine")


def test_only_who_asks_for_it_has_a_clock_that_was_set(profiles: Profiles) -> None:
    with profiles.lent(LAPTOP, clock=True) as context:
        context.clock.set_fixed_time("2001-01-01T00:00:00Z")
        page = context.new_page()
        page.goto("about:blank")
        assert page.evaluate("new Date().getUTCFullYear()") == 2001
    with profiles.lent(LAPTOP) as context:
        page = context.new_page()
        page.goto("about:blank")
        assert page.evaluate("new Date().getUTCFullYear()") > 2001
    # The next one's time is the one it sets, whatever the test before did with the clock.
    with profiles.lent(LAPTOP, clock=True) as context:
        context.clock.install(time="2010-01-01T00:00:00Z")
        context.clock.fast_forward("05:00")
    with profiles.lent(LAPTOP, clock=True) as context:
        context.clock.set_fixed_time("2020-01-01T00:00:00Z")
        page = context.new_page()
        page.goto("about:blank")
        assert page.evaluate("new Date().getUTCFullYear()") == 2020
        page.evaluate("new Promise((resolve) => setTimeout(resolve, 10))")
