"""The kit's content: models, loading with clear errors, references in texts."""

from course.collection import Content
from course.errors import ContentError
from course.loader import DATA, load
from course.references import resolve, resolve_all

__all__ = ["DATA", "Content", "ContentError", "load", "resolve", "resolve_all"]
