"""What the desk's parts are made of: ipywidgets with the kit's classes, and words that are never HTML by accident."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape

import ipywidgets

from course import formats


def minutes(value: float) -> str:
    """Write minutes, halves and quarters with a comma: “1,5 phút”."""
    return f"{formats.number(Decimal(f'{value:g}'))} phút"


def said(words: str = "", kind: str = "", role: str = "") -> ipywidgets.HTML:
    """Return a place for a sentence; see :func:`say`."""
    place = ipywidgets.HTML()
    say(place, words, kind, role)
    return place


def say(place: ipywidgets.HTML, words: str, kind: str = "", role: str = "status") -> None:
    """Put a sentence in its place.

    Parameters
    ----------
    place
        Made by :func:`said`.
    words
        Plain words, which become a paragraph a line.
    kind
        ``hint``, ``wrong`` or ``right``.
    role
        What assistive technology takes it for: ``status``, ``alert`` or nothing.
    """
    named = f' class="kit-desk-{kind}"' if kind else ""
    told = f' role="{role}"' if role else ""
    place.value = (
        f"<div{told}{named}>{''.join(f'<p>{escape(line)}</p>' for line in words.splitlines())}</div>"
    )


def heading(words: str, level: int = 2) -> ipywidgets.HTML:
    """Return a heading."""
    return ipywidgets.HTML(f"<h{level}>{escape(words)}</h{level}>")


def section(title: str, *children: ipywidgets.Widget) -> ipywidgets.VBox:
    """Return a section of the desk with its heading."""
    return classed(ipywidgets.VBox([heading(title), *children]), "kit-desk-section")


def row(*children: ipywidgets.Widget) -> ipywidgets.Box:
    """Return parts beside each other, wrapped where there is no room."""
    return classed(ipywidgets.Box(children), "kit-desk-row")


def classed(widget, *names: str):
    """Return a widget with class names."""
    for name in names:
        widget.add_class(name)
    return widget


def field(label: str, value: str = "", *, lines: bool = False, placeholder: str = "") -> ipywidgets.Text:
    """Return a field for words, which tells of a change when it is left."""
    kind = ipywidgets.Textarea if lines else ipywidgets.Text
    return kind(description=label, value=value, placeholder=placeholder, continuous_update=False)


def action(label: str, do: Callable[[], None], *, primary: bool = False) -> ipywidgets.Button:
    """Return a button."""
    made = ipywidgets.Button(description=label, button_style="primary" if primary else "")
    made.on_click(lambda _: do())
    return made


def shown(widget: ipywidgets.Widget, *, when: bool) -> None:
    """Show a widget or take it out of sight."""
    widget.layout.display = None if when else "none"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return cells as the HTML of a table."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in one)}</tr>" for one in rows)
    whole = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="kit-desk-scroll" tabindex="0">{whole}</div>'
