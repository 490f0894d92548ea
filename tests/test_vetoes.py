from __future__ import annotations

import re

import pytest

from outline import vetoes
from outline.grammar import terminals
from outline.styles import STYLES, Style
from outline.vetoes import VETOES, Veto
from tests.examples import Example, candidate, code, read, table

# One row a rule, in the order of VETOES: its reason, labels that it turns down, and labels that look alike
# but are markers. Blanks divide the examples; tests/examples.py tells what < > ␣ ⏎ mean.
RULES = [
    (
        "a reference",
        "<第十条>规定的期限届满。 <第三章>、第四章由农技站执行。 <第二条>所列农具，借用三天。 <第四条>款项。",
        "<第十条>　规定的期限届满以前，应当登记。 <第三章>　所需农具 <第四条>　款项按月支付。",
    ),
    (
        "a reference",
        "<第二条>第一款所称农具，包括水泵。 <第二章>或第三章的期限。",
        "<第二条>　村民第一次登记的，发给手册。 <第三章>　水渠和第二级泵站",
    ),
    (
        "a reference",
        "本规约第三条和<第五条>，自公布之日起施行。 依照<第十条>，给予补贴。 见《水利条例》<第三章>。",
        "规约共有七条，<第一条>，阐明宗旨。 以上是总则。<第二章>，讲水渠的养护。",
    ),
    (
        "a reference",
        "前款第<（二）>项所称农具，包括水泵。 本条<（三）>所称农户，指常住户。 水位见附图<(2)>标注。",
        "条件如下：<（二）>有晒场。 修渠的好处<（1）>省水，（2）省工。",
    ),
    (
        "a reference",
        "<（一）>项农具，借用三天。 对<（二）>和（三）所列农户，当年免费。 先看<(a)>与(b)的差别。",
        "<（一）>项目管理。专人负责。 <（二）>和睦邻里。有话好说。",
    ),
    (
        "numbers in a row",
        "<一、>二线城市的批发价高。 <十一、>十二月份天冷。 平时，<三、>四级风停船。",
        "<一、>二年级不留书面作业。 <二、>三户以上合用一口井。 <一、>十二条渠道都通水。",
    ),
    (
        "numbers in a row",
        "今年，<三、>四个人来修渠。 平时，<一、>二等车厢都满。",
        "<三、>四个人一组修渠。 <一、>二等苗木不出圃。",
    ),
    (
        "numbers in a row",
        "先去一、<二、>三小组。 今年去了一，<二，>三户没有去。",
        "<二、>三小组先走。 <二，>三户没有去。",
    ),
    (
        "numbers in a row",
        "平时，<七、>八辆冷藏车排队。 早上，<三，>五户来领苗。",
        "<七、>八辆车都要检修。 <三，>五户先搬。",
    ),
    (
        "numbers in a row",
        "<3、>4个阀门一组。 每台水泵，<3、>4个阀门。",
        "<3、>2021年完工。 <1、>2.5公里水渠先通水。",
    ),
    (
        "numbers in a row",
        "泵站三座，<3、>2021年完工。 阀门，<2）>12个要换。",
        "<3、>2021年完工。 <2）>12个阀门要换。",
    ),
    (
        "a set phrase",
        "老王说：<一是>一，二是二。 <一是>一、二是二，账目清楚。",
        "老王说：<一是>一家人都来，二是带上农具。 <一是>一笔账也不能错。",
    ),
    ("a row of a table", "<1␣>石桥␣水渠␣已通水 <2␣>柳湾␣␣泵站　␣待修", "<1␣>总则 <2␣>水渠␣泵站"),
    ("a row of a table", "<1␣>石桥␣42 <2␣>柳湾␣96.5%", "<1␣>石桥泵站 <2␣>柳湾␣水渠"),
    ("numbers in a row", "<8.>、9.、10.直接镜检。 <2．>，3．各取一份。", "<8.>镜检。 <2．>各取一份。"),
    (
        "part of a word",
        "统<一是>为了安全，下雨天也看得清。 他专<一是>出了名的。",
        "修渠的好处分别为<一是>省水，二是省工。 统一标识。<一是>为了安全。",
    ),
    (
        "a caption or a formula",
        "采样点如图<①>所示。 采样点见图<1）>标注。 注<②>水位为年均值。",
        "带齐下列物品：<①>救生衣；②缆绳。 采样点见下图。<1）>石桥。",
    ),
    (
        "inside brackets",
        "水位（石桥,<2)>偏高。 水位（见脚注<1）>偏高。 甲样（石桥、<b)>偏咸。",
        "水位（石桥）：<2）>偏高。 先读数：<1）>石桥；2）柳湾。",
    ),
    (
        "a quantity",
        "<1.5>亿元已经到位。 <2.3>%的农户没有水表。 <1.2>cm，比去年高。 <3.5>␣米以下的水位不报。",
        "<1.5>　总则 <1.2>适用范围 <2.3>␣水表的安装 <3.5>　洪水位",
    ),
    (
        "a quantity",
        "<3␣>亿元已经到位。 <3、>%以下不计。 <5␣>月3日开闸。",
        "<3␣>总则 <3、>亩产的测算。 <5.>月底以前开闸。",
    ),
    (
        "a note reference",
        "分水尖用青石凿成<②>。 桥面宽一丈二尺<①>；栏杆后修。 石桥<③>⏎柳湾",
        "带齐下列物品：<①>救生衣；②缆绳。 先检票。<②>后上船。",
    ),
    (
        "nothing follows",
        "修渠和植树，要紧的是<首先>。 先说问题<一是>。",
        "<首先，>修渠。 先说问题<一是>缺水。",
    ),
    (
        "a grade",
        "<Ⅰ>级响应由县里启动。 <A、>类药品先发。 <甲␣>方负责修渠。",
        "<Ⅰ>采样 <A、>药品先发。 <甲␣>修渠的人手",
    ),
]


