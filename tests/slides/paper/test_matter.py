"""What members hold in their hands, taken from decks."""

from __future__ import annotations

from dataclasses import replace

from slides.deck.dividing import divided
from slides.deck.model import Bullets, Deck, Figure, Paragraph, Run, Slide, Table
from slides.paper.matter import handed_out, in_short, matter
from tests.slides import sample, shown

SOURCE = Paragraph((Run("Nguồn: Kế hoạch thử, mục I"),), "source")
NOTE = Paragraph((Run("Ghi chú: Bản quét mờ."),), "note")
LONG = Bullets(
    tuple((Run(f"Ý thứ {number}, dài mười tiếng để danh sách sang trang sau"),) for number in range(9))
)


def deck_of(*slides: Slide, goals: tuple[str, ...] = ()) -> Deck:
    return replace(sample.deck_of(), slides=slides, goals=goals)


def slide(name: str, *blocks: object, level: str = "sub", **more: object) -> Slide:
    return Slide(name, name, f"Trang {name}", level, tuple(blocks), **more)


def test_what_went_on_on_a_further_slide_stands_together_again() -> None:
    parts = divided(slide("dai", LONG, asides=(SOURCE,)))
    assert len(parts) > 1
    (whole,) = matter(deck_of(*parts))
    assert (whole.title, whole.blocks) == ("Trang dai", (LONG,))


def test_covers_questions_and_what_leads_to_them_are_left_out() -> None:
    titles = [one.title for one in matter(sample.deck())]
    assert "Bài học" in titles and "Câu hỏi" not in titles and "Buổi 1. Buổi thử" not in titles
    assert not any(title.startswith("Câu ") for title in titles)


def test_a_source_that_neighbours_share_stands_below_the_last_and_a_note_once() -> None:
    first, second = (slide(name, asides=(NOTE, SOURCE)) for name in ("mot", "hai"))
    other = slide("ba", asides=(NOTE, replace(SOURCE, runs=(Run("Nguồn: Nơi khác"),))))
    below = [
        [it["role"] for it in one["below"]] for one in handed_out(deck_of(first, second, other))["matter"]
    ]
    assert below == [[], ["note", "source"], ["source"]]


def test_what_needs_the_width_of_the_page_says_so() -> None:
    cells = tuple((Run("Ô"),) for _ in range(4))
    narrow, wide = slide("hep", Table(cells[:3], (cells[:3],))), slide("rong", Table(cells, (cells,)))
    assert [one["wide"] for one in handed_out(deck_of(narrow, wide))["matter"]] == [False, True]


def test_cards_give_their_sources_words_to_the_handout() -> None:
    card = next(one for one in sample.deck().slides if one.title == "2. Công khai")
    assert list(shown.texts(card.matter)) == ["Mọi người biết."]


def test_one_page_leaves_out_goals_as_slides_the_case_behind_them_and_what_the_group_does() -> None:
    goals = slide("muc-tieu", Bullets(((Run("Biết một việc"),),)), level="section")
    made = in_short(
        deck_of(
            goals, slide("tinh-huong"), slide("y", level="section"), slide("y-1"),
            slide("nhom", kind="activity"), goals=("Biết một việc", "Biết hai việc"),
        )
    )  # fmt: skip
    assert [[point["title"] for point in part] for part in made["parts"]] == [["Trang y", "Trang y-1"]]
    assert made["goals"] == ["Biết một việc", "Biết hai việc"]


def test_rows_of_charts_are_told_once() -> None:
    figure = next(block for one in sample.deck().slides for block in one.blocks if isinstance(block, Figure))
    (part,) = in_short(deck_of(slide("a", figure, level="section"), slide("b", figure)))["parts"]
    (told,) = (one for point in part for one in point["figures"])
    assert [[run["text"] for (run,) in row] for row in told["table"]["rows"]] == [
        list(row) for row in figure.rows
    ]
