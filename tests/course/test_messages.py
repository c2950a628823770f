"""Every rule that an author can break is said in every language, with its remedy."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import messages, strict_yaml, validation
from course.errors import ContentError, Fault
from course.slideshow import MINUTES_RULE

ROOT = Path(__file__).parents[2]
PLACES = ("course/**/*.py", "widgets/checks.py", "slides/**/*.py", "meetings/record*.py", "server/checking.py",
          "server/publish/trial.py", "server/publish/execute.py")  # fmt: skip
# What is called with a rule, and after how many other arguments.
CALLS = {"Fault": 2, "ContentError": 2, "SlideError": 2, "Broken": 0, "BrokenValue": 0, "UnknownReference": 0,
         "_no_repeats": 0, "_within": 3, "_of": 2}  # fmt: skip
TABLES = [language for language in messages.LANGUAGES if language != messages.WRITTEN]


def written() -> Iterator[tuple[str, ast.expr]]:
    """Yield where a rule is written, and how: as the value of ``rule``, or in a call."""
    for path in sorted({path for place in PLACES for path in ROOT.glob(place)}):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Assign):
                yield from ((where, value) for name, value in _assigned(node) if name == "rule")
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                at = CALLS[node.func.id]
                starred = bool(node.args) and isinstance(node.args[0], ast.Starred)
                yield from ((where, argument) for argument in node.args[1 if starred else at :][:1])


def _assigned(node: ast.Assign) -> Iterator[tuple[str, ast.expr]]:
    for target in node.targets:
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            yield from zip((getattr(one, "id", "") for one in target.elts), node.value.elts, strict=True)
        else:
            yield getattr(target, "id", ""), node.value


def rules() -> set[str]:
    """Return every rule, those of pydantic and YAML among them."""
    found = {node.value for _, node in written() if isinstance(node, ast.Constant)}
    validated = {
        *validation.RULES.values(),
        validation.DATES,
        validation.EMPTY,
        validation.MISSPELT,
        validation.OTHERS,
    }
    missing = {"is missing from {folder}/", "is missing, though sessions.yml or tools.yml names it"}
    return {*found, *validated, *strict_yaml.RULES, *missing, MINUTES_RULE}


def test_a_rule_is_written_as_it_stands_in_the_tables() -> None:
    composed = [
        f"{where}: {ast.unparse(node)}" for where, node in written() if isinstance(node, ast.JoinedStr)
    ]
    assert composed == []


@pytest.mark.parametrize("language", TABLES)
def test_a_table_has_every_rule_and_no_other(language: str) -> None:
    assert set(messages.tables(language)["rules"]) == rules()


@pytest.mark.parametrize("language", TABLES)
def test_a_translation_has_a_remedy_and_no_term_that_its_rule_has_not(language: str) -> None:
    for rule, (words, remedy) in messages.tables(language)["rules"].items():
        assert words and remedy, rule
        assert _terms(words) | _terms(remedy) <= _terms(rule), rule


def _terms(text: str) -> set[str]:
    # Some rules speak of references like {fact:id}; filled without terms, they stay as they are.
    named = (name for _, name, form, _ in string.Formatter().parse(text) if name and form != "id")
    return set(named) - {"topic"}


def test_a_fault_is_told_with_file_place_rule_value_and_remedy() -> None:
    fault = Fault("qa.yml", "tac-pham", "must have {least} core questions or more", 3, {"least": 8})
    assert fault.told() == (
        "qa.yml: tac-pham: phải có từ 8 câu hỏi cốt lõi trở lên; đang ghi 3. "
        "Cách sửa: viết thêm vào qa.yml, hoặc sửa core_questions trong rules.yml."
    )
    assert fault.told("en") == "qa.yml: tac-pham: must have 8 core questions or more, got 3"


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        ("line 3", "a", "a.yml: dòng 3: không được để trống; đang ghi “a”. "),
        ("lines 2–5", None, "a.yml: dòng 2–5: không được để trống; đang ghi trống. "),
        ("cell 4 (a-b), line 2", True, "a.yml: ô 4 (a-b), dòng 2: không được để trống; đang ghi true. "),
        ("cell 4 (without id)", ..., "a.yml: ô 4 (chưa có id): không được để trống. "),
        ("file", "a\u200bb", "a.yml: cả tệp: không được để trống; đang ghi “a\\u200bb”. "),
        ("files > a", 3, "a.yml: files > a: không được để trống; đang ghi 3. "),
    ],
)
def test_places_and_values_are_said_in_the_language_too(place: str, value: object, told: str) -> None:
    assert Fault("a.yml", place, "text must not be blank", value).told().startswith(told)


def test_several_faults_are_one_error_with_a_line_each() -> None:
    faults = [Fault("a.yml", "b", "id must be unique"), Fault("c.yml", "d", "id must be unique")]
    error = ContentError.of(faults)
    assert str(error) == "a.yml: b: id must be unique\nc.yml: d: id must be unique"
    assert [line.split(": ")[0] for line in error.told().splitlines()] == ["a.yml", "c.yml"]


def test_a_rule_without_terms_keeps_its_braces() -> None:
    rule = next(rule for rule in rules() if rule.startswith("a number must have its source"))
    assert "{fact:id}" in Fault("a.yml", "b", rule, "9").told()
