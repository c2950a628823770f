"""Writes the pages' fonts from those of the charts: for maintainers, after a new version of the font.

    .venv/bin/python tools/web_fonts.py

A page's first visit carries them, so they hold the letters that pages need and no hints: phones draw without them, and
hints were two thirds of the files' bytes.
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import newTable

ROOT = Path(__file__).resolve().parents[1]
# Latin letters with their marks, those of Vietnamese, marks alone, punctuation, and signs of money, numbers and arrows.
LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1,
    0x1AF, 0x1B0, 0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x308, 0x309, 0x31B, 0x323, *range(0x1EA0, 0x1EFA),
    *range(0x2010, 0x2040), 0x20AB, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264,
    0x2265,
]  # fmt: skip
# For all sizes: smooth edges both ways, as letters without hints need it.
SMOOTH = {0xFFFF: 0b1111}


def main() -> None:
    """Write a file for each weight."""
    for source in sorted((ROOT / "charts" / "fonts").glob("*.ttf")):
        options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True)
        options.layout_features = ["ccmp", "kern", "locl", "mark", "mkmk"]
        font = subset.load_font(str(source), options)
        letters = subset.Subsetter(options)
        letters.populate(unicodes=LETTERS)
        letters.subset(font)
        font["gasp"] = newTable("gasp")
        font["gasp"].version, font["gasp"].gaspRange = 1, SMOOTH
        target = ROOT / "server" / "static" / "fonts" / f"{source.stem}.woff2"
        subset.save_font(font, str(target), options)
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
