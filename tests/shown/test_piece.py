"""Pieces: what a cell gives to JupyterLab, to pages and to slides."""

from __future__ import annotations

import json

from shown.json import MIME, from_json
from shown.model import strong, text
from shown.piece import Piece, bundle
from tests.shown.samples import every_kind


def test_a_piece_is_given_as_blocks_and_as_markdown() -> None:
    shown = Piece(text(strong("đậm")), text("một"), kind="goals")._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/markdown", MIME}
    assert shown["text/markdown"] == shown["text/plain"] == "**đậm**\n\nmột"
    assert (shown[MIME]["kind"], shown[MIME]["fold"]) == ("goals", "")
    assert from_json(shown[MIME]["blocks"]) == (text(strong("đậm")), text("một"))


def test_where_nothing_unfolds_the_label_stands_above_as_text() -> None:
    piece = Piece(text("Nội dung"), fold="Dàn ý <45> *phút*")
    assert piece._repr_mimebundle_()["text/markdown"] == "**Dàn ý \\<45\\> \\*phút\\***\n\nNội dung"
    assert piece.markdown == "Nội dung"


def test_the_label_is_no_block_of_a_piece() -> None:
    data = Piece(text("Nội dung"), fold="Nơi nhận")._repr_mimebundle_()[MIME]
    assert data["fold"] == "Nơi nhận"
    assert from_json(data["blocks"]) == (text("Nội dung"),)


def test_what_an_output_carries_is_plain_json() -> None:
    carried = bundle(every_kind(), "x", "y")
    assert json.loads(json.dumps(carried)) == carried
