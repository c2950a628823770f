"""Terms that are explained wherever they occur."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.material import Material
from course.checks.prose import LIMIT, sentences
from course.errors import Fault

_FILE = "glossary.yml"
# What fits into the small window at a word.
_MOST_SENTENCES = 2


def spellings_differ(material: Material) -> Iterator[Fault]:
    """A word is one term, or nobody could tell which is explained."""
    seen: dict[str, str] = {}
    for term in material.course.glossary.values():
        for word in (term.term, *term.forms):
            if word in seen:
                yield Fault(
                    _FILE, term.id, "must not share a spelling with {other!r}", word, {"other": seen[word]}
                )
            seen.setdefault(word, term.id)


def meanings_are_short(material: Material) -> Iterator[Fault]:
    """A meaning is one or two short sentences."""
    for term in material.course.glossary.values():
        # Words of a source are as long as they are.
        said, place = sentences(material.words(term.meaning or "")), f"{term.id} > meaning"
        if len(said) > _MOST_SENTENCES:
            rule = "must have {most} sentences or fewer"
            yield Fault(_FILE, place, rule, len(said), {"most": _MOST_SENTENCES})
        for sentence in (one for one in said if len(one.split()) > LIMIT or not one.endswith(".")):
            rule = "must be a sentence of {limit} words or fewer that ends in a full stop"
            yield Fault(_FILE, place, rule, sentence, {"limit": LIMIT})


RULES = (spellings_differ, meanings_are_short)
