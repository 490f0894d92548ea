# ruff: noqa: RUF001  (full-width digits and letters that look like others are the subject)
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outline import grammar
from outline.numerals import SYSTEMS, path, system_of, value, write

# Each terminal alone: what it matches from end to end, and what it does not.
TERMINALS = {
    "CHINESE": (
        "〇 一 ㄧ ⼆⼗ 十一 二十一 廿三 卅 卌 二O 二○ 二0 一百零五 一百〇五 兩百 一千二百六十 两千 二〇二三",
        "○ ○一 O 0 壹 1 第一 一、 一二三四五六七八九一二三四",
    ),
    "FINANCIAL": ("壹 贰 貳 弍 叁 参 參 弎 陆 陸 拾 拾壹 壹拾 壹佰零伍 壹仟 贰萬", "一 十 大 壹、 1"),
    "ARABIC": ("1 9 03 128 9999 ３ １２", "12345 1.1 -1 一 1、 ① ٣"),
    "DECIMAL": (
        "1.1 2.3.4.1 ３．２ 1-2 1－2 12.10 1.1.1.1.1.1",
        "1 1. .1 1..1 2023.5 1.1.1.1.1.1.1 1,1 1.一",
    ),
    "CIRCLED": ("⓪ ① ⑳ ㉑ ㉟ ㊱ ㊿ ⓿ ❶ ❿ ⓫ ⓴ ➀ ➉ ➊ ➓ ⓵ ⓾", "⑴ ⒈ ㊀ 1 ①② Ⓐ ㉈"),
    "PARENTHESISED": ("⑴ ⒇", "① ⒈ ㈠ ⒜ (1)"),
    "DOTTED": ("⒈ ⒑ ⒛", "⑴ 1. ⒜"),
    "CHINESE_CIRCLED": ("㊀ ㊉", "㈠ ㊊ ① 一"),
    "CHINESE_PARENTHESISED": ("㈠ ㈩", "㊀ ㈪ ⑴ （一）"),
    "KEYCAP": ("1️⃣ 1⃣ 0️⃣ 🔟 1️⃣2️⃣", "1 1️ ⃣ 1️⃣2️⃣3️⃣ #️⃣"),
    "ROMAN": ("I IV XIV xiv Ⅰ Ⅻ ⅳ ⅩⅢ ＩＩ MMMDCCCLXXXVIII IIII", "A Iv IXa 1 MMMMDCCCLXXXVIII"),
    "LATIN": ("A z Ｂ ｂ I", "AB é \u0410 1 ⓐ"),  # U+0410 is the Cyrillic A
    "LATIN_ENCLOSED": ("⒜ ⒵ Ⓐ Ⓩ ⓐ ⓩ", "a ① (a)"),
    "STEM": ("甲 乙 丙 丁 戊 己 庚 辛 壬 癸", "申 由 已 巳 甲乙"),
    "BRANCH": ("子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥", "牛 已 末 子丑"),
}

# What is found inside a text: a numeral is a whole run of its characters.
NEIGHBOURS = [
    ("CHINESE", "十一是", ["十一"]),
    ("CHINESE", "○一是", ["一"]),  # a bullet
    ("CHINESE", "第二十五条之一", ["二十五", "一"]),
    ("CHINESE", "一" * 13, []),
    ("FINANCIAL", "（壹）大", ["壹"]),
    ("ARABIC", "电话12345", []),
    ("ARABIC", "2.5万", ["2"]),  # the point tells a marker from a quantity
    ("ARABIC", "第3条第４款", ["3", "４"]),
    ("DECIMAL", "2023.5.1", []),
    ("DECIMAL", "1.1.1.1.1.1.1", []),
    ("DECIMAL", "见2.1和2.2。", ["2.1", "2.2"]),
    ("KEYCAP", "3️⃣三", ["3️⃣"]),
    ("ROMAN", "MIXED CD2", []),
    ("ROMAN", "(iv)、Ⅱ", ["iv", "Ⅱ"]),
    ("LATIN", "CPA 3D B2 A、b)", ["A", "b"]),
]

