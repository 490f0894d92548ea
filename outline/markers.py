"""Paragraphs to candidate markers: one scan with the terminals of ``grammars/markers.lark``.

In: the text and its layout. Out: ``Marker`` tuples in reading order, each with its style, its value and the place in
which it stands. Nothing is decided here but what a marker can never be; outline/nesting.py decides the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import NamedTuple

import regex

from outline import numerals
from outline.grammar import terminals
from outline.layout import Layout, Paragraph, pages, rest_before
from outline.lines import BLANK
from outline.quotations import Quotations
from outline.scanner import LEAD_IN, Scanner
from outline.styles import Style
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
    doubtful: bool = False
    """Prose often has the same: 最后我… 一看就… 一、二线城市."""
    damaged: bool = False
    """No numeral can be read in it; what it stands for is guessed: (-) for （一）."""


@cache
def _numeral_shapes() -> dict[str, regex.Pattern[str]]:
    shapes = {name.lower(): shape for name, shape in terminals("numerals").items()}
    shapes["any"] = "|".join(shapes[name] for name in ("decimal", "arabic", "chinese", "latin"))
    shapes["chinese"] = f"{shapes['chinese']}|{shapes['arabic']}"  # 第一条 and 第 1 條
    return {name: regex.compile(shape) for name, shape in shapes.items()}


_COMMON = frozenset({"然后", "然後", "最后", "最後"})
_FIRST = regex.compile(r"首先|一\s*方\s*面|一\s*[个個]\s*是")
_NOT_A_WORD = regex.compile(r"[\s【】：:、．.，,第之]")
_LEAD_IN = frozenset(LEAD_IN)


_CAPTION = regex.compile(r"[图圖表][ \u3000]?\d{1,3}(?:[-.－]\d{1,2})?[ \u3000：:][^。\n]{0,60}\Z")


def scan(text: str, layout: Layout, notation: Scanner) -> list[Marker]:
    """Find every candidate marker in the paragraphs of a text, in reading order."""
    quotations = Quotations(text)
    found: list[Marker] = []
    furniture = {item.start for item in layout.furniture}
    passed = pages(layout.furniture)
    for number, paragraph in enumerate(layout.paragraphs):
        if _CAPTION.match(text, paragraph.start, paragraph.end):
            continue
        for match in notation.find(text, paragraph.start, paragraph.end):
            style = notation.styles[match.lastgroup or ""]
            marker = _marker(match, style, number, paragraph, quotations, passed)
            if marker is not None and marker.start not in furniture:
                found.append(marker)
    return found


def _marker(
    match: regex.Match[str],
    style: Style,
    number: int,
    paragraph: Paragraph,
    quotations: Quotations,
    passed: Mapping[int, int],
) -> Marker | None:
    text, (start, end) = match.string, match.span()
    place = _place(text, start, paragraph, passed)
    if style.form == "bare" and place is not Place.START:
        return None
    family, value, path, damaged = _read(style, match[0])
    if value is None:
        return None
    reason = _unfit(text, start, end, style, place)
    if (
        not reason
        and place is Place.INSIDE
        and (
            (text[start - 1] in _LEAD_IN and style.form in ("verbal", "head")) or _vouched(text, start, end, style.form)
        )
    ):
        place = Place.COMMA  # 原因有三：… and 原因有一是… are alike
    if not reason and quotations.hold(start, paragraph.start):
        reason = "inside a quotation"
    doubtful = (
        family == "verb"
        or (family == "one_comes" and match[0][-1] not in "，," and not _comes_again(text, start, end))
        or (match[0] in _COMMON and text[end : end + 1] not in "是要")
    )
    if not reason:
        keys = (style.form, style.family)
        rule = veto(text, (start, end), paragraph.end, keys, value, inline=place is not Place.START)
        if rule is not None and rule.doubt:
            doubtful = True
        elif rule is not None:
            reason = rule.reason
    return Marker(start, end, style, family, value, path, place, number, reason, doubtful, damaged)


class _Number(NamedTuple):
    """What a label says."""

    family: str
    value: int | None
    path: tuple[int, ...] = ()
    damaged: bool = False


def _read(style: Style, label: str) -> _Number:
    """Family, value and decimal path of a label."""
    if style.form in ("word", "pair"):
        return _Number(style.family, int(_FIRST.match(label) is not None))
    if style.system == "annex":  # A.2.1
        path = (ord(label[0]) - ord("A") + 1, *numerals.path(label[2:]))
        return _Number(style.family, path[-1], path)
    found = _numeral_shapes()[style.system].search(label)
    if found is None:  # OCR reads （一） as (-), 1． as l．
        return _Number(style.family, 1, damaged=True)
    numeral, family = found[0], style.family
    if family in ("noun", "step", "noun_zhi"):
        family = f"{family}:{_NOT_A_WORD.sub('', label.replace(numeral, ''))}"
    path = numerals.path(numeral) if style.system in ("decimal", "any") else ()
    if len(path) > 1:
        return _Number(family, path[-1], path)
    system = None if style.system in ("chinese", "any") else style.system
    return _Number(family, numerals.value(numeral, system), damaged="ㄧ" in numeral)


def _place(text: str, start: int, paragraph: Paragraph, passed: Mapping[int, int]) -> Place:
    """Say how far the sentence has come to rest before ``start``."""
    if paragraph.begins_heading(start):
        return Place.START
    at = start
    if passed and paragraph.begins_line(start):
        at = rest_before(text, start, passed)
    before = _BEFORE.match(text, max(paragraph.start, at - 40), at)
    if before is None:
        return Place.LINE if paragraph.begins_line(start) else Place.INSIDE
    rest, blank = before["rest"], before["blank"]
    if before["says"]:
        return Place.COLON
    if rest:
        return _RESTS[rest]
    if paragraph.begins_line(start) or len(blank) > 1 or blank in ("\t", "\u3000"):
        return Place.LINE  # a column of options, or a lost line end
    if before["closed"] and (text[start] in "（(" or _REMARK.match(text, paragraph.start, start)):
        return Place.LINE  # 17.（11分）（1）…
    return Place.SPACE if blank else Place.INSIDE


_NOTE = r"(?<=[。！？”’」』])(?:[（(][^（()）。\n]{1,24}[）)]|\[\d{1,3}\])"  # …。（访谈编号：F03）第二，…
# What a marker follows, read backwards: a stop, closing quotes or brackets, a conjunction (；以及（三）), blanks.
_BEFORE = regex.compile(
    rf"(?:(?P<says>(?:称|稱|认为|認為|如下|请求|請求)[，,])|(?P<rest>[。！？!?…．.：:︰∶；;，,、—－\-·]))?"
    rf"(?:[*_”’」』]{{0,3}}(?:{_NOTE}|(?P<closed>[）)]))?[*_]{{0,2}})(?:(?<=[；;，,])(?:以及|及|和|或者|或|并且|並且|并|並))?(?P<blank>[{BLANK}\r\n]*)",
    regex.REVERSE,
)
_REMARK = regex.compile(
    rf"[（(]?\w{{1,3}}[）)．.、][{BLANK}]?[（(][^（()）]{{1,20}}[）)][{BLANK}]?\Z"
)  # 13．（5分）一是…
_RESTS = (
    dict.fromkeys("。！？!?…．.", Place.STOP)
    | dict.fromkeys("：:︰∶", Place.COLON)
    | dict.fromkeys("；;", Place.SEMICOLON)
    | dict.fromkeys("，,、—－-·", Place.COMMA)
)


def _unfit(text: str, start: int, end: int, style: Style, place: Place) -> str:
    """Return why a marker of this form cannot stand in this place, or ""."""
    form, family = style.form, style.family
    if form == "part" and place > Place.STOP:
        set_off = text[end - 1] in "，、：" or text[end : end + 1] in "，、：是为為"  # 共有七条，第一条，阐明…
        return "" if set_off and place <= Place.COMMA else "in the middle of a sentence"
    if place < Place.COMMA:
        return ""
    if family in _LINE_STYLES or style.name == "chinese_paren":
        return "in the middle of a sentence"
    if place is not Place.INSIDE or form in ("pair", "sign") or family in _BRACKETED:
        return ""
    led_in = text[start - 1] in _LEAD_IN and (form in ("verbal", "word") or family == "chinese")
    return "" if led_in or _vouched(text, start, end, form) else "in the middle of a clause"


def _comes_again(text: str, start: int, end: int) -> bool:
    """Say whether 一来 and 二来 stand near each other."""
    return _SECOND_COMES.match(text, end) is not None or _FIRST_COMES.match(text, max(0, start - 40), start) is not None


_FIRST_COMES = regex.compile(r"(?<=[。！？，：；,:;])一[来來][^。！？]{2,30}[，；,;]\s?", regex.REVERSE)
_SECOND_COMES = regex.compile(r"[^。！？]{2,40}?[，；,;]\s?二[来來]")


def _vouched(text: str, start: int, end: int, form: str) -> bool:
    """Say whether a second member follows in the sentence of a first one: 各村一要通水，二要通路."""
    if form == "verbal":
        return _FIRST_OF_VERBS.match(text, start, end) is not None and _SECOND_VERB.match(text, end) is not None
    if form == "head":
        return _FIRST_IN_PARENS.match(text, start, end) is not None and _SECOND_IN_PARENS.match(text, end) is not None
    return form == "word" and text[end : end + 1] in "要是" and _SECOND_WORD.match(text, end) is not None


_FIRST_OF_VERBS = regex.compile(r"[第其]?\s?一\s?[要是]")
_SECOND_VERB = regex.compile(r"[^。！？]{2,60}?[，,；;、]\s?[第其]?\s?二\s?[要是]")
_FIRST_IN_PARENS = regex.compile(r"[（(]\s?[一1]\s?[)）]")
_SECOND_IN_PARENS = regex.compile(r"[^。！？]{2,80}?[；;](?:[和及]|以及)?\s{0,8}[（(]\s?[二2]\s?[)）]")
_SECOND_WORD = regex.compile(r"[^。！？]{2,60}?[，,；;、]\s?(?:其次|再次|然后|然後)")


_LINE_STYLES = frozenset({"roman", "latin", "stem", "decimal", "noun"})
"""Families that open lines and nothing else."""
_BRACKETED = frozenset(
    {"chinese_parens", "arabic_parens", "arabic_paren", "latin_parens", "roman_parens", "latin_paren"}
)
