"""The font of the PowerPoint files, for machines that do not have it."""

from __future__ import annotations

import io
import zipfile

from slides.paper.pdf import FONTS

NAME = "be-vietnam-pro.zip"
LABEL = "Phông chữ cho PowerPoint (ZIP, kèm giấy phép)"
# Zip files carry a date; a fixed one makes the same content the same bytes.
_DATE = (2023, 1, 1, 0, 0, 0)


def font_zip() -> bytes:
    """Return the font's files with their licence, the OFL, which goes with every copy of them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(FONTS.iterdir()):
            entry = zipfile.ZipInfo(path.name, _DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()
