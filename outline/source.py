"""Positions in the source text.

In: offsets. Out: spans, lines and columns. All units are Unicode code points of the unchanged text.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of Unicode code points in the source text."""

    start: int
    """The first code point that belongs to the range."""
    end: int
    """The first code point after the range."""

    def of(self, text: str) -> str:
        """Return the piece of ``text`` that the span names."""
        return text[self.start : self.end]


class Position(NamedTuple):
    """A place as a person counts it: line and column start at 1, columns count code points."""

    line: int
    column: int


class LineIndex:
    """Line starts of one text, for turning offsets into positions in logarithmic time."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def position(self, offset: int) -> Position:
        """Return the line and column of ``offset`` (code points, from 0)."""
        line = max(bisect_right(self._starts, offset), 1)
        return Position(line, offset - self._starts[line - 1] + 1)
