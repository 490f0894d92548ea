"""The typed tree that users walk, search and serialise.

In: nothing of the pipeline; these are plain frozen Pydantic models. Out: ``Document`` and its nodes.
Every offset counts Unicode code points of the unchanged source text, ``[start, end)``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from outline.source import Span

SCHEMA_VERSION = "1.0"
"""Version of the JSON shape: the first number changes when a reader must change, the second when fields are added."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Passage(_Model):
    """Words of the document outside its nodes, without line ends, and where they stand."""

    text: str
    span: Span


class Heading(_Model):
    """What stands after a label up to the first sentence end or the end of its paragraph.

    Numbering of headings follows GB/T 9704-2012 7.3.3; sentence ends are those of GB/T 15834-2011.
    """

    text: str
    """The heading without line ends and without its closing punctuation."""
    span: Span
    """Where it stands; in hard-wrapped text the span may hold line ends."""
    run_in: bool
    """True when the node's text goes on in the same paragraph: ``（一）指导思想。以…``."""


class Diagnostic(_Model):
    """A doubt about the document, never an exception."""

    code: str
    """Stable name, ``OUT`` and three digits; docs/tree.md lists them."""
    message: str
    span: Span
    severity: Literal["info", "warning", "error"] = "warning"


class Furniture(_Model):
    """Layout that is not prose: it stays in the text it stands in and is named here."""

    kind: Literal["front_matter", "page_number", "page_header", "chunk_number", "contents", "note", "navigation"]
    span: Span


class _Node(_Model):
    kind: Literal["section", "point", "subpoint"]
    label: str | None
    """The accepted marker as written (``（一）``); ``None`` on an unnumbered heading."""
    style: str | None
    """Numeral system and delimiters, as named in docs/markers.md; ``None`` on an unnumbered heading."""
    ordinal: int | None
    """The value of the numeral (``二`` is 2; of ``3.1.4`` the last part, 4); ``None`` without a label."""
    level: int
    """Depth in the tree; 1 is outermost."""
    heading: Heading | None
    """The title after the label; ``None`` only when nothing stands there."""
    span: Span
    """From the marker's first character to the end of what the node holds, children included."""
    children: tuple[Node, ...] = ()

    _source: str | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Node):
            return NotImplemented
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((self.kind, self.label, self.span))

    @property
    def text(self) -> str:
        """The node's whole text, children included, as it stands in the source.

        Raises ``ValueError`` when the node was made by hand and belongs to no document.
        """
        return self.span.of(self._source_text())

    @property
    def own_spans(self) -> tuple[Span, ...]:
        """The pieces of the node's span that none of its children holds, in order."""
        return _gaps(self.span, self.children)

    @property
    def own_text(self) -> str:
        """The node's text without its children's."""
        source = self._source_text()
        return "".join(span.of(source) for span in self.own_spans)

    def walk(self) -> Iterator[Node]:
        """Yield this node and then everything below it, parents before children (preorder)."""
        yield from _walk((self,))  # type: ignore[arg-type]  # only the three kinds are ever made

    def find(self, address: str) -> Node | None:
        """Return the first node below this one at ``address``; see ``Document.find``."""
        return _find(self.children, address)

    def _source_text(self) -> str:
        if self._source is None:
            msg = f"node {self.label!r} at {tuple(self.span)} belongs to no document; take it from Document.walk()"
            raise ValueError(msg)
        return self._source


class Section(_Node):
    """A heading with a number at the start of a paragraph (``一、`` ``第三章`` ``1.1``), or one without a number."""

    kind: Literal["section"] = "section"


class Point(_Node):
    """A member of a verbal or circled enumeration, of a list inside a paragraph, or an item of an article."""

    kind: Literal["point"] = "point"


class SubPoint(_Node):
    """A node whose nearest numbered ancestor is a point or a subpoint."""

    kind: Literal["subpoint"] = "subpoint"


Node = Annotated[Section | Point | SubPoint, Field(discriminator="kind")]
"""Any node of the tree, told apart by ``kind``."""


class Document(_Model):
    """A text and its outline. The text is kept unchanged; everything else is spans over it."""

    kind: Literal["document"] = "document"
    schema_version: str = SCHEMA_VERSION
    text: str
    title: Passage | None = None
    subtitle: Passage | None = None
    author: Passage | None = None
    date: Passage | None = None
    salutation: Passage | None = None
    closing: Passage | None = None
    signature: Passage | None = None
    children: tuple[Node, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def model_post_init(self, context: Any, /) -> None:
        """Let every node know the text that its span counts in."""
        for node in self.walk():
            node._source = self.text

    @property
    def span(self) -> Span:
        """The whole text."""
        return Span(0, len(self.text))

    @property
    def own_spans(self) -> tuple[Span, ...]:
        """The pieces of the text that no node holds, in order."""
        return _gaps(self.span, self.children)

    @property
    def own_text(self) -> str:
        """The text that no node holds."""
        return "".join(span.of(self.text) for span in self.own_spans)

    def walk(self) -> Iterator[Node]:
        """Yield every node, parents before children (preorder)."""
        yield from _walk(self.children)

    def find(self, address: str) -> Node | None:
        """Return the first node at ``address``, or ``None``.

        An address is labels from the outside in, joined by ``/``: ``一、/（二）/二是``. A step of digits is an
        ordinal: ``1/2/2``. A step may also be the words of a heading. White space and the width of brackets do
        not matter. An address that begins with ``//`` may start at any depth: ``//第十条/（三）``.
        """
        return _find(self.children, address)

    def at(self, offset: int) -> Node | None:
        """Return the innermost node that holds ``offset`` (code points), or ``None`` where only the document does.

        Raises ``IndexError`` when the text has no such offset.
        """
        path = self.path(offset)
        return path[-1] if path else None

    def path(self, offset: int) -> tuple[Node, ...]:
        """Return the nodes that hold ``offset`` (code points), outermost first.

        Raises ``IndexError`` when the text has no such offset.
        """
        if not 0 <= offset < len(self.text):
            msg = f"offset {offset} is outside the text; it has {len(self.text)} code points, counted from 0"
            raise IndexError(msg)
        held: list[Node] = []
        children = self.children
        while children:
            inside = next((n for n in children if n.span.start <= offset < n.span.end), None)
            if inside is None:
                break
            held.append(inside)
            children = inside.children
        return tuple(held)


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    todo = list(reversed(nodes))
    while todo:
        node = todo.pop()
        yield node
        todo.extend(reversed(node.children))


def _gaps(span: Span, children: tuple[Node, ...]) -> tuple[Span, ...]:
    pieces, at = [], span.start
    for child in children:
        if child.span.start > at:
            pieces.append(Span(at, child.span.start))
        at = child.span.end
    if span.end > at:
        pieces.append(Span(at, span.end))
    return tuple(pieces)


def _find(children: tuple[Node, ...], address: str) -> Node | None:
    steps = [_plain(step) for step in address.removeprefix("//").split("/")]
    starts = _walk(children) if address.startswith("//") else iter(children)
    for node in starts:
        found = _descend(node, steps)
        if found is not None:
            return found
    return None


def _descend(node: Node, steps: list[str]) -> Node | None:
    if not _answers(node, steps[0]):
        return None
    if len(steps) == 1:
        return node
    for child in node.children:
        found = _descend(child, steps[1:])
        if found is not None:
            return found
    return None


def _answers(node: Node, step: str) -> bool:
    if step.isdecimal() and node.ordinal == int(step):
        return True
    if node.label is not None and _plain(node.label) == step:
        return True
    return node.heading is not None and _plain(node.heading.text) == step


def _plain(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))
