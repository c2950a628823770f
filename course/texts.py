"""Reads a course's text files: UTF-8, composed letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from course.errors import ContentError


def read(path: Path, name: str, missing: str) -> str:
    """Return the text of a file.

    Parameters
    ----------
    path
        The file.
    name
        What messages call it.
    missing
        The rule that a file breaks which is not there.

    Raises
    ------
    ContentError
        When there is no such file, or when it is not UTF-8 or not Unicode NFC; names the line.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise ContentError(name, "file", missing) from None
    try:
        # Excel and Notepad put a byte-order mark ahead of UTF-8; it is no part of the text.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        wrong = data[error.start : error.end]
        raise ContentError(name, f"line {number}", "the file must be saved as UTF-8", wrong) from None
    for number, line in enumerate(text.splitlines(), start=1):
        if not unicodedata.is_normalized("NFC", line):
            rule = "text must be Unicode NFC (composed diacritics); type these words anew"
            raise ContentError(name, f"line {number}", rule, line.strip())
    return text
