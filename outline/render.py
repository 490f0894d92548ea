"""A document -> its outline as lines, one a node.

In: a ``Document``. Out: lines of plain text, or the same lines with colours for a terminal. A line is two
spaces for each level beyond the first, the label (``*`` for an unnumbered heading), the heading and the kind:

    # 在全县安全生产工作会议上的讲话
    一、 总体要求  [section]
      （一） 加强领导…  [section]

The format is stable: files with expected trees are written in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from outline.tree import Document, Node

if TYPE_CHECKING:
    from rich.text import Text


class _Piece(NamedTuple):
    text: str
    style: str
    """As rich names it; a plain line leaves it out."""


# What would break a line, move a terminal's cursor or turn the direction of writing, and lone surrogates.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def lines(document: Document) -> Iterator[str]:
    """Yield the outline of ``document`` line by line, without line ends.

    The title, if there is one, comes first, after ``# ``. A heading whose text goes on in the same paragraph
    ends in ``…``. White space in a heading becomes one space, in a label none; ``printable`` does the rest.
    """
    for pieces in _rows(document):
        yield "".join(piece.text for piece in pieces)


def rich_lines(document: Document) -> Iterator[Text]:
    """Yield the lines of ``lines`` as coloured ``rich.text.Text``."""
    from rich.text import Text  # noqa: PLC0415  # only a terminal needs colours

    for pieces in _rows(document):
        yield Text.assemble(*pieces)


def printable(text: str) -> str:
    r"""Return ``text`` fit for one line of a terminal: an escape character, for one, becomes ``\x1b``."""
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _rows(document: Document) -> Iterator[list[_Piece]]:
    if document.title is not None:
        yield [_Piece(f"# {_one_line(document.title.text)}", "bold")]
    for node in document.walk():
        yield list(_pieces(node))


def _pieces(node: Node) -> Iterator[_Piece]:
    yield _Piece("  " * (node.level - 1), "")
    yield _Piece("*" if node.label is None else printable("".join(node.label.split())), "bold cyan")
    if node.heading is not None:
        yield _Piece(f" {_one_line(node.heading.text)}{'…' if node.heading.run_in else ''}", "")
    yield _Piece(f"  [{node.kind}]", "dim")


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))
