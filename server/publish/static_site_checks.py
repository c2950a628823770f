"""What a built site must hold to: no other host but by a link that cites, no dead link, composed text, small pages."""

from __future__ import annotations

import gzip
import html
import re
import statistics
import unicodedata
from collections.abc import Collection
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from course.kit_error import KitError

# Bytes over the wire, compressed, fonts and figures included.
LARGEST_FIRST_VISIT = 150_000
MEDIAN_FIRST_VISIT = 120_000
SECOND_SESSION = 60_000

LINKS = {"href", "src", "action", "poster", "data"}
# The namespace of SVG is a name, not an address; a browser never asks for it.
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")
HOST = re.compile(r"""(?:https?:|wss?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+""", re.IGNORECASE)


class SiteError(KitError, ValueError):
    """A page breaks a rule; the message names file, place, rule and value."""


class _Page(HTMLParser):
    """Collects a page's links, and the ids that links may lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[int, str]] = []
        self.outward: list[tuple[int, dict[str, str | None]]] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and re.match("https?:", given.get("href") or ""):
            self.outward.append((self.getpos()[0], dict(attrs)))
            given.pop("href")
        for name, value in given.items():
            if name == "id" and value:
                self.ids.add(value)
            if name in LINKS and value:
                self.links.append((self.getpos()[0], value))


def check(folder: Path, cited: Collection[str] = ()) -> None:
    """Raise :class:`SiteError` at the first rule that a file of the site breaks.

    Parameters
    ----------
    folder
        The site.
    cited
        Addresses to which links may lead out, because the course's sources give them.
    """
    pages = {path: _Page(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".css", ".js", ".svg", ".webmanifest"):
            _check_text(path.relative_to(folder), path.read_text("utf-8"), cited)
    for path, page in pages.items():
        for line, link in page.links:
            _check_link(folder, path, line, link, pages)
        for line, given in page.outward:
            _check_outward(path.relative_to(folder), line, given, cited)
    _check_sizes(folder, pages)


def _check_text(name: Path, text: str, cited: Collection[str]) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        if not unicodedata.is_normalized("NFC", line):
            raise SiteError(name, f"dòng {number}", "chữ phải là Unicode dựng sẵn (NFC)")
        plain = line
        for address in cited:
            # As a link, or to be read: “Địa chỉ: …” in a speaker's notes.
            given = re.escape(html.escape(address))
            plain = re.sub(rf'href="{given}"|(?<=[ >]){given}(?=[ <])', "", plain)
        for known in NAMESPACES:
            plain = plain.replace(known, "")
        if found := HOST.search(plain):
            raise SiteError(name, f"dòng {number}", "không được dẫn tới máy chủ khác", value=found[0])


def _check_outward(name: Path, line: int, link: dict[str, str | None], cited: Collection[str]) -> None:
    if link["href"] not in cited:
        raise SiteError(name, f"dòng {line}", "không được dẫn tới máy chủ khác", value=link["href"])
    if link.get("target") != "_blank" or link.get("rel") != "noopener noreferrer":
        rule = "liên kết ra ngoài phải mở trang riêng, có rel “noopener noreferrer”"
        raise SiteError(name, f"dòng {line}", rule, value=link["href"])


def _check_link(folder: Path, path: Path, line: int, link: str, pages: dict[Path, _Page]) -> None:
    place = path.relative_to(folder), f"dòng {line}"
    parts = urlsplit(link)
    if parts.scheme == "data":
        return
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        raise SiteError(*place, "liên kết phải là địa chỉ tương đối", value=link)
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file():
        raise SiteError(*place, "liên kết phải dẫn tới một tệp có trong thư mục", value=link)
    if parts.fragment and target in pages and parts.fragment not in pages[target].ids:
        raise SiteError(*place, "liên kết phải dẫn tới một id có trên trang", value=link)


def visit_sizes(folder: Path, pages: dict[Path, _Page] | None = None) -> dict[str, tuple[int, int]]:
    """Return for each session the compressed bytes of a first visit, and of one after another session."""
    pages = pages or {path: _Page(path.read_text("utf-8")) for path in folder.glob("hoc/*/index.html")}
    sizes = {}
    for path, page in pages.items():
        if path.parent.parent.name != "hoc":
            continue
        assets = {
            (path.parent / urlsplit(link).path).resolve() for _, link in page.links if "assets/" in link
        }
        own = len(gzip.compress(path.read_bytes(), 9))
        sizes[path.parent.name] = (own + sum(_wire_size(asset) for asset in assets), own)
    return sizes


def _wire_size(path: Path) -> int:
    body = path.read_bytes()
    return min(len(body), len(gzip.compress(body, 9)))


def _check_sizes(folder: Path, pages: dict[Path, _Page]) -> None:
    sizes = visit_sizes(folder, pages)
    for slug, (first, second) in sizes.items():
        if first > LARGEST_FIRST_VISIT:
            rule = f"lần mở đầu phải trong {LARGEST_FIRST_VISIT} byte"
            raise SiteError(f"hoc/{slug}", rule, value=first)
        if second > SECOND_SESSION:
            rule = f"buổi mở sau phải trong {SECOND_SESSION} byte"
            raise SiteError(f"hoc/{slug}", rule, value=second)
    middle = statistics.median(first for first, _ in sizes.values())
    if middle > MEDIAN_FIRST_VISIT:
        rule = f"trung vị của lần mở đầu phải trong {MEDIAN_FIRST_VISIT} byte"
        raise SiteError("hoc", rule, value=round(middle))
