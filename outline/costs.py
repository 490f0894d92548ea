"""What a step of the reading costs, and why.

In: a candidate and the open lists. Out: a charge, made of the numbers in outline/weights.py, with its reasons.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from outline import weights
from outline.evidence import ANNEX, Candidate
from outline.markers import Place

if TYPE_CHECKING:
    from outline.nesting import OpenList

_MIXED = frozenset({"first_then", "ordinal", "shi", "qi"})
_NUMBERS_DECIMALS = frozenset({"arabic", "chapter", "article"})
_HEADINGS = frozenset({"head", "part", "bare"})


class Reason(StrEnum):
    """Why a step costs what it costs, in words."""

    CLOSES = "closing words: the outline above ends here"
    LEFT_OUT = "costs less to leave out than to explain as a marker"
    GOES_ON = "goes on with an open list"
    OPENS = "opens a list"
    SECOND_LIST = "a second list of its style in the same place"
    RUNS_ON = "its numbers run on from an earlier list"
    LATE = "does not begin with 1"
    TWICE = "the number comes twice"
    MISSING = "a number is missing before it"
    MISSING_ABOVE = "a number above it is missing"
    OUT_OF_ORDER = "the number is out of order"
    LOST_NUMBER = "a heading in the place of the next number"
    TOO_DEEP = "would stand deeper than any list may"
    TOO_MANY = "more than were announced"
    NESTS_IN_ITSELF = "its style nests in itself"
    TURNED_ROUND = "the usual order of styles is turned round"
    AGAINST_MARKS = "against the Markdown heading marks"


class Charge(NamedTuple):
    """What a step costs, why, and the place in its list that the marker takes."""

    cost: float
    reasons: tuple[Reason, ...]
    value: int = 1


def reject(candidate: Candidate) -> float:
    """Charge leaving a candidate out."""
    form = candidate.form
    if form == "title":
        return weights.REJECT_TITLE[candidate.style]
    return weights.REJECT[form][candidate.place] + (weights.ALONE if candidate.owns and form == "head" else 0.0)


def accept(candidate: Candidate) -> float:
    """Charge taking a candidate for a marker, whatever its list."""
    if candidate.form == "title":
        return 0.0
    cost = weights.ACCEPT[candidate.form][candidate.place]
    if candidate.value > 1:
        cost *= weights.SUCCESSOR
    return cost + weights.DOUBTFUL[candidate.form] if candidate.doubtful else cost


def lonely(open_: OpenList) -> float:
    """Charge a list that ends with one member."""
    if open_.size > 1:
        return 0.0
    return weights.LONELY[open_.form] + (weights.LONELY_INLINE if not open_.last.fresh else 0.0)


# --- the next member of an open list -------------------------------------------------------------------------------


def go_on(open_: OpenList, holder: OpenList | None, candidate: Candidate) -> Charge | None:
    """Charge a marker for being the next member of an open list under ``holder``; ``None`` where it cannot be."""
    form = candidate.form
    if form == "title":
        return _go_on_title(open_, candidate)
    if open_.family == candidate.family:
        cost = 0.0 if open_.last.style == candidate.style else weights.OTHER_DELIMITER
    elif open_.family in _MIXED and candidate.family in _MIXED:
        cost = weights.OTHER_FAMILY
    else:
        return None
    if candidate.path:
        return _go_on_decimal(open_, holder, candidate)
    if form == "pair":
        step = 1
    elif form == "word":
        step = 1 - candidate.value  # 首先 opens, 其次 goes on
    else:
        step = candidate.value - open_.value
    number = _number(step, candidate)
    if number is None:
        return None
    cost += number.cost + _moved(open_, candidate)
    if form == "word" and candidate.doubtful and open_.size > 1 and not candidate.fresh:
        cost -= weights.DOUBTFUL[form]  # 首先…，其次…，最后抓好…
    reasons = number.reasons
    if open_.announced and open_.size >= open_.announced:
        cost += weights.MORE_THAN_ANNOUNCED["word" if form == "word" else "number"]
        reasons += (Reason.TOO_MANY,)
    return Charge(cost, reasons, open_.value + number.value)


def _number(step: int, candidate: Candidate) -> Charge | None:
    """Charge the step from the last number to this one."""
    if step == 1:
        return Charge(0.0, (Reason.GOES_ON,), 1)
    mistyped = candidate.fresh and candidate.form in _HEADINGS
    if step == 0 and candidate.form != "word":
        doubled = weights.DOUBLED if candidate.form in _HEADINGS else weights.DOUBLED_POINT
        return Charge(doubled, (Reason.GOES_ON, Reason.TWICE), 0)
    if step > 1:
        gap = weights.GAP + weights.GAP_EACH * min(step - 1, 8)
        if gap <= weights.MISTYPED or not mistyped:
            return Charge(gap, (Reason.GOES_ON, Reason.MISSING), step)
    return (
        Charge(weights.MISTYPED, (Reason.GOES_ON, Reason.OUT_OF_ORDER), 1) if mistyped and step not in (0, 1) else None
    )


def _moved(open_: OpenList, candidate: Candidate) -> float:
    if candidate.fresh:
        return weights.MOVED_OUT if open_.within else 0.0
    if open_.last.fresh:
        return weights.MOVED_INSIDE if candidate.paragraph == open_.last.paragraph else weights.MOVED_FAR_INSIDE
    return 0.0 if candidate.paragraph == open_.last.paragraph else weights.OTHER_PARAGRAPH


def _go_on_title(open_: OpenList, candidate: Candidate) -> Charge | None:
    if open_.family == candidate.family:
        return Charge(0.0, (Reason.GOES_ON,), open_.value + 1)
    if open_.form in _HEADINGS and not open_.within and candidate.style == "heading_plain":
        return Charge(weights.LOST_NUMBER, (Reason.GOES_ON, Reason.LOST_NUMBER), open_.value + 1)
    return None


def _go_on_decimal(open_: OpenList, holder: OpenList | None, candidate: Candidate) -> Charge | None:
    path = candidate.path
    if len(open_.last.path) != len(path):
        return None
    if holder is not None:
        numbers = _numbers(holder)
        if numbers and numbers != path[: len(numbers)]:
            return None  # 2.1 is not under 1
    if open_.last.path[:-1] == path[:-1]:
        step = path[-1] - open_.last.path[-1]
        if step <= 0:
            return None
        gap = 0.0 if step == 1 else weights.GAP + weights.GAP_EACH * min(step - 1, 8)
        return Charge(gap, (Reason.GOES_ON,) if step == 1 else (Reason.GOES_ON, Reason.MISSING), path[-1])
    return (
        Charge(weights.OTHER_CHAPTER, (Reason.GOES_ON, Reason.MISSING_ABOVE), path[-1])
        if path > open_.last.path
        else None
    )


def _numbers(holder: OpenList) -> tuple[int, ...]:
    """The path that the decimals below a node begin with, or ()."""
    if holder.family.startswith("noun:附"):  # 附录A holds A.1
        return (holder.value,)
    return holder.last.path or ((holder.value,) if holder.family in _NUMBERS_DECIMALS else ())


# --- a new list ----------------------------------------------------------------------------------------------------


def open_list(
    lists: tuple[OpenList, ...],
    depth: int,
    candidate: Candidate,
    run: int | None,
    placed: frozenset[tuple[str, str]],
) -> Charge | None:
    """Charge a candidate for opening a list under the last member of ``lists[depth - 1]``; ``None`` where it cannot.

    ``run`` is the last ordinal of its family so far, ``placed`` which families have held which.
    """
    form, reasons = candidate.form, [Reason.OPENS]
    if form in ("word", "pair") and not candidate.value:
        return None  # 其次 opens nothing
    holder = lists[depth - 1] if depth else None
    cost = _start(lists, holder, candidate, run, reasons)
    if candidate.path:
        cost += _decimal_start(holder, candidate)
    if holder is not None:
        if (holder.family, candidate.family) in placed:
            cost -= weights.PLACED
        cost += _under(lists, depth, candidate, reasons)
    if depth < len(lists):
        cost += _ends(lists, depth, candidate, reasons)
    return Charge(max(cost, 0.0) if depth else cost, tuple(reasons))


def _start(
    lists: tuple[OpenList, ...], holder: OpenList | None, candidate: Candidate, run: int | None, reasons: list[Reason]
) -> float:
    form = candidate.form
    if form == "title":
        return weights.OPEN_TITLE
    announced = candidate.announced or candidate.announces
    cost = weights.OPEN_ANNOUNCED if announced else weights.OPEN
    if form == "bare":
        cost += weights.BARE_ANNOUNCED if announced else weights.BARE
    if candidate.path or candidate.value <= 1:
        return cost
    if run == candidate.value - 1:
        reasons.append(Reason.RUNS_ON)
        if holder is not None and holder.form == "title" and holder is lists[-1]:
            return weights.RUNS_ON_BELOW_TITLE
        if holder is None and form != "part":
            return cost + weights.RESUMES
        return cost + weights.RUNS_ON
    reasons.append(Reason.LATE)
    if candidate.fresh and candidate.rank != ANNEX and candidate.family.startswith("noun:"):
        return cost + weights.LATE_NOUN
    if run is not None and candidate.value > run:
        return cost + weights.JUMPS
    return cost + (weights.LATE if run is None else weights.LATE_AGAIN) + weights.LATE_EACH * min(candidate.value, 20)


def _under(lists: tuple[OpenList, ...], depth: int, candidate: Candidate, reasons: list[Reason]) -> float:
    """Charge a list for the node that it hangs under."""
    holder, cost = lists[depth - 1], 0.0
    if candidate.mark and (holder.last.mark >= candidate.mark or (not holder.last.mark and holder.form != "part")):
        cost += weights.MARK_TURNED_ROUND
        reasons.append(Reason.AGAINST_MARKS)
    if candidate.form == "title":
        return cost + _title_under(holder, candidate)
    if candidate.rank == ANNEX and holder.last.style != "heading_enclosed":
        return weights.ENCLOSED_UNDER_ITEM * 2
    same_paragraph = holder.last.paragraph == candidate.paragraph
    if not candidate.path and any(open_.family == candidate.family for open_ in lists[:depth]):
        inside = same_paragraph and holder.last.fresh and not candidate.fresh
        other = all(open_.last.style != candidate.style for open_ in lists[:depth])  # 1. in 1、
        cost += weights.SAME_FAMILY_INSIDE if inside or other else weights.SAME_FAMILY
        reasons.append(Reason.NESTS_IN_ITSELF)
    if holder.form == "title":
        return cost
    if candidate.rank < holder.rank and not candidate.path:
        cost += weights.INVERSION * (holder.rank - candidate.rank)
        reasons.append(Reason.TURNED_ROUND)
    if same_paragraph:
        return cost + (weights.COMPLETE if _one_sentence(holder) and candidate.rested > holder.last.start else 0.0)
    return cost if holder.last.owns else cost + _foreign(holder, candidate)


def _foreign(holder: OpenList, candidate: Candidate) -> float:
    """Charge a list in a later paragraph than the member that holds it."""
    if not holder.last.fresh:
        return weights.FOREIGN_INLINE
    if holder.form in _HEADINGS:
        if (
            holder.size > 1
            and holder.compact
            and candidate.paragraph > holder.last.paragraph + 1 - (not candidate.fresh)
        ):
            return weights.FOREIGN_COMPACT
        return 0.0 if candidate.fresh else weights.FOREIGN_HEAD
    if not candidate.fresh:
        return weights.FOREIGN_POINT
    return (
        weights.FOREIGN_POINT_NEXT if candidate.paragraph == holder.last.paragraph + 1 else weights.FOREIGN_POINT_FRESH
    )


def _title_under(holder: OpenList, candidate: Candidate) -> float:
    if holder.form == "title":
        return 0.0
    if candidate.style == "heading_enclosed":
        return 0.0 if holder.last.paragraph == candidate.paragraph - 1 else weights.ENCLOSED_UNDER_ITEM
    own = holder.last.owns and (not holder.last.leads or candidate.paragraph == holder.last.paragraph + 1)
    return 0.0 if own else weights.TITLE_UNDER_ITEM


def _ends(lists: tuple[OpenList, ...], depth: int, candidate: Candidate, reasons: list[Reason]) -> float:
    """Charge a new list for the open lists that it ends."""
    ended = lists[depth]
    if candidate.form == "title" or candidate.rank == ANNEX:
        return weights.SWITCH_TITLE
    if ended.family == candidate.family:
        reasons.append(Reason.SECOND_LIST)
        cost = _second(ended, candidate)
    else:
        cost = _switch(ended, candidate)
    return cost + sum(_switch(deeper, candidate) for deeper in lists[depth + 1 :])


def _second(ended: OpenList, candidate: Candidate) -> float:
    if ended.last.fresh and not candidate.fresh and ended.last.paragraph == candidate.paragraph:
        return weights.SECOND_INSIDE  # 二要…：一是…二是…: these elaborate 二要
    return weights.RESTART if ended.form in _HEADINGS and ended.last.fresh else weights.SECOND


def _switch(ended: OpenList, candidate: Candidate) -> float:
    if ended.form in _HEADINGS and ended.last.fresh:
        outward = candidate.rank < ended.rank and candidate.value > 1 and candidate.fresh
        return weights.SWITCH_OUTWARD if outward else weights.SWITCH_SECTION
    full = _one_sentence(ended) or (not ended.last.fresh and ended.size == ended.announced)
    return (
        0.0
        if full and candidate.rested > ended.last.start
        else (weights.SWITCH_POINT if candidate.rank <= ended.rank else weights.SWITCH_INWARD)
    )


def _one_sentence(open_: OpenList) -> bool:
    """Say whether a list inside a paragraph is a single sentence, its members parted by ； or ，."""
    return not open_.last.fresh and open_.size > 1 and open_.last.place is not Place.STOP


def _decimal_start(holder: OpenList | None, candidate: Candidate) -> float:
    """1.1 belongs under 1, 1.1.1 under 1.1; a decimal without them is a late start."""
    above, numbers = candidate.path[:-1], _numbers(holder) if holder else ()
    if numbers == above:
        return weights.BELOW_ITS_NUMBER if candidate.path[-1] == 1 else 1.0
    if numbers:
        return 1.0 if numbers == above[: len(numbers)] else weights.NOT_BELOW_ITS_NUMBER
    return 0.5 if candidate.path[-1] == 1 and candidate.path[0] <= 3 else weights.LATE