def style_of(example: Example) -> Style:
    """Return the style of the label, even where the scanner does not look for one."""
    for name, shape in terminals("markers").items():
        match = re.compile(shape).match(example.text, example.start)
        if match and match.end() == example.end:
            return STYLES[name.lower()]
    raise AssertionError(f"no label at {example}")


def judged(rule: Veto, example: Example, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what this rule alone says of a label."""
    with monkeypatch.context() as patch:
        patch.setattr(vetoes, "VETOES", (rule,))
        patch.setattr(vetoes, "_BY_KEY", {})
        style = style_of(example)
        paragraph = example.text.partition("\n")[0]
        keys = (style.form, style.family)
        inline = example.start > 0
        return vetoes.veto(example.text, example.start, example.end, len(paragraph), keys, inline=inline)


def accepted(example: Example) -> str:
    """Return the label of the marker that the scanner takes there, or "" where it takes none."""
    found = candidate(example)
    return example.text[found.start : found.end] if found and not found.veto else ""


def test_every_rule_has_a_row() -> None:
    assert [reason for reason, _, _ in RULES] == [rule.reason for rule in VETOES]


@pytest.mark.parametrize(
    ("rule", "none", "markers"),
    [
        pytest.param(rule, none, markers, id=reason)
        for rule, (reason, none, markers) in zip(VETOES, RULES, strict=False)
    ],
)
def test_rule(rule: Veto, none: str, markers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for example in map(read, none.split(" ")):
        assert judged(rule, example, monkeypatch) == rule.reason, example
        assert accepted(example) == "", example
    for example in map(read, markers.split(" ")):
        assert accepted(example) == example.text[example.start : example.end]


def test_every_rule_is_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = table("Reason", "About", "Holds", "No marker", "A marker")
    for rule, (reason, about, holds, none, marker) in zip(VETOES, rows, strict=True):
        assert reason == rule.reason
        assert about.split() == sorted(rule.of)
        assert holds == ("inside a paragraph" if rule.inline else "anywhere")
        for example in map(read, code(none)):
            assert judged(rule, example, monkeypatch) == reason, example
            assert accepted(example) == "", example
        for example in map(read, code(marker)):
            assert accepted(example) == example.text[example.start : example.end]
        assert code(none), reason
        assert code(marker), reason
