"""The promises that hold for every text: each test that parses does it here, so that none can skip them.

In: any ``str``. Out: its ``Document``, after all the promises of docs/tree.md were found kept.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise

import outline
from outline.source import Span
from outline.tree import Document, Node

_VERBAL = re.compile(
    r"首先|其次|再次|最[后後]|.*一方面|.*一[个個]是"
    r"|其?[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+[，是]"
)
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺➀➁➂➃➄⓵⓶⓷⓸⓹㊀㊁㊂㊃㊄")
_LINE_ENDS = re.compile(r"[\r\n]")
_BLANKS = re.compile(r"\s+")


def check(text: str) -> Document:
    """Parse ``text`` and assert that the document is lossless, well formed, and the same each time."""
    document = outline.parse(text)
    assert document.text == text
    for parent, above in _parents(document):
        _check_siblings(document, parent, above)
    _check_own_text(document)
    titles = [document.title.span] if document.title else []
    for span in (*titles, *(f.span for f in document.furniture), *(d.span for d in document.diagnostics)):
        assert 0 <= span.start <= span.end <= len(text), span
    _check_json(document)
    assert outline.parse(text) == document, "parsing twice differs"
    return document


def _parents(document: Document) -> list[tuple[Document | Node, Node | None]]:
    """All that can hold nodes, each with the nearest numbered node from itself upwards."""
    found: list[tuple[Document | Node, Node | None]] = [(document, None)]
    for parent, above in found:  # it grows while it is read
        found.extend((child, child if child.label is not None else above) for child in parent.children)
    return found


def _check_siblings(document: Document, parent: Document | Node, above: Node | None) -> None:
    level = 1 if isinstance(parent, Document) else parent.level + 1
    at = parent.span.start
    for node in parent.children:
        assert at <= node.span.start < node.span.end <= parent.span.end, (node.label, node.span, parent.span)
        at = node.span.end
        assert node.level == level
        _check_start(document.text, node)
        _check_kind(node, above)


def _check_start(text: str, node: Node) -> None:
    start = node.span.start + len(node.label or "")
    assert text[node.span.start : start] == (node.label or "")
    assert (node.label is None) == (node.style is None) == (node.ordinal is None)
    if node.heading is None:
        assert node.label is not None, "an unnumbered heading without words"
        return
    span = node.heading.span
    assert start <= span.start < span.end <= node.span.end
    assert node.label is not None or span.start == start
    assert not _LINE_ENDS.search(node.heading.text)
    assert _BLANKS.sub("", node.heading.text) == _BLANKS.sub("", span.of(text)) != ""


def _check_kind(node: Node, above: Node | None) -> None:
    """``above`` is the nearest numbered ancestor. What stands inside a paragraph is not known here."""
    label = _BLANKS.sub("", node.label or "")
    if above is not None and above.kind in ("point", "subpoint"):
        assert node.kind == "subpoint"
    elif label[:1] in _CIRCLED or _VERBAL.match(label) or (above is not None and above.style == "article"):
        assert node.kind == "point"
    else:
        assert node.kind in ("section", "point") if label else node.kind == "section"


def _check_own_text(document: Document) -> None:
    pieces = sorted(span for owner in (document, *document.walk()) for span in owner.own_spans)
    assert all(left.end == right.start for left, right in pairwise(pieces)), "some character has no owner, or two"
    assert "".join(Span(*piece).of(document.text) for piece in pieces) == document.text


def _check_json(document: Document) -> None:
    shape = document.model_dump(mode="json")
    assert Document.model_validate(json.loads(json.dumps(shape))) == document
    try:
        document.text.encode()
    except UnicodeEncodeError:
        return  # lone surrogates: no UTF-8, so no JSON bytes
    assert Document.model_validate_json(document.model_dump_json()) == document
