"""Which diagrams a course has for its slides: what belongs together, what lies within what, what follows from what.

The kinds are named by what they draw; :mod:`charts.diagrams` has a drawing for each.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from course.figures import Row
from course.models import Entry, Id, Text

# Drawings of :mod:`charts.icons` that a diagram may name.
Icon = Literal[
    "book-open", "gavel", "lightbulb", "list-checks", "lock", "scale", "shield-check", "sprout", "triangle-alert",
    "trophy", "wallet",
]  # fmt: skip


class Around(Entry):
    """The points of a list of ``outline.yml`` around what they are about; four at most."""

    kind: Literal["around"]
    core: Text = Field(description="What they are about")
    group: Id
    icons: list[Icon] = Field(min_length=2, max_length=4, description="One a point")


class Nested(Entry):
    """Facts within the facts that they are a part of; what has no part and no whole stands apart."""

    kind: Literal["nested"]
    rows: list[Row] = Field(min_length=2)
    apart: Text | None = Field(None, description="Why the rows outside are not drawn within")


class Stop(Entry):
    """A stop on a route."""

    title: Text
    says: Text
    icon: Icon


class Route(Entry):
    """Stops in their order, as the kit sees them: marked as its own explanation."""

    kind: Literal["route"]
    stops: list[Stop] = Field(min_length=2, max_length=4)


class Diagram(Entry):
    """A diagram for slides."""

    id: Id
    title: Text
    draws: Annotated[Around | Nested | Route, Field(discriminator="kind")]
