"""The reading to the Pydantic tree, through ``grammars/outline.lark``.

In: the text, its layout, the markers and the accepted decisions. Out: the ``Document``. Spans, headings and kinds are
settled here; nesting was settled before (outline/nesting.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import regex
from lark import Token, Transformer, v_args

from outline.frame import find_frame
from outline.grammar import parse_outline
from outline.layout import Layout, pages, rest_before
from outline.lines import BLANK
from outline.markers import Marker, Place
from outline.nesting import Step
from outline.source import Span
from outline.tree import Diagnostic, Document, Furniture, Heading, Node, Passage, Point, Section, SubPoint

_HEADING_END = regex.compile(r"[。！？；!?;]")
_LEADING = regex.compile(rf"[{BLANK}\r\n，,、：:*_]*+")
_TRAILING = f"{BLANK}\r\n\v\f*_，,、：:—"
_LINE_END = regex.compile(rf"[{BLANK}]*[\r\n]+[{BLANK}]*")


class Entry(NamedTuple):
    """An accepted node before it is built."""

    start: int
    label_end: int
    """Where the label ends; ``start`` for an unnumbered heading."""
    level: int
    ordinal: int
    style: str
    form: str
    fresh: bool
    """It opens its paragraph."""
    paragraph_end: int
    next_start: int
    """Where the next node starts, or the end of the text."""
    end: int


def build(
    text: str, layout: Layout, markers: list[Marker], steps: list[Step], diagnostics: tuple[Diagnostic, ...]
) -> Document:
    """Build the tree of the accepted decisions."""
    taken = [
        _entry(layout, markers[step.candidate.number], step.level, step.ordinal)
        for step in steps
        if step.level or step.closes
    ]
    entries = [entry for entry in _close(text, taken) if entry.level]
    children = _Builder(text, entries, pages(layout.furniture)).transform(parse_outline(_tokens(entries)))
    start, end = (entries[0].start, max(entry.end for entry in entries)) if entries else (len(text), 0)
    frame = find_frame(text, layout, start, end)
    return Document(
        text=text,
        title=_passage(text, frame.title),
        subtitle=_passage(text, frame.subtitle),
        author=_passage(text, frame.author),
        date=_passage(text, frame.date),
        salutation=_passage(text, frame.salutation),
        closing=_passage(text, frame.closing),
        signature=_passage(text, frame.signature),
        children=children,
        furniture=tuple(
            Furniture.model_validate({"kind": kind, "span": (start, end)}) for kind, start, end in layout.furniture
        ),
        diagnostics=diagnostics,
    )


def _passage(text: str, span: Span | None) -> Passage | None:
    return Passage(text=_LINE_END.sub("", span.of(text)), span=span) if span else None


def _entry(layout: Layout, marker: Marker, level: int, ordinal: int) -> Entry:
    paragraph = layout.paragraphs[marker.paragraph]
    return Entry(
        marker.start,
        marker.end,
        level,
        ordinal,
        marker.style.name,
        marker.style.form,
        marker.place is Place.START,
        paragraph.end,
        0,
        0,
    )


def _close(text: str, entries: list[Entry]) -> list[Entry]:
    """Find where each node ends, from the last to the first."""
    after: list[int] = []  # indices of the nodes that follow, the nearest and outermost ones last
    closed = list(entries)
    bottom = len(text.rstrip())
    reach: dict[int, int] = {}  # level -> the end of the nearest node below that level
    for i in range(len(entries) - 1, -1, -1):
        entry = entries[i]
        following = entries[i + 1].start if i + 1 < len(entries) else len(text)
        while after and entries[after[-1]].level > entry.level:
            after.pop()
        limit = entries[after[-1]].start if after else max(bottom, entry.label_end)
        sibling = bool(after) and entries[after[-1]].level == entry.level
        held = max((reach.pop(level) for level in list(reach) if level > entry.level), default=0)
        end = (
            _trim(text, entry.label_end, limit)
            if _owns_what_follows(text, entry, following, sibling=sibling)
            else min(limit, entry.paragraph_end)
        )
        end = max(_trim(text, entry.label_end, end), held)
        reach[entry.level] = max(end, reach.get(entry.level, 0))
        after.append(i)
        closed[i] = entry._replace(next_start=following, end=end)
    return closed


def _trim(text: str, start: int, end: int) -> int:
    """The end without blanks, and without the Markdown marks of what comes next."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in "#*>"):
        end -= 1
    return end


