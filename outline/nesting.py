"""Candidates to the reading: which markers are real, which holds which, and why.

In: candidate markers in reading order. Out: ``Reading``: for each accepted marker its level, and for every candidate
the decision with its cost and reasons.

Each candidate is rejected, goes on with one of the open lists, or opens a list under one of the open nodes. A small
beam over stacks of open lists, each step charged the named costs of ``outline.costs``, finds the cheapest consistent
outline. The beam is bounded, so the work grows with the number of candidates alone.
"""

from __future__ import annotations

from typing import NamedTuple

from outline import costs
from outline.layout import Layout
from outline.markers import Marker, Place

WIDTH = 16
"""How many readings are kept alive."""
MARGIN = 9.0
"""A reading this much dearer than the cheapest is given up."""
DEEPEST = 32
"""No list opens below this level: JSON readers fail on deep nesting, and real outlines have under 12 levels."""


class List_(NamedTuple):
    """An open list, as its last member left it."""

    family: str
    rank: int
    form: str
    value: int
    """The last member's ordinal."""
    path: tuple[int, ...]
    several: bool
    """It has more than one member."""
    inline: bool
    """The last member stands inside a paragraph."""
    within: bool
    """No member opens a paragraph."""
    paragraph: int
    member: int
    """Index of the last member's marker."""
    style: str
    owns: bool
    """The last member is a heading alone in its paragraph, or ends in a colon: what follows is its own."""
    mark: int
    """The number of Markdown ``#`` in front of the last member, or 0."""


class Step(NamedTuple):
    """One decision: a marker's level (0: rejected), its ordinal, and what that cost."""

    before: Step | None
    marker: int
    level: int
    ordinal: int
    cost: float
    reasons: tuple[str, ...]


class State(NamedTuple):
    """A reading up to here."""

    cost: float
    lists: tuple[List_, ...]
    last: Step | None
    runs: dict[str, int]
    """The last ordinal of each family, for numbers that run on across parents."""


class Reading(NamedTuple):
    """The decisions, one a candidate, in reading order."""

    steps: list[Step]
    cost: float


def read(markers: list[Marker], layout: Layout, text: str) -> Reading:
    """Choose the cheapest consistent outline of the candidates."""
    states = [State(0.0, (), None, {})]
    for index, marker in enumerate(markers):
        context = _context(text, layout, marker)
        found: dict[tuple[tuple[int, bool], ...], State] = {}
        for state in states:
            for new in _choices(state, index, marker, context):
                key = tuple((open_.member, open_.several) for open_ in new.lists)
                known = found.get(key)
                if known is None or new.cost < known.cost:
                    found[key] = new
        ranked = sorted(found.values(), key=lambda s: s.cost)
        limit = ranked[0].cost + MARGIN
        states = [s for s in ranked[:WIDTH] if s.cost <= limit]
    best = min(states, key=lambda s: s.cost + sum(costs.lonely(open_) for open_ in s.lists))
    steps, step = [], best.last
    while step is not None:
        steps.append(step)
        step = step.before
    steps.reverse()
    return Reading(steps, best.cost)


class Context(NamedTuple):
    """What the text around a marker says of it."""

    announced: bool
    """A colon stands in front, in this paragraph or at the end of the one before."""
    owns: bool
    fresh: bool
    """The marker opens its paragraph."""
    mark: int
    """The number of Markdown ``#`` in front of it, or 0."""


def _context(text: str, layout: Layout, marker: Marker) -> Context:
    paragraph = layout.paragraphs[marker.paragraph]
    fresh = marker.place is Place.START
    announced = marker.place is Place.COLON
    if fresh and marker.paragraph:
        announced = text[layout.paragraphs[marker.paragraph - 1].end - 1] in ":："
    owns = fresh and not any(c in "。！？；!?" for c in text[marker.end : paragraph.end][:-1]) and paragraph.end - marker.end < 80
    if fresh and not owns:
        owns = text[paragraph.end - 1] in ":："
    return Context(announced, owns or marker.style.form == "title", fresh, paragraph.mark if fresh else 0)


def _choices(state: State, index: int, marker: Marker, context: Context) -> list[State]:
    lists = state.lists
    reject = costs.reject(marker)
    new = [state._replace(cost=state.cost + reject, last=Step(state.last, index, 0, 0, reject, ("left out",)))]
    accept = costs.accept(marker)
    closing = 0.0
    for depth in range(len(lists), -1, -1):
        if depth < DEEPEST:
            charge = costs.open_list(lists, depth, marker, context, state.runs)
            if charge is not None:
                cost, reasons = charge
                new.append(_accept(state, index, marker, context, lists[:depth], cost + accept + closing, max(marker.value, 1), None, reasons))
        if depth:
            charge = costs.go_on(lists[depth - 1], lists[depth - 2] if depth > 1 else None, marker, context)
            if charge is not None:
                cost, reasons = charge
                value = marker.value
                if value <= 1 and marker.style.form in ("word", "pair", "title"):
                    value = lists[depth - 1].value + 1
                new.append(_accept(state, index, marker, context, lists[: depth - 1], cost + accept + closing, value, lists[depth - 1], reasons))
            closing += costs.lonely(lists[depth - 1])
    return new


def _accept(
    state: State, index: int, marker: Marker, context: Context, kept: tuple[List_, ...], cost: float, value: int, joined: List_ | None, reasons: tuple[str, ...]
) -> State:
    style = marker.style
    member = List_(marker.family, style.rank, style.form, value, marker.path, joined is not None, not context.fresh, not context.fresh and (joined is None or joined.within), marker.paragraph, index, style.name, context.owns, context.mark)
    step = Step(state.last, index, len(kept) + 1, value, cost, reasons)
    return State(state.cost + cost, (*kept, member), step, {**state.runs, marker.family: value})
