"""The search index of the pages, and the places that results lead to."""

from __future__ import annotations

import json

from course import load
from server.pages.assets import Assets
from server.pages.pages import Site
from server.publish.search_places import INDEX, index_script, with_places
from tests.courses import SMALL, shipped


def entry(name: str, title: str = "", text: str = "", slug: str = "trang") -> dict[str, str]:
    return {"id": name, "title": title, "text": text, "slug": slug, "anchor": name}


def test_the_script_can_be_unpacked():
    script = index_script([entry("a", "Một"), entry("b", "Hai") | {"anchor": "a"}]).decode()
    start, end = "window.kitSearchIndex = ", ";\n"
    assert script.startswith(start) and script.endswith(end)
    columns = json.loads(script.removeprefix(start).removesuffix(end))
    assert columns["title"] == ["Một", "Hai"]
    assert columns["anchor"] == ["=", "a"]


def test_nothing_to_be_found_gives_an_empty_script():
    assert index_script([]) == b"window.kitSearchIndex = {};\n"


def test_a_row_gets_its_id():
    html = "<table><tr>\n<td>Tháng 1</td><td>Việc A (ghi chú 1)</td></tr><tr><td>Việc B</td></tr></table>"
    shown = with_places(html, [entry("lich-x-a", "Việc A"), entry("lich-x-b", "Việc B")], "trang")
    assert '<tr id="lich-x-a">\n<td>Tháng 1' in shown
    assert '<tr id="lich-x-b"><td>Việc B' in shown


def test_the_same_words_in_two_plans_are_taken_in_order():
    html = "<ul><li>Nêu gương. <em>(mục 1)</em></li></ul><ul><li>Nêu gương. <em>(mục 10)</em></li></ul>"
    wanted = [entry("y-x-a", "Yêu cầu", "Nêu gương."), entry("y-y-a", "Yêu cầu", "Nêu gương.")]
    assert with_places(html, wanted, "trang") == (
        '<ul><li id="y-x-a">Nêu gương. <em>(mục 1)</em></li></ul>'
        '<ul><li id="y-y-a">Nêu gương. <em>(mục 10)</em></li></ul>'
    )


def test_longer_words_are_another_place():
    html = "<h4>Báo cáo năm học</h4><h4>Báo cáo</h4>"
    shown = with_places(html, [entry("viec-x-a", "Báo cáo")], "trang")
    assert shown == '<h4>Báo cáo năm học</h4><h4 id="viec-x-a">Báo cáo</h4>'


def test_the_meaning_of_a_term_is_no_part_of_the_words():
    html = "<li>Gửi <button>UBKT</button><span popover><span>Ủy ban</span> Kiểm tra</span> trước.</li>"
    assert '<li id="y-x-a">' in with_places(html, [entry("y-x-a", "", "Gửi UBKT trước.")], "trang")


def test_the_plain_form_of_a_widget_is_passed_over():
    row = "<table><tr><td>Việc A</td></tr></table>"
    shown = with_places(
        f'<div class="plain"><div>{row}</div></div>{row}', [entry("lich-x-a", "Việc A")], "trang"
    )
    assert shown.startswith(f'<div class="plain"><div>{row}</div></div>')
    assert shown.count('id="lich-x-a"') == 1


def test_escaped_signs_are_compared_as_they_read():
    html = "<p><strong>“A &amp; B”</strong>, từ trang 1</p>"
    assert '<p id="sach-phan-1">' in with_places(html, [entry("sach-phan-1", "A & B")], "trang")


def test_other_pages_widgets_places_and_missing_words_change_nothing():
    html = "<p>Việc A</p><ul><li>Việc A</li></ul>"
    wanted = [
        entry("y-x-a", "", "Việc A", "trang-khac"),
        entry("bai-hoc-1", "Việc A"),
        entry("y-x-b", "", "Việc C"),
    ]
    assert with_places(html, wanted, "trang") == html


def test_other_content_gives_another_index_and_the_old_one_is_still_sent():
    assets = Assets()
    site = Site(shipped(), assets=assets)
    before = assets[INDEX]
    site.show(shipped())
    assert assets[INDEX] is before
    site.show(load(SMALL))
    after = assets[INDEX]
    assert after.digest != before.digest
    assert (assets.at(before.digest, INDEX), assets.at(after.digest, INDEX)) == (before, after)
    assert assets.at("0" * 12, INDEX) is None
    assert site.asset(INDEX).endswith(after.url)
