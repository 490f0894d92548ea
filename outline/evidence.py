"""What the text around a marker says of it.

In: the text, its layout and the markers. Out: ``Candidate``s, made once and weighed by every reading.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from outline import numerals
from outline.layout import SENTENCE_ENDS, Layout
from outline.markers import Marker, Place

COLONS = ":：︰∶"

# 讲三点意见 做到“五个强化” 以下四个方面 not 第三个, not 三个月, not 两个片区
_COUNT = regex.compile(
    r"(?<![第\d之])([两兩二三四五六七八九十2-9])"
    r"(?:[点點条條项項层層步句重]|[个個大]?(?:方面|问题|問題|意见|意見|要求|任务|任務|重点|重點|环节|環節|特点|特點|原则|原則|原因|理由|好处|好處|希望"
    r"|强化|強化|坚持|堅持|到位|层次|層次|阶段|階段|步骤|步驟|转变|提升|结合|关系|關係|关键|關鍵|目标|目標|措施|建议|建議|做法|体会|經驗|经验|工作|点|點|层面|层|種|种|类|類|件事|件))"
)
_WITHIN = 30
"""A count is announced this near to the first member (code points)."""
_OWN_LINE = 80
"""A heading longer than this is a paragraph that lacks its full stop."""
ANNEX = 0
"""The rank of 附件1: it stands outside whatever comes before it."""
_POINT = 9
"""The rank of 第一条，…第二条，… inside a paragraph, which are no articles."""
_SHORT = 20
"""A heading that ends in a full stop is no longer than this; what is longer is a sentence."""
_SENTENCE = 400
"""How far back the last sentence end is looked for."""


class Candidate(NamedTuple):
    """A marker with its surroundings."""

    number: int
    """Its place among the candidates."""
    start: int
    style: str
    family: str
    form: str
    rank: int
    value: int
    """The ordinal; 0 for a word that only says that another member follows (其次, 另一方面)."""
    path: tuple[int, ...]
    """The parts of a decimal number, else ()."""
    place: Place
    paragraph: int
    doubtful: bool
    """Prose often has the same."""
    fresh: bool
    """It opens its paragraph."""
    announced: bool
    """A colon stands in front, in this paragraph or at the end of the one before."""
    announces: int
    """How many members the text in front says there will be (讲三点意见), or 0."""
    owns: bool
    """It is a heading alone in its paragraph, or its paragraph ends in a colon: what follows is its own."""
    leads: bool
    """Its paragraph ends in a colon: the next one is its own."""
    mark: int
    """The number of Markdown ``#`` in front of it, or 0."""
    rested: int
    """The last sentence end before it in its paragraph (an offset), or the paragraph's start."""


def gather(text: str, layout: Layout, markers: list[Marker]) -> list[Candidate]:
    """Look at the surroundings of every marker."""
    return [_candidate(text, layout, index, marker) for index, marker in enumerate(markers)]


def _candidate(text: str, layout: Layout, index: int, marker: Marker) -> Candidate:
    style, paragraph = marker.style, layout.paragraphs[marker.paragraph]
    fresh = marker.place is Place.START
    announced, rested = marker.place is Place.COLON, paragraph.start
    if not fresh:
        since = max(paragraph.start, marker.start - _SENTENCE)
        rested = max(paragraph.start, *(text.rfind(stop, since, marker.start - 1) for stop in "。！？"))
    elif marker.start > paragraph.start:
        announced = text[marker.start - 1] in COLONS
    elif marker.paragraph:
        announced = text[layout.paragraphs[marker.paragraph - 1].end - 1] in COLONS
    end = paragraph.end_from(marker.start)
    leads = fresh and text[end - 1] in COLONS
    owns = leads or style.form == "title" or (fresh and _alone(text, marker.end, end, style.form))
    return Candidate(
        index,
        marker.start,
        style.name,
        marker.family,
        style.form,
        _rank(marker, fresh=fresh),
        marker.value,
        marker.path,
        marker.place,
        marker.paragraph,
        marker.doubtful,
        fresh,
        announced,
        _count(text, layout, marker) if marker.value == 1 and style.form in _COUNTED else 0,
        owns,
        leads,
        paragraph.mark if fresh else 0,
        rested,
    )


def _rank(marker: Marker, *, fresh: bool) -> int:
    if marker.family.startswith("noun:附"):
        return ANNEX
    return marker.style.rank if fresh or marker.style.form != "part" else _POINT


_COUNTED = frozenset({"verbal", "word", "pair", "sign"})
_FULL_STOPS = regex.compile(f"[{SENTENCE_ENDS}；]")


def _alone(text: str, start: int, end: int, form: str) -> bool:
    """Say whether a heading is all of its paragraph; （二）基本原则。 is, though it ends in a full stop."""
    if end - start >= _OWN_LINE:
        return False
    full_stop = form in ("head", "part") and text[end - 1] == "。" and end - start <= _SHORT
    return _FULL_STOPS.search(text, start, end - full_stop) is None


def _count(text: str, layout: Layout, marker: Marker) -> int:
    """How many members the sentence before a first member announces."""
    start = layout.paragraphs[max(marker.paragraph - 1, 0)].start
    found = _COUNT.findall(text, max(start, marker.start - _WITHIN), marker.start)
    return (numerals.value(found[-1]) or 0) if found else 0
