"""The document's title, where there is one.

In: the text, its layout and where the outline begins. Out: the span of the title line, or ``None``. A title stands
above the body, alone in a short paragraph that ends as no sentence does (GB/T 9704-2012 7.3.1).
"""

from __future__ import annotations

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
    r"(?:讲话|講話|讲稿|講稿|发言|發言|发言稿|致辞|致辭|演讲|演講|演说|報告|报告|通知|通报|意见|意見|决定|決定|办法|辦法|规定|規定|规则|規則|条例|條例|细则|規範|规范|标准|標準|準則|准则|方案|预案|预案|纲要|规划|规程|規程|计划|要点|总结|說明|说明|公告|通告|公报|协议|合同|解释|法|指南|手册|白皮书|倡议书|宣言|声明|函)(?:[（(][^（()）]{1,12}[）)])?[》”]?$"
)


def find_title(text: str, layout: Layout, body: int) -> Span | None:
    """Return the span of the title among the paragraphs above ``body`` (code points), or ``None``."""
    best, most = None, 0
    for number, paragraph in enumerate(layout.paragraphs[:_WITHIN]):
        if paragraph.start >= body or _is_prose(text, paragraph):
            break
        score = _score(text, layout, number)
        if score > most:
            best, most = paragraph, score
    return Span(best.start, best.end) if best else None


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
