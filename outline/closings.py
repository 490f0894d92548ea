"""Paragraphs that end the outline above them: closing words, signatures, attachments, the next question.

In: the text and its layout. Out: ``Marker``s without a label that close every open list, to be weighed with the others:
where the numbers go on afterwards, the closing was none.
"""

from __future__ import annotations

import regex

from outline.layout import Layout, Paragraph
from outline.markers import Marker, Place
from outline.styles import Style

CLOSING = Style("closing", "closing", 0, "close", "")

_CLOSING = regex.compile(
    r"(?:谢谢|謝謝|多谢)(?:大家|各位|同志们|同志們)?[！!。]?$"
    # 同志们，让我们… 各位代表！
    r"|(?:同志们|同志們|同学们|同學們|朋友们|朋友們|代表们|代表們|老师们|老師們|乡亲们|鄉親們|各位[^，。：！]{1,12})[^，。！：]{0,12}[，！!]"
    # 最后，我想… 总之，… 总结上面的内容，…
    r"|(?:最后|最後)[，,]?(?:我|说|說|再|让|讓|希望|祝|预祝|衷心|再次)|(?:总之|總之|综上|綜上|总结上面|總結上面|借此机会|借此機會)"
    # 会议强调，… at the end of minutes
    r"|会议(?:强调|指出|要求|号召)[，：]"
    # 本院认为，… 被告人辩称，… 依照《…》: what follows the facts in judgments and indictments
    r"|本院(?:认为|查明|认定)|(?:另|经审理)查明|公诉机关(?:认为|指控|提交)|(?:辩护人|被告人?|原告)[^，。：]{0,12}(?:辩称|诉称|提出|对)"
    r"|(?:依照|依据|根据|综上)[^，。]{0,4}《|据此|如不服|认定上述"
    # 问：… 答：…
    r"|(?:问|問|答|记者|記者)[：:]"
    # 附：… 附件：1.…
    r"|附(?:件|录|錄|表)?[：:]"
)


_DATE = regex.compile(r"(?:20\d\d|二[〇○零O]..)年.{1,3}月.{1,3}日")  # 二〇二六年五月八日
_NAME = 20
"""A line of a signature is no longer than this (code points)."""


def find_closings(text: str, layout: Layout, numbered: list[Marker]) -> list[Marker]:
    """Find the candidates for paragraphs that close the outline above them."""
    opened = {
        marker.paragraph
        for marker in numbered
        if marker.place is Place.START and not marker.veto and (marker.value or marker.style.form != "word")
    }
    found = set()
    for number, paragraph in enumerate(layout.paragraphs):
        if number in opened:
            continue
        if _DATE.fullmatch(text, paragraph.start, paragraph.end):
            found.add(_signed(text, layout.paragraphs, number, opened))
        elif _CLOSING.match(text, paragraph.start, paragraph.end):
            found.add(number)
    return [_candidate(layout.paragraphs[number], number) for number in sorted(found)]


def _signed(text: str, paragraphs: list[Paragraph], number: int, opened: set[int]) -> int:
    """The first line of the signature that ends in the date in paragraph ``number``."""
    while number - 1 not in opened and number:
        above = paragraphs[number - 1]
        if above.end - above.start > _NAME or text[above.end - 1] in "。！？：；，、!?:;,":
            break
        number -= 1
    return number


def _candidate(paragraph: Paragraph, number: int) -> Marker:
    return Marker(paragraph.start, paragraph.start, CLOSING, CLOSING.family, 0, (), Place.START, number, "")
