"""Marker styles of one's own, written in the way of ``grammars/markers.lark``.

In: Lark text that defines terminals. Out: their regular expressions, for the scanner. A fault names its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex
from lark.exceptions import GrammarError, UnexpectedInput

from outline.grammar import shapes, terminals
from outline.styles import STYLES

_UNREADABLE = "Lark cannot read this; see grammars/markers.lark for examples"
_DEFINED = re.compile(r"^([A-Z][A-Z0-9_]*)\s*(?:\.\d+)?\s*:", re.MULTILINE)


class StyleError(ValueError):
    """A fault in marker styles of one's own; the message names the line."""

    def __init__(self, line: int, fault: str) -> None:
        super().__init__(f"styles, line {line}: {fault}")
        self.line = line


def own_terminals(source: str) -> Mapping[str, str]:
    """Return the terminals that Lark text defines, one a style.

    The numeral systems of ``grammars/numerals.lark`` need no import. Raises ``StyleError``.
    """
    lines = {found[1]: _line(source, found.start()) for found in _DEFINED.finditer(source)}
    if not lines:
        raise StyleError(1, 'no terminal is defined; write one such as PROBLEM: "问题" CHINESE "："')
    for name, line in lines.items():
        if name.lower() in STYLES:
            raise StyleError(line, f"{name} is a style of the library; choose another name")
    systems = [name for name in terminals("numerals") if name not in lines and re.search(rf"\b{name}\b", source)]
    imports = f"%import .numerals ({', '.join(systems)})\n" if systems else ""
    try:
        found = shapes(f"{source}\nstart: {' | '.join(lines)}\n{imports}", "styles")
    except UnexpectedInput as fault:
        raise StyleError(fault.line, _UNREADABLE) from None
    except (GrammarError, re.error) as fault:
        place = re.search(r" at line (\d+) column", str(fault))
        if place is not None:
            raise StyleError(int(place[1]), _UNREADABLE) from None
        raise StyleError(_culprit(source, str(fault), lines), str(fault)) from None
    for name, shape in found.items():
        _check(name, shape, lines.get(name, 1))
    # A shape of nothing but look-around matches no text, and the search would stand still: \G is where it began.
    return {name: rf"(?:{shape})(?!\G)" for name, shape in found.items()}


def _line(source: str, offset: int) -> int:
    return source.count("\n", 0, offset) + 1


def _culprit(source: str, message: str, lines: Mapping[str, int]) -> int:
    """The line of the first name in a message of Lark's that stands in the source."""
    for word in re.findall(r"\b[A-Z][A-Z0-9_]+\b", message):
        if word in lines:
            return lines[word]
        if word in source:
            return _line(source, source.index(word))
    return 1


def _check(name: str, shape: str, line: int) -> None:
    try:
        empty = regex.match(shape, "") is not None
    except regex.error as fault:
        raise StyleError(line, f"{name} is no regular expression: {fault}") from None
    if empty:
        raise StyleError(line, f"{name} matches the empty string; a marker has at least one character")
