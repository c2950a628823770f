"""What can be found, and that each place is what the notebooks show."""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import replace

import pytest

from charts import figures
from course import Content, load
from server.publish.search_places import index_script
from tests.course.conftest import MINIMAL
from tests.notebooks import reading
from widgets.search.index import ANSWERS_PAGE, BOOK_PAGE, FIGURES, PLAN_PAGE, TERMS_PAGE, entries

LIMIT = 40_000


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


@pytest.fixture(scope="module")
def found(content) -> dict[str, dict[str, str]]:
    return {entry["id"]: entry for entry in entries(content)}


@pytest.fixture(scope="module")
def calls(content) -> dict[str, set[tuple[str, str]]]:
    """What the notebook of each session shows."""
    return {
        session.slug: set(reading.calls(reading.read(session.notebook)))
        for session in content.sessions.values()
    }


def test_ids_are_unique_and_every_field_is_text(content, found):
    every = entries(content)
    assert len(found) == len(every) > 300
    fields = {"id", "kind", "title", "text", "slug", "anchor", "cite"}
    assert [entry["id"] for entry in every if set(entry) != fields or not entry["title"]] == []


def test_everything_of_the_content_is_there(content, found):
    items = [item.id for group in content.groups.values() for item in group.items]
    questions = [question.id for entry in content.questions.values() for question in entry]
    wanted = [*content.groups, *items, *questions, *content.qa]
    for prefix, ids in {
        "buoi": content.sessions, "trang": content.tools, "so": content.facts, "doc": content.documents,
        "thuat-ngu": content.glossary, "hinh": figures.names(content),
        "sach": [part.id for part in content.book.parts],
    }.items():  # fmt: skip
        wanted += [f"{prefix}-{name}" for name in ids]
    for plan in content.plans.values():
        wanted += [f"lich-{plan.id}-{event.id}" for event in plan.calendar]
        wanted += [f"viec-{plan.id}-{duty.id}" for duty in plan.duties]
        wanted += [f"bao-cao-{plan.id}-{report.id}" for report in plan.reports]
        points = [
            *plan.aims,
            *plan.requirements,
            *plan.contents,
            *plan.audience,
            *plan.forms,
            *plan.materials,
        ]
        wanted += [f"y-{plan.id}-{point.id}" for point in points]
    assert [name for name in wanted if name not in found] == []


def test_more_than_is_never_lost(content, found):
    over = [f"so-{fact.id}" for fact in content.facts.values() if fact.qualifier == "over"]
    assert len(over) > 3
    assert [name for name in over if "hơn " not in found[name]["title"]] == []
    assert found["so-dang-vien"]["title"].endswith("hơn 167.700 đảng viên")


def test_references_are_put_in_and_letters_are_composed(found):
    texts = [text for entry in found.values() for text in entry.values()]
    assert [text for text in texts if "{" in text or "}" in text] == []
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []


def test_statements_name_their_source(content, found):
    without = {entry["kind"] for entry in found.values() if not entry["cite"]}
    assert without == {"Buổi học", "Công cụ", "Biểu đồ"}


def test_pages_exist(content, found):
    assert {entry["slug"] for entry in found.values()} <= set(content.pages)
    assert {BOOK_PAGE, PLAN_PAGE, TERMS_PAGE, ANSWERS_PAGE} <= set(content.pages)


def test_lists_stand_where_the_notebooks_show_them(content, found, calls):
    for slug, session in content.sessions.items():
        for group in session.lists:
            assert ("cards", group) in calls[slug], group
            assert found[group]["slug"] == slug


def test_figures_stand_where_the_notebooks_show_them(content, found, calls):
    assert {f"hinh-{name}" for name in figures.names(content)} == {
        name for name in found if name.startswith("hinh-")
    }
    for name in figures.names(content):
        assert ("figure", name) in calls[found[f"hinh-{name}"]["slug"]], name


def test_figures_have_their_titles(content, found):
    for name in figures.names(content):
        assert found[f"hinh-{name}"]["title"] == figures.figure(content, name).title


@pytest.mark.parametrize("name", FIGURES)
def test_figures_show_the_numbers_that_lead_to_them(content, name):
    drawn = figures.figure(content, name)
    shown = " ".join([text for row in drawn.rows for text in row])
    for fact in FIGURES[name].facts:
        assert f"{content.facts[fact].value:,}".replace(",", ".") in shown, fact


def test_the_parts_of_plans_and_book_stand_where_the_notebooks_show_them(content, calls):
    plans = set(reading.plan_calls(reading.read(content.sessions[PLAN_PAGE].notebook)))
    parts = ("aims", "requirements", "contents", "conduct", "materials", "calendar", "duties", "reports")
    assert {(plan, part) for plan in content.plans for part in parts} <= plans
    assert ("documents", "") in calls[PLAN_PAGE]
    assert {("book", ""), *(("part", part.id) for part in content.book.parts)} <= calls[BOOK_PAGE]
    assert all(("quiz", "") in shown for shown in calls.values())


def test_a_number_leads_to_its_figure_or_to_the_text_that_names_it(found):
    assert found["so-dang-vien"]["anchor"] == "hinh-ky-luat"
    assert found["so-so-bai-hoc"]["anchor"] == "bai-hoc"
    assert found["so-nam-quoc-khanh"]["anchor"] == "lich-van-ban-quoc-khanh"
    assert [name for name, entry in found.items() if name.startswith("so-") and not entry["anchor"]] == []


def test_the_index_is_small(content):
    packed = len(gzip.compress(index_script(entries(content)), 9))
    assert packed < LIMIT, f"the search index must stay below {LIMIT} bytes compressed, got {packed}"


def test_other_content_can_be_searched_too():
    content = load(MINIMAL)
    second = content.sessions["buoi-hai"].model_copy(update={"lists": []})
    content = replace(content, sessions=content.sessions | {"buoi-hai": second})
    found = {entry["id"]: entry for entry in entries(content, figures={})}
    assert found["mot"]["slug"] == "buoi-mot"
    assert found["mot"]["text"].startswith("Giải thích bài thứ nhất, theo Kế hoạch số 1-KH/XX")
    assert "nhiem-vu" not in found
