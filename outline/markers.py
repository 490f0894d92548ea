"""Paragraphs to candidate markers: one scan with the terminals of ``grammars/markers.lark``.

In: the text and its layout. Out: ``Marker`` tuples in reading order, each with its style, its value and the place in
which it stands. Nothing is decided here but what a marker can never be; outline/nesting.py decides the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum
from functools import cache
from typing import NamedTuple

import regex

from outline import numerals
from outline.grammar import terminals
from outline.layout import BLANK, Layout, Paragraph
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


class Style(NamedTuple):
    """What the reading knows of a marker style. Its look is in the grammar alone."""

    name: str
    family: str
    """Styles of one family can be members of one list: 一是 二要, 1. 2、."""
    rank: int
    """How far out authors use it, 1 = outermost (GB/T 9704-2012 7.3.3); weak evidence only."""
    form: str
    """``part`` (第三章), ``head`` (一、), ``bare`` (一 at a line start), ``verbal`` (一是), ``sign`` (①) ``word`` (首先) or ``pair`` (一方面)."""
    system: str
    """The numeral system, or "" where the words themselves count."""


def _styles() -> dict[str, Style]:
    rows = """
    part_book        book           1 part   chinese
    volume           volume         1 part   chinese
    piece            piece          1 part   chinese
    tale             tale           1 part   chinese
    part_subbook     subbook        2 part   chinese
    part             part           2 part   chinese
    unit             unit           2 part   chinese
    lecture          lecture        2 part   chinese
    chapter          chapter        3 part   chinese
    lesson           lesson         3 part   chinese
    part_section     part_section   4 part   chinese
    article          article        5 part   chinese
    clause           clause         6 part    chinese
    item             item           7 part    chinese
    subitem          subitem        8 part    chinese
    noun_lenticular  noun           5 head   any
    noun_numeral     noun           5 head   any
    noun_zhi         noun_zhi       9 verbal chinese
    financial_dun    financial      5 head   financial
    financial_parens financial_parens 6 head financial
    chinese_dun      chinese        6 head   chinese
    chinese_dot      chinese        6 head   chinese
    chinese_comma    chinese        6 head   chinese
    chinese_colon    chinese        6 head   chinese
    chinese_space    chinese        6 bare   chinese
    chinese_lenticular chinese_lenticular 6 head chinese
    chinese_square   chinese_square 6 head   chinese
    stem_dun         stem           6 head   stem
    stem_space       stem           6 bare   stem
    stem_parens      stem_parens    7 head   stem
    roman_dun        roman          6 head   roman
    roman_one        roman          6 head   roman
    chinese_parens   chinese_parens 7 head   chinese
    chinese_parens_one chinese_parens 7 head chinese_parenthesised
    chinese_circled_one chinese_circled 10 sign chinese_circled
    decimal          decimal        8 head   decimal
    arabic_dun       arabic         8 head   arabic
    arabic_dot       arabic         8 head   arabic
    arabic_comma     arabic         8 bare   arabic
    arabic_space     arabic         8 bare   arabic
    arabic_lenticular arabic_lenticular 8 head arabic
    dotted_one       arabic         8 head   dotted
    keycap_one       arabic         8 head   keycap
    arabic_parens    arabic_parens  9 head   arabic
    parens_one       arabic_parens  9 head   parenthesised
    arabic_paren     arabic_paren   9 head   arabic
    roman_parens     roman_parens  10 head   roman
    latin_dun        latin          9 head   latin
    latin_parens     latin_parens  10 head   latin
    latin_paren      latin_paren   10 head   latin
    circled_one      circled       10 sign   circled
    step             step           8 verbal chinese
    ordinal_dun      ordinal        8 verbal chinese
    ordinal_comma    ordinal        8 verbal chinese
    ordinal_colon    ordinal        8 verbal chinese
    ordinal_shi      ordinal        8 verbal chinese
    qi               qi             9 verbal chinese
    chinese_shi      shi            9 verbal chinese
    chinese_yao      shi            9 verbal chinese
    chinese_verb     verb           9 verbal chinese
    first_then       first_then     9 word   -
    each_side        each_side      9 pair   -
    one_is           one_is         9 pair   -
    one_comes        one_comes      9 verbal chinese
    """
    found = {}
    for row in rows.strip().splitlines():
        name, family, rank, form, system = row.split()
        found[name] = Style(name, family, int(rank), form, "" if system == "-" else system)
    return found


STYLES = _styles()
"""Every marker style, by the name of its terminal in lower case."""


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


@cache
def _scanner() -> regex.Pattern[str]:
    """One alternation of all terminals, in the grammar's order, named by style."""
    shapes = terminals("markers")
    return regex.compile("|".join(f"(?P<{name.lower()}>{shapes[name]})" for name in shapes if name.lower() in STYLES))


