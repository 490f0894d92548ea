"""Every decision has its reasons, and doubts about the numbering become diagnostics."""

import pytest

import outline


def test_every_candidate_is_listed_with_what_became_of_it() -> None:
    text = "一、修渠\n第一书记带头，老支书说：“路要修，一是快，二是好。”\n二、种树\n"
    found = {decision.label: decision for decision in outline.explain(text)}
    assert found["一、"].accepted
    assert found["一、"].reasons == ("opens a list",)
    assert found["二、"].cost == 0.0
    assert found["二、"].reasons == ("goes on with an open list",)
    assert not found["一是"].accepted
    assert found["一是"].reasons == ("inside a quotation",)


def test_accepted_decisions_are_the_nodes() -> None:
    text = "第一，修渠。一是清淤，二是护坡。\n第二，种树。\n"
    accepted = [(d.span.start, d.level) for d in outline.explain(text) if d.accepted]
    assert accepted == [(node.span.start, node.level) for node in outline.parse(text).walk()]


@pytest.mark.parametrize(
    ("text", "code", "label"),
    [
        ("一、甲。\n二、乙。\n二、丙。\n三、丁。\n", "OUT101", "二、"),
        ("一、甲。\n二、乙。\n四、丙。\n五、丁。\n", "OUT102", "四、"),
        ("一、甲。\n二、乙。\n二十、丙。\n四、丁。\n", "OUT103", "二十、"),
        ("三、甲。\n四、乙。\n五、丙。\n", "OUT104", "三、"),
        ("讲两点意见：一是修渠；二是种树；三是养鱼。", "OUT105", "三是"),
        ("1.1 甲\n1.2 乙\n2.1 丙\n2.2 丁\n", "OUT106", "2.1"),
        ("(-)修渠。\n(二)种树。\n", "OUT201", "(-)"),
    ],
)
def test_a_doubt_is_a_diagnostic(text: str, code: str, label: str) -> None:
    found = [d for d in outline.parse(text).diagnostics if d.code == code]
    assert [d.span.of(text) for d in found] == [label]
    assert label in found[0].message


def test_a_heading_that_lost_its_number() -> None:
    text = (
        "一、修渠的事\n\n支渠去年清过一次，今年淤得更厉害，上游的人意见很大。\n\n"
        "种树的事\n\n渠边的杨树老了，要换成水杉，树苗已经订好。\n\n三、养鱼的事\n\n塘里放了草鱼，年底能卖个好价钱。\n"
    )
    found = [d for d in outline.parse(text).diagnostics if d.code == "OUT107"]
    assert len(found) == 1
    assert found[0].span.start == text.index("种树的事")


def test_too_deep() -> None:
    text = "".join(f"{'.'.join('1' * depth)} 甲\n" for depth in range(2, 7))
    assert all(d.code != "OUT401" for d in outline.parse(text).diagnostics)


def test_clean_numbering_has_no_diagnostics() -> None:
    assert outline.parse("一、甲\n（一）乙。\n（二）丙。\n二、丁\n").diagnostics == ()
