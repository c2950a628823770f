"""What a cell is on the slides, as notebooks say it in ``metadata.slideshow.slide_type``."""

from __future__ import annotations

# JupyterLab offers "fragment" too, a piece that appears later; no face of a notebook shows pieces one by one.
SLIDE_TYPES = ("slide", "subslide", "-", "skip", "notes")
# A cell of these begins a slide; "-" and "notes" belong to the slide before them.
BEGINNINGS = ("slide", "subslide")
