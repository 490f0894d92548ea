"""纲目 (gangmu): the outline of Chinese speeches and official documents as a lossless, typed tree."""

from outline.pipeline import parse
from outline.tree import Diagnostic, Document, Furniture, Heading, Node, Point, Section, Span, SubPoint, Title

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Document", "Furniture", "Heading", "Node", "Point", "Section", "Span", "SubPoint", "Title", "parse"]
