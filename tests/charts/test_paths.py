"""A path in few letters is the same shape to a tenth of a pixel."""

from __future__ import annotations

import pytest

from charts.paths import number, short


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("M 0 49.65 L 330 49.65", "M0 49.6h330"),
        ("M 0 112 L 5.097674 112 L 5.097674 130 L 0 130 z", "M0 112h5.1v18h-5.1z"),
        ("M 10 10 L 7 12.25 L 10 10 z M 20 5 L 20 -6", "M10 10l-3 2.2l3-2.2zM20 5v-11"),
        ("M 1 1 C 1 2 3 4 5 6", "M1 1c0 1 2 3 4 5"),
    ],
)
def test_a_path_is_written_as_steps(path: str, written: str) -> None:
    assert short(path) == written


def test_rounding_does_not_add_up_along_a_path() -> None:
    row = " ".join(f"L {index / 3} 0" for index in range(1, 301))
    steps = [float(step or 0) for step in short(f"M 0 0 {row}").split("h")[1:]]
    assert sum(steps) == pytest.approx(100)


def test_what_is_below_one_pixel_is_written_without_its_nought() -> None:
    assert [number(value) for value in ("0.5", "-0.32", "93.523256", "7", "0.04")] == [
        ".5",
        "-.3",
        "93.5",
        "7",
        "0",
    ]


@pytest.mark.parametrize("path", ["M 0 0 A 1 1 0 0 0 2 2", "M 0 0 L 5"])
def test_other_paths_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match="a path must hold M, L, Q, C and z"):
        short(path)
