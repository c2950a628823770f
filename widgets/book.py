"""The book: what it is, and what each of its parts holds."""

from __future__ import annotations

from course import ContentError, Course, anchors, formats, resolve
from course.models import Book, Part
from shown.model import Paragraph, bullets, strong, text, words
from shown.piece import Piece
from shown.prose import read_at, remarks, sources


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


def overview(course: Course) -> Piece:
    """Show title, author and what the book is about, with notes and source."""
    book = of(course)
    return Piece(
        Paragraph(words(strong(f"“{book.title}”")), "label", anchor=anchors.BOOK),
        text(f"Tác giả: {book.author}"),
        text(resolve(course, book.about)),
        *read_at(course),
        *remarks(course, book.notes),
        sources(course, [book]),
        kind="book",
    )


def part(course: Course, entry: Part) -> Piece:
    """Show one part: title, pages, what it is about and what it holds, with notes and source."""
    first, last = (formats.number(course.facts[page].value) for page in (entry.first_page, entry.last_page))
    pages = f", từ trang {first} đến trang {last}"
    return Piece(
        text(strong(f"“{entry.title}”"), pages, anchor=anchors.part(entry.id)),
        text(resolve(course, entry.about)),
        bullets(*(resolve(course, held) for held in entry.holds)),
        *remarks(course, entry.notes),
        sources(course, [entry]),
        kind="part",
    )
