"""Notebooks are whole, clean, and call what they show."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from course.checks.material import Material, in_notebooks
from course.checks.notebook import Cell, Notebook
from course.errors import Fault
from course.slideshow import SLIDE_TYPES

# What JupyterLab adds, such as the version of Python, changes with each machine.
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_LINES = 5
_DEFINES = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.With,
    ast.Try, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.JoinedStr, ast.AugAssign,
    ast.Import, ast.ImportFrom,
)  # fmt: skip


def can_be_read(material: Material) -> Iterator[Fault]:
    """Every page has a valid notebook."""
    yield from material.unread


def belong_to_a_page(material: Material) -> Iterator[Fault]:
    """No notebook is left that nothing leads to."""
    named = {page.notebook for page in material.course.pages.values()}
    for path in sorted(material.course.notebooks.glob("*.ipynb")):
        if path.name not in named:
            rule = "must be named in sessions.yml or tools.yml, or be taken away"
            yield Fault(f"notebooks/{path.name}", "file", rule)


def are_numbered(material: Material) -> Iterator[Fault]:
    """The files' numbers are the order of the sessions."""
    for number, session in enumerate(material.course.sessions.values(), start=1):
        if int(session.notebook[:2]) != number:
            rule = "must begin with the session's number, {number:02}; rename the file too"
            terms = {"number": number}
            yield Fault("sessions.yml", f"{session.slug} > notebook", rule, session.notebook, terms)


def are_plain(material: Material) -> Iterator[Fault]:
    """Nothing in a notebook depends on the machine on which it was saved."""
    for one in material.notebooks:
        found = (one.written["nbformat"], one.written["nbformat_minor"])
        if found != (4, 5):
            rule = "must be nbformat 4.5, which gives cells their ids; save it in JupyterLab"
            yield Fault(one.name, "file", rule, found)
        written = one.written["metadata"]
        if written != _METADATA:
            rule = "must be {metadata}; take out what the machine on which it was saved has added"
            odd = {key: value for key, value in written.items() if _METADATA.get(key) != value}
            yield Fault(one.name, "metadata", rule, odd, {"metadata": _METADATA})
        if not one.text.endswith("}\n"):
            yield Fault(one.name, "file", "must end with the end of a line; save it in JupyterLab")


def hold_no_outputs(material: Material) -> Iterator[Fault]:
    """What cells show is made anew; what was saved would soon be another thing."""
    for one in material.notebooks:
        for cell in one.code:
            if cell.written["outputs"] or cell.written["execution_count"] is not None:
                rule = "must be saved without outputs: clear them, or run nbstripout"
                yield Fault(one.name, cell.place, rule)


def have_slide_types(material: Material) -> Iterator[Fault]:
    """Every cell of a session says what it is on the slides."""
    for one in material.sessions:
        for cell in one.cells:
            if cell.slide_type not in SLIDE_TYPES:
                rule = "metadata.slideshow.slide_type must be one of {types} (in JupyterLab: the gears)"
                yield Fault(one.name, cell.place, rule, cell.slide_type, {"types": ", ".join(SLIDE_TYPES)})


def ids_begin_with_the_session(material: Material) -> Iterator[Fault]:
    """A cell's id is the address of its slide, so it says whose it is; a copied notebook has another's ids."""
    for one in material.sessions:
        for cell in one.cells:
            if not re.fullmatch(rf"{one.page.slug}(-[a-z0-9]+)+", cell.id):
                rule = "the id must be {slug}- and a name in small letters"
                yield Fault(one.name, cell.place, rule, cell.id, {"slug": one.page.slug})


def are_valid_python(material: Material) -> Iterator[Fault]:
    """Code can be run."""
    for one in material.notebooks:
        for cell in one.code:
            try:
                ast.parse(cell.source)
            except SyntaxError as error:
                rule, place = "is no valid Python: {problem}", f"{cell.place}, line {error.lineno}"
                yield Fault(one.name, place, rule, terms={"problem": error.msg})