def _owns_what_follows(text: str, entry: Entry, following: int, *, sibling: bool) -> bool:
    """Say whether unmarked paragraphs after the node's own belong to it."""
    if not entry.fresh:
        return False  # a list inside a paragraph ends with the paragraph
    if sibling or entry.form in ("head", "part", "bare", "title"):
        return True
    # The last of 一是 … 五是 keeps to its paragraph, unless it is a heading alone there.
    tail = text[entry.label_end : min(entry.paragraph_end, following)]
    return _HEADING_END.search(tail) is None or tail.rstrip()[-1:] in ":："


# --- kinds ---------------------------------------------------------------------------------------------------------


def _tokens(entries: list[Entry]) -> list[Token]:
    """The resolved reading as the tokens of outline.lark; a token's value is its entry's index."""
    tokens: list[Token] = []
    holders = ["section"]  # by level: what the nearest numbered node is to those below it
    level = 1
    for i, entry in enumerate(entries):
        tokens.extend([_OPEN] if entry.level > level else [_CLOSE] * (level - entry.level))
        level = entry.level
        kind, holder = _kind(entry, holders[level - 1])
        tokens.append(Token(kind, i))
        holders[level:] = [holder]
    return tokens + [_CLOSE] * (level - 1)


_OPEN, _CLOSE = Token("_OPEN", ""), Token("_CLOSE", "")


def _kind(entry: Entry, holder: str) -> tuple[str, str]:
    """The node's token, and what it is to the nodes below: the first rule of the contract that applies."""
    if holder == "point":
        return "SUBPOINT", "point"
    if entry.form == "title":  # an unnumbered heading is transparent
        return ("ITEM_HEADING" if holder == "article" else "SECTION"), holder
    if entry.form in ("verbal", "word", "pair", "sign") or not entry.fresh or holder == "article":
        return "POINT", "point"
    return ("ARTICLE", "article") if entry.style == "article" else ("SECTION", "section")


# --- nodes ---------------------------------------------------------------------------------------------------------


@v_args(inline=True)
class _Builder(Transformer[Token, Any]):
    """Makes the nodes from the parse, children before parents."""

    def __init__(self, text: str, entries: list[Entry], passed: Mapping[int, int]) -> None:
        self._passed = passed
        super().__init__()
        self._text, self._entries = text, entries

    def document(self, *children: Node) -> tuple[Node, ...]:
        return children

    def section(self, token: Token, *children: Node | None) -> Node:
        return self._node(Section, token, children)

    def point(self, token: Token, *children: Node | None) -> Node:
        return self._node(Point, token, children)

    def subpoint(self, token: Token, *children: Node | None) -> Node:
        return self._node(SubPoint, token, children)

    article = section
    headed_item = point

    def _node(
        self, kind: type[Section] | type[Point] | type[SubPoint], token: Token, children: tuple[Any, ...]
    ) -> Node:
        entry = self._entries[int(token.value)]
        numbered = entry.label_end > entry.start
        return kind(
            label=self._text[entry.start : entry.label_end] if numbered else None,
            style=entry.style if numbered else None,
            ordinal=entry.ordinal if numbered else None,
            level=entry.level,
            heading=_heading(self._text, entry, self._passed),
            span=Span(entry.start, entry.end),
            children=children,
        )


def _heading(text: str, entry: Entry, passed: Mapping[int, int]) -> Heading | None:
    start = _LEADING.match(text, entry.label_end).end()  # type: ignore[union-attr]  # it matches the empty string
    last = min(entry.paragraph_end, entry.end)
    if passed:  # a page number below is no part of the heading
        last = rest_before(text, last, passed)
    limit = min(last, entry.next_start)
    found = _HEADING_END.search(text, start, limit)
    end = found.start() if found else limit
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    if end <= start:
        return None
    after = found.end() if found else limit
    return Heading(
        text=_LINE_END.sub("", text[start:end]),
        span=Span(start, end),
        run_in=bool(text[after:last].strip(_TRAILING + "。！？；!?;”’」』）)")),
    )
