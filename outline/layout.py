"""Lines to paragraphs.

In: the source text. Out: ``Layout``: its paragraphs in order, as spans over the unchanged text, and its furniture.
Hard-wrapped lines are joined; the usual width of a line, and where it was lost the width of a first line without its
indent, tell where paragraphs end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import regex

from outline import furniture
from outline.lines import Line, find_lines, slack, usual_width, width
from outline.scanner import Scanner

SENTENCE_ENDS = "。！？!?…"
"""GB/T 15834-2011 4.1 to 4.3, and the ellipsis."""


COLLAPSED = 2000
"""A paragraph longer than this (code points) has lost its line ends, whatever it looks like."""


class Paragraph(NamedTuple):
    """Lines that belong together."""

    start: int
    """The first visible code point, after indents and Markdown marks."""
    end: int
    """After the last visible code point."""
    mark: int
    """The number of Markdown ``#`` in front, or 0."""
    lines: tuple[int, ...]
    """Where its physical lines start, the first included."""
    lost: tuple[int, ...] = ()
    """Where headings begin in it, when it lost its line ends without a trace."""

    def begins_line(self, offset: int) -> bool:
        """Say whether one of its physical lines starts at ``offset``."""
        return _holds(self.lines, offset)

    def begins_heading(self, offset: int) -> bool:
        """Say whether it begins at ``offset``, or a heading whose line end was lost does."""
        return offset == self.start or _holds(self.lost, offset)

    def end_from(self, offset: int) -> int:
        """Where what begins at ``offset`` ends: at the next heading whose line end was lost, or with the paragraph."""
        after = bisect_right(self.lost, offset)
        return self.lost[after] if after < len(self.lost) else self.end


def _holds(offsets: tuple[int, ...], offset: int) -> bool:
    found = bisect_left(offsets, offset)
    return found < len(offsets) and offsets[found] == offset


class Layout(NamedTuple):
    """The paragraphs of a text, and what in it is not prose."""

    paragraphs: list[Paragraph]
    furniture: list[furniture.Item]


def lay_out(text: str, notation: Scanner) -> Layout:
    """Find the paragraphs and the furniture of a text."""
    found: list[furniture.Item] = []
    lines = furniture.take_front_matter(text, find_lines(text), found)
    lines = furniture.take_page_furniture(text, lines, found)
    joined = _join(text, lines, found)
    passed = pages(found)
    parts = [_find_lost(text, part, notation) for whole in joined for part in _split(text, whole, notation, passed)]
    paragraphs = furniture.take_contents(text, parts, found, notation)
    paragraphs = furniture.take_notes(text, paragraphs, found)
    return Layout(paragraphs, sorted(found, key=lambda item: item.start))


def pages(found: list[furniture.Item]) -> dict[int, int]:
    """Where page numbers and headers begin, by where they end."""
    return {item.end: item.start for item in found if item.kind in ("page_number", "page_header")}


def rest_before(text: str, offset: int, passed: Mapping[int, int]) -> int:
    """Where the text before ``offset`` ends, blanks and what is to be passed over aside."""
    while True:
        while offset > 1 and text[offset - 1].isspace():
            offset -= 1
        if offset not in passed:
            return offset
        offset = passed[offset]


def _join(text: str, lines: list[Line], found: list[furniture.Item]) -> list[Paragraph]:
    """Join the lines of hard-wrapped text; elsewhere each line is a paragraph."""
    usual = usual_width(text, lines)
    if not usual:
        return [_paragraph([line]) for line in lines]
    chunks = furniture.take_chunk_numbers(text, lines, found)
    indents = any(line.indented and not line.lost for line in lines) and not all(line.indented for line in lines)
    cut = {line.start for line in chunks.values()}
    held: list[list[Line]] = []
    for line in lines:
        chunk = chunks.get(line.start)
        if held and (
            (chunk is not None and held[-1][0].start in cut)
            or _goes_on(text, held[-1][-1], line, usual, indents=indents)
        ):
            held[-1].append(chunk or line)
        else:
            held.append([chunk or line])
    return [_paragraph(own) for own in held]


def _goes_on(text: str, line: Line, following: Line, usual: int, *, indents: bool) -> bool:
    """Say whether a paragraph goes on in the following line."""
    if following.apart or following.mark or line.mark:
        return False
    if abs(width(text, line) - usual) > slack(usual):
        return False
    if text[line.end - 1] not in SENTENCE_ENDS + "；：;:":
        return True
    if indents and not line.lost and not following.indented:
        return True  # where paragraphs are indented, a sentence may end with a full line
    # The first line of a paragraph lacks the two characters of its lost indent; a full line does not begin one.
    return line.lost and -2 <= width(text, following) - usual <= slack(usual)


def _paragraph(lines: list[Line]) -> Paragraph:
    return Paragraph(lines[0].start, lines[-1].end, lines[0].mark, tuple(line.start for line in lines))


def _split(text: str, paragraph: Paragraph, notation: Scanner, passed: Mapping[int, int]) -> list[Paragraph]:
    """End a paragraph of joined lines where a line, after a sentence end, begins with the marker of a heading."""
    starts = [start for start in paragraph.lines[1:] if _begins_heading(text, start, paragraph.end, notation, passed)]
    if not starts:
        return [paragraph]
    bounds = [paragraph.start, *starts, paragraph.end]
    parts = []
    for start, end in pairwise(bounds):
        lines = tuple(line for line in paragraph.lines if start <= line < end)
        parts.append(Paragraph(start, start + len(text[start:end].rstrip()), 0, lines))
    parts[0] = parts[0]._replace(mark=paragraph.mark)
    return parts


def _find_lost(text: str, paragraph: Paragraph, notation: Scanner) -> Paragraph:
    """Note where headings begin in text that lost its line ends without a trace, or but for a blank."""
    if paragraph.end - paragraph.start < COLLAPSED:
        return paragraph
    lost = [
        match.start()
        for match in notation.find(text, paragraph.start, paragraph.end)
        if notation.styles[match.lastgroup or ""].form in ("head", "part")
        and match.start() > paragraph.start
        and text[match.start() - 1] in "。！？：；!?:; \u3000\u00a0"
    ]
    return paragraph._replace(lost=tuple(lost))


_LEADS = regex.compile(r"[^。；;\n]{2,30}[：:][ \t\r\u3000]{0,8}(?:\n|\Z)")
"""A line that announces what the next ones list begins something, whatever stands before it."""


def _begins_heading(text: str, start: int, limit: int, notation: Scanner, passed: Mapping[int, int]) -> bool:
    before = rest_before(text, start, passed)
    if text[before - 1] not in "。！？：；!?:;" and not _LEADS.match(text, start, limit):
        return False
    style = notation.style_at(text, start, limit)
    return style is not None and style.form in ("head", "part")
