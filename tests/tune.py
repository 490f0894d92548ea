"""A small search for the numbers in outline/weights.py, over texts with outlines made by hand.

Usage:  python -m tests.tune FOLDER... [--rounds 1] [--apply]

A FOLDER holds NAME*.txt beside NAME.gold (one node a line, two spaces of indentation a level, ``* `` before an
unnumbered heading, ``#`` before a remark). The weights are chosen on the half of the documents whose name has an even
CRC-32, and judged on the other half; both are printed. One weight after the other is tried a step up and a step down,
and kept where the mean of micro and macro edge F1 of the first half rises by more than 0.0002; less is chance.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from outline import weights
from outline.evidence import Candidate, gather
from outline.nesting import read
from outline.pipeline import _read

Edge = tuple[int, int | None]


class Text(NamedTuple):
    """A document, looked at once; only the reading depends on the weights."""

    name: str
    gold: frozenset[Edge]
    candidates: list[Candidate]


def load(folders: list[Path]) -> list[Text]:
    """Read every document with a gold outline."""
    texts = []
    for gold in sorted(path for folder in folders for path in folder.rglob("*.gold")):
        source = next(iter(sorted(gold.parent.glob(f"{gold.stem}*.txt")))).read_bytes().decode("utf-8")
        layout, markers, _ = _read(source)
        fit = [marker for marker in markers if not marker.veto]
        edges = frozenset(gold_edges(source, gold.read_text("utf-8")))
        texts.append(Text(gold.stem, edges, gather(source, layout, fit)))
    return texts


def gold_edges(source: str, gold: str) -> Iterator[Edge]:
    """Place every numbered node of a gold outline; its parent is the nearest numbered node above it."""
    above: list[int | None] = []
    at = 0
    for line in gold.splitlines():
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        depth = (len(line) - len(line.lstrip(" "))) // 2
        letters = re.sub(r"\s", "", words.removeprefix("* "))
        found = re.compile(r"\s*".join(map(re.escape, letters))).search(source, at)
        assert found, f"{words!r} is not in the text"
        del above[depth:]
        parent = above[-1] if above else None
        above.append(parent if words.startswith("* ") else found.start())
        if not words.startswith("* "):
            yield found.start(), parent
        at = found.start() + 1


def read_edges(text: Text) -> set[Edge]:
    """The edges that the reading finds with the weights as they stand."""
    above: list[int | None] = []
    edges: set[Edge] = set()
    for step in read(text.candidates):
        if not step.level:
            continue
        del above[step.level - 1 :]
        parent = above[-1] if above else None
        numbered = step.candidate.form != "title"
        above.append(step.candidate.start if numbered else parent)
        if numbered:
            edges.add((step.candidate.start, parent))
    return edges


def score(texts: list[Text]) -> tuple[float, float]:
    """Micro and macro edge F1."""
    hits = sizes = 0
    each = []
    for text in texts:
        found = read_edges(text)
        hit, size = len(found & text.gold), len(found) + len(text.gold)
        hits, sizes = hits + hit, sizes + size
        each.append(2 * hit / size if size else 1.0)
    return 2 * hits / max(sizes, 1), sum(each) / max(len(each), 1)


def knobs() -> list[tuple[str, str | None, int | None]]:
    """Every number: (name, form, place)."""
    found: list[tuple[str, str | None, int | None]] = []
    for name, value in vars(weights).items():
        if name.isupper() and isinstance(value, float):
            found.append((name, None, None))
        elif name.isupper() and isinstance(value, dict):
            for form, own in value.items():
                places = range(len(own)) if isinstance(own, tuple) else [None]
                found.extend((name, form, place) for place in places)
    return found


def get(knob: tuple[str, str | None, int | None]) -> float:
    """The number that a knob stands for."""
    name, form, place = knob
    value = getattr(weights, name)
    value = value if form is None else value[form]
    return float(value if place is None else value[place])


def put(knob: tuple[str, str | None, int | None], number: float) -> None:
    """Set the number that a knob stands for."""
    name, form, place = knob
    if form is None:
        setattr(weights, name, number)
        return
    own = getattr(weights, name)
    own[form] = number if place is None else (*own[form][:place], number, *own[form][place + 1 :])


def search(chosen: list[Text], rounds: int) -> None:
    """Try every knob a step up and a step down, and keep what helps."""
    best = sum(score(chosen)) / 2
    for _ in range(rounds):
        for knob in knobs():
            before = get(knob)
            for number in (before + max(0.2, abs(before) * 0.25), before - max(0.2, abs(before) * 0.25)):
                put(knob, round(number, 2))
                now = sum(score(chosen)) / 2
                if now > best + 0.0002:
                    print(f"{knob}: {before} -> {get(knob)}  {best:.4f} -> {now:.4f}", flush=True)
                    best = now
                    break
                put(knob, before)


def main() -> None:
    """Search, and print both halves before and after."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--rounds", type=int, default=1)
    options = arguments.parse_args()
    texts = load(options.folders)
    chosen = [text for text in texts if zlib.crc32(text.name.encode()) % 2 == 0]
    judged = [text for text in texts if zlib.crc32(text.name.encode()) % 2]
    for half, own in (("chosen on", chosen), ("judged on", judged)):
        print(f"before, {half} {len(own)} texts: micro %.4f macro %.4f" % score(own), flush=True)
    search(chosen, options.rounds)
    for half, own in (("chosen on", chosen), ("judged on", judged)):
        print(f"after, {half} {len(own)} texts: micro %.4f macro %.4f" % score(own), flush=True)


if __name__ == "__main__":
    main()
