"""What a source says, what we say of it in other words, and what is our own stay apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.checks.entries import walk
from course.checks.material import Material, Passage
from course.checks.notebook import Notebook
from course.checks.prose import blocks, sentences
from course.checks.strings import shown
from course.course import Course
from course.errors import Fault
from course.models import Group, Item
from course.references import REFERENCE

# Fields in which the kit speaks for itself, beside every `commentary`.
OWN = {
    "Activity": ("needs", "steps", "alone", "result"),
    "Case": ("title", "story", "ask", "back"),
    "Item": ("prompts",),
    "Prompt": ("ask",),
    "Session": ("goals", "opening", "key_message"),
    "Way": ("text", "says"),
}
_SAY = "yêu cầu|nhấn mạnh|cho thấy|nêu|ghi(?! chú)|nhắc|khẳng định|có nghĩa|phân tích|so sánh|đòi hỏi|chỉ ra|khuyên"
# Of a source that does not say a thing, or only names it, nothing is claimed.
_SAYS = rf"(?<!không )(?<!chưa )(?<!chỉ )\b(?:{_SAY})\b"
_SAYS_NOTHING = re.compile(rf"\b(?:không|chưa|chỉ) (?:{_SAY})\b")
# Between a name and what it is said to do stand few signs, as in “Bài học này cũng nhấn mạnh”.
_NEAR = r"[^.;:?!“”\n]{0,40}?"
# Syllables that carry no matter of their own.
_FUNCTION = frozenset(
    re.findall(
        r"\w+",
        "a ấy bằng các cái cho chỉ chưa có cũng cùng của còn đã đang đến để đó đây do được gì hay hơn khi không kể là "
        "lại lấy lên mà mỗi mọi một nào này nên ngoài nhưng như những nó ở qua ra rằng rồi sau sẽ so số tại theo thì "
        "thứ tiếp tới trên trong trước từ từng và về vì việc với vừa xuống",
    )
)
# Half and more of a free paraphrase is in words of its own; what only turns the source's sentence keeps three in four.
CARRIED = 0.75


def own_words_claim_no_source(material: Material) -> Iterator[Fault]:
    """Where the kit speaks for itself, it says what a source says only with the source's words or figures."""
    speaking = _speaking(material)
    quoted = alike(" ".join(_quotable(material.course)))
    for passage in (*_own(material.course), *_in_notebooks(material)):
        for sentence in sentences(passage.text.replace("*", "")):
            given = (alike(words) for words in re.findall("“([^”]+)”", material.words(sentence)))
            if (
                speaking.search(sentence)
                and not REFERENCE.search(sentence)
                and not any(words in quoted for words in given)
            ):
                rule = "our own words must not say what a source says; quote it, or speak of life in the unit"
                yield Fault(passage.file, passage.place, rule, sentence)


def matter_is_carried(material: Material) -> Iterator[Fault]:
    """What is told as the source's matter stands in its words: title, quotation, ``reads``, or what it refers to."""
    for group in material.course.groups.values():
        for item in (one for one in group.items if one.matter):
            carrying = _syllables(" ".join(_carrying(material.course, group, item)))
            for sentence in sentences(str(item.matter)):
                told = _syllables(REFERENCE.sub(" ", sentence)) - _FUNCTION
                share = len(told & carrying) / len(told) if told else 1
                if share < CARRIED and not _SAYS_NOTHING.search(sentence):
                    rule = (
                        "{least:.0%} of the words must stand in title, quote or reads, {share:.0%} do; "
                        "what is our own belongs into commentary"
                    )
                    terms = {"least": CARRIED, "share": share}
                    yield Fault("outline.yml", f"{group.id} > {item.id} > matter", rule, sentence, terms)


def _speaking(material: Material) -> re.Pattern[str]:
    """Match a sentence in which a source, or a point of a list, is said to say something."""
    names = {source.called for source in material.course.sources.values()} | set(material.rules.source_names)
    points = {group.point for group in material.course.groups.values()}
    speakers = [re.escape(name) for name in names]
    speakers += [rf"{re.escape(point)} (?:này|ấy|đó|thứ \w+|\d+)" for point in points]
    return re.compile(
        rf"(?<!\w)(?<!pháp )(?:{'|'.join(sorted(speakers, key=len, reverse=True))}){_NEAR}{_SAYS}",
        re.IGNORECASE,
    )


def _own(course: Course) -> Iterator[Passage]:
    for file, place, entry in walk(course):
        for name in (*OWN.get(type(entry).__name__, ()), "commentary"):
            value = getattr(entry, name, None) or []
            for text in [value] if isinstance(value, str) else value:
                yield Passage(file, f"{place} > {name}", text)


def _in_notebooks(material: Material) -> Iterator[Passage]:
    """Yield what cells say to members: their Markdown, and the texts that lessons are given."""
    for one in material.notebooks:
        for place, text in _cells(one):
            for block in blocks(text):
                yield Passage(one.name, place, block)


def _cells(one: Notebook) -> Iterator[tuple[str, str]]:
    for cell in (cell for cell in one.cells if cell.slide_type != "notes"):
        said = [cell.words, cell.title] if cell.is_markdown else [text for _, text in shown(cell.tree)]
        yield from ((cell.place, text) for text in said)


def _quotable(course: Course) -> Iterator[str]:
    """Yield the words of sources that the data holds."""
    for _, _, entry in walk(course):
        for name in ("title", "quote", "evidence", "reads", "name"):
            value = getattr(entry, name, None) or []
            yield from [value] if isinstance(value, str) else value


def _carrying(course: Course, group: Group, item: Item) -> Iterator[str]:
    yield from (item.title, item.quote or "", *item.reads, *(one.quote for one in item.words))
    yield from (source.called for source in course.sources.values())
    for match in REFERENCE.finditer(str(item.matter)):
        if match["kind"] == "fact":
            yield from (course.facts[match["id"]].evidence, course.facts[match["id"]].label)
        elif match["kind"] == "doc":
            yield from (course.documents[match["id"]].evidence, course.documents[match["id"]].title)


def _syllables(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", alike(text)))


def alike(text: str) -> str:
    """Even out capitals, white space, kinds of quotation marks, and where a tone mark stands."""
    text = re.sub(r"\s+", " ", text.lower().translate(str.maketrans("“”", '""')))
    for other, ours in (("oá", "óa"), ("oà", "òa"), ("oả", "ỏa"), ("oạ", "ọa"), ("uỷ", "ủy")):
        text = text.replace(other, ours)
    return text


RULES = (own_words_claim_no_source, matter_is_carried)
