"""The pipeline: text to tree, the stages in order, one line each."""

from __future__ import annotations

from outline.build import build
from outline.evidence import gather
from outline.headings import find_headings
from outline.layout import lay_out
from outline.markers import scan
from outline.nesting import read
from outline.tree import Document


def parse(text: str) -> Document:
    """Read the outline of a Chinese speech or official document.

    ``text`` is kept unchanged in the result; every offset counts its Unicode code points. Any ``str`` is read, whatever
    is in it. Raises ``TypeError`` when ``text`` is not a ``str``.
    """
    if not isinstance(text, str):
        hint = ": decode it first, data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        msg = f"parse() takes the text as str, not {type(text).__name__}{hint}"
        raise TypeError(msg)
    layout = lay_out(text)
    markers = [marker for marker in scan(text, layout) if not marker.veto]
    markers = sorted(markers + find_headings(text, layout, markers))
    steps = read(gather(text, layout, markers))
    return build(text, layout, markers, steps)
