"""The reader's progress as a file, without a page: taken out, checked, merged, put in; never half."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.modules import modules

NOW = 1_795_600_000_000
CARD = {"due": 9, "at": 5, "from": 1, "s": 2, "d": 5, "n": 3, "l": 0, "st": 2, "k": 0, "iv": 4}
KEYS = {
    "hoc-tac-pham/giao-dien": "dark",
    "hoc-tac-pham/bai-hoc/quiz": json.dumps(
        {"done": 1, "total": 8, "right": 1, "answers": {"q1": {"value": 0}}}
    ),
    "hoc-tac-pham/bai-hoc/bai-hoc": json.dumps(
        {"done": 1, "total": 8, "read": ["a"], "notes": {"a": "Của tôi"}}, ensure_ascii=False
    ),
    "hoc-tac-pham/the-ghi-nho/the": json.dumps({"done": 1, "total": 9, "cards": {"c1": CARD}}),
}
FOREIGN = {"khac/khoa": "của trang khác"}

# A storage that holds what it is given, and refuses to hold more than it has room for.
STORAGE = """
export function createStorage(given, room = 1e9) {
  const map = new Map(Object.entries(given));
  return {
    get length() { return map.size; },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    removeItem: (key) => map.delete(key),
    setItem(key, value) {
      const others = [...map].filter(([name]) => name !== key).reduce((sum, [, text]) => sum + text.length, 0);
      if (others + value.length > room) throw new Error("full");
      map.set(key, value);
    },
    all: () => Object.fromEntries(map),
  };
}
"""


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Callable[..., object]]:
    """A function that runs a script with values; the module's functions are in ``module``."""
    with modules(browser, "progress/file.js", own=STORAGE) as page:
        yield lambda script, *given: page.evaluate(script, list(given))


def exported(call, keys: dict) -> dict:
    return call("([keys, now]) => module.exportProgress(module.createStorage(keys), now)", keys, NOW)


def checked(call, file: dict | str) -> dict:
    text = file if isinstance(file, str) else json.dumps(file, ensure_ascii=False)
    return call("([text]) => module.checkProgress(text)", text)


def imported(call, keys: dict, data: dict, mode: str, room: int = 10**9) -> tuple[dict, dict]:
    """Import into a storage; gives the result and what the storage holds then."""
    script = """([keys, data, mode, room]) => {
      const storage = module.createStorage(keys, room);
      return [module.importProgress(storage, data, mode), storage.all()];
    }"""
    return tuple(call(script, keys, data, mode, room))


def test_the_file_holds_all_of_the_kit_and_nothing_else(call):
    file = exported(call, {**KEYS, **FOREIGN})
    assert file["items"] == KEYS
    assert (file["version"], file["saved"][:10]) == (1, "2026-11-25")


def test_the_file_has_the_day_of_viet_nam_in_its_name(call):
    names = [
        call("([now]) => module.progressFileName(now)", now)
        for now in (NOW, 1_795_625_999_000, 1_795_626_001_000)
    ]
    assert names[1:] == ["tien-do-hoc-tap-2026-11-25.json", "tien-do-hoc-tap-2026-11-26.json"]


@pytest.mark.parametrize("mode", ["merge", "replace"])
def test_out_cleared_and_in_again_is_the_same(call, mode):
    file = json.loads(json.dumps(exported(call, KEYS)))
    assert checked(call, file)["ok"] is True
    result, after = imported(call, FOREIGN, checked(call, file)["data"], mode)
    assert result == {"ok": True, "error": "", "count": 4}
    assert after == {**FOREIGN, **KEYS}


def test_a_file_without_progress_is_a_file(call):
    assert checked(call, exported(call, {}))["ok"] is True


def test_a_byte_order_mark_and_line_breaks_do_not_matter(call):
    text = "\ufeff" + json.dumps(exported(call, KEYS), indent=2) + "\n"
    assert checked(call, text)["ok"] is True


