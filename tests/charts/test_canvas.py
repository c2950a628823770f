"""Words are broken into lines within the width."""

from __future__ import annotations

import math

from charts.canvas import Canvas, Run
from charts.style import NARROW


def test_lines_break_within_the_width() -> None:
    canvas = Canvas(NARROW)
    lines = canvas.lines([Run("cán bộ diện Trung ương quản lý bị xử lý hình sự " * 3)], 200)
    assert len(lines) > 2
    assert all(sum(canvas.measure(run) for run in line) <= 200 for line in lines)
    assert math.isfinite(canvas.measure(Run("hơn 167.700", "number")))
