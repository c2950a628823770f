"""A deck for a meeting: its cover says whose it is, when and where and who speaks, on every face."""

from __future__ import annotations

import io
from dataclasses import replace

import pptx
import pytest

from slides.deck import cover
from slides.deck.fitting import fit
from slides.deck.model import Deck, Drawing, Meeting
from slides.deck.reading import read_deck
from slides.deck.serialize import from_json, to_json
from slides.live.render import Links, deck_page
from slides.paper.pdf import deck_pdf
from slides.pptx.write import decks_pptx
from tests.slides import sample, shown

MEETING = Meeting(
    unit="Chi bộ Thử", date="ngày 03/12/2026", place="Nhà văn hóa <xã>", speaker="Một báo cáo viên",
    logo=Drawing("Dấu hiệu", sample.DRAWING, "Ngôi sao"),
)  # fmt: skip
LINES = ["Chi bộ Thử", "ngày 03/12/2026 · Nhà văn hóa <xã>", "Báo cáo viên: Một báo cáo viên"]


def read() -> Deck:
    return read_deck(sample.notebook(), sample.session(), "Khóa học thử")


@pytest.fixture(scope="module")
def deck() -> Deck:
    return fit(cover.for_meeting(read(), MEETING))


def test_the_cover_keeps_its_own_words(deck: Deck) -> None:
    assert list(shown.texts(deck.slides[0].blocks)) == ["Một buổi để thử.", *LINES]


def test_what_is_not_known_is_left_out() -> None:
    first, *_ = cover.for_meeting(read(), Meeting(place="Hội trường")).slides
    assert list(shown.texts(first.blocks)) == ["Một buổi để thử.", "Hội trường"]


def test_it_is_kept_with_the_deck(deck: Deck) -> None:
    assert from_json(to_json(deck)).meeting == MEETING


def test_every_face_has_words_and_sign(deck: Deck) -> None:
    page = deck_page(deck, Links("{}".format, "{}".format, "", ""))
    assert page.count('aria-label="Ngôi sao"') == 1 and "Nhà văn hóa &lt;xã&gt;" in page
    first, second, *_ = shown.pages(deck_pdf([deck], "Thử"))
    assert all(shown.squeezed(line) in shown.squeezed(first) for line in LINES) and LINES[0] not in second
    slides = pptx.Presentation(io.BytesIO(decks_pptx([deck], "Thử"))).slides
    assert [shape.name for shape in slides[0].shapes if shape.shape_type == 13] == ["Dấu hiệu"]
    assert all(line in slides[0].placeholders[1].text_frame.text for line in LINES)


def test_a_meeting_without_a_sign_leaves_the_corner_empty() -> None:
    deck = fit(cover.for_meeting(read(), replace(MEETING, logo=None)))
    assert "cover-logo" not in deck_page(deck, Links("{}".format, "{}".format, "", ""))