def wrong_files(good: dict) -> dict[str, tuple[str | dict, str]]:
    text = json.dumps(good, ensure_ascii=False)
    item = {"hoc-tac-pham/a": "b"}
    return {
        "empty": ("", "Tệp trống"),
        "blank": (" \n", "Tệp trống"),
        "cut off": (text[: len(text) // 2], "bị hỏng hoặc tải về chưa hết"),
        "not JSON": ("Kính gửi các đồng chí", "không phải tệp tiến độ"),
        "a number": ("17", "không phải tệp tiến độ"),
        "nothing": ("null", "không phải tệp tiến độ"),
        "a list": ("[]", "không phải tệp tiến độ"),
        "other JSON": ('{"cells": [], "nbformat": 4}', "không phải tệp tiến độ"),
        "too large": ("x" * 5_000_001, "quá lớn"),
        "old": ({**good, "version": 0}, "bản cũ"),
        "no version": ({name: good[name] for name in good if name != "version"}, "bản cũ"),
        "newer": ({**good, "version": 2}, "bản mới hơn"),
        "changed": ({**good, "items": {**good["items"], **item}}, "không khớp với mã kiểm tra"),
        "a letter changed": (text.replace("Của tôi", "Của tớ"), "không khớp với mã kiểm tra"),
        "no check": ({**good, "check": ""}, "không khớp với mã kiểm tra"),
        "items are a list": ({**good, "items": []}, "không khớp với mã kiểm tra"),
        "items of another site": ({**good, "items": {"khac/khoa": "x"}}, "không khớp với mã kiểm tra"),
        "items are not texts": ({**good, "items": {"hoc-tac-pham/a": 3}}, "không khớp với mã kiểm tra"),
        "no day": ({**good, "saved": "hôm qua"}, "không khớp với mã kiểm tra"),
    }


@pytest.mark.parametrize("name", wrong_files({"items": {}}))
def test_a_wrong_file_is_named_with_what_to_do(call, name):
    file, said = wrong_files(exported(call, KEYS))[name]
    result = checked(call, file)
    assert (result["ok"], result["data"]) == (False, None)
    assert said in result["error"]
    assert result["error"].endswith("Tiến độ trên máy này vẫn giữ nguyên.")


def test_replacing_leaves_only_what_the_file_holds(call):
    data = exported(call, {"hoc-tac-pham/a/quiz": "{}"})
    _, after = imported(call, {**KEYS, **FOREIGN}, data, "replace")
    assert after == {**FOREIGN, "hoc-tac-pham/a/quiz": "{}"}


def merged(call, here: object, there: object, key: str = "hoc-tac-pham/x/y") -> dict:
    as_text = [value if isinstance(value, str) else json.dumps(value) for value in (here, there)]
    _, after = imported(call, {key: as_text[0]}, exported(call, {key: as_text[1]}), "merge")
    return json.loads(after[key])


def test_merging_takes_each_flashcard_by_its_later_review(call):
    older, newer = {**CARD, "at": 5, "n": 1}, {**CARD, "at": 8, "n": 2}
    here = {"total": 9, "done": 2, "limit": 20, "cards": {"a": older, "b": newer}}
    there = {"total": 9, "done": 3, "limit": 5, "cards": {"a": newer, "b": older, "c": older}}
    result = merged(call, here, there)
    assert result["cards"] == {"a": newer, "b": newer, "c": older}
    assert (result["done"], result["total"], result["limit"]) == (3, 9, 20)


def test_cards_that_a_file_brings_are_no_longer_new(call):
    here = {"total": 12, "done": 1, "unseen": 11, "cards": {"a": CARD}}
    there = {"total": 12, "done": 3, "unseen": 9, "cards": {"a": CARD, "b": CARD, "c": CARD}}
    assert merged(call, here, there)["unseen"] == 9
    assert merged(call, {**here, "unseen": 1}, there)["unseen"] == 0


def test_merging_keeps_the_answers_of_both_and_ones_own_where_both_answered(call):
    here = {"done": 2, "total": 8, "right": 2, "answers": {"a": {"value": 1}, "b": {"value": 2}}}
    there = {"done": 2, "total": 8, "right": 0, "answers": {"b": {"value": 3}, "c": {"value": 4}}}
    result = merged(call, here, there)
    assert result["answers"] == {"a": {"value": 1}, "b": {"value": 2}, "c": {"value": 4}}
    assert result["done"] == 3
    assert "right" not in result
    assert merged(call, here, {**there, "answers": {"b": {"value": 3}}})["right"] == 2


def test_merging_keeps_what_was_read_and_the_notes_of_both(call):
    here = {"done": 1, "total": 8, "read": ["a"], "notes": {"a": "Ở đây", "b": "Giống nhau"}}
    there = {
        "done": 2,
        "total": 8,
        "read": ["b", "a"],
        "notes": {"a": "Ở kia", "b": "Giống nhau", "c": "Mới"},
    }
    result = merged(call, here, there)
    assert sorted(result["read"]) == ["a", "b"]
    assert result["notes"] == {"a": "Ở đây\n\nỞ kia", "b": "Giống nhau", "c": "Mới"}
    assert result["done"] == 2
    # A second time adds nothing.
    assert merged(call, result, there) == result


def test_notes_of_before_days_were_kept_join_those_of_today(call):
    before = {"done": 0, "total": 1, "read": [], "notes": {"Câu?": "Trước đây"}}
    today = {
        "done": 0,
        "total": 0,
        "read": [],
        "notes": {"Câu?": "Hôm nay", "Khác?": "Mới"},
        "days": {"Câu?": 20787},
    }
    key = "hoc-tac-pham/bai-hoc/viet-lien-he"
    for here, there in ((before, today), (today, before)):
        file = exported(call, {key: json.dumps(there)})
        _, after = imported(call, {key: json.dumps(here)}, checked(call, file)["data"], "merge")
        joined = json.loads(after[key])
        assert joined["days"] == {"Câu?": 20787}
        assert set(joined["notes"]) == {"Câu?", "Khác?"}
        assert sorted(joined["notes"]["Câu?"].split("\n\n")) == ["Hôm nay", "Trước đây"]


def test_a_note_that_both_have_is_of_the_later_day(call):
    key = "hoc-tac-pham/bai-hoc/viet-lien-he"
    here, there = ({"read": [], "notes": {"a": "A"}, "days": {"a": day}} for day in (20787, 20790))
    file = exported(call, {key: json.dumps(there)})
    _, after = imported(call, {key: json.dumps(here)}, checked(call, file)["data"], "merge")
    assert json.loads(after[key])["days"] == {"a": 20790}


def test_merging_prefers_what_can_be_read(call):
    whole = {"done": 1, "cards": {"a": CARD}}
    assert merged(call, "hỏng", whole) == whole
    assert merged(call, whole, "hỏng") == whole
    assert merged(call, {"open": 3}, {"open": 4}) == {"open": 3}


@pytest.mark.parametrize("mode", ["merge", "replace"])
def test_without_room_nothing_changes(call, mode):
    data = exported(call, {"hoc-tac-pham/a/quiz": "{}", "hoc-tac-pham/b/quiz": "x" * 2000})
    room = sum(map(len, KEYS.values())) + 100
    result, after = imported(call, KEYS, data, mode, room)
    assert result["ok"] is False
    assert "không đủ chỗ" in result["error"]
    assert after == KEYS


def test_refused_storage_is_said(call):
    result = call('([data]) => module.importProgress(null, data, "merge")', exported(call, KEYS))
    assert (result["ok"], result["count"]) == (False, 0)
    assert "không cho lưu" in result["error"]
    assert call("([now]) => module.exportProgress(null, now)", NOW)["items"] == {}


def test_an_unknown_way_to_import_is_a_mistake_of_the_page(call):
    assert call("""([data]) => {
      try { module.importProgress(module.createStorage({}), data, "add"); } catch (error) { return error.message; }
    }""", exported(call, KEYS)) == 'importProgress: mode must be "merge" or "replace", got "add"'  # fmt: skip
