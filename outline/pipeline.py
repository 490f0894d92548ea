"""The pipeline: text to tree, the stages in order, one line each."""

from __future__ import annotations

from operator import attrgetter
from os import PathLike
from pathlib import Path

from outline.build import build
from outline.closings import find_closings
from outline.evidence import gather
from outline.explain import Decision, decisions, diagnose
from outline.headings import find_headings
from outline.layout import Layout, lay_out
from outline.markers import Marker, scan
from outline.nesting import Step, read
from outline.scanner import scanner
from outline.tree import Document


def parse(text: str, *, styles: str | PathLike[str] | None = None) -> Document:
    """Read the outline of a Chinese speech or official document.

    ``text`` is kept unchanged in the result; every offset counts its Unicode code points. Any ``str`` is read,
    whatever is in it; doubts are in ``Document.diagnostics``. ``styles`` adds marker styles of your own: Lark text
    that defines terminals in the way of ``grammars/markers.lark`` (``PROBLEM: "问题" CHINESE "："``), or its path.

    Raises ``TypeError`` when ``text`` is not a ``str``, ``StyleError`` naming the line of a fault in ``styles``.
    """
    layout, markers, steps = _read(text, styles)
    fit = [marker for marker in markers if not marker.veto]
    return build(text, layout, fit, steps, diagnose(text, fit, steps))


def explain(text: str, *, styles: str | PathLike[str] | None = None) -> tuple[Decision, ...]:
    """Say of every candidate marker what became of it and why, in reading order.

    What stands in the middle of a clause (一 in 统一是) is no candidate and not listed. Raises as ``parse`` does.
    """
    _, markers, steps = _read(text, styles)
    return decisions(text, markers, steps)


def _read(text: str, styles: str | PathLike[str] | None = None) -> tuple[Layout, list[Marker], list[Step]]:
    if not isinstance(text, str):
        hint = "; decode it first: data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        msg = f"the text must be a str, not {type(text).__name__}{hint}"
        raise TypeError(msg)
    notation = scanner(_source(styles))
    notation.learn(text)
    layout = lay_out(text, notation)
    numbered = scan(text, layout, notation)
    headings, closings = find_headings(text, layout, numbered), find_closings(text, layout, numbered)
    markers = sorted(closings + headings + numbered, key=attrgetter("start"))
    steps = read(gather(text, layout, [marker for marker in markers if not marker.veto]))
    return layout, markers, steps


def _source(styles: str | PathLike[str] | None) -> str:
    """Lark text, of which a path is read; a ``str`` that holds no colon is a path."""
    if styles is None:
        return ""
    if isinstance(styles, str) and ":" in styles:
        return styles
    return Path(styles).read_text(encoding="utf-8")
