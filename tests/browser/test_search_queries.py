"""What a person types, and what must stand first: the module of the browser on the kit's own content."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from tests.browser.modules import modules
from tests.courses import shipped
from widgets.search.index import entries

FIRST = {
    "bài học": "buoi-bai-hoc",
    "bai hoc": "buoi-bai-hoc",
    "BÀI HỌC": "buoi-bai-hoc",
    "BaI hOc": "buoi-bai-hoc",
    "bài học kinh nghiệm": "buoi-bai-hoc",
    "bai hoc kinh nghiem": "buoi-bai-hoc",
    "bài học 2": "bai-hoc-2",
    "bai hoc 8": "bai-hoc-8",
    "nhiệm vụ 3": "nhiem-vu-3",
    "nhiem vu 5": "nhiem-vu-5",
    "lưu ý 4": "luu-y-4",
    "nhiệm vụ giải pháp căn bản": "nhiem-vu",
    "nhiem vu": "buoi-nhiem-vu",
    "vấn đề cần lưu ý": "luu-y",
    "đảng viên": "so-dang-vien",
    "dang vien": "so-dang-vien",
    "ĐẢNG VIÊN": "so-dang-vien",
    "đảng viên bị kỷ luật": "so-dang-vien",
    "dang vien bi ky luat": "so-dang-vien",
    "167.700": "so-dang-vien",
    "167700": "so-dang-vien",
    "hơn 167.700": "so-dang-vien",
    "hon 167700": "so-dang-vien",
    "hơn 167.700 đảng viên": "so-dang-vien",
    "2.740": "so-to-chuc-dang",
    "2740": "so-to-chuc-dang",
    "to chuc dang 2740": "so-to-chuc-dang",
    "190": "so-can-bo-tw",
    "can bo dien trung uong quan ly": "hinh-can-bo-tw",
    "xử lý hình sự 37": "so-hinh-su",
    "37 cán bộ": "so-hinh-su",
    "bieu do ky luat": "hinh-ky-luat",
    "2.000 nghị định": "so-nghi-dinh",
    "2000 nghi dinh": "so-nghi-dinh",
    "hơn 300 luật": "so-luat",
    "250 van ban": "so-van-ban-dang",
    "600 trang": "so-sach-trang",
    "111 buc anh": "so-sach-anh",
    "96 ý kiến": "so-p3-y-kien",
    "36 phien hop": "so-p1-phien-hop",
    "22 bài viết": "so-p2-bai",
    "37-QĐ/TW": "doc-qd-37",
    "37 qd tw": "doc-qd-37",
    "37-qđ/tw": "doc-qd-37",
    "qd 37": "doc-qd-37",
    "quy định số 37": "doc-qd-37",
    "21-KL/TW": "doc-kl-21",
    "kl 21": "doc-kl-21",
    "ket luan 14": "doc-kl-14",
    "105-KH/TU": "doc-kh-105",
    "kế hoạch số 143": "doc-kh-143",
    "143 kh tu": "doc-kh-143",
    "quy dinh 22": "doc-qd-22",
    "chi thi 05": "doc-ct-05",
    "chỉ thị số 5": "doc-ct-05",
    "nghị quyết trung ương 4": "doc-nq-tw4",
    "133 năm": "so-nam-ngay-sinh-bac",
    "ngay 2/9": "lich-van-ban-quoc-khanh",
    "thi dua ai quoc": "lich-van-ban-thi-dua-ai-quoc",
    "tái lập tỉnh lào cai": "lich-van-ban-tai-lap-tinh",
    "bác hồ thăm lào cai": "lich-van-ban-bac-tham-lao-cai",
    "cách mạng tháng 10 nga": "so-nam-cach-mang-nga",
    "kiểm điểm 6 tháng": "lich-van-ban-kiem-diem-6-thang",
    "UBKT": "thuat-ngu-ubkt",
    "ubkt": "thuat-ngu-ubkt",
    "ủy ban kiểm tra": "thuat-ngu-ubkt",
    "ban tuyen giao": "thuat-ngu-ban-tuyen-giao",
    "btv": "thuat-ngu-btv",
    "tự soi tự sửa": "thuat-ngu-tu-soi-tu-sua",
    "bốn không": "bon-khong",
    "không dám": "bon-khong-2",
    "không thể tham nhũng": "luu-y-2",
    "kien quyet kien tri": "bai-hoc-2",
    "vì sao phải kiên trì": "kien-tri",
    "nhất quán phương châm": "sach-phan-2",
    "trên dưới đồng lòng": "sach-phan-3",
    "tren duoi dong long doc ngang thong suot": "sach-phan-3",
    "giá trị của tác phẩm": "gia-tri",
    "cẩm nang": "gia-tri-1",
    "nêu gương": "hoi-nghi-tw4-7",
    "cuốn sách và cách học": "buoi-tac-pham",
    "kết cấu của sách": "hinh-sach",
    "ôn tập": "buoi-on-tap",
    "on tap": "buoi-on-tap",
    "thẻ ghi nhớ": "trang-the-ghi-nho",
    "lịch và phân công": "trang-lich-cong-tac",
    "tien do cua toi": "trang-tien-do",
    "hỏi đáp": "trang-hoi-dap",
    "tra cuu": "trang-tra-cuu",
    "cuộc thi tìm hiểu": "viec-thi-uy-to-chuc-cuoc-thi",
    "phát sóng": "viec-thi-uy-phat-song-van-nghe",
    "phản bác luận điệu": "viec-van-ban-phan-bac-luan-dieu",
    "theo doi giam sat": "viec-van-ban-theo-doi-giam-sat",
    "báo cáo tổng hợp": "bao-cao-van-ban-tong-hop",
    "kinh nghiêm bài hoc": "buoi-bai-hoc",
    "nghị đinh": "so-nghi-dinh",
    "kỷ luât đảng": "luu-y-3",
    "rèn luyện suốt đời": "ren-luyen",
    "phòng ngừa từ sớm từ xa": "sach-phan-2",
    "luu y 2": "luu-y-2",
    "lưu ý 5": "luu-y-5",
    "nhiệm vụ 1": "nhiem-vu-1",
    "bài học 1": "bai-hoc-1",
    "hơn 190 cán bộ": "so-can-bo-tw",
}
# What readers had typed in vain.
REPORTED = {
    "ddangr": "so-dang-vien",
    "ddarng vieen": "so-dang-vien",
    "ddaaus tranh": "viec-van-ban-phan-bac-luan-dieu",
    "baif hocj": "buoi-bai-hoc",
    "kieemr soats quyeenf luwcj": "thuat-ngu-kiem-soat-quyen-luc",
    "bài học thứ năm": "bai-hoc-5",
    "nhiệm vụ thứ ba": "nhiem-vu-3",
    "giá trị thứ tư": "gia-tri-4",
    "một trăm sáu mươi bảy nghìn": "so-dang-vien",
    "167,700": "so-dang-vien",
    "giặc nội sâm": "thuat-ngu-giac-noi-xam",
    "giac noi sam": "thuat-ngu-giac-noi-xam",
    "hạn báo cáo": "bao-cao-van-ban-tong-hop",
}
TYPED = yaml.safe_load((Path(__file__).parent / "search_queries.yml").read_text("utf-8"))
ALL = FIRST | REPORTED | {query: entry for typed in TYPED.values() for query, entry in typed.items()}


@pytest.fixture(scope="module")
def find(browser: Browser) -> Iterator[Callable[[str], dict]]:
    """Search all content: gives the stage, the ids found, best first, and their kinds, and what may have been meant."""
    with modules(browser, "search/engine.js") as page:
        page.evaluate(
            "all => { window.engine = module.createEngine(); all.forEach(entry => engine.add(entry)); }",
            entries(shipped()),
        )
        yield lambda query: page.evaluate(
            """(query) => {
              const { stage, hits, suggestion, unknown } = engine.find(query);
              const all = (name) => hits.map(({ entry }) => entry[name]);
              return { stage, ids: all("id"), kinds: all("kind"), suggestion, unknown };
            }""",
            query,
        )


def test_the_expected_entry_comes_first(find):
    found = {query: next(iter(find(query)["ids"]), None) for query in ALL}
    assert {query: entry for query, entry in found.items() if entry != ALL[query]} == {}


def test_decomposed_letters_find_the_same(find):
    decomposed = {query: unicodedata.normalize("NFD", query) for query in ALL}
    different = [query for query, other in decomposed.items() if find(query)["ids"] != find(other)["ids"]]
    assert different == []
    assert any(query != other for query, other in decomposed.items())


def test_capitals_find_the_same(find):
    assert [query for query in ALL if find(query)["ids"] != find(query.upper())["ids"]] == []


def test_each_entry_is_found_by_its_own_title(find):
    lost = [entry["id"] for entry in entries(shipped()) if entry["id"] not in find(entry["title"])["ids"]]
    assert lost == []


@pytest.mark.parametrize("whole", ["bài học kinh nghiệm", "167.700", "kiểm tra", "quốc khánh"])
def test_results_stay_while_one_types(find, whole):
    first = FIRST.get(whole) or find(whole)["ids"][0]
    for end in range(2, len(whole) + 1):
        assert first in find(whole[:end])["ids"], whole[:end]


@pytest.mark.parametrize(
    ("query", "stage"),
    [
        ("tham nhũng", "all"),
        ("tham nhug", "near"),
        ("tham nhũng abcxyz", "some"),
        ("abcxyz", "none"),
        ("…?!", "none"),
        ("", "none"),
        ("  ", "none"),
    ],
)
def test_all_words_first_then_nearly_then_any(find, query, stage):
    found = find(query)
    assert found["stage"] == stage
    assert bool(found["ids"]) == (stage != "none")


def test_a_finished_word_is_no_beginning(find):
    assert find("kiểm")["ids"]
    assert len(find("ki ")["ids"]) < len(find("ki")["ids"])


@pytest.mark.parametrize(
    ("query", "most"), [("hoá", 30), ("thẻ", 5), ("ủy ban", 20), ("uy ban", 20), ("lợi ích nhóm", 10)]
)
def test_a_short_query_is_no_flood(find, query, most):
    assert 0 < len(find(query)["ids"]) <= most


def test_words_with_the_accents_typed_come_first(find):
    assert not set(find("đảng")["ids"]) & (set(find("đang")["ids"]) - set(find("đảng")["ids"]))
    assert find("đảng")["ids"][0] != find("đang")["ids"][0]
    # A mark that was forgotten hides nothing.
    assert find("đang viên")["ids"][0] == "so-dang-vien"


def test_the_same_word_in_two_spellings_finds_the_same(find):
    for one, other in [("hòa", "hoà"), ("ủy ban", "uỷ ban"), ("thuý", "thúy"), ("167.700", "167,700")]:
        assert find(one)["ids"] == find(other)["ids"], one


@pytest.mark.parametrize(
    "query", ["hạn báo cáo", "bài học", "tham nhũng", "cán bộ", "thứ năm", "kiểm soát quyền lực"]
)
def test_quiz_questions_come_after_what_tells(find, query):
    asks = [kind == "Câu hỏi" for kind in find(query)["kinds"]]
    assert asks == sorted(asks)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("thamnhung", "tham nhũng"),
        ("giặc nội sâm", "giặc nội xâm"),
        ("giac noi sam", "giặc nội xâm"),
        ("tham nhug", "tham nhũng"),
        ("ddaos tranh", "đấu tranh"),
        ("kiemtra giamsat", "kiểm tra, giám sát"),
        ("cuộc thy", "cuộc thi"),
        ("đảng viênn", "đảng viên"),
    ],
)
def test_what_was_meant_is_suggested_and_found(find, query, meant):
    found = find(query)
    assert (found["stage"], found["suggestion"]) == ("near", meant)
    assert found["ids"] == find(meant + " ")["ids"]


@pytest.mark.parametrize(
    "query",
    [
        "hạn nộp",
        "sách luật",
        "lịch thi",
        "thẻ nhớ",
        "học sách",
        "chi hội",
        "cải cách",
        "tham nhu",
        "tham nhun",
        "phần 2",
    ],
)
def test_nothing_is_suggested_without_need(find, query):
    assert find(query).get("suggestion") is None


def test_words_that_are_nowhere_are_named(find):
    found = find("link sách")
    assert (found["stage"], found["unknown"]) == ("some", ["link"])
    assert found["ids"][0] == "buoi-tac-pham"
