"""Paragraphs to candidate unnumbered headings.

In: the text, its layout and the candidate markers. Out: ``Marker`` tuples with an empty label, in reading order, to
be weighed with the others (outline/nesting.py). A heading stands alone in its paragraph, does not end as a sentence
does, and has content of its own below.
"""

from __future__ import annotations

import regex

from outline.layout import SENTENCE_ENDS, Layout, Paragraph
from outline.markers import Marker, Place
from outline.styles import Style

LONGEST = 24
"""A plain line longer than this is no heading by its layout alone."""

MARKED = Style("heading_marked", "heading", 0, "title", "")
"""A heading that Markdown marks name as one."""
LED = Style("heading_led", "heading:", 0, "title", "")
"""A heading that ends in a colon, over a list: 纠正的方法："""
PLAIN = Style("heading_plain", "heading-", 0, "title", "")
"""A heading by its layout: alone in a short paragraph between paragraphs of prose."""
ENCLOSED = Style("heading_enclosed", "heading=", 0, "title", "")
"""The title of a document inside the text: 关于…的通知."""

# Headings that documents of a kind share: theses (GB/T 7713.1), standards (GB/T 1.1-2020), patents
# (专利法实施细则 第二十条).
_USUAL = regex.compile(
    r"(?:前言|引言|序言|思考题|练习题|习题|作业|注意事项|注意事項|导言|绪论|緒論|总则|總則|附则|附則|结语|結語|结论|結論|结束语|后记|致谢|致謝|背景|技术领域|背景技术|发明内容|附图说明|附图|具体实施方式|实施例|说明)[：:]?"
)
_ANNEX = regex.compile("附[件录錄]?[：:]?|附[：:][^。！？；]{2,30}")
_BLANKS = regex.compile(r"\s+")
_WORDS = regex.compile("[一-鿿]{2}")
_DOCUMENT = regex.compile(
    r"(?:通知|通报|通報|意见|意見|决定|決定|办法|辦法|规定|規定|规则|規則|条例|條例|细则|細則|方案|预案|預案|纲要|綱要|规划|規劃|计划|計劃|报告|報告|讲话|講話|讲稿|講稿|发言|发言稿|致辞|致辭|倡议书|公告|通告|答案|评分标准|协议|协议书|清单|清單)(?:[（(][^（()）]{1,8}[）)])?[\"”》]?\Z"
)
_NO_LED = regex.compile(
    r"下列|如下|以下|(?:有关|记载|記載|應|应|列)事[项項]|修改|议定|决定|强调|指出|认为|查明|称：|判决|[为為是如有]：|应当|應當|[们們]|各位|尊敬|女士|先生|^.{0,2}(?:[来來]源|日期|时间|作者|编辑|责任|責任|电话|地址)[：:]"
)
_NO_PLAIN = regex.compile(
    r"[，,。；;：:！!？?|=<>{}\[\]/\\]|^[（(“\"'·•\-—*+~●■◆]|[）)]$|年.{1,4}月|^[图圖表][\s\d一二三四五六七八九十]|^(?:特此|此致|敬礼|谢谢|謝謝|打印|关闭|相关|[上下]一[篇页頁條条]|返回|责任编辑|作者|来源|文章|发布)|点击|下载"
)


def find_headings(text: str, layout: Layout, markers: list[Marker]) -> list[Marker]:
    """Find the candidates for headings without a number."""
    opened = {
        marker.paragraph: marker for marker in reversed(markers) if marker.place is Place.START and not marker.veto
    }
    found: dict[int, Style] = {}
    doubtful: list[int] = []
    for number in range(len(layout.paragraphs) - 1):
        if number in opened or _names_annex(opened.get(number - 1), layout.paragraphs, number):
            continue
        style = _style(text, layout.paragraphs, number, opened)
        if style is not None and _follows_prose(text, layout.paragraphs, number, style, opened):
            found[number] = style
        elif style is PLAIN:
            doubtful.append(number)
    # The first of a series stands right below the title or a numbered heading; the others vouch for it.
    if sum(style is PLAIN for style in found.values()) >= (1 if len(doubtful) == 1 else 2):
        found.update(dict.fromkeys(doubtful, PLAIN))
    return [_candidate(layout.paragraphs[number], number, style) for number, style in sorted(found.items())]


def _names_annex(above: Marker | None, paragraphs: list[Paragraph], number: int) -> bool:
    """Say whether a line below 附件1 is that label's title."""
    return above is not None and above.family.startswith("noun:附") and paragraphs[number - 1].end - above.end < 2


def _candidate(paragraph: Paragraph, number: int, style: Style) -> Marker:
    start, family = paragraph.start, style.family + "#" * paragraph.mark
    return Marker(start, start, style, family, 0, (), Place.START, number, "")


def _style(text: str, paragraphs: list[Paragraph], number: int, opened: dict[int, Marker]) -> Style | None:
    """What kind of heading a paragraph may be, by itself and by what stands below it."""
    paragraph, below = paragraphs[number], opened.get(number + 1)
    words = text[paragraph.start : paragraph.end].rstrip()
    if paragraph.mark:
        return None if number < 3 and paragraph.mark == 1 else MARKED
    if len(words) > 60 or words[-1] in SENTENCE_ENDS:
        return None
    if _ANNEX.fullmatch(words):
        return ENCLOSED
    if _USUAL.fullmatch(_BLANKS.sub("", words)):
        return LED if words[-1] in "：:" else PLAIN
    if words[-1] in "：:":
        short = number > 0 and len(words) <= 11 and below is not None and below.value == 1
        return LED if short and not _NO_LED.search(words) else None
    if len(words) >= 10 and _DOCUMENT.search(words):
        return ENCLOSED
    if not 2 <= len(words) <= LONGEST or _NO_PLAIN.search(words) or not _WORDS.search(words):
        return None
    return PLAIN if (below is not None and below.value == 1) or _is_prose(text, paragraphs[number + 1]) else None


def _is_prose(text: str, paragraph: Paragraph) -> bool:
    if paragraph.end - paragraph.start < 12 or text[paragraph.start] in "，。；：、）":
        return False
    return any(stop in text[paragraph.start : paragraph.end] for stop in "。！？") or text[paragraph.end - 1] in "：:"


def _follows_prose(
    text: str, paragraphs: list[Paragraph], number: int, style: Style, opened: dict[int, Marker]
) -> bool:
    """Say whether a sentence has come to its end above; headings of a named kind need none."""
    if style in (MARKED, LED):
        return True
    words = text[paragraphs[number].start : paragraphs[number].end]
    if _ANNEX.fullmatch(words) or _USUAL.fullmatch(_BLANKS.sub("", words)):
        return True
    if number == 0:
        return False
    above = paragraphs[number - 1]
    ended = text[above.end - 1] in "。！？!?”；：:…" and above.end - above.start >= 5
    if style is ENCLOSED:
        return ended and (text[above.end - 1] not in "：:" or above.end - above.start > 15)
    return ended or (number - 1 in opened and above.end - above.start <= LONGEST)
