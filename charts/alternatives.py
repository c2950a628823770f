"""Charts in words: one text alternative for each way of showing, made from the frame."""

from __future__ import annotations

import pandas as pd

from charts.cells import divided
from charts.kinds import KINDS
from course import formats

# At the beginning of a sentence.
_COUNTS = {2: "Hai", 3: "Ba", 4: "Bốn", 5: "Năm", 6: "Sáu", 7: "Bảy", 8: "Tám", 9: "Chín", 10: "Mười"}


def bars(frame: pd.DataFrame) -> str:
    """Describe bars on one linear scale."""
    return f"Biểu đồ thanh, mọi thanh cùng một thang: {_listed(frame)}. {_longest(frame)}"


def log_dots(frame: pd.DataFrame) -> str:
    """Describe marks on a logarithmic scale."""
    return f"Các dấu trên thang lôgarit, mỗi vạch gấp 10 lần vạch trước: {_listed(frame)}."


def areas(frame: pd.DataFrame) -> str:
    """Describe areas in true proportion, a part within its whole."""
    rows = {row.id: row for row in frame.itertuples()}
    inner = next(row for row in rows.values() if row.parent)
    outer = rows[inner.parent]
    parts = [_counted(row) for row in rows.values() if row.parent == inner.id]
    apart = [row for row in rows.values() if not row.parent and row.id != outer.id]
    text = f"Các hình vuông có diện tích theo đúng tỷ lệ: trong {outer.text} có {inner.text}"
    text += f"; trong đó có {_joined(parts)}." if parts else "."
    return text + _apart(apart)


def whole_and_parts(frame: pd.DataFrame, *, each: str, overlap: str = "") -> str:
    """Describe one square for each that is counted: the whole, its named parts, and what stands apart.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it.
    each
        What a square stands for, as a sentence.
    overlap
        Whether the parts have members in common; ends a sentence.
    """
    whole, parts, others = divided(frame)
    text = f"{each} Trong {_counted(whole)} có {_joined([_counted(row) for row in parts])}"
    return "; ".join(filter(None, [text, overlap])) + "." + _apart(others)


def equal_cells(frame: pd.DataFrame) -> str:
    """Describe squares of equal worth."""
    return f"Các ô vuông có giá trị bằng nhau: {_listed(frame)}."


def counted_cells(frame: pd.DataFrame, *, each: str) -> str:
    """Describe one square for each that is counted, group by group; ``each`` says what a square stands for."""
    groups = [
        f"{group} có {_joined([row.text for row in rows.itertuples()])}"
        for group, rows in frame.groupby("group", sort=False)
    ]
    return f"{each} {'; '.join(groups)}."


def book_pages(frame: pd.DataFrame) -> str:
    """Describe the parts of the book on the page axis."""
    parts = "; ".join(f"{row.group}, {row.text}" for row in frame.itertuples())
    if len(frame) == 1:
        return f"Một thanh trên trục số trang: {parts}."
    longest = frame.loc[(frame["last"] - frame["first"]).idxmax(), "group"]
    count = _COUNTS.get(len(frame), formats.number(len(frame)))
    return f"{count} thanh nối tiếp nhau trên trục số trang: {parts}. {longest} dài nhất."


def book_years(frame: pd.DataFrame) -> str:
    """Describe the years of the speeches and the span of the meetings."""
    talks, meetings = frame[frame["kind"] == "speech"], next(frame[frame["kind"] == "meetings"].itertuples())
    first = next(talks.itertuples())
    years = _joined([str(year) for year in talks["start"]])
    return (
        f"Trục thời gian: {first.number} {first.phrase} vào các năm {years}; "
        f"{meetings.number} {meetings.phrase} từ năm {meetings.start} đến năm {meetings.end}."
    )


def year(frame: pd.DataFrame) -> str:
    """Describe the months of a plan's year."""
    dated = frame[frame["month"].notna()]
    months = [
        f"Tháng {month}: {'; '.join(f'{row.when}, {row.title}' for row in rows.itertuples())}"
        for month, rows in dated.groupby("month", sort=True)
    ]
    always = [f"{row.when}: {row.title}" for row in frame[frame["month"].isna()].itertuples()]
    text = f"Lịch mười hai tháng. {'. '.join(months)}."
    return f"{text} Không gắn với một tháng: {'; '.join(always)}." if always else text


def timeline(frame: pd.DataFrame) -> str:
    """Describe the dates of a plan's year on a line."""
    kinds = [
        f"{KINDS[kind][0]}: {', '.join(dict.fromkeys(rows['when']))}"
        for kind, rows in frame.groupby("kind", sort=False)
    ]
    return f"Đường mười hai tháng có đánh dấu các mốc. {'. '.join(kinds)}."


def _listed(frame: pd.DataFrame) -> str:
    return "; ".join(_counted(row) for row in frame.itertuples())


def _counted(row) -> str:
    return f"{row.number} {row.phrase}"


def _apart(rows: list) -> str:
    return f" Nêu riêng: {_joined([_counted(row) for row in rows])}." if rows else ""


def _longest(frame: pd.DataFrame) -> str:
    top = frame.loc[frame["value"].idxmax()]
    return f"Dài nhất là {top['text']}."


def _joined(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}"
