"""What a session gives to the trainer and to the group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.checks.material import Material
from course.errors import Fault
from course.questions import LETTERED

_FILE = "sessions.yml"
# Not everyone has a telephone; paper is in every room.
_PAPER = "giấy"


def openings_take_their_time(material: Material) -> Iterator[Fault]:
    """A trainer can read the opening in the time that the course gives it."""
    span = material.rules.opening_words
    for session in material.course.sessions.values():
        count = len(material.words(session.opening).split())
        if not span.least <= count <= span.most:
            rule, terms = "must have {least} to {most} words", {"least": span.least, "most": span.most}
            yield Fault(_FILE, f"{session.slug} > opening", rule, count, terms)


def messages_are_one_sentence(material: Material) -> Iterator[Fault]:
    """The message is one plain sentence that people can carry home."""
    for session in material.course.sessions.values():
        message = session.key_message
        if len(re.findall(r"[.?!](?=\s|$)", message)) != 1 or not message.endswith("."):
            rule = "must be one sentence that ends in a full stop"
            yield Fault(_FILE, f"{session.slug} > key_message", rule, message)


def prompts_ask_about_ones_own_work(material: Material) -> Iterator[Fault]:
    """Every prompt for discussion asks, and asks about the readers' own work."""
    names = material.rules.discussion_names
    own = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    for session in material.course.sessions.values():
        for ask in (prompt.ask for prompt in session.discussion):
            if "?" not in ask or not own.search(ask):
                rule, terms = "must ask, and name one of: {names}", {"names": ", ".join(names)}
                yield Fault(_FILE, f"{session.slug} > discussion", rule, ask, terms)


def activities_can_be_done(material: Material) -> Iterator[Fault]:
    """An activity keeps to its minutes, needs no more than paper, and every step is a sentence."""
    minutes = material.rules.activity_minutes
    for session in material.course.sessions.values():
        place, activity = f"{session.slug} > activity", session.activity
        if activity.minutes != minutes:
            yield Fault(
                _FILE, f"{place} > minutes", "must be {minutes}", activity.minutes, {"minutes": minutes}
            )
        if _PAPER not in activity.needs.lower():
            rule = "must be possible on paper, and name it: {paper!r}"
            yield Fault(_FILE, f"{place} > needs", rule, activity.needs, {"paper": _PAPER})
        for name in ("steps", "alone"):
            for step in (step for step in getattr(activity, name) if not step.endswith(".")):
                yield Fault(_FILE, f"{place} > {name}", "must be a sentence that ends in a full stop", step)


def activities_differ(material: Material) -> Iterator[Fault]:
    """Every session has an activity of its own."""
    seen: dict[str, str] = {}
    for session in material.course.sessions.values():
        title = session.activity.title
        if title in seen:
            rule, terms = "must be another than in session {other!r}", {"other": seen[title]}
            yield Fault(_FILE, f"{session.slug} > activity > title", rule, title, terms)
        seen.setdefault(title, session.slug)


def slides_ask_what_a_room_can_answer(material: Material) -> Iterator[Fault]:
    """The slides ask a few questions of their session, to each of which a room can answer by a letter."""
    span = material.rules.asked_questions
    for session in material.course.sessions.values():
        place, asked = f"{session.slug} > asked", session.asked
        own = {one.id: one for one in material.course.questions.get(session.slug, [])}
        if not span.least <= len(asked) <= span.most:
            rule, terms = "must name {least} to {most} questions", {"least": span.least, "most": span.most}
            yield Fault(_FILE, place, rule, len(asked), terms)
        for name in asked:
            if name not in own or asked.count(name) > 1:
                yield Fault(_FILE, place, "must be a question of this session, named once", name)
            elif own[name].kind not in LETTERED:
                rule = "must be of a kind that is answered by letters: {kinds}"
                kinds = {"kinds": ", ".join(LETTERED)}
                yield Fault(_FILE, f"{place} > {name}", rule, own[name].kind, kinds)


RULES = (
    openings_take_their_time, messages_are_one_sentence, prompts_ask_about_ones_own_work,
    activities_can_be_done, activities_differ, slides_ask_what_a_room_can_answer,
)  # fmt: skip
