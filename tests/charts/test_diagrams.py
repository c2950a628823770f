"""Diagrams for slides: every word is free and large, and the words for those who do not see say what is drawn."""

from __future__ import annotations

import re

import pytest

from charts.diagrams import cover, diagram
from charts.style import SLIDE
from tests.courses import shipped

COURSE = shipped()


@pytest.mark.parametrize("name", COURSE.diagrams)
def test_a_diagram_has_large_letters_and_room_on_a_slide(name: str) -> None:
    made = diagram(COURSE, name)
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)px", made.svg)]
    assert min(sizes, default=SLIDE.small) >= SLIDE.small
    assert int(re.search(r'viewBox="0 0 880 (\d+)"', made.svg)[1]) <= 400


def test_figures_lie_within_those_that_they_are_a_part_of_and_others_apart() -> None:
    made = diagram(COURSE, "nam-trong")
    inside, apart = made.alt.split("Ô đứng riêng")
    assert "167.700" in inside and "190" in inside and "36" in inside and "37" not in inside
    assert "37" in apart and made.sources


def test_the_kits_own_way_names_no_source_and_the_cover_names_the_books() -> None:
    assert diagram(COURSE, "bon-danh-muc").sources == ()
    assert COURSE.book.title in cover(COURSE, COURSE.book).alt


def test_an_unknown_diagram_is_named_with_those_that_there_are() -> None:
    with pytest.raises(LookupError, match="bon-khong"):
        diagram(COURSE, "khong-co")
