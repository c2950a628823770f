"""What a new course says of the kit is true of it, and stands in its sources."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

import pytest

from course import Course, load
from course import checks as for_pages
from course.checks.prose import LIMIT
from course.figures import State
from course.questions import Question
from course.rules import Rules
from server.checking import RULES
from server.cli import app
from shown.question_kinds import KINDS
from slides.paper.forms import FORMS
from tests.course import test_evidence as evidence
from tests.courses import TEMPLATE
from tests.test_repository import ROOT
from tools import fields


@cache
def template() -> Course:
    return load(TEMPLATE)


@cache
def sources() -> dict[str, str]:
    """Return the texts that come with the course, by the source's id."""
    return {
        name: (TEMPLATE / "sources" / source.file).read_text("utf-8")
        for name, source in template().sources.items()
    }


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_figure_is_what_the_kit_has() -> None:
    course, rules = template(), Rules()
    lists = {group.stated_count: len(group.items) for group in course.groups.values()}
    known = lists | {
        "kieu-cau-hoi": len(KINDS),
        "cong-cu": len(course.tools),
        "co-chu": page("server/templates/layout.html.j2").count('name="text"'),
        "ban-in": len(FORMS),
        "muc-kiem-tra": page("server/templates/preflight.html.j2").count("{{ check("),
        "kieu-bieu-do": len(get_args(get_args(State)[0])),
        "cau-it-nhat": rules.quiz_questions.least,
        "cau-nhieu-nhat": rules.quiz_questions.most,
        "cot-loi-it-nhat": rules.core_questions,
        "phut-hoat-dong": rules.activity_minutes,
        "tieng-moi-cau": LIMIT,
    }
    exact = {name: fact.value for name, fact in course.facts.items() if fact.qualifier == "exact"}
    assert exact == known
    assert [name for name, fact in course.facts.items() if fact.qualifier == "over"] == ["quy-tac"]
    assert len({*for_pages.RULES, *RULES}) > course.facts["quy-tac"].value


def test_every_session_asks_in_all_kinds() -> None:
    kinds = {kind.model_fields["kind"].annotation.__args__[0] for kind in get_args(get_args(Question)[0])}
    for slug, asked in template().questions.items():
        assert {question.kind for question in asked} == kinds, slug


def test_what_it_says_stands_in_its_sources() -> None:
    course, texts = template(), sources()
    assert evidence.unfounded(course, texts) == []
    assert evidence.misquoted(course, texts) == []
    assert evidence.unused(course, texts) == []


def test_places_are_headings_of_the_guide() -> None:
    there = set(re.findall(r"^### (\d\.\d)\. ", sources()["huong-dan"], re.MULTILINE))
    entries = (
        entry for _, _, entry in for_pages.walk(template()) if getattr(entry, "source", "") == "huong-dan"
    )
    named = {number for entry in entries for number in re.findall(r"\d\.\d", entry.place)}
    assert named <= there


def test_commands_and_keys_are_those_that_there_are() -> None:
    said = "\n".join(path.read_text("utf-8") for path in TEMPLATE.rglob("*") if path.is_file())
    known = {command.callback.__name__ for command in app.registered_commands}
    assert set(re.findall(r"\bkit ([a-z]+)\b", said)) <= known
    told = page("slides/templates/deck_help.html.j2")
    keys = set(re.findall(r"\bPhím ([A-Z?])(?!\w)", said))
    assert keys >= {"S", "F", "?"}
    assert [key for key in keys if f"<kbd>{key}</kbd>" not in told] == []


@pytest.mark.parametrize("file", [file for file in fields.files() if file.schema], ids=lambda file: file.name)
def test_every_file_names_its_schema(file: fields.File) -> None:
    for path in (TEMPLATE / "data").glob(file.name):
        way = path.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / way).resolve() == ROOT / file.schema
