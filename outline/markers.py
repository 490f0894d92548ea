"""Paragraphs to candidate markers: one scan with the terminals of ``grammars/markers.lark``.

In: the text and its layout. Out: ``Marker`` tuples in reading order, each with its style, its value and the place in
which it stands. Nothing is decided here but what a marker can never be; outline/nesting.py decides the rest.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import NamedTuple

import regex

from outline import numerals
from outline.grammar import terminals
from outline.layout import Layout, Paragraph
from outline.quotations import Quotations
from outline.scanner import LEAD_IN, scanner
from outline.styles import STYLES, Style
from outline.vetoes import veto


class Place(IntEnum):
    """Where in its paragraph a marker stands: the more a sentence has come to rest before it, the smaller."""

    START = 0
    """At the start of a paragraph."""
    LINE = 1
    """At the start of a physical line inside a hard-wrapped paragraph."""
    STOP = 2
    """After a sentence end (。！？)."""
    COLON = 3
    """After a colon."""
    SEMICOLON = 4
    """After a semicolon."""
    COMMA = 5
    """After a comma, a 、 or a dash."""
    SPACE = 6
    """After a blank that follows no punctuation."""
    INSIDE = 7
    """In the middle of a clause."""


class Marker(NamedTuple):
    """A candidate: its label is ``text[start:end]``."""

    start: int
    end: int
    style: Style
    family: str
    """The style's family, told apart by its noun or classifier (步骤1, 第一类)."""
    value: int
    """The ordinal; 0 for a word that only says that another member follows (其次, 另一方面)."""
    path: tuple[int, ...]
    """The parts of a decimal number, else empty."""
    place: Place
    paragraph: int
    veto: str
    """Why this can be no marker, or ""."""
    unstressed: bool = False
    """No punctuation follows a word that is common in prose: 首先要 一看就."""
    damaged: bool = False
    """No numeral can be read in it; what it stands for is guessed: (-) for （一）."""


@cache
def _numeral_shapes() -> dict[str, regex.Pattern[str]]:
    shapes = {name.lower(): shape for name, shape in terminals("numerals").items()}
    shapes["any"] = "|".join(shapes[name] for name in ("decimal", "arabic", "chinese", "latin"))
    shapes["chinese"] = f"{shapes['chinese']}|{shapes['arabic']}"  # 第一条 and 第 1 條
    return {name: regex.compile(shape) for name, shape in shapes.items()}


_DAMAGED = regex.compile(r"^[（(]\s*[-－—–ー_]\s*[）)]|^[l|][．、.]|ㄧ")
_FIRST = regex.compile(r"首先|一\s*方\s*面|一\s*[个個]\s*是")
_NOT_A_WORD = regex.compile(r"[\s【】：:、．.，,第之]")
_LEAD_IN = frozenset(LEAD_IN)


def scan(text: str, layout: Layout) -> list[Marker]:
    """Find every candidate marker in the paragraphs of a text, in reading order."""
    notation, quotations = scanner(), Quotations(text)
    found: list[Marker] = []
    for number, paragraph in enumerate(layout.paragraphs):
        for match in notation.find(text, paragraph.start, paragraph.end):
            marker = _marker(text, match, number, paragraph, quotations)
            if marker is not None:
                found.append(marker)
    return found


def _marker(
    text: str, match: regex.Match[str], number: int, paragraph: Paragraph, quotations: Quotations
) -> Marker | None:
    style = STYLES[match.lastgroup or ""]
    start, end = match.span()
    place = _place(text, start, paragraph)
    if style.form == "bare" and place is not Place.START:
        return None
    family, value, path = _read(style, match[0])
    if value is None:
        return None
    reason = _unfit(text, start, end, style, place)
    if not reason and quotations.hold(start, paragraph.start):
        reason = "inside a quotation"
    if not reason:
        reason = veto(text, start, end, paragraph.end, (style.form, style.family), inline=place is not Place.START)
    unstressed = family == "verb" or (family == "first_then" and match[0][-1] not in "，,：:、" and text[end : end + 1] not in "是要")
    return Marker(start, end, style, family, value, path, place, number, reason, unstressed, _DAMAGED.search(match[0]) is not None)


def _read(style: Style, label: str) -> tuple[str, int | None, tuple[int, ...]]:
    """Family, value and decimal path of a label."""
    if style.form in ("word", "pair"):
        return style.family, int(_FIRST.match(label) is not None), ()
    found = _numeral_shapes()[style.system].search(label)
    if found is None:  # OCR reads （一） as (-)
        return style.family, 1, ()
    numeral, family = found[0], style.family
    if family in ("noun", "step", "noun_zhi"):
        family = f"{family}:{_NOT_A_WORD.sub('', label.replace(numeral, ''))}"
    path = numerals.path(numeral) if style.system in ("decimal", "any") else ()
    system = None if style.system in ("chinese", "any") else style.system
    return family, path[-1] if path else numerals.value(numeral, system), path if len(path) > 1 else ()


def _place(text: str, start: int, paragraph: Paragraph) -> Place:
    """Say how far the sentence has come to rest before ``start``."""
    if start == paragraph.start:
        return Place.START
    at = start
    while text[at - 1] in _BLANKS and at > paragraph.start:
        at -= 1
    before = text[at - 1]
    if before in "*_”’」』）)" and at - 1 > paragraph.start:  # 。” 。） 。** rest as 。 does
        before = text[at - 2] if text[at - 2] in "。！？!?…；;：:" else before
    if before in _RESTS:
        return _RESTS[before]
    if len(paragraph.lines) > 1 and start in paragraph.lines:
        return Place.LINE
    return Place.INSIDE if at == start else Place.SPACE


_BLANKS = frozenset(" \t\r\n\x0b\x0c\x85\u3000\u00a0\u2028\u2029\u200b\ufeff")
_RESTS = (
    dict.fromkeys("。！？!?…．.", Place.STOP)
    | dict.fromkeys("：:︰∶", Place.COLON)
    | dict.fromkeys("；;", Place.SEMICOLON)
    | dict.fromkeys("，,、—－-·和", Place.COMMA)
)


def _unfit(text: str, start: int, end: int, style: Style, place: Place) -> str:
    """Return why a marker of this form cannot stand in this place, or ""."""
    if place < Place.COMMA:
        return "" if style.form != "part" or place <= Place.STOP or text[end - 1] in "，、：" else "in the middle of a sentence"
    if place is Place.COMMA:
        if style.form == "part" and (text[end - 1] in "，、：" or text[end : end + 1] in "，、："):
            return ""  # 共有七条，第一条，阐明…
        return "in the middle of a sentence" if style.form == "part" or style.family in _LINE_STYLES else ""
    if style.family in _LINE_STYLES or style.form == "part":
        return "in the middle of a clause"
    if place is Place.INSIDE and style.form in ("verbal", "word", "pair") and text[start - 1] not in _LEAD_IN:
        return "in the middle of a clause"
    if place is Place.INSIDE and style.form == "head" and style.family not in _BRACKETED:
        if style.family == "chinese" and text[start - 1] in _LEAD_IN:
            return ""  # 原因尚有一，…；二，…
        return "in the middle of a clause"
    return ""


_LINE_STYLES = frozenset({"roman", "latin", "stem", "decimal", "noun"})
"""Families that open lines and nothing else."""
_BRACKETED = frozenset({"chinese_parens", "arabic_parens", "arabic_paren", "latin_parens", "roman_parens", "latin_paren"})

