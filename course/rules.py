"""What a course may set for itself of the rules that ``kit check`` holds it to."""

from __future__ import annotations

from pydantic import Field, field_validator, model_validator

from course.messages import BrokenValue
from course.models import Entry, Text


class Span(Entry):
    """From how many to how many."""

    least: int = Field(ge=0)
    most: int = Field(ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.least > self.most:
            rule = "least must not be more than most, got {least} and {most}"
            raise BrokenValue(rule, least=self.least, most=self.most)
        return self


class QuizTargets(Entry):
    """What the quiz of a course asks for, counted over all sessions."""

    questions: int = Field(0, ge=0, description="Questions at least")
    deeper: int = Field(
        0, ge=0, le=100, description="Percent at least that ask for understanding or application"
    )
    wording_or_order: int = Field(
        100, ge=0, le=100, description="Percent at most that ask for wording or order, together"
    )


class Rules(Entry):
    """``data/rules.yml``; what it leaves out is as here, and a course without it keeps to all of this."""

    quiz_questions: Span = Field(Span(least=8, most=12), description="Quiz questions of a session")
    asked_questions: Span = Field(Span(least=3, most=5), description="Questions that a session's slides ask")
    quiz_targets: QuizTargets = Field(
        QuizTargets(), description="What the questions of all sessions together ask for"
    )
    single_options: int = Field(4, ge=3, le=6, description="Options of a single-choice question")
    core_questions: int = Field(8, ge=0, description="Core questions that a session has at least")
    core_question_id: str = Field("hoi-dap-{topic}-{number:02}", description="How core questions are named")
    core_answer_words: int = Field(8, ge=1, description="Words of an answer that its question does not have")
    opening_words: Span = Field(
        # A trainer who is listened to speaks some 120 to 140 words, that is syllables, a minute.
        Span(least=230, most=300), description="Syllables of a session's opening, about two minutes"
    )  # fmt: skip
    discussion_names: list[Text] = Field(
        ["đồng chí", "chi bộ", "đơn vị"],
        min_length=1,
        description="One of them stands in each prompt for discussion: it asks about the readers' own work",
    )
    activity_minutes: int = Field(10, ge=5, le=15, description="How long a group works")
    parts: list[str] = Field(
        ["goals", "agenda", "opening", "activity", "discussion", "quiz", "key_message", "sources"],
        description="What the notebook of every session calls, in this order",
    )
    source_names: list[Text] = Field(
        [], description="Names under which own sentences speak of a source, beside those of sources.yml"
    )
    names_with_numbers: list[Text] = Field(
        [], description="Names and sayings whose numbers are no figures and need no source"
    )

    @field_validator("core_question_id")
    @classmethod
    def _can_be_filled_in(cls, value: str) -> str:
        try:
            value.format(topic="buoi", number=1)
        except (LookupError, ValueError):
            raise BrokenValue("must be as in 'hoi-dap-{topic}-{number:02}', with these names alone") from None
        return value
