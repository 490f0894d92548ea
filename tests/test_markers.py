# ruff: noqa: RUF001  (full-width digits and letters that look like others are the subject)
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

import outline
from outline import grammar
from outline.numerals import SYSTEMS, value
from outline.styles import STYLES
from tests import cases
from tests.cases import CORPUS
from tests.examples import Example, candidate, code, read, table

# Each terminal alone: labels that it matches to their last character, and what it does not match at all.
# Blanks divide the examples; tests/examples.py tells what < > ␣ ⏎ mean.
TERMINALS = {
    "part_book": ("第一编 第十二編 第1编 第␣三␣编 第⏎二编", "一编 第编 第一编队 第一编制 第二編輯 第三编写 第一编号"),
    "part_subbook": ("第一分编 第二分編 第1分␣编", "第一编 分编 第一分"),
    "chapter": ("第一章 第十二章 第3章 第␣一␣章 第三⏎章 第三章之一", "一章 第章 第几章 第一张 第一章程"),
    "part_section": ("第一节 第十二節 第2节 第三节之二", "一节 第二节课 第三節課 第一节目 第三节点 第一节能灯"),
    "article": (
        "第一条 第十條 第␣1␣條 第15-2條 第␣8-1␣條 第一千二百六十条 第二十五条之一 <第三条>条件",
        "十条 第条 第12345条 第一条件 第二條件 第一条款 第二条例 第一条约",
    ),
    "clause": ("<第一款>␣骨架 <第二款>　梁柱 <第三款>⏎", "第款 第一款规定 第二款，"),
    "item": ("<第一项>␣范围 <第二項>　期限 <第三项>⏎", "第项 第一项任务 第二項，"),
    "subitem": ("<第一目>␣鋼管 <第2目>　木材 <第三目>⏎", "第目 第一目标␣ 第二目的␣"),
    "part": ("第一部分 第二部␣分 第3部分", "一部分 第一部 第一部法律 第一部分群众 第二部分地区 第一部分人"),
    "volume": ("第一卷 第二册 第三冊 第1卷", "一卷 第卷 第几册 卷一 第一卷烟厂 第二册封面"),
    "tale": ("<第一回>␣宴桃园 <第一百二十回>　荐杜预 <第三回>⏎", "第回 第一回合␣ 第二回来␣"),
    "lecture": ("第一讲 第二講 第3讲", "一讲 第讲 讲一 第一讲解员 第二讲话 第三讲师团"),
    "lesson": ("第一课 第二課 第3课", "一课 第课 课一 第二课堂 第一课题 第三课程"),
    "unit": ("第一单元 第二單元 第3单␣元", "第一单 第一元 单元一 第一单元房 第二单元楼"),
    "piece": ("第一篇 第2篇 <篇一>␣我的父亲 <篇三>：邻居", "一篇 篇一律 篇1 篇 第一篇幅 第二篇章"),
    "step": (
        "第一步， 第2步、 第一个阶段， 第二個階段： 第一类： 第二批， 第一件事： 第三层是 <第一步>␣抽水 第三个是 "
        "第一个想法， 第二笔账是 第三個故事： 第一阶段为",
        "第一步走 第一阶段的任务 第一类人 第一书记 第一时间， 第一天， 第一位， 第三个人 第一个月，",
    ),
    "ordinal_dun": ("第一、 第十二、 第2、 第␣三␣、 第⏎四、", "一、 第、 第一， 第二届、"),
    "ordinal_comma": ("第一， 第二, 第3， 第四⏎，", "一， 第一、 第一时间， 第一责任人，"),
    "ordinal_colon": ("第一： 第二: 第三。 第四． 第五.", "一： 第1.5 第一、"),
    "ordinal_shi": ("第一是 第二要 第⏎三是", "一是 第一是否 第一要务 第一要素 第二要塞 第一书记是 第一个是"),
    "qi": ("其一， 其二、 其三： 其四是 其一曰 其十一， 其二要", "其一 其1， 其中， 其次， 其他是"),
    "first_then": (
        "首先 首先， 其次: 再次： 再者 然后 然後， 最后⏎， 最後 <然后>进屋 <最后>一点：",
        "首先者 再次进场 再次被 最后一公里 最後一課 最后期限 最后通牒 最后的 最先",
    ),
    "each_side": (
        "一方面 一方面， 另一方面 再一方面： 又一方面， 一␣方⏎面 另␣一方面",
        "␣一方面 一方 一方水土 两方面 另方面",
    ),
    "one_is": (
        "一个是 一個是， 另一个是 另外一个是 再一個是： 还有一个是 一⏎个是 又␣一个是",
        "␣一个是 一个 一个人是 两个是 个是",
    ),
    "one_comes": ("一来， 二來, 一则， 三則, <二来>省工", "六来， 一来自 一来到 一则消息，"),
    "chinese_parens": (
        "（一） (二) 〈三〉 （十一）、 （␣三␣） （四⏎） (五). (-) （—） (ー) (_)",
        "（） （1） （壹） （甲） （一月） （一、二） (A)",
    ),
    "chinese_lenticular": ("【三】 〔二〕 【十一】 〔␣四␣〕", "【3】 【第一】 （一） [一]"),
    "chinese_square": ("[一] [十二]", "[1] [一 （一）"),
    "chinese_paren": ("一） 三) 十一）、", "1） （ 甲） 一 ）"),
    "chinese_dun": ("一、 ㄧ、 十一、 廿三、 一百零五、 二十␣、 三⏎、", "1、 壹、 第一、 一， 一"),
    "chinese_dot": ("一． 二. 十一．", "一。 二.5 1．"),
    "chinese_comma": ("一， 三, 十一，", "一、 1， 一来，"),
    "chinese_colon": ("一： 四:", "一； 1："),
    "chinese_shi": ("一是 十一是 三␣是 三⏎是", "是 1是 一要 一是否"),
    "chinese_yao": ("一要 十二要 三␣要 三⏎要", "要 1要 一是"),
    "chinese_verb": ("一抓 二不 二抓 一看 二查 三改 四靠 五嚴", "抓 1抓 一个 一线 一说"),
    "chinese_space": ("<一>␣ <十>　 <二>␣␣", "一 一⏎ 一是␣ 1␣"),
    "financial_dun": ("壹、 貳、 叁． 肆. 伍， 陆： 拾壹、 壹␣、", "壹 壹万 一、 壹.5"),
    "financial_parens": ("（壹） (贰) （拾壹）", "（一） （壹 （壹）<（大）>"),
    "stem_dun": ("甲、 乙． 丙. 丁， 戊： 甲␣、", "甲 甲方 子、 甲.1"),
    "stem_parens": ("（甲） (乙)", "（甲方） （子） （甲"),
    "stem_space": ("<甲>␣ <乙>　", "甲 甲方␣ 子␣"),
    "decimal": ("1.1 3.2.1 2.3.4.1 ３．２ 1-1 1.1、 1.1.", "1 1. 1,1 2023.5 1.1.1.1.1.1.1 1.<2.3>"),
    "annex_decimal": ("<A.1>␣ <B.2.1>　 <C．3>␣", "A.1 A.␣ a.1␣ AB.1␣ 1.A␣"),
    "arabic_parens": ("(5) （６） （1）、 (12). （␣3␣） (4⏎)", "(12345) (1.5) （一） (1 [1]"),
    "arabic_lenticular": ("【1】 【１２】", "【一】 【例1】 [1] 〔1〕"),
    "arabic_paren": ("4） 1) ３） 12)、", "12345） 2.<5）> 3%<1）> 1%）"),
    "arabic_dun": ("1、 ２、 12、 1、) 1␣、 l、 |、", "一、 12345、 2.<5、> A<l、>"),
    "arabic_dot": ("1. 2． 12. 1␣. l． <3.>2024年", "一. 3.5 3.14 12345. 2.<3.>"),
    "arabic_comma": ("3, 3， 3： 3:", "3； 3,000 12:30 2.<5，>"),
    "arabic_space": ("<1>␣ <１>　 <12>␣␣", "1 1.1␣ 12345␣ 2.<5>␣"),
    "circled_one": ("① ⑳ ㊿ ❶ ➀ ⓵ ①、 ②． <③>，", "1 ⑴ ⒈ ㊀"),
    "parens_one": ("⑴ ⒇ ⑵、", "① ⒈ (1)"),
    "dotted_one": ("⒈ ⒛", "① ⑴ 1."),
    "chinese_parens_one": ("㈠ ㈩ ㈡、", "㊀ ㈱ （一）"),
    "chinese_circled_one": ("㊀ ㊉ ㊁、", "㈠ ㊙ ①"),
    "keycap_one": ("1️⃣ 1⃣ 🔟 1️⃣2️⃣", "1 #️⃣ ①"),
    "roman_parens": ("(i) （ii） (IV) （ⅳ）", "(c) (l) (Iv) (mix) (1)"),
    "roman_dun": ("I. II、 iv． Ⅲ、 VIII， III␣.", "I IX级 Iv. I.e. MIX. C. A<I.>"),
    "roman_one": ("Ⅰ Ⅻ ⅳ ⅩⅢ <Ⅱ>␣", "I IV 1"),
    "latin_parens": ("(A) （b） (Ｃ)", "(AB) (1) (a"),
    "latin_paren": ("a) B） ｃ)", "ab) A<b)> 3<D)>"),
    "latin_dun": ("A. a、 Ｂ． C，", "A A.B A.1 CP<A.> A： d："),
    "noun_lenticular": ("【例3】 【案例一】 【问题␣2】 【步骤1.1】 【附件A】", "【3】 【例】 【例子1】"),
    "noun_numeral": (
        "步骤1： 案例2、 主題三， 目标一、 例3. <附件1>⏎ <环节二>␣ <步骤1.1>␣检票 <问题1>如何 方案A： Q1： Q2、",
        "步骤 图1： 表2： 步骤1的 附件1和附件2 问题一至 问题一直存在 Q1净利润",
    ),
    "noun_zhi": ("原则之一： 经验之二， 特点之三、", "之一： 原则之一 原因之一是 原则之1："),
}

