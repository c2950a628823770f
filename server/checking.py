"""What ``kit check`` runs: all rules on one course, and every fault that they find."""

from __future__ import annotations

from pathlib import Path

import slides.checks
import widgets.checks
from course import ContentError, checks
from course.checks import authors, material
from course.errors import Fault
from course.loader import read

RULES = (*authors.RULES, *widgets.checks.RULES, *slides.checks.RULES)


def faults(folder: Path) -> list[Fault]:
    """Return everything that is wrong with a course, file by file.

    Only a file of the data that cannot be read hides what else is wrong.

    Parameters
    ----------
    folder
        The course's folder.
    """
    try:
        course = read(folder)
        all_of_it = material.read(course)
    except ContentError as error:
        return [error.fault]
    found = [*checks.faults(course), *(fault for rule in RULES for fault in rule(all_of_it))]
    return sorted(found, key=lambda fault: fault.file)
