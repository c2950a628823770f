"""A figure that stands beside what it counts is the one that the data has of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course import formats
from course.checks.material import Material, in_notebooks
from course.checks.numbers import in_content, numbers
from course.errors import Fault
from course.models import Fact
from course.questions import Matching

# How much of a figure's label a row must have to name it; of several, it names the one of which it has most.
_ENOUGH = 0.75
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_PLAIN = re.compile(r"(?:hơn )?\d+(?:,\d+)?")


@dataclass(frozen=True)
class _Row:
    """Cells side by side, each below the head of its column."""

    file: str
    place: str
    heads: Sequence[str]
    cells: Sequence[str]


def give_their_figures(material: Material) -> Iterator[Fault]:
    """Rows of tables, and pairs that belong together, hold the figures of the facts that they name."""
    facts = [fact for fact in material.course.facts.values() if not isinstance(fact.value, str)]
    for row in (*_in_tables(material), *_in_pairs(material)):
        for index, cell in enumerate(row.cells):
            # A head says what stands below it; the other cells of a row say of what.
            words = [row.heads[index], *row.cells] if row.heads else row.cells
            if named := _named(facts, words):
                yield from _strangers(material, row, cell, named)


def _strangers(material: Material, row: _Row, cell: str, named: list[Fact]) -> Iterator[Fault]:
    right = {number for fact in named for number in _figures(fact)}
    values = {number for fact in material.course.facts.values() for number in _figures(fact)}
    for number in numbers(cell, material.rules.names_with_numbers):
        if (
            number in right
            or not _PLAIN.fullmatch(number)
            or (_YEAR.fullmatch(number) and number not in values)
        ):
            continue
        if number in {one for fact in _counted_by_its_unit(material, cell) for one in _figures(fact)}:
            continue
        fact = named[0]
        figure = formats.quantity(fact.value, fact.qualifier, fact.unit)
        rule = "a figure in a row must be that of what the row names: {figure} ({fact}), named as {name}"
        terms = {"figure": figure, "fact": fact.label, "name": f"{{fact:{fact.id}}}"}
        yield Fault(row.file, row.place, rule, number, terms)


def _counted_by_its_unit(material: Material, cell: str) -> list[Fact]:
    """Return the facts that a cell tells with their unit, where it says more than this one."""
    found = []
    for fact in material.course.facts.values():
        shown = formats.quantity(fact.value, fact.qualifier, fact.unit)
        if fact.unit and shown.lower() in cell.lower() and cell.strip().lower() != shown.lower():
            found.append(fact)
    return found


def _figures(fact: Fact) -> list[str]:
    return list(numbers(formats.quantity(fact.value, fact.qualifier)))


def _named(facts: list[Fact], words: Sequence[str]) -> list[Fact]:
    """Return the figures that the words name best."""
    said = _words(" ".join(words))
    cells = {" ".join(one.lower().split()) for one in words}
    scores = {fact.id: _score(fact, cells, said) for fact in facts}
    best = max(scores.values(), default=(0, 0))
    return [fact for fact in facts if scores[fact.id] == best] if best[0] >= _ENOUGH else []


def _score(fact: Fact, cells: set[str], said: set[str]) -> tuple[float, int]:
    """Return how much of a figure's label is said, and in how many words; a longer label says more."""
    label = _words(fact.label)
    if fact.unit and fact.unit.lower() in cells:
        return 1, len(label)
    return (len(label & said) / len(label) if len(label) > 1 else 0), len(label & said)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def _in_tables(material: Material) -> Iterator[_Row]:
    for passage in (*in_content(material.course), *in_notebooks(material)):
        for table in re.findall(r"(?:^ *\|.*(?:\n|$)){3,}", material.words(passage.text), re.MULTILINE):
            heads, _, *rows = ([cell.strip(" *") for cell in _cells(line)] for line in table.splitlines())
            counted = _counting_columns(rows)
            for row in rows:
                cells = ["" if index in counted else cell for index, cell in enumerate(row[: len(heads)])]
                yield _Row(passage.file, passage.place, heads, cells)


def _cells(line: str) -> list[str]:
    return line.strip().strip("|").split("|")


def _counting_columns(rows: list[list[str]]) -> set[int]:
    """Return the columns that only number the rows."""
    order = [str(number) for number in range(1, len(rows) + 1)]
    columns = range(min(map(len, rows), default=0))
    return {index for index in columns if [row[index].strip(".") for row in rows] == order}


def _in_pairs(material: Material) -> Iterator[_Row]:
    for file, questions in material.course.banks.items():
        for asked in questions:
            for number, pair in enumerate(asked.pairs if isinstance(asked, Matching) else [], start=1):
                sides = [material.words(pair.left), material.words(pair.right)]
                yield _Row(file, f"{asked.id} > pairs[{number}]", [], sides)


def are_of_their_unit(material: Material) -> Iterator[Fault]:
    """A number before the unit of figures is one of them; questions may ask about a slip."""
    units: dict[str, set[str]] = {}
    for fact in material.course.facts.values():
        # "năm" and the like count much that is no figure of a source.
        if " " in fact.unit:
            units.setdefault(fact.unit.lower(), set()).add(formats.number(fact.value))
    for passage in (*in_content(material.course), *in_notebooks(material)):
        if passage.file in material.course.banks:
            continue
        text = " ".join(material.words(passage.text).lower().split())
        for unit, right in units.items():
            for found in re.findall(
                rf"(?<![\d/.,-])0*(\d+(?:\.\d{{3}})*(?:,\d+)?) {re.escape(unit)}\b", text
            ):
                if found not in right:
                    rule = "a number of {unit} must be one of facts.csv: {figures}; name it as {{fact:id}}"
                    terms = {"unit": unit, "figures": ", ".join(sorted(right))}
                    yield Fault(passage.file, passage.place, rule, found, terms)


RULES = (give_their_figures, are_of_their_unit)
