"""The speeches of ``docs/examples``: each gives the outline in the file beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from outline.render import lines
from tests.check import check
from tests.pages import DOCS

OUTLINES = sorted((DOCS / "examples").glob("*.outline.txt"))


def speech(expected: Path) -> Path:
    return expected.with_name(expected.name.replace(".outline", ""))


def test_every_speech_has_an_outline() -> None:
    assert sorted((DOCS / "examples").iterdir()) == sorted([*OUTLINES, *map(speech, OUTLINES)])


@pytest.mark.parametrize("expected", OUTLINES, ids=lambda path: path.name)
def test_outline(expected: Path) -> None:
    document = check(speech(expected).read_text("utf-8"))
    assert "".join(f"{line}\n" for line in lines(document)) == expected.read_text("utf-8")
    assert document.diagnostics == ()
