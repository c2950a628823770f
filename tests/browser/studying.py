"""The shortest way through the kit that meets a question, a chart and what is kept on the device."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.courses import shipped

ASKED = len(shipped().questions["ket-qua"])


def study(page: Page) -> None:
    """Go from the home page into a session, answer a question, and find the progress at home."""
    page.get_by_role("link", name="Kết quả nổi bật", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Buổi 3. Kết quả nổi bật")
    quiz = page.get_by_role("region", name="Tự kiểm tra")
    card = quiz.get_by_role("article").locator("visible=true")
    card.get_by_role("radio").first.check()
    card.get_by_role("button", name="Trả lời").click()
    if (key := card.get_by_role("button", name="Xem đáp án")).is_visible():
        key.click()
    expect(card.get_by_text("Nguồn: ")).to_be_visible()
    chart = page.get_by_role("region", name="Kết quả kỷ luật và xử lý hình sự")
    chart.get_by_role("radio", name="Thang lôgarit").click()
    page.get_by_role("link", name="Các buổi học").click()
    expect(page.get_by_text(f"Đã trả lời 1/{ASKED} câu")).to_be_visible()
