"""What can be found, and where each result leads."""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import replace

import pytest

from charts import figures
from course import Course, load
from server.publish.search_index import index_script
from shown.model import COMMENTARY
from tests.courses import SMALL, shipped
from widgets.search.index import entries

LIMIT = 40_000


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture(scope="module")
def found(course) -> dict[str, dict[str, str]]:
    return {entry["id"]: entry for entry in entries(course)}


def test_ids_are_unique_and_every_field_is_text(course, found):
    every = entries(course)
    assert len(found) == len(every) > 300
    fields = {"id", "kind", "title", "text", "slug", "anchor", "cite", "numbered"}
    assert [entry["id"] for entry in every if set(entry) != fields or not entry["title"]] == []


def test_everything_of_the_content_is_there(course, found):
    items = [item.id for group in course.groups.values() for item in group.items]
    questions = [question.id for entry in course.questions.values() for question in entry]
    wanted = [*course.groups, *items, *questions, *course.qa]
    for prefix, ids in {
        "buoi": course.sessions, "trang": course.tools, "so": course.facts, "doc": course.documents,
        "thuat-ngu": course.glossary, "hinh": figures.names(course),
        "sach": [part.id for part in course.book.parts],
    }.items():  # fmt: skip
        wanted += [f"{prefix}-{name}" for name in ids]
    for plan in course.plans.values():
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


def test_more_than_is_never_lost(course, found):
    over = [f"so-{fact.id}" for fact in course.facts.values() if fact.qualifier == "over"]
    assert len(over) > 3
    assert [name for name in over if "hơn " not in found[name]["title"]] == []
    assert found["so-dang-vien"]["title"].endswith("hơn 167.700 đảng viên")


def test_references_are_put_in_and_letters_are_composed(found):
    texts = [text for entry in found.values() for text in entry.values()]
    assert [text for text in texts if "{" in text or "}" in text] == []
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []


def test_statements_name_their_source(course, found):
    without = {entry["kind"] for entry in found.values() if not entry["cite"]}
    assert without == {"Buổi học", "Công cụ", "Biểu đồ", COMMENTARY}


def test_pages_exist(course, found):
    assert {entry["slug"] for entry in found.values()} <= set(course.pages)


def test_figures_have_their_titles(course, found):
    names = {f"hinh-{name}" for name in figures.names(course)}
    assert names == {name for name in found if name.startswith("hinh-")}
    for name in figures.names(course):
        assert found[f"hinh-{name}"]["title"] == figures.figure(course, name).title


def test_figures_show_the_numbers_that_lead_to_them(course, found):
    named = {
        entry["id"].removeprefix("so-"): entry["anchor"].removeprefix("hinh-")
        for entry in found.values()
        if entry["id"].startswith("so-") and entry["anchor"].startswith("hinh-")
    }
    assert len(named) > 10
    for fact, name in named.items():
        shown = " ".join(text for row in figures.figure(course, name).rows for text in row)
        assert f"{course.facts[fact].value:,}".replace(",", ".") in shown, fact


def test_a_number_leads_to_its_figure_or_to_the_text_that_names_it(found):
    assert found["so-dang-vien"]["anchor"] == "hinh-ky-luat"
    assert found["so-so-bai-hoc"]["anchor"] == "bai-hoc"
    assert found["so-nam-quoc-khanh"]["anchor"] == "lich-van-ban-quoc-khanh"
    assert [name for name, entry in found.items() if name.startswith("so-") and not entry["anchor"]] == []


def test_numbers_by_which_one_asks(course, found):
    for group in course.groups.values():
        numbers = [found[item.id]["numbered"] for item in group.items]
        assert numbers == [f"{group.title} {number}" for number in range(1, len(group.items) + 1)]
    assert found["buoi-gia-tri"]["numbered"] == "Buổi học 6"
    assert found["sach-phan-2"]["numbered"] == "Phần của sách 2"
    assert {entry["numbered"] for entry in found.values() if entry["kind"] == "Con số"} == {""}


def test_questions_do_not_tell_their_answers(found):
    assert {entry["text"] for entry in found.values() if entry["kind"] == "Câu hỏi"} == {""}


def test_the_index_is_small(course):
    packed = len(gzip.compress(index_script(entries(course)), 9))
    assert packed < LIMIT, f"the search index must stay below {LIMIT} bytes compressed, got {packed}"


def test_other_content_can_be_searched_too():
    course = load(SMALL)
    second = course.sessions["buoi-hai"].model_copy(update={"lists": []})
    course = replace(course, sessions=course.sessions | {"buoi-hai": second})
    found = {entry["id"]: entry for entry in entries(course)}
    assert (found["mot"]["slug"], found["mot"]["kind"]) == ("buoi-mot", "Bài học 1")
    assert found["mot"]["text"].startswith("Giải thích bài thứ nhất, theo Kế hoạch số 1-KH/XX")
    assert "nhiem-vu" not in found
