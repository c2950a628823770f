"""The list as cards in Python: what it gives to the browser, what it refuses, how it reads on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course import ContentError, Course, load
from tests.courses import SMALL, shipped
from widgets.outline_explorer.outline_explorer import OVERVIEW, OutlineExplorer


@pytest.fixture(scope="module")
def course() -> Course:
    return load(SMALL)


@pytest.fixture
def lessons(course) -> OutlineExplorer:
    """The sample list of three points."""
    return OutlineExplorer(course, course.groups["bai-hoc"], session="buoi-mot")


def explorer(course: Course, group: str = "bai-hoc", item: dict | None = None, **changes) -> OutlineExplorer:
    """Show a list with some fields changed, and with fields of its first point changed."""
    chosen = course.groups[group]
    if item:
        changes["items"] = [chosen.items[0].model_copy(update=item), *chosen.items[1:]]
    return OutlineExplorer(course, chosen.model_copy(update=changes), session="buoi-mot")


def test_the_list_is_plain_with_references_resolved(lessons):
    assert lessons.title == "Các bài học"
    assert lessons.intro == "Nguồn nêu 3 bài học, rút ra từ việc làm của hơn 12.500 người."
    assert lessons.current == OVERVIEW
    assert lessons.items[0] == {
        "id": "mot",
        "title": "Bài thứ nhất",
        "quote": "Lời của nguồn",
        "matter": "Giải thích bài thứ nhất, theo Kế hoạch số 1-KH/XX ngày 28/02/2023.",
        "commentary": "",
        "prompts": ["Câu hỏi thứ nhất của bài này là gì?", "Câu hỏi thứ hai của bài này là gì?"],
        "cite": "Nguồn thử, mục 2, ý đầu",
        "notes": ["Nguồn ghi “bải”; chúng tôi hiểu là “bài”."],
        "words": [],
    }


def test_a_point_without_its_own_place_takes_that_of_the_list(lessons):
    assert lessons.items[1]["cite"] == "Nguồn thử, mục 2"
    assert lessons.items[1]["quote"] == ""


def test_notes_of_the_list_are_shown_with_it(lessons):
    assert lessons.notes == ["Nguồn ghi 3 bài, chỗ khác ghi bốn bài."]


def test_a_figure_brings_its_note_along(course):
    shown = explorer(course, "nhiem-vu", intro="Có {fact:so-bai}.")
    assert shown.notes == ["Nguồn ghi 3 bài, chỗ khác ghi bốn bài."]


@pytest.mark.parametrize("field", ["title", "matter", "commentary", "quote", "prompts"])
def test_a_document_brings_its_note_along_wherever_it_is_named(course, field):
    named = "Theo {doc:nq}."
    shown = explorer(course, "nhiem-vu", item={field: [named] if field == "prompts" else named})
    assert shown.items[0]["notes"] == ["Nguồn ghi “bải”; chúng tôi hiểu là “bài”."]
    assert shown.items[1]["notes"] == []


def test_a_note_comes_once(course):
    shown = explorer(course, item={"matter": "{doc:nq} và {doc:nq}"})
    assert len(shown.items[0]["notes"]) == 1


def test_key_is_the_name_of_the_list_unless_given(course):
    group = course.groups["bai-hoc"]
    assert OutlineExplorer(course, group, session="buoi-mot").key == "bai-hoc"
    assert OutlineExplorer(course, group, session="buoi-mot", key="on").key == "on"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"intro": "{count:la}"},
            "OutlineExplorer: bai-hoc: no such count: 'la'",
        ),
        (
            {"item": {"matter": "{fact:la}"}},
            "OutlineExplorer: bai-hoc: no such fact: 'la'",
        ),
        (
            {"source": "la"},
            "OutlineExplorer: bai-hoc: must refer to what the course holds, got 'la'",
        ),
        (
            {"notes": ["la"]},
            "OutlineExplorer: bai-hoc: must refer to what the course holds, got 'la'",
        ),
        (
            {"item": {"notes": ["la"]}},
            "OutlineExplorer: bai-hoc: must refer to what the course holds, got 'la'",
        ),
    ],
)  # fmt: skip
def test_unknown_reference_is_named_with_place_rule_and_value(course, changes, message):
    with pytest.raises(ContentError) as caught:
        explorer(course, **changes)
    assert str(caught.value) == message


def test_a_session_without_name_is_refused(course):
    with pytest.raises(
        ContentError, match=r"^OutlineExplorer: session: must be the slug of a session, got ''$"
    ):
        OutlineExplorer(course, course.groups["bai-hoc"], session="")


def test_something_else_than_a_list_is_refused(course):
    with pytest.raises(TypeError, match=r"must be a Group from course\.groups, got 'bai-hoc'"):
        OutlineExplorer(course, "bai-hoc", session="buoi-mot")


@pytest.mark.parametrize("position", [-2, 3])
def test_a_position_outside_the_list_is_refused(lessons, position):
    lessons.current = 2
    rule = rf"must be -1 \(overview\) or a position from 0 to 2, got {position}$"
    with pytest.raises(ContentError, match=f"^OutlineExplorer: current: {rule}"):
        lessons.current = position
    assert lessons.current == 2


def test_paper_reads_as_a_numbered_list(course, lessons):
    assert lessons.as_markdown() == (
        "### Các bài học\n\n"
        "Nguồn nêu 3 bài học, rút ra từ việc làm của hơn 12.500 người.\n\n"
        "Ghi chú: Nguồn ghi 3 bài, chỗ khác ghi bốn bài.\n\n"
        "1. **Bài thứ nhất**\n\n"
        "   > “Lời của nguồn”\n\n"
        "   Giải thích bài thứ nhất, theo Kế hoạch số 1-KH/XX ngày 28/02/2023.\n\n"
        "   Ghi chú: Nguồn ghi “bải”; chúng tôi hiểu là “bài”.\n\n"
        "   *Nguồn: Nguồn thử, mục 2, ý đầu*\n\n"
        "   Liên hệ thực tiễn:\n\n"
        "   - Câu hỏi thứ nhất của bài này là gì?\n"
        "   - Câu hỏi thứ hai của bài này là gì?\n\n"
        f"2. **{course.groups['bai-hoc'].items[1].title}**\n\n"
        "   Giải thích bài thứ hai.\n\n"
        "   *Nguồn: Nguồn thử, mục 2*\n\n"
        "   **Cách hiểu của bộ tài liệu**\n\n"
        "   Hiểu thêm bài thứ hai.\n\n"
        "3. **Bài thứ ba**\n\n"
        "   *Nguồn: Nguồn thử, mục 2*\n\n"
        "   **Cách hiểu của bộ tài liệu**\n\n"
        "   Có thể hiểu bài thứ ba thế này.\n\n"
        "   Liên hệ thực tiễn:\n\n"
        "   - Chi bộ ta làm thế nào?"
    )


def test_plain_readers_get_the_whole_list(lessons):
    data, _ = lessons._repr_mimebundle_()
    assert data["text/markdown"] == data["text/plain"] == lessons.as_markdown()
    assert "application/vnd.jupyter.widget-view+json" in data


def test_signs_of_markdown_are_shown_as_they_are(course):
    shown = explorer(course, item={"matter": "Điều *1* là [a_b] và 2 < 3."})
    assert r"Điều \*1\* là \[a\_b\] và 2 \< 3." in shown.as_markdown()


@pytest.mark.parametrize("name", shipped().groups)
def test_paper_holds_everything_of_every_list_of_the_kit(name):
    kit = shipped()
    shown = OutlineExplorer(kit, kit.groups[name], session="thu")
    paper = " ".join(shown.as_markdown().split())
    said = [shown.title, shown.intro, *shown.notes]
    for item in shown.items:
        said += [
            item["title"],
            item["quote"],
            item["matter"],
            item["commentary"],
            item["cite"],
            *item["prompts"],
            *item["notes"],
        ]
    assert [text for text in said if " ".join(text.split()) not in paper] == []


def test_a_list_of_ten_points_keeps_its_indents(course):
    group = course.groups["nhiem-vu"]
    points = [group.items[0].model_copy(update={"id": f"viec-{number}"}) for number in range(1, 11)]
    shown = OutlineExplorer(
        replace(course, groups={}),
        group.model_copy(update={"items": points, "intro": "Mười việc."}),
        session="thu",
    )
    assert "\n\n10. **Việc thứ nhất**\n\n    Giải thích việc thứ nhất." in shown.as_markdown()
