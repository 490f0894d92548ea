"""Layout that is not prose: front matter, page numbers and headers, chunk numbers, contents, navigation.

In: the lines or paragraphs of a text. Out: the ``Item``s that are furniture, and what is left. Nothing is removed from
the text: furniture stays in the own text that it stands in, and is passed over when markers are looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

import regex

from outline.lines import BLANK, Line, unfinished
from outline.scanner import Scanner

_PAGE_NUMBER = regex.compile(
    r"[-－—–·]\s?\d{1,4}\s?[-－—–·]|第\s?\d{1,4}\s?[页頁](?:\s?[,，/]?\s?共\s?\d{1,4}\s?[页頁])?|\d{1,4}\s?/\s?\d{1,4}"
    r"|[Pp]age\s?\d{1,4}(?:\s?of\s?\d{1,4})?|\d{1,3}-\d{1,3}-\d{1,4}|[Ⅰ-Ⅻⅰ-ⅻ]{1,4}"
)
_ARABIC = regex.compile(r"\d")
_CHUNK_NUMBER = regex.compile(r"(\d{1,4})、")
_CONTENTS = regex.compile(rf"[【〔\[]?目[{BLANK}]*+[录錄次][】〕\]]?|contents", regex.IGNORECASE)
_LEADER = regex.compile(rf"[{BLANK}.．…·\-—_]*+\d*\Z")
_BLANKS = regex.compile(rf"[{BLANK}]+")
_NAVIGATION = regex.compile(
    "当前位置|當前位置|您的位置|上一篇|下一篇|相关文章|相關文章|相关推荐|网站首页|網站首頁|版权所有|版權所有|ICP备|分享到"
)
_NOTES = regex.compile(
    "[─━—_-]{6,}|(?:注释|註釋|脚注|尾注|注[：:]|[^，。]{0,6}(?:参考|參考)(?:文献|文獻|书目|書目|资料|資料))[:：]?"
)
_NOTE = regex.compile(r"[\[［〔]\s?\d|[①-⑳]|\d{1,3}\s?[.．、]")
_LINKS = regex.compile(r"[—\-=·* ]{0,8}(?:相关|相關|热门|延伸|推荐|精彩|更多|猜你喜欢).{0,4}?[—\-=·* ]{0,8}[:：]?")
_HEADER = 40
"""A page header is no longer than this (code points)."""
_ENTRY = 60
"""Nor is an entry of a table of contents longer than this."""
_CONTENTS_ENTRIES = 200
"""A table of contents under the word 目录 has no more entries than this."""


class Item(NamedTuple):
    """A piece of furniture."""

    kind: str
    start: int
    end: int


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Stretch)


def take_front_matter(text: str, lines: list[Line], found: list[Item]) -> list[Line]:
    """Set aside the YAML block that Markdown files begin with: --- … ---."""
    rules = [i for i, line in enumerate(lines[:60]) if text[line.start : line.end] == "---"]
    if len(rules) < 2 or rules[0] != 0:
        return lines
    found.append(Item("front_matter", lines[0].start, lines[rules[1]].end))
    return lines[rules[1] + 1 :]


def take_page_furniture(text: str, lines: list[Line], found: list[Item]) -> list[Line]:
    """Set aside page numbers, and the short lines that stand beside three of them or more; note navigation."""
    numbers = {i for i, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(text, line.start, line.end)}
    near = {j for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(lines) and j not in numbers}
    beside = Counter(text[lines[j].start : lines[j].end] for j in near)
    if (
        not any(_ARABIC.search(text, lines[i].start, lines[i].end) for i in numbers)
        and max(beside.values(), default=0) < 2
    ):
        numbers = set()  # Ⅰ and Ⅱ alone in their lines are headings, unless a page header stands beside them
    kept = []
    for i, line in enumerate(lines):
        size = line.end - line.start
        if i in numbers:
            found.append(Item("page_number", line.start, line.end))
        elif beside and size <= _HEADER and beside[text[line.start : line.end]] >= 3:
            found.append(Item("page_header", line.start, line.end))
        else:
            if size <= 2 * _ENTRY and _NAVIGATION.search(text, line.start, line.end):
                found.append(Item("navigation", line.start, line.end))
            kept.append(line)
    return kept


def take_chunk_numbers(text: str, lines: list[Line], found: list[Item]) -> dict[int, Line]:
    """Find numbers that a converter put in front of pieces cut at a fixed length: they follow an unfinished line.

    Returns the lines without them, by where they start with them.
    """
    chunks: dict[int, Line] = {}
    broken = value = 0
    before: Line | None = None
    for line in lines:
        number = _CHUNK_NUMBER.match(text, line.start)
        if number is not None and int(number[1]) == value + 1 and number.end() < line.end:
            value += 1
            chunks[line.start] = line._replace(start=number.end())
            broken += before is not None and value > 1 and unfinished(text, before)
        before = line
    if broken < 3 or broken * 2 <= len(chunks):
        return {}
    found.extend(Item("chunk_number", start, line.start) for start, line in chunks.items())
    return chunks


def take_contents(text: str, paragraphs: list[S], found: list[Item], notation: Scanner) -> list[S]:
    """Set tables of contents aside: a block of short lines whose entries come again later as headings."""
    entries = [_entry(text, paragraph, notation) for paragraph in paragraphs]
    runs = _runs(entries)
    kept, i = [], 0
    while i < len(paragraphs):
        titled = _CONTENTS.fullmatch(text, paragraphs[i].start, paragraphs[i].end) is not None
        size = (_titled(entries, paragraphs, i + 1) if titled else 0) or (
            runs[i + titled] if i + titled < len(runs) else 0
        )
        if size:
            size += titled
            found.append(Item("contents", paragraphs[i].start, paragraphs[i + size - 1].end))
            i += size
        else:
            kept.append(paragraphs[i])
            i += 1
    return kept


def take_notes(text: str, paragraphs: list[S], found: list[Item]) -> list[S]:
    """Set aside bibliographies, notes, and the lists of links that end a web page."""
    kept: list[S] = []
    noting = linking = False
    known = {item.start for item in found}
    for i, paragraph in enumerate(paragraphs):
        start, end = paragraph.start, paragraph.end
        if _NOTES.fullmatch(text, start, end):
            noting = True
        elif noting and not _NOTE.match(text, start):
            noting = False
        elif noting:
            found.append(Item("note", start, end))
            continue
        if not linking and i * 2 > len(paragraphs) and _LINKS.fullmatch(text, start, end):
            linking = all(_is_link(text, link) for link in paragraphs[i + 1 :])
        if linking:
            if start not in known:
                found.append(Item("navigation", start, end))
        else:
            kept.append(paragraph)
    return kept


def _is_link(text: str, paragraph: _Stretch) -> bool:
    return paragraph.end - paragraph.start <= _ENTRY and text[paragraph.end - 1] not in "。；："


def _entry(text: str, paragraph: _Stretch, notation: Scanner) -> str:
    """The words of a short line without number, dots and page number; "" for prose."""
    if paragraph.end - paragraph.start > 3 * _ENTRY or text[paragraph.end - 1] in "。！？；，,;":
        return ""
    label = notation.at(text, paragraph.start, paragraph.end)
    words = _LEADER.sub("", text[label.end() : paragraph.end]) if label else ""
    words = words or _LEADER.sub("", text[paragraph.start : paragraph.end])
    return _BLANKS.sub("", words) if len(words) <= _ENTRY else ""


def _titled(entries: list[str], paragraphs: Sequence[_Stretch], start: int) -> int:
    """How many entries stand below the word 目录: they end where the first of them comes again."""
    if start >= len(entries) or not entries[start]:
        return 0
    for j in range(start + 1, min(start + _CONTENTS_ENTRIES, len(entries))):
        if entries[j] == entries[start]:
            return j - start
        if paragraphs[j].end - paragraphs[j].start > 2 * _ENTRY:
            break
    return 0


def _runs(entries: list[str]) -> list[int]:
    """For each paragraph, how long a table of contents begins there whose entries all come again, in order, or 0."""
    last = {entry: i for i, entry in enumerate(entries) if entry}
    again = [last.get(entry, -1) for entry in entries]
    sizes = [int(there > i) for i, there in enumerate(again)]
    for i in range(len(sizes) - 2, -1, -1):
        if sizes[i] and sizes[i + 1] and again[i] <= again[i + 1]:
            sizes[i] += sizes[i + 1]
    # The body is longer than its contents, and begins after them.
    return [
        size if size >= 4 and again[i] >= i + size and again[i + size - 1] >= i + size + size // 2 else 0
        for i, size in enumerate(sizes)
    ]
