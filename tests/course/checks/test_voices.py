"""What ``kit check`` says where the kit speaks for a source, and where a source's matter is not in its words."""

from __future__ import annotations

import pytest

from tests.course.breaking import cell, complaints, data

CLAIM = "our own words must not say what a source says; quote it, or speak of life in the unit"
OWN = {
    "a commentary": (
        data("outline.yml", "Hiểu thêm bài thứ hai.", "Nguồn cũng nhấn mạnh phải làm đều."),
        "outline.yml: bai-hoc > hai > commentary: {claim}, got 'Nguồn cũng nhấn mạnh phải làm đều.'",
    ),
    "a point that is said to ask": (
        data("outline.yml", "Hiểu thêm bài thứ hai.", "Bài học này yêu cầu làm đều."),
        "outline.yml: bai-hoc > hai > commentary: {claim}, got 'Bài học này yêu cầu làm đều.'",
    ),
    "a prompt": (
        data("sessions.yml", "Câu hỏi một?", "Câu hỏi nào nguồn nêu?"),
        "sessions.yml: buoi-mot > discussion[1] > ask: {claim}, got 'Câu hỏi nào nguồn nêu?'",
    ),
    "a message": (
        data("sessions.yml", "Nói đi đôi với làm.", "Nguồn khẳng định phải làm."),
        "sessions.yml: buoi-mot > key_message: {claim}, got 'Nguồn khẳng định phải làm.'",
    ),
    "the title of a slide": (
        cell("01-buoi-mot.ipynb", "tieu-de", title="Nguồn nhấn mạnh điều này"),
        "notebooks/01-buoi-mot.ipynb: cell 2 (buoi-mot-tieu-de): {claim}, got 'Nguồn nhấn mạnh điều này'",
    ),
    "a text of a notebook": (
        cell("01-buoi-mot.ipynb", "tieu-de-1", source='lesson.goals("Nguồn cho thấy điều ấy.")'),
        "notebooks/01-buoi-mot.ipynb: cell 3 (buoi-mot-tieu-de-1): {claim}, got 'Nguồn cho thấy điều ấy.'",
    ),
}
# Words of the source, a figure, and what the source does not say.
GIVEN = ("Nguồn nhấn mạnh “lời của nguồn”.", "Nguồn nêu {fact:so-bai}.", "Nguồn không nêu điều ấy.")


@pytest.mark.parametrize(("edit", "message"), OWN.values(), ids=OWN)
def test_own_words_that_speak_for_a_source_are_named(tmp_path, edit, message):
    assert complaints(tmp_path / "course", edit) == [message.format(claim=CLAIM)]


@pytest.mark.parametrize("said", GIVEN)
def test_who_quotes_counts_or_says_nothing_of_a_source_is_let_be(tmp_path, said):
    edit = data("outline.yml", "commentary: Hiểu thêm bài thứ hai.", f'commentary: "{said}"')
    assert complaints(tmp_path / "course", edit) == []


def test_matter_that_its_source_does_not_carry_is_named(tmp_path):
    edit = data("outline.yml", "matter: Giải thích bài thứ hai.", "matter: Giải thích thêm nhiều điều khác.")
    assert complaints(tmp_path / "course", edit) == [
        "outline.yml: bai-hoc > hai > matter: 75% of the words must stand in title, quote or reads, 33% do; "
        "what is our own belongs into commentary, got 'Giải thích thêm nhiều điều khác.'"
    ]
