from __future__ import annotations

import pytest

from outline import vetoes
from outline.vetoes import VETOES, Veto
from tests.examples import Example, candidate, code, read, table

MARKER, DOUBTFUL = "a marker", "doubtful"

# One row a rule, in the order of VETOES: its reason, labels that it alone speaks against, and labels that look alike
# but are markers. Blanks divide the examples; tests/examples.py tells what < > ␣ ⇥ ⏎ mean.
RULES = [
    (
        "a reference",
        "<第十条>规定的期限届满。 <第三章>、第四章由农技站执行。 <第二条>第一款所称农具，包括水泵。 "
        "<第四条>所列农具，借用三天。 <第五条>之规定不适用于渔船。 <第二章>或第三章的期限。",
        "<第十条>　规定的期限届满以前，应当登记。 <第一百四十九条>　第三人代为还款的，从其约定。 "
        "<第二节>　第二产业 <第三章>　所需农具 <第三条>条件具备的村庄，先行改水。",
    ),
    (
        "a reference",
        "先看总表。<第三章>以下的各章由各村自选。 闸门分三段。<第二节>以上由县里管。",
        "<第三节>以下各段由石工砌筑。 以上是总则。<第二章>，讲水渠的养护。",
    ),
    (
        "a number of a periodical",
        "<第38卷>␣第4期 <第2卷>␣11期，第20页",
        "<第38卷>␣第一渡口 <第二卷>　四期工程",
    ),
    (
        "a reference",
        "水渠每年秋收以后清淤，都依照⏎<第十条>，由农技站统一安排人手，⏎各村分段包干，石料和砂浆由镇⏎里供给。",
        "水渠每年秋收以后清淤，分三段⏎<第一条>，由农技站统一安排人手，⏎各村分段包干，石料和砂浆由镇⏎里供给。",
    ),
    (
        "a reference",
        "本条<（三）>所称农户，指常住户。 水位见附图<(2)>标注。 符合（一）和<（三）>的农户，当年免费。",
        "条件如下：<（二）>有晒场。 修渠的好处<（1）>省水，（2）省工。 有仓库；和<（三）>有晒场。",
    ),
    (
        "a reference",
        "<（一）>项农具，借用三天。 对<（二）>和（三）所列农户，当年免费。 先看<(a)>与(b)的差别。",
        "<（一）>项目管理。专人负责。 <（二）>和睦邻里。有话好说。",
    ),
    (
        "a reference",
        "<（二）>（三）两类农户先补。",
        "<（二）>（试行）办法的修改。",
    ),
    (
        "a reference",
        "<(2)>(3)两式相加。",
        "<(2)>(2021年)水渠改线。",
    ),
    (
        "a combination of others",
        "A．①<②>都对 B．①<③>都错",
        "①晒种；<②>泡种。",
    ),
    (
        "a combination of others",
        "<①>②都对 A．<①>③",
        "<①>晒种；②泡种。",
    ),
    (
        "numbers in a row",
        "<一、>二线城市的批发价高。 <十一、>十二月份天冷。 <一、>二、三产业都要用水。 <三、>四年级的学生自己走。",
        "<一、>三月份工作回顾 <二、>二线城市的批发价 <二、>三户以上合用一口井。",
    ),
    (
        "numbers in a row",
        "平时，<一、>三、五年级的学生值日。 水尺，<十五、>二十一级读不清。",
        "<三、>五个人一组修渠。 要求如下：<一、>人人会水。",
    ),
    (
        "numbers in a row",
        "全校一、<二、>三年里不留作业。 去年一、<二、>三〇年代的水渠都已报废。",
        "<二、>三户合用一口井。 事项：一、修渠；<二、>植树。",
    ),
    (
        "numbers in a row",
        "平时，<七、>八辆冷藏车排队。 早上，<三，>五户来领苗。",
        "<七、>八辆车都要检修。 <三，>五户先搬。",
    ),
    (
        "numbers in a row",
        "<3、>4个阀门一组。 <11、>12号泵站停机。",
        "<3、>2021年完工。 <1、>3月底前完成修渠。 <1、>元旦期间值班 工作如下：<1、>2021年修渠；2、2022年通水。",
    ),
    (
        "numbers in a row",
        "每台水泵，<3、>5个阀门。 阀门，<2）>12个要换。",
        "<3、>5个阀门要换。 工作如下：<1、>3月底前通水；2、5月验收。 清单：<2）>阀门12个。",
    ),
    (
        "numbers in a row",
        "<甲、>乙双方各执一份。 <A、>B两组轮换。",
        "<甲、>丁坝 <A.>␣类型划分 <A、>C形梁",
    ),
    (
        "numbers in a row",
        "<4.>、5.两项合并计价。 <2．>，3．各取一份。",
        "<4.>合并计价。 <2．>各取一份。",
    ),
    (
        "a set phrase",
        "老王说：<一是>一，二是二。 <一是>一、二是二，账目清楚。",
        "老王说：<一是>一家人都来，二是带上农具。 <一是>一笔账也不能错。",
    ),
    (
        "a row of a table",
        "<1>␣石桥␣水渠␣已通水 <2>␣柳湾␣␣泵站　␣待修",
        "<1>␣总则 <2>␣水渠␣泵站",
    ),
    (
        "a row of a table",
        "<1>␣石桥␣42 <2>␣柳湾␣96.5%",
        "<1>␣石桥泵站 <2>␣柳湾␣水渠",
    ),
    (
        "a row of a table",
        "<1>⇥石桥、柳湾⇥水渠，泵站",
        "<1>⇥石桥、柳湾",
    ),
    (
        "a row of a table",
        "<1、>半导体设备用⇥19,187.46⇥70.01% 材料⇥水泥：<①>散装⇥三吨⇥15",
        "<1、>半导体设备用⇥19,187.46",
    ),
    (
        "a caption or a formula",
        "采样点如图<①>所示。 采样点见图␣<1）>标注。 注<②>水位为年均值。",
        "带齐下列物品：<①>救生衣；②缆绳。 采样点见下图。<1）>石桥。",
    ),
    (
        "inside brackets",
        "水位（石桥,<2)>偏高。 甲样（石桥、<b)>偏咸。",
        "水位（石桥）：<2）>偏高。 先读数：<1）>石桥；2）柳湾。",
    ),
    (
        "a quantity",
        "<1.5>亿元已经到位。 <2.3>%的农户没有水表。 <1.2>cm，比去年高。 <3.5>米以下的水位不报。 <2.4>公里水渠",
        "<1.5>　总则 <1.2>适用范围 <2.1>␣公司简介 <2.1>公司简介 <1.2>个人信息 <3.1>分类登记 <1.3>元素 <3.5>␣米样",
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
        "<Ⅰ>级响应由县里启动。 <Ⅱ>类水体",
        "<Ⅰ>采样 <Ⅱ.>␣方法与材料",
    ),
]


