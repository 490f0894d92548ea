"""The marker styles: what the reading knows of each terminal of ``grammars/markers.lark``.

In: nothing. Out: ``STYLES``, by the terminal's name in lower case. How a marker looks is in the grammar alone.
"""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """What the reading knows of a marker style. Its look is in the grammar alone."""

    name: str
    family: str
    """Styles of one family can be members of one list: 一是 二要, 1. 2、."""
    rank: int
    """How far out authors use it, 1 = outermost (GB/T 9704-2012 7.3.3); weak evidence only."""
    form: str
    """``part`` (第三章), ``head`` (一、), ``bare`` (一 at a line start), ``verbal`` (一是), ``sign`` (①),
    ``word`` (首先) or ``pair`` (一方面); of candidates without a label ``title`` or ``close``."""
    system: str
    """The numeral system, or "" where the words themselves count."""


# name, family, rank, form, numeral system ("any": whatever stands there; "-": the words themselves count)
_ROWS = """
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
noun_lenticular  noun           8 head   any
noun_numeral     noun           8 head   any
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
chinese_paren    chinese_parens 7 head   chinese
chinese_parens_one chinese_parens 7 head chinese_parenthesised
chinese_circled_one chinese_circled 10 sign chinese_circled
decimal          decimal        8 head   decimal
annex_decimal    annex_decimal  8 head   annex
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
first_then       first_then     8 word   -
each_side        each_side      9 pair   -
one_is           one_is         9 pair   -
one_comes        one_comes      9 verbal chinese
"""


def _styles() -> dict[str, Style]:
    found = {}
    for row in _ROWS.strip().splitlines():
        name, family, rank, form, system = row.split()
        found[name] = Style(name, family, int(rank), form, "" if system == "-" else system)
    return found


def own_style(name: str) -> Style:
    """The style of a terminal that a user adds: a heading style of its own, in whatever numerals."""
    return Style(name, name, 8, "head", "any")


STYLES = _styles()
"""Every marker style, by the name of its terminal in lower case."""
