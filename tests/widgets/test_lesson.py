"""What the notebooks call: each piece of a session, and clear words when a name is wrong."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from course import ContentError, Course, load
from course.pages import Case, Prompt, Way
from shown.html import Html
from shown.piece import Piece
from tests.courses import SMALL, shipped
from widgets.figure_explorer.figure_explorer import FigureExplorer
from widgets.lesson import Lesson
from widgets.outline_explorer.outline_explorer import OutlineExplorer
from widgets.quiz.quiz import Quiz


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture
def lesson(course) -> Lesson:
    return Lesson("ket-qua", course)


def html(piece: Piece) -> str:
    return Html().blocks(piece.blocks)


def test_an_unknown_session_names_those_that_exist():
    with pytest.raises(
        KeyError, match=r"no session 'ketqua' in sessions\.yml; there are: buoi-mot, buoi-hai"
    ):
        Lesson("ketqua", load(SMALL))


@pytest.mark.parametrize(
    ("method", "message"),
    [
        ("cards", r"no list 'x' in outline\.yml; there are: .*bai-hoc"),
        ("part", r"no part 'x' in book\.yml; there are: phan-1, phan-2, phan-3"),
        ("plan", r"no plan 'x' in plans/; there are: thi-uy, van-ban"),
        ("quote", r"no point 'x' in outline\.yml; there are: .*bai-hoc-1"),
        ("recap", r"no session 'x' in sessions\.yml; there are: tac-pham"),
    ],
)
def test_an_unknown_name_is_answered_with_those_that_exist(lesson, method, message):
    with pytest.raises(KeyError, match=message):
        getattr(lesson, method)("x")


def test_goals_show_the_summary_and_every_goal(lesson):
    shown = lesson.goals().markdown
    assert shown.startswith(lesson.session.summary)
    assert shown.count("\n- ") == len(lesson.session.goals)


def test_the_agenda_is_folded_under_its_length(lesson):
    block = lesson.agenda()
    assert block.fold == "Dàn ý 45 phút cho báo cáo viên"
    assert html(block).count("<tr>") == 1 + len(lesson.session.agenda)


def test_the_opening_keeps_its_paragraphs_and_its_figures(lesson):
    shown = html(lesson.opening())
    assert shown.count("<p>") == len(lesson.session.opening.split("\n\n"))
    assert "hơn 167.700 đảng viên" in shown


def test_texts_put_figures_in_with_their_source(lesson):
    assert lesson.text("Có {fact:luat}.").markdown.startswith("Có hơn 300 luật, pháp lệnh.\n\n*Nguồn: ")


def test_html_in_a_session_is_shown_as_text(course):
    session = course.sessions["ket-qua"].model_copy(
        update={
            "key_message": "<script>x</script>",
            "discussion": [
                Prompt.model_construct(ask=ask, points=[], words=[]) for ask in ("<b>a</b>", "1. b", "c")
            ],
            "goals": ["<i>đ</i>"],
            "activity": course.sessions["ket-qua"].activity.model_copy(
                update={"steps": ["<u>e</u>", "2. g", "h"]}
            ),
        }
    )
    lesson = Lesson("ket-qua", replace(course, sessions={"ket-qua": session}))
    assert '<p class="is-message">&lt;script&gt;x&lt;/script&gt;</p>' in html(lesson.key_message())
    discussion = Html().blocks(lesson.discussion().reading_form())
    assert "<li>&lt;b&gt;a&lt;/b&gt;</li>" in discussion
    assert "<li>1. b</li>" in discussion
    assert "&lt;i&gt;đ" in html(lesson.goals())
    assert "<li>&lt;u&gt;e&lt;/u&gt;</li>\n<li>2. g</li>" in html(lesson.activity())


def test_widgets_carry_session_and_a_key_of_their_own(lesson):
    widgets = [lesson.cards("ket-qua"), lesson.quiz(), lesson.mixed_quiz(), lesson.figure("ky-luat")]
    kinds = [OutlineExplorer, Quiz, Quiz, FigureExplorer]
    assert all(isinstance(widget, kind) for widget, kind in zip(widgets, kinds, strict=True))
    assert {widget.session for widget in widgets} == {"ket-qua"}
    assert len({widget.key for widget in widgets}) == len(widgets)


def test_the_mixed_quiz_has_everything_and_knows_where_it_is_asked(course, lesson):
    mixed = lesson.mixed_quiz()
    asked = [question["id"] for question in mixed.questions]
    expected = [question.id for slug in course.sessions for question in course.questions[slug]]
    assert asked == expected == [name for group in mixed.groups for name in group["ids"]]
    assert [group["slug"] for group in mixed.groups] == list(course.sessions)


def test_a_quote_stands_in_quotation_marks_with_its_place(lesson):
    shown = lesson.quote("phan-hai-4").markdown
    assert shown.startswith(
        "> “Vấn đề căn cơ trong đấu tranh phòng, chống tham nhũng, tiêu cực là phòng ngừa"
    )
    assert "”\n\n*Nguồn: Kế hoạch của Huyện ủy Văn Bàn, mục II.2.1, Phần thứ hai" in shown


def test_a_point_without_a_quote_says_so(lesson):
    with pytest.raises(KeyError, match=r"outline\.yml: bai-hoc-1: has no quote"):
        lesson.quote("bai-hoc-1")


def test_an_activity_shows_everything_that_a_group_needs_to_know(lesson):
    activity = lesson.session.activity
    shown = lesson.activity()
    assert shown.markdown.startswith(
        f"**{activity.title}** ({activity.minutes} phút)\n\n**Cần có:** {activity.needs}"
    )
    assert shown.markdown.endswith(
        f"{len(activity.steps)}. {activity.steps[-1]}\n\n**Kết quả:** {activity.result}"
    )
    assert html(shown).count("<li>") == len(activity.steps)


def test_a_recap_shows_the_message_and_goals_of_another_session(course, lesson):
    shown = lesson.recap("bai-hoc").as_markdown()
    assert shown.startswith(f"> {course.sessions['bai-hoc'].key_message}")
    assert all(goal in shown for goal in course.sessions["bai-hoc"].goals)


def test_documents_show_each_with_its_notes(course, lesson):
    shown = html(lesson.documents())
    assert re.findall('<tr id="doc-([^"]+)"', shown) == list(course.documents)
    assert shown.count("Mục III.1 Kế hoạch của Huyện ủy Văn Bàn ghi ngày 25/01/2021") == 1
    assert shown.count("Kế hoạch không ghi") == 1  # who issued the resolution


def test_corrections_and_slips_leave_nothing_out(course, lesson):
    of = {
        kind: [entry for entry in course.corrections.values() if entry.kind == kind]
        for kind in ("conflict", "reading", "slip", "spelling")
    }
    assert sum(map(len, of.values())) == len(course.corrections)
    assert html(lesson.corrections()).count("<li>") == len(of["conflict"])
    assert html(lesson.readings()).count("<li>") == len(of["reading"])
    for kind, piece in (("slip", lesson.slips()), ("spelling", lesson.spellings())):
        plans = {entry.source for entry in of[kind]}
        assert html(piece).count("<tr>") == len(plans) + len(of[kind])


def test_slips_stand_under_the_plan_that_they_are_in(course, lesson):
    shown = lesson.slips().markdown
    town, district = (shown.index(f"**{course.sources[name].short}**") for name in ("thi-uy", "van-ban"))
    assert district < shown.index("| “tạo chuyển biển mạnh mẽ” |") < town < shown.index("| “BCD 35 thị xã” |")


def test_sources_name_every_source(course, lesson):
    shown = lesson.sources().markdown
    assert all(source.short in shown for source in course.sources.values())


CASE = Case(
    title="Một việc",
    story="Việc ấy xảy ra.",
    ask="Làm gì?",
    choices=[Way(text="Làm ngay.", says="Xong sớm."), Way(text="Chờ.", says="Chậm lại.")],
    back="Bây giờ làm gì?",
    points=["ba"],
)


@pytest.fixture(scope="module")
def practised() -> Lesson:
    """A lesson of the small course with a case, a prompt that has points and steps for one person."""
    course = load(SMALL)
    session = course.sessions["buoi-mot"]
    words = {"quote": "lời của nguồn", "source": "nguon", "place": "mục 9"}
    changes = {
        "case": CASE,
        "discussion": [Prompt(ask="Câu hỏi một?", points=["mot"], words=[words])],
        "activity": session.activity.model_copy(update={"alone": ["Viết một mình."]}),
    }
    return Lesson("buoi-mot", replace(course, sessions={"buoi-mot": session.model_copy(update=changes)}))


def test_a_case_says_that_it_is_made_up_and_what_follows_from_each_way(practised):
    shown = html(practised.case())
    assert "<em>Tình huống giả định của bộ tài liệu.</em>" in shown
    assert shown.count("<details><summary>Nếu chọn cách này</summary>") == len(CASE.choices)
    assert shown.index("Làm ngay.") < shown.index("Xong sớm.") < shown.index("Chờ.")


def test_the_case_comes_back_with_the_points_that_speak_to_it(practised):
    shown = html(practised.case_again())
    assert "Trở lại tình huống “Một việc”" in shown
    assert "Bài thứ ba <em>(Nguồn thử, mục 2)</em>" in shown


def test_a_prompt_has_the_words_of_sources_folded_away_below_it(practised):
    shown = Html().blocks(practised.discussion().reading_form())
    assert "<details><summary>Lời của nguồn để tự đối chiếu</summary>" in shown
    assert "“lời của nguồn” <em>(Nguồn thử, mục 9)</em>" in shown


def test_who_studies_alone_has_steps(practised):
    assert "Nếu học một mình" in html(practised.alone())
    assert "<li>Viết một mình.</li>" in html(practised.alone())


@pytest.mark.parametrize("method", ["case", "case_again", "alone"])
def test_what_a_session_does_not_have_is_said(method):
    with pytest.raises(ContentError, match=r"buoi-mot > .*: this field is required"):
        getattr(Lesson("buoi-mot", load(SMALL)), method)()
