"""Rules that span files: references lead somewhere, counts agree, ids are unique."""

from __future__ import annotations

import pytest

from course.checks import walk

SPANNING = {
    "a text names an unknown figure": (
        "sessions.yml", "Nói đi đôi với làm.", "Bài học của {fact:dang-vien}.",
        "sessions.yml: buoi-mot > key_message: no such fact: 'dang-vien'",
    ),
    "a prompt names an unknown point": (
        "sessions.yml", '{ask: "Câu hỏi một?"}', '{ask: "Câu hỏi một?", points: [bon]}',
        "sessions.yml: buoi-mot > discussion[1] > points: must be the id of a point in outline.yml, got 'bon'",
    ),
    "a text names an unknown document": (
        "outline.yml", "{doc:kh-1}", "{doc:kh-2}",
        "outline.yml: bai-hoc > mot > matter: no such doc: 'kh-2'",
    ),
    "a text counts an unknown list": (
        "outline.yml", "{count:nhiem-vu}", "{count:bai}",
        "outline.yml: nhiem-vu > intro: no such count: 'bai'",
    ),
    "a text has a kind of reference that is unknown": (
        "outline.yml", "{doc:kh-1}", "{sach:kh-1}",
        "outline.yml: bai-hoc > mot > matter: unknown kind of reference: '{sach:kh-1}'",
    ),
    "a brace is left over": (
        "outline.yml", "{doc:kh-1}", "{doc:kh-1",
        "outline.yml: bai-hoc > mot > matter: braces are only for references like {fact:id}: "
        "'Giải thích bài thứ nhất, theo {doc:kh-1.'",
    ),
    "a source is unknown": (
        "documents.yml", "source: nguon", "source: nguon-khac",
        "documents.yml: kh-1 > source: must be an id in sources.yml, got 'nguon-khac'",
    ),
    "a figure's source is unknown": (
        "facts.csv", "người,,nguon", "người,,bao",
        "facts.csv: nguoi > source: must be an id in sources.yml, got 'bao'",
    ),
    "a note is unknown": (
        "outline.yml", "notes: [chu-sai]", "notes: [sai-chu]",
        "outline.yml: bai-hoc > mot > notes: must be an id in corrections.yml, got 'sai-chu'",
    ),
    "a session shows an unknown list": (
        "sessions.yml", "lists: [bai-hoc]", "lists: [bai-tap]",
        "sessions.yml: buoi-mot > lists: must be an id in outline.yml, got 'bai-tap'",
    ),
    "a list treats an unknown part of the book": (
        "outline.yml", "part: phan-mot", "part: phan-ba",
        "outline.yml: bai-hoc > part: must be an id in book.yml, got 'phan-ba'",
    ),
    "a figure's note is unknown": (
        "facts.csv", "gồm 03 bài,lech-so", "gồm 03 bài,lech",
        "facts.csv: so-bai > note: must be an id in corrections.yml, got 'lech'",
    ),
    "a figure's words name another figure": (
        "facts.csv", "nguoi,Số người,", "nguoi,Số người trong {fact:so-bai},",
        "facts.csv: nguoi > label: must be plain words, without a reference to another figure, "
        "got 'Số người trong {fact:so-bai}'",
    ),
    "what returns never comes before its end": (
        "plans/ke-hoach.yml",
        "{text: Trước ngày 30/10 hằng năm, day: 30, month: 10,",
        "{text: 'Trước ngày 30/10 hằng năm, đến hết quý III/2023', until: 2023-09-30, day: 30, month: 10,",
        "plans/ke-hoach.yml: reports > hang-nam > when: must come once or more between 28/02/2023 and 30/09/2023, "
        "got 'Trước ngày 30/10 hằng năm, đến hết quý III/2023'",
    ),
    "a plan carries out no document that has a date": (
        "plans/ke-hoach.yml", "basis: [kh-1]", "basis: [nq]",
        "plans/ke-hoach.yml: basis: must name a document that has a date, where the plan has none; "
        "the calendar begins with it, got ['nq']",
    ),
    "a plan carries out an unknown document": (
        "plans/ke-hoach.yml", "basis: [kh-1]", "basis: [kh-9]",
        "plans/ke-hoach.yml: ke-hoach > basis: must be an id in documents.yml, got 'kh-9'",
    ),
    "a number to be typed is no figure": (
        "questions/buoi-mot.yml", "answer: nguoi", "answer: nguoi-dan",
        "questions/buoi-mot.yml: q-04 > answer: must be an id in facts.csv, got 'nguoi-dan'",
    ),
    "a near number is no figure": (
        "questions/buoi-mot.yml", "{fact: so-bai", "{fact: so",
        "questions/buoi-mot.yml: q-04 > near[1] > fact: must be an id in facts.csv, got 'so'",
    ),
    "a list has other items than its source states": (
        "facts.csv", "so-bai,Số bài,3,exact,bài,,nguon,mục 2,gồm 03", "so-bai,Số bài,4,exact,bài,,nguon,mục 2,gồm 04",
        "outline.yml: bai-hoc: must hold the 4 items that 'so-bai' in facts.csv states, got 3",
    ),
    "two items of a list share an id": (
        "outline.yml", "- id: ba\n", "- id: mot\n",
        "outline.yml: bai-hoc > items: ids must be unique in their list, got 'mot'",
    ),
    "two parts of the book share an id": (
        "book.yml", "id: phan-hai", "id: phan-mot",
        "book.yml: book > parts: ids must be unique in their list, got 'phan-mot'",
    ),
    "pages do not rise": (
        "facts.csv", "phần sau,41,exact,,,nguon,mục 1,trang 41", "phần sau,40,exact,,,nguon,mục 1,trang 40",
        "book.yml: phan-hai: pages must rise from part to part, got (40, 90)",
    ),
    "questions belong to no session": (
        "sessions.yml", "slug: buoi-hai\n  notebook: 02-buoi-hai", "slug: buoi-ba\n  notebook: 02-buoi-ba",
        "questions/buoi-hai.yml: session: must be a slug in sessions.yml, got 'buoi-hai'",
    ),
    "a tool has the slug of a session": (
        "tools.yml", "slug: tra-cuu\n  notebook: tra-cuu", "slug: buoi-hai\n  notebook: buoi-hai",
        "tools.yml: buoi-hai: slug must be unique, also in sessions.yml",
    ),
    "two files share a question's id": (
        "questions/buoi-mot.yml", "id: q-08", "id: r-01",
        "questions/buoi-mot.yml: r-01: id must be unique, also in questions/buoi-hai.yml",
    ),
    "a file repeats a question's id": (
        "questions/buoi-mot.yml", "id: q-08", "id: q-01",
        "questions/buoi-mot.yml: q-01: id must be unique",
    ),
    "an event's date is not that of its report": (
        "plans/ke-hoach.yml", "kind: review\n", "kind: review\n    report: hang-nam\n",
        "plans/ke-hoach.yml: calendar > so-ket > when: must be the date of its report, "
        "'Trước ngày 30/10 hằng năm', got 'Tháng 10/2025'",
    ),
    "an event names no report of its plan": (
        "plans/ke-hoach.yml", "kind: review\n", "kind: review\n    report: hang-quy\n",
        "plans/ke-hoach.yml: calendar > so-ket > report: must be the id of one of the plan's reports, "
        "got 'hang-quy'",
    ),
    "an organisation sends a report that its plan has not": (
        "plans/ke-hoach.yml", "recipients:",
        "organisations: [{id: ban, name: Ban, names: [Ban thử], reports: [la], source: nguon, place: mục 3}]\n"
        "recipients:",
        "plans/ke-hoach.yml: organisations > ban: must be the id of one of the plan's reports, got 'la'",
    ),
    "an organisation has a date that its plan has not": (
        "plans/ke-hoach.yml", "recipients:",
        "organisations: [{id: ban, name: Ban, names: [Ban thử], calendar: [la], source: nguon, place: mục 3}]\n"
        "recipients:",
        "plans/ke-hoach.yml: organisations > ban > calendar: must be the id of one of the plan's events, got 'la'",
    ),
    "a duty names nobody whom the plan knows": (
        "plans/ke-hoach.yml", "recipients:",
        "organisations: [{id: ban, name: Ban, names: [Ban khác], source: nguon, place: mục 3}]\nrecipients:",
        "plans/ke-hoach.yml: duties > tuyen-truyen: must be a form that an organisation of the plan has; "
        "add it under organisations > names, got 'Ban thử'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SPANNING.values(), ids=SPANNING)
def test_broken_reference_is_named_with_place_rule_and_value(complaint, case):
    *edit, message = case
    assert complaint(*edit) == message


def test_walk_names_nested_entries_by_their_ids(course):
    places = {(file, place) for file, place, _ in walk(course)}
    assert ("facts.csv", "nguoi") in places
    assert ("outline.yml", "bai-hoc > hai") in places
    assert ("sessions.yml", "buoi-mot > agenda[1]") in places
    assert ("plans/ke-hoach.yml", "ke-hoach > so-ket > when") in places
    assert ("questions/buoi-mot.yml", "q-01 > options[3]") in places
