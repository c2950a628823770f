"""The book: what it is, and what each of its parts holds."""

from __future__ import annotations

from course import ContentError, Course, formats, resolve
from course.models import Book, Part
from shown import blocks
from shown.blocks import Block, plain
from shown.prose import remarks, sources
from widgets.glossary.glossary import Marker


def of(course: Course) -> Book:
    """Return the book of a course.

    Raises
    ------
    ContentError
        When the course is on no book.
    """
    if course.book is None:
        raise ContentError("book.yml", "file", "is missing from data/, though a notebook shows the book")
    return course.book


def overview(course: Course) -> Block:
    """Show title, author and what the book is about, with notes and source."""
    book = of(course)
    parts = [
        f"**“{plain(book.title)}”**",
        f"Tác giả: {plain(book.author)}",
        plain(resolve(course, book.about)),
        *remarks(course, book.notes),
        sources(course, [book]),
    ]
    return Block("\n\n".join(parts), "book", mark=Marker(course))


def part(course: Course, entry: Part) -> Block:
    """Show one part: title, pages, what it is about and what it holds, with notes and source."""
    first, last = (formats.number(course.facts[page].value) for page in (entry.first_page, entry.last_page))
    parts = [
        f"**“{plain(entry.title)}”**, từ trang {first} đến trang {last}",
        plain(resolve(course, entry.about)),
        blocks.bullets(plain(resolve(course, text)) for text in entry.holds),
        *remarks(course, entry.notes),
        sources(course, [entry]),
    ]
    return Block("\n\n".join(parts), "part", mark=Marker(course))
