"""What an author reads when pages promise what is not there, or lead to two places."""

from __future__ import annotations

import pytest

PAGES = {
    "a page shows what the kit does not know": (
        "tools.yml", "[search, glossary]", "[search, kho]",
        "tools.yml: tra-cuu > shows > [2]: must be one of 'search', 'glossary', 'qa', 'flashcards', 'plans', "
        "'progress', 'corrections', 'notes' or 'before-after', got 'kho'",
    ),
    "two pages show the same": (
        "sessions.yml", "shows: [plans-in-full", "shows: [book, plans-in-full",
        "sessions.yml: buoi-hai > shows: links lead to one page that shows it, and 'buoi-mot' does already, "
        "got 'book'",
    ),
    "the home page has no words for its link": (
        "course.yml", "plans_link: Nội dung kế hoạch\n", "",
        "course.yml: plans_link: this field is required: the home page leads to 'buoi-hai', which shows the plans",
    ),
    "a review goes over what comes later": (
        "sessions.yml", "lists: [bai-hoc]", "lists: [bai-hoc]\n  reviews: [buoi-hai]",
        "sessions.yml: buoi-mot > reviews: must be a session before it, got 'buoi-hai'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PAGES.values(), ids=PAGES)
def test_a_page_that_breaks_a_rule_is_named(complaint, case):
    *edit, message = case
    assert complaint(*edit) == message


def test_pages_are_found_by_what_they_show(course):
    assert course.page_with("glossary").slug == "tra-cuu"
    assert course.page_with("book").slug == "buoi-mot"
    assert course.page_with("progress") is None
