"""Frames are read as Jupyter writes them, and refused when they are not whole."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_of
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1

from server.live.frames import WORD, BadFrame, read, split
from tests.lines import frame, parts

# The same examples every time, and none kept in the folder.
same = settings(database=None, deadline=None, derandomize=True)

WORDS = 6  # Offsets of a message without buffers.
values = any_of.recursive(
    any_of.none() | any_of.booleans() | any_of.integers() | any_of.text(),
    lambda inner: any_of.lists(inner, max_size=3) | any_of.dictionaries(any_of.text(), inner, max_size=3),
    max_leaves=8,
)
objects = any_of.dictionaries(any_of.text(), values, max_size=4)
names = any_of.text(
    any_of.characters(min_codepoint=33, max_codepoint=0x24F, categories=["L", "N"]), min_size=1
)
names = names.filter(lambda name: len(name) <= 64)


def bounded(count: int, offsets: list[int], rest: bytes) -> bytes:
    return b"".join(word.to_bytes(WORD, "little") for word in (count, *offsets)) + rest


@same
@given(names, objects, objects, any_of.lists(any_of.binary(max_size=40), max_size=64))
def test_what_a_browser_sends_comes_through(kind: str, metadata: dict, content: dict, buffers: list) -> None:
    header = {"msg_id": "1", "msg_type": kind, "session": "s", "further": metadata}
    sent = [json.dumps(part).encode() for part in (header, {}, metadata, content)]
    message = read(serialize_msg_to_ws_v1([*sent, *buffers], "shell"))
    assert (message.channel, message.kind) == ("shell", kind)
    assert message.parts[1:] == [*sent[1:], *buffers]
    assert json.loads(message.parts[0]).keys() == {"msg_id", "msg_type", "session", "username", "version"}


@same
@given(any_of.binary(max_size=200))
def test_bytes_of_any_kind_are_cut_whole_or_refused(data: bytes) -> None:
    with pytest.raises(BadFrame):
        split(data)


@same
@given(any_of.integers(0, 2**64 - 1), any_of.lists(any_of.integers(0, 2**64 - 1), max_size=80))
def test_a_list_of_offsets_that_fits_nothing_is_refused(count: int, offsets: list[int]) -> None:
    for number in (count, len(offsets)):
        with pytest.raises(BadFrame):
            split(bounded(number, offsets, b"shell{}{}{}{}"))


@same
@given(any_of.integers(0, WORDS), any_of.integers(0, 2**64 - 1) | any_of.integers(0, 400))
def test_one_wrong_number_is_refused_or_only_moves_a_border(at: int, number: int) -> None:
    whole = frame("comm_msg", {"comm_id": "c", "data": {}})
    begin = WORD * (1 + WORDS)
    changed = whole[: WORD * at] + number.to_bytes(WORD, "little") + whole[WORD * (at + 1) :]
    try:
        assert b"".join(split(changed)) == whole[begin:]
    except BadFrame:
        assert changed != whole
    if at in (0, 1, WORDS) and changed != whole:
        with pytest.raises(BadFrame):
            split(changed)


@same
@given(any_of.data())
def test_a_part_of_a_frame_is_refused(data: any_of.DataObject) -> None:
    whole = frame("comm_msg", {"comm_id": "c", "data": {}}, buffers=(b"12345",))
    with pytest.raises(BadFrame):
        split(whole[: data.draw(any_of.integers(0, len(whole) - 1))])
    with pytest.raises(BadFrame):
        split(whole + data.draw(any_of.binary(min_size=1)))


def test_offsets_must_rise() -> None:
    rest = b"shell" + b"{}" * 4
    rising = [56, 61, 63, 65, 67, 69]
    assert split(bounded(6, rising, rest)) == [b"shell", b"{}", b"{}", b"{}", b"{}"]
    with pytest.raises(BadFrame, match="order"):
        split(bounded(6, [56, 61, 65, 63, 67, 69], rest))


@pytest.mark.parametrize("count", [0, 1, 5, 71, 10**7, 2**31 - 1, 2**40, 2**63, 2**64 - 1])
def test_the_count_must_be_possible(count: int) -> None:
    with pytest.raises(BadFrame, match="number of parts"):
        split(count.to_bytes(WORD, "little") + b"\0" * 1000)


@pytest.mark.parametrize(
    "header",
    [
        {"msg_type": "comm_msg\n00:00:00 ERROR forged\x1b[31m"}, {"msg_type": "x" * 200_000}, {"msg_type": ""},
        {"msg_type": ["comm_msg"]}, {"msg_id": None}, {"session": "s" * 5000}, {"session": "\u202e"},
    ],
)  # fmt: skip
def test_names_that_the_kernel_would_quote_are_checked(header: dict) -> None:
    with pytest.raises(BadFrame) as refused:
        read(frame("comm_msg", {"comm_id": "c", "data": {}}, **header))
    assert len(str(refused.value)) < 60 and str(refused.value).isprintable()


@pytest.mark.parametrize("content", [{}, {"comm_id": 5}, {"comm_id": "c\n"}, {"comm_id": "c" * 65}])
@pytest.mark.parametrize("kind", ["comm_open", "comm_msg", "comm_close"])
def test_a_widget_must_be_named(kind: str, content: dict) -> None:
    with pytest.raises(BadFrame, match="comm_id"):
        read(frame(kind, content | {"target_name": "jupyter.widget"}))


@pytest.mark.parametrize("part", [b"", b"5", b"[]", b"{", b"\xff", b"[" * 200_000, b'{"a":' * 200_000])
@pytest.mark.parametrize("at", range(4))
def test_a_part_that_is_no_json_object_is_refused(at: int, part: bytes) -> None:
    sent = parts("kernel_info_request", {})
    with pytest.raises(BadFrame, match="JSON"):
        read(serialize_msg_to_ws_v1([*sent[:at], part, *sent[at + 1 :]], "shell"))


def test_text_is_refused() -> None:
    with pytest.raises(BadFrame, match="text"):
        read(json.dumps({"header": {"msg_type": "kernel_info_request"}, "channel": "shell"}))