@cache
def _numeral_shapes() -> dict[str, regex.Pattern[str]]:
    shapes = {name.lower(): shape for name, shape in terminals("numerals").items()}
    shapes["any"] = "|".join(shapes[name] for name in ("decimal", "arabic", "chinese", "latin"))
    shapes["chinese"] = f"{shapes['chinese']}|{shapes['arabic']}"  # 第一条 and 第 1 條
    return {name: regex.compile(shape) for name, shape in shapes.items()}


_FIRST = regex.compile(r"首先|一\s*方\s*面|一\s*[个個]\s*是")
_NOT_A_WORD = regex.compile(r"[\s【】：:、．.，,第之]")
_LEAD_IN = regex.compile(
    r"(?:[为為有即是括以如说說看讲講到因于於对對来來面题題因求点點种種类類容施标標则則件个個层層]|——|…)\Z"
)


def split_at_markers(text: str, layout: Layout) -> Layout:
    """End paragraphs of joined lines where a line, after a sentence end, begins with the marker of a heading."""
    scanner = _scanner()
    paragraphs: list[Paragraph] = []
    for paragraph in layout.paragraphs:
        lines, first = paragraph.lines, 0
        for i in range(1, len(lines)):
            before = _char_before(text, lines[i])
            opening = scanner.match(text, lines[i]) if before in "。！？：；!?:;" else None
            if opening is not None and STYLES[opening.lastgroup or ""].form in ("head", "part"):
                paragraphs.append(_part(text, paragraph, first, i))
                first = i
        paragraphs.append(_part(text, paragraph, first, len(lines)))
    return layout._replace(paragraphs=paragraphs)


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


def scan(text: str, layout: Layout) -> list[Marker]:
    """Find every candidate marker in the paragraphs of a text, in reading order."""
    scanner, quotations = _scanner(), _quotations(text)
    found: list[Marker] = []
    for number, paragraph in enumerate(layout.paragraphs):
        for match in scanner.finditer(text, paragraph.start, paragraph.end):
            marker = _marker(text, match, number, paragraph, quotations)
            if marker is not None:
                found.append(marker)
    return found


def _marker(
    text: str, match: regex.Match[str], number: int, paragraph: Paragraph, quotations: list[tuple[int, int, bool]]
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
    if not reason and _inside(quotations, start, paragraph.start):
        reason = "inside a quotation"
    if not reason:
        reason = veto(text, start, end, paragraph.end, (style.form, style.family), inline=place is not Place.START)
    unstressed = family == "verb" or (family == "first_then" and match[0][-1] not in "，,：:、" and text[end : end + 1] not in "是要")
    return Marker(start, end, style, family, value, path, place, number, reason, unstressed)


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
    if place is Place.INSIDE and style.form in ("verbal", "word", "pair") and not _LEAD_IN.search(text, start - 2, start):
        return "in the middle of a clause"
    if place is Place.INSIDE and style.form == "head" and style.family not in _BRACKETED:
        if style.family == "chinese" and _LEAD_IN.search(text, start - 1, start):
            return ""  # 原因尚有一，…；二，…
        return "in the middle of a clause"
    return ""


_LINE_STYLES = frozenset({"roman", "latin", "stem", "decimal", "noun"})
"""Families that open lines and nothing else."""
_BRACKETED = frozenset({"chinese_parens", "arabic_parens", "arabic_paren", "latin_parens", "roman_parens", "latin_paren"})

_QUOTATION = regex.compile(r"“[^“”]{0,1500}+”|「[^「」]{0,1500}+」|『[^『』]{0,1500}+』|《[^《》]{0,100}+》")


def _quotations(text: str) -> list[tuple[int, int, bool]]:
    """Start and end of each quotation, and whether it begins as paragraphs do that are quoted as a whole."""
    return [(*match.span(), _BLOCK.search(text, max(0, match.start() - 8), match.start()) is not None) for match in _QUOTATION.finditer(text)]


_BLOCK = regex.compile(r"(?:[：:\n]|\A)\s*\Z")


def _inside(quotations: list[tuple[int, int, bool]], offset: int, paragraph_start: int) -> bool:
    """Say whether ``offset`` is quoted. One lost ” must not swallow the paragraphs that follow."""
    i = bisect_right(quotations, (offset, 0, False)) - 1
    if i < 0 or not quotations[i][0] < offset < quotations[i][1]:
        return False
    return quotations[i][2] or quotations[i][0] >= paragraph_start
