"""What the kit says of its own stands on the wall where nothing else does; else the speaker tells it."""

from __future__ import annotations

from shown import model as shown
from shown.prose import source
from slides.deck.blocks import slide_blocks
from slides.deck.model import Drawing
from slides.deck.wall import wall

OWN = shown.Commentary((shown.text("Lời của bộ tài liệu."),))


def test_beside_other_matter_the_kits_own_words_are_told_and_say_whose_they_are() -> None:
    made = wall(slide_blocks([shown.text("Lời của nguồn."), OWN, source("Kế hoạch, mục 2")]))
    assert [shown.plain(block.runs) for block in made.blocks] == ["Lời của nguồn."]
    assert made.told == ("Cách hiểu của bộ tài liệu: Lời của bộ tài liệu.",)
    assert [shown.plain(aside.runs) for aside in made.asides] == ["Nguồn: Kế hoạch, mục 2"]


def test_alone_they_stay_under_their_label() -> None:
    made = wall(slide_blocks([OWN]))
    assert [block.role for block in made.blocks] == ["label", "text"]
    assert made.told == ()


def test_a_list_that_a_drawing_shows_is_told_and_a_long_list_loses_the_words_around_it() -> None:
    listed = shown.bullets("một", "hai")
    made = wall(slide_blocks([shown.Drawing("Hình", "<svg/>", "Hai ô."), listed]))
    assert made.blocks == (Drawing("Hình", "<svg/>", "Hai ô."),)
    assert made.told == ("một", "hai")
    long = wall(slide_blocks([shown.text("Lời dẫn vào."), shown.bullets("ý " * 30, "ý " * 20)]))
    assert long.told == ("Lời dẫn vào.",)
