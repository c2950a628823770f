"""The kit's code and templates know no course: ids, names and words of the one that ships stand in its folder alone."""

from __future__ import annotations

import re
from functools import cache

import pytest

from course.checks import walk
from tests.courses import TEMPLATE, shipped
from tests.test_repository import ROOT, tracked

FOLDERS = ("course/", "charts/", "shown/", "exchange/", "meetings/", "widgets/", "slides/", "server/")
ENDINGS = ("*.py", "*.js", "*.j2", "*.css", "*.typ")
# Ids that are the kit's words as well: keys under which a browser keeps what a reader does, parts of file names.
ORDINARY = {"tien-do", "tong-hop"}
WORDS = (
    "tham nhũng",
    "Nguyễn Phú Trọng",
    "Văn Bàn",
    "Thị ủy",
    "Huyện ủy",
    "Lào Cai",
    "tác phẩm",
    "hai kế hoạch",
)


def ids() -> set[str]:
    """Return the ids and slugs of the shipped course; those of one syllable are ordinary words."""
    course = shipped()
    names = {getattr(entry, name, "") for _, _, entry in walk(course) for name in ("id", "slug")}
    names |= {card.id for deck in course.decks.values() for card in deck.cards}
    return {name for name in names if "-" in name} - ORDINARY


def words() -> set[str]:
    """Return words that tell of the shipped course: its names, titles, authors and places."""
    course = shipped()
    about, sources, plans = course.about, course.sources.values(), course.plans.values()
    said = {about.title, about.over, about.footer, course.book.title, course.book.author, *WORDS}
    said |= {text for source in sources for text in (source.title, source.short, source.issuer)}
    return said | {text for plan in plans for text in (plan.unit, plan.short)}


@cache
def telling() -> re.Pattern[str]:
    """Match ids as whole words and words in any case; ``hoc-tac-pham``, the kit's own name, holds none of them."""
    names = "|".join(map(re.escape, sorted(ids(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])|(?i:{'|'.join(map(re.escape, words()))})")


def test_code_and_templates_hold_nothing_of_the_shipped_course() -> None:
    files = {path.relative_to(ROOT).as_posix(): path for path in tracked(*ENDINGS)}
    looked_at = [name for name in files if name.startswith(FOLDERS)]
    assert {name.split("/")[0] for name in looked_at} >= {"course", "widgets", "slides", "server"}
    found = [
        f"{name}:{number}: {match[0]}"
        for name in looked_at
        for number, line in enumerate(files[name].read_text("utf-8").splitlines(), start=1)
        for match in telling().finditer(line)
    ]
    assert found == [], "say it in the course's data/, and let the code ask there"


def test_what_kit_new_writes_holds_no_word_of_the_shipped_course() -> None:
    said = re.compile("|".join(map(re.escape, words())), re.IGNORECASE)
    files = [path for path in sorted(TEMPLATE.rglob("*")) if path.is_file()]
    assert len(files) > 20
    assert [
        f"{path.name}: {found[0]}" for path in files if (found := said.search(path.read_text("utf-8")))
    ] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('PAGE = "bai-hoc"', "bai-hoc"),
        ('tools["the-ghi-nho"]', "the-ghi-nho"),
        ('"fact-dang-vien"', "fact-dang-vien"),
        ("{fact:dang-vien}", "dang-vien"),
        ("<h1>HỌC TẬP TÁC PHẨM</h1>", "HỌC TẬP TÁC PHẨM"),
        ("Kế hoạch của Huyện ủy Văn Bàn", "Kế hoạch của Huyện ủy Văn Bàn"),
    ],
)
def test_an_id_or_a_word_of_the_course_is_found(line: str, found: str) -> None:
    assert telling().search(line)[0] == found


@pytest.mark.parametrize(
    "line", ['"hoc-tac-pham/"', "so-bai-hoc-khac", "Danh sách các buổi", 'key = "tien-do"']
)
def test_what_is_the_kits_own_is_not_found(line: str) -> None:
    assert telling().search(line) is None
