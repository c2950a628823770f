"""Our own prose is in short sentences and writes dates in one way; the sources' words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from course import Course, resolve
from course.checks import walk
from tests.courses import shipped
from tests.numbers import Passage, in_notebooks

# The words are syllables, as Vietnamese writes them.
LIMIT = 30

# Fields of our own prose; titles, names of documents and words of a source are not among them.
_PROSE = {
    "About": ("description", "session_parts", "footer"),
    "Activity": ("needs", "steps", "result"),
    "Book": ("about",),
    "Card": ("front", "back"),
    "CoreQuestion": ("question", "answer"),
    "Correction": ("note",),
    "Duty": ("tasks",),
    "Event": ("remark",),
    "Group": ("intro",),
    "Item": ("explanation", "prompts"),
    "Part": ("about", "holds"),
    "Point": ("text",),
    "Session": ("summary", "goals", "opening", "discussion", "key_message"),
    "Source": ("note",),
    "Step": ("how",),
    "Term": ("meaning",),
    "Tool": ("summary",),
    "When": ("text",),
}
_QUESTIONS = ("prompt", "explanation", "reason", "reason_wrong")

COURSE = shipped()


def prose(course: Course) -> Iterator[Passage]:
    """Yield our own prose, its references put in."""
    for file, place, entry in walk(course):
        fields = _QUESTIONS if file.startswith("questions/") else _PROSE.get(type(entry).__name__, ())
        for name in fields:
            value = getattr(entry, name, None) or []
            for text in [value] if isinstance(value, str) else value:
                yield Passage(file, f"{place} > {name}", resolve(course, text))
    for passage in in_notebooks():
        for block in blocks(passage.text):
            yield passage._replace(text=resolve(course, block))


def blocks(markdown: str) -> Iterator[str]:
    """Yield the paragraphs, points and table cells of a Markdown text; headings are titles."""
    for part in re.split(r"\n\s*\n|\n(?=[-|#>] ?)", markdown):
        text = part.strip()
        if text.startswith("|"):
            yield from filter(None, (cell.strip(" -") for cell in text.split("|")))
        elif not text.startswith("#"):
            yield text.removeprefix("- ")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a quotation in it counts as one word."""
    text = re.sub(r"“[^”]*”", "“…”", " ".join(text.replace("*", "").split()))
    return [one for one in re.split(r"(?<=[.?!])\s+", text) if one]


def too_long(text: str) -> list[str]:
    """Return the sentences that are longer than the limit, each with its number of words."""
    counted = ((len(re.findall(r"\w[\w./-]*|“…”", one)), one) for one in sentences(text))
    return [f"{count} words: {one}" for count, one in counted if count > LIMIT]


def odd_dates(text: str) -> list[str]:
    """Return the dates with a day or month of one digit; months alone are as the plans write them."""
    text = re.sub(r"“[^”]*”", "", text)
    dates = re.findall(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])", text)
    return [date for date in dates if not re.fullmatch(r"\d\d/\d\d(/\d{4})?", date)]


def named(passages: Iterator[Passage], find) -> list[str]:
    """Return ``file: place: what was found`` for every passage in which something is found."""
    return [f"{one.file}: {one.place}: {found}" for one in passages for found in find(one.text)]


def test_sentences_are_short():
    assert named(prose(COURSE), too_long) == []


def test_dates_have_two_digits_for_day_and_month():
    assert named(prose(COURSE), odd_dates) == []


def test_all_prose_is_looked_at():
    files = {passage.file.split("/")[0] for passage in prose(COURSE)}
    assert {
        "sessions.yml", "outline.yml", "book.yml", "plans", "questions", "glossary.yml", "qa.yml", "tools.yml",
        "corrections.yml", "sources.yml", "course.yml", "flashcards.yml", "01-tac-pham.ipynb", "08-on-tap.ipynb",
    } <= files  # fmt: skip


def test_every_kind_of_entry_and_field_exists():
    kinds = {type(entry).__name__: type(entry).model_fields for _, _, entry in walk(COURSE)}
    kinds = {name: set(fields) for name, fields in kinds.items()}
    asked = {**_PROSE, "Boolean": ("reason_wrong",), "Choice": ("reason",)}
    assert [
        f"{kind}.{field}" for kind, fields in asked.items() for field in fields if field not in kinds[kind]
    ] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (" ".join(["chữ"] * 30) + ".", 0),
        (" ".join(["chữ"] * 31) + ".", 1),
        (" ".join(["chữ"] * 20) + ". " + " ".join(["chữ"] * 20) + "?", 0),
        (" ".join(["chữ"] * 29) + f" “{' '.join(['lời'] * 40)}”.", 0),
        (" ".join(["chữ"] * 29) + " 167.700 25/10/2021 - 37-QĐ/TW.", 1),
    ],
)
def test_words_of_a_sentence_are_counted(text, count):
    assert len(too_long(text)) == count


def test_a_table_and_a_list_are_read_piece_by_piece():
    text = "## Tên\n\n| Một | Hai |\n| --- | --- |\n| Ba | Bốn |\n\n- Năm\n  sáu\n- Bảy"
    assert list(blocks(text)) == ["Một", "Hai", "Ba", "Bốn", "Năm\n  sáu", "Bảy"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ngày 19/5 và 02/9", ["19/5", "02/9"]),
        ("ngày 02/09, ngày 5/10/2021, tháng 8/2025", ["5/10/2021"]),
        ("“(7/11/1917 - 7/11/2023)”", []),
    ],
)
def test_dates_in_our_own_words_are_looked_at(text, found):
    assert odd_dates(text) == found
