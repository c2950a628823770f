"""Print: all forms of all sessions from executed notebooks, beside nbconvert's webpdf on the same notebooks."""

from __future__ import annotations

import time
from pathlib import Path
from unittest import mock

import nbformat
from nbconvert.exporters import WebPDFExporter
from playwright.async_api import BrowserType

from bench.report import Report
from server.publish import shelf
from slides.deck.fitting import fit
from slides.deck.outline import outlined
from slides.deck.reading import read_deck
from slides.paper import forms
from tests.browser.conftest import FLAGS
from tests.courses import shipped
from tools.browser import installed

FORMS = {
    ".pdf": "slides",
    "-phat-tay.pdf": "handout",
    "-tom-tat.pdf": "summary",
    "-dap-an.pdf": "answers",
    "-2-trang.pdf": "slides, 2 a page",
    "-4-trang.pdf": "slides, 4 a page",
    "-6-trang.pdf": "slides, 6 a page",
    "-ghi-chu.pdf": "speaker's pages",
    ".pptx": "PowerPoint",
}


def measure(report: Report, store: Path) -> None:
    """Time every form, and webpdf, from the executed notebooks in a store."""
    notebooks = executed(store)
    begin = time.perf_counter()
    decks = {
        slug: fit(outlined(read_deck(notebooks[slug], session, shipped().about.title), shipped(), session))
        for slug, session in shipped().sessions.items()
    }
    reading = time.perf_counter() - begin
    rows, slowest = [["reading and fitting the decks", f"{reading:.1f}", ""]], 0.0
    for ending, label in FORMS.items():
        begin = time.perf_counter()
        sizes = [len(forms.make(f"{slug}{ending}", decks)) for slug in decks]
        seconds = time.perf_counter() - begin
        slowest = max(slowest, seconds)
        rows.append([label, f"{seconds:.1f}", f"{sum(sizes) / 1e6:.1f}"])
    report.budget("All sessions in the slowest form, with reading and fitting", reading + slowest, "s", 10)
    seconds, size = webpdf(notebooks)
    rows.append(["nbconvert's webpdf: one form", f"{seconds:.1f}", f"{size / 1e6:.1f}"])
    report.table("Print: eight sessions", ["form", "s", "MB"], rows)


def executed(store: Path) -> dict[str, dict]:
    """Return the executed notebooks by slug."""
    found = {}
    for slug, session in shipped().sessions.items():
        executed = shelf.PAGES.load(store, slug, shelf.content_key(shipped(), session))
        if executed is None:
            raise LookupError(f"not rendered yet: {slug}")
        found[slug] = executed.notebook
    return found


def webpdf(notebooks: dict[str, dict]) -> tuple[float, int]:
    """Return seconds and bytes of nbconvert's PDFs; no page asks another host."""
    launch = BrowserType.launch

    async def local(self, **options):
        options["args"] = FLAGS
        return await launch(self, executable_path=installed(whole=True), **options)

    exporter = WebPDFExporter(
        mathjax_url="", require_js_url="", jquery_url="", mermaid_js_url="", disable_sandbox=True
    )
    begin, size = time.perf_counter(), 0
    with mock.patch.object(BrowserType, "launch", local):
        for notebook in notebooks.values():
            body, _ = exporter.from_notebook_node(nbformat.from_dict(_counted(notebook)))
            size += len(body)
    return time.perf_counter() - begin, size


def _counted(notebook: dict) -> dict:
    """Return a notebook as nbformat has it: what the kit keeps of an executed one has no counts."""
    cells = [
        {
            **cell,
            "execution_count": None,
            "outputs": [
                {**output, "execution_count": None} if output["output_type"] == "execute_result" else output
                for output in cell["outputs"]
            ],
        }
        if cell["cell_type"] == "code"
        else cell
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells}
