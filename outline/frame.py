"""What frames a document: title, subtitle, author, date, salutation above the body; closing and signature below.

In: the text, its layout, where the outline begins and ends. Out: ``Frame``, spans of lines that are no nodes. Places
and forms are those of GB/T 9704-2012 7.3.1 (title), 7.3.2 (addressees), 7.3.5 (signature and date), and of speeches.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from outline.layout import Layout, Paragraph
from outline.source import Span

_LONGEST = 70
_WITHIN = 40
"""How many short paragraphs may stand above a title: web pages begin with their navigation."""

_NO_TITLE = regex.compile(
    r"[。！？；，：:;!?|>=<{}]$|[|>{}]|^[•·●■\-*+<（(【]|^[^一-鿿]*$|[们們]$|^\d{4}年|^[〇零一二三四五六七八九十]{4}年|^(?:时间|時間|来源|來源|作者|编辑|发布|字号|首页|当前位置|上一|下一|主题词|文号|目录|title|date|author|tags|url)|^(?:项目|采购|联系|編號|编号|档号)|点击|(?:[号號]|日)$|^——"
)
_KIND = regex.compile(
    r"(?:讲话|講話|讲稿|講稿|发言|發言|发言稿|致辞|致辭|演讲|演講|演说|報告|报告|通知|通报|意见|意見|决定|決定|办法|辦法|规定|規定|规则|規則|条例|條例|细则|規範|规范|标准|標準|準則|准则|方案|预案|預案|纲要|规划|规程|規程|计划|要点|总结|說明|说明|公告|通告|公报|协议|合同|解释|法|指南|手册|白皮书|倡议书|宣言|声明|函)(?:[（(][^（()）]{1,12}[）)])?[》”]?$"
)


_SUBTITLE = regex.compile("(?:——|--|—)[^。！？；]+")
_DATE = regex.compile(
    r"[（(]?\s*(?:(?:19|20)\d\d|[一二][九〇○零O]..)\s?(?:年|[.\-/])\s?.{1,3}?(?:月|[.\-/])\s?.{1,3}?日?(?:[上下]午)?\s*[）)]?"
)
_AUTHOR = regex.compile(
    r"(?:作者|发言人|报告人|主讲人)[：:]\s*[一-鿿·]{2,8}|[一-鿿]{2,4}|[一-鿿][ \u3000\u00a0]{1,4}[一-鿿]"
    r"|[一-鿿、]{2,12}[ \u3000\u00a0]{1,4}[一-鿿·]{2,4}|X{2,4}"
)
_PERSON = 16
"""An author's name and office are no longer than this."""
_SALUTATION = regex.compile(
    r"(?:尊敬的|亲爱的|敬爱的|各位|同志们|同志們|女士们|女士們|同学们|同學們|老师们|老師們|朋友们|朋友們|乡亲们|鄉親們)[^。；]{0,40}[：:！!，]"
    r"|[^。；，：]{2,24}(?:人民政府|各部委|委员会|单位|部门|公司|学院|法院)[^。；]{0,60}[：:]"
)
_CLOSING = regex.compile("谢谢|謝謝|多谢|同志们|同志們|同学们|同學們|老师们|朋友们|各位|最后|最後|总之|總之|祝")
_SIGNED = 20
"""A signature has no longer lines than this."""


class Frame(NamedTuple):
    """The lines around a body; ``None`` for what a document does not have."""

    title: Span | None
    subtitle: Span | None
    author: Span | None
    date: Span | None
    salutation: Span | None
    closing: Span | None
    signature: Span | None


