"""References inside texts: figures and documents are named, never repeated.

======================  ==========================================
``{fact:nguoi}``        hơn 12.500 người
``{fact:nguoi:so}``     hơn 12.500
``{fact:nguoi:thieu}``  12.500, without its "hơn": the slip that a quiz question shows
``{doc:kh-1}``          Kế hoạch số 1-KH/XX ngày 28/02/2023
``{count:viec}``        5 (how many items the group holds)
======================  ==========================================
"""

from __future__ import annotations

import re

from course import formats
from course.course import Course
from course.messages import Broken

REFERENCE = re.compile(r"\{(?P<kind>[a-z]+):(?P<id>[a-z0-9-]+)(?::(?P<form>[a-z]+))?\}")

# The form of a figure that has lost its "hơn"; :mod:`course.checks.quiz` holds it to where a slip is shown.
BARE = "thieu"


class UnknownReference(Broken, LookupError):
    """A text names a figure, document or list that does not exist."""


def resolve(course: Course, text: str) -> str:
    """Replace every reference in ``text`` by what it stands for.

    Raises
    ------
    UnknownReference
        When a reference names nothing that exists, or braces are left over.
    """
    result = REFERENCE.sub(lambda match: _replace(course, match), text)
    if "{" in result or "}" in result:
        raise UnknownReference(
            "braces are only for references like {example}: {text!r}", example="{fact:id}", text=text
        )
    return result


def _replace(course: Course, match: re.Match[str]) -> str:
    kind, name, form = match["kind"], match["id"], match["form"]
    try:
        if kind == "fact" and form in (None, "so", BARE):
            fact = course.facts[name]
            if form == BARE:
                return formats.number(fact.value)
            return formats.quantity(fact.value, fact.qualifier, "" if form else fact.unit)
        if kind == "doc" and form is None:
            return document_name(course.documents[name])
        if kind == "count" and form is None:
            return formats.number(len(course.groups[name].items))
    except KeyError:
        raise UnknownReference("no such {kind}: {name!r}", kind=kind, name=name) from None
    raise UnknownReference("unknown kind of reference: {reference!r}", reference=match[0])


def document_name(document) -> str:
    """Name a document by kind, number and date, as far as its source gives them."""
    name = document.kind
    if document.number:
        name += f" số {document.number}"
    if document.date:
        name += f" ngày {formats.day(document.date)}"
    return name


def resolve_all(course: Course, value):
    """Resolve every string inside dicts, lists and models; other values stay."""
    if hasattr(value, "model_dump"):
        value = value.model_dump(mode="json")
    if isinstance(value, str):
        return resolve(course, value)
    if isinstance(value, dict):
        return {key: resolve_all(course, item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [resolve_all(course, item) for item in value]
    return value
