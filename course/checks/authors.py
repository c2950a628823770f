"""Everything that ``kit check`` asks of a course's data and notebooks, beyond what its pages need."""

from __future__ import annotations

from course.checks import (
    core_questions,
    coverage,
    dates,
    glossary,
    named_figures,
    notebooks,
    numbers,
    prose,
    quiz,
    quiz_targets,
    sessions,
    slides,
    voices,
)  # fmt: skip

RULES = (
    *sessions.RULES, *quiz.RULES, *quiz_targets.RULES, *core_questions.RULES, *glossary.RULES, *prose.RULES,
    *numbers.RULES, *named_figures.RULES, *dates.RULES, *notebooks.RULES, *slides.RULES, *coverage.RULES,
    *voices.RULES,
)  # fmt: skip
