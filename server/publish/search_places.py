"""The search on every page: its index as a script, and ids for the places that results lead to.

Cards, charts and questions are opened by their widgets. Rows of tables, points and
paragraphs come from Markdown, which gives them no ids; :func:`with_places` finds them in
the rendered page by their words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

INDEX = "search-index.js"

# What a place is, by the beginning of its name: the element whose words are compared, and the one that
# gets the id. All other names belong to widgets.
_PLACES = {
    "lich": ("td", "tr"),
    "bao-cao": ("td", "tr"),
    "doc": ("td", "tr"),
    "viec": ("h4", "h4"),
    "y": ("li", "li"),
    "sach": ("p", "p"),
}


def index_script(entries: list[dict[str, str]]) -> bytes:
    """Write the documents as a script that packs well: by columns, and a place named as its document is "="."""
    columns: dict[str, list[str]] = {}
    for entry in entries:
        packed = entry | ({"anchor": "="} if entry["anchor"] == entry["id"] else {})
        for name, value in packed.items():
            columns.setdefault(name, []).append(value)
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return f"window.kitSearchIndex = {text};\n".encode()


def with_places(html: str, entries: Iterable[dict[str, str]], slug: str) -> str:
    """Give an id to each row, point and paragraph of a page that a search result leads to.

    Entries whose words the page does not show get none; the link then leads to the page as a
    whole. Where the same words stand twice (in the plans of two units), the entries take
    the places in their order.
    """
    wanted = [entry for entry in entries if entry["slug"] == slug and entry["anchor"] == entry["id"]]
    elements = _Elements(html).found
    starts: dict[int, str] = {}
    for entry in wanted:
        tag, bearer = _PLACES.get(_kind(entry["id"]), ("", ""))
        words = _words(entry)
        for one in elements:
            if one.tag == tag and one.starts[bearer] not in starts and _reads(one.text, words):
                starts[one.starts[bearer]] = entry["id"]
                break
    for start, name in sorted(starts.items(), reverse=True):
        end = start + 1 + len(html[start + 1 :].split(">", 1)[0].split(None, 1)[0])
        html = f'{html[:end]} id="{escape(name)}"{html[end:]}'
    return html


def _kind(name: str) -> str:
    return next((kind for kind in _PLACES if name == kind or name.startswith(f"{kind}-")), "")


def _reads(text: str, words: str) -> bool:
    """Tell whether a text is these words, with nothing behind them but a place, pages or the mark of a note."""
    return text.startswith(words) and (text == words or text[len(words) :].startswith((" (", ", ")))


def _words(entry: dict[str, str]) -> str:
    # A point has a section's name as its title; a part of the book stands in quotation marks.
    kind = _kind(entry["id"])
    return entry["text"] if kind == "y" else f"“{entry['title']}”" if kind == "sach" else entry["title"]


@dataclass
class _Element:
    tag: str
    text: str
    starts: dict[str, int]  # Where it and the row around it begin in the page


class _Elements(HTMLParser):
    """Collects the elements that may be places, with their text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[_Element] = []
        self._open: list[_Element] = []
        self._row = 0
        self._meaning = 0
        self._plain = 0
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        # What explains a term on being touched is no part of the text around it.
        if tag == "span" and (self._meaning or "popover" in dict(attrs)):
            self._meaning += 1
        # The plain form of a widget leaves the page when the widget stands.
        if tag == "div" and (self._plain or dict(attrs).get("class") == "plain"):
            self._plain += 1
        if tag == "tr":
            self._row = start
        if tag in {"td", "h4", "li", "p"} and not self._plain:
            self._open.append(_Element(tag, "", {tag: start, "tr": self._row}))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._meaning:
            self._meaning -= 1
        if tag == "div" and self._plain:
            self._plain -= 1
        if self._open and self._open[-1].tag == tag:
            element = self._open.pop()
            element.text = " ".join(element.text.split())
            self.found.append(element)

    def handle_data(self, data: str) -> None:
        for element in [] if self._meaning else self._open:
            element.text += data
