"""The search index of the pages, and the places that results lead to."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from course import load
from server.publish import static_site as sites
from server.publish.assets import Assets
from server.publish.search_index import INDEX, index_script
from server.publish.session_page import session_page
from server.publish.site import Site
from tests.courses import SMALL, shipped
from widgets.search.index import entries

# How the names of places in texts begin; those of widgets are found by the widgets themselves.
IN_TEXT = ("lich-", "bao-cao-", "doc-", "viec-", "y-", "sach", "thuat-ngu-")


def entry(name: str, title: str = "", text: str = "", slug: str = "trang") -> dict[str, str]:
    return {"id": name, "title": title, "text": text, "slug": slug, "anchor": name}


def test_the_script_can_be_unpacked():
    script = index_script([entry("a", "Một"), entry("b", "Hai") | {"anchor": "a"}]).decode()
    start, end = "window.kitSearchIndex = ", ";\n"
    assert script.startswith(start) and script.endswith(end)
    columns = json.loads(script.removeprefix(start).removesuffix(end))
    assert columns["title"] == ["Một", "Hai"]
    assert columns["anchor"] == ["=", "a"]


def test_nothing_to_be_found_gives_an_empty_script():
    assert index_script([]) == b"window.kitSearchIndex = {};\n"


class Ids(HTMLParser):
    """Counts the ids of a page's elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.update(value for name, value in attrs if name == "id" and value)


def test_every_place_in_a_text_is_found_once_on_its_page(store: Path):
    course = shipped()
    shown = sites.rendered(course, store, lambda done, total: None)
    site = Site(course)
    ids = {slug: Ids(session_page(site, page, shown[slug])).found for slug, page in course.pages.items()}
    places = {(one["slug"], one["anchor"]) for one in entries(course) if one["anchor"].startswith(IN_TEXT)}
    assert {kind for _, name in places for kind in IN_TEXT if name.startswith(kind)} == set(IN_TEXT)
    assert {place: ids[place[0]][place[1]] for place in places if ids[place[0]][place[1]] != 1} == {}
    assert {slug: [name for name, count in found.items() if count > 1] for slug, found in ids.items()} == {
        slug: [] for slug in course.pages
    }


def test_other_content_gives_another_index_and_the_old_one_is_still_sent():
    assets = Assets()
    site = Site(shipped(), assets=assets)
    before = assets[INDEX]
    site.show(shipped())
    assert assets[INDEX] is before
    site.show(load(SMALL))
    after = assets[INDEX]
    assert after.digest != before.digest
    assert (assets.at(before.digest, INDEX), assets.at(after.digest, INDEX)) == (before, after)
    assert assets.at("0" * 12, INDEX) is None
    assert site.asset(INDEX).endswith(after.url)