def verdict(example: Example) -> str:
    """Return what the scan says of a label: a marker, doubtful, or the reason why it is none."""
    found = candidate(example)
    if found is None or found.end != example.end:
        return "no candidate"
    return found.veto or (DOUBTFUL if found.doubtful else MARKER)


def assert_decides(rule: Veto, none: list[str], markers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Assert that ``none`` are turned down or doubted by this rule and no other, and that ``markers`` are markers."""
    against = DOUBTFUL if rule.doubt else rule.reason
    assert [example for example in none if verdict(read(example)) != against] == []
    assert [example for example in markers if verdict(read(example)) != MARKER] == []
    with monkeypatch.context() as patch:
        patch.setattr(vetoes, "VETOES", tuple(other for other in VETOES if other is not rule))
        patch.setattr(vetoes, "_BY_KEY", {})
        assert [example for example in none if verdict(read(example)) != MARKER] == [], "another rule says the same"


def test_every_rule_has_a_row() -> None:
    assert [reason for reason, _, _ in RULES] == [rule.reason for rule in VETOES]


@pytest.mark.parametrize(
    ("rule", "none", "markers"),
    [
        pytest.param(rule, none, markers, id=none.partition(" ")[0])
        for rule, (_, none, markers) in zip(VETOES, RULES, strict=False)
    ],
)
def test_rule(rule: Veto, none: str, markers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_decides(rule, none.split(" "), markers.split(" "), monkeypatch)


@pytest.mark.parametrize(("column", "doubt"), [("No marker", False), ("Doubtful", True)])
def test_every_rule_is_on_the_page(column: str, doubt: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [rule for rule in VETOES if rule.doubt is doubt]
    rows = table("Reason", "About", "Holds", column, "A marker")
    for rule, (reason, about, holds, none, markers) in zip(rules, rows, strict=True):
        assert reason == rule.reason
        assert about.split() == sorted(rule.of)
        assert holds == ("inside a paragraph" if rule.inline else "anywhere")
        assert code(none), reason
        assert code(markers), reason
        assert_decides(rule, code(none), code(markers), monkeypatch)


def test_every_reason_of_place_is_on_the_page() -> None:
    for reason, none, markers in table("Reason", "No marker", "A marker"):
        assert [verdict(read(example)) for example in code(none)] == [reason]
        assert [verdict(read(example)) for example in code(markers)] == [MARKER]
