"""Text to paragraphs and furniture, whatever became of the line ends.

In: the source text. Out: ``Layout``: paragraphs in order (spans over the unchanged text) and the stretches that are
furniture. Hard-wrapped lines are joined, paragraphs whose line ends were lost are found again: a physical line, a
stretch between two full-width indents and a stretch between single blanks of collapsed text are all taken for
``Line``s, and one rule, the usual width of a line, tells where paragraphs end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import regex

from outline.scanner import scanner, style_at
from outline.styles import STYLES

BLANK = " \t\u3000\u00a0\u2002-\u200b\u202f\u205f\ufeff"
"""White space inside a line, as members of a character class."""
SENTENCE_ENDS = "。！？!?…"
"""GB/T 15834-2011 4.1 to 4.3, and the ellipsis."""
COLLAPSED = 100
"""A physical line longer than this many code points may have lost its line ends."""

_LINE = regex.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_VISIBLE = regex.compile(rf"[{BLANK}]*+(?:(#{{1,6}})[{BLANK}]++|>[{BLANK}]*+|[★☆※◆■●]\s?)?+(?:[-*+] (?=\D))?+(?:\*\*|__)?+[{BLANK}]*+")
_WIDE_GAP = regex.compile("[\u3000\u00a0]{2,}|[\u00a0 ]{4,}|(?<=[一-鿿）”。；：])\u00a0(?=[一-鿿（“])")
_INDENT_AFTER_STOP = regex.compile("(?<=[。！？；：”）])(?:[\u3000]{2,}|[\u00a0 ]{4,})")
_BRACKETS_ONLY = regex.compile(r"[（(].{1,3}[）)]")
_NARROW_GAP = regex.compile(rf"[{BLANK}]+")
_PAGE_NUMBER = regex.compile(
    rf"[{BLANK}]*+(?:[-－—–·]\s?\d{{1,4}}\s?[-－—–·]|第\s?\d{{1,4}}\s?[页頁](?:\s?[,，/]?\s?共\s?\d{{1,4}}\s?[页頁])?|\d{{1,4}}\s?/\s?\d{{1,4}}|[Pp]age\s?\d{{1,4}}(?:\s?of\s?\d{{1,4}})?)[{BLANK}]*+"
)
_CHUNK_NUMBER = regex.compile(r"(\d{1,4})、")
_CONTENTS_TITLE = regex.compile(rf"[{BLANK}]*+目[{BLANK}]*+[录錄次]|contents", regex.IGNORECASE)
_LEADERS = regex.compile(r"(?:[.．…·]{3,}|\t)\s*\d+\Z")
_LEADER = regex.compile(rf"[{BLANK}.．…·\-—_]*+\d*[{BLANK}]*+$")
_NAVIGATION = regex.compile("当前位置|當前位置|您的位置|上一篇|下一篇|相关文章|相關文章|相关推荐|网站首页|網站首頁|版权所有|版權所有|ICP备|分享到")


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


class Paragraph(NamedTuple):
    """Lines that belong together."""

    start: int
    end: int
    mark: int
    lines: tuple[int, ...]
    """Where its physical lines start, the first included."""


class Layout(NamedTuple):
    """The paragraphs of a text, and what in it is not prose: ``(kind, start, end)`` in order."""

    paragraphs: list[Paragraph]
    furniture: list[tuple[str, int, int]]


def lay_out(text: str) -> Layout:
    """Find the paragraphs and the furniture of a text."""
    scanner().learn(text)
    lines = [line for physical in _physical_lines(text) for line in _recover(text, physical)]
    furniture: list[tuple[str, int, int]] = []
    lines = _take_front_matter(text, lines, furniture)
    lines = _take_page_furniture(text, lines, furniture)
    paragraphs = _split(text, _join(text, lines, furniture))
    paragraphs = _take_contents(text, paragraphs, furniture)
    furniture.sort(key=lambda piece: piece[1:])
    return Layout(paragraphs, furniture)


def _line(text: str, start: int, end: int, *, apart: bool) -> Line | None:
    head = _VISIBLE.match(text, start, end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    if head is None or head.end() >= end:
        return None
    return Line(head.end(), end, len(head[1] or ""), apart)


def _physical_lines(text: str) -> Iterator[Line]:
    last = 0
    for found in _LINE.finditer(text):
        start, end = found.span()
        ends = max(text.count("\n", last, start), text.count("\r", last, start))
        line = _line(text, start, end, apart=ends > 1)
        if line is not None:
            yield line
            last = end


# --- line ends that were lost --------------------------------------------------------------------------------------


def _recover(text: str, line: Line) -> list[Line]:
    """Cut a line that has lost its line ends where they were: at indents, else at single blanks."""
    size = line.end - line.start
    if size < COLLAPSED:
        return [line]
    pieces = _cut(text, line, _WIDE_GAP)
    if len(pieces) >= 4:
        return pieces
    pieces = _cut(text, line, _INDENT_AFTER_STOP)
    if len(pieces) > 1:
        return pieces
    pieces = _cut(text, line, _NARROW_GAP)
    return pieces if len(pieces) > size // 160 + 1 and _usual_width(text, pieces) else [line]


def _cut(text: str, line: Line, gap: regex.Pattern[str]) -> list[Line]:
    pieces, start = [], line.start
    for found in gap.finditer(text, line.start, line.end):
        pieces.append(_line(text, start, found.start(), apart=gap is not _NARROW_GAP))
        start = found.end()
    pieces.append(_line(text, start, line.end, apart=gap is not _NARROW_GAP))
    kept: list[Line] = []
    for piece in pieces:
        if piece is None:
            continue
        if kept and gap is _NARROW_GAP and _BRACKETS_ONLY.fullmatch(text, kept[-1].start, kept[-1].end):
            kept[-1] = kept[-1]._replace(end=piece.end)  # （一） 加强领导: this blank was no line end
        else:
            kept.append(piece._replace(lost=gap is _NARROW_GAP))
    kept[0] = kept[0]._replace(mark=line.mark, apart=line.apart)
    return kept


# --- hard wraps ----------------------------------------------------------------------------------------------------


def _width(text: str, start: int, end: int) -> int:
    """Columns: a full-width character takes two."""
    return 2 * (end - start) - sum(text.count(c, start, end) for c in "0123456789. ")


def _unfinished(text: str, line: Line) -> bool:
    if text[line.end - 1].isdigit() and _LEADERS.search(text, line.start, line.end):
        return False  # an entry of a table of contents
    return text[line.end - 1] not in "。！？；：:;!?…”」》）)】’』"


def _usual_width(text: str, lines: list[Line]) -> int:
    """The width at which lines are broken in mid-sentence, or 0 where they are not."""
    broken = [
        _width(text, a.start, a.end)
        for a, b in zip(lines, lines[1:], strict=False)
        if not b.apart and a.end - a.start > 12 and _unfinished(text, a)
    ]
    if len(broken) < 3:
        return 0
    step = 4
    tally = Counter(w // step for w in broken)
    width = max(tally, key=lambda w: (tally[w] + tally.get(w - 1, 0) + tally.get(w + 1, 0), w)) * step + step // 2
    near = sum(abs(w - width) <= _slack(width) for w in broken)
    if near < 4 and any(_width(text, line.start, line.end) > width + _slack(width) for line in lines):
        return 0  # few broken lines say something only when they are the longest
    return width if width >= 24 and near * 10 >= len(broken) * 6 else 0


def _slack(width: int) -> int:
    return max(6, width // 20)


def _join(text: str, lines: list[Line], furniture: list[tuple[str, int, int]]) -> list[Paragraph]:
    """Join the lines of hard-wrapped text; elsewhere each line is a paragraph."""
    width = _usual_width(text, lines)
    chunks = _chunk_numbers(text, lines) if width else {}
    paragraphs: list[Paragraph] = []
    held: list[Line] = []
    for line in lines:
        chunk = chunks.get(line.start)
        if chunk is not None:
            furniture.append(("chunk_number", line.start, chunk))
        if held and (chunk is not None or _goes_on(text, held[-1], line, width)):
            held.append(line if chunk is None else line._replace(start=chunk))
            continue
        if held:
            paragraphs.append(_paragraph(held))
        held = [line if chunk is None else line._replace(start=chunk)]
    if held:
        paragraphs.append(_paragraph(held))
    return paragraphs


def _goes_on(text: str, line: Line, following: Line, width: int) -> bool:
    if not width or following.apart or following.mark or line.mark:
        return False
    if abs(_width(text, line.start, line.end) - width) > _slack(width):
        return False
    if text[line.end - 1] not in SENTENCE_ENDS + "；：;:":
        return True
    # The first line of a paragraph lacks the two characters of its lost indent; a full line does not begin one.
    return line.lost and -2 <= _width(text, following.start, following.end) - width <= _slack(width)


def _paragraph(lines: list[Line]) -> Paragraph:
    return Paragraph(lines[0].start, lines[-1].end, lines[0].mark, tuple(line.start for line in lines))


def _split(text: str, joined: list[Paragraph]) -> list[Paragraph]:
    """End paragraphs of joined lines where a line, after a sentence end, begins with the marker of a heading."""
    paragraphs: list[Paragraph] = []
    for paragraph in joined:
        lines, first = paragraph.lines, 0
        for i in range(1, len(lines)):
            before = _char_before(text, lines[i])
            style = style_at(text, lines[i], paragraph.end) if before in "。！？：；!?:;" else None
            if style is not None and STYLES[style].form in ("head", "part"):
                paragraphs.append(_part(text, paragraph, first, i))
                first = i
        paragraphs.append(_part(text, paragraph, first, len(lines)))
    return paragraphs


def _char_before(text: str, offset: int) -> str:
    at = offset - 1
    while at > 0 and text[at].isspace():
        at -= 1
    return text[at]


def _part(text: str, paragraph: Paragraph, first: int, stop: int) -> Paragraph:
    """The lines ``first`` to ``stop`` of a paragraph as a paragraph of their own."""
    lines = paragraph.lines
    if first == 0 and stop == len(lines):
        return paragraph
    end = paragraph.end
    if stop < len(lines):
        end = lines[stop]
        while text[end - 1].isspace():
            end -= 1
    return Paragraph(lines[first], end, paragraph.mark if first == 0 else 0, lines[first:stop])


def _chunk_numbers(text: str, lines: list[Line]) -> dict[int, int]:
    """Numbers that a converter put in front of pieces cut at a fixed length: they follow an unfinished line."""
    run: dict[int, int] = {}
    broken, value = 0, 0
    for before, line in zip([None, *lines], lines, strict=False):
        number = _CHUNK_NUMBER.match(text, line.start)
        if number is None or int(number[1]) != value + 1:
            continue
        value += 1
        run[line.start] = number.end()
        broken += before is not None and value > 1 and _unfinished(text, before)
    return run if broken >= 3 and broken * 2 > len(run) else {}


# --- furniture -----------------------------------------------------------------------------------------------------


def _take_front_matter(text: str, lines: list[Line], furniture: list[tuple[str, int, int]]) -> list[Line]:
    """Set aside the YAML block that Markdown files begin with: --- … ---."""
    rules = [i for i, line in enumerate(lines[:60]) if text[line.start : line.end] == "---"]
    if len(rules) < 2 or rules[0] != 0:
        return lines
    furniture.append(("front_matter", lines[0].start, lines[rules[1]].end))
    return lines[rules[1] + 1 :]


def _take_page_furniture(text: str, lines: list[Line], furniture: list[tuple[str, int, int]]) -> list[Line]:
    numbers = {i for i, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(text, line.start, line.end)}
    beside = Counter(
        text[lines[j].start : lines[j].end] for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(lines) and j not in numbers
    )
    kept = []
    for i, line in enumerate(lines):
        if i in numbers:
            furniture.append(("page_number", line.start, line.end))
        elif beside and line.end - line.start <= 40 and beside[text[line.start : line.end]] >= 3:
            furniture.append(("page_header", line.start, line.end))
        else:
            if line.end - line.start <= 120 and _NAVIGATION.search(text, line.start, line.end):
                furniture.append(("navigation", line.start, line.end))
            kept.append(line)
    return kept


def _take_contents(text: str, paragraphs: list[Paragraph], furniture: list[tuple[str, int, int]]) -> list[Paragraph]:
    """Set tables of contents aside: a block of short lines whose entries come again later as headings."""
    entries = [_entry(text, p) for p in paragraphs]
    last = {entry: i for i, entry in enumerate(entries) if entry}
    kept, i = [], 0
    while i < len(paragraphs):
        size = _contents_size(text, paragraphs, entries, last, i)
        if size:
            furniture.append(("contents", paragraphs[i].start, paragraphs[i + size - 1].end))
            i += size
        else:
            kept.append(paragraphs[i])
            i += 1
    return kept


def _entry(text: str, paragraph: Paragraph) -> str:
    """The words of a short line without dots and page number; "" for prose."""
    if paragraph.end - paragraph.start > 60 or text[paragraph.end - 1] in "。！？；，,;":
        return ""
    words = text[paragraph.start : paragraph.end]
    return regex.sub(rf"[{BLANK}]+", "", _LEADER.sub("", words))


def _contents_size(
    text: str, paragraphs: list[Paragraph], entries: list[str], last: dict[str, int], i: int
) -> int:
    """How many paragraphs from ``i`` on are a table of contents."""
    titled = _CONTENTS_TITLE.fullmatch(text, paragraphs[i].start, paragraphs[i].end) is not None
    start = i + titled
    if start >= len(entries) or not entries[start]:
        return 0
    # 目录 … ends where its first entry comes again.
    if titled:
        for j in range(start + 1, min(start + 200, len(entries))):
            if entries[j] == entries[start]:
                return j - i
            if paragraphs[j].end - paragraphs[j].start > 120:
                break
    # Without that, each entry must come again (or carry a page number), one after the other.
    size, seen = 0, -1
    while start + size < len(entries):
        entry = entries[start + size]
        again = last.get(entry, -1)
        if not entry or again <= start + size or again < seen:
            break
        seen = again
        size += 1
    return size + titled if size >= 4 and seen - (start + size) >= size // 2 else 0
