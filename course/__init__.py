"""A course: models, loading with clear errors, references in texts."""

from course.course import Course
from course.errors import ContentError
from course.loader import SHIPPED, load
from course.notebook import current
from course.references import resolve, resolve_all

__all__ = ["SHIPPED", "ContentError", "Course", "current", "load", "resolve", "resolve_all"]
