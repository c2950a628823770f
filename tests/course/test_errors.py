"""What an author reads when a field of one entry breaks its rule."""

from __future__ import annotations

import pytest

from course import ContentError

FIELDS = {
    "a field is missing": (
        "outline.yml", "      title: Bài thứ ba\n", "",
        "outline.yml: bai-hoc > items > ba > title: this field is required",
    ),
    "a session has no activity": (
        "sessions.yml",
        "  activity: {title: Xếp phiếu, minutes: 10, needs: Giấy và bút., steps: [Viết., Xếp., Đọc.], "
        "result: Các phiếu đã xếp.}\n",
        "",
        "sessions.yml: buoi-mot > activity: this field is required",
    ),
    "an activity has too few steps": (
        "sessions.yml", "[Viết., Xếp., Đọc.]", "[Viết., Xếp.]",
        "sessions.yml: buoi-mot > activity > steps: must have 3 or more entries, it has 2",
    ),
    "a term is not explained": (
        "glossary.yml", "  meaning: Kế hoạch của Tỉnh ủy.\n", "",
        "glossary.yml: kh: a term is explained by its source's words in quote, or by our own in meaning",
    ),
    "a field is unknown": (
        "sessions.yml", "  key_message:", "  message:",
        "sessions.yml: buoi-mot > message: unknown field; 'key_message' is missing and may be meant, "
        "got 'Nói đi đôi với làm.'",
    ),
    "a text is a number": (
        "outline.yml", "title: Các bài học", "title: 2023",
        "outline.yml: bai-hoc > title: must be text; put it in quotes, got 2023",
    ),
    "a text is left out behind its name": (
        "outline.yml", "title: Các bài học", "title:",
        "outline.yml: bai-hoc > title: must not be left empty, got None",
    ),
    "a reference without quotes is no text": (
        "outline.yml", "title: Các bài học", "title: {fact:so-bai}",
        "outline.yml: bai-hoc > title: must be text; put it in quotes, got {'fact:so-bai': None}",
    ),
    "a number is a text": (
        "sessions.yml", "minutes: 45", "minutes: nhiều",
        "sessions.yml: buoi-mot > minutes: must be a whole number, got 'nhiều'",
    ),
    "a number is too large": (
        "sessions.yml", "minutes: 45", "minutes: 450",
        "sessions.yml: buoi-mot > minutes: must be 120 or less, got 450",
    ),
    "a number is too small": (
        "sessions.yml", "minutes: 45", "minutes: 5",
        "sessions.yml: buoi-mot > minutes: must be 10 or more, got 5",
    ),
    "true or false is neither": (
        "questions/buoi-mot.yml", "answer: true", "answer: có",
        "questions/buoi-mot.yml: questions > q-03 > answer: must be true or false, got 'có'",
    ),
    "a list is a text": (
        "sources.yml", "- id: nguon\n", "- nguon\n- id: nguon\n",
        "sources.yml: [1]: must be a set of fields, as in `id: …`, got 'nguon'",
    ),
    "a text stands where a list belongs": (
        "sessions.yml", "goals: [Biết các bài học, Liên hệ với chi bộ]", "goals: Biết các bài học",
        "sessions.yml: buoi-mot > goals: must be a list, one line with a dash for each entry, "
        "got 'Biết các bài học'",
    ),
    "a list is too short": (
        "sessions.yml", "[Biết các bài học, Liên hệ với chi bộ]", "[Biết các bài học]",
        "sessions.yml: buoi-mot > goals: must have 2 or more entries, it has 1",
    ),
    "a list is too long": (
        "sessions.yml", "[Biết các bài học, Liên", "[Một, Hai, Ba, Bốn, Năm, Liên",
        "sessions.yml: buoi-mot > goals: must have 5 or fewer entries, it has 6",
    ),
    "a text is blank": (
        "book.yml", "about: Phần đầu nói về điều này.", 'about: "  "',
        "book.yml: parts > phan-mot > about: text must not be blank, got '  '",
    ),
    "a text holds HTML": (
        "sessions.yml", "Nói đi đôi với làm.", "Nói <b>đi đôi</b> với làm.",
        "sessions.yml: buoi-mot > key_message: text must not contain HTML tags, "
        "got 'Nói <b>đi đôi</b> với làm.'",
    ),
    "an id holds other letters": (
        "outline.yml", "- id: nhiem-vu", "- id: Nhiệm-vụ",
        "outline.yml: Nhiệm-vụ > id: must look like ^[a-z0-9]+(-[a-z0-9]+)*$, got 'Nhiệm-vụ'",
    ),
    "a qualifier is unknown": (
        "facts.csv", "12500,over", "12500,about",
        "facts.csv: row 7 (nguoi) > qualifier: must be one of 'exact' or 'over', got 'about'",
    ),
    "a date is a text": (
        "documents.yml", "2023-02-28", "28/02/2023",
        "documents.yml: kh-1 > date: must be a date that exists, as YYYY-MM-DD, got '28/02/2023'",
    ),
    "a day does not exist in its month": (
        "plans/ke-hoach.yml", "day: 30, month: 10", "day: 30, month: 2",
        "plans/ke-hoach.yml: reports > hang-nam > when: there is no such day, got 30/2",
    ),
    "a quarter is none of four": (
        "plans/ke-hoach.yml", "month: 10, year: 2025", "quarter: 5, year: 2025",
        "plans/ke-hoach.yml: calendar > so-ket > when > quarter: must be 4 or less, got 5",
    ),
    "an hour has a zone": (
        "plans/ke-hoach.yml", "day: 30, month: 10,", 'day: 30, month: 10, time: "14:00+09:00",',
        "plans/ke-hoach.yml: reports > hang-nam > when > time: a time must be written as '14:00': Vietnamese time, "
        "without a zone, got '14:00+09:00'",
    ),
    "what returns ends before it begins": (
        "plans/ke-hoach.yml", "day: 30, month: 10,", "day: 30, month: 10, start: 2026-01-01, until: 2025-12-31,",
        "plans/ke-hoach.yml: reports > hang-nam > when: until must not be before start, got 2026-01-01 and 2025-12-31",
    ),
    "a plan was made in another year": (
        "plans/ke-hoach.yml", "basis: [kh-1]", "basis: [kh-1]\nmade: 2022\ndate: 2023-03-01",
        "plans/ke-hoach.yml: file: made must be the year of date, 2023-03-01, got 2022",
    ),
    "a conflict has one reading": (
        "corrections.yml", "reads: [gồm 03 bài, gồm 04 bài]", "reads: [gồm 03 bài]",
        "corrections.yml: lech-so: a conflict needs both readings in 'reads'",
    ),
    "an agenda does not add up": (
        "sessions.yml", "{minutes: 15, title: Thảo luận", "{minutes: 20, title: Thảo luận",
        "sessions.yml: buoi-mot: the agenda's minutes must add up to 45, they give 50",
    ),
    "a notebook is not named after its session": (
        "sessions.yml", "01-buoi-mot.ipynb", "01-buoi-dau.ipynb",
        "sessions.yml: buoi-mot: the notebook's name must be its number and the slug",
    ),
    "a question's kind is unknown": (
        "questions/buoi-mot.yml", "kind: boolean", "kind: dung-sai",
        "questions/buoi-mot.yml: questions > q-03 > kind: must be one of 'single', 'multiple', 'boolean', "
        "'numeric', 'ordering', 'matching', got 'dung-sai'",
    ),
    "a question has no kind": (
        "questions/buoi-mot.yml", "    kind: boolean\n", "",
        "questions/buoi-mot.yml: questions > q-03 > kind: this field is required",
    ),
    "one right option is two": (
        "questions/buoi-mot.yml", "{text: Ý hai, correct: false", "{text: Ý hai, correct: true",
        "questions/buoi-mot.yml: questions > q-01: a single-choice question needs exactly 1 correct option, "
        "it has 2",
    ),
    "several right options are all": (
        "questions/buoi-mot.yml",
        "correct: true, reason: Lý do hai.}\n      - {text: Ý ba, correct: false",
        "correct: true, reason: Lý do hai.}\n      - {text: Ý ba, correct: true",
        "questions/buoi-mot.yml: questions > q-02: a several-choices question needs 2 or more correct options "
        "and 1 or more wrong",
    ),
    "steps in order repeat": (
        "questions/buoi-mot.yml", "text: Bước ba", "text: Bước một",
        "questions/buoi-mot.yml: questions > q-05: items must differ, repeated: ['Bước một']",
    ),
    "two pairs share a side": (
        "questions/buoi-mot.yml", "right: Phải ba", "right: Phải một",
        "questions/buoi-mot.yml: questions > q-06: right sides must differ, repeated: ['Phải một']",
    ),
    "an option's reason is missing": (
        "questions/buoi-mot.yml", ", reason: Lý do một.}", "}",
        "questions/buoi-mot.yml: questions > q-01 > options > [1] > reason: this field is required",
    ),
    "a figure is not that of its evidence": (
        "facts.csv", "Số người,12500", "Số người,12600",
        "facts.csv: row 7 (nguoi): value 12.600 must stand in the evidence, which reads "
        "'hơn 12.500 người, cả xã'",
    ),
    "a figure is only a part of a number in its evidence": (
        "facts.csv", "Số người,12500", "Số người,500",
        "facts.csv: row 7 (nguoi): value 500 must stand in the evidence, which reads 'hơn 12.500 người, cả xã'",
    ),
    "a figure has lost its more than": (
        "facts.csv", "12500,over", "12500,exact",
        "facts.csv: row 7 (nguoi): the evidence has “hơn” before 12.500, so the qualifier must be 'over'",
    ),
    "a figure has a more than of our own": (
        "facts.csv", "Số bài,3,exact", "Số bài,3,over",
        "facts.csv: row 6 (so-bai): qualifier 'over' needs “hơn” before 3 in the evidence",
    ),
    "a unit holds a tag": (
        "facts.csv", "over,người", "over,<b>người</b>",
        "facts.csv: row 7 (nguoi) > unit: text must not contain HTML tags, got '<b>người</b>'",
    ),
    "a date says another day than its text": (
        "plans/ke-hoach.yml", "day: 30, month: 10", "day: 29, month: 10",
        "plans/ke-hoach.yml: reports > hang-nam > when: text must say '29/10', as its other fields do, "
        "as in 'trước ngày 29/10 hằng năm', got 'Trước ngày 30/10 hằng năm'",
    ),
    "a month says another year than its text": (
        "plans/ke-hoach.yml", "month: 10, year: 2025", "month: 10, year: 2026",
        "plans/ke-hoach.yml: calendar > so-ket > when: text must say 'tháng 10/2026', as its other fields do, "
        "as in 'tháng 10/2026', got 'Tháng 10/2025'",
    ),
    "a deadline has lost its before": (
        "plans/ke-hoach.yml", "every: year, before: true", "every: year",
        "plans/ke-hoach.yml: reports > hang-nam > when: 'before: true' goes with “trước” in the text, "
        "got 'Trước ngày 30/10 hằng năm'",
    ),
    "a text holds a sign that nobody sees": (
        "plans/ke-hoach.yml", "Mục đích thử.", "Mục\u200bđích thử.",
        "plans/ke-hoach.yml: aims > muc-dich > text: text must not hold signs that nobody sees "
        "(ZERO WIDTH SPACE); write a plain space, or nothing, got 'Mục\\u200bđích thử.'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FIELDS.values(), ids=FIELDS)
def test_broken_field_is_named_with_place_rule_and_value(complaint, case):
    *edit, message = case
    assert complaint(*edit) == message


def test_message_reads_file_place_rule_value():
    error = ContentError("questions/ket-qua.yml", "q07", "answer must be one of a–d", "e")
    assert str(error) == "questions/ket-qua.yml: q07: answer must be one of a–d, got 'e'"


def test_message_without_value_ends_with_the_rule():
    assert str(ContentError("book.yml", "file", "is missing")) == "book.yml: file: is missing"


def test_none_is_a_value_that_is_shown():
    assert str(ContentError("book.yml", "title", "must be text", None)).endswith("got None")


def test_long_value_is_shortened():
    message = str(ContentError("book.yml", "title", "too long", "a" * 500))
    assert len(message) < 130
    assert message.endswith("…")
