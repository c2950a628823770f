"""What was meant by words that no text has side by side."""

from __future__ import annotations

import pytest

from tests.browser.modules import functions

OWN = """
import { asWritten } from "/widgets/search/letters.js";
import { suggest } from "/widgets/search/suggest.js";
import { phrasesOf, wordsOf } from "/widgets/search/text.js";
import { createVocabulary } from "/widgets/search/vocabulary.js";
export function meant(typed, texts) {
  const vocabulary = createVocabulary();
  for (const text of texts) {
    const words = wordsOf(text);
    vocabulary.add({ text, words, plain: phrasesOf(words).plain });
  }
  return suggest(wordsOf(typed).map((word) => asWritten(word, vocabulary.has)), vocabulary);
}
"""
TEXTS = [
    "Lúa nước ta xanh tốt, mùa xuân trồng lúa nước",
    "Trồng cây, gây rừng là việc của mọi nhà",
    "Ủy ban xã lo nước sạch",
    "Trồng cây mùa xuân; trồng cây quanh nhà; cây xanh",
    "Làm giàu từ rừng, giữ đất",
]


@pytest.fixture(scope="module")
def meant(browser):
    with functions(browser, "search/text.js", own=OWN) as call:
        yield lambda typed: call("meant", typed, TEXTS)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("muaxuan", "mùa xuân"),
        ("mùaxuân", "mùa xuân"),
        ("trongcaymuaxuan", "Trồng cây mùa xuân"),
        ("gâyrừng", "gây rừng"),
        ("mùa suân", "mùa xuân"),
        ("mua suan", "mùa xuân"),
        ("chồng cây", "Trồng cây"),
        ("lúa lước", "Lúa nước"),
        ("làm dàu", "Làm giàu"),
        ("mùa xuânn", "mùa xuân"),
        ("mùa xaun", "mùa xuân"),
        ("ủy ban xax", None),
        ("nước sạchh 5", "nước sạch 5"),
    ],
)
def test_what_stands_side_by_side_is_meant(meant, typed, text):
    found = meant(typed)
    assert (found and found["text"]) == text


@pytest.mark.parametrize(
    "typed", ["cây lúa", "abcxyz", "xanh", "5", "lúa xyz", "mọc cây", "đất nhà", "nhà xun"]
)
def test_nothing_is_made_up(meant, typed):
    assert meant(typed) is None


def test_it_is_certain_when_a_text_has_it_all(meant):
    assert meant("mùa suân")["certain"] is True
    assert meant("rừng mùa suân") == {"text": "rừng mùa xuân", "certain": False}
