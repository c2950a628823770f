"""Frames of a live page's line, in Jupyter's binary form ``v1``; nothing in them is trusted before it is checked.

A frame begins with a count and so many offsets, each of eight bytes, little end first. The
offsets bound its parts: the channel's name, the message's header, its parent's header,
metadata and content, each of them JSON, and then buffers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from jupyter_client import protocol_version

PROTOCOL = "v1.kernel.websocket.jupyter.org"
WORD = 8
# Header, parent's header, metadata and content.
JSON_PARTS = 4
# Widgets send a buffer for each array or picture; the kit's own send none.
MOST_BUFFERS = 64
# Of a header these alone go on. The kernel keeps them and quotes them in its log; browsers send 36 characters.
HEADER_NAMES, LONGEST_NAME = ("msg_id", "msg_type", "session"), 64
CONTENT_NAMES = {
    "comm_open": ("comm_id", "target_name"),
    "comm_msg": ("comm_id",),
    "comm_close": ("comm_id",),
}


class BadFrame(ValueError):
    """A frame that is not whole, or not of this form."""


@dataclass(frozen=True)
class Message:
    """What a frame carries.

    Attributes
    ----------
    channel
        Name of the kernel's channel it is meant for.
    kind
        The message's type.
    parts
        What goes to the kernel: a header of what was checked, the other JSON parts, and the buffers.
    """

    channel: str
    kind: str
    parts: list[bytes]


def read(frame: str | bytes) -> Message:
    """Read a frame from a browser.

    Raises
    ------
    BadFrame
        When it is text, its offsets do not bound it exactly, a JSON part is no JSON object, or a name
        that the kernel needs is missing, long or not printable. The reason quotes nothing from the frame.
    """
    if not isinstance(frame, bytes):
        raise BadFrame("text instead of a binary frame")
    channel, *parts = split(frame)
    header, _, _, content = [_json(part) for part in parts[:JSON_PARTS]]
    names = _names(header, HEADER_NAMES)
    _names(content, CONTENT_NAMES.get(names["msg_type"], ()))
    checked = {**names, "username": "", "version": protocol_version}
    return Message(
        channel.decode("ascii", "replace"), names["msg_type"], [json.dumps(checked).encode(), *parts[1:]]
    )


def split(frame: bytes) -> list[bytes]:
    """Cut a frame into its parts: the channel's name, the JSON parts, the buffers.

    Raises
    ------
    BadFrame
        When count and offsets do not bound the frame exactly.
    """
    count = int.from_bytes(frame[:WORD], "little")
    fewest = 1 + 1 + JSON_PARTS  # One offset before each part, and one after the last.
    if not fewest <= count <= fewest + MOST_BUFFERS:
        raise BadFrame("the number of parts is not possible")
    begin = WORD * (1 + count)
    if len(frame) < begin:
        raise BadFrame("shorter than its own list of parts")
    offsets = [int.from_bytes(frame[at : at + WORD], "little") for at in range(WORD, begin, WORD)]
    if offsets[0] != begin or offsets[-1] != len(frame):
        raise BadFrame("its parts do not fill it")
    if any(start > end for start, end in pairwise(offsets)):
        raise BadFrame("its parts are not in order")
    return [frame[start:end] for start, end in pairwise(offsets)]


def _names(values: dict[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    for name in names:
        value = values.get(name)
        if not (isinstance(value, str) and 0 < len(value) <= LONGEST_NAME and value.isprintable()):
            raise BadFrame(f"no {name}, or none that can be used")
    return {name: values[name] for name in names}


def _json(part: bytes) -> dict[str, Any]:
    try:
        value = json.loads(part)
    # Brackets nested without end are a RecursionError.
    except (ValueError, RecursionError):
        raise BadFrame("a part is not JSON") from None
    if not isinstance(value, dict):
        raise BadFrame("a part is not a JSON object")
    return value
