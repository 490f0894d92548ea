"""Examples of markers, as the tests and docs/markers.md write them: ``依照<第十条>，``.

In: an example, or a table of that page. Out: its text, where the label stands in it, and the candidate that
is found there. ``< >`` stand around a label where it is not the whole example; ``␣`` is a blank, ``⇥`` a tab
and ``⏎`` a line end.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from outline.layout import lay_out
from outline.markers import Marker, scan
from outline.scanner import scanner
from tests.pages import DOCS

PAGE = DOCS / "markers.md"

_BLANKS = str.maketrans("␣⇥⏎", " \t\n")


class Example(NamedTuple):
    """A text with a label at ``[start, end)``."""

    text: str
    start: int
    end: int


def read(example: str) -> Example:
    """Return the text of an example and the place of its label."""
    plain = example.translate(_BLANKS)
    before, opened, rest = plain.partition("<")
    if not opened:
        return Example(plain, 0, len(plain))
    label, _, after = rest.partition(">")
    return Example(before + label + after, len(before), len(before) + len(label))


def candidate(example: Example) -> Marker | None:
    """Return the candidate that the scanner finds at the label, whatever its length, or ``None``."""
    notation = scanner()
    notation.learn(example.text)
    found = scan(example.text, lay_out(example.text, notation), notation)
    return next((marker for marker in found if marker.start == example.start), None)


def table(*columns: str) -> list[list[str]]:
    """Return the rows of the table of docs/markers.md that has these columns."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition(f"\n| {' | '.join(columns)} |\n")
    lines = below.partition("\n\n")[0].splitlines()[1:]
    return [line.strip("| ").split(" | ") for line in lines]


def code(cell: str) -> list[str]:
    """Return what stands between back quotes."""
    return re.findall("`([^`]+)`", cell)
