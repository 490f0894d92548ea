"""Candidates to the reading: which markers are real, which holds which, and why.

In: candidate markers in reading order. Out: ``Reading``: for every candidate the decision, its level, its cost and
its reasons.

Each candidate is rejected, goes on with one of the open lists, or opens a list under one of the open nodes. A small
beam over stacks of open lists, each step charged the named costs of outline/costs.py, finds the cheapest consistent
outline. The beam is bounded, so the work grows with the number of candidates alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from outline import costs
from outline.evidence import Evidence, gather
from outline.layout import Layout
from outline.markers import Marker

WIDTH = 16
"""How many readings are kept alive."""
MARGIN = 9.0
"""A reading this much dearer than the cheapest is given up."""
DEEPEST = 32
"""No list opens below this level: JSON readers fail on deep nesting, and real outlines have under 12 levels."""


class OpenList(NamedTuple):
    """An open list, as its last member left it."""

    family: str
    style: str
    rank: int
    form: str
    value: int
    """The last member's ordinal."""
    path: tuple[int, ...]
    """The last member's decimal path, or ()."""
    size: int
    """How many members it has."""
    announced: int
    """How many members the text in front said there would be, or 0."""
    inline: bool
    """The last member stands inside a paragraph."""
    within: bool
    """No member opens a paragraph."""
    paragraph: int
    """The last member's paragraph."""
    member: int
    """Index of the last member's marker."""
    start: int
    """Where the last member's marker stands."""
    owns: bool
    """What follows the last member's paragraph is its own: it is a heading alone there, or ends in a colon."""
    mark: int
    """The number of Markdown ``#`` in front of the last member, or 0."""


class Step(NamedTuple):
    """One decision: a marker's level (0: left out), its ordinal, and what that cost."""

    before: Step | None
    marker: int
    level: int
    ordinal: int
    cost: float
    reasons: tuple[str, ...]


class State(NamedTuple):
    """A reading up to here."""

    cost: float
    lists: tuple[OpenList, ...]
    last: Step | None
    runs: Mapping[str, int]
    """The last ordinal of each family, for numbers that run on across parents."""
    placed: frozenset[tuple[str, str]]
    """Which families have held which so far."""


class Reading(NamedTuple):
    """The decisions, one a candidate, in reading order, and what they cost together."""

    steps: list[Step]
    cost: float


def read(text: str, layout: Layout, markers: list[Marker]) -> Reading:
    """Choose the cheapest consistent outline of the candidates."""
    states = [State(0.0, (), None, {}, frozenset())]
    for index, marker in enumerate(markers):
        evidence = gather(text, layout, marker)
        found: dict[tuple[tuple[int, bool], ...], State] = {}
        for state in states:
            for new in _choices(state, index, marker, evidence):
                key = tuple((open_.member, open_.size > 1) for open_ in new.lists)
                known = found.get(key)
                if known is None or new.cost < known.cost:
                    found[key] = new
        ranked = sorted(found.values(), key=lambda state: state.cost)
        limit = ranked[0].cost + MARGIN
        states = [state for state in ranked[:WIDTH] if state.cost <= limit]
    best = min(states, key=lambda state: state.cost + sum(map(costs.lonely, state.lists)))
    return Reading(_steps(best.last), best.cost)


def _steps(last: Step | None) -> list[Step]:
    steps = []
    while last is not None:
        steps.append(last)
        last = last.before
    steps.reverse()
    return steps


def _choices(state: State, index: int, marker: Marker, evidence: Evidence) -> Iterator[State]:
    """Every way to go on from a reading with one more candidate."""
    cost, lists, last, runs, placed = state
    refusal = costs.reject(marker, evidence)
    yield State(cost + refusal, lists, Step(last, index, 0, 0, refusal, ("left out",)), runs, placed)
    accept = costs.accept(marker)
    for depth in range(len(lists), -1, -1):
        holder = lists[depth - 1] if depth else None
        if depth < DEEPEST:
            charge = costs.open_list(lists, depth, marker, evidence, runs, placed)
            if charge is not None:
                first = _first(marker, index, evidence)
                pair = (holder.family if holder else "", marker.family)
                step = Step(last, index, depth + 1, first.value, charge.cost + accept, charge.reasons)
                yield _accepted(state, lists[:depth], first, step, marker, placed if pair in placed else placed | {pair})
        if holder is not None:
            charge = costs.go_on(holder, lists[depth - 2] if depth > 1 else None, marker, evidence)
            if charge is not None:
                following = _next(holder, marker, index, evidence, charge.value)
                ordinal = marker.value if marker.value > 1 else charge.value
                step = Step(last, index, depth, ordinal, charge.cost + accept, charge.reasons)
                yield _accepted(state, lists[: depth - 1], following, step, marker, placed)
            accept += costs.lonely(holder)


def _accepted(
    state: State, kept: tuple[OpenList, ...], member: OpenList, step: Step, marker: Marker, placed: frozenset[tuple[str, str]]
) -> State:
    return State(state.cost + step.cost, (*kept, member), step, {**state.runs, marker.family: member.value}, placed)


def _first(marker: Marker, index: int, evidence: Evidence) -> OpenList:
    style = marker.style
    return OpenList(
        marker.family,
        style.name,
        style.rank,
        style.form,
        max(marker.value, 1),
        marker.path,
        1,
        evidence.count,
        not evidence.fresh,
        not evidence.fresh,
        marker.paragraph,
        index,
        marker.start,
        evidence.owns,
        evidence.mark,
    )


def _next(open_: OpenList, marker: Marker, index: int, evidence: Evidence, value: int) -> OpenList:
    return open_._replace(
        style=marker.style.name,
        value=value,
        path=marker.path,
        size=open_.size + 1,
        inline=not evidence.fresh,
        within=open_.within and not evidence.fresh,
        paragraph=marker.paragraph,
        member=index,
        start=marker.start,
        owns=evidence.owns,
        mark=evidence.mark,
    )
