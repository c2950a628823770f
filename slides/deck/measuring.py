"""How high things are on a slide, measured by Typst with the real font, once for all outputs.

The live deck and the PPTX have the same proportions as the PDF.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import typst

from slides.deck.kinds import Kind
from slides.deck.model import Block
from slides.deck.serialize import plain
from slides.paper import pdf


def room(title: float) -> float:
    """Return how many points are left for the body below a title of this height."""
    sizes = pdf.SIZES
    return pdf.HEIGHT - sizes["top"] - title - sizes["below"] - sizes["foot"]


def asked_title(title: str, kind: Kind) -> dict[str, Any]:
    """Return what :func:`measure` is to be asked for the height of the title of a slide of this kind."""
    return {"what": "title", "title": title, "kind": kind}


def asked_body(blocks: tuple[Block, ...], scale: float, kind: Kind) -> dict[str, Any]:
    """Return what :func:`measure` is to be asked for the height of blocks on a slide of this kind."""
    return {"what": "body", "blocks": plain(blocks), "scale": scale, "kind": kind}


def measure_blocks(blocks: Sequence[Block], scale: float, kind: Kind) -> list[float]:
    """Return the height in points of each block, as it is on a slide of this kind and scale."""
    return measure([asked_body((block,), scale, kind) for block in blocks])


def measure(asked: list[dict[str, Any]]) -> list[float]:
    """Return the heights in points of titles and bodies, as ``templates/measure.typ`` understands them."""
    if not asked:
        return []
    values = pdf.LOOK | {"asked": asked}
    compiler = typst.Compiler(
        input=str(pdf.TEMPLATES / "measure.typ"), root=str(pdf.TEMPLATES), font_paths=pdf.fonts(),
        ignore_system_fonts=True, sys_inputs={"data": pdf.to_json(values)},
    )  # fmt: skip
    (heights,) = json.loads(compiler.query("<heights>", field="value"))
    return heights
