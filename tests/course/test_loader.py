"""Reading files: encodings, YAML, CSV, names of files, and the project's own data."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from course import ContentError, load
from tests.courses import bare_course, shipped

READING = {
    "YAML is broken": (
        "outline.yml", "title: Các bài học", "title: Bài: các",
        "outline.yml: line 2: not valid YAML: mapping values are not allowed in this context; "
        "quote texts that hold ': ' or start with a special character, indent like the lines around it",
    ),
    "a quotation mark stays open in YAML": (
        "outline.yml", "title: Các bài học", 'title: "Các bài học',
        "outline.yml: lines 2–40: not valid YAML: found unexpected end of stream; "
        "close the quotation mark",
    ),
    "a tab indents": (
        "outline.yml", "  title: Các bài học", "\ttitle: Các bài học",
        "outline.yml: lines 1–2: not valid YAML: found a tab character that violates indentation; "
        "indent with spaces, like the lines around it",
    ),
    "a key stands twice": (
        "plans/ke-hoach.yml", "short: Kế hoạch thử", "short: Kế hoạch thử\nshort: Kế hoạch",
        "plans/ke-hoach.yml: line 4: the key 'short' stands twice",
    ),
    "a field's name is a list": (
        "sources.yml", "short:", "? [a]\n  :", "sources.yml: line 4: a field's name must be plain text",
    ),
    "a day that does not exist": (
        "documents.yml", "2023-02-28", "2023-02-30", "documents.yml: line 4: there is no such date: 2023-02-30",
    ),
    "the file is not UTF-8": (
        "book.yml", "Sách thử", "Sách".encode("cp1258"),
        "book.yml: line 1: the file must be saved as UTF-8; in Excel choose “CSV UTF-8”, in Notepad the encoding "
        r"UTF-8, got b'\xe1'",
    ),
    "the file is no list": (
        "sources.yml", "- id: nguon\n", "nguon:\n",
        "sources.yml: file: must be a list of entries, got {'nguon': {'title': 'Nguồn dùng để thử', "
        "'short': 'Nguồn thử', 'issuer': 'Nơi ban hành …",
    ),
    "an id stands twice": (
        "documents.yml", "- id: nq\n", "- id: kh-1\n",
        "documents.yml: kh-1: id must be unique in the file, got 'kh-1'",
    ),
    "an id has no place to stand": (
        "documents.yml", "- id: nq\n  kind", "- kind", "documents.yml: [2] > id: this field is required",
    ),
    "a plan is named after another": (
        "plans/ke-hoach.yml", "id: ke-hoach", "id: ke-khac",
        "plans/ke-hoach.yml: id: must be the file's name, 'ke-hoach', got 'ke-khac'",
    ),
    "a column is missing": (
        "facts.csv", ",evidence,", ",",
        "facts.csv: row 1: columns are missing: evidence, got ['id', 'label', 'value', 'qualifier', 'unit', "
        "'period', 'source', 'place', 'note']",
    ),
    "a column is unknown": (
        "facts.csv", ",note\n", ",note,remark\n",
        "facts.csv: row 1: unknown or repeated columns, got ['remark']",
    ),
    "a row has a cell too many": (
        "facts.csv", '"hơn 12.500 người, cả xã"', "hơn 12.500 người, cả xã",
        "facts.csv: row 7 (nguoi): must have 10 cells, it has 11; put a cell that holds the separator in "
        "quotation marks",
    ),
    "a row has too few cells": (
        "facts.csv", "trang 41 đến 90,\n", "trang 41 đến 90\n",
        "facts.csv: row 4 (trang-sau): must have 10 cells, it has 9; put a cell that holds the separator in "
        "quotation marks",
    ),
    "a quotation mark stays open": (
        "facts.csv", "cả xã\"", "cả xã", "facts.csv: at or after row 6: not valid CSV: unexpected end of data",
    ),
    "a value that has digits among words": (
        "facts.csv", "12500", "12 nghìn",
        "facts.csv: row 7 (nguoi) > value: must be digits with no dots, and a comma before decimals, or the source's "
        "words, got '12 nghìn'",
    ),
    "a value has a dot between thousands": (
        "facts.csv", "12500", "12.000",
        "facts.csv: row 7 (nguoi) > value: must be digits with no dots, and a comma before decimals, or the source's "
        "words, got '12.000'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", READING.values(), ids=READING)
def test_broken_file_is_named_with_place_rule_and_value(complaint, case):
    *edit, message = case
    assert complaint(*edit) == message


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("course.yml", "course.yml: file: is missing from data/"),
        ("book.yml", "outline.yml: bai-hoc > part: must be an id in book.yml, got 'phan-mot'"),
        ("documents.yml", "outline.yml: bai-hoc > mot > matter: no such doc: 'kh-1'"),
        (
            "glossary.yml",
            "tools.yml: tra-cuu > shows: the course has nothing to show: no glossary, got 'glossary'",
        ),
        ("facts.csv", "facts.csv: file: is missing from data/"),
        (
            "plans/ke-hoach.yml",
            "sessions.yml: buoi-hai > shows: the course has nothing to show: no plans, got 'plans-in-full'",
        ),
        (
            "questions/buoi-hai.yml",
            "sessions.yml: buoi-hai: has no questions: questions/buoi-hai.yml is missing",
        ),
    ],
)
def test_missing_file_is_named(data: Path, file, message):
    (data / file).unlink()
    with pytest.raises(ContentError) as caught:
        load(data.parent)
    assert str(caught.value.faults[0]) == message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "qa.yml",
            "hoi-dap.yml",
            "hoi-dap.yml: file: is read by nobody; a course has course.yml, sources.yml, ",
        ),
        ("qa.yml", "qa.yaml", "qa.yaml: file: is read by nobody; a course has course.yml, sources.yml, "),
        (
            "plans/ke-hoach.yml",
            "plans/ke-hoach.yaml",
            "plans/ke-hoach.yaml: file: is read by nobody; the name must end in .yml",
        ),
    ],
)
def test_a_file_that_nobody_reads_is_named(data: Path, old, new, message):
    (data / old).rename(data / new)
    with pytest.raises(ContentError) as caught:
        load(data.parent)
    assert str(caught.value).startswith(message)


def test_what_editors_and_people_put_beside_the_files_is_no_error(data: Path, course):
    for name in (".#qa.yml", ".~lock.facts.csv#", "qa.yml~", "README.md"):
        (data / name).write_text("?", "utf-8")
    assert replace(load(data.parent), folder=course.folder) == course


def test_what_a_course_has_no_file_for_is_empty(tmp_path: Path):
    bare = load(bare_course(tmp_path, tools=False))
    assert bare.book is None
    empty = ("documents", "corrections", "glossary", "qa", "decks", "plans", "tools", "parts")
    assert [name for name in empty if getattr(bare, name)] == []
    assert list(bare.sessions) == ["buoi-mot", "buoi-hai"]


def test_a_folder_where_a_file_belongs_is_named(data: Path):
    (data / "book.yml").unlink()
    (data / "book.yml").mkdir()
    with pytest.raises(ContentError, match=r"^book\.yml: file: is missing from data/$"):
        load(data.parent)


def test_entries_keep_the_order_of_their_file(course):
    assert list(course.groups) == ["bai-hoc", "nhiem-vu"]
    assert [item.id for item in course.groups["bai-hoc"].items] == ["mot", "hai", "ba"]
    assert list(course.sessions) == ["buoi-mot", "buoi-hai"]


def test_csv_cells_become_typed_values(course):
    fact = course.facts["nguoi"]
    assert (fact.value, fact.qualifier, fact.evidence) == (12500, "over", "hơn 12.500 người, cả xã")


def test_questions_are_keyed_by_session(course):
    assert [question.kind for question in course.questions["buoi-mot"]][:6] == [
        "single", "multiple", "boolean", "numeric", "ordering", "matching",
    ]  # fmt: skip


@pytest.mark.parametrize("file", ["facts.csv", "outline.yml"])
def test_byte_order_mark_of_excel_and_notepad_is_no_error(data: Path, course, file):
    (data / file).write_bytes(b"\xef\xbb\xbf" + (data / file).read_bytes())
    assert replace(load(data.parent), folder=course.folder) == course


def in_windows_1258(text: str) -> bytes:
    """Return a text as Windows wrote Vietnamese before Unicode: tones stand after their letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = [unicodedata.normalize("NFD", letter) for letter in text]
    return "".join(
        unicodedata.normalize("NFC", "".join(sign for sign in letter if sign not in tones))
        + "".join(sign for sign in letter if sign in tones)
        for letter in letters
    ).encode("cp1258")


