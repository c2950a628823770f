"""Marks on a logarithmic scale."""

from __future__ import annotations

import pytest
from matplotlib.patches import Circle, Rectangle

from charts.dots import log_dots
from tests.charts import drawing
from tests.charts.samples import GROUPED, facts


def test_a_step_on_the_scale_is_ten_times() -> None:
    frame = facts(("a", 1, "exact", "", ""), ("b", 10, "exact", "", ""), ("c", 100, "exact", "", ""))
    places = drawing.places(log_dots(frame), "dot")
    assert places["b"] - places["a"] == pytest.approx(places["c"] - places["b"], abs=0.01)


@pytest.mark.parametrize(("groups", "first"), [(True, Rectangle), (False, Circle)])
def test_the_first_groups_marks_are_square(groups: bool, first: type) -> None:
    frame = GROUPED if groups else GROUPED.assign(group="")
    kinds = {patch.get_gid(): type(patch) for patch in log_dots(frame).axes[0].patches}
    assert kinds["dot:a"] is first and kinds["dot:b"] is Circle
