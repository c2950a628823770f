"""A unit's own meeting: what is chosen of the sessions and its own slides, as one deck. No widgets, no HTTP."""
