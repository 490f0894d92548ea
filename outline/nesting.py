"""Candidates to the reading: which markers are real, which holds which, and why.

In: candidates in reading order. Out: ``Step``s: for every candidate the decision, its level, its cost and its reasons.

Each candidate is left out, goes on with one of the open lists, or opens a list under one of the open nodes. A small
beam over stacks of open lists, each step charged the named costs of outline/costs.py, finds the cheapest consistent
outline. The beam is bounded, so the work grows with the number of candidates alone; where a candidate goes on with a
list at no cost there is nothing to search.
"""

from __future__ import annotations

from math import inf
from operator import attrgetter
from typing import NamedTuple

from outline import costs, weights
from outline.evidence import Candidate

WIDTH = 8
"""How many readings are kept alive."""
MARGIN = 4.0
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
    compact: bool
    """No unmarked paragraph stands between its members."""
    key: int
    """Tells this stack of open lists from others."""


class Step(NamedTuple):
    """One decision: a candidate's level (0: left out), its ordinal, and what that cost."""

    before: Step | None
    candidate: Candidate
    level: int
    ordinal: int
    cost: float
    reasons: tuple[costs.Reason, ...]

    @property
    def closes(self) -> bool:
        """Whether the outline above ends here."""
        return costs.Reason.CLOSES in self.reasons


class State(NamedTuple):
    """A reading up to here."""

    cost: float
    lists: tuple[OpenList, ...]
    last: Step | None
    placed: frozenset[tuple[str, str]]
    """Which families have held which so far."""


class Move(NamedTuple):
    """A way to go on from a reading, before it is taken."""

    cost: float
    """What the whole reading costs after it."""
    key: int
    """Which stack of open lists it leads to."""
    state: State
    depth: int
    """How many of the open lists stay as they are; -1: the candidate is left out."""
    joins: OpenList | None
    """The list that the candidate joins; ``None``: it opens one."""
    charge: costs.Charge
    price: float


_CLOSES = costs.Charge(0.0, (costs.Reason.CLOSES,), 0)
_LEFT_OUT = costs.Charge(0.0, (costs.Reason.LEFT_OUT,), 0)
_TOO_DEEP = costs.Charge(0.0, (costs.Reason.LEFT_OUT, costs.Reason.TOO_DEEP), 0)
_NUMBERED = frozenset({"part", "head", "bare", "verbal", "sign"})
"""Forms whose ordinal is what is written; the others count by their place in the list."""
_cost = attrgetter("cost")


def read(candidates: list[Candidate]) -> list[Step]:
    """Choose the cheapest consistent outline of the candidates, a step for each."""
    states = [State(0.0, (), None, frozenset())]
    for candidate in candidates:
        best: dict[int, Move] = {}
        ceiling = inf
        for state in states:
            for move in _moves(state, candidate, ceiling):
                known = best.get(move.key)
                if known is None or move.cost < known.cost:
                    best[move.key] = move
                    ceiling = min(ceiling, move.cost + MARGIN)
        states = [_take(move, candidate) for move in _cheapest(best)]
    last = min(states, key=lambda state: state.cost + sum(map(costs.lonely, state.lists))).last
    steps = []
    while last is not None:
        steps.append(last)
        last = last.before
    steps.reverse()
    return steps


def _cheapest(best: dict[int, Move]) -> list[Move]:
    ranked = sorted(best.values(), key=_cost)
    limit = ranked[0].cost + MARGIN
    return [move for move in ranked[:WIDTH] if move.cost <= limit]


