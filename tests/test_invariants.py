"""Any text at all: parsing never fails, and what ``tests.check`` asserts is always true.

``pytest -m fuzz`` runs the same properties for long.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import outline
from tests.check import check

QUICK = settings(max_examples=50, deadline=None)
FUZZ = settings(max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])

_BANK = """
一、 二、 三、 十一、 （一） （二） (三) (-) 一是 二是 三是 二要 三要 第一， 第二， 第三是 其一， 其二，
第一章 第二节 第十条 第二十五条之一 第一部分 壹、 （贰） 甲、 1. 2、 \uff13． 4） (5) 1.1 2.3.4
① ② ⑶ ⒋ ㈤ ㊅ ❼ Ⅰ. Ⅱ、 1\ufe0f\u20e3 I. (ii) A. b)
首先， 其次， 最后， 一方面， 另一方面， 一个是 另一个是 步骤1 【例2】 问题一： 附件1 第一步，
第一书记 第一时间 统一是 万一要 一、二线 1.5亿 图1 [1] 第3页 -3-
"""
_WORDS = "加强领导 把责任压实到人 讲三个问题 各单位 指导思想 我們要 目录 同志们： “一是快，二是好。” 𠮷野 x"
_MARKS = "， 。 ； ： 、 ！ ？ “ ” （ ） …… ——"
MARKERS, WORDS, MARKS = [*_BANK.split(), "（ 三 ）", "三\n是"], _WORDS.split(), _MARKS.split()
ENDS = ["\n", "\n\n", "\r\n", "\r", "\u3000\u3000", " ", "\t", "\u2028", "## ", "- ", "\ufeff", "\u200b"]

any_text = st.text(st.characters(), max_size=400)
marked_text = st.lists(st.sampled_from([*MARKERS, *WORDS, *MARKS, *ENDS]), max_size=120).map("".join)
_line = st.tuples(*map(st.sampled_from, (MARKERS, WORDS, MARKS, WORDS))).map("".join)
lines_of_text = st.lists(_line, max_size=40).map("\n".join)

PROPERTIES = pytest.mark.parametrize("texts", [any_text, marked_text, lines_of_text], ids=["any", "marked", "lines"])


@PROPERTIES
def test_any_text(texts: st.SearchStrategy[str]) -> None:
    _hold(QUICK, texts)


@pytest.mark.fuzz
@PROPERTIES
def test_any_text_for_long(texts: st.SearchStrategy[str]) -> None:
    _hold(FUZZ, texts)


def _hold(profile: settings, texts: st.SearchStrategy[str]) -> None:
    @profile
    @given(texts)
    def every(text: str) -> None:
        check(text)

    every()


HARDLY = ["", " ", "\u3000\u3000", "\n\n\n", "\r\n\r", "\x00", "一", "、", "第", "（", "一、", "（一）", "1"]
STRANGE = ["\x00", "\ud800", "\udfff", "\ufeff", "\u202e", "\u200b", "\u2028", "\r"]
PLACES = ["{0}", "{0}一、甲。\n二、乙。", "一{0}、甲。\n二、乙。", "一、{0}\n二、{0}", "一、甲{0}二、乙{0}"]


@pytest.mark.parametrize("text", HARDLY, ids=ascii)
def test_hardly_a_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("strange", STRANGE, ids=ascii)
@pytest.mark.parametrize("place", PLACES, ids=ascii)
def test_strange_characters(place: str, strange: str) -> None:
    check(place.format(strange))


@pytest.mark.parametrize("end", ["\r", "\r\n"], ids=ascii)
def test_line_ends_do_not_change_the_outline(end: str) -> None:
    lines = ["一、选种", "一是晒种。晒两个晴天。", "二是泡种。泡一夜。", "二、整地", "深耕细耙。"]
    labels = [[(node.label, node.level) for node in check(mark.join(lines)).walk()] for mark in ("\n", end)]
    assert labels[0] == labels[1] == [("一、", 1), ("一是", 2), ("二是", 2), ("二、", 1)]


def test_byte_order_mark_stays_in_the_text() -> None:
    document = check("\ufeff一、选种\n二、整地")
    assert [node.span.start for node in document.children] == [1, 6]


HUGE: dict[str, Callable[[], str]] = {
    "numerals": lambda: "第" + "一" * 10_000 + "条　总则",
    "digits": lambda: "1" * 10_000 + "、总则",
    "decimals": lambda: "1." * 10_000 + "1 总则",
    "blanks": lambda: "一" + "\u3000" * 10_000 + "是",
    "brackets": lambda: "（" * 10_000 + "一" + "）" * 10_000,
    "quotation marks": lambda: "“" * 10_000 + "一是快；二是好。",
    "one line": lambda: "一是快；二是好；" * 5_000,
    "markers": lambda: "一、" * 100_000,
    "line ends": lambda: "\n" * 100_000,
    "sentences": lambda: "今天天气很好。" * 20_000,
}


@pytest.mark.parametrize("text", [pytest.param(make, id=name) for name, make in HUGE.items()])
def test_huge(text: Callable[[], str]) -> None:
    check(text())


def test_deep_nesting() -> None:
    styles = ["第{}编", "第{}章", "第{}节", "{}、", "（{}）", "第{}，", "{}是"]
    numerals = "一二三四五六七八九十"
    text = "\n".join(f"{style.format(numeral)}　修渠" for numeral in numerals for style in styles)
    document = check(text + "\n" + "\n".join("1." * depth + "1 修渠" for depth in range(500)))
    assert max(node.level for node in document.walk()) < 100


@pytest.mark.parametrize("wrong", [None, b"", b"\xe4\xb8\x80", bytearray(b"x"), 1, ["一、"]], ids=repr)
def test_anything_but_text_is_a_type_error(wrong: object) -> None:
    with pytest.raises(TypeError):
        outline.parse(wrong)  # type: ignore[arg-type]
