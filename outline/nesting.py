"""Candidates to the reading: which markers are real, which holds which, and why.

In: candidates in reading order. Out: ``Step``s: for every candidate the decision, its level, its cost and its reasons.

Each candidate is left out, goes on with one of the open lists, or opens a list under one of the open nodes. A small
beam over stacks of open lists, each step charged the named costs of outline/costs.py, finds the cheapest consistent
outline. The beam is bounded, so the work grows with the number of candidates alone; where a candidate goes on with a
list at no cost there is nothing to search.
"""

from __future__ import annotations

from typing import NamedTuple

from outline import costs
from outline.evidence import Candidate

WIDTH = 12
"""How many readings are kept alive."""
MARGIN = 5.0
"""A reading this much dearer than the cheapest is given up."""
DEEPEST = 32
"""No list opens below this level: JSON readers fail on deep nesting, and real outlines have under 12 levels."""
REMEMBERED = 256
"""How many decisions back a list is looked for whose numbers a new one may take up."""


class OpenList(NamedTuple):
    """An open list, as its last member left it."""

    family: str
    rank: int
    form: str
    """Family, rank and form of its first member."""
    value: int
    """The last member's ordinal."""
    size: int
    """How many members it has."""
    announced: int
    """How many members the text in front said there would be, or 0."""
    within: bool
    """No member opens a paragraph."""
    last: Candidate
    """The last member."""
    key: int
    """Tells this stack of open lists from others."""


class Step(NamedTuple):
    """One decision: a candidate's level (0: left out), its ordinal, and what that cost."""

    before: Step | None
    candidate: Candidate
    level: int
    ordinal: int
    cost: float
    reasons: tuple[str, ...]


class State(NamedTuple):
    """A reading up to here."""

    cost: float
    lists: tuple[OpenList, ...]
    last: Step | None
    placed: frozenset[tuple[str, str]]
    """Which families have held which so far."""


def read(candidates: list[Candidate]) -> list[Step]:
    """Choose the cheapest consistent outline of the candidates, a step for each."""
    states = [State(0.0, (), None, frozenset())]
    for candidate in candidates:
        found: dict[int, State] = {}
        for state in states:
            for new in _choices(state, candidate):
                key = new.lists[-1].key if new.lists else 0
                known = found.get(key)
                if known is None or new.cost < known.cost:
                    found[key] = new
        states = _cheapest(list(found.values()))
    best = min(states, key=lambda state: state.cost + sum(map(costs.lonely, state.lists)))
    return _steps(best.last)


def _cheapest(states: list[State]) -> list[State]:
    if len(states) == 1:
        return states
    states.sort(key=lambda state: state.cost)
    limit = states[0].cost + MARGIN
    return [state for state in states[:WIDTH] if state.cost <= limit]


def _steps(last: Step | None) -> list[Step]:
    steps = []
    while last is not None:
        steps.append(last)
        last = last.before
    steps.reverse()
    return steps


def _choices(state: State, candidate: Candidate) -> list[State]:
    """Every way to go on from a reading with one more candidate."""
    cost, lists, last, placed = state
    accept, refusal = costs.accept(candidate), costs.reject(candidate)
    new: list[State] = []
    for depth in range(len(lists), -1, -1):
        if depth < DEEPEST:
            opened = _opened(state, depth, candidate, accept)
            if opened is not None:
                new.append(opened)
        if not depth:
            break
        open_ = lists[depth - 1]
        charge = costs.go_on(open_, lists[depth - 2] if depth > 1 else None, candidate)
        if charge is not None:
            price = charge.cost + accept
            ordinal = candidate.value if candidate.value > 1 else charge.value
            step = Step(last, candidate, depth, ordinal, price, charge.reasons)
            kept = lists[: depth - 1]
            following = State(cost + price, (*kept, _next(kept, open_, candidate, charge.value)), step, placed)
            if price <= 0.0 and refusal > 1.0 and (open_.size > 1 or candidate.value == 2):
                return [following]
            new.append(following)
        accept += costs.lonely(open_)
    new.append(State(cost + refusal, lists, Step(last, candidate, 0, 0, refusal, ("left out",)), placed))
    return new


def _opened(state: State, depth: int, candidate: Candidate, accept: float) -> State | None:
    """The reading in which the candidate opens a list under the last member of ``lists[depth - 1]``."""
    lists, placed = state.lists, state.placed
    run = _last_of(state.last, candidate.family) if candidate.value > 1 and not candidate.path else None
    charge = costs.open_list(lists, depth, candidate, run, placed)
    if charge is None:
        return None
    price, value = charge.cost + accept, max(candidate.value, 1)
    step = Step(state.last, candidate, depth + 1, value, price, charge.reasons)
    pair = (lists[depth - 1].family if depth else "", candidate.family)
    kept = lists[:depth]
    return State(state.cost + price, (*kept, _first(kept, candidate, value)), step, placed if pair in placed else placed | {pair})


def _last_of(step: Step | None, family: str) -> int | None:
    """The last ordinal of a family, for numbers that run on across parents."""
    for _ in range(REMEMBERED):
        if step is None:
            return None
        if step.level and step.candidate.family == family:
            return step.ordinal
        step = step.before
    return None


def _first(kept: tuple[OpenList, ...], candidate: Candidate, value: int) -> OpenList:
    return OpenList(
        candidate.family,
        candidate.rank,
        candidate.form,
        value,
        1,
        candidate.count,
        not candidate.fresh,
        candidate,
        hash((kept[-1].key if kept else 0, candidate.index, 1)),
    )


def _next(kept: tuple[OpenList, ...], open_: OpenList, candidate: Candidate, value: int) -> OpenList:
    return OpenList(
        open_.family,
        open_.rank,
        open_.form,
        value,
        open_.size + 1,
        open_.announced,
        open_.within and not candidate.fresh,
        candidate,
        hash((kept[-1].key if kept else 0, candidate.index, 2)),
    )
