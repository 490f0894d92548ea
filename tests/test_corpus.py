"""Every case of ``tests/corpus``: the text gives the outline that stands below it.

``UPDATE_CASES=1 pytest tests/test_corpus.py`` writes the outlines as they now come out; read the diff.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from outline.render import lines
from tests.cases import CORPUS, Case, read, update
from tests.check import check

CASES = [case for path in sorted(CORPUS.glob("*.txt")) for case in read(path)]


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_outline(case: Case) -> None:
    found = "".join(f"{line}\n" for line in lines(check(case.source)))
    if os.environ.get("UPDATE_CASES"):
        update(case, found)
    else:
        assert found == case.expected, f"{case.path}:{case.line}"


def test_a_case_is_read_and_updated(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text(f"{'=' * 18}\nfirst\n{'=' * 18}\n一、甲\n\n二、乙\n{'-' * 18}\n一、 甲\n", "utf-8")
    (case,) = read(path)
    assert case == Case("first", "一、甲\n\n二、乙", "一、 甲\n", path, 2)
    update(case, "")
    assert read(path) == [case._replace(expected="")]


def test_text_outside_the_cases_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text("一、甲\n", "utf-8")
    with pytest.raises(ValueError, match=r"some\.txt:1: not a case"):
        read(path)


def test_titles_are_unique() -> None:
    assert [title for title, times in Counter(case.title for case in CASES).items() if times > 1] == []
