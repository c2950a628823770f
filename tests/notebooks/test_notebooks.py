"""The notebooks as they are written: clean, short, complete, and ready to be shown as slides."""

from __future__ import annotations

import ast
import re
import unicodedata

import nbformat
import pytest

from charts import figures
from course import Course
from tests.courses import shipped
from tests.notebooks import reading
from tests.notebooks.reading import FOLDER, NAMES, calls, cells, read, slide_type, slides, source
from widgets.plan import PlanView

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
EVERYWHERE = ("goals", "agenda", "opening", "activity", "discussion", "quiz", "key_message", "sources")
FORBIDDEN = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.With,
    ast.Try, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.JoinedStr, ast.AugAssign,
)  # fmt: skip

every = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture(scope="module")
def shown() -> set[tuple[str, str]]:
    """Every call of every lesson."""
    return {call for name in NAMES for call in calls(read(name))}


def test_each_session_has_its_notebook(course):
    assert [session.notebook for session in course.sessions.values()] == NAMES


@every
def test_is_a_valid_notebook(name):
    nbformat.validate(nbformat.read(FOLDER / name, as_version=nbformat.NO_CONVERT))
    notebook = read(name)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"] == METADATA


@every
def test_holds_no_results(name):
    assert [
        cell["id"]
        for cell in cells(read(name), "code")
        if cell["outputs"] or cell["execution_count"] is not None
    ] == []


@every
def test_cell_ids_are_unique_and_begin_with_the_session(name):
    ids = [cell["id"] for cell in read(name)["cells"]]
    assert len(ids) == len(set(ids))
    assert [one for one in ids if not re.fullmatch(rf"{name[3:-6]}(-[a-z0-9]+)+", one)] == []


@every
def test_code_calls_and_never_defines(name):
    notebook = read(name)
    first, *others = cells(notebook, "code")
    assert source(first) == f'from widgets.lesson import Lesson\n\nlesson = Lesson("{name[3:-6]}")'
    assert slide_type(first) == "skip"
    for cell in others:
        tree = ast.parse(source(cell))
        assert len(source(cell).splitlines()) <= 5, cell["id"]
        assert not [
            node for node in ast.walk(tree) if isinstance(node, (*FORBIDDEN, ast.Import, ast.ImportFrom))
        ]
        *before, last = tree.body
        assert isinstance(last, ast.Expr), f"{cell['id']}: its last line must show something"
        assert isinstance(last.value, ast.Call), cell["id"]
        assert [ast.unparse(node) for node in before if not _names_a_plan(node)] == [], cell["id"]


def _names_a_plan(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("lesson.plan(")


@every
def test_every_cell_says_what_it_is_on_the_slides(name):
    notebook = read(name)
    assert [cell["id"] for cell in notebook["cells"] if slide_type(cell) not in reading.SLIDE_TYPES] == []
    on_slides = [cell for cell in notebook["cells"] if slide_type(cell) != "skip"]
    assert slide_type(on_slides[0]) == "slide"


@every
def test_each_slide_has_a_heading_and_notes(name):
    for slide in slides(read(name)):
        heading, *_, notes = slide
        assert re.match(r"#{1,3} \S", source(heading)), heading["id"]
        assert [slide_type(cell) for cell in slide].count("notes") == 1, heading["id"]
        assert (slide_type(notes), notes["cell_type"]) == ("notes", "markdown"), heading["id"]
        assert 2 <= len(re.findall(r"[.?!](?=\s|$)", source(notes))) <= 5, f"{notes['id']}: 2 to 5 sentences"


@every
def test_a_slide_holds_what_fits(name):
    for slide in slides(read(name)):
        text = "\n".join(source(cell) for cell in slide if slide_type(cell) != "notes")
        assert len(re.findall(r"^- ", text, re.MULTILINE)) <= 6, slide[0]["id"]
        assert len(re.findall(r"^\| ", text, re.MULTILINE)) <= 8, slide[0]["id"]
        large = re.findall(r"lesson\.(?:figure|cards|quiz|mixed_quiz|book_map)\(", text)
        assert len(large) <= 1, slide[0]["id"]


@every
def test_title_is_the_sessions(name, course):
    session = course.sessions[name[3:-6]]
    titles = re.findall(r"^# .+", "\n".join(map(source, cells(read(name), "markdown"))), re.MULTILINE)
    assert titles == [f"# Buổi {int(name[:2])}. {session.title}"]


@every
def test_the_activity_has_a_slide_of_its_own(name):
    found = [slide for slide in slides(read(name)) if source(slide[0]) == "## Hoạt động nhóm"]
    assert [[source(cell) for cell in slide[1:-1]] for slide in found] == [["lesson.activity()"]]


@every
def test_required_parts_come_in_order(name):
    order = [method for method, _ in calls(read(name)) if method in EVERYWHERE]
    assert order == list(EVERYWHERE)


# Dates, numbers of documents, and names of events that have a number in them.
_MAY_HAVE_DIGITS = re.compile(
    r"^# Buổi \d\.|\bnăm 20\d\d\b|\b\d{1,2}/\d{1,2}/\d{4}\b|số \d+-[A-ZĐ]+/[A-Z]+|Trung ương 4 \(khóa XIII\)"
    r"|tháng 10 Nga",
    re.MULTILINE,
)


@every
def test_texts_hold_no_figures_of_their_own(name):
    for cell in cells(read(name), "markdown"):
        left = _MAY_HAVE_DIGITS.sub("", source(cell))
        assert not re.search(r"\d", left), f'{cell["id"]}: write figures as lesson.text("… {{fact:id}} …")'
        assert not re.search(r"""["'<>{}]|http""", left), cell["id"]


@every
def test_texts_are_composed_and_end_in_a_newline(name):
    text = (FOLDER / name).read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("}\n")


def test_every_list_of_the_material_is_shown(course, shown):
    assert {name for method, name in shown if method == "cards"} == set(course.groups)


def test_lists_are_shown_where_links_to_them_lead(course):
    cards = {name[3:-6]: [one for method, one in calls(read(name)) if method == "cards"] for name in NAMES}
    assert cards == {slug: session.lists for slug, session in course.sessions.items()}


def test_every_figure_is_shown(course, shown):
    assert {name for method, name in shown if method == "figure"} == set(figures.names(course))


def test_every_part_of_the_book_is_shown(course, shown):
    assert {("book", ""), ("book_map", "")} <= shown
    assert {name for method, name in shown if method == "part"} == {part.id for part in course.book.parts}


def test_every_part_of_both_plans_is_shown(course):
    parts = {name for name in vars(PlanView) if not name.startswith("_")}
    found = {call for name in NAMES for call in reading.plan_calls(read(name))}
    assert found == {(plan, part) for plan in course.plans for part in parts}


def test_the_review_covers_every_other_session(course, shown):
    assert {name for method, name in shown if method == "recap"} == set(course.sessions) - {"on-tap"}
    assert ("mixed_quiz", "") in shown


def test_documents_corrections_and_slips_are_shown(shown):
    assert {("documents", ""), ("corrections", ""), ("slips", "")} <= shown
