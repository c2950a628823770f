"""Reads a course's text files: UTF-8, composed letters."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from course.errors import ContentError

# Letters and signs of a Vietnamese text that stood in Excel; what else a wrong encoding gives is none of them.
_VIETNAMESE = re.compile(
    r"[\x09\x0a\x0d\x20-\x7eÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’«»–—…•°₫\xa0]*"
)


def read(path: Path, name: str, missing: str) -> str:
    """Return the text of a file of the data, its letters composed.

    Parameters
    ----------
    path
        The file.
    name
        What messages call it.
    missing
        The rule that a file breaks which is not there; its ``{folder}`` is the file's folder.

    Raises
    ------
    ContentError
        When there is no such file, or its encoding is not known; names the line.
    """
    return unicodedata.normalize("NFC", _decoded(path, name, missing))


def read_composed(path: Path, name: str, missing: str) -> str:
    """Return the text of a file that others read as it is, as kernels do notebooks.

    Raises
    ------
    ContentError
        As :func:`read`, and when letters are not composed.
    """
    text = _decoded(path, name, missing)
    for number, line in enumerate(text.splitlines(), start=1):
        if not unicodedata.is_normalized("NFC", line):
            rule = "text must be Unicode NFC (composed diacritics); type these words anew"
            raise ContentError(name, f"line {number}", rule, line.strip())
    return text


def _decoded(path: Path, name: str, missing: str) -> str:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        terms = {"folder": path.parent.name} if "{folder}" in missing else {}
        raise ContentError(name, "file", missing, terms=terms) from None
    try:
        # Excel and Notepad put a byte-order mark ahead of UTF-8; it is no part of the text.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if (text := _of_old_excel(path, data)) is not None:
            return text
        number = data[: error.start].count(b"\n") + 1
        rule = "the file must be saved as UTF-8; in Excel choose “CSV UTF-8”, in Notepad the encoding UTF-8"
        raise ContentError(name, f"line {number}", rule, data[error.start : error.end]) from None


def _of_old_excel(path: Path, data: bytes) -> str | None:
    """Return the text of a CSV that Excel saved as “CSV” on a Vietnamese Windows; None where it is something else."""
    if path.suffix != ".csv":
        return None
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    return text if _VIETNAMESE.fullmatch(text) else None