def _moves(state: State, candidate: Candidate, ceiling: float) -> list[Move]:
    """Every way to go on from a reading with one more candidate that may cost less than ``ceiling``."""
    if candidate.form == "close":
        return _closing_moves(state)
    so_far, lists = state.cost, state.lists
    accept, refusal = costs.accept(candidate), costs.reject(candidate)
    free = _free_move(state, candidate) if not accept and refusal > 1.0 else None
    if free is not None:
        return [free]
    run = _last_of(state.last, candidate.family) if candidate.value > 1 and not candidate.path else None
    left_out = _LEFT_OUT if len(lists) < DEEPEST else _TOO_DEEP
    moves = [Move(so_far + refusal, lists[-1].key if lists else 0, state, -1, None, left_out, refusal)]
    for depth in range(len(lists), -1, -1):
        if so_far + accept > ceiling:
            break  # ending still more lists costs no less
        below = lists[depth - 1] if depth else None
        charge = costs.open_list(lists, depth, candidate, run, state.placed) if depth < DEEPEST else None
        if charge is not None:
            price = charge.cost + accept
            moves.append(Move(so_far + price, _key(below, candidate, 1), state, depth, None, charge, price))
        if below is None:
            break
        holder = lists[depth - 2] if depth > 1 else None
        charge = costs.go_on(below, holder, candidate)
        if charge is not None:
            price = charge.cost + accept
            moves.append(Move(so_far + price, _key(holder, candidate, 2), state, depth - 1, below, charge, price))
        accept += costs.lonely(below)
    return moves


def _free_move(state: State, candidate: Candidate) -> Move | None:
    """The move that goes on with an open list at no cost at all: nothing is as good, so nothing else is looked at."""
    lists = state.lists
    for depth in range(len(lists) - 1, -1, -1):
        open_ = lists[depth]
        if open_.family == candidate.family and candidate.value == open_.value + 1:
            holder = lists[depth - 1] if depth else None
            charge = costs.go_on(open_, holder, candidate)
            if charge is not None and charge.cost <= 0.0:
                return Move(state.cost, _key(holder, candidate, 2), state, depth, open_, charge, 0.0)
        if costs.lonely(open_):
            return None
    return None


def _closing_moves(state: State) -> list[Move]:
    """A closing paragraph ends every open list, or none."""
    price = weights.CLOSE + sum(map(costs.lonely, state.lists))
    closed = Move(state.cost + price, 0, state, 0, None, _CLOSES, price)
    refusal = weights.GO_ON_AFTER_CLOSING if state.lists else 0.0
    key = state.lists[-1].key if state.lists else 0
    stays = Move(state.cost + refusal, key, state, -1, None, _LEFT_OUT, refusal)
    return [closed, stays] if state.lists else [stays]


def _key(below: OpenList | None, candidate: Candidate, size: int) -> int:
    return hash((below.key if below else 0, candidate.number, size))


def _last_of(step: Step | None, family: str) -> int | None:
    """The last ordinal of a family, for numbers that run on across parents."""
    for _ in range(REMEMBERED):
        if step is None:
            return None
        if step.level and step.candidate.family == family:
            return step.ordinal
        step = step.before
    return None


def _take(move: Move, candidate: Candidate) -> State:
    """The reading after a move."""
    cost, key, (_, lists, last, placed), depth, joins, charge, price = move
    if depth < 0:
        return State(cost, lists, Step(last, candidate, 0, 0, price, charge.reasons), placed)
    if charge is _CLOSES:
        return State(cost, (), Step(last, candidate, 0, 0, price, charge.reasons), placed)
    kept = lists[:depth]
    if joins is None:
        value = candidate.value if candidate.form in _NUMBERED else 1
        within = not candidate.fresh
        member = OpenList(
            candidate.family,
            candidate.rank,
            candidate.form,
            value,
            1,
            candidate.announces,
            within,
            candidate,
            True,
            key,
        )
        pair = (kept[-1].family if kept else "", candidate.family)
        placed = placed if pair in placed else placed | {pair}
    else:
        family, rank, form, _, size, announced, within, before, compact, _ = joins
        value = candidate.value if candidate.form in _NUMBERED else charge.value
        within = within and not candidate.fresh
        compact = compact and candidate.paragraph <= before.paragraph + 1
        member = OpenList(family, rank, form, charge.value, size + 1, announced, within, candidate, compact, key)
    return State(cost, (*kept, member), Step(last, candidate, depth + 1, value, price, charge.reasons), placed)
