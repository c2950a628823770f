"""Questions before and after the course are equally hard."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from course.questions import BeforeAfter
from tests.quiz_samples import question


def test_both_ask_for_the_same() -> None:
    pair = BeforeAfter(id="mot", about="Một", before=question("single"), after=question("single", id="sau"))
    assert pair.after.id == "sau"


@pytest.mark.parametrize(
    ("name", "after"),
    [("kind", {"kind": "boolean"}), ("difficulty", {"kind": "single", "difficulty": "kho"})],
)
def test_one_that_asks_for_something_else_is_refused(name: str, after: dict[str, str]) -> None:
    before, after_it = (
        question("single", difficulty="de"),
        question(after.pop("kind"), **{"difficulty": "de"} | after),
    )
    with pytest.raises(ValidationError, match=f"must have the same {name}"):
        BeforeAfter(id="mot", about="Một", before=before, after=after_it)
