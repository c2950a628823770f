"""Models of quiz questions: six kinds, each with its reasons and its source."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from course.messages import BrokenValue
from course.models import Cited, Entry, Id, Text


class Choice(Entry):
    """An option; ``reason`` says why it is right, or why it is not."""

    text: Text
    correct: bool = False
    reason: Text


AsksFor = Literal["fact", "wording", "order", "understanding", "application"]


class _Question(Cited):
    """What every kind of question has.

    ``asks_for`` says what a right answer shows that a reader can do:

    ``fact``
        knows what a source says: who, what, how many, when
    ``wording``
        knows the words in which it says so
    ``order``
        knows in which order it lists what it lists
    ``understanding``
        sees what follows and what does not: compares, finds a fault, tells what it says from what it leaves open
    ``application``
        finds what it means for a situation, and what is to be done there
    """

    id: Id
    asks_for: AsksFor = Field(description="What a right answer shows; the model's docstring tells them apart")
    difficulty: Literal["de", "vua", "kho"] = Field(description="Easy, medium, hard")
    prompt: Text = Field(description="What is asked")
    invented: bool = Field(
        False,
        description="It tells of a situation that was made up; readers are told so: “Tình huống giả định”",
    )
    explanation: Text = Field(description="What the source says on it; its source stands below")
    commentary: Text | None = Field(
        None, description="What the kit adds of its own, shown apart as “Cách hiểu của bộ tài liệu”"
    )
    see: Id | None = Field(
        None, description="What to read again: the name of a place on a page, as in the address behind “#”"
    )
    notes: list[Id] = []


class _WithOptions(_Question):
    options: list[Choice] = Field(min_length=3, max_length=6)

    @model_validator(mode="after")
    def _options_differ(self):
        _no_repeats("options must differ, repeated: {repeated}", [option.text for option in self.options])
        return self


class Single(_WithOptions):
    """One option is right."""

    kind: Literal["single"]

    @model_validator(mode="after")
    def _one_right(self) -> Single:
        if (right := sum(option.correct for option in self.options)) != 1:
            rule = "a single-choice question needs exactly 1 correct option, it has {right}"
            raise BrokenValue(rule, right=right)
        return self


class Multiple(_WithOptions):
    """Several options are right, and at least one is wrong."""

    kind: Literal["multiple"]

    @model_validator(mode="after")
    def _several_right(self) -> Multiple:
        right = sum(option.correct for option in self.options)
        if right < 2 or right == len(self.options):
            raise BrokenValue(
                "a several-choices question needs 2 or more correct options and 1 or more wrong"
            )
        return self


class Boolean(_Question):
    """A statement that is true or false; ``reason_wrong`` answers the wrong choice."""

    kind: Literal["boolean"]
    answer: bool
    reason_wrong: Text = Field(description="What is said to who chose the other")


class Near(Entry):
    """A wrong number that people are likely to give: a figure of the material."""

    fact: Id
    reason: Text = Field(description="What it really is")


class Numeric(_Question):
    """A number to be typed; ``answer`` is the id of a figure in ``facts.csv``."""

    kind: Literal["numeric"]
    answer: Id = Field(description="Fact that is the answer")
    near: list[Near] = Field([], description="Wrong numbers that get an answer of their own")
    reason_wrong: Text = Field(description="What is said after any other number")


class Placed(Entry):
    """An item of an ordering; ``reason`` says why it stands where it stands."""

    text: Text
    reason: Text


class Ordering(_Question):
    """Items written in their right order; the page shuffles them."""

    kind: Literal["ordering"]
    items: list[Placed] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _items_differ(self) -> Ordering:
        _no_repeats("items must differ, repeated: {repeated}", [item.text for item in self.items])
        return self


class Pair(Entry):
    """A left side, its right side, and why they belong together."""

    left: Text
    right: Text
    reason: Text


class Matching(_Question):
    """Pairs to be found; the page shuffles the right sides."""

    kind: Literal["matching"]
    pairs: list[Pair] = Field(min_length=3, max_length=6)

    @model_validator(mode="after")
    def _sides_differ(self) -> Matching:
        _no_repeats("left sides must differ, repeated: {repeated}", [pair.left for pair in self.pairs])
        _no_repeats("right sides must differ, repeated: {repeated}", [pair.right for pair in self.pairs])
        return self


Question = Annotated[
    Single | Multiple | Boolean | Numeric | Ordering | Matching,
    Field(discriminator="kind"),
]

# Kinds to which a room can answer by a letter.
LETTERED = ("single", "multiple", "boolean")


class BeforeAfter(Entry):
    """A matter that is asked for twice: before the course, and after it by another question that is as hard."""

    id: Id
    about: Text = Field(description="The matter, as the result names it")
    before: Question
    after: Question

    @model_validator(mode="after")
    def _alike(self) -> BeforeAfter:
        for name in ("kind", "asks_for", "difficulty"):
            one, other = getattr(self.before, name), getattr(self.after, name)
            if one != other:
                rule = "before and after must have the same {name}, they have {one!r} and {other!r}"
                raise BrokenValue(rule, name=name, one=one, other=other)
        return self


class QuestionFile(Entry):
    """The questions of one session."""

    session: Id = Field(description="Slug of the session, as the file's name")
    questions: list[Question] = Field(min_length=1)


def _no_repeats(rule: str, texts: list[str]) -> None:
    repeated = {text for text in texts if texts.count(text) > 1}
    if repeated:
        raise BrokenValue(rule, repeated=sorted(repeated))