EXCEL = {
    "semicolons": lambda rows: rows(";").encode("utf-8"),
    "semicolons and a byte-order mark": lambda rows: rows(";").encode("utf-8-sig"),
    "tabs": lambda rows: rows("\t").encode("utf-8"),
    "Windows-1258": lambda rows: in_windows_1258(rows(";")),
    "decomposed letters": lambda rows: unicodedata.normalize("NFD", rows(",")).encode("utf-8"),
}


@pytest.mark.parametrize("saved", EXCEL.values(), ids=EXCEL)
def test_facts_are_read_as_excel_saves_them(data: Path, course, saved):
    table = list(csv.reader((data / "facts.csv").read_text("utf-8").splitlines()))

    def rows(delimiter: str) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter).writerows(table)
        return text.getvalue()

    (data / "facts.csv").write_bytes(saved(rows))
    assert load(data.parent).facts == course.facts


def test_another_old_encoding_is_refused_with_what_to_do(data: Path):
    # "Số bài" in TCVN3, whose bytes are other letters in every other encoding.
    text = (data / "facts.csv").read_bytes().replace("Số bài".encode(), b"S\xe8 b\xb5i")
    (data / "facts.csv").write_bytes(text)
    with pytest.raises(
        ContentError, match=r"^facts\.csv: line \d+: the file must be saved as UTF-8; in Excel choose"
    ):
        load(data.parent)


def test_decomposed_letters_are_composed(data: Path, course):
    path = data / "questions" / "buoi-mot.yml"
    path.write_text(unicodedata.normalize("NFD", path.read_text("utf-8")), "utf-8")
    assert load(data.parent).questions == course.questions


def test_windows_line_ends_are_no_error(data: Path, course):
    for file in ("facts.csv", "outline.yml"):
        (data / file).write_bytes((data / file).read_bytes().replace(b"\n", b"\r\n"))
    assert replace(load(data.parent), folder=course.folder) == course


def test_real_data_loads():
    course = shipped()
    assert {"thi-uy", "van-ban"} <= set(course.sources)
    assert course.facts["dang-vien"].qualifier == "over"
