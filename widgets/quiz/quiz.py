"""A quiz of six kinds of questions that runs wholly in the reader's browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import traitlets

from course import formats
from course.citations import cite
from course.course import Course
from course.errors import ContentError
from course.questions import Numeric, Question
from course.references import UnknownReference, resolve_all
from shown.model import Block
from widgets.base import KitWidget
from widgets.glossary.glossary import terms_in
from widgets.quiz.order import first_order
from widgets.quiz.paper import reading_form
from widgets.search.index import places

MODES = ("one", "list")
# The quiz of all questions: the key of its progress, and its heading.
MIXED_KEY, MIXED_TITLE = "tong-hop", "Ôn tổng hợp cả đợt học"
LEVELS = {"de": "Dễ", "vua": "Vừa", "kho": "Khó"}


class Quiz(KitWidget, module="quiz"):
    """Questions with feedback, a score, and progress kept on the reader's device.

    Parameters
    ----------
    course
        Where references, figures, sources and corrections are looked up.
    questions
        One or more questions with ids of their own.
    session, key
        Under these two names the browser keeps the reader's progress.
    title
        Heading of the widget.
    asked
        Ids of the questions that slides ask, in their order.
    mode
        ``"one"`` shows one question at a time, ``"list"`` all of them.
    seed
        Fixes how options and items are shuffled when the quiz is done once more.

    Raises
    ------
    ContentError
        When there are no questions, an id repeats, the mode is unknown, or a
        question refers to something that ``course`` does not hold.
    """

    title = traitlets.Unicode().tag(sync=True)
    mode = traitlets.Unicode().tag(sync=True)
    asked = traitlets.List(traitlets.Unicode(), help="Ids of the questions that slides ask").tag(sync=True)
    seed = traitlets.Int().tag(sync=True)
    questions = traitlets.List(traitlets.Dict(), help="Plain questions, references resolved").tag(sync=True)

    def __init__(
        self,
        course: Course,
        questions: Sequence[Question],
        *,
        session: str,
        key: str = "quiz",
        title: str = "Tự kiểm tra",
        asked: Sequence[str] = (),
        mode: str = "one",
        seed: int = 7,
        **kwargs: object,
    ) -> None:
        plain = shown_questions(course, questions)
        super().__init__(
            questions=plain,
            terms=terms_in(course, [explained(question) for question in plain]),
            session=session,
            key=key,
            title=title,
            asked=list(asked),
            mode=mode,
            seed=seed,
            **kwargs,
        )

    @traitlets.validate("mode")
    def _known_mode(self, proposal: dict) -> str:
        if proposal["value"] not in MODES:
            raise ContentError("Quiz", "mode", f"must be one of {', '.join(MODES)}", proposal["value"])
        return proposal["value"]

    @traitlets.validate("questions")
    def _some_questions(self, proposal: dict) -> list[dict]:
        if not proposal["value"]:
            raise ContentError("Quiz", "questions", "must hold at least one question", proposal["value"])
        counts = Counter(question["id"] for question in proposal["value"])
        if repeated := sorted(name for name, count in counts.items() if count > 1):
            raise ContentError("Quiz", "questions", "ids must differ, progress is kept by id", repeated)
        return proposal["value"]

    def reading_form(self) -> list[Block]:
        """Return the questions, and at the end the answers with their reasons."""
        return reading_form(self.title, self.questions)


def plain_question(course: Course, question: Question) -> dict:
    """Turn a question into plain values that the browser can show as they are.

    Returns
    -------
    dict
        The question's fields with references resolved; ``difficulty`` is a word,
        ``notes`` are texts, ``cite`` names source and place, ``order`` is that of
        :func:`widgets.quiz.order.first_order`. A numeric question has
        ``answer`` as ``{value, text, unit, qualifier}`` and ``near`` as ``{value, reason}``.
    """
    try:
        plain = resolve_all(course, question)
        plain["cite"] = cite(course, question)
        del plain["source"], plain["place"], plain["asks_for"], plain["see"]
        plain["difficulty"] = LEVELS[question.difficulty]
        notes = [course.corrections[name].note for name in question.notes]
        plain["notes"] = resolve_all(course, notes)
        if question.kind == "numeric":
            plain |= _numbers(course, question, plain)
    except KeyError as error:
        raise ContentError(
            "Quiz", question.id, "must refer to what the course holds", error.args[0]
        ) from None
    except UnknownReference as error:
        raise ContentError("Quiz", question.id, str(error)) from None
    return plain | {"order": first_order(plain)}


def shown_questions(course: Course, questions: Sequence[Question]) -> list[dict]:
    """Return plain questions with ``see``, where one reads again: slug, anchor and title, or None.

    Raises
    ------
    ContentError
        When one refers to something that ``course`` does not hold.
    """
    known = places(course) if any(question.see for question in questions) else {}
    return [plain_question(course, question) | {"see": _see(known, question)} for question in questions]


def _see(known: dict[str, dict[str, str]], question: Question) -> dict[str, str] | None:
    if question.see is None:
        return None
    if question.see not in known:
        raise ContentError(
            "Quiz", f"{question.id} > see", "must be the name of a place on a page, to which readers are led back",
            question.see,
        )  # fmt: skip
    return {name: known[question.see][name] for name in ("slug", "anchor", "title")}


def explained(question: dict) -> list:
    """Return the texts of a plain question in which terms are explained: those after an answer, without the options."""
    parts = [part for name in ("options", "items", "pairs", "near") for part in question.get(name, [])]
    after = [question["explanation"], question["notes"], question["cite"], question.get("reason_wrong", "")]
    after.append(question["commentary"] or "")
    return [*after, *(part["reason"] for part in parts)]


def _numbers(course: Course, question: Numeric, plain: dict) -> dict:
    fact = course.facts[question.answer]
    return {
        "answer": {
            "value": fact.value,
            "text": formats.quantity(fact.value, fact.qualifier, fact.unit),
            "unit": fact.unit,
            "qualifier": fact.qualifier,
        },
        "near": [
            {"value": course.facts[near["fact"]].value, "reason": near["reason"]} for near in plain["near"]
        ],
    }
