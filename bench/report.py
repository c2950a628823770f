"""Collects measurements and writes them as a page, budgets met or missed beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass
class Report:
    """The measurements of one run."""

    machine: dict[str, str]
    budgets: list[list[str]] = field(default_factory=list)
    facts: list[list[str]] = field(default_factory=list)
    tables: list[tuple[str, list[str], list[list[str]]]] = field(default_factory=list)

    def budget(self, what: str, value: float, unit: str, limit: float, *, least: bool = False) -> None:
        """Note a value that has a limit.

        Parameters
        ----------
        what
            What was measured.
        value, limit
            Both in ``unit``, which may be "".
        least
            Whether the limit is the least that is wanted, not the most.
        """
        met = value >= limit if least else value <= limit
        bound = f"{'≥' if least else '≤'} {written(limit, unit)}"
        self._add(self.budgets, [what, written(value, unit), bound, "met" if met else "**missed**"])

    def fact(self, what: str, value: float, unit: str) -> None:
        """Note a value without a limit, for comparison."""
        self._add(self.facts, [what, written(value, unit)])

    def table(self, title: str, head: list[str], rows: list[list[str]]) -> None:
        """Note a table."""
        self.tables.append((title, head, rows))

    def _add(self, rows: list[list[str]], row: list[str]) -> None:
        rows.append(row)
        print(" | ".join(row), flush=True)

    def write(self, path: Path) -> None:
        """Write the page."""
        parts = [
            "# Benchmarks",
            f"Written by `make bench` on {date.today():%Y-%m-%d}; all in one run, on one machine, over loopback. "
            "The clients run on the same cores as the servers, so a machine of its own for the clients gives more.",
            "\n".join(f"- {name}: {value}" for name, value in self.machine.items()),
            "## Budgets",
            _table(["what", "measured", "budget", ""], self.budgets),
            "## For comparison",
            _table(["what", "measured"], self.facts),
        ]
        for title, head, rows in self.tables:
            parts += [f"## {title}", _table(head, rows)]
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(parts) + "\n", "utf-8")


def written(value: float, unit: str) -> str:
    """Write a value with as many digits as it deserves."""
    digits = 0 if value >= 100 or value == int(value) else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:,.{digits}f} {unit}".strip()


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
