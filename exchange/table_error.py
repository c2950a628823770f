"""What keeps a table of a unit's own from being read."""

from __future__ import annotations

from course.kit_error import KitError


class TableError(KitError, ValueError):
    """A CSV or Excel file that cannot be read as a table; says file, place, what is wrong and what to do."""
