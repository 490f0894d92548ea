"""The package as it is installed: what it brings, and what it does not load."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points, metadata
from pathlib import Path

import pytest

import outline
from outline import grammar
from outline.cli import main

HEAVY = ("typer", "rich", "cn2an")
"""Packages that a program which only parses should not wait for."""


def test_what_only_the_command_or_a_rare_numeral_needs_is_not_imported() -> None:
    code = f"import sys, outline; print(*sys.modules.keys() & set({HEAVY}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "\n"


def test_types_are_published() -> None:
    assert Path(outline.__file__).with_name("py.typed").is_file()


def test_version() -> None:
    assert metadata("gangmu")["Version"] == outline.__version__, "the version has changed; install the package again"


def test_the_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="outline")
    assert command.load() is main


def test_grammars_are_found() -> None:
    assert sorted(path.name for path in grammar.directory().iterdir()) == [
        "markers.lark",
        "numerals.lark",
        "outline.lark",
    ]


@pytest.mark.parametrize("name", outline.__all__)
def test_public_names_explain_themselves(name: str) -> None:
    assert getattr(outline, name, None) is not None
    if name != "Node":  # a union of the three kinds; its words stand in tree.py
        assert getattr(outline, name).__doc__