WORTH = {
    "chinese": "〇=0 零=0 一=1 ㄧ=1 两=2 兩=2 十=10 一十=10 一〇=10 十一=11 二O=20 ⼆⼗=20 廿=20 廿三=23 "
    "卅一=31 卌=40 九十九=99 一百零五=105 一百〇五=105 一百十=110 一百十一=111 一百廿三=123 两百零五=205 "
    "一千零十=1010 一千二百六十=1260 两千=2000 二〇二三=2023 二○一五=2015 一萬=10000 三亿=300000000",
    "financial": "零=0 壹=1 弌=1 弍=2 貮=2 参=3 叄=3 陸=6 拾=10 拾壹=11 壹拾贰=12 壹佰零伍=105 贰仟=2000",
    "arabic": "0=0 1=1 03=3 ３=3 １２=12 9999=9999",
    "decimal": "1.1=1 2.3.4=4 ３．２=2 1-10=10 1.0=0",
    "circled": "⓪=0 ①=1 ⑳=20 ㉑=21 ㊿=50 ⓿=0 ❿=10 ⓫=11 ➉=10 ➓=10 ⓾=10",
    "keycap": "0️⃣=0 7⃣=7 🔟=10 1️⃣1️⃣=11",
    "roman": "I=1 iv=4 XIV=14 Ⅰ=1 Ⅻ=12 ⅻ=12 ⅩⅢ=13 ⅠⅤ=4 ＩＸ=9 C=100 MCMXCIX=1999 MMMCMXCIX=3999",
    "latin": "A=1 z=26 Ｃ=3 ｃ=3 I=9",
    "latin_enclosed": "⒜=1 Ⓩ=26 ⓒ=3",
    "stem": "甲=1 癸=10",
    "branch": "子=1 亥=12",
}

MALFORMED = {
    "chinese": "三十零 十十 百 万 万一 百二十 一千零一百 一百百 二十廿 一两 两三 二十两 一二三四五",
    "financial": "拾拾 佰 壹拾零 万",
    "roman": "IIII VX IC IXX VV MMMM ⅣⅣ",
}

# A look that ``write`` keeps, and how far its characters go.
LOOKS = [
    *((system, known.example, known.range) for system, known in SYSTEMS.items()),
    ("chinese", "一百〇一", range(10_000)),
    ("financial", "貳", range(10_000)),
    ("arabic", "１", range(10_000)),
    ("arabic", "01", range(100)),
    ("decimal", "２．３", range(1000)),
    ("decimal", "1-2-03", range(1000)),
    ("circled", "❶", range(21)),
    ("circled", "⓫", range(21)),
    ("circled", "➀", range(1, 11)),
    ("circled", "➊", range(1, 11)),
    ("circled", "⓵", range(1, 11)),
    ("roman", "iv", range(1, 4000)),
    ("roman", "Ⅳ", range(1, 4000)),
    ("roman", "ⅳ", range(1, 4000)),
    ("roman", "ＩＶ", range(1, 4000)),
    ("latin", "b", range(1, 27)),
    ("latin", "Ｂ", range(1, 27)),
    ("latin_enclosed", "Ⓑ", range(1, 27)),
    ("latin_enclosed", "ⓑ", range(1, 27)),
]


def terminal(name: str) -> re.Pattern[str]:
    return re.compile(grammar.terminals("numerals")[name])


def test_every_terminal_of_the_grammar_is_a_system() -> None:
    source = (grammar.directory() / "numerals.lark").read_text(encoding="utf-8")
    defined = re.findall(r"^([A-Z]\w*):", source, re.MULTILINE)
    assert list(grammar.terminals("numerals")) == defined  # none is forgotten in the rule ``start``
    assert list(SYSTEMS) == [name.lower() for name in defined]
    assert list(TERMINALS) == defined


@pytest.mark.parametrize("name", TERMINALS)
def test_terminal_alone(name: str) -> None:
    good, bad = TERMINALS[name]
    assert [text for text in good.split() if not terminal(name).fullmatch(text)] == []
    assert [text for text in bad.split() if terminal(name).fullmatch(text)] == []


@pytest.mark.parametrize(("name", "text", "found"), NEIGHBOURS)
def test_terminal_among_others(name: str, text: str, found: list[str]) -> None:
    assert terminal(name).findall(text) == found


def test_other_grammars_build_on_the_terminals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digits = 'start: ONE | TWO\nONE: "一" | _LONG\nTWO: "二"\n_LONG: "壹"\n'
    signs = '%import .digits (ONE, TWO)\nstart: DUN\nDUN: ONE /(?<=一)/ "、"\n'
    (tmp_path / "digits.lark").write_text(digits, encoding="utf-8")
    (tmp_path / "signs.lark").write_text(signs, encoding="utf-8")
    monkeypatch.setattr(grammar, "directory", lambda: tmp_path)
    assert dict(grammar.terminals("digits")) == {"ONE": "(?:一|壹)", "TWO": "二"}
    assert dict(grammar.terminals("signs")) == {"DUN": "(?:一|壹)(?<=一)、"}


