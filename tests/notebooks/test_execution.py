"""The notebooks as readers get them: every cell runs and says something in words as well."""

from __future__ import annotations

import asyncio
import re

import nbformat
import pytest
from nbclient import NotebookClient

from course import Course, formats
from shown.json import MIME, from_json
from tests.courses import shipped
from tests.serving import awaited

FOLDER = shipped().notebooks
NAMES = [session.notebook for session in shipped().sessions.values()]
# Enough for a busy machine; one notebook takes a few seconds.
LIMIT_SECONDS = 120

every = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture(scope="module")
def executed() -> dict[str, nbformat.NotebookNode | Exception]:
    """Every notebook with its results, or the error that stopped it; two kernels run at a time."""

    async def run_all() -> list:
        turns = asyncio.Semaphore(2)
        return await asyncio.gather(*(_run(name, turns) for name in NAMES), return_exceptions=True)

    return dict(zip(NAMES, awaited(run_all()), strict=True))


async def _run(name: str, turns: asyncio.Semaphore) -> nbformat.NotebookNode:
    notebook = nbformat.read(FOLDER / name, as_version=nbformat.NO_CONVERT)
    client = NotebookClient(
        notebook, timeout=LIMIT_SECONDS, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    )
    async with turns:
        return await client.async_execute()


@pytest.fixture
def results(executed, name) -> dict[str, list]:
    """The outputs of each cell of one notebook, by the cell's id."""
    notebook = executed[name]
    if isinstance(notebook, Exception):
        raise notebook
    return {cell.id: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}


def words(results: dict[str, list]) -> str:
    """Return everything that a notebook shows, as text."""
    return "\n".join(output.data["text/markdown"] for outputs in results.values() for output in outputs)


@every
def test_every_cell_shows_one_thing_that_can_also_be_read_as_text(results):
    setup, *others = results
    assert results[setup] == []
    for cell in others:
        (output,) = results[cell]
        assert output.output_type == "execute_result", cell
        assert output.data["text/markdown"].strip(), cell
        assert from_json(output.data[MIME]["blocks"]), cell
        assert "text/html" not in output.data, cell


@every
def test_no_reference_is_left(results):
    assert not re.search(r"\{[a-z]+:|\}|\bnan\b|None|Error", words(results))


@every
def test_more_than_is_never_lost(results, course):
    text = words(results)
    for fact in course.facts.values():
        if fact.qualifier == "over" and fact.value >= 1000:
            bare = re.findall(rf"(?<!hơn )\b{re.escape(formats.number(fact.value))}\b", text)
            assert bare == [], fact.id


@pytest.mark.parametrize("name", ["03-ket-qua.ipynb"])
def test_results_are_shown_with_their_figures(results, course):
    text = words(results)
    ids = (
        "nam-tong-ket", "so-ket-qua", "to-chuc-dang", "dang-vien", "can-bo-tw", "uv-bo-chinh-tri",
        "uv-trung-uong", "hinh-su", "van-ban-dang", "luat", "nghi-dinh",
    )  # fmt: skip
    for fact in (course.facts[name] for name in ids):
        assert formats.quantity(fact.value, fact.qualifier, fact.unit) in text
    assert "hơn 167.700 đảng viên" in text


@pytest.mark.parametrize("name", ["01-tac-pham.ipynb"])
def test_the_two_counts_of_pages_stand_with_their_note(results, course):
    text = words(results)
    assert "600 trang" in text
    assert "trang 619" in text
    assert "**Ghi chú:** Kế hoạch ghi sách có 600 trang, nhưng phần thứ ba lại đến trang 619" in text
