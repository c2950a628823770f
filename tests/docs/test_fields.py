"""The reference of a course's files and their JSON Schemas say what the models say."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

import pytest
from jsonschema import ValidationError
from jsonschema.validators import Draft202012Validator
from pydantic import Field

from course import SHIPPED, strict_yaml
from course.models import Entry, Id, OptionalText, Text
from tests.courses import SMALL, TEMPLATE
from tools import fields

ROOT = Path(__file__).parents[2]
OUTPUTS = fields.outputs()
FILES = {file.name: file for file in fields.files()}
DATA = sorted(path for path in (SHIPPED / "data").rglob("*") if path.is_file())


def kind_of(path: Path, folder: Path = SHIPPED) -> str | None:
    """Return the name under which a file of ``data/`` is described."""
    name = path.relative_to(folder / "data").as_posix()
    return next((known for known in FILES if fnmatch(name, known)), None)


def schema_of(name: str) -> dict:
    return json.loads((ROOT / FILES[name].schema).read_text("utf-8"))


def content_of(path: Path) -> object:
    """Read a YAML file as an editor does: dates are texts."""
    return json.loads(json.dumps(strict_yaml.parse(path.read_text("utf-8")), default=str))


@pytest.mark.parametrize("path", OUTPUTS, ids=str)
def test_what_is_written_is_what_the_models_say(path: Path) -> None:
    assert (ROOT / path).read_text("utf-8") == OUTPUTS[path], "run make docs"


def test_no_schema_is_left_of_a_file_that_is_no_more() -> None:
    found = {path.relative_to(ROOT) for path in (ROOT / fields.SCHEMAS).iterdir()}
    assert found == {path for path in OUTPUTS if path.suffix == ".json"}, "run make docs"


def test_every_file_of_the_course_is_described() -> None:
    assert [path.name for path in DATA if kind_of(path) is None] == []


def test_every_file_of_the_course_names_its_schema() -> None:
    assert fields.without_first_line() == {}, "run make docs"


def test_a_file_that_does_not_name_its_schema_is_found(tmp_path: Path) -> None:
    (tmp_path / "data" / "plans").mkdir(parents=True)
    bare, right = tmp_path / "data" / "qa.yml", tmp_path / "data" / "plans" / "xa.yml"
    bare.write_text("- id: mot\n", "utf-8")
    right.write_text("# yaml-language-server: $schema=../../course/schemas/plans.json\nid: xa\n", "utf-8")
    assert fields.without_first_line(tmp_path) == {
        bare: "# yaml-language-server: $schema=../course/schemas/qa.json"
    }


@pytest.mark.parametrize("folder", [SHIPPED, SMALL, TEMPLATE], ids=["shipped", "small", "template"])
def test_the_schemas_accept_a_course_that_is_in_order(folder: Path) -> None:
    for path in (folder / "data").rglob("*.yml"):
        Draft202012Validator(schema_of(kind_of(path, folder))).validate(content_of(path))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"topics": "bai-hoc"}, "topics"),
        ({"answer": None}, "None is not of type 'string'"),
        ({"quiz": "bai-hoc-01"}, "is not of type 'array'"),
        ({"id": "Hỏi đáp"}, "does not match"),
    ],
)
def test_the_schemas_refuse_what_the_loader_refuses(change: dict, told: str) -> None:
    entries = content_of(SMALL / "data" / "qa.yml")
    entries[0] |= change
    with pytest.raises(ValidationError, match=told):
        Draft202012Validator(schema_of("qa.yml")).validate(entries)


class Inner(Entry):
    """A thing inside."""

    id: Id


class Sample(Entry):
    """Fields of every sort."""

    name: Text
    remark: OptionalText = ""
    sort: Literal["a", "b"] = "a"
    count: int | None = Field(None, ge=1, le=31, description="How many")
    unknown: int | None
    parts: list[Inner] = Field(min_length=2)
    ids: list[Id] = []
    sure: bool = False


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("name", "| `name` | text | required | |"),
        ("remark", "| `remark` | text, may be empty | may be left out | |"),
        ("sort", '| `sort` | `a` or `b` | else `"a"` | |'),
        ("count", "| `count` | whole number, 1 to 31 | may be left out | How many |"),
        ("unknown", "| `unknown` | whole number or `null` | required | |"),
        ("parts", "| `parts` | list of [Inner](#inner), 2 or more | required | |"),
        ("ids", "| `ids` | list of ids | may be left out | |"),
        ("sure", "| `sure` | `true` or `false` | else `false` | |"),
    ],
)
def test_a_field_is_told_in_plain_words(name: str, row: str) -> None:
    table = "\n".join(fields.tables(Sample))
    assert row in table.splitlines(), name


def test_a_model_is_told_once() -> None:
    page = OUTPUTS[fields.PAGE]
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert len(headings) == len(set(headings))
