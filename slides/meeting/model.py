"""A meeting as it is put together and saved: what is chosen, what the unit says of itself, and its own slides."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

KIND: Literal["hoc-tac-pham: buoi bao cao"] = "hoc-tac-pham: buoi bao cao"
VERSION: Literal[1] = 1
LENGTHS = (30, 45, 60, 90)
# Where an own slide stands: behind the cover, at the end, or behind a session, named by its slug.
BEGIN, END = "begin", "end"
MOST_COLUMNS, MOST_ROWS, MOST_BARS, MOST_OWN, MOST_PICTURES = 5, 30, 6, 20, 10

Words = Annotated[str, Field(max_length=200)]
Minutes = Annotated[float, Field(ge=0.5, le=30, multiple_of=0.5)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Picture(_Entry):
    """A picture that :mod:`slides.meeting.pictures` has checked and written anew.

    Attributes
    ----------
    data
        Its bytes in base64.
    width, height
        In pixels.
    """

    mime: Literal["image/jpeg", "image/png"]
    data: str = Field(max_length=1_500_000)
    width: int = Field(ge=1, le=2000)
    height: int = Field(ge=1, le=2000)


class About(_Entry):
    """What the unit says of the meeting; what is not known is empty."""

    title: Words = ""
    unit: Words = ""
    date: Words = ""
    place: Words = ""
    speaker: Words = ""
    logo: Picture | None = None


class _Own(_Entry):
    """What every own slide has; ``where`` is :data:`BEGIN`, :data:`END` or the slug of the session before it."""

    title: str = Field(min_length=1, max_length=120)
    minutes: Minutes = 1
    notes: str = Field("", max_length=2000)
    where: Words = END

    @field_validator("title")
    @classmethod
    def _said(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("blank")
        return " ".join(value.split())


class OwnText(_Own):
    """A few lines."""

    kind: Literal["text"] = "text"
    lines: list[Annotated[str, Field(max_length=400)]] = Field(min_length=1, max_length=20)


class OwnPicture(_Own):
    """A photograph; ``caption`` says what is seen on it, also to those who do not see it."""

    kind: Literal["picture"] = "picture"
    picture: Picture
    caption: Words


class OwnTable(_Own):
    """A table of texts; every row has as many cells as there are heads."""

    kind: Literal["table"] = "table"
    header: list[Words] = Field(min_length=1, max_length=MOST_COLUMNS)
    rows: list[list[Words]] = Field(min_length=1, max_length=MOST_ROWS)

    @model_validator(mode="after")
    def _even(self) -> OwnTable:
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("rows must have as many cells as there are heads")
        return self


class OwnBar(_Entry):
    """A value of a chart."""

    label: Words
    value: Decimal = Field(ge=0, max_digits=15)


class OwnChart(_Own):
    """Bars of the unit's own numbers, and facts of the course beside them, by their ids."""

    kind: Literal["chart"] = "chart"
    unit: Annotated[str, Field(max_length=40)] = ""
    bars: list[OwnBar] = Field(min_length=1, max_length=MOST_BARS)
    facts: list[Words] = Field([], max_length=3)

    @model_validator(mode="after")
    def _something(self) -> OwnChart:
        if not any(bar.value for bar in self.bars):
            raise ValueError("one value at least must be more than nothing")
        return self


OwnSlide = Annotated[OwnText | OwnPicture | OwnTable | OwnChart, Field(discriminator="kind")]


class Chosen(_Entry):
    """What is chosen of a session: ids of its items, see :func:`slides.meeting.catalogue.items`."""

    session: Words
    items: list[Words] = Field(min_length=1, max_length=200)


class Composition(_Entry):
    """Everything that a meeting is made of, beside the course; it is what the file holds.

    Attributes
    ----------
    course
        Name of the course that it was chosen from.
    minutes
        How long the meeting is to be.
    """

    kind: Literal["hoc-tac-pham: buoi bao cao"] = KIND
    version: Literal[1] = VERSION
    course: Words
    about: About = About()
    minutes: Literal[30, 45, 60, 90] = 45
    chosen: list[Chosen] = Field([], max_length=60)
    own: list[OwnSlide] = Field([], max_length=MOST_OWN)

    @model_validator(mode="after")
    def _few_pictures(self) -> Composition:
        if sum(isinstance(one, OwnPicture) for one in self.own) > MOST_PICTURES:
            raise ValueError("too many pictures")
        return self
