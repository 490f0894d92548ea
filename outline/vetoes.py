"""What can be no marker, by its neighbours: one row a rule, the reason beside the pattern.

In: a candidate's style, place and surroundings. Out: the reason why it is none, or "". These are the "Not markers" of
real documents; whatever is only unlikely is left to the reading and its costs (outline/nesting.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import regex

from outline import numerals

_NUM = "一二三四五六七八九十百千〇零两兩"


class Veto(NamedTuple):
    """A rule: a candidate of these forms or families, with this before or after it, is no marker."""

    reason: str
    of: frozenset[str]
    """Forms or families; a rule names what it is about and nothing else."""
    before: regex.Pattern[str] | None
    """What ends right in front of the marker, blanks and a line end aside; read backwards, 12 code points at most."""
    after: regex.Pattern[str] | None
    """What stands right after the label. A group in it is a number that must be the next one: 一、二线城市."""
    inline: bool
    """True: at the start of a paragraph the rule does not hold."""
    doubt: bool = False
    """True: such a candidate is unlikely to be a marker, no more."""


def _veto(reason: str, of: str, *, before: str = "", after: str = "", inline: bool = True, doubt: bool = False) -> Veto:
    return Veto(
        reason,
        frozenset(of.split()),
        regex.compile(rf"(?:{before})\s*", regex.REVERSE) if before else None,
        regex.compile(after) if after else None,
        inline,
        doubt,
    )


VETOES = (
    # 第十条规定 第三章、第四章 第二条第一款
    _veto(
        "a reference",
        "part",
        after=r"[之的]?[规規]定|所[列称稱述规規指]|(?:[、和与與及至到或]\s?)?第[" + _NUM + r"\d]",
        inline=False,
    ),
    _veto("a reference", "part", after=r"以[上下内外]"),
    # 第38卷 第4期
    _veto("a number of a periodical", "volume", after=r"\s*第?\s?\d+\s?[期号號]", inline=False),
    # 依照⏎第十条，
    _veto(
        "a reference",
        "part",
        before=r"[依按遵据據照见見本该該由在从從至到和与與及或即将將自除对對了入属屬用反受]|根据|根據|违反|違反|适用|適用|修改|删除|刪除|》",
    ),
    # 前款第（二）项, 见附件（一）, （二）、（三）所列
    _veto(
        "a reference",
        "chinese_parens arabic_parens",
        before=r"[第前附图圖表式注註條条款項项例件见見]|(?<![；，;,以])[和与與及至到]",
    ),
    _veto(
        "a reference",
        "chinese_parens arabic_parens latin_parens",
        after=r"\s?(?:[项項](?!目)|[、和与與及至到或]\s?第?[（(])",
        inline=False,
    ),
    _veto("a reference", "chinese_parens", after=rf"[（(][{_NUM}]{{1,3}}[）)]", inline=False),
    _veto("a reference", "arabic_parens", after=r"[（(]\d{1,2}[）)]", inline=False),
    # A．①② B．①③
    _veto("a combination of others", "sign", before=r"[①-⑳]", inline=False),
    _veto("a combination of others", "sign", after=r"[①-⑳]", inline=False),
    # 一、二线城市 十一、十二月份 一、二、三产业; but 一、三月份工作回顾
    _veto(
        "numbers in a row",
        "chinese",
        after=rf"([{_NUM}]{{1,3}})(?:[级級线線月日季类類等个個两兩号號者方层層次位届屆产產期档檔批章节節条條款项項代]|年[级級]|、[{_NUM}])",
        inline=False,
        doubt=True,
    ),
    _veto(
        "numbers in a row",
        "chinese",
        after=rf"[{_NUM}]{{1,3}}[级級线線月日季类類等个個两兩号號者方层層次位届屆产產期档檔批章节節条條款项項、代]",
    ),
    _veto("numbers in a row", "chinese", before=rf"[{_NUM}][、，]?", after=rf"[{_NUM}]"),
    _veto("numbers in a row", "chinese", after=rf"[{_NUM}]{{1,2}}(?![{_NUM}〇零年]|[是要、])"),
    # 3、4个 1、2、3号泵; but 1、3月底前
    _veto("numbers in a row", "arabic", after=r"(\d{1,3})(?![\d年])", inline=False, doubt=True),
    _veto("numbers in a row", "arabic arabic_paren", after=r"\d{1,3}(?![\d年月])"),
    # 甲、乙双方 A、B两组
    _veto(
        "numbers in a row",
        "stem latin",
        after=r"([甲乙丙丁戊己庚辛壬癸A-Za-z])(?![、．.A-Za-z])",
        inline=False,
        doubt=True,
    ),
    # 3.、5.、6.号楼已经封顶
    _veto("numbers in a row", "head bare", after=r"[、，]", inline=False),
    # 一是一，二是二
    _veto("a set phrase", "shi", after=rf"[{_NUM}][，、。；]", inline=False),
    # 1 张三 男 本科
    _veto(
        "a row of a table",
        "bare",
        after=r"\s*(?:[^\s，。；：、（(]{1,14}[ \t\u3000]+){2,}[^\s，。；：、]{1,14}\s*$",
        inline=False,
    ),
    _veto(
        "a row of a table", "bare", after=r"\s*[^\s，。；：、（(]{1,14}[ \t\u3000]+[+\-－]?[\d.,%％]+\s*$", inline=False
    ),
    _veto("a row of a table", "bare", after=r"\t[^\n\t]*\t", inline=False),
    # 1、半导体设备用⇥19,187.46⇥70.1
    _veto("a row of a table", "head verbal sign", after=r"[^\n\t]{0,40}\t[^\n\t]{0,40}\t[^\n]{0,40}\d", inline=False),
    # 图1） 表（2）
    _veto("a caption or a formula", "arabic_paren circled roman", before=r"[图圖表式注註例]"),
    # （见注1） (1,2)
    _veto("inside brackets", "arabic_paren latin_paren", before=r"[（(][^（()）]{1,11}"),
    # 1.5亿元 2.3% 1.2cm; but 1.2个人信息 2.1 公司简介
    _veto(
        "a quantity",
        "decimal",
        after=r"[亿億％%‰℃倍克吨噸亩畝]|[万萬](?![向能一物])|元(?![数數素旦宵件器])|[个個](?![人性体體案])|米(?![饭飯粉面粒])|分(?![析类類布工级級别別解享配项項])|公[里斤顷頃分]|平方|小时|小時|[cmk]?m(?![a-z])|kg",
        inline=False,
    ),
    # …。① (a note reference)
    _veto("a note reference", "sign", after=r"\s*(?:[，。；：！？、,;”』」）)\n]|$)"),
    # 首先。
    _veto("nothing follows", "word verbal", after=r"\s*[。！？）)”」]", inline=False),
    # Ⅰ级响应 Ⅱ类
    _veto("a grade", "roman", after=r"(?<=[Ⅰ-Ⅻⅰ-ⅻ])[级級类類型期度]", inline=False),
)
"""Every rule; docs/markers.md explains them with examples."""

_BY_KEY: dict[str, tuple[Veto, ...]] = {}


def _rules(keys: Iterable[str]) -> tuple[Veto, ...]:
    return tuple(sorted((rule for rule in VETOES if not rule.of.isdisjoint(keys)), key=lambda rule: rule.doubt))


def veto(
    text: str, span: tuple[int, int], limit: int, keys: tuple[str, str], value: int, *, inline: bool
) -> Veto | None:
    """Return the rule that speaks against the marker at ``span``, or ``None``.

    ``limit`` is the end of its paragraph, ``keys`` are its form and its family, ``value`` is its ordinal.
    """
    start, end = span
    rules = _BY_KEY.get(keys[0] + keys[1])
    if rules is None:
        rules = _BY_KEY[keys[0] + keys[1]] = _rules(keys)
    for rule in rules:
        if rule.inline and not inline:
            continue
        if rule.before is not None and not rule.before.match(text, max(0, start - 12), start):
            continue
        if rule.after is None:
            return rule
        found = rule.after.match(text, end, limit)
        if found is not None and (not rule.after.groups or numerals.value(found[1]) == value + 1):
            return rule
    return None
