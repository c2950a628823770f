"""When what failed is tried again by itself."""

from __future__ import annotations

import time

FIRST_SECONDS, LONGEST_SECONDS = 5, 300


class Retries:
    """Says when to try again what may pass by itself: soon, then less and less often."""

    def __init__(self) -> None:
        self.pause, self.at = 0.0, float("inf")

    def note(self, failed: bool) -> float:
        """Take how a try went; returns the seconds until the next, which is due only after a failure."""
        self.pause = min(2 * self.pause or FIRST_SECONDS, LONGEST_SECONDS) if failed else 0
        self.at = time.monotonic() + self.pause if failed else float("inf")
        return self.pause

    def due(self) -> bool:
        """Tell whether it is time."""
        return time.monotonic() >= self.at
