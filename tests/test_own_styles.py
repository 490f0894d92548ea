"""Marker styles of the user's own: ``parse(text, styles=…)``."""

from pathlib import Path

import pytest

import outline

TEXT = (
    "现场提了两个问题。\n问题#一：水价怎么定。\n【任务1】摸清成本。\n【任务2】公布账目。\n"
    "问题#二：垃圾谁来收。\n【任务1】添置垃圾桶。\n【任务2】排好班次。\n"
)
STYLES = 'PROBLEM: "问题#" CHINESE "："  // 问题#一：\nTASK: "【任务" ARABIC "】"\n'


def found(document: outline.Document) -> list[tuple[str | None, str | None, int | None, int]]:
    return [(node.label, node.style, node.ordinal, node.level) for node in document.walk()]


EXPECTED = [
    ("问题#一：", "problem", 1, 1),
    ("【任务1】", "task", 1, 2),
    ("【任务2】", "task", 2, 2),
    ("问题#二：", "problem", 2, 1),
    ("【任务1】", "task", 1, 2),
    ("【任务2】", "task", 2, 2),
]


def test_without_them_the_text_has_other_nodes() -> None:
    assert "problem" not in {node.style for node in outline.parse(TEXT).walk()}


def test_lark_text() -> None:
    assert found(outline.parse(TEXT, styles=STYLES)) == EXPECTED


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.lark"
    path.write_text(STYLES, encoding="utf-8")
    assert found(outline.parse(TEXT, styles=path)) == EXPECTED
    assert found(outline.parse(TEXT, styles=str(path))) == EXPECTED


def test_explain_knows_them() -> None:
    assert {"problem", "task"} <= {decision.style for decision in outline.explain(TEXT, styles=STYLES)}


def test_they_do_not_stay() -> None:
    outline.parse(TEXT, styles=STYLES)
    assert "problem" not in {node.style for node in outline.parse(TEXT).walk()}


def test_look_around_alone_is_no_marker() -> None:
    text = "一、甲\n二、乙"
    assert outline.parse(text, styles="TASK: /(?=一)/") == outline.parse(text)


@pytest.mark.parametrize(
    ("styles", "line", "words"),
    [
        ("problem: x\n", 1, "no terminal is defined"),
        ('GOOD: "a"\nTASK: "a\n', 2, "Lark cannot read this"),
        ('\n\nTASK: "a" FOO\n', 3, "FOO"),
        ('GOOD: "a"\nTASK: /(/\n', 2, "TASK is no regular expression"),
        ("TASK: /x*/\n", 1, "matches the empty string"),
        ('GOOD: "a"\nCHINESE_DUN: CHINESE "、"\n', 2, "a style of the library"),
    ],
)
def test_a_fault_names_its_line(styles: str, line: int, words: str) -> None:
    with pytest.raises(outline.StyleError, match=words) as caught:
        outline.parse("一、甲", styles=styles)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"styles, line {line}: ")
