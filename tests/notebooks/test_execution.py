"""The notebooks as readers get them: every cell runs and says something in words as well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course import Course, formats, resolve
from server.publish import static_site as sites
from server.publish.executed import Executed
from shown.json import MIME, from_json
from shown.markdown import to_markdown
from tests.courses import shipped

WIDGET = "application/vnd.jupyter.widget-view+json"

every = pytest.mark.parametrize("slug", shipped().sessions)


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture(scope="module")
def rendered(course: Course, store: Path) -> dict[str, Executed]:
    """What every notebook shows."""
    return sites.rendered(course, store, lambda done, total: None)


@pytest.fixture
def results(rendered: dict[str, Executed], slug: str) -> dict[str, list]:
    """The outputs of each cell of one session's notebook, by the cell's id."""
    notebook = rendered[slug].notebook
    return {cell["id"]: cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"}


def words(results: dict[str, list]) -> str:
    """Return everything that a notebook shows, as text."""
    shown = [output["data"][MIME]["blocks"] for outputs in results.values() for output in outputs]
    return "\n".join(to_markdown(from_json(blocks)) for blocks in shown)


@every
def test_every_cell_shows_one_thing_that_can_also_be_read_as_text(results):
    setup, *others = results
    assert results[setup] == []
    for cell in others:
        (output,) = results[cell]
        assert from_json(output["data"][MIME]["blocks"]), cell
        assert set(output["data"]) <= {MIME, WIDGET}, cell


@every
def test_no_reference_is_left(results):
    assert not re.search(r"\{[a-z]+:|\}|\bnan\b|None|Error", words(results))


@every
def test_more_than_is_never_lost(results, course):
    # But for wrong options that leave it out on purpose; `kit check` holds that they are wrong.
    wrong = [
        resolve(course, option.text)
        for questions in course.questions.values()
        for question in questions
        for option in getattr(question, "options", [])
        if ":thieu}" in option.text
    ]
    text = "\n".join(line for line in words(results).splitlines() if not any(one in line for one in wrong))
    for fact in course.facts.values():
        if fact.qualifier == "over" and fact.value >= 1000:
            bare = re.findall(rf"(?<!hơn )\b{re.escape(formats.number(fact.value))}\b", text)
            assert bare == [], fact.id


@pytest.mark.parametrize("slug", ["ket-qua"])
def test_results_are_shown_with_their_figures(results, course):
    text = words(results)
    ids = (
        "nam-tong-ket", "so-ket-qua", "to-chuc-dang", "dang-vien", "can-bo-tw", "uv-bo-chinh-tri",
        "uv-trung-uong", "hinh-su", "van-ban-dang", "luat", "nghi-dinh",
    )  # fmt: skip
    for fact in (course.facts[name] for name in ids):
        assert formats.quantity(fact.value, fact.qualifier, fact.unit) in text
    assert "hơn 167.700 đảng viên" in text


@pytest.mark.parametrize("slug", ["tac-pham"])
def test_the_two_counts_of_pages_stand_with_their_note(results, course):
    text = words(results)
    assert "600 trang" in text
    assert "trang 619" in text
    assert "ghi sách có 600 trang, nhưng phần thứ ba lại đến trang 619" in text
