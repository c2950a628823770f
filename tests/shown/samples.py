"""Blocks of every kind."""

from __future__ import annotations

from shown.model import (
    Answers,
    Block,
    Bullets,
    Code,
    Commentary,
    Definition,
    Definitions,
    Drawing,
    Folded,
    Heading,
    Item,
    Paragraph,
    Quote,
    Run,
    bullets,
    em,
    label,
    strong,
    table,
    text,
    words,
)

NESTED = Bullets(
    (
        Item(words(strong("Một")), (text("Lời."), bullets("nhỏ", "nhỏ hơn"), Quote(words("“Trích”")))),
        Item(words("Hai"), (Code("a\n  b"),), anchor="y-2"),
    ),
    ordered=True,
    start=9,
)


def every_kind() -> list[Block]:
    """Return blocks of every kind, with every field used."""
    return [
        text("Có ", strong("hơn 1.200"), " người ", em("(mục 1)"), anchor="so"),
        Paragraph(
            words("Xem ", Run("trang", href="https://vi.example/a?b=1&c=2"), " và ", Run("mã", "code"))
        ),
        label("Mục tiêu"),
        Paragraph(words("Ghi chú: lệch."), "note"),
        Paragraph(words(em("Nguồn: Kế hoạch")), "source"),
        Paragraph(words("Nói đủ."), "message"),
        Heading(words("Việc ", em("lớn")), 4, anchor="viec-1"),
        bullets("một", "hai"),
        NESTED,
        Quote(words("không nghỉ")),
        Commentary((text("Có thể hiểu: làm đều."),)),
        table(["Việc", "Ai"], [["Ghi", "Thư ký"], ["Nói", ""]], ["lich-1", "lich-2"]),
        Definitions((Definition("UBND", "Cơ quan.", "Gặp ở: mục 1", "thuat-ngu-ubnd"),)),
        Answers((text("Câu 1. Đúng."),)),
        Code("x < y"),
        Drawing("Hình", "<svg/>", "Một ô."),
        Folded("Nguyên văn", (Quote(words("“Đủ lời”")),)),
    ]
