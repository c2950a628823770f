"""A chart that can be switched between ways of showing, with table, words and downloads."""

from __future__ import annotations

from collections.abc import Sequence

import traitlets

from charts.figures import FigureSpec
from charts.palette import PALETTE
from course import ContentError
from shown.model import Block, Paragraph, em, label, table, text
from widgets.base import KitWidget


class FigureExplorer(KitWidget, module="figure_explorer"):
    """Shows a figure of :mod:`charts.figures`.

    Parameters
    ----------
    spec
        The figure, drawn in all its states.
    session, key
        Under these two names the browser keeps the chosen state.
    terms
        What :func:`widgets.glossary.glossary.terms_in` finds in caption, notes and sources.

    Raises
    ------
    ContentError
        When the figure has no state, or a row of its table has not one cell a column.
    """

    name = traitlets.Unicode(help="Name of the figure; names the downloaded files").tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    caption = traitlets.Unicode().tag(sync=True)
    states = traitlets.List(
        traitlets.Dict(), help="name, label, alt of each, and its SVG for three widths"
    ).tag(sync=True)
    state = traitlets.Unicode(help="Name of the state that is shown").tag(sync=True)
    slides = traitlets.Dict(help="Drawing for slides by state; empty where they show the table").tag(
        sync=True
    )
    slide_alts = traitlets.Dict(help="The drawing for slides in words by state").tag(sync=True)
    kind = traitlets.Unicode(help="What kind of slide it makes").tag(sync=True)
    columns = traitlets.List(traitlets.Unicode(), help="Heads of the table; the last is the source").tag(
        sync=True
    )
    rows = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    bars = traitlets.List(
        traitlets.Dict(), help="label, value and shown of each fact; empty where there is more than facts"
    ).tag(sync=True)
    sources = traitlets.List(traitlets.Unicode()).tag(sync=True)
    notes = traitlets.List(traitlets.Unicode()).tag(sync=True)
    palette = traitlets.Dict(help="Colour in the SVG by the name it has in theme.css").tag(sync=True)

    def __init__(self, spec: FigureSpec, *, session: str, key: str, terms: Sequence[dict] = ()) -> None:
        if not spec.states:
            raise ContentError("FigureExplorer", spec.name, "must have at least one state, it has none")
        for index, row in enumerate(spec.rows, start=1):
            if len(row) != len(spec.columns):
                rule = f"row {index} must have {len(spec.columns)} cells"
                raise ContentError("FigureExplorer", spec.name, rule, row)
        super().__init__(
            session=session,
            key=key,
            terms=list(terms),
            name=spec.name,
            title=spec.title,
            caption=spec.caption,
            states=[vars(state) for state in spec.states],
            state=spec.states[0].name,
            slides=spec.slides,
            slide_alts=spec.slide_alts,
            kind=spec.kind,
            columns=list(spec.columns),
            rows=[list(row) for row in spec.rows],
            bars=[vars(bar) for bar in spec.bars],
            sources=list(spec.sources),
            notes=list(spec.notes),
            palette=PALETTE,
        )

    @traitlets.validate("state")
    def _known_state(self, proposal: traitlets.Bunch) -> str:
        names = [state["name"] for state in self.states]
        if names and proposal.value not in names:
            raise ContentError("FigureExplorer", self.name, f"state must be one of {names}", proposal.value)
        return proposal.value

    def reading_form(self) -> list[Block]:
        """Return title, table, words, caption, notes and sources."""
        words = [text(state["alt"]) for state in self.states[:1]]
        rows = table(list(self.columns), [list(row) for row in self.rows])
        notes = [Paragraph((em(f"Ghi chú: {note}"),), "note") for note in self.notes]
        source = Paragraph(text(f"Nguồn: {'; '.join(self.sources)}.").runs, "source")
        return [label(self.title), rows, *words, text(self.caption), *notes, source]
