"""One idea a slide: what is too much is named with notebook, cell and count."""

from __future__ import annotations

import pytest

from course import ContentError
from slides.deck.fitting import fit
from slides.deck.limits import QUOTED, ROWS, SYLLABLES, running, syllables
from slides.deck.model import Bullets, Quote, Run, Table
from tests.slides import sample


def test_syllables_are_words_with_a_letter_or_a_figure() -> None:
    assert syllables("“Hơn 167.700 đảng viên” – theo kế hoạch …") == 7


def test_labels_numbers_and_cells_are_not_running_text() -> None:
    table = Table(((Run("Việc"),),), (((Run("một hai"),),),))
    blocks = (sample.words("Cần có", "label"), table, sample.words("một hai ba"))
    assert running(blocks) == 3


def test_a_sentence_that_is_too_long_is_named_with_its_count() -> None:
    with pytest.raises(ContentError) as caught:
        fit(sample.deck_of(Bullets(((Run("ý " * (SYLLABLES + 1)),),))))
    (fault,) = caught.value.faults
    assert (fault.file, fault.place, fault.value) == ("01-thu.ipynb", "trang", SYLLABLES + 1)
    assert "không được quá 40 âm tiết" in fault.told()


def test_a_long_quotation_goes_on_at_a_clause_and_a_long_table_after_its_rows() -> None:
    quote = Quote((Run(f"“{'lời ' * 30}thứ nhất, {'lời ' * 30}thứ hai”"),))
    first, second = fit(sample.deck_of(quote)).slides
    assert all(running(slide.blocks) <= QUOTED for slide in (first, second))
    table = Table(((Run("Việc"),),), tuple(((Run(str(number)),),) for number in range(ROWS + 1)))
    assert [len(slide.blocks[0].rows) for slide in fit(sample.deck_of(table)).slides] == [3, 3]


def test_slides_are_numbered_as_they_stand() -> None:
    assert [slide.number for slide in sample.deck().slides] == list(range(1, 15))
