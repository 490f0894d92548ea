"""What the text around a candidate says of it.

In: the text, its layout and one candidate. Out: ``Evidence``, computed once a candidate and used by every reading.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from outline import numerals
from outline.layout import SENTENCE_ENDS, Layout
from outline.markers import Marker, Place

COLONS = ":：︰∶"

# 讲三点意见 做到“五个强化” 以下四个方面; not 第三个, not 三个月
_COUNT = regex.compile(r"(?<![第\d之])([两兩二三四五六七八九十2-9])(?:[个個项項大点點条條种種层層类類件步句重方]|則|则)(?!月)")
_COUNT_WITHIN = 30
_OWN_LINE = 80
"""A heading longer than this is a paragraph that lacks its full stop."""


class Evidence(NamedTuple):
    """The surroundings of a candidate."""

    fresh: bool
    """It opens its paragraph."""
    announced: bool
    """A colon stands in front, in this paragraph or at the end of the one before."""
    count: int
    """How many members the text in front says there will be (讲三点意见), or 0."""
    owns: bool
    """It is a heading alone in its paragraph, or its paragraph ends in a colon: what follows is its own."""
    mark: int
    """The number of Markdown ``#`` in front of it, or 0."""
    rested: int
    """The last sentence end before it in its paragraph, or the paragraph's start (an offset)."""


def gather(text: str, layout: Layout, marker: Marker) -> Evidence:
    """Look at the surroundings of a candidate."""
    paragraph = layout.paragraphs[marker.paragraph]
    fresh = marker.place is Place.START
    above = layout.paragraphs[marker.paragraph - 1] if fresh and marker.paragraph else None
    announced = marker.place is Place.COLON or (above is not None and text[above.end - 1] in COLONS)
    form = marker.style.form
    owns = form == "title" or (fresh and _owns(text, marker.end, paragraph.end, full_stop=form in ("head", "part")))
    rested = paragraph.start if fresh else max(text.rfind(end, paragraph.start, marker.start - 1) for end in "。！？")
    return Evidence(fresh, announced, _count(text, layout, marker), owns, paragraph.mark if fresh else 0, rested)


def _owns(text: str, start: int, end: int, *, full_stop: bool) -> bool:
    """Say whether a heading is all of its paragraph; one with a number may end in a full stop: （二）基本原则。"""
    if text[end - 1] in COLONS:
        return True
    words = text[start : end - 1] if full_stop else text[start:end]
    return end - start < _OWN_LINE and not any(stop in words for stop in SENTENCE_ENDS + "；")


def _count(text: str, layout: Layout, marker: Marker) -> int:
    """How many members the sentence before a first member announces."""
    if marker.value != 1 or marker.style.form not in ("verbal", "word", "pair", "sign"):
        return 0
    start = layout.paragraphs[max(marker.paragraph - 1, 0)].start
    found = _COUNT.findall(text, max(start, marker.start - _COUNT_WITHIN), marker.start)
    return (numerals.value(found[-1]) or 0) if found else 0
