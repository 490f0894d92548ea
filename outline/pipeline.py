"""The pipeline: text to tree, the stages in order, one line each."""

from __future__ import annotations

from operator import attrgetter

from outline.build import build
from outline.closings import find_closings
from outline.evidence import gather
from outline.explain import Decision, decisions, diagnose
from outline.headings import find_headings
from outline.layout import Layout, lay_out
from outline.markers import Marker, scan
from outline.nesting import Step, read
from outline.tree import Document


def parse(text: str) -> Document:
    """Read the outline of a Chinese speech or official document.

    ``text`` is kept unchanged in the result; every offset counts its Unicode code points. Any ``str`` is read,
    whatever is in it; doubts are in ``Document.diagnostics``. Raises ``TypeError`` when ``text`` is not a ``str``.
    """
    layout, markers, steps = _read(text)
    fit = [marker for marker in markers if not marker.veto]
    return build(text, layout, fit, steps, diagnose(text, fit, steps))


def explain(text: str) -> tuple[Decision, ...]:
    """Say of every candidate marker what became of it and why, in reading order.

    What stands in the middle of a clause (一 in 统一是) is no candidate and not listed. Raises as ``parse`` does.
    """
    _, markers, steps = _read(text)
    return decisions(text, markers, steps)


def _read(text: str) -> tuple[Layout, list[Marker], list[Step]]:
    if not isinstance(text, str):
        hint = "; decode it first: data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        msg = f"the text must be a str, not {type(text).__name__}{hint}"
        raise TypeError(msg)
    layout = lay_out(text)
    numbered = scan(text, layout)
    headings, closings = find_headings(text, layout, numbered), find_closings(text, layout, numbered)
    markers = sorted(closings + headings + numbered, key=attrgetter("start"))
    steps = read(gather(text, layout, [marker for marker in markers if not marker.veto]))
    return layout, markers, steps
