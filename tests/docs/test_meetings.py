"""What docs/meetings.md says of records and places is what the models have."""

from __future__ import annotations

import re
from pathlib import Path

from meetings.own_form import places
from meetings.record import Record
from meetings.record_file import from_file
from tests.meetings.samples import TODAY

PAGE = (Path(__file__).parents[2] / "docs" / "meetings.md").read_text("utf-8")


def test_the_example_is_a_record_with_every_field() -> None:
    example = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1]
    assert from_file("example", example.encode(), TODAY).model_fields_set == set(Record.model_fields)


def told(head: str) -> list[str]:
    """Return the names in the first column of the table with this head."""
    rows = re.search(rf"^\| {head} \|.*\n\|.*\n((?:\|.*\n)+)", PAGE, re.MULTILINE)[1]
    return [name for row in rows.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])]


def test_every_field_and_every_place_is_told() -> None:
    assert {*told("trường")} == set(Record.model_fields) - {"kind", "version"}
    assert told("chỗ trong mẫu") == list(places(Record()))
