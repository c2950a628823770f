"""Words with and without accents, where they stand, and the part of a text that is shown."""

from __future__ import annotations

import unicodedata

import pytest

from tests.browser.modules import functions

GRAVE, ACUTE, HOOK, DOT = "\u0300", "\u0301", "\u0309", "\u0323"
# What is of words alone, for texts.
OWN = """
import { phrasesOf, termsOf, wordsOf } from "/widgets/search/text.js";
export const termsIn = (text) => termsOf(wordsOf(text));
export const phrasesIn = (text) => phrasesOf(wordsOf(text));
"""


@pytest.fixture(scope="module")
def call(browser):
    with functions(browser, "search/text.js", "search/letters.js", own=OWN) as call:
        yield call


@pytest.mark.parametrize(
    ("word", "exact", "plain"),
    [
        ("Đảng", f"đang{HOOK}", "dang"),
        (unicodedata.normalize("NFD", "Đảng"), f"đang{HOOK}", "dang"),
        ("\u00d0ảng", f"đang{HOOK}", "dang"),
        ("\u0110a\u0309n\u00adg\u200b", f"đang{HOOK}", "dang"),
        ("đặng", f"đăng{DOT}", "dang"),
        ("NGƯỜI", f"ngươi{GRAVE}", "nguoi"),
        ("ủy", f"uy{HOOK}", "uy"),
        ("uỷ", f"uy{HOOK}", "uy"),
        ("hoà", f"hoa{GRAVE}", "hoa"),
        ("hòa", f"hoa{GRAVE}", "hoa"),
        ("\uff33\uff13", "s3", "s3"),
        ("167.700", "167700", "167700"),
        ("167,700", "167700", "167700"),
        ("05", "5", "5"),
        ("0", "0", "0"),
        ("2.000", "2000", "2000"),
        ("TW", "tw", "tw"),
    ],
)
def test_forms_of_a_word(call, word, exact, plain):
    assert (call("exactForm", word), call("plainForm", word)) == (exact, plain)


def plain_words(call, text):
    return [word["plain"] for word in call("wordsOf", text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quy định số 37-QĐ/TW", ["quy", "dinh", "so", "37", "qd", "tw"]),
        ("37qd", ["37", "qd"]),
        ("ngày 02/09/2023.", ["ngay", "2", "9", "2023"]),
        ("ngày 2.9.2023, 2-9", ["ngay", "2", "9", "2023", "2", "9"]),
        ("37\u2011QĐ\u00a0TW", ["37", "qd", "tw"]),
        ("1.000.000; 12,5; 2.0001", ["1000000", "12", "5", "2", "1"]),
        ("hơn 167.700 đảng viên", ["hon", "167700", "dang", "vien"]),
        ("“Không thể”; 5 điểm…", ["khong", "the", "5", "diem"]),
        ("", []),
        ("–", []),
    ],
)
def test_words_of_a_text(call, text, words):
    assert plain_words(call, text) == words


def test_words_tell_where_they_stand(call):
    text = f"Của {unicodedata.normalize('NFD', 'Đảng')}, 2.740 lần"
    found = [text[word["start"] : word["end"]] for word in call("wordsOf", text)]
    assert found == ["Của", unicodedata.normalize("NFD", "Đảng"), "2.740", "lần"]


def test_the_index_keeps_both_forms_apart(call):
    assert call("termsIn", "Đảng TW") == ["dang", f"=đang{HOOK}", "tw"]


def test_phrases_begin_and_end_with_a_word(call):
    assert call("phrasesIn", "Bài học, 05") == {
        "plain": " bai hoc 5 ",
        "exact": f" bai{GRAVE} hoc{DOT} 5 ",
    }


@pytest.mark.parametrize(
    ("keys", "made"),
    [
        ("ddarng", f"đang{HOOK}"),
        ("dangrd", f"đang{HOOK}"),
        ("vieen", "viên"),
        ("vienje", f"viên{DOT}"),
        ("nhuwngx", "nhưng\u0303"),
        ("nhwng", "nhưng"),
        ("dduowcj", f"đươc{DOT}"),
        ("dduwowcj", f"đươc{DOT}"),
        ("chuaw", "chưa"),
        ("uyr", f"uy{HOOK}"),
        ("xax", "xa\u0303"),
        ("sawcs", f"săc{ACUTE}"),
        ("hoc", "hoc"),
        ("nhad", "nhad"),
        ("nqtw", "nqtư"),
        ("", ""),
    ],
)
def test_keys_make_words_as_in_telex(call, keys, made):
    assert call("telexForm", keys) == made


@pytest.mark.parametrize(
    ("word", "other"),
    [("lí", "lý"), ("quy", "qui"), ("kỷ", "kỉ"), ("uy", "uy"), ("hai", "hai"), ("tuy", "tuy")],
)
def test_one_word_in_two_spellings(call, word, other):
    assert call("otherSpelling", call("exactForm", word)) == call("exactForm", other)


def marked(call, text, *terms):
    hits = call("hitsOf", text, list(terms))
    return [piece["text"] for piece in call("pieces", text, hits) if piece["hit"]]


def test_words_are_marked_with_their_accents(call):
    assert marked(call, "Bài học thứ hai", "bai", "hoc") == ["Bài", "học"]


def test_without_accents_all_words_that_look_so_are_marked(call):
    assert marked(call, "Đảng đang làm", "dang") == ["Đảng", "đang"]


def test_with_accents_only_the_word_itself_is_marked(call):
    assert marked(call, "Đảng đang làm", "dang", f"=đang{HOOK}") == ["Đảng"]
    assert marked(call, "đang làm", "dang", f"=đang{HOOK}") == ["đang"]


def test_pieces_joined_are_the_text(call):
    text = unicodedata.normalize("NFD", "Hơn 167.700 đảng viên, <b>Đảng</b>")
    hits = call("hitsOf", text, ["dang", "167700"])
    parts = call("pieces", text, hits)
    assert "".join(part["text"] for part in parts) == text
    assert next(part["text"] for part in parts if part["hit"]) == "167.700"


def excerpt(call, text, *terms, length=40):
    hits = call("hitsOf", text, list(terms))
    parts = call("excerpt", text, hits, length)
    return "".join(part["text"] for part in parts), [part["text"] for part in parts if part["hit"]]


LONG = "Một hai ba bốn năm sáu bảy tám chín mười. Ở đây có bài học và bài học nữa. Rồi còn nhiều chữ khác."


def test_a_short_text_is_shown_whole(call):
    assert excerpt(call, "Bài học", "bai") == ("Bài học", ["Bài"])


def test_of_a_long_text_the_part_with_most_matches_is_shown(call):
    shown, hits = excerpt(call, LONG, "bai", "hoc")
    assert hits == ["bài", "học", "bài", "học"]
    assert shown.startswith("… ") and shown.endswith(" …")
    assert len(shown) <= 44


def test_of_a_long_text_without_matches_the_beginning_is_shown(call):
    shown, hits = excerpt(call, LONG, "xyz")
    assert (shown, hits) == ("Một hai ba bốn năm sáu bảy tám chín …", [])


def test_the_end_of_a_text_has_no_dots_behind(call):
    shown, hits = excerpt(call, LONG, "khac")
    assert hits == ["khác"]
    assert shown.endswith("khác.")


def test_one_endless_word_is_cut_without_harm(call):
    shown, _ = excerpt(call, "a" * 300, "xyz")
    assert shown == "a" * 300
