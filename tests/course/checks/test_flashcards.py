"""What an author reads when a flashcard is made from nothing, or from two things."""

from __future__ import annotations

import pytest

MADE_FROM = "flashcards.yml: bai-hoc > cards > fact-nguoi: a card is made from one of fact, list, book, part or source"
CARDS = {
    "a figure that does not exist": (
        "fact: nguoi", "fact: nguoi-dan",
        "flashcards.yml: bai-hoc > fact-nguoi > fact: must be an id in facts.csv, got 'nguoi-dan'",
    ),
    "a list that does not exist": (
        "list: nhiem-vu}", "list: viec}",
        "flashcards.yml: viec > nhiem-vu-ke-ten > list: must be an id in outline.yml, got 'viec'",
    ),
    "a point of another list": (
        "point: ba,", "point: bon,",
        "flashcards.yml: bai-hoc > bai-hoc-ba > point: must be the id of a point of 'bai-hoc' in outline.yml, "
        "got 'bon'",
    ),
    "a part that does not exist": (
        "part: phan-mot}", "part: phan-muoi}",
        "flashcards.yml: sach > phan-mot-ten > part: must be an id in book.yml, got 'phan-muoi'",
    ),
    "a source that does not exist": (
        "source: nguon,", "source: sach,",
        "flashcards.yml: bai-hoc > rieng > source: must be an id in sources.yml, got 'sach'",
    ),
    "a session that does not exist": (
        "session: buoi-mot", "session: buoi-ba",
        "flashcards.yml: sach > session: must be an id in sessions.yml, got 'buoi-ba'",
    ),
    "a term to leave out that does not exist": (
        "made_from: glossary}", "made_from: glossary, without: [khh]}",
        "flashcards.yml: thuat-ngu > without: must be an id in glossary.yml, got 'khh'",
    ),
    "something to leave out of written cards": (
        "title: Sách thử\n", "title: Sách thử\n  without: [kh]\n",
        "flashcards.yml: sach > without: goes with made_from, got 'kh'",
    ),
    "a question that names an unknown figure": (
        "Có bao nhiêu người?", '"Có {fact:bao-nhieu} người?"',
        "flashcards.yml: bai-hoc > fact-nguoi > front: no such fact: 'bao-nhieu'",
    ),
    "a deck without title or list": (
        "title: Các nhiệm vụ\n  ", "",
        "flashcards.yml: viec > title: this field is required: no list in outline.yml has the deck's id",
    ),
    "a deck without cards": (
        ", made_from: documents", "",
        "flashcards.yml: van-ban > cards: must have one card or more, or say made_from",
    ),
    "one id for two cards": (
        "id: nhiem-vu-mot,", "id: bai-hoc-mot,",
        "flashcards.yml: viec > bai-hoc-mot: id must be unique, readers' progress is kept by it; also in 'bai-hoc'",
    ),
    "an id of cards that decks make": (
        "id: fact-nguoi", "id: tu-nguoi",
        "flashcards.yml: bai-hoc > cards > tu-nguoi: ids that begin with doc-, tu- belong to cards that a deck "
        "makes by itself",
    ),
    "made from nothing": (
        "front: Có bao nhiêu người?, fact: nguoi", "front: Có bao nhiêu người?",
        f"{MADE_FROM}, it names none",
    ),
    "made from two things": (
        "fact: nguoi", "fact: nguoi, part: phan-mot",
        f"{MADE_FROM}, it names fact, part",
    ),
    "words without a place": (
        ", place: mục 9", "",
        "flashcards.yml: bai-hoc > cards > rieng: an answer of its own needs source, place and back",
    ),
    "an answer beside a figure's": (
        "fact: nguoi", "fact: nguoi, back: Nhiều người.",
        "flashcards.yml: bai-hoc > cards > fact-nguoi: back goes with a point or a source; what else a card is made "
        "from gives the answer",
    ),
    "a point without its list": (
        "list: nhiem-vu, point: mot", "point: mot, fact: nguoi",
        "flashcards.yml: viec > cards > nhiem-vu-mot: a point needs its list",
    ),
    "pages of what has none": (
        "fact: nguoi", "fact: nguoi, asks: pages",
        "flashcards.yml: bai-hoc > cards > fact-nguoi: only a part of the book has pages to ask for",
    ),
    "a commentary of what is no point": (
        "fact: nguoi", "fact: nguoi, asks: commentary",
        "flashcards.yml: bai-hoc > cards > fact-nguoi: only a point with a commentary can be asked for it",
    ),
    "a commentary of a point that has none": (
        "point: ba, asks: commentary", "point: mot, asks: commentary",
        "flashcards.yml: bai-hoc > bai-hoc-ba: only a point with a commentary can be asked for it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CARDS.values(), ids=CARDS)
def test_a_card_that_breaks_a_rule_is_named(complaint, case):
    *edit, message = case
    assert complaint("flashcards.yml", *edit) == message
