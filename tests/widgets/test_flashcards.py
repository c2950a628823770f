"""Flashcards in Python: which cards the content gives, how they ask, and how they read on paper."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace

import pytest

from course import ContentError, Course, formats, load
from course.flashcards import Card
from tests.courses import SMALL, shipped
from widgets.flashcards.flashcards import Flashcards, cards


@pytest.fixture(scope="module")
def kit() -> Course:
    return shipped()


@pytest.fixture(scope="module")
def made(kit) -> dict[str, dict]:
    """Every card of the kit, by id."""
    return {card["id"]: card for card in cards(kit)}


def written(course: Course) -> list[Card]:
    """Return the cards of ``flashcards.yml``."""
    return [card for deck in course.decks.values() for card in deck.cards]


@pytest.fixture(scope="module")
def small() -> Course:
    return load(SMALL)


def test_a_point_is_asked_by_a_case_that_it_speaks_to(made):
    card = made["khi-bai-hoc-3"]
    assert card["deck"] == "bai-hoc"
    assert card["front"].endswith("Bài học nào sát nhất với việc này?")
    assert card["back"] == ["Chú trọng công tác cán bộ"]
    assert card["cite"] == "Kế hoạch của Huyện ủy Văn Bàn, mục II.2.1, Phần thứ nhất, Hai là (3)"


def test_a_figure_keeps_its_more_than(made):
    card = made["fact-dang-vien"]
    assert card["front"] == "Trong “10 năm qua” (kế hoạch viết năm 2023), có bao nhiêu đảng viên bị kỷ luật?"
    assert card["back"] == ["Hơn 167.700 đảng viên."]


def test_no_figure_loses_its_more_than(kit, made):
    for card in written(kit):
        if not card.fact:
            continue
        fact = kit.facts[card.fact]
        (answer,) = made[card.id]["back"]
        assert answer.lower() == f"{formats.quantity(fact.value, fact.qualifier, fact.unit)}.".lower()


def test_a_figure_that_the_source_contradicts_brings_its_note(small):
    about = small.decks["bai-hoc"].model_copy(
        update={"cards": [Card(id="so", front="Mấy bài?", fact="so-bai")]}
    )
    (card,) = [one for one in cards(replace(small, decks={"bai-hoc": about})) if one["id"] == "so"]
    assert card["notes"] == ["Nguồn ghi 3 bài, chỗ khác ghi bốn bài."]


def test_no_card_asks_for_the_place_of_a_point_in_its_list(made):
    assert [card["front"] for card in made.values() if re.search(r"thứ \w+ là gì\?$", card["front"])] == []


def test_a_document_is_asked_by_its_number_and_by_its_subject(made):
    assert made["doc-qd-37"]["front"] == "Quy định số 37-QĐ/TW của Ban Chấp hành Trung ương nói về việc gì?"
    assert made["doc-qd-37"]["back"] == ["Về những điều đảng viên không được làm."]
    assert made["doc-qd-37"]["more"] == "Do Ban Chấp hành Trung ương ban hành ngày 25/10/2021."
    assert made["doc-qd-37-ten"]["back"] == ["Quy định số 37-QĐ/TW ngày 25/10/2021."]
    assert "25/01/2021" in made["doc-qd-37"]["notes"][0]


def test_a_document_with_a_long_subject_is_not_asked_by_it(made):
    assert "doc-kl-21" in made
    assert "doc-kl-21-ten" not in made


def test_a_document_without_number_is_left_out(kit, made):
    without = [f"doc-{entry.id}" for entry in kit.documents.values() if not entry.number]
    assert without
    assert not set(without) & set(made)


def test_a_list_can_be_asked_as_a_whole(small):
    (card,) = [card for card in cards(small) if card["id"] == "nhiem-vu-ke-ten"]
    assert card["back"] == ["Việc thứ nhất", "Việc thứ hai"]


def test_a_term_asks_for_words_or_for_meaning(small):
    (term,) = small.glossary.values()

    def asked(**changes: object) -> tuple[str, list[str], str]:
        changed = replace(small, glossary={"tu": term.model_copy(update=changes)})
        (card,) = [card for card in cards(changed) if card["deck"] == "thuat-ngu"]
        return card["front"], card["back"], card["commentary"]

    full = {"term": "Ủy ban Kiểm tra", "meaning": "Cơ quan kiểm tra."}
    assert asked(**full, forms=["UBKT"]) == (
        "“UBKT” là chữ viết tắt của cụm từ nào?", ["Ủy ban Kiểm tra."], "Cơ quan kiểm tra.",
    )  # fmt: skip
    assert asked(**full, forms=[]) == ("Ủy ban Kiểm tra là gì?", [], "Cơ quan kiểm tra.")
    assert asked(term="BTV", forms=[], meaning="Ban Thường vụ.")[0] == "Chữ viết tắt “BTV” nghĩa là gì?"
    assert asked(term="sơ kết", forms=[], meaning="Đánh giá.")[0] == "“Sơ kết” nghĩa là gì?"
    assert asked(term="KH/TU", forms=[], meaning="Ký hiệu.")[0].startswith("Ký hiệu “KH/TU”")
    defined = asked(term="kiểm kê", forms=[], meaning=None, quote="Kiểm kê là đếm lại")
    assert defined == ("“Kiểm kê” nghĩa là gì?", ["“Kiểm kê là đếm lại”"], "")


def test_letters_that_stand_for_two_things_are_not_asked(small):
    (term,) = small.glossary.values()
    two = {
        "mot": term.model_copy(update={"id": "mot", "term": "Ban Chấp hành", "forms": ["BCH"]}),
        "hai": term.model_copy(update={"id": "hai", "term": "Ban Chỉ huy", "forms": ["BCH Quân sự"]}),
    }
    fronts = [card["front"] for card in cards(replace(small, glossary=two)) if card["deck"] == "thuat-ngu"]
    assert fronts == ["Ban Chấp hành là gì?", "Ban Chỉ huy là gì?"]


@pytest.mark.parametrize(("deck", "left_out"), [("thuat-ngu", "kh"), ("van-ban", "kh-1")])
def test_a_deck_that_makes_its_cards_leaves_out_what_it_says(small, deck, left_out):
    changed = small.decks[deck].model_copy(update={"without": [left_out]})
    assert [card for card in cards(small) if card["deck"] == deck]
    assert not [
        card for card in cards(replace(small, decks=small.decks | {deck: changed})) if card["deck"] == deck
    ]


def test_every_front_is_one_short_question_of_its_own(made):
    fronts = [card["front"] for card in made.values()]
    assert [front for front in fronts if not front.endswith("?") or front.count("?") > 1] == []
    assert [front for front in fronts if len(front.split()) > 30] == []
    assert [front for front, count in Counter(fronts).items() if count > 1] == []
    assert [front for front in fronts if not front[0].isupper() and front[0] != "“"] == []


def test_every_card_has_its_answer_from_a_source_or_as_the_kits_own(kit, made):
    sources = tuple(source.short for source in kit.sources.values())
    for card in made.values():
        texts = [card["front"], *card["back"], card["more"], card["cite"], card["commentary"], *card["notes"]]
        assert all(card["back"]), card["id"]
        assert card["cite"].startswith(sources) if card["back"] else card["commentary"], card["id"]
        assert [text for text in texts if "{" in text or not unicodedata.is_normalized("NFC", text)] == []


def test_no_front_gives_its_answer_away(made):
    for card in made.values():
        assert [line for line in card["back"] if line.rstrip(".").lower() in card["front"].lower()] == []


def test_decks_are_grouped_by_session(kit):
    shown = Flashcards(kit, session="the-ghi-nho")
    assert {card["deck"] for card in shown.cards} == {deck["id"] for deck in shown.decks}
    groups = {deck["id"]: deck["group"] for deck in shown.decks}
    assert groups["bai-hoc"] == "Buổi 4. Bài học kinh nghiệm"
    assert groups["thuat-ngu"] == "Dùng cho mọi buổi"
    assert (shown.session, shown.key) == ("the-ghi-nho", "the")


def test_what_a_card_is_made_from_gives_answer_source_and_notes(small):
    shown = {card["id"]: card for card in cards(small)}
    answers = {
        name: shown[name]["back"] for name in ("sach-ten", "phan-mot-ten", "phan-mot-trang", "fact-nguoi")
    }
    assert answers == {
        "sach-ten": ["“Sách thử”"],
        "phan-mot-ten": ["“Phần đầu”"],
        "phan-mot-trang": ["Từ trang 1 đến trang 40."],
        "fact-nguoi": ["Hơn 12.500 người."],
    }
    point = shown["bai-hoc-mot"]
    assert (point["back"], point["cite"]) == (["Bài thứ nhất"], "Nguồn thử, mục 2, ý đầu")
    assert point["notes"] == ["Nguồn ghi “bải”; chúng tôi hiểu là “bài”."]
    assert shown["nhiem-vu-ke-ten"]["back"] == ["Việc thứ nhất", "Việc thứ hai"]


def test_an_answer_of_its_own_keeps_its_words_source_and_place(small):
    shown = {card["id"]: card for card in cards(small)}
    assert (shown["rieng"]["back"], shown["rieng"]["cite"]) == (["Nguồn nêu 3 bài."], "Nguồn thử, mục 9")
    assert shown["nhiem-vu-mot"]["back"] == ["Việc đầu tiên."]
    assert shown["nhiem-vu-mot"]["more"] == "Giải thích việc thứ nhất."


def test_what_the_kit_says_by_itself_has_no_source(small):
    shown = {card["id"]: card for card in cards(small)}
    own = shown["bai-hoc-ba"]
    assert own["commentary"] == "Có thể hiểu bài thứ ba thế này."
    assert (own["back"], own["more"], own["cite"]) == ([], "", "")


def test_cards_that_cannot_be_kept_apart_are_refused(small):
    shown = Flashcards(small, session="the-ghi-nho")
    with pytest.raises(ContentError, match="Flashcards: cards: ids must differ"):
        shown.cards = [*shown.cards, shown.cards[0]]
    with pytest.raises(ContentError, match="must hold at least one card"):
        shown.cards = []
    with pytest.raises(ContentError, match="every card must lie in a deck"):
        shown.decks = shown.decks[1:]


def test_paper_holds_every_card(kit):
    shown = Flashcards(kit, session="the-ghi-nho")
    paper = shown.as_markdown().replace("\\", "")
    for card in shown.cards:
        said = [card["front"], *card["back"], card["more"], card["cite"], card["commentary"], *card["notes"]]
        assert [text for text in said if " ".join(text.split()) not in paper] == []


def test_paper_reads_as_pairs(small):
    paper = Flashcards(small, session="the-ghi-nho").as_markdown()
    assert paper.startswith("### Ôn hôm nay\n\n#### Sách thử\n\n1. **Sách tên là gì?**")
    assert "\n\n   *Nguồn: Nguồn thử, mục 1*\n\n2. **Phần đầu có tên là gì?**\n\n   “Phần đầu”" in paper
