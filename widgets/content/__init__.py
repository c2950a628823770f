"""The kit's content: models, loading with clear errors, references in texts."""

from widgets.content.collection import Content
from widgets.content.errors import ContentError
from widgets.content.loader import DATA, load
from widgets.content.text import resolve, resolve_all

__all__ = ["DATA", "Content", "ContentError", "load", "resolve", "resolve_all"]
