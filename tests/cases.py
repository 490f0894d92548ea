"""Case files: a text and the outline that a careful reader gives it, for people and for tests.

In: a file of ``tests/corpus``. Out: its cases, or the file with one expected outline replaced. A case reads

    ==================
    title
    ==================
    the source text, verbatim
    ------------------
    the expected outline, one line a node, as ``outline.render.lines`` writes it

The rules are 18 or more characters. The source stands between its two rules, without its last line end.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).parent / "corpus"

_CASE = re.compile(
    r"^={18,}\n(?P<title>[^\n]+)\n={18,}\n(?P<source>.*?)\n-{18,}\n(?P<expected>.*?)(?=^={18,}\n|\Z)",
    re.M | re.S,
)


class Case(NamedTuple):
    """One text and its expected outline."""

    title: str
    source: str
    expected: str
    """Every line with its line end; empty when nothing in the source is a node."""
    path: Path
    line: int
    """The line of the title in the file, from 1."""


def read(path: Path) -> list[Case]:
    """Return the cases of one file in order.

    Raises ``ValueError``, with the file and the line, at text that belongs to no case.
    """
    text = path.read_text("utf-8")
    cases, at = [], 0
    for found in _CASE.finditer(text):
        if found.start() != at:
            break
        line = text.count("\n", 0, found.start("title")) + 1
        cases.append(Case(found["title"], found["source"], found["expected"], path, line))
        at = found.end()
    if at != len(text):
        msg = f"{path}:{text.count(chr(10), 0, at) + 1}: not a case"
        raise ValueError(msg)
    return cases


def update(case: Case, expected: str) -> None:
    """Write ``expected`` into the case's file in place of what stands there."""
    text = case.path.read_text("utf-8")
    found = next(f for f in _CASE.finditer(text) if f["title"] == case.title)
    case.path.write_text(text[: found.start("expected")] + expected + text[found.end("expected") :], "utf-8")
