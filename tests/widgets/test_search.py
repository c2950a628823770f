"""The field for searching in Python: what it gives to the browser, how it reads on paper."""

from __future__ import annotations

import json

from course import load
from tests.courses import SMALL
from widgets.search.index import entries
from widgets.search.search import Search
from widgets.tools import Tools


def test_its_state_holds_everything_that_can_be_found():
    course = load(SMALL)
    field = Search(course, session="tra-cuu")
    assert field.entries == entries(course)
    assert (field.session, field.key, field.root, field.file) == ("tra-cuu", "tim", "", "")
    assert json.loads(json.dumps(field.entries)) == field.entries


def test_on_paper_it_names_the_pages():
    course = load(SMALL)
    text = Search(course, session="tra-cuu").as_markdown()
    assert text.startswith("### Các trang của tài liệu\n\n- **")
    for page in course.pages.values():
        assert page.title in text


def test_the_tool_shows_it():
    field = Tools("tra-cuu").search()
    assert isinstance(field, Search)
    assert field.session == "tra-cuu"
