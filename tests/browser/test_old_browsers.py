"""A browser that lacks what came after the oldest ones that the pages are made for (`tools/browsers.mjs`)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.profiles import phone
from tests.browser.studying import study
from tests.serving import Server

# What Chrome 80, Firefox 78 or Safari 14 does not have, as far as scripts are wont to use it.
TAKEN_AWAY = """
for (const [owner, ...names] of [
  [Array.prototype, "at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"],
  [String.prototype, "at", "replaceAll"],
  [Object, "groupBy", "hasOwn"],
  [Promise, "any", "withResolvers"],
  [AbortSignal, "any", "timeout"],
  [AbortSignal.prototype, "throwIfAborted"],
  [Intl, "Segmenter"],
  [Element.prototype, "checkVisibility", "replaceChildren", "setHTMLUnsafe"],
  [Document.prototype, "replaceChildren", "startViewTransition"],
  [DocumentFragment.prototype, "replaceChildren"],
  [HTMLElement.prototype, "hidePopover", "inert", "popover", "showPopover", "togglePopover"],
  [HTMLDialogElement.prototype, "close", "show", "showModal"],
  [Navigator.prototype, "canShare", "locks", "share", "userAgentData"],
  [Crypto.prototype, "randomUUID"],
  [window, "FinalizationRegistry", "WeakRef", "cookieStore", "navigation", "requestIdleCallback", "scheduler",
    "structuredClone"],
]) {
  for (const name of names) {
    delete owner[name];
    if (name in owner) throw new Error(`${name} is still there`);
  }
}
// An option of before 2021 is not heeded: listeners stay.
const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (name, listener, options) {
  const { signal, ...known } = Object(options);
  listen.call(this, name, listener, typeof options === "boolean" ? options : known);
};
"""


@pytest.fixture
def old(page: Page) -> Page:
    """A page in such a browser."""
    page.add_init_script(TAKEN_AWAY)
    return page


@phone
def test_a_member_studies_in_an_old_browser(old: Page, kit: Server) -> None:
    old.goto(f"http://127.0.0.1:{kit.port}/")
    study(old)
    expect(old.get_by_role("button", name="Tìm", exact=True)).to_be_visible()
