"""Frames made by hand, small enough to reckon with, and a course whose figures are chosen by the test."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from course import Course, load
from course.figures import Figure
from tests.courses import SMALL


def facts(*rows: tuple) -> pd.DataFrame:
    """Make a frame as :func:`charts.frames.facts` does: id, value, qualifier, group, parent."""
    frame = pd.DataFrame(rows, columns=["id", "value", "qualifier", "group", "parent"])
    more = {"exact": "", "over": "hơn "}
    frame["number"] = [more[row.qualifier] + str(row.value) for row in frame.itertuples()]
    frame["phrase"] = "người"
    frame["text"] = frame["number"] + " người"
    return frame


# A fact by itself, and a whole with a part that has a part.
GROUPED = facts(
    ("a", 100, "exact", "Nhóm một", ""),
    ("b", 400, "over", "Nhóm hai", ""),
    ("c", 50, "over", "Nhóm hai", "b"),
    ("d", 5, "exact", "Nhóm hai", "c"),
)
UNGROUPED = facts(("a", 250, "exact", "", ""), ("b", 300, "over", "", ""), ("c", 2000, "over", "", ""))
DIVIDED = facts(
    ("whole", 50, "over", "", ""),
    ("one", 8, "exact", "", "whole"),
    ("two", 3, "exact", "", "whole"),
    ("apart", 7, "exact", "", ""),
)
# Four parts of a book, 40, 20, 4 and 36 pages long.
PARTS = pd.DataFrame(
    [
        {
            "id": name,
            "group": f"Phần {name}",
            "label": "Tên phần",
            "text": "trang",
            "first": first,
            "last": last,
        }
        for name, first, last in (("a", 1, 40), ("b", 41, 60), ("c", 61, 64), ("d", 65, 100))
    ]
)


def course(*entries: dict) -> Course:
    """Return the small course with these entries as its ``figures.yml``."""
    head = {"title": "Hình thử", "caption": "Lời dưới hình.", "columns": ["Nội dung", "Con số", "Nguồn"]}
    figures = [Figure.model_validate(head | entry) for entry in entries]
    return replace(load(SMALL), figures={entry.id: entry for entry in figures})
