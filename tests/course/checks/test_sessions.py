"""What ``kit check`` says of a session that gives too little to the trainer or the group."""

from __future__ import annotations

import pytest

from tests.course.breaking import complaints, data, rules

ONE = "sessions.yml: buoi-mot > "
CASES = {
    "an opening that is too short": (
        rules(opening_words={"least": 10, "most": 20}),
        [f"{ONE}opening: must have 10 to 20 words, got 9",
         "sessions.yml: buoi-hai > opening: must have 10 to 20 words, got 9"],
    ),
    "a message of two sentences": (
        data("sessions.yml", "Nói đi đôi với làm.", "Nói đi đôi. Với làm."),
        [f"{ONE}key_message: must be one sentence that ends in a full stop, got 'Nói đi đôi. Với làm.'"],
    ),
    "a message that asks": (
        data("sessions.yml", "Nói đi đôi với làm.", "Nói đi đôi với làm?"),
        [f"{ONE}key_message: must be one sentence that ends in a full stop, got 'Nói đi đôi với làm?'"],
    ),
    "a prompt that does not ask": (
        data("sessions.yml", "Câu hỏi một?", "Câu hỏi một."),
        [f"{ONE}discussion: must ask, and name one of: câu hỏi, got 'Câu hỏi một.'"],
    ),
    "a prompt about something else": (
        data("sessions.yml", "Câu hỏi một?", "Hôm nay là ngày gì?"),
        [f"{ONE}discussion: must ask, and name one of: câu hỏi, got 'Hôm nay là ngày gì?'"],
    ),
    "an activity of other minutes": (
        rules(activity_minutes=15),
        [f"{ONE}activity > minutes: must be 15, got 10",
         "sessions.yml: buoi-hai > activity > minutes: must be 15, got 10"],
    ),
    "too few questions for a room": (
        data("sessions.yml", "asked: [q-01, q-02, q-03, q-07]", "asked: [q-01, q-02]"),
        [f"{ONE}asked: must name 3 to 5 questions, got 2"],
    ),
    "questions of another session, and one twice": (
        data("sessions.yml", "asked: [q-01, q-02, q-03, q-07]", "asked: [r-01, q-01, q-01]"),
        [f"{ONE}asked: must be a question of this session, named once, got {name!r}"
         for name in ("r-01", "q-01", "q-01")],
    ),
    "a question that no letter answers": (
        data("sessions.yml", "asked: [q-01, q-02, q-03, q-07]", "asked: [q-01, q-02, q-04]"),
        [f"{ONE}asked > q-04: must be of a kind that is answered by letters: single, multiple, boolean, got 'numeric'"],
    ),
    "an activity without paper": (
        data("sessions.yml", "needs: Giấy và bút.", "needs: Điện thoại."),
        [f"{ONE}activity > needs: must be possible on paper, and name it: 'giấy', got 'Điện thoại.'"],
    ),
    "a step that is no sentence": (
        data("sessions.yml", "Xếp., Đọc.]", "Xếp., Đọc]"),
        [f"{ONE}activity > steps: must be a sentence that ends in a full stop, got 'Đọc'"],
    ),
    "a step for one person that is no sentence": (
        data("sessions.yml", "steps: [Viết., Xếp., Đọc.],", "steps: [Viết., Xếp., Đọc.], alone: [Viết],"),
        ["notebooks/01-buoi-mot.ipynb: code cells: must call lesson.alone() right after lesson.activity(), for "
         "sessions.yml has 'activity > alone'",
         f"{ONE}activity > alone: must be a sentence that ends in a full stop, got 'Viết'"],
    ),
    "an activity that another session has": (
        data("sessions.yml", "{title: Hỏi nhau", "{title: Xếp phiếu"),
        ["sessions.yml: buoi-hai > activity > title: must be another than in session 'buoi-mot', got 'Xếp phiếu'",
         "sessions.yml: buoi-hai > agenda[3] > how: the step of the agenda in which the activity's slide ends must "
         "name it: “Hoạt động nhóm “Xếp phiếu””, got 'Hoạt động nhóm “Hỏi nhau”.'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "messages"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_named_with_place_and_value(tmp_path, edit, messages):
    assert complaints(tmp_path / "course", edit) == messages
