"""The pages of the documentation, as the tests read them.

In: a Markdown page. Out: its fenced blocks by the name in the HTML comment above each: ``<!-- block: setup -->``.
``.ci/run`` reads the same comments.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
READMES = [ROOT / "README.md", DOCS / "README.zh.md"]

_BLOCK = re.compile(r"^<!-- block: (?P<name>\w+) -->\n```\w+\n(?P<body>.*?)^```$", re.M | re.S)


def blocks(page: Path) -> dict[str, str]:
    """Return the named blocks of a page, each with its last line end."""
    return {found["name"]: found["body"] for found in _BLOCK.finditer(page.read_text("utf-8"))}


def update(page: Path, name: str, body: str) -> None:
    """Write ``body`` into the named block of a page."""
    text = page.read_text("utf-8")
    found = next(block for block in _BLOCK.finditer(text) if block["name"] == name)
    page.write_text(text[: found.start("body")] + body + text[found.end("body") :], "utf-8")


def sections(page: Path) -> dict[str, str]:
    """Return what stands below each heading of the second level, by the heading without back quotes."""
    parts = re.split(r"^## (.+)\n", page.read_text("utf-8"), flags=re.M)
    return {title.replace("`", ""): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def first_column(table: str) -> list[str]:
    """Return what stands between back quotes at the start of the rows of a table."""
    return re.findall(r"^\| `([^`]+)`", table, re.M)
