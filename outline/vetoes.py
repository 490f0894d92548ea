"""What can be no marker, by its neighbours: one row a rule, the reason beside the pattern.

In: a candidate's style, place and surroundings. Out: the reason why it is none, or "". These are the "Not markers" of
real documents; whatever is only unlikely is left to the reading and its costs (outline/nesting.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import regex

NUMERAL = "一二三四五六七八九十百千〇零两兩"


class Veto(NamedTuple):
    """A rule: a candidate of these forms or families, with this before or after it, is no marker."""

    reason: str
    of: frozenset[str]
    """Forms or families; a rule names what it is about and nothing else."""
    before: regex.Pattern[str] | None
    """What ends right in front of the marker (searched in the 12 code points before it)."""
    after: regex.Pattern[str] | None
    """What stands right after the label."""
    inline: bool
    """True: at the start of a paragraph the rule does not hold."""


def _veto(reason: str, of: str, *, before: str = "", after: str = "", inline: bool = True) -> Veto:
    return Veto(
        reason,
        frozenset(of.split()),
        regex.compile(rf"(?:{before})\Z") if before else None,
        regex.compile(after) if after else None,
        inline,
    )


VETOES = (
    # 第十条规定 第三章、第四章 第二条第一款
    _veto("a reference", "part", after=r"[之的]?规定|[之的]?規定|所[列称稱述规規指]|以[上下内外]|[、和与與及至到]\s?第|[款项項目条條]", inline=False),
    _veto("a reference", "part", after=r"[、和与與及至到或]?\s?第[" + NUMERAL + r"\d]", inline=False),
    # 依照第十条， 见第三章
    _veto("a reference", "part", before=r"[依按遵据據照见見本该該由在从從至到和与與及或即将將自除对對了入属屬用反受]|根据|根據|违反|違反|适用|適用|修改|删除|刪除|》"),
    # 前款第（二）项, 附件（一）
    _veto("a reference", "chinese_parens arabic_parens", before=r"[第前附图圖表式注註条條款项項例见見]|[和与與及至到]"),
    _veto("a reference", "chinese_parens arabic_parens latin_parens", after=r"\s?(?:[项項](?!目)|[、和与與及至到或]\s?第?[（(])", inline=False),
    # 一、二线城市; 十一、十二月份; 3、4个
    _veto("numbers in a row", "chinese", after=rf"[{NUMERAL}]{{1,3}}[级級线線月日季]", inline=False),
    _veto("numbers in a row", "chinese", after=rf"[{NUMERAL}]{{1,3}}[类類等个個两兩号號者方层層次位届屆产產期档檔批章节節条條款项項、代]"),
    _veto("numbers in a row", "chinese", before=rf"[{NUMERAL}][、，]?", after=rf"[{NUMERAL}]"),
    _veto("numbers in a row", "chinese", after=rf"[{NUMERAL}]{{1,2}}(?![{NUMERAL}〇零年]|[是要、])"),
    _veto("numbers in a row", "arabic", after=r"\d{1,3}(?!\d)(?![.．、])", inline=False),
    _veto("numbers in a row", "arabic arabic_paren", after=r"\d"),
    # 一是一，二是二
    _veto("a set phrase", "shi", after=rf"[{NUMERAL}][，、。；]", inline=False),
    # 1 张三 男 本科
    _veto("a row of a table", "bare", after=r"\s*(?:[^\s，。；：、（(]{1,14}[ \t\u3000]+){2,}[^\s，。；：、]{1,14}\s*$", inline=False),
    _veto("a row of a table", "bare", after=r"\s*[^\s，。；：、（(]{1,14}[ \t\u3000]+[\d.,%％]+\s*$", inline=False),
    # 8.、9.、10.係直接鏡檢法用
    _veto("numbers in a row", "head bare", after=r"[、，]", inline=False),
    # 统一是 万一要 专一是
    _veto("part of a word", "shi verb", before=r"[统統万萬唯惟单單专專同划劃不之第初十百千〇零]"),
    # 图1） 表（2）
    _veto("a caption or a formula", "arabic_paren circled roman", before=r"[图圖表式注註例]"),
    # （见注1） (1,2)
    _veto("inside brackets", "arabic_paren latin_paren", before=r"[（(][^（()）]{1,11}"),
    # 1.5亿元 2.3% 1.2cm
    _veto("a quantity", "decimal", after=r"\s?(?:[亿億万萬元%％‰℃倍个個米克吨噸平公亩畝分小]|[cmk]?m\b|kg)", inline=False),
    _veto("a quantity", "arabic arabic_space", after=r"[亿億万萬元%％‰℃]|[年月日]\d", inline=False),
    # …。① (a note reference)
    _veto("a note reference", "sign", after=r"\s*(?:[，。；：！？、,;”』」）)\n]|$)"),
    # 最后一公里 首先者 is in the grammar; 首先 at the end of its sentence
    _veto("nothing follows", "word verbal", after=r"\s*[。！？）)”」]", inline=False),
    # Ⅰ级响应 A类
    _veto("a grade", "roman latin stem", after=r"\s?[级級类類型期度方等]", inline=False),
)
"""Every rule; docs/markers.md explains them with examples."""

_BY_KEY: dict[str, tuple[Veto, ...]] = {}


def _rules(keys: Iterable[str]) -> tuple[Veto, ...]:
    return tuple(rule for rule in VETOES if not rule.of.isdisjoint(keys))


def veto(text: str, start: int, end: int, limit: int, keys: tuple[str, str], *, inline: bool) -> str:
    """Return why ``text[start:end]`` can be no marker, or "".

    ``limit`` is the end of its paragraph, ``keys`` are its form and its family.
    """
    rules = _BY_KEY.get(keys[0] + keys[1])
    if rules is None:
        rules = _BY_KEY[keys[0] + keys[1]] = _rules(keys)
    for rule in rules:
        if rule.inline and not inline:
            continue
        if rule.before is not None and not rule.before.search(text, max(0, start - 12), start):
            continue
        if rule.after is None or rule.after.match(text, end, limit):
            return rule.reason
    return ""
