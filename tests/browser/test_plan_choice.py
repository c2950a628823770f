"""A session that tells several plans: one's own is asked for first, kept, and the others are one touch away."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

OWN = "Kế hoạch của Huyện ủy Văn Bàn"
OTHER = "Kế hoạch của Ban Thường vụ Thị ủy"


@pytest.fixture
def address(kit) -> str:
    return f"http://127.0.0.1:{kit.port}/hoc"


def shown(page, name: str):
    """Return a part of a plan that is seen only where the plan is open."""
    return page.locator("details.plan-part", has_text=f"Nội dung {name}").get_by_role(
        "heading", name="Mục đích"
    )


def test_one_plan_is_chosen_kept_and_shared_with_the_calendar(page, address):
    page.goto(f"{address}/ke-hoach/")
    asked = page.get_by_role("group", name="Đơn vị đồng chí theo kế hoạch nào?")
    expect(shown(page, OWN)).to_be_hidden()
    asked.get_by_role("radio", name=OWN).check()
    expect(shown(page, OWN)).to_be_visible()
    expect(shown(page, OTHER)).to_be_hidden()
    page.goto(f"{address}/lich-cong-tac/")
    expect(page.get_by_role("combobox", name="Kế hoạch của")).to_have_value("van-ban")
    page.goto(f"{address}/ke-hoach/")
    expect(asked.get_by_role("radio", name=OWN)).to_be_checked()
    expect(shown(page, OWN)).to_be_visible()
    asked.get_by_role("radio", name="Xem mọi kế hoạch").check()
    expect(shown(page, OTHER)).to_be_visible()


def test_a_link_opens_the_plan_that_it_leads_into(page, address):
    page.goto(f"{address}/ke-hoach/#y-van-ban-quan-triet")
    expect(page.locator("#y-van-ban-quan-triet")).to_be_focused()


def test_without_scripts_each_plan_opens_by_a_touch(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ke-hoach/")
    expect(shown(page, OWN)).to_be_hidden()
    page.get_by_text(f"Nội dung {OWN}", exact=True).click()
    expect(shown(page, OWN)).to_be_visible()
    context.close()
