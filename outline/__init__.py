"""纲目 (gangmu): the outline of Chinese speeches and official documents as a lossless, typed tree."""

from outline.explain import Decision
from outline.own_styles import StyleError
from outline.pipeline import explain, parse
from outline.source import Span
from outline.tree import Diagnostic, Document, Furniture, Heading, Node, Passage, Point, Section, SubPoint

__version__ = "0.1.0"
__all__ = [
    "Decision",
    "Diagnostic",
    "Document",
    "Furniture",
    "Heading",
    "Node",
    "Passage",
    "Point",
    "Section",
    "Span",
    "StyleError",
    "SubPoint",
    "explain",
    "parse",
]
