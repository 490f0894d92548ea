"""The pages of docs/: they name what is there and nothing else, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

import outline
from outline.tree import SCHEMA_VERSION
from tests.pages import DOCS, PAGES, ROOT, first_column, sections

TREE = sections(DOCS / "tree.md")
SOURCES = sorted((ROOT / "outline").rglob("*.py"))
MODELS: dict[str, type[BaseModel]] = {
    "Document": outline.Document,
    "Nodes": outline.Section,
    "Heading": outline.Heading,
    "Passage": outline.Passage,
    "Furniture": outline.Furniture,
    "Diagnostic": outline.Diagnostic,
}


def rows(section: str, column: str) -> list[str]:
    """The first column of the table in docs/tree.md that it heads."""
    _, _, below = TREE[section].partition(f"| {column} |")
    return first_column(below.partition("\n\n")[0])


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_explained(name: str) -> None:
    assert rows(name, "Field") == list(MODELS[name].model_fields)


def test_every_field_of_a_decision_is_explained() -> None:
    assert rows("Decision", "Field") == list(outline.Decision._fields)


@pytest.mark.parametrize("model", [outline.Document, outline.Section, outline.Span], ids=lambda model: model.__name__)
def test_every_method_is_explained(model: type) -> None:
    words = set(re.findall(r"\w+", "".join(TREE.values())))
    public = {name for name, member in vars(model).items() if not name.startswith(("_", "model_")) and callable(member)}
    assert public <= words


def test_every_kind_of_furniture_is_explained() -> None:
    assert rows("Furniture", "Kind") == list(get_args(outline.Furniture.model_fields["kind"].annotation))


def test_every_diagnostic_is_explained() -> None:
    codes = {code for path in SOURCES for code in re.findall(r"\bOUT\d{3}\b", path.read_text("utf-8"))}
    assert rows("Diagnostic", "Code") == sorted(codes)


def test_every_kind_of_node_is_explained() -> None:
    assert re.findall(r"^\d\. `(\w+)`", TREE["Kinds"], re.M) == ["subpoint", "point", "section"]


def test_the_sample_shows_the_schema_version() -> None:
    assert f'"schema_version": "{SCHEMA_VERSION}"' in (ROOT / "README.md").read_text("utf-8")


def test_every_file_is_explained() -> None:
    named = set(re.findall(r"`(\w[\w/]*\.py)`", (DOCS / "architecture.md").read_text("utf-8"))) - {"tests/check.py"}
    assert named == {path.relative_to(ROOT / "outline").as_posix() for path in SOURCES}


def test_the_changelog_begins_with_what_is_not_released() -> None:
    assert next(iter(sections(DOCS / "changelog.md"))) == "Unreleased"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if "://" not in link:
            path, _, place = link.partition("#")
            target = page.parent / path if path else page
            assert target.exists(), link
            assert not place or place in anchors(target), link


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them of plain words."""
    headings = re.findall(r"^#+ (.+)", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
