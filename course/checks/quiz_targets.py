"""What the quiz asks for: more than recall, and a figure's "hơn" is lost only where the loss is the question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from course.checks.entries import walk
from course.checks.material import Material
from course.errors import Fault
from course.questions import Choice
from course.references import BARE

_DEEPER, _SHALLOW = ("understanding", "application"), ("wording", "order")
_BANK = "questions/", "all sessions"
_BARE = re.compile(rf"\{{fact:[a-z0-9-]+:{BARE}\}}")


def ask_for_what_the_course_wants(material: Material) -> Iterator[Fault]:
    """Over all sessions there are as many questions, and as many that ask for more than recall, as the course sets."""
    targets = material.rules.quiz_targets
    counts: Counter[str] = Counter(
        asked.asks_for for several in material.course.questions.values() for asked in several
    )
    total = counts.total()
    said = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    if total < targets.questions:
        yield Fault(*_BANK, "must be {least} questions or more in all", total, {"least": targets.questions})
    deeper, shallow = (sum(counts[name] for name in names) for names in (_DEEPER, _SHALLOW))
    if 100 * deeper < targets.deeper * total:
        rule = "{least}% of the {total} questions or more must ask for understanding or application; now: {counts}"
        yield Fault(*_BANK, rule, deeper, {"least": targets.deeper, "total": total, "counts": said})
    if 100 * shallow > targets.wording_or_order * total:
        rule = "{most}% of the {total} questions or fewer may ask for wording or order; now: {counts}"
        yield Fault(*_BANK, rule, shallow, {"most": targets.wording_or_order, "total": total, "counts": said})


def a_lost_over_is_shown_as_a_slip(material: Material) -> Iterator[Fault]:
    """A figure stands without its "hơn" where a question shows the slip: in its prompt, or in a wrong option."""
    for file, place, entry in walk(material.course):
        for name in type(entry).model_fields:
            asked = file.startswith("questions/") and name == "prompt"
            if asked or (isinstance(entry, Choice) and name == "text" and not entry.correct):
                continue
            value = getattr(entry, name)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and (found := _BARE.search(text)):
                    rule = "a figure may lose its “hơn” only in a question's prompt or wrong option; write {whole}"
                    terms = {"whole": found[0].replace(f":{BARE}", ":so")}
                    yield Fault(file, f"{place} > {name}", rule, found[0], terms)


RULES = (ask_for_what_the_course_wants, a_lost_over_is_shown_as_a_slip)
