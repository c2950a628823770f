"""Text of files that Vietnamese offices keep: UTF-8 is read; what older fonts and code pages made of it is told."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

from exchange.table_error import TableError

_SAVE_ANEW = (
    "hãy mở tệp bằng Excel, kiểm tra chữ hiện đúng, chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)” "
    "hoặc “CSV UTF-8”, rồi chọn tệp mới"
)
_CONVERT = (
    "hãy đổi sang Unicode bằng Unikey (Ctrl+Shift+F6) hoặc gõ lại bằng phông Unicode, lưu tệp rồi chọn lại"
)
# Letters that Vietnamese alone has; a text with them is in Unicode.
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# Of TCVN 5712:1993 and VNI, read as Western letters: signs that no word of another language has inside it.
_TCVN3 = re.compile(r"(?<=\w)[µ¸¶·¹¨»¾¼½©®ª«¬§¡¢¤¥¦]|[µ¸¶·¹¨»¾¼½©®ª«¬§¡¢¤¥¦](?=\w)")
_VNI = re.compile(r"ñ[aeiouy]|[aeouy][ùøûõï]|[aeo]â[úïáàåãä]?", re.IGNORECASE)
_TWICE = re.compile(r"áº[^\w\s]|á»[^\w\s]|Ä‘|Æ°|Æ¡")
# The tone marks of Windows-1258, which stand behind their vowel.
_MARKS_1258 = re.compile(rb"[aeiouyAEIOUY\xc2\xca\xd4\xe2\xea\xf4\xe3\xf5\xfd][\xcc\xd2\xde\xec\xf2]")


def decoded(name: str, body: bytes) -> str:
    """Return the text of a file in UTF-8 or UTF-16, composed (NFC), without its byte order mark.

    Raises
    ------
    TableError
        When it is in an older code page; says which it looks like, and how it is saved anew.
    """
    wide = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = body.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        old = "Windows-1258" if _MARKS_1258.search(body) else "bảng mã cũ (TCVN3, VNI hoặc tương tự)"
        raise TableError(name, f"chữ lưu theo {old}, không phải UTF-8; {_SAVE_ANEW}") from None
    return unicodedata.normalize("NFC", text)


def check_letters(name: str, words: Iterable[str]) -> None:
    """Hold words to Unicode: those typed for the fonts of older code pages look right nowhere else.

    Raises
    ------
    TableError
        When two words or more look like TCVN3 (.VnTime), VNI, or UTF-8 that was read as something else.
    """
    every = list(words)
    if any(_VIETNAMESE.search(word) for word in every):
        return
    if found := [word for word in every if _TWICE.search(word)]:
        raise TableError(name, f"chữ bị hỏng khi lưu, như “{found[0][:40]}”; {_SAVE_ANEW}")
    kinds = {"TCVN3 (.VnTime)": _TCVN3, "VNI (VNI-Times)": _VNI}
    for kind, pattern in kinds.items():
        found = [part for word in every for part in word.split() if pattern.search(part)]
        if len(found) > 1:
            raise TableError(name, f"chữ gõ theo bảng mã cũ {kind}, như “{found[0]}”; {_CONVERT}")
