"""The costs of a reading: few numbers, each with a meaning.

In: a candidate, the open lists and the surroundings. Out: a charge and its reasons. A cost of 0 is what authors do; 1
is a small oddity; 3 and more is something that one sees once in a long document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outline.markers import Marker, Place

if TYPE_CHECKING:
    from outline.nesting import Context, List_

# Leaving a candidate out, by form: at the start of a paragraph, of a line, after 。 ： ； ， a blank, in a clause.
REJECT = {
    "part": (4.0, 1.0, 0.5, 0.5, 0.5, 0.0, 0.0, 0.0),
    "head": (2.5, 1.2, 1.2, 1.2, 1.2, 0.3, 0.3, 0.2),
    "bare": (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "verbal": (2.0, 1.2, 1.2, 1.4, 1.4, 0.8, 0.5, 0.2),
    "word": (1.4, 0.8, 1.2, 1.4, 1.4, 0.8, 0.4, 0.2),
    "pair": (1.4, 1.0, 1.4, 1.4, 1.4, 1.2, 0.8, 0.8),
    "sign": (2.0, 1.2, 1.2, 1.4, 1.4, 0.8, 0.8, 0.5),
}
ACCEPT = {
    "part": (0.0, 1.5, 2.0, 2.0, 2.0, 2.0, 3.0, 3.0),
    "head": (0.0, 0.5, 0.2, 0.1, 0.1, 1.2, 0.8, 2.0),
    "bare": (0.3, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0),
    "verbal": (0.0, 0.2, 0.0, 0.0, 0.0, 0.3, 0.6, 1.2),
    "word": (0.2, 0.3, 0.2, 0.2, 0.2, 0.2, 0.6, 0.8),
    "pair": (0.0, 0.2, 0.0, 0.0, 0.0, 0.1, 0.3, 0.3),
    "sign": (0.0, 0.2, 0.1, 0.0, 0.0, 0.3, 0.3, 0.5),
}
TITLE_REJECT = {"heading": 4.0, "heading:": 0.9, "heading-": 0.9, "heading=": 0.9}
LONELY = {"title": 0.3, "part": 0.3, "head": 0.7, "bare": 2.0, "verbal": 1.5, "word": 3.0, "pair": 3.0, "sign": 1.5}
LONELY_INLINE = 1.5

OPEN = 1.0
OPEN_ANNOUNCED = 0.4
RUNS_ON = 0.3
LATE_START = 3.0
SAME_FAMILY = 2.5
SAME_FAMILY_INSIDE = 0.5
INVERSION = 0.4
SECOND_LIST = 0.4
SECOND_LIST_INSIDE = 1.5
BARE_LIST = 1.0
BARE_LIST_ANNOUNCED = 0.3
RESTART = 1.2
SWITCH_SECTION = 1.0
SWITCH_POINT = 0.4
UNSTRESSED = 0.8
SWITCH_TITLE = 0.3
TITLE_UNDER_ITEM = 1.0
ENCLOSED_UNDER_ITEM = 3.0
MARK_TURNED_ROUND = 3.0
FOREIGN_PARAGRAPH = {"head": 0.3, "verbal": 1.0, "inline": 4.0}

GAP = 1.5
GAP_EACH = 0.4
DOUBLED = 2.0
OTHER_DELIMITER = 0.3
OTHER_FAMILY = 0.7
MOVED_INSIDE = 1.2
MOVED_OUT = 2.0
OTHER_PARAGRAPH = 1.5

_COUNTS_FOR_DECIMALS = frozenset({"arabic", "chapter", "article"})
_Charge = tuple[float, tuple[str, ...]]
_MIXED = frozenset({"first_then", "ordinal", "shi", "qi"})


def reject(marker: Marker) -> float:
    if marker.style.form == "title":
        return TITLE_REJECT[marker.style.family]
    return REJECT[marker.style.form][marker.place]


def accept(marker: Marker) -> float:
    if marker.style.form == "title":
        return 0.0
    return ACCEPT[marker.style.form][marker.place] + (UNSTRESSED if marker.unstressed else 0.0)


def lonely(open_: List_) -> float:
    """Charge a list that ends with one member."""
    if open_.several:
        return 0.0
    return LONELY[open_.form] + (LONELY_INLINE if open_.inline else 0.0)


def go_on(open_: List_, holder: List_ | None, marker: Marker, context: Context) -> _Charge | None:
    """Charge a marker for being the next member of an open list under ``holder``; ``None`` where it cannot be."""
    if open_.family == marker.family:
        cost = 0.0 if open_.style == marker.style.name else OTHER_DELIMITER
    elif open_.family in _MIXED and marker.family in _MIXED:
        cost = OTHER_FAMILY
    else:
        return None
    reasons = ["goes on"]
    if marker.style.form == "title":
        step = 1
    elif marker.style.form == "pair":
        step = 1
    elif marker.style.form == "word":
        step = 1 if marker.value == 0 else -1
    elif marker.path:
        return _go_on_decimal(open_, holder, marker)
    else:
        step = marker.value - open_.value
    if step < 0:
        return None
    if step == 0:
        cost += DOUBLED
        reasons.append("number repeated")
    elif step > 1:
        cost += GAP + GAP_EACH * min(step - 1, 8)
        reasons.append("number missing")
    if context.fresh and open_.within:
        cost += MOVED_OUT
    elif not context.fresh and not open_.inline:
        cost += MOVED_INSIDE if marker.paragraph == open_.paragraph else MOVED_INSIDE + 0.5
    elif not context.fresh and marker.paragraph != open_.paragraph:
        cost += OTHER_PARAGRAPH
    return cost, tuple(reasons)


def _go_on_decimal(open_: List_, holder: List_ | None, marker: Marker) -> _Charge | None:
    if len(open_.path) != len(marker.path):
        return None
    if holder is not None and _numbers(holder) not in ((), marker.path[:-1][: len(_numbers(holder))]):
        return None  # 2.1 is not under 1
    if open_.path[:-1] == marker.path[:-1]:
        step = marker.path[-1] - open_.path[-1]
        if step <= 0:
            return None
        return (0.0, ("goes on",)) if step == 1 else (GAP + GAP_EACH * min(step - 1, 8), ("goes on", "number missing"))
    if marker.path > open_.path:
        return 0.5, ("goes on after another heading number",)
    return None


def open_list(
    lists: tuple[List_, ...], depth: int, marker: Marker, context: Context, runs: dict[str, int]
) -> _Charge | None:
    """Charge a marker for opening a list under the last member of ``lists[depth - 1]``."""
    reasons = ["opens a list"]
    cost = OPEN_ANNOUNCED if context.announced else OPEN
    if marker.style.form == "bare":
        cost += BARE_LIST_ANNOUNCED if context.announced else BARE_LIST
    if marker.path:
        cost += _decimal_start(lists, depth, marker)
    elif marker.style.form in ("word", "pair"):
        if marker.value == 0:
            return None
    elif marker.style.form == "title":
        cost = 0.6
    elif marker.value != 1:
        if runs.get(marker.family) == marker.value - 1:
            cost += RUNS_ON
            reasons.append("numbers run on")
        else:
            cost += LATE_START + 0.1 * min(marker.value, 20)
            reasons.append("does not begin with 1")
    if depth:
        cost += _under(lists, depth, marker, context, reasons)
    if depth < len(lists):
        ended = lists[depth]
        if ended.family == marker.family:
            cost += _second_list(ended, marker, context)
            reasons.append("a second list")
        elif marker.style.form == "title":
            cost += SWITCH_TITLE
        else:
            cost += _switch(ended)
        if marker.style.form != "title":
            cost += sum(_switch(deeper) for deeper in lists[depth + 1 :])
    return cost, tuple(reasons)


def _second_list(ended: List_, marker: Marker, context: Context) -> float:
    if not (ended.inline or context.fresh) and ended.paragraph == marker.paragraph:
        return SECOND_LIST_INSIDE  # 二要…：一是…二是…: these elaborate 二要
    return SECOND_LIST if ended.inline or ended.form in ("verbal", "sign", "word", "pair") else RESTART


def _switch(ended: List_) -> float:
    """Charge a new list that ends another without going on with anything."""
    return SWITCH_SECTION if ended.form in ("head", "part", "bare") and not ended.inline else SWITCH_POINT


def _under(lists: tuple[List_, ...], depth: int, marker: Marker, context: Context, reasons: list[str]) -> float:
    holder, cost = lists[depth - 1], 0.0
    same_paragraph = holder.paragraph == marker.paragraph
    if context.mark and (holder.mark >= context.mark or (not holder.mark and holder.form != "part")):
        cost += MARK_TURNED_ROUND
        reasons.append("against the Markdown marks")
    if holder.form == "title":
        return cost
    if marker.style.form == "title":
        if holder.owns:
            return cost
        return cost + (ENCLOSED_UNDER_ITEM if marker.style.family == "heading=" else TITLE_UNDER_ITEM)
    if not marker.path and any(open_.family == marker.family for open_ in lists[:depth]):
        inside = same_paragraph and not holder.inline and not context.fresh
        cost += SAME_FAMILY_INSIDE if inside else SAME_FAMILY
        reasons.append("the style nests in itself")
    if marker.style.rank < holder.rank and not marker.path:
        cost += INVERSION * (holder.rank - marker.style.rank)
        reasons.append("order of styles turned round")
    if not same_paragraph and not holder.owns:
        if holder.inline:
            cost += FOREIGN_PARAGRAPH["inline"]
        elif holder.form in ("head", "part", "bare"):
            cost += 0.0 if context.fresh else FOREIGN_PARAGRAPH["head"]
        else:
            cost += 0.5 if context.fresh else FOREIGN_PARAGRAPH["verbal"]
    return cost


def _numbers(holder: List_) -> tuple[int, ...]:
    """The path that the decimals below a node begin with, or ()."""
    return holder.path or ((holder.value,) if holder.family in _COUNTS_FOR_DECIMALS else ())


def _decimal_start(lists: tuple[List_, ...], depth: int, marker: Marker) -> float:
    """1.1 belongs under 1, 1.1.1 under 1.1; a decimal without them is a late start."""
    above = marker.path[:-1]
    numbers = _numbers(lists[depth - 1]) if depth else ()
    if numbers == above:
        return -0.5 if marker.path[-1] == 1 else 1.0
    if numbers:
        return 1.0 if numbers == above[: len(numbers)] else 4.0
    return 0.5 if marker.path[-1] == 1 else 2.0


__all__ = ["Place", "accept", "go_on", "lonely", "open_list", "reject"]