def find_frame(text: str, layout: Layout, start: int, end: int) -> Frame:
    """Find the frame of a document whose nodes stand in ``[start, end)`` (code points)."""
    head = _head(text, layout, start)
    tail = [paragraph for paragraph in layout.paragraphs if paragraph.start >= end] if end else []
    title, signature = _title(text, layout, head), _signature(text, tail)
    above = [paragraph for paragraph in head if title is not None and paragraph.start >= title.end]
    date, salutation = _one(text, head, _DATE), _one(text, head, _SALUTATION)
    author = _author(text, above) if date or salutation else None  # a name alone proves nothing
    return Frame(
        title,
        _span(_one(text, above, _SUBTITLE)),
        _span(author),
        _span(date or (signature[-1] if signature else None)),
        _span(salutation),
        _closing(text, [paragraph for paragraph in tail if paragraph not in signature]),
        Span(signature[0].start, signature[-1].end) if signature else None,
    )


def _author(text: str, above: list[Paragraph]) -> Paragraph | None:
    """A person's name, alone or after an office, nearest to the body."""
    for paragraph in reversed(above):
        start, end = paragraph.start, paragraph.end
        if end - start <= _PERSON and _AUTHOR.fullmatch(text, start, end) and not _KIND.search(text, start, end):
            return paragraph
    return None


def _span(paragraph: Paragraph | None) -> Span | None:
    return Span(paragraph.start, paragraph.end) if paragraph else None


def _one(text: str, paragraphs: list[Paragraph], shape: regex.Pattern[str]) -> Paragraph | None:
    return next((p for p in paragraphs if shape.fullmatch(text, p.start, p.end)), None)


def _head(text: str, layout: Layout, body: int) -> list[Paragraph]:
    """The short paragraphs above the body."""
    head = []
    for paragraph in layout.paragraphs[:_WITHIN]:
        if paragraph.start >= body or (
            _is_prose(text, paragraph) and not _SALUTATION.fullmatch(text, paragraph.start, paragraph.end)
        ):
            break
        head.append(paragraph)
    return head


def _title(text: str, layout: Layout, head: list[Paragraph]) -> Span | None:
    best, most = -1, 0
    for number in range(len(head)):
        score = _score(text, layout, number)
        if score > most:
            best, most = number, score
    if best < 0:
        return None
    first = best
    while first and _half(text[head[first].start : head[best].end]):
        first -= 1
    return Span(head[first].start, head[best].end)


def _half(words: str) -> bool:
    """Say whether a title began on the line above: （试行）》的通知."""
    return words.count("》") > words.count("《")


def _signature(text: str, tail: list[Paragraph]) -> list[Paragraph]:
    """A date alone below the body, and the names above it."""
    for number, paragraph in enumerate(tail):
        if _DATE.fullmatch(text, paragraph.start, paragraph.end):
            first = number
            while first and _is_name(text, tail[first - 1]):
                first -= 1
            return tail[first : number + 1]
    return []


def _is_name(text: str, paragraph: Paragraph) -> bool:
    return paragraph.end - paragraph.start <= _SIGNED and not _is_prose(text, paragraph)


def _closing(text: str, tail: list[Paragraph]) -> Span | None:
    """The words after the last node with which a speech ends."""
    own = [paragraph for paragraph in tail if _is_prose(text, paragraph)]
    if not own or not any(_CLOSING.match(text, paragraph.start) for paragraph in own):
        return None
    return Span(own[0].start, own[-1].end)


def _is_prose(text: str, paragraph: Paragraph) -> bool:
    return paragraph.end - paragraph.start > _LONGEST or text[paragraph.end - 1] in "。！？"


def _score(text: str, layout: Layout, number: int) -> int:
    """How much a paragraph looks like a title; 0: not at all."""
    paragraph = layout.paragraphs[number]
    words = text[paragraph.start : paragraph.end].strip()
    if (
        len(words) < 3
        or _NO_TITLE.search(words)
        or any(start <= paragraph.start < end for _, start, end in layout.furniture)
    ):
        return 0
    if paragraph.mark == 1:
        return 9
    return 1 + 4 * bool(_KIND.search(words)) + 2 * (len(words) >= 8) + (number == 0)
