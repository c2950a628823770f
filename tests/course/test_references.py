"""References in texts become the words of the figures and documents they name."""

from __future__ import annotations

import pytest

from course import resolve, resolve_all
from course.references import UnknownReference


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có {fact:nguoi} dự.", "Có hơn 12.500 người dự."),
        ("Có {fact:nguoi:so} người.", "Có hơn 12.500 người."),
        ("{fact:so-bai}", "3 bài"),
        ("trang {fact:trang-cuoi}", "trang 90"),
        ("theo {doc:kh-1}", "theo Kế hoạch số 1-KH/XX ngày 28/02/2023"),
        ("theo {doc:nq}", "theo Nghị quyết"),
        ("{count:bai-hoc} bài, {count:nhiem-vu} việc", "3 bài, 2 việc"),
        ("không nhắc đến gì", "không nhắc đến gì"),
    ],
)
def test_reference_becomes_words(course, text, expected):
    assert resolve(course, text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{fact:nguoi-ta}", "no such fact: 'nguoi-ta'"),
        ("{doc:kh-9}", "no such doc: 'kh-9'"),
        ("{count:nguoi}", "no such count: 'nguoi'"),
        ("{fact:nguoi:chu}", "unknown kind of reference: '{fact:nguoi:chu}'"),
        ("{doc:kh-1:so}", "unknown kind of reference: '{doc:kh-1:so}'"),
        ("{count:bai-hoc:so}", "unknown kind of reference: '{count:bai-hoc:so}'"),
        ("{item:mot}", "unknown kind of reference: '{item:mot}'"),
        ("{Fact:nguoi}", "braces are only for references like {fact:id}: '{Fact:nguoi}'"),
        ("thừa }", "braces are only for references like {fact:id}: 'thừa }'"),
    ],
)
def test_unknown_reference_says_which(course, text, message):
    with pytest.raises(UnknownReference) as caught:
        resolve(course, text)
    assert str(caught.value) == message


def test_resolve_all_reaches_every_text_of_an_entry(course):
    group = resolve_all(course, course.groups["bai-hoc"])
    assert group["intro"] == "Nguồn nêu 3 bài học, rút ra từ việc làm của hơn 12.500 người."
    assert group["items"][0]["matter"] == (
        "Giải thích bài thứ nhất, theo Kế hoạch số 1-KH/XX ngày 28/02/2023."
    )


def test_resolve_all_leaves_other_values_alone(course):
    value = {"n": 3, "none": None, "list": ["{fact:so-bai}", True], "pair": ("{count:bai-hoc}", 1.5)}
    assert resolve_all(course, value) == {
        "n": 3, "none": None, "list": ["3 bài", True], "pair": ["3", 1.5],
    }  # fmt: skip
