"""Shown blocks as JSON: what comes back is what was written, and what is unknown is refused."""

from __future__ import annotations

import json

import pytest

from shown.json import TYPES, as_json, from_json
from shown.model import text
from tests.shown.samples import every_kind


def test_every_kind_of_block_comes_back() -> None:
    blocks = tuple(every_kind())
    assert from_json(json.loads(json.dumps(as_json(blocks)))) == blocks
    assert {type(block).__name__ for block in blocks} | {"Run", "Item", "Definition"} == set(TYPES)


def test_what_holds_its_default_does_not_travel() -> None:
    assert as_json(text("Một.")) == {"type": "Paragraph", "runs": [{"type": "Run", "text": "Một."}]}


def test_what_has_no_type_stays_as_it_is() -> None:
    assert from_json({"states": [{"x": 1}], "n": None}) == {"states": [{"x": 1}], "n": None}


@pytest.mark.parametrize(
    "value",
    [
        {"type": "Path", "runs": []},
        {"type": "Paragraph"},
        {"type": "Run", "text": "a", "colour": "red"},
        [{"type": "Item", "runs": [{"type": "Marquee", "text": "a"}]}],
    ],
)
def test_what_another_version_wrote_is_refused(value: object) -> None:
    with pytest.raises((KeyError, TypeError)):
        from_json(value)
