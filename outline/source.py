"""Positions in the source text, in Unicode code points of the unchanged text."""

from __future__ import annotations

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
