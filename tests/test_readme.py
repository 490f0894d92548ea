"""The README in both languages: what it shows is what comes out. ``.ci/run`` runs its two commands.

``UPDATE_CASES=1 pytest tests/test_readme.py`` writes what now comes out into both pages; read the diff.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from outline.cli import app
from tests.pages import DOCS, READMES, blocks, update

README, README_ZH = map(blocks, READMES)
COMMAND = [sys.executable, "-m", "outline", "parse"]


def test_both_pages_show_the_same() -> None:
    assert list(README) == ["setup", "tree", "tests", "example", "output", "json"]
    assert README == README_ZH


def test_the_pages_lead_to_each_other() -> None:
    english, chinese = (page.read_text("utf-8").split("\n", 4) for page in READMES)
    assert english[2] == "English · [中文](docs/README.zh.md)"
    assert chinese[2] == "[English](../README.md) · 中文"


@pytest.mark.parametrize("name", ["setup", "tests"])
def test_a_command_is_one_line(name: str) -> None:
    assert README[name].count("\n") == 1


def test_the_example_prints_what_stands_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert README["example"].count("\n") <= 10
    exec(compile(README["example"], "README.md", "exec"), {})
    shows("output", capsys.readouterr().out)


def test_the_tree_is_that_of_the_speech() -> None:
    shows("tree", run(str(DOCS / "examples" / "speech.txt")))
    assert README["setup"].rstrip().endswith("outline parse docs/examples/speech.txt")


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_every_command_is_named(page: Path) -> None:
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert names
    for name in names:
        assert f"\noutline {name} " in page.read_text("utf-8")


def test_the_json_is_that_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(json.loads(README["json"])["text"], "utf-8")
    shows("json", run("--format", "json", str(path)))


def shows(name: str, found: str) -> None:
    for page in READMES:
        if os.environ.get("UPDATE_CASES"):
            update(page, name, found)
        assert blocks(page)[name] == found


def run(*arguments: str) -> str:
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, check=True, encoding="utf-8")
    assert done.stderr == ""
    return done.stdout
