"""What a page must keep to on every screen: accessible, no sideways scroll, targets large enough."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
# A term within a sentence is as high as its line, as WCAG 2.5.8 allows for what stands in running text.
SMALL = """() => [...document.querySelectorAll("a[href], button:not(.kit-term), input, select, textarea, summary")]
  .map((node) => (/^(radio|checkbox)$/.test(node.type) ? node.closest("label") ?? node : node))
  .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 43.5)
  .map((node) => `${node.outerHTML.slice(0, 90)}: ${node.getBoundingClientRect().height} px`)"""
REPEATED = """() => [...document.querySelectorAll("[id]")].map(({ id }) => id)
  .filter((id, place, all) => all.indexOf(id) !== place)"""
# What is far below has no layout yet (content-visibility); axe would take its text to stand at the top.
LAID_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".cell { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
RUN = """async (options) => (await axe.run({ resultTypes: ["violations"], ...options })).violations
  .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))"""
# In the dark variant only the colours are others.
SCHEMES = {"light": {}, "dark": {"runOnly": ["color-contrast", "link-in-text-block"]}}


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, in the light and in the dark variant."""
    found = []
    page.evaluate(LAID_OUT)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    for scheme, rules in SCHEMES.items():
        # Colours on their way from one state to the next have contrasts of their own.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {violation}" for violation in page.evaluate(RUN, rules)]
    page.emulate_media(color_scheme="light")
    return found


def sideways(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def small_targets(page: Page) -> list[str]:
    """Return what can be pressed but is less than 44 px high."""
    return page.evaluate(SMALL)


def repeated_ids(page: Page) -> list[str]:
    """Return ids that two elements share; a label or a description would lead to the wrong one."""
    return page.evaluate(REPEATED)


def faults(page: Page) -> list[str]:
    """Return everything that is wrong with what stands on the page now."""
    wide = sideways(page)
    found = [*violations(page), *small_targets(page), *repeated_ids(page)]
    return [*found, f"{wide} px too wide"] if wide else found
