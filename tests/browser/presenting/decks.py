"""Going through decks, and what a slide must keep to on every screen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.profiles import LAPTOP
from tests.browser.watching import wait_until
from tests.courses import shipped

SLUGS = list(shipped().sessions)
SCREENS = {
    "projector": {"width": 1024, "height": 768},
    "laptop": LAPTOP,
    "full-hd": {"width": 1920, "height": 1080},
}

# Letters are 26 of 540 (slides/paper/pdf.py says what that means in a room). A widget that is worked with on the slide
# may have smaller ones.
LEAST = {"text": 26, "live": 20.8}

FAULTS = """(least) => {
  const slide = document.querySelector(".deck-slide.present:not(.stack)");
  const frame = slide.getBoundingClientRect();
  const body = slide.querySelector(".body");
  const found = [];
  const fills = Math.min(innerWidth / 960, innerHeight / 540);
  // reveal.js rounds its scale to hundredths.
  if (Math.abs(frame.width / 960 - fills) > 0.006) found.push(`the slide is ${frame.width} px wide`);
  // Screens are as wide as 16:9, or up to 4:3 higher; slides fill both.
  if (innerHeight - frame.height > 0.012 * frame.height) found.push(`the slide is ${frame.height} px high`);
  const bottom = Math.max(...[...body.children].map((block) => block.getBoundingClientRect().bottom));
  const over = bottom - body.getBoundingClientRect().bottom;
  if (over > 1.5) found.push(`${over.toFixed(1)} px too tall`);
  const scrolled = (node) => node.closest(".widget-live");
  for (const node of slide.querySelectorAll("*")) {
    if (!node.checkVisibility() || scrolled(node) || node.closest("svg, .unseen, .kit-hidden, .notes, i")) continue;
    const box = node.getBoundingClientRect();
    const sides = [frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom];
    const outside = Math.max(...sides);
    if (box.width && outside > 1.5) found.push(`${outside.toFixed(1)} px outside: ${node.outerHTML.slice(0, 80)}`);
    const hides = getComputedStyle(node).overflowX === "hidden";
    if (hides && node.scrollWidth > node.clientWidth + 1) {
      found.push(`cut off: ${node.outerHTML.slice(0, 80)}`);
    }
  }
  for (const place of slide.querySelectorAll(".widget-live")) {
    const more = place.scrollHeight > place.clientHeight + 1;
    if (more && !place.matches("[data-more]")) found.push("goes on below, unseen");
  }
  const drawing = slide.querySelector(".figure-drawing svg");
  for (const words of drawing?.querySelectorAll("text") ?? []) {
    const size = parseFloat(getComputedStyle(words).fontSize) * drawing.getScreenCTM().a * 960 / frame.width;
    if (size < least.text - 0.1) found.push(`${size.toFixed(1)}/540 high: ${words.textContent}`);
  }
  const switches = slide.querySelector(".figure-states")?.getBoundingClientRect();
  for (const node of switches ? body.querySelectorAll(":scope > p") : []) {
    const over = node.getBoundingClientRect().bottom - switches.top;
    if (over > 0) found.push(`${over.toFixed(1)} px behind the switches: ${node.textContent.slice(0, 50)}`);
  }
  const words = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !node.checkVisibility()) continue;
    if (node.closest("svg, .unseen, .kit-hidden, .mark, .figure-states, .kit-row")) continue;
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (size < (node.closest(".widget-live") ? least.live : least.text) - 0.1) {
      found.push(`${size.toFixed(1)}/540 high: ${words.currentNode.data.trim().slice(0, 50)}`);
    }
  }
  return found;
}"""
# One step leads past such a part; its slides are reached by their addresses.
INTO_WHAT_IS_DONE_AT_HOME = """() => {
  const following = document.querySelector(".deck-slide.present[data-at-home] + .deck-slide");
  if (following) location.hash = `#/${following.id}`;
  return Boolean(following);
}"""


def ready(page: Page) -> None:
    """Wait until a deck can be shown: engine, letters, widgets."""
    page.wait_for_selector(".reveal.ready")
    page.evaluate("document.fonts.ready.then(() => true)")
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)


def current(page: Page) -> str:
    """Return the id of the slide that is shown."""
    return page.evaluate("document.querySelector('.deck-slide.present:not(.stack)').id")


def faults(page: Page) -> list[str]:
    """Return what is cut off, outside or too small on the slide that is shown."""
    return [f"{current(page)}: {fault}" for fault in page.evaluate(FAULTS, LEAST)]


# Keys pressed from outside would have every slide painted several times, which takes most of the time.
WALK = f"""async (least) => {{
  const faults = {FAULTS};
  const into = {INTO_WHAT_IS_DONE_AT_HOME};
  const shown = () => document.querySelector(".deck-slide.present:not(.stack)").id;
  const seen = [], found = [];
  const steps = document.querySelectorAll("[data-slide], .asking").length;
  for (let step = 0; step < steps; step += 1) {{
    if (seen.at(-1) !== shown()) seen.push(shown());
    found.push(...faults(least).map((fault) => `${{shown()}}: ${{fault}}`));
    const key = {{ key: "PageDown", code: "PageDown", keyCode: 34, bubbles: true }};
    if (!into()) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", key));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }}
  return [seen, found];
}}"""


def go_through(page: Page) -> tuple[list[str], list[str]]:
    """Press Page Down from the first slide to the end, into what is done at home; return the ids, and all faults."""
    seen, found = page.evaluate(WALK, LEAST)
    return seen, found


def freeze(page: Page) -> None:
    """Stop the page's clock; only ``run_for`` moves it from now on."""
    page.clock.pause_at("2026-01-05T09:00:00")


def on(page: Page, slide: str) -> None:
    """Wait until a slide is shown."""
    wait_until(page, "(id) => document.querySelector('.deck-slide.present:not(.stack)').id === id", arg=slide)