TEXT = "疏浚南渠，清理涵洞，年底以前完工。"


@cache
def terminal(style: str) -> regex.Pattern[str]:
    return regex.compile(grammar.terminals("markers")[style.upper()])


def examples(row: str) -> list[Example]:
    return [read(example) for example in row.split(" ")]


def label_end(style: str, example: Example) -> int | None:
    match = terminal(style).match(example.text, example.start)
    return match.end() if match else None


def test_every_terminal_has_a_row_and_a_style() -> None:
    terminals = [name.lower() for name in grammar.terminals("markers")]
    assert list(TERMINALS) == terminals
    assert sorted(STYLES) == sorted(terminals)


def test_every_terminal_is_used() -> None:
    source = re.sub("//.*", "", (grammar.directory() / "markers.lark").read_text(encoding="utf-8"))
    defined = re.findall(r"^([A-Z]\w*):", source, re.MULTILINE)
    assert [name for name in defined if len(re.findall(rf"\b{name}\b", source)) == 1] == []


@pytest.mark.parametrize("style", TERMINALS)
def test_terminal_alone(style: str) -> None:
    good, bad = map(examples, TERMINALS[style])
    assert [example.text for example in good if label_end(style, example) != example.end] == []
    assert [example.text for example in bad if label_end(style, example) is not None] == []


