"""Charts in words: one text alternative for each way of showing, made from the frame."""

from __future__ import annotations

import pandas as pd


def bars(frame: pd.DataFrame) -> str:
    """Describe bars on one linear scale."""
    return f"Biểu đồ thanh, mọi thanh cùng một thang: {_listed(frame)}. {_longest(frame)}"


def dots(frame: pd.DataFrame) -> str:
    """Describe dots on a logarithmic scale."""
    return f"Các dấu trên thang lôgarit, mỗi vạch gấp 10 lần vạch trước: {_listed(frame)}."


def squares(frame: pd.DataFrame) -> str:
    """Describe areas in true proportion, a part within its whole."""
    rows = {row.id: row for row in frame.itertuples()}
    inner = next(row for row in rows.values() if row.parent)
    outer = rows[inner.parent]
    parts = [f"{row.number} {row.phrase}" for row in rows.values() if row.parent == inner.id]
    apart = [f"{row.number} {row.phrase}" for row in rows.values() if not row.parent and row.id != outer.id]
    text = f"Các hình vuông có diện tích theo đúng tỷ lệ: trong {outer.text} có {inner.text}"
    text += f"; trong đó có {_joined(parts)}." if parts else "."
    return f"{text} Nêu riêng: {_joined(apart)}." if apart else text


def officials(frame: pd.DataFrame) -> str:
    """Describe one square a person: the whole, its named parts, and what stands apart."""
    whole = next(frame[frame["role"] == "whole"].itertuples())
    parts = [f"{row.number} {row.phrase}" for row in frame[frame["role"] == "part"].itertuples()]
    apart = [f"{row.number} {row.phrase}" for row in frame[frame["role"] == "apart"].itertuples()]
    return (
        f"Mỗi ô là một người. Trong {whole.text} bị kỷ luật có {_joined(parts)}; "
        f"kế hoạch không cho biết các nhóm này có trùng nhau hay không. Nêu riêng: {_joined(apart)}."
    )


def cells(frame: pd.DataFrame) -> str:
    """Describe squares of equal worth."""
    return f"Các ô vuông có giá trị bằng nhau: {_listed(frame)}."


def counts(frame: pd.DataFrame) -> str:
    """Describe what each part of the book holds."""
    groups = [
        f"{group} có {_joined([row.text for row in rows.itertuples()])}"
        for group, rows in frame.groupby("group", sort=False)
    ]
    return f"Mỗi ô là một bài, một phiên họp hoặc một ý kiến. {'; '.join(groups)}."


def pages(frame: pd.DataFrame) -> str:
    """Describe the parts of the book on the page axis."""
    parts = [f"{row.label}, {row.text}" for row in frame.itertuples()]
    longest = frame.loc[(frame["last"] - frame["first"]).idxmax(), "label"]
    return f"Ba thanh nối tiếp nhau trên trục số trang: {'; '.join(parts)}. {longest} dài nhất."


def speeches(frame: pd.DataFrame) -> str:
    """Describe the years of the speeches and the span of the meetings."""
    talks, meetings = frame[frame["kind"] == "speech"], next(frame[frame["kind"] == "meetings"].itertuples())
    first = next(talks.itertuples())
    years = _joined([str(year) for year in talks["start"]])
    return (
        f"Trục thời gian: {first.number} {first.phrase} vào các năm {years}; "
        f"{meetings.number} {meetings.phrase} từ năm {meetings.start} đến năm {meetings.end}."
    )


def year(frame: pd.DataFrame) -> str:
    """Describe the months of a campaign's year."""
    dated = frame[frame["month"].notna()]
    months = [
        f"Tháng {month}: {'; '.join(f'{row.when}, {row.title}' for row in rows.itertuples())}"
        for month, rows in dated.groupby("month", sort=True)
    ]
    always = [f"{row.when}: {row.title}" for row in frame[frame["month"].isna()].itertuples()]
    text = f"Lịch mười hai tháng. {'. '.join(months)}."
    return f"{text} Không gắn với một tháng: {'; '.join(always)}." if always else text


def _listed(frame: pd.DataFrame) -> str:
    return "; ".join(f"{row.number} {row.phrase}" for row in frame.itertuples())


def _longest(frame: pd.DataFrame) -> str:
    top = frame.loc[frame["value"].idxmax()]
    return f"Dài nhất là {top['text']}."


def _joined(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}"
