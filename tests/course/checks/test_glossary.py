"""What ``kit check`` says of terms that share a word, explain at length, or occur nowhere."""

from __future__ import annotations

import pytest

from tests.course.breaking import complaints, data

CASES = {
    "two terms of one spelling": (
        data("glossary.yml", "- id: kh\n",
             "- {id: la, term: KH, meaning: Lá., source: nguon, place: mục 1}\n- id: kh\n"),
        ["glossary.yml: kh: must not share a spelling with 'la', got 'KH'",
         "glossary.yml: la: must stand in a text of the course in one of its spellings; add the spelling to `forms`, "
         "got 'KH'"],
    ),
    "a meaning of three sentences": (
        data("glossary.yml", "Kế hoạch của Tỉnh ủy.", "Một. Hai. Ba."),
        ["glossary.yml: kh > meaning: must have 2 sentences or fewer, got 3"],
    ),
    "a meaning that breaks off": (
        data("glossary.yml", "Kế hoạch của Tỉnh ủy.", "Kế hoạch"),
        ["glossary.yml: kh > meaning: must be a sentence of 30 words or fewer that ends in a full stop, "
         "got 'Kế hoạch'"],
    ),
    "a term that nobody meets": (
        data("glossary.yml", "forms: [KH]", "forms: [KHX]"),
        ["glossary.yml: kh: must stand in a text of the course in one of its spellings; add the spelling to `forms`, "
         "got 'KH/TU'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "messages"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_named_with_place_and_value(tmp_path, edit, messages):
    assert complaints(tmp_path / "course", edit) == messages