@pytest.mark.parametrize("style", TERMINALS)
def test_style_at_the_start_of_a_line(style: str) -> None:
    for example in examples(TERMINALS[style][0]):
        if "\n" in example.text:
            continue  # a line end is inside a label only where all lines are cut: tests/corpus/layout.txt
        found = candidate(example._replace(text=example.text + TEXT))
        assert found is not None, example.text
        assert (found.style.name, found.end, found.veto) == (style, example.end, ""), example.text


def comments() -> Iterator[tuple[str, str]]:
    """Each example that stands beside a terminal in the grammar, with the terminal's style."""
    name = ""
    for line in (grammar.directory() / "markers.lark").read_text(encoding="utf-8").splitlines():
        definition = re.match(r"(?:(\w+):|\s+\|).*?(?: // (?P<examples>[^;]*)|$)", line)
        if definition:
            name = definition[1] or name
            yield from ((name.lower(), example) for example in (definition["examples"] or "").split())


def test_every_terminal_has_an_example_beside_it() -> None:
    assert STYLES.keys() - {style for style, _ in comments()} == set()


@pytest.mark.parametrize(("style", "example"), [row for row in comments() if row[0] in STYLES])
def test_example_beside_its_terminal(style: str, example: str) -> None:
    assert label_end(style, read(example)) is not None