def open_their_page(material: Material) -> Iterator[Fault]:
    """The first cell opens the page's own content; a copied notebook names another's."""
    for one in material.notebooks:
        kind = "Lesson" if one.is_session else "Tools"
        opens = [
            node
            for cell in one.code
            for node in ast.walk(cell.tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Lesson", "Tools")
        ]
        call, found = f"{kind}({one.page.slug!r})", [ast.unparse(node) for node in opens]
        if found != [call]:
            yield Fault(one.name, "first code cell", "must call {call} once", found, {"call": call})
        elif one.is_session:
            yield from _opens_alone(one)


def _opens_alone(one: Notebook) -> Iterator[Fault]:
    first = one.code[0]
    lines = f'from widgets.lesson import Lesson\n\nlesson = Lesson("{one.page.slug}")'
    if ast.dump(first.tree) != ast.dump(ast.parse(lines)):
        yield Fault(
            one.name, first.place, "must be {lines!r} and nothing else", first.source, {"lines": lines}
        )
    if first.slide_type != "skip":
        yield Fault(one.name, first.place, "shows nothing, so its slide_type must be skip", first.slide_type)


def code_calls(material: Material) -> Iterator[Fault]:
    """After the first, every cell of code shows one thing and defines nothing."""
    for one in material.sessions:
        for cell in one.code[1:]:
            yield from _calls(one, cell)


def _calls(one: Notebook, cell: Cell) -> Iterator[Fault]:
    # A long text, such as a table, is no more code than a short one.
    texts = [node for node in ast.walk(cell.tree) if isinstance(node, ast.Constant)]
    below = sum((node.end_lineno or node.lineno) - node.lineno for node in texts)
    if (lines := len(cell.source.splitlines()) - below) > _LINES:
        rule = "must have {most} lines or fewer, beside those of a text"
        yield Fault(one.name, cell.place, rule, lines, {"most": _LINES})
    if not cell.tree.body:
        return
    defined = [type(node).__name__ for node in ast.walk(cell.tree) if isinstance(node, _DEFINES)]
    if defined:
        yield Fault(one.name, cell.place, "must only call the lesson, and define nothing", defined)
    *before, last = cell.tree.body
    if not (isinstance(last, ast.Expr) and isinstance(last.value, ast.Call)):
        rule = "the last line must show something, as in lesson.quiz()"
        yield Fault(one.name, cell.place, rule, ast.unparse(last))
    for node in before:
        if not (isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("lesson.plan(")):
            rule = "before the last line only a plan may be named, as in plan = lesson.plan('…')"
            yield Fault(one.name, cell.place, rule, ast.unparse(node))


def texts_are_words(material: Material) -> Iterator[Fault]:
    """Figures come from the data with their sources, and signs of code or HTML are no text."""
    names = [re.escape(name) for name in material.rules.names_with_numbers]
    # Dates, and numbers of documents.
    allowed = [
        r"^# Buổi \d+\.", r"\bnăm (?:19|20)\d\d\b", r"\b\d{1,2}/\d{1,2}/\d{4}\b", r"số \d+-[A-ZĐ]+/[A-ZĐ]+", *names,
    ]  # fmt: skip
    pattern = re.compile("|".join(allowed), re.MULTILINE)
    for one in material.sessions:
        for cell in (cell for cell in one.cells if cell.is_markdown):
            left = pattern.sub("", cell.words)
            if found := re.search(r"\d[\d./]*", left):
                rule = "a figure must be written in code, as in lesson.text('… {fact:id} …')"
                yield Fault(one.name, cell.place, rule, found[0])
            if found := re.search(r"""["'<>{}]|http""", left):
                rule = "a text must not hold straight quotation marks, tags, braces or web addresses"
                yield Fault(one.name, cell.place, rule, found[0])


def link_to_pages(material: Material) -> Iterator[Fault]:
    """A text links to the notebook of a page, whose address the faces know; other addresses differ between them."""
    rule = "a link must name a notebook of the course"
    named = {page.notebook for page in material.course.pages.values()}
    for passage in in_notebooks(material):
        for found in re.findall(r"\[[^\]]*\]\([^)]*\)", passage.text):
            yield Fault(passage.file, passage.place, rule, found)
    for one in material.notebooks:
        for cell in one.cells:
            for name in re.findall(r"\]\(([^)#\s]*\.ipynb)", "" if cell.is_code else cell.source):
                if name not in named:
                    yield Fault(one.name, cell.place, rule, name)


RULES = (
    can_be_read, belong_to_a_page, are_numbered, are_plain, hold_no_outputs, have_slide_types,
    ids_begin_with_the_session, are_valid_python, open_their_page, code_calls, texts_are_words, link_to_pages,
)  # fmt: skip
