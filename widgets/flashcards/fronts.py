"""How the front of a flashcard asks, and in which deck a card lies.

A question is written so that it has one answer. What would not make a good question has no
template: the points of ``hoi-nghi-tw4`` are tasks of several kinds, those of ``ket-qua`` and
``ly-luan-noi-dung`` have no order in the source and are asked as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Deck(NamedTuple):
    """Cards that are chosen together; ``title`` is "" for the title of the list of that id."""

    id: str
    session: str
    title: str = ""


DECKS = (
    Deck("cuon-sach", "tac-pham", "Cuốn sách và các phần của sách"),
    Deck("ly-luan", "ly-luan"),
    Deck("bon-khong", "ly-luan"),
    Deck("kien-tri", "ly-luan"),
    Deck("ket-qua", "ket-qua"),
    Deck("bai-hoc", "bai-hoc"),
    Deck("nhiem-vu", "nhiem-vu"),
    Deck("luu-y", "nhiem-vu"),
    Deck("phan-hai", "gia-tri"),
    Deck("ren-luyen", "gia-tri"),
    Deck("phan-ba", "gia-tri"),
    Deck("gia-tri", "gia-tri"),
    Deck("van-ban", "ke-hoach", "Văn bản mà các kế hoạch nêu"),
    Deck("ky-niem", "ke-hoach", "Các dịp kỷ niệm năm 2023"),
    Deck("thuat-ngu", "", "Chữ viết tắt và thuật ngữ"),
)

ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")

# Lists that the source numbers: one card a point. {nth} is "nhất", "hai", …
NUMBERED: Mapping[str, str] = {
    "ly-luan": "Trong những điểm lý luận cần nhấn mạnh, điểm thứ {nth} là gì?",
    "bai-hoc": "Bài học kinh nghiệm thứ {nth} là gì?",
    "nhiem-vu": "Nhiệm vụ, giải pháp căn bản thứ {nth} là gì?",
    "luu-y": "Vấn đề cần lưu ý thứ {nth} trong lãnh đạo, chỉ đạo là gì?",
    "phan-hai": "Về xây dựng, chỉnh đốn Đảng, nội dung thứ {nth} trong phần thứ hai của sách là gì?",
    "ren-luyen": "Về “Rèn luyện suốt đời, thường xuyên tự soi, tự sửa”, nội dung thứ {nth} mà sách nêu là gì?",
    "phan-ba": "Nội dung thứ {nth} mà các ý kiến ở phần thứ ba của sách tập trung vào là gì?",
    "gia-tri": "Giá trị thứ {nth} của tác phẩm là gì?",
}

# Lists that are asked as a whole: list, deck of the card, question.
WHOLE: tuple[tuple[str, str, str], ...] = (
    ("ly-luan-noi-dung", "ly-luan", "Phần thứ nhất của sách làm rõ những nội dung lý luận nào?"),
    ("bon-khong", "bon-khong", "Các nhiệm vụ, giải pháp hướng tới những mục tiêu “không” nào?"),
    ("ket-qua", "ket-qua", "Kế hoạch của Huyện ủy Văn Bàn nêu những kết quả nổi bật nào?"),
)

# Points with a question and an answer of their own, in the words of the point's quote.
POINTS: Mapping[str, tuple[str, str]] = {
    "kien-tri-1": (
        "Sách gọi việc đấu tranh phòng, chống tham nhũng, tiêu cực là việc như thế nào?",
        "“Một việc làm cần thiết, tất yếu, một xu thế không thể đảo ngược”, nhưng cũng là nhiệm vụ hết sức "
        "khó khăn, phức tạp.",
    ),
    "kien-tri-2": (
        "Phòng, chống tham nhũng, tiêu cực cần thực hiện đồng bộ những biện pháp nào?",
        "Các biện pháp chính trị tư tưởng, tổ chức, hành chính, kinh tế, hình sự.",
    ),
    "kien-tri-3": (
        "Sách so sánh việc phòng, chống tham nhũng, tiêu cực với những việc nào làm hằng ngày?",
        "Với việc đánh răng, rửa mặt: làm đi làm lại nhiều lần, không thể chỉ làm một lần là xong.",
    ),
    "kien-tri-4": (
        "Theo sách, quyết tâm, sự thống nhất và biện pháp thực hiện phải như thế nào?",
        "Quyết tâm rất lớn, thống nhất rất cao, biện pháp thực hiện quyết liệt, khả thi, chỉ đạo chặt chẽ.",
    ),
}

# Points whose explanation is asked for: {title} is the point's title.
EXPLAINED: Mapping[str, str] = {
    "bon-khong": "Bộ tài liệu này hiểu mục tiêu {title} tham nhũng, tiêu cực như thế nào?",
}

_TEN = "trong {fact:nam-tong-ket} qua"

# Figure → deck and question. Figures that are part of another card have no question of their own.
FIGURES: Mapping[str, tuple[str, str]] = {
    "sach-trang": ("cuon-sach", "Theo Kế hoạch của Huyện ủy Văn Bàn, sách có bao nhiêu trang?"),
    "sach-anh": ("cuon-sach", "Sách có bao nhiêu bức ảnh?"),
    "sach-phan": ("cuon-sach", "Sách được kết cấu thành bao nhiêu phần?"),
    "p1-tong-quan": ("cuon-sach", "Phần thứ nhất của sách có bao nhiêu bài viết tổng quan?"),
    "p1-phat-bieu": (
        "cuon-sach",
        "Phần thứ nhất của sách có bao nhiêu phát biểu kết luận tại các hội nghị toàn quốc?",
    ),
    "p1-phien-hop": (
        "cuon-sach",
        "Phần thứ nhất của sách trích kết luận tại bao nhiêu phiên họp, cuộc họp của Ban Chỉ đạo, "
        "Thường trực Ban Chỉ đạo?",
    ),
    "p2-bai": ("cuon-sach", "Phần thứ hai của sách tuyển chọn bao nhiêu bài viết, bài phát biểu?"),
    "p3-y-kien": ("cuon-sach", "Phần thứ ba của sách tuyển chọn bao nhiêu ý kiến?"),
    "nam-tong-ket": (
        "ket-qua",
        "Sách tổng kết thực tiễn đấu tranh phòng, chống tham nhũng ở nước ta trong bao nhiêu năm?",
    ),
    "so-ket-qua": ("ket-qua", "Kế hoạch ghi sách làm rõ bao nhiêu kết quả nổi bật?"),
    "to-chuc-dang": ("ket-qua", f"Có bao nhiêu tổ chức đảng bị kỷ luật {_TEN}?"),
    "dang-vien": ("ket-qua", f"Có bao nhiêu đảng viên bị kỷ luật {_TEN}?"),
    "can-bo-tw": ("ket-qua", f"Có bao nhiêu cán bộ diện Trung ương quản lý bị kỷ luật {_TEN}?"),
    "uv-bo-chinh-tri": (
        "ket-qua",
        f"Có bao nhiêu Ủy viên Bộ Chính trị, nguyên Ủy viên Bộ Chính trị bị kỷ luật {_TEN}?",
    ),
    "uv-trung-uong": ("ket-qua", f"Có bao nhiêu Ủy viên, nguyên Ủy viên Trung ương bị kỷ luật {_TEN}?"),
    "hinh-su": ("ket-qua", f"Có bao nhiêu cán bộ diện Trung ương quản lý bị xử lý hình sự {_TEN}?"),
    "van-ban-dang": (
        "ket-qua",
        f"Về xây dựng, hoàn thiện thể chế, Đảng đã ban hành bao nhiêu văn bản {_TEN}?",
    ),
    "luat": (
        "ket-qua",
        f"Về xây dựng, hoàn thiện thể chế, Quốc hội ban hành bao nhiêu luật, pháp lệnh {_TEN}?",
    ),
    "nghi-dinh": (
        "ket-qua",
        "Về xây dựng, hoàn thiện thể chế, Chính phủ, Thủ tướng Chính phủ ban hành bao nhiêu nghị định "
        f"{_TEN}?",
    ),
    "so-bai-hoc": ("bai-hoc", "Sách đúc rút bao nhiêu bài học kinh nghiệm?"),
    "so-nhiem-vu": ("nhiem-vu", "Sách chỉ ra bao nhiêu nhiệm vụ, giải pháp căn bản?"),
    "so-luu-y": ("luu-y", "Sách chỉ ra bao nhiêu vấn đề cần lưu ý trong công tác lãnh đạo, chỉ đạo?"),
    "nam-ngay-sinh-bac": ("ky-niem", "Năm 2023 kỷ niệm bao nhiêu năm Ngày sinh Chủ tịch Hồ Chí Minh?"),
    "nam-thi-dua": ("ky-niem", "Năm 2023 kỷ niệm bao nhiêu năm ngày Bác Hồ ra Lời kêu gọi thi đua ái quốc?"),
    "nam-quoc-khanh": (
        "ky-niem",
        "Năm 2023 kỷ niệm bao nhiêu năm Cách mạng tháng Tám thành công và Ngày Quốc khánh?",
    ),
    "nam-tai-lap-tinh": ("ky-niem", "Năm 2023 kỷ niệm bao nhiêu năm ngày tái lập tỉnh Lào Cai?"),
    "nam-bac-tham": ("ky-niem", "Năm 2023 kỷ niệm bao nhiêu năm ngày Bác Hồ thăm Lào Cai?"),
}

# Words after which "nói về" needs no "việc".
NOUNS = ("những", "công tác", "việc", "chủ trương")

# A document's title longer than this, in words, is no question.
LONGEST_TITLE = 20

# A term whose meaning says so has no answer to learn.
UNEXPLAINED = "không giải thích"
