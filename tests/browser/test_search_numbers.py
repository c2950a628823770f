"""Numbers as people type them: in words, as ordinals, in dates, with either sign between thousands."""

from __future__ import annotations

import pytest

from tests.browser.modules import functions

# What is typed, and the texts that know words and numbers; ways of writing come back as plain words.
OWN = """
import { numberReadings } from "/widgets/search/numbers.js";
import { phrasesOf, wordsOf } from "/widgets/search/text.js";
import { createVocabulary } from "/widgets/search/vocabulary.js";
export function ways(typed, text) {
  const vocabulary = createVocabulary();
  const words = wordsOf(text);
  vocabulary.add({ text, words, plain: phrasesOf(words).plain });
  return numberReadings(wordsOf(typed), vocabulary).map(({ words, sure }) =>
    `${words.map(({ plain }) => plain).join(" ")}${sure ? "" : "?"}`);
}
"""
TEXT = (
    "Bài học kinh nghiệm thứ nhất, hai, ba, tư, năm; phần, tháng, ngày; hơn 167.700 đảng viên, 2.740 tổ chức, "
    "190 cán bộ, 37, 22, 11, 5, 4, 3, 2, 19, 9, 10, 21, 2023, khóa XIII"
)


@pytest.fixture(scope="module")
def ways(browser):
    with functions(browser, "search/text.js", own=OWN) as call:
        yield lambda typed: call("ways", typed, TEXT)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ba mươi bảy", "37"),
        ("ba muoi bay", "37"),
        ("hai mươi hai", "22"),
        ("hăm hai", None),
        ("mười một", "11"),
        ("hai mươi mốt", "21"),
        ("một trăm chín mươi cán bộ", "190 can bo"),
        ("hai nghìn bảy trăm bốn mươi", "2740"),
        ("hai nghìn không trăm hai mươi ba", "2023"),
        ("một trăm sáu mươi bảy ngàn bảy trăm đảng viên", "167700 dang vien"),
        ("167 nghìn đảng viên", "167700 dang vien"),
        ("một trăm sáu mươi bảy nghìn", "167700"),
        ("2 nghìn 7 trăm 4 mươi", "2740"),
        ("167 700", "167700"),
        ("2 740 tổ chức", "2740 to chuc"),
        ("bảy mươi lăm", None),
        ("37", None),
        ("đảng viên", None),
    ],
)
def test_numbers_in_words(ways, typed, written):
    assert ways(typed) == ([written] if written else [])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("bài học thứ năm", ["bai hoc 5"]),
        ("bai hoc thu nam", ["bai hoc 5"]),
        ("bài học thứ nhất", []),
        ("bài học thứ nhì", ["bai hoc 2"]),
        ("bài học thứ 3", ["bai hoc 3"]),
        ("bài học số 3", ["bai hoc 3"]),
        ("bài học 3", ["bai hoc thu ba?"]),
        ("phần 2", ["phan thu hai?"]),
        ("3 bài học", []),
        ("khóa 13", ["khoa xiii"]),
    ],
)
def test_ordinals(ways, typed, written):
    assert ways(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("19 tháng 5", "19 5"),
        ("ngày 19 tháng 5 năm 2023", "ngay 19 5 2023"),
        ("ngày mười một tháng mười", "ngay 11 10"),
        ("mùng 2 tháng 9", "2 9"),
        ("mong hai thang chin", "2 9"),
        ("tháng năm năm 2023", "thang 5 2023"),
        ("tháng tư", "thang 4"),
    ],
)
def test_dates(ways, typed, written):
    assert written in ways(typed)


def test_a_single_word_may_be_another_word(ways):
    assert ways("năm học") == ["5 hoc?"]
    assert ways("tám bài học") == []
