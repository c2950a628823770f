"""Texts as people type and paste them into a record: tidied, never refused for signs that nobody sees."""

from __future__ import annotations

from typing import Annotated
from unicodedata import category, normalize

from pydantic import BeforeValidator, Field


def plain(text: str) -> str:
    """Return a text in one line: letters composed, spaces plain, without what is neither seen nor a space."""
    seen = "".join(
        " " if sign.isspace() else sign for sign in text if sign.isspace() or category(sign)[0] != "C"
    )
    return " ".join(normalize("NFC", seen).split())


def _line(value: object) -> object:
    return plain(value) if isinstance(value, str) else value


def _lines(value: object) -> object:
    if not isinstance(value, str):
        return value
    return "\n".join(line for one in value.splitlines() if (line := plain(one)))


# One line, such as a name or a place; and some sentences, which may be several paragraphs.
Line = Annotated[str, BeforeValidator(_line), Field(max_length=400)]
Said = Annotated[str, BeforeValidator(_lines), Field(max_length=6000)]
