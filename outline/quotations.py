"""Quotations: a list inside quotation marks is another's, no part of the outline.

In: the text. Out: which offsets are quoted. Marks are those of GB/T 15834-2011 4.8 and of the Traditional script.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import regex

_QUOTATION = regex.compile(r"“[^“”]{0,1500}+”|「[^「」]{0,1500}+」|『[^『』]{0,1500}+』|《[^《》]{0,100}+》")
"""Bounded, so that one lost closing mark does not quote the rest of the text."""
_BLOCK = regex.compile(r"(?:[：:\n]|\A)\s*\Z")


class Quotation(NamedTuple):
    """A stretch between quotation marks."""

    start: int
    end: int
    block: bool
    """It begins as paragraphs do that are quoted as a whole: after a colon or at a line start."""


class Quotations:
    """The quotations of a text, found once."""

    def __init__(self, text: str) -> None:
        self._found = [
            Quotation(*match.span(), _BLOCK.search(text, max(0, match.start() - 8), match.start()) is not None)
            for match in _QUOTATION.finditer(text)
        ]
        self._starts = [quotation.start for quotation in self._found]

    def hold(self, offset: int, paragraph_start: int) -> bool:
        """Say whether ``offset`` is quoted; a quotation begun in mid-paragraph ends with its paragraph."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0:
            return False
        start, end, block = self._found[i]
        return start < offset < end and (block or start >= paragraph_start)
