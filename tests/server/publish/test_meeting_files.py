"""Files of a unit's meeting: one page that needs nothing else, what is printed, and pictures of the slides."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from server.publish import meeting_files
from server.publish.jobs import Result
from slides.deck.model import Deck
from slides.meeting.compose import SLUG, compose
from slides.meeting.model import Composition, OwnText
from slides.meeting.saved import to_file
from tests.courses import SMALL
from tests.quiz_samples import course
from tests.slides.meeting.samples import decks, whole

TEXT = OwnText(title="Việc của chi bộ", lines=["Một việc"])


@pytest.fixture(scope="module")
def deck() -> Deck:
    return compose(course(), decks(), whole("mot", own=[TEXT]))


def test_the_page_holds_all_that_it_loads(deck: Deck) -> None:
    page = meeting_files.page(deck)
    loaded = re.findall(r'<(?:script|link)\b[^>]*?(?:src|href)="([^"]+)"', page)
    assert len(loaded) > 8
    assert {address[:5] for address in loaded} == {"data:"}
    assert not re.search(r'href="(?!data:|#)', page)


def test_the_page_leads_to_no_other_page(deck: Deck) -> None:
    page = meeting_files.page(deck)
    assert "Trang học (cửa sổ mới)" not in page
    assert "Kiểm tra máy trước buổi học" not in page


def test_every_file_is_what_its_name_says(deck: Deck) -> None:
    begins = {".html": b"<!doctype html>", ".pdf": b"%PDF-", ".pptx": b"PK"}
    assert {Path(name).suffix for name in meeting_files.FILES} == set(begins)
    for name in meeting_files.FILES:
        assert meeting_files.make(name, deck).lstrip().startswith(begins[Path(name).suffix])


def test_there_is_a_picture_of_every_page_of_the_pdf(deck: Deck) -> None:
    made = meeting_files.pictures(deck)
    printed = pypdf.PdfReader(io.BytesIO(meeting_files.make(f"{SLUG}.pdf", deck)))
    assert len(made) == len(printed.pages) == len(deck.slides) + len(deck.questions)
    assert Image.open(io.BytesIO(made[0])).size == (800, 450)


def test_a_meeting_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    meeting = tmp_path / "buoi.json"
    meeting.write_bytes(to_file(Composition(course="x")))
    results: list[Result] = []
    meeting_files.work(results.append, str(tmp_path), str(SMALL), {}, str(meeting), str(tmp_path), ["x"])
    assert [result.name for result in results] == ["buoi.json"]
    assert "chưa chọn nội dung nào" in results[0].reason
    assert [path.name for path in tmp_path.iterdir()] == ["buoi.json"]
