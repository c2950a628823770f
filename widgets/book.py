"""The book: what it is, and what each of its parts holds."""

from __future__ import annotations

from course import Content, formats, resolve
from course.models import Part
from shown import blocks
from shown.blocks import Block, plain
from shown.prose import remarks, sources
from widgets.glossary.glossary import Marker


def overview(content: Content) -> Block:
    """Show title, author and what the book is about, with notes and source."""
    book = content.book
    parts = [
        f"**“{plain(book.title)}”**",
        f"Tác giả: {plain(book.author)}",
        plain(resolve(content, book.about)),
        *remarks(content, book.notes),
        sources(content, [book]),
    ]
    return Block("\n\n".join(parts), "book", mark=Marker(content))


def part(content: Content, entry: Part) -> Block:
    """Show one part: title, pages, what it is about and what it holds, with notes and source."""
    first, last = (formats.number(content.facts[page].value) for page in (entry.first_page, entry.last_page))
    parts = [
        f"**“{plain(entry.title)}”**, từ trang {first} đến trang {last}",
        plain(resolve(content, entry.about)),
        blocks.bullets(plain(resolve(content, text)) for text in entry.holds),
        *remarks(content, entry.notes),
        sources(content, [entry]),
    ]
    return Block("\n\n".join(parts), "part", mark=Marker(content))
