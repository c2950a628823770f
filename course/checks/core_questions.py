"""The core questions: enough of them, in the order of the sessions, short, and leading to the quiz."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from course.checks.material import Material
from course.checks.prose import LIMIT
from course.errors import Fault

_FILE = "qa.yml"
_MOST_SENTENCES = 4
# The share of core questions that lead on to the quiz.
_LEADING = 0.75


def are_enough(material: Material) -> Iterator[Fault]:
    """Every session has its share."""
    least = material.rules.core_questions
    counts = Counter(entry.topic for entry in material.course.qa.values())
    for slug in material.course.sessions:
        if counts[slug] < least:
            yield Fault(
                _FILE, slug, "must have {least} core questions or more", counts[slug], {"least": least}
            )


def are_in_order(material: Material) -> Iterator[Fault]:
    """They stand in the order of the sessions, and their ids count them; readers' progress is kept by id."""
    order, pattern = list(material.course.sessions), material.rules.core_question_id
    seen: Counter[str] = Counter()
    last = 0
    for entry in material.course.qa.values():
        seen[entry.topic] += 1
        wanted = pattern.format(topic=entry.topic, number=seen[entry.topic])
        if entry.id != wanted:
            yield Fault(_FILE, f"{entry.id} > id", "must be {wanted!r}", entry.id, {"wanted": wanted})
        place = order.index(entry.topic) if entry.topic in order else last
        if place < last:
            rule = "must stand with its session, before those of {other!r}"
            yield Fault(_FILE, entry.id, rule, entry.topic, {"other": order[last]})
        last = max(last, place)


def differ(material: Material) -> Iterator[Fault]:
    """No question is asked twice in other letters or another order."""
    seen: dict[str, str] = {}
    for entry in material.course.qa.values():
        words = _alike(entry.question)
        if words in seen:
            yield Fault(_FILE, entry.id, "asks the same as {other!r}", entry.question, {"other": seen[words]})
        seen.setdefault(words, entry.id)


def _alike(text: str) -> str:
    """Return the words of a text without accents, capitals and signs, in the order of the alphabet."""
    bare = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return " ".join(sorted(re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", bare))))


def ask(material: Material) -> Iterator[Fault]:
    """A question is one short sentence that asks."""
    for entry in material.course.qa.values():
        asked, place = material.words(entry.question), f"{entry.id} > question"
        if not asked.endswith("?") or len(_sentences(asked)) != 1:
            yield Fault(_FILE, place, "must be one sentence that ends in a question mark", asked)
        if (count := len(asked.split())) > LIMIT:
            yield Fault(_FILE, place, "must have {limit} words or fewer", count, {"limit": LIMIT})


def are_answered(material: Material) -> Iterator[Fault]:
    """An answer is short, whole, and says more than its question."""
    least = material.rules.core_answer_words
    for entry in material.course.qa.values():
        answer, place = material.words(entry.answer), f"{entry.id} > answer"
        said = _sentences(answer)
        if len(said) > _MOST_SENTENCES:
            terms = {"most": _MOST_SENTENCES}
            yield Fault(_FILE, place, "must have {most} sentences or fewer", len(said), terms)
        for sentence in (one for one in said if len(one.split()) > LIMIT):
            rule = "a sentence must have {limit} words or fewer, its quotations included; make two of it"
            yield Fault(_FILE, place, rule, sentence, {"limit": LIMIT})
        if said[-1][-1] not in ".?!":
            yield Fault(_FILE, place, "must end as a sentence does", said[-1])
        new = set(_alike(answer).split()) - set(_alike(entry.question).split())
        if len(new) < least:
            rule = "must have {least} words or more that its question has not"
            yield Fault(_FILE, place, rule, len(new), {"least": least})


def _sentences(text: str) -> list[str]:
    """Cut a text at what ends a sentence; a mark within a quotation or an abbreviation is none."""
    return re.split(r"(?<=[.?!])\s+(?=[A-ZĐÀ-Ỹ“])", text.strip())


def lead_to_the_quiz(material: Material) -> Iterator[Fault]:
    """Most name quiz questions on the same matter, each once; of every session some do."""
    entries = list(material.course.qa.values())
    for entry in entries:
        for name in sorted({name for name in entry.quiz if entry.quiz.count(name) > 1}):
            yield Fault(_FILE, f"{entry.id} > quiz", "must name a quiz question once", name)
    leading = [entry for entry in entries if entry.quiz]
    if len(leading) < _LEADING * len(entries):
        rule = "{share:.0%} of the {total} core questions or more must name quiz questions"
        yield Fault(_FILE, "quiz", rule, len(leading), {"share": _LEADING, "total": len(entries)})
    led = {entry.topic for entry in leading}
    for slug in dict.fromkeys(entry.topic for entry in entries if entry.topic not in led):
        yield Fault(_FILE, slug, "must have a core question that names quiz questions")


RULES = (are_enough, are_in_order, differ, ask, are_answered, lead_to_the_quiz)
