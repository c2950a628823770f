"""Questions with room for the reader's own answers, and goals to be ticked; all of it stays on the device."""

from __future__ import annotations

import itertools
from typing import Any

import traitlets

from course import ContentError, Course
from shown.model import Block, Bullets, Item, Quote, bullets, label, strong, table, words
from widgets.base import KitWidget
from widgets.glossary.glossary import terms_in
from widgets.notes.places import Place
from widgets.practice import CHECK, folded

ASKED = "Tự kiểm tra: tôi đã làm được chưa?"


class Notes(KitWidget, module="notes"):
    """A place at which readers write down what they think or will do, and tick what they can.

    Parameters
    ----------
    course
        Whose terms are explained, and which page gathers all notes.
    place
        What is asked, and under which names the browser keeps the answers.

    Raises
    ------
    ContentError
        When nothing is asked, or a question is asked twice: answers are kept by its words.
    """

    title = traitlets.Unicode(help="What the place is called").tag(sync=True)
    message = traitlets.Unicode(help="Shown above the goals").tag(sync=True)
    asked = traitlets.Unicode(help="Label of the goals").tag(sync=True)
    goals = traitlets.List(traitlets.Unicode(), help="What is to be ticked").tag(sync=True)
    questions = traitlets.List(traitlets.Dict(), help="As in widgets.notes.places.Place").tag(sync=True)
    check = traitlets.Unicode(CHECK, help="Label of the sources' words to check oneself by").tag(sync=True)
    numbered = traitlets.Bool(help="Whether the questions have numbers").tag(sync=True)
    page = traitlets.Unicode(help="Slug of the page that gathers all notes; empty where there is none").tag(
        sync=True
    )

    def __init__(self, course: Course, place: Place) -> None:
        gathered = course.page_with("notes")
        super().__init__(
            session=place.session,
            key=place.key,
            title=place.title,
            message=place.message,
            asked=ASKED if place.goals else "",
            goals=place.goals,
            questions=place.questions,
            numbered=place.numbered,
            page=gathered.slug if gathered else "",
            terms=terms_in(course, place.message, [[one["label"], one["hint"]] for one in place.questions]),
        )
        ids = [*self.goals, *(one["id"] for one in self.questions)]
        if not ids:
            raise ContentError("Notes", place.key, "must ask something", ids)
        if repeated := sorted({name for name in ids if ids.count(name) > 1}):
            rule = "questions must differ, answers are kept by their words"
            raise ContentError("Notes", place.key, rule, repeated)

    def reading_form(self) -> list[Block]:
        """Return the questions alone: slides show them, and plain readers write on paper of their own."""
        said: list[Block] = [Quote(words(self.message))] if self.message else []
        if self.goals:
            said += [label(self.asked), bullets(*self.goals)]
        return said + (self._asked() if self.questions else [])

    def _asked(self) -> list[Block]:
        rows = {row: list(asked) for row, asked in itertools.groupby(self.questions, lambda one: one["row"])}
        if "" not in rows:
            heads = [one["label"] for one in next(iter(rows.values()))]
            return [table(["Thứ tự", *heads], [[row, *("" for _ in heads)] for row in rows])]
        if self.numbered:
            return [bullets(*map(_numbered, self.questions), ordered=True)]
        return [_bold(self.questions)]


def _numbered(question: dict[str, Any]) -> Item:
    return Item(words(question["label"]), folded(question["check"]))


def _bold(questions: list[dict[str, Any]]) -> Bullets:
    return bullets(*(words(strong(one["label"]), f" {one['hint']}".rstrip()) for one in questions))
