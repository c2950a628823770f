"""Models of what has a page of its own: study sessions, and the tools beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field, model_validator

from course.messages import BrokenValue
from course.models import Entry, Id, Text, Words


class Page(Entry):
    """A notebook that becomes a page at ``/hoc/<slug>/``.

    What other pages lead to is found by ``shows``, never by a slug: a course names its pages as it likes.
    """

    slug: Id
    notebook: str
    title: Text
    summary: Text
    shows: Sequence[str] = []


class Tool(Page):
    """A page for searching, repeating or planning, beside the sessions."""

    notebook: str = Field(pattern=r"^[a-z][a-z0-9-]*\.ipynb$")
    label: Text = Field(description="Short name for menus")
    shows: list[
        Literal[
            "search",
            "glossary",
            "qa",
            "flashcards",
            "plans",
            "progress",
            "corrections",
            "notes",
            "before-after",
        ]
    ] = Field([], description="What readers find there")

    @model_validator(mode="after")
    def _named_after_the_slug(self) -> Tool:
        if self.notebook != f"{self.slug}.ipynb":
            raise BrokenValue("the notebook's name must be the slug")
        return self


class Step(Entry):
    """A part of the trainer's outline."""

    minutes: int = Field(ge=1, le=90)
    title: Text
    how: Text = Field(description="What trainer and group do in it")


class Activity(Entry):
    """What a group does together in ten minutes; paper is enough."""

    title: Text
    minutes: int = Field(ge=5, le=15)
    needs: Text = Field(description="What the group needs, such as paper and pens")
    steps: list[Text] = Field(min_length=3, max_length=6)
    brief: list[Text] = Field(
        [],
        max_length=6,
        description="The steps in fewer of their words, as slides show them; as many as there are",
    )
    alone: list[Text] = Field([], max_length=6, description="The steps for one who studies alone")
    result: Text = Field(description="What the group has in hand at the end")

    @model_validator(mode="after")
    def _as_many_brief_ones(self) -> Activity:
        if self.brief and len(self.brief) != len(self.steps):
            rule = "brief must have as many steps as steps, {count}, got {found}"
            raise BrokenValue(rule, count=len(self.steps), found=len(self.brief))
        return self


class Asked(Entry):
    """What a form asks for."""

    label: Text = Field(description="The question, such as “Ai làm?”; what readers wrote is kept by it")
    hint: Text | None = Field(None, description="A word on how to answer")


class Form(Entry):
    """A form in which readers write down, for themselves, what they will do."""

    id: Id
    title: Text
    fields: list[Asked] = Field(min_length=1, max_length=6, description="What it asks for, in their order")
    rows: list[Text] = Field(
        [], max_length=5, description="What all of it is asked for, such as each of three tasks"
    )


class Prompt(Entry):
    """A question on one's own work, and what one can check one's answer by: words of the sources."""

    ask: Text
    points: list[Id] = Field([], description="Points of the outline that speak to it")
    words: list[Words] = Field([], description="Words of a source that speak to it")


class Way(Entry):
    """A way to act in a case; none is the right one."""

    text: Text
    says: Text = Field(description="What follows from it, for better and for worse")


class Case(Entry):
    """A situation that the kit made up, without persons, places and figures, and a decision to take in it."""

    title: Text
    story: Text
    ask: Text
    choices: list[Way] = Field(min_length=2, max_length=4)
    back: Text = Field(description="What is asked when the session comes back to it")
    points: list[Id] = Field([], description="Points of the outline that speak to it")
    words: list[Words] = Field([], description="Words of a source that speak to it")


class Session(Page):
    """A study session: one notebook."""

    notebook: str = Field(pattern=r"^\d\d-[a-z0-9-]+\.ipynb$")
    lists: list[Id] = Field([], description="Lists of the outline whose cards its page shows, in their order")
    figures: list[Id] = Field(
        [], description="Figures that its page shows; a plan has one that needs no mention"
    )
    shows: list[Literal["book", "plans-in-full", "documents", "mixed-quiz"]] = Field(
        [], description="What of the course as a whole it shows, for all that leads there"
    )
    reviews: list[Id] = Field([], description="Sessions whose message and goals it goes over again")
    goals: list[Text] = Field(min_length=2, max_length=5)
    minutes: int = Field(ge=10, le=120, description="What the steps of the agenda add up to")
    agenda: list[Step] = Field(min_length=3, description="The trainer's outline")
    opening: Text = Field(description="What the trainer says first, about two minutes")
    asked: list[Id] = Field(
        [], description="Questions of its own that its slides ask, in this order; its page has all of them"
    )
    draws: int = Field(
        0, ge=0, le=14, description="How many questions its slides draw of the sessions that it reviews"
    )
    case: Case | None = Field(None, description="What the session begins with, and comes back to")
    discussion: list[Prompt] = Field(min_length=3, max_length=5, description="Questions on one's own work")
    activity: Activity
    commitments: list[Form] = Field([], description="Forms that its page shows")
    key_message: Text = Field(description="What to take along, in one sentence of our own")
    notes: list[Id] = []

    @model_validator(mode="after")
    def _consistent(self) -> Session:
        if self.notebook[3:-6] != self.slug:
            raise BrokenValue("the notebook's name must be its number and the slug")
        total = sum(step.minutes for step in self.agenda)
        if total != self.minutes:
            rule = "the agenda's minutes must add up to {minutes}, they give {total}"
            raise BrokenValue(rule, minutes=self.minutes, total=total)
        return self
