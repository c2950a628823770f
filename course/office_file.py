"""Makes an Office file the same bytes each time: its zip and the workbooks within it carry the time they are made."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def steady(archive: bytes, date: dt.datetime) -> bytes:
    """Return an Office file with one date on all its parts, workbooks within it included.

    Parameters
    ----------
    archive
        A PPTX, DOCX or XLSX.
    date
        What all parts are dated.
    """
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date.timetuple()[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(entry, _part(name, old.read(name), date))
    return buffer.getvalue()


def _part(name: str, body: bytes, date: dt.datetime) -> bytes:
    if name.endswith(".xlsx"):
        return steady(body, date)
    if name == "docProps/core.xml":
        return _STAMP.sub(rb"\g<1>" + date.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), body)
    return body