@pytest.mark.parametrize("system", WORTH)
def test_worth(system: str) -> None:
    for pair in WORTH[system].split():
        numeral, worth = pair.split("=")
        assert value(numeral, system) == int(worth), numeral


@pytest.mark.parametrize("system", MALFORMED)
def test_malformed_numerals_are_worth_nothing(system: str) -> None:
    assert [numeral for numeral in MALFORMED[system].split() if value(numeral, system) is not None] == []


@pytest.mark.parametrize(("system", "like", "numbers"), LOOKS)
def test_what_is_written_reads_back(system: str, like: str, numbers: range) -> None:
    pattern = terminal(system.upper())
    for number in numbers:
        text = write(number, system, like)
        assert pattern.fullmatch(text), text
        assert value(text, system) == number, text


@pytest.mark.parametrize(
    ("number", "system", "like", "text"),
    [
        (12, "chinese", "", "十二"),
        (105, "chinese", "一百〇一", "一百〇五"),
        (12, "financial", "", "拾贰"),
        (26, "financial", "貳", "貳拾陸"),
        (4, "decimal", "2.3", "2.4"),
        (10, "arabic", "09", "10"),
        (3, "circled", "❶", "❸"),
        (11, "circled", "❿", "⓫"),
        (13, "roman", "ⅳ", "ⅹⅲ"),
        (14, "roman", "iv", "xiv"),
        (2, "latin_enclosed", "Ⓐ", "Ⓑ"),
        (10, "keycap", "", "🔟"),
    ],
)
def test_look_is_kept(number: int, system: str, like: str, text: str) -> None:
    assert write(number, system, like) == text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((51, "circled"), "run from 0 to 50"),
        ((11, "circled", "➀"), "there is no 11 like ➀"),
        ((0, "roman"), "run from 1 to 3999"),
        ((-1, "chinese"), "run from 0 to 9999"),
        ((1, "chinese", "壹"), "no chinese numeral"),
        ((1, "runes"), "no numeral system 'runes'"),
    ],
)
def test_what_cannot_be_written(arguments: tuple[int, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        write(*arguments)


def test_unknown_system_is_an_error() -> None:
    with pytest.raises(ValueError, match="chinese, financial"):
        value("一", "runes")


def test_system_is_found_by_the_characters() -> None:
    for system, known in SYSTEMS.items():
        assert system_of(known.example) == system
    assert {system_of(letter) for letter in "IVXivxⅬ"} == {"roman"}
    assert {system_of(letter) for letter in "ABCDLMcdlm"} == {"latin"}
    assert system_of("首先") is None


def test_path_of_a_decimal() -> None:
    assert path("2.3.10") == (2, 3, 10)
    assert path("１．２") == (1, 2)
    assert path("三") == (3,)
    assert path("三十零") == ()


@pytest.mark.parametrize("numeral", ["一 百\n二 十", "二\u3000十", "1 0", "2.\n3", "X\u00a0IV", " ① "])
def test_white_space_does_not_count(numeral: str) -> None:
    assert value(numeral) == value("".join(numeral.split())) is not None


@pytest.mark.parametrize("name", TERMINALS)
def test_gigantic_numerals_are_none(name: str) -> None:
    for numeral in TERMINALS[name][0].split():
        run = numeral * 10_000
        assert value(run) is None
        assert value("第" + run) is None
        assert system_of(run) is None
        assert path(run) == ()
        assert not re.search(f"第{terminal(name).pattern}条", f"第{run}条")
    if name in ("CHINESE", "ARABIC", "DECIMAL", "ROMAN", "LATIN"):
        assert not re.search(terminal(name).pattern + "、", run + "、")


def test_everyday_numerals_do_without_cn2an() -> None:
    code = (
        "import sys; from outline.numerals import value, write; "
        "assert value(write(99, 'chinese')) == value(write(99, 'financial')) == 99; "
        "assert 'cn2an' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


ALPHABET = st.sampled_from(sorted({char for good, _ in TERMINALS.values() for char in good}))


@given(st.text() | st.text(ALPHABET, max_size=15), st.sampled_from([None, *SYSTEMS]))
def test_no_text_raises(text: str, system: str | None) -> None:
    worth = value(text, system)
    assert worth is None or type(worth) is int
    assert worth is None or worth >= 0
    assert (system_of(text) is None) <= (value(text) is None)
    assert all(type(part) is int for part in path(text))
