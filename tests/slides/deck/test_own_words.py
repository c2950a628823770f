"""What the kit says of its own stands below the sources of a slide, and no source below it."""

from __future__ import annotations

from shown import model as shown
from shown.prose import source
from slides.deck.blocks import slide_blocks
from slides.deck.reading import _arranged


def test_sources_stand_above_what_the_kit_says_of_its_own() -> None:
    own = shown.Commentary((shown.text("Khi nói lại, giữ cả chữ ấy."),))
    made = _arranged(slide_blocks([shown.text("Lời của nguồn."), own, source("Kế hoạch, mục 2")]))
    assert [shown.plain(block.runs) for block in made] == [
        "Lời của nguồn.", "Nguồn: Kế hoạch, mục 2", shown.COMMENTARY, "Khi nói lại, giữ cả chữ ấy.",
    ]  # fmt: skip
