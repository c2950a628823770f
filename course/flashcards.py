"""Models of the flashcards: decks, and what each card asks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from course.messages import BrokenValue
from course.models import Entry, Id, Text

# Cards that a deck makes by itself have ids of these beginnings; no written card may take one.
MADE = ("doc-", "tu-")


class Card(Entry):
    """A question and what answers it: something of the course, or words with a source and place of their own.

    The reader's progress is kept by ``id``, so an id never changes its meaning.
    """

    id: Id
    front: Text
    fact: Id | None = Field(None, description="Figure that is the answer, with its “hơn” and unit")
    list: Id | None = Field(
        None, description="List whose points are the answer; with `point`, the point's list"
    )
    point: Id | None = Field(
        None, description="Point of the list: its title is the answer, explained below it"
    )
    book: bool = Field(False, description="The book's title is the answer")
    part: Id | None = Field(None, description="Part of the book: its title or its pages are the answer")
    source: Id | None = Field(None, description="Source of an answer that nothing else of the course gives")
    place: Text | None = None
    asks: Literal["title", "pages", "commentary"] = Field(
        "title", description="What of the part or point is the answer"
    )
    back: Text | None = Field(None, description="The answer, where it is not the title of the point")

    @model_validator(mode="after")
    def _made_from_one_thing(self) -> Card:
        made_from = [name for name in ("fact", "list", "book", "part", "source") if getattr(self, name)]
        if len(made_from) != 1:
            named = ", ".join(made_from) or "none"
            rule = "a card is made from one of fact, list, book, part or source, it names {named}"
            raise BrokenValue(rule, named=named)
        if self.point and not self.list:
            raise BrokenValue("a point needs its list")
        if bool(self.source) != bool(self.place) or (self.source and not self.back):
            raise BrokenValue("an answer of its own needs source, place and back")
        return self

    @model_validator(mode="after")
    def _asks_what_there_is(self) -> Card:
        if self.asks == "pages" and not self.part:
            raise BrokenValue("only a part of the book has pages to ask for")
        if self.asks == "commentary" and not self.point:
            raise BrokenValue("only a point with a commentary can be asked for it")
        if self.back and not (self.source or (self.point and self.asks == "title")):
            raise BrokenValue(
                "back goes with a point or a source; what else a card is made from gives the answer"
            )
        return self

    @model_validator(mode="after")
    def _id_of_its_own(self) -> Card:
        if self.id.startswith(MADE):
            rule = "ids that begin with {made} belong to cards that a deck makes by itself"
            raise BrokenValue(rule, made=", ".join(MADE))
        return self


class Deck(Entry):
    """Cards that are chosen together."""

    id: Id
    title: Text | None = Field(None, description="Title of the list of the same id, where none is given")
    session: Id | None = Field(None, description="Slug of the session that it belongs to")
    cards: list[Card] = []
    made_from: Literal["documents", "glossary"] | None = Field(
        None, description="The deck asks for every numbered document, or every term, by itself"
    )
    without: list[Id] = Field([], description="Ids of what is not asked for in a deck that makes its cards")
