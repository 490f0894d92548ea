"""Text to lines, whatever became of the line ends.

In: the source text. Out: ``Line``s: physical ones, and in text that lost its line ends the stretches between two
indents or between the blanks that stand where lines broke.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

BLANK = " \t\u3000\u00a0\u2002-\u200b\u202f\u205f\ufeff"
"""White space inside a line, as members of a character class."""
COLLAPSED = 100
"""A physical line longer than this many code points may have lost line ends."""

_LINE = regex.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
# An indent, Markdown marks (## > - **) and bullets before a number (★一、).
_HEAD = regex.compile(
    rf"[{BLANK}]*+(?:(#{{1,6}})[{BLANK}]++|>[{BLANK}]*+|[★☆※◆■●]\s?)?+(?:[-*+] (?=\D))?+(?:\*\*|__)?+[{BLANK}]*+"
)
_INDENT = regex.compile("[\u3000\u00a0]{2,}|[\u00a0 ]{4,}|(?<=[一-鿿）”。；：])\u00a0(?=[一-鿿（“])")
_INDENT_AFTER_STOP = regex.compile("(?<=[。！？；：”）])(?:[\u3000]{2,}|[\u00a0 ]{4,})")
_SINGLE = regex.compile(rf"[{BLANK}]+")
_LABEL_ONLY = regex.compile(r"[（(].{1,3}[）)]|第.{1,6}[编編章节節条條]")
_LEADERS = regex.compile(r"(?:[.．…·]{3,}|\t)\s*\d+\Z")
_NARROW = "0123456789. "
"""The half-width characters that are common in Chinese text."""


class Line(NamedTuple):
    """A physical line, or what was one before its end was lost."""

    start: int
    """The first visible code point, after indents and Markdown marks."""
    end: int
    """After the last visible code point."""
    mark: int
    """The number of Markdown ``#`` in front, or 0."""
    apart: bool
    """True when a blank line stands in front, or an indent after a lost line end."""
    lost: bool = False
    """Its line end was turned into a single blank."""
    indented: bool = False
    """Blanks stand in front."""


def find_lines(text: str) -> list[Line]:
    """Find the lines of a text that are not blank."""
    return [line for physical in _physical(text) for line in _recover(text, physical)]


def width(text: str, line: Line) -> int:
    """The columns that a line takes: a full-width character takes two."""
    start, end = line.start, line.end
    return 2 * (end - start) - sum(text.count(narrow, start, end) for narrow in _NARROW)


def unfinished(text: str, line: Line) -> bool:
    """Say whether a line ends in the middle of a sentence."""
    last = text[line.end - 1]
    if last.isdigit() and _LEADERS.search(text, line.start, line.end):
        return False  # an entry of a table of contents
    return last not in "。！？；：:;!?…”」》）)】’』"


def usual_width(text: str, lines: list[Line]) -> int:
    """The width at which lines are broken in mid-sentence, or 0 where they are not."""
    broken = [
        width(text, line)
        for line, following in pairwise(lines)
        if not following.apart and line.end - line.start > 12 and unfinished(text, line)
    ]
    if len(broken) < 3:
        return 0
    step = 4
    tally = Counter(columns // step for columns in broken)
    fullest = max(tally, key=lambda bin_: (tally[bin_] + tally.get(bin_ - 1, 0) + tally.get(bin_ + 1, 0), bin_))
    usual = fullest * step + step // 2
    near = sum(abs(columns - usual) <= slack(usual) for columns in broken)
    columns = [width(text, line) for line in lines]
    wider = [own for own in columns if own > usual + slack(usual)]
    if wider and (near < 4 or sum(wider) * 5 > sum(columns)):
        return 0  # where lines are broken at a width, hardly any is longer
    return usual if usual >= 24 and near * 10 >= len(broken) * 6 else 0


def slack(usual: int) -> int:
    """How far a full line may be from the usual width: punctuation is not parted from its word."""
    return max(6, usual // 20)


def _physical(text: str) -> Iterator[Line]:
    last = 0
    for found in _LINE.finditer(text):
        start, end = found.span()
        ends = max(text.count("\n", last, start), text.count("\r", last, start))
        line = _line(text, start, end, apart=ends > 1, lost=False)
        if line is not None:
            yield line
            last = end


def _line(text: str, start: int, end: int, *, apart: bool, lost: bool) -> Line | None:
    head = _HEAD.match(text, start, end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    if head is None or head.end() >= end:
        return None
    return Line(head.end(), end, len(head[1] or ""), apart, lost, text[start].isspace())


def _recover(text: str, line: Line) -> list[Line]:
    """Cut a line that has lost its line ends where they were: at indents, else at single blanks."""
    size = line.end - line.start
    if size < COLLAPSED:
        return [line]
    pieces = _cut(text, line, _INDENT)
    if len(pieces) >= 4:
        return pieces
    pieces = _cut(text, line, _INDENT_AFTER_STOP)
    if len(pieces) > 1:
        return pieces
    pieces = _cut(text, line, _SINGLE)
    return pieces if len(pieces) > size // 160 + 1 and usual_width(text, pieces) else [line]


def _cut(text: str, line: Line, gap: regex.Pattern[str]) -> list[Line]:
    lost = gap is _SINGLE
    pieces: list[Line] = []
    start = line.start
    for end, following in [*(found.span() for found in gap.finditer(text, line.start, line.end)), (line.end, line.end)]:
        piece = _line(text, start, end, apart=not lost, lost=lost)
        start = following
        if piece is None:
            continue
        if lost and pieces and _LABEL_ONLY.fullmatch(text, pieces[-1].start, pieces[-1].end):
            pieces[-1] = pieces[-1]._replace(end=piece.end)  # （一） 加强领导: this blank was no line end
        else:
            pieces.append(piece)
    pieces[0] = pieces[0]._replace(mark=line.mark, apart=line.apart)
    return pieces
