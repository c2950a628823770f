"""Our own prose is in short sentences and writes dates in one way; the sources' words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.checks.entries import walk
from course.checks.material import Material, Passage, in_notebooks
from course.errors import Fault

# The words are syllables, as Vietnamese writes them; what is longer is lost by those who listen.
LIMIT = 30

# Fields of our own prose; titles, names of documents and words of a source are not among them.
PROSE = {
    "About": ("description", "session_parts", "footer"),
    "Activity": ("needs", "steps", "alone", "result"),
    "Asked": ("label", "hint"),
    "Book": ("about",),
    "Card": ("front", "back"),
    "Case": ("story", "ask", "back"),
    "CoreQuestion": ("question", "answer", "commentary"),
    "Correction": ("note",),
    "Duty": ("tasks",),
    "Event": ("remark",),
    "Group": ("intro",),
    "Item": ("matter", "commentary", "prompts"),
    "Notice": ("says",),
    "Part": ("about", "holds"),
    "Point": ("text",),
    "Prompt": ("ask",),
    "Session": ("summary", "goals", "opening", "key_message"),
    "Source": ("note",),
    "Step": ("how",),
    "Term": ("meaning",),
    "Tool": ("summary",),
    "Way": ("text", "says"),
    "When": ("text",),
}
QUESTIONS = ("about", "prompt", "explanation", "commentary", "reason", "reason_wrong")


def sentences_are_short(material: Material) -> Iterator[Fault]:
    """A sentence can be taken in at one hearing; a quotation in it counts as one word."""
    for passage in prose(material):
        for sentence in sentences(re.sub(r"“[^”]*”|https?://\S+", "“…”", passage.text.replace("*", ""))):
            if (count := len(re.findall(r"\w[\w./-]*|“…”", sentence))) > LIMIT:
                rule = "a sentence must have {limit} words or fewer, it has {count}; make two of it"
                yield Fault(passage.file, passage.place, rule, sentence, {"limit": LIMIT, "count": count})


def dates_have_two_digits(material: Material) -> Iterator[Fault]:
    """Day and month are written as the plans write them: 05/10; a month alone stands as it is."""
    for passage in prose(material):
        text = re.sub(r"“[^”]*”", "", passage.text)
        for date in re.findall(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])", text):
            if not re.fullmatch(r"\d\d/\d\d(/\d{4})?", date):
                rule = "day and month must have two digits, as in 05/10"
                yield Fault(passage.file, passage.place, rule, date)


def prose(material: Material) -> Iterator[Passage]:
    """Yield our own prose, its references put in."""
    for file, place, entry in walk(material.course):
        fields = (
            QUESTIONS
            if file.startswith(("questions/", "before_after.yml"))
            else PROSE.get(type(entry).__name__, ())
        )
        for name in fields:
            value = getattr(entry, name, None) or []
            for text in [value] if isinstance(value, str) else value:
                yield Passage(file, f"{place} > {name}", material.words(text))
    for passage in in_notebooks(material):
        for block in blocks(passage.text):
            yield Passage(passage.file, passage.place, material.words(block))


def blocks(markdown: str) -> Iterator[str]:
    """Yield the paragraphs, points and table cells of a Markdown text; headings are titles."""
    for part in re.split(r"\n\s*\n|\n(?=[-|#>] ?)", markdown):
        text = part.strip()
        if text.startswith("|"):
            yield from filter(None, (cell.strip(" -") for cell in text.split("|")))
        elif not text.startswith("#"):
            yield text.removeprefix("- ")


def sentences(text: str) -> list[str]:
    """Cut a text at what ends a sentence."""
    return [one for one in re.split(r"(?<=[.?!])\s+", " ".join(text.split())) if one]


RULES = (sentences_are_short, dates_have_two_digits)
