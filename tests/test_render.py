"""The plain tree: one line a node, whatever the document holds."""

from __future__ import annotations

import pytest

from outline.render import lines, printable, rich_lines
from outline.source import Span
from outline.tree import Document, Heading, Node, Passage, Point, Section, SubPoint

ANYWHERE = Span(0, 0)


def node(kind: type[Node], label: str | None, title: str | None, *children: Node, level: int = 1) -> Node:
    """Return a node; a title that ends in … runs in."""
    heading = title and Heading(text=title.removesuffix("…"), span=ANYWHERE, run_in=title.endswith("…"))
    style, ordinal = (None, None) if label is None else ("chinese_dun", 1)
    return kind(
        label=label,
        style=style,
        ordinal=ordinal,
        level=level,
        heading=heading or None,
        span=ANYWHERE,
        children=children,
    )


def tree(*children: Node, title: str | None = None) -> Document:
    return Document(text="", title=Passage(text=title, span=ANYWHERE) if title else None, children=children)


def test_a_line_for_the_title_and_for_every_node() -> None:
    step = node(SubPoint, "①", None, level=3)
    document = tree(
        node(Section, "一、", "夯实基础", node(Point, "一是", "修渠…", step, level=2)),
        node(Section, None, "附件说明"),
        title="在全县水利工作会议上的讲话",
    )
    assert list(lines(document)) == [
        "# 在全县水利工作会议上的讲话",
        "一、 夯实基础  [section]",
        "  一是 修渠…  [point]",
        "    ①  [subpoint]",
        "* 附件说明  [section]",
    ]


def test_no_line_without_an_outline() -> None:
    assert list(lines(tree())) == []


def test_white_space_leaves_labels_and_is_evened_in_headings() -> None:
    document = tree(node(Section, "（ 三\n）", "加强\u3000 \t领导"), title="关于\n防汛的\u3000通知")
    assert list(lines(document)) == ["# 关于 防汛的 通知", "（三） 加强 领导  [section]"]


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x9b", "\u200f", "\u202e", "\u2066", "\ud800"], ids=ascii)
def test_what_could_upset_a_terminal_is_escaped(sign: str) -> None:
    (line,) = lines(tree(node(Section, f"一{sign}、", f"甲{sign}乙")))
    escape = sign.encode("unicode_escape").decode()
    assert line == f"一{escape}、 甲{escape}乙  [section]"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_no_line_is_broken(end: str) -> None:
    for line in lines(tree(node(Section, f"一{end}、", f"甲{end}乙"), title=f"上{end}下")):
        assert line.splitlines() == [line]


def test_ordinary_text_is_printable() -> None:
    text = "“甲”：．①㈠ \U00020000 — é \U0001f642"
    assert printable(text) == text


def test_colours_stand_on_the_same_lines() -> None:
    document = tree(node(Section, "一、", "[bold]甲 :smile:"), title="讲话")
    coloured = list(rich_lines(document))
    assert [text.plain for text in coloured] == list(lines(document))
    spans = [(text.plain[span.start : span.end], span.style) for text in coloured for span in text.spans]
    assert spans == [("# 讲话", "bold"), ("一、", "bold cyan"), ("  [section]", "dim")]