# ---- tests/corpus ----


def test_every_style_has_a_case() -> None:
    documents = (outline.parse(case.source) for path in sorted(CORPUS.glob("*.txt")) for case in cases.read(path))
    yielded = {node.style for document in documents for node in document.walk()}
    assert STYLES.keys() - yielded == set()


# ---- No text takes long ----

LENGTH, SECONDS = 100_000, 10.0
"""Generous: a scan in linear time takes some tenths of a second, one in quadratic time minutes."""
CHARACTERS = sorted({char for good, _ in TERMINALS.values() for label in examples(good) for char in label.text})


def long(piece: str) -> str:
    return piece * (LENGTH // len(piece))


def assert_no_hang(style: str, text: str) -> None:
    assert sum(1 for _ in terminal(style).finditer(text, timeout=SECONDS)) <= len(text)  # else TimeoutError


@pytest.mark.parametrize("style", TERMINALS)
def test_beginnings_of_a_label_again_and_again(style: str) -> None:
    labels = [example.text[: example.end] for example in examples(TERMINALS[style][0])]
    for piece in {label[:1] for label in labels} | {label[:-1] or label for label in labels}:
        assert_no_hang(style, long(piece))
    for blanks in ("　", " " * 4 + "\n" + " " * 8):
        assert_no_hang(style, long(labels[0][0] + blanks))
        assert_no_hang(style, labels[0][0] + long(blanks) + labels[0])


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(list(TERMINALS)), st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=8))
def test_any_piece_again_and_again(style: str, piece: str) -> None:
    assert_no_hang(style, long(piece))


@settings(deadline=None)  # the first text waits for the terminals to be compiled
@given(st.text() | st.text(st.sampled_from(CHARACTERS), max_size=40))
def test_a_label_begins_with_a_character_of_its_own(text: str) -> None:
    labels = [match[0] for style in TERMINALS for match in terminal(style).finditer(text)]
    assert [label for label in labels if not label or label[0].isspace()] == []


# ---- docs/markers.md ----

PAGE = table("Style", "Examples", "Family", "Form", "Kind", "Rank")


def test_page_has_every_style() -> None:
    assert [row[0] for row in PAGE] == list(TERMINALS)


@pytest.mark.parametrize("row", PAGE, ids=[row[0] for row in PAGE])
def test_style_on_the_page(row: list[str]) -> None:
    name, cell, family, form, kind, rank = row
    style = STYLES[name]
    assert (family, form, int(rank.partition(",")[0])) == (style.family, style.form, style.rank)
    assert [example for example in code(cell) if label_end(name, read(example)) is None] == []
    first, second = code(cell)[:2]
    document = outline.parse(f"今年的工作这样安排：\n{first}{TEXT}\n{second}{TEXT}")
    assert [(node.style, node.kind) for node in document.walk() if node.label] == [(name, kind)] * 2


def test_page_has_every_numeral_system() -> None:
    rows = table("System", "Example", "Written", "Also")
    assert [row[0] for row in rows] == list(SYSTEMS)
    for name, cell, written, also in rows:
        system = SYSTEMS[name]
        assert code(cell) == [system.example]
        assert written == f"{system.range[0]}–{system.range[-1]}"
        assert [numeral for numeral in code(also) if value(numeral, name) is None] == []
