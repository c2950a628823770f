"""Where the heads of a table are: below titles, in merged cells, in one row or several."""

from __future__ import annotations

from decimal import Decimal

from exchange import cells
from exchange.cells import Share, written
from exchange.grid import Area, Grid, Raw
from exchange.table_error import TableError

_JOINED = " – "


def laid_out(name: str, grid: Grid, most: tuple[int, int]) -> tuple[str, list[str], list[list[Raw]]]:
    """Return title, heads and rows, without what is empty.

    Parameters
    ----------
    name
        Of the file, for messages.
    grid
        Its cells.
    most
        Rows and columns that it may have.

    Returns
    -------
    tuple
        What stands alone above the heads, one head a column (empty where the column holds nothing), and the rows.

    Raises
    ------
    TableError
        When there are no heads, no rows, or too many.
    """
    width = max(map(len, grid.rows), default=0)
    padded = [[*row, *[None] * (width - len(row))] for row in grid.rows]
    filled = _unmerged(padded, grid.merged)
    used = [place for place, row in enumerate(filled) if any(map(given, row))]
    if used and sum(any(given(row[at]) for row in filled) for at in range(width)) > most[1]:
        raise TableError(name, f"có hơn {most[1]} cột; hãy chép phần cần dùng sang tệp mới")
    titles: list[str] = []
    while used and width > 1 and len({str(cell) for cell in filled[used[0]] if given(cell)}) == 1:
        titles.append(next(str(cell) for cell in filled[used.pop(0)] if given(cell)))
    if len(used) < 2:
        raise TableError(name, "phải có một dòng đầu mục và ít nhất một dòng dữ liệu; hãy xem lại tệp")
    count = _head_rows(padded, used, grid.merged)
    body = [filled[place] for place in used[count:]]
    if not body:
        raise TableError(name, "chỉ có đầu mục, không có dòng dữ liệu nào; hãy xem lại tệp")
    if len(body) > most[0]:
        raise TableError(name, f"có hơn {most[0]} dòng; hãy chép phần cần dùng sang tệp mới")
    return " ".join(titles), _heads([filled[place] for place in used[:count]], body), body


def given(cell: Raw) -> bool:
    """Tell whether a cell holds something."""
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _unmerged(rows: list[list[Raw]], merged: list[Area]) -> list[list[Raw]]:
    """Return rows in which every cell of a merged area holds what the area shows."""
    filled = [list(row) for row in rows]
    for area in merged:
        for row in filled[area.top : area.bottom + 1]:
            width = area.right + 1 - area.left
            row[area.left : area.right + 1] = [filled[area.top][area.left]] * width
    return filled


def _head_rows(rows: list[list[Raw]], used: list[int], merged: list[Area]) -> int:
    """Return how many rows the heads take: more than one where cells of the first are merged, or left open for it."""
    first = used[0]
    below = [area.bottom for area in merged if area.top == first]
    wide = [area for area in merged if area.top == first and area.right > area.left]
    last = max([first, *below, *(area.bottom + 1 for area in wide)])
    if last > first:
        return sum(place <= last for place in used)
    top, second = rows[first], rows[used[1]]
    opened = any(given(low) and not given(high) for high, low in zip(top, second, strict=True))
    texts = all(isinstance(low, str) and not _is_number(low) for low in second if given(low))
    gaps = any(not given(low) and given(high) for high, low in zip(top, second, strict=True))
    return 2 if opened and texts and gaps and len(used) > 2 else 1


def _heads(rows: list[list[Raw]], body: list[list[Raw]]) -> list[str]:
    """Return one name a column, joined from its heads; empty where the column holds nothing."""
    names: list[str] = []
    carried = ""
    for at in range(len(rows[0])):
        if not any(given(row[at]) for row in (*rows, *body)):
            names.append("")
            continue
        words = [_word(row[at]) for row in rows]
        if len(rows) > 1 and not words[0]:
            words[0] = carried
        carried = words[0]
        joined = _JOINED.join(dict.fromkeys(" ".join(word.split()) for word in words if word))
        joined = joined or f"Cột {at + 1}"
        count = sum(name == joined or name.startswith(f"{joined} (") for name in names)
        names.append(f"{joined} ({count + 1})" if count else joined)
    return names


def _is_number(text: str) -> bool:
    return isinstance(cells.parsed(text, ","), (Decimal, Share))


def _word(cell: Raw) -> str:
    return f"{written(cell.value)}%" if isinstance(cell, Share) else written(cell).strip()
