"""Hand-made content and one question of each kind; nothing here comes from the data folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from course import Course, formats, load
from course.about import About
from course.models import Correction, Fact, Source
from course.questions import Question
from tests.courses import SMALL

CITED = {"source": "ke-hoach", "place": "mục II.2"}


def course() -> Course:
    """Return a content object with one source, three figures and one correction."""
    source = Source(
        id="ke-hoach", title="Kế hoạch thử", short="Kế hoạch thử", issuer="Nơi thử", file="khong-co.txt"
    )
    note = Correction(
        id="lech",
        kind="slip",
        reads=["sai"],
        meant="đúng",
        note="Bản quét ghi lệch, sách có {fact:trang}.",
        **CITED,
    )
    facts = [
        _fact("dang-vien", 167_700, "over", "đảng viên"),
        _fact("to-chuc", 2_740, "over", "tổ chức đảng"),
        _fact("trang", 600, "exact", "trang"),
    ]
    return Course(
        folder=Path("khong-co"),
        about=_about(),
        sources={source.id: source},
        facts={fact.id: fact for fact in facts},
        documents={},
        corrections={note.id: note},
        groups={},
        book=None,
        plans={},
        sessions={},
        tools={},
        questions={},
        glossary={},
        qa={},
        figures={},
        decks={},
    )


@cache
def _about() -> About:
    return load(SMALL).about


def _fact(name: str, value: int, qualifier: str, unit: str) -> Fact:
    return Fact(
        id=name,
        label=name,
        value=value,
        qualifier=qualifier,
        unit=unit,
        evidence=formats.quantity(value, qualifier),
        **CITED,
    )


def question(kind: str, **changes: object) -> Question:
    """Return the sample question of ``kind`` with some fields changed."""
    return TypeAdapter(Question).validate_python({**_SAMPLES[kind], **changes})


def all_kinds() -> list[Question]:
    """Return one question of each kind, in the order of :data:`KINDS`."""
    return [question(kind) for kind in KINDS]


def _sample(kind: str, difficulty: str, prompt: str, **fields: object) -> dict:
    shared = {
        "id": f"cau-{kind}",
        "kind": kind,
        "asks_for": "fact",
        "difficulty": difficulty,
        "prompt": prompt,
    }
    return {**shared, "explanation": f"Giải thích cho câu {kind}.", **CITED, **fields}


def _option(text: str, reason: str, correct: bool = False) -> dict:
    return {"text": text, "reason": reason, "correct": correct}


_SAMPLES = {
    "single": _sample(
        "single",
        "de",
        "Đợt sinh hoạt chính trị này lấy tác phẩm nào làm nội dung học tập chính?",
        notes=["lech"],
        options=[
            _option("Tác phẩm về phòng, chống tham nhũng, tiêu cực", "Kế hoạch nêu đúng tác phẩm này.", True),
            _option("Một tập thơ về quê hương", "Kế hoạch không nhắc đến tập thơ nào."),
            _option("Một cuốn sách về kỹ thuật trồng trọt", "Đây không phải nội dung của kế hoạch."),
            _option("Một tập bản đồ hành chính", "Kế hoạch không nhắc đến bản đồ."),
        ],
    ),
    "multiple": _sample(
        "multiple",
        "vua",
        "Những việc nào có trong kế hoạch?",
        options=[
            _option("Tổ chức hội nghị học tập", "Kế hoạch giao việc này.", True),
            _option("Viết bài thu hoạch", "Kế hoạch yêu cầu có bài thu hoạch.", True),
            _option("Tổ chức thi đấu thể thao", "Kế hoạch không nói đến thể thao."),
            _option("Trồng cây trong khuôn viên", "Kế hoạch không nói đến trồng cây."),
        ],
    ),
    "boolean": _sample(
        "boolean",
        "de",
        "Sách được trình bày trong {fact:trang}.",
        answer=True,
        reason_wrong="Kế hoạch ghi đúng con số này.",
    ),
    "numeric": _sample(
        "numeric",
        "kho",
        "Có bao nhiêu đảng viên bị thi hành kỷ luật?",
        answer="dang-vien",
        near=[{"fact": "to-chuc", "reason": "Đó là số tổ chức đảng: {fact:to-chuc}."}],
        reason_wrong="Con số này không có trong kế hoạch.",
    ),
    "ordering": _sample(
        "ordering",
        "vua",
        "Sắp xếp các bước theo đúng trình tự.",
        items=[
            {"text": "Xây dựng kế hoạch", "reason": "Có kế hoạch rồi mới quán triệt."},
            {"text": "Quán triệt đến từng chi bộ", "reason": "Chi bộ nắm nội dung trước khi học."},
            {"text": "Tổ chức học tập", "reason": "Học tập diễn ra sau khi quán triệt."},
            {"text": "Báo cáo kết quả", "reason": "Báo cáo là bước sau cùng."},
        ],
    ),
    "matching": _sample(
        "matching",
        "kho",
        "Ghép mỗi cơ quan với nhiệm vụ của cơ quan đó.",
        pairs=[
            {
                "left": "Ban Tuyên giáo",
                "right": "Chủ trì hướng dẫn học tập và tuyên truyền trong toàn đảng bộ",
                "reason": "Đây là nhiệm vụ được giao cho Ban Tuyên giáo.",
            },
            {"left": "Văn phòng", "right": "Theo dõi việc báo cáo", "reason": "Văn phòng theo dõi báo cáo."},
            {
                "left": "Ủy ban Kiểm tra",
                "right": "Kiểm tra, giám sát việc thực hiện",
                "reason": "Kiểm tra là việc của Ủy ban Kiểm tra.",
            },
        ],
    ),
}
KINDS = tuple(_SAMPLES)
