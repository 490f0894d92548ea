"""The costs of a reading: few numbers, each with a meaning.

In: a candidate, its surroundings and the open lists. Out: a charge and its reasons. A cost of 0 is what authors do; 1
is a small oddity; 3 and more is something that one sees once in a long document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from outline.markers import Marker

if TYPE_CHECKING:
    from outline.evidence import Evidence
    from outline.nesting import OpenList

# --- one candidate by itself: by form, then by place -----------------------------------------------------------------
# START (of a paragraph), LINE, STOP 。, COLON ：, SEMICOLON ；, COMMA ， 、, SPACE, INSIDE (a clause)

REJECT = {
    "part": (6.0, 1.0, 0.5, 0.5, 0.5, 0.0, 0.0, 0.0),
    "head": (2.5, 1.2, 1.2, 1.2, 1.2, 0.3, 0.3, 0.2),
    "bare": (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "verbal": (2.0, 1.2, 1.2, 1.4, 1.4, 0.8, 0.5, 0.2),
    "word": (1.4, 0.8, 1.2, 1.4, 1.4, 0.8, 0.4, 0.2),
    "pair": (1.4, 1.0, 1.4, 1.4, 1.4, 1.2, 0.8, 0.8),
    "sign": (2.0, 1.2, 1.2, 1.4, 1.4, 0.8, 0.8, 0.5),
}
"""Leaving a candidate out: what an author would have had to mean by it otherwise."""
ACCEPT = {
    "part": (0.0, 1.5, 2.0, 2.0, 2.0, 0.8, 3.0, 3.0),
    "head": (0.0, 0.5, 0.2, 0.1, 0.1, 1.2, 0.8, 2.0),
    "bare": (0.3, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0),
    "verbal": (0.0, 0.2, 0.0, 0.0, 0.0, 0.3, 0.6, 1.2),
    "word": (0.2, 0.3, 0.2, 0.2, 0.2, 0.2, 0.6, 0.8),
    "pair": (0.0, 0.2, 0.0, 0.0, 0.0, 0.1, 0.3, 0.3),
    "sign": (0.0, 0.2, 0.1, 0.0, 0.0, 0.3, 0.3, 0.5),
}
"""Taking it for a marker in this place."""
REJECT_TITLE = {"heading": 4.0, "heading:": 0.9, "heading-": 0.9, "heading=": 1.6}
"""Leaving an unnumbered heading out: marked by Markdown, ending in a colon, by its layout, a document's title."""
ALONE = 0.5
"""Leaving out, more, a heading that stands alone in its paragraph."""
UNSTRESSED = 0.8
"""A word that is common in prose has no punctuation behind it: 首先要, 一看就."""

# --- a list as a whole ---------------------------------------------------------------------------------------------

OPEN = 1.0
OPEN_ANNOUNCED = 0.4
"""A list after a colon, or after a sentence that says how many follow."""
OPEN_TITLE = 0.6
BARE = 1.0
"""A list of bare numbers, 1 and a blank: it may be a table."""
BARE_ANNOUNCED = 0.3
LONELY = {"part": 0.3, "title": 0.3, "head": 0.4, "bare": 2.0, "verbal": 1.5, "sign": 1.5, "word": 3.0, "pair": 3.0}
"""A list that ends with one member."""
LONELY_INLINE = 1.5
RUNS_ON = 0.3
"""A list that does not begin with 1 but goes on where one of its style stopped, under another parent."""
LATE = 2.0
"""A list that begins with another number than 1, of a style not met before: an extract."""
LATE_AGAIN = 3.0
"""The same of a style met before."""
LATE_EACH = 0.05
"""For each number that is missing at the start."""

# --- where a list hangs --------------------------------------------------------------------------------------------

SAME_FAMILY = 2.5
"""A style nests in itself."""
SAME_FAMILY_INSIDE = 0.5
"""The same, inside the paragraph of the outer member: 二要…主要是三块：一是…"""
INVERSION = 0.4
"""For each rank by which the inner style is the outer one in GB/T 9704-2012."""
PLACED = 0.5
"""Less, where a list of this style hung under one of that style before."""
FOREIGN_HEAD = 0.3
"""A list inside an unmarked paragraph below a heading that has text of its own."""
FOREIGN_POINT_NEXT = 0.3
"""A list of paragraphs right below a point that has text of its own."""
FOREIGN_POINT_FRESH = 1.0
"""The same with an unmarked paragraph between: this one belongs to the section, so its list does."""
FOREIGN_POINT = 1.0
"""A list inside an unmarked paragraph below such a point."""
FOREIGN_INLINE = 4.0
"""A list in a later paragraph than the member that is to hold it: lists inside a paragraph end with it."""
COMPLETE = 0.8
"""A list under the last member of a list that has all its announced members, after a full stop."""
SECOND = 0.4
"""A second list of points of the same style under one parent."""
SECOND_INSIDE = 1.5
"""The same, inside the paragraph of the last member."""
RESTART = 1.2
"""The numbers of headings begin again."""
SWITCH_SECTION = 1.0
"""A list of headings ends and one of another style follows in its place."""
SWITCH_OUTWARD = 0.6
"""The same, the new style being the outer one and beginning late: an extract."""
SWITCH_POINT = 0.4
"""A list of points ends and one of another style follows in its place."""
SWITCH_TITLE = 0.3
"""An unnumbered heading ends a list."""
TITLE_UNDER_ITEM = 1.0
"""An unnumbered heading below a member that has text of its own."""
ENCLOSED_UNDER_ITEM = 3.0
"""The title of an enclosed document below a numbered node, if not right below its heading."""
MARK_TURNED_ROUND = 3.0
"""A heading with no fewer Markdown # than its parent's."""

# --- the next member -----------------------------------------------------------------------------------------------

GAP = 1.5
"""A number is missing."""
GAP_EACH = 0.4
"""For each number that is."""
DOUBLED = 2.0
"""A number comes twice."""
MISTYPED = 2.6
"""A number makes no sense at the start of a paragraph, in the place of the next one."""
LOST_NUMBER = 1.7
"""An unnumbered heading in the place of the next member."""
OTHER_DELIMITER = 0.3
"""1. after 1、; 二要 after 一是."""
OTHER_FAMILY = 0.7
"""第二 after 首先."""
MORE_THAN_ANNOUNCED = 1.5
MOVED_INSIDE = 1.2
"""A list of paragraphs goes on inside a paragraph."""
MOVED_FAR_INSIDE = 1.7
"""The same, not even in the paragraph of its last member."""
MOVED_OUT = 1.5
"""A list inside a paragraph goes on with paragraphs."""
OTHER_PARAGRAPH = 1.5
"""A list inside a paragraph goes on inside another one."""
OTHER_CHAPTER = 0.5
"""3.1 after 2.4 where 3 has no heading of its own."""
BELOW_ITS_NUMBER = -0.5
"""1.1 right below 1."""
NOT_BELOW_ITS_NUMBER = 4.0
"""2.1 below 1."""

_MIXED = frozenset({"first_then", "ordinal", "shi", "qi"})
_NUMBERS_DECIMALS = frozenset({"arabic", "chapter", "article"})
_HEADINGS = frozenset({"head", "part", "bare"})


class Charge(NamedTuple):
    """What a step costs, why, and the place in its list that the marker takes."""

    cost: float
    reasons: tuple[str, ...]
    value: int = 1


def reject(marker: Marker, evidence: Evidence) -> float:
    """Charge leaving a candidate out."""
    form = marker.style.form
    if form == "title":
        return REJECT_TITLE[marker.style.family]
    return REJECT[form][marker.place] + (ALONE if evidence.owns and form == "head" else 0.0)


def accept(marker: Marker) -> float:
    """Charge taking a candidate for a marker, whatever its list."""
    if marker.style.form == "title":
        return 0.0
    return ACCEPT[marker.style.form][marker.place] + (UNSTRESSED if marker.unstressed else 0.0)


def lonely(open_: OpenList) -> float:
    """Charge a list that ends with one member."""
    if open_.size > 1:
        return 0.0
    return LONELY[open_.form] + (LONELY_INLINE if open_.inline else 0.0)


# --- the next member of an open list -------------------------------------------------------------------------------


def go_on(open_: OpenList, holder: OpenList | None, marker: Marker, evidence: Evidence) -> Charge | None:
    """Charge a marker for being the next member of an open list under ``holder``; ``None`` where it cannot be."""
    form = marker.style.form
    if form == "title":
        return _go_on_title(open_, marker)
    if open_.family == marker.family:
        cost = 0.0 if open_.style == marker.style.name else OTHER_DELIMITER
    elif open_.family in _MIXED and marker.family in _MIXED:
        cost = OTHER_FAMILY
    else:
        return None
    if marker.path:
        return _go_on_decimal(open_, holder, marker)
    if form == "pair":
        step = 1
    elif form == "word":
        step = 1 - marker.value  # 首先 opens, 其次 goes on
    else:
        step = marker.value - open_.value
    number = _number(step, form, evidence)
    if number is None:
        return None
    cost += number.cost + _moved(open_, marker, evidence)
    reasons = number.reasons
    if open_.announced and open_.size >= open_.announced:
        cost += MORE_THAN_ANNOUNCED
        reasons += ("more than were announced",)
    return Charge(cost, reasons, open_.value + number.value)


def _number(step: int, form: str, evidence: Evidence) -> Charge | None:
    """Charge the step from the last number to this one."""
    if step == 1:
        return Charge(0.0, ("goes on",), 1)
    mistyped = evidence.fresh and form in _HEADINGS
    if step == 0 and form != "word":
        return Charge(DOUBLED, ("goes on", "the number comes twice"), 0)
    if step > 1:
        gap = GAP + GAP_EACH * min(step - 1, 8)
        if gap <= MISTYPED or not mistyped:
            return Charge(gap, ("goes on", "a number is missing"), step)
    return Charge(MISTYPED, ("goes on", "the number is out of order"), 1) if mistyped and step not in (0, 1) else None


def _moved(open_: OpenList, marker: Marker, evidence: Evidence) -> float:
    if evidence.fresh:
        return MOVED_OUT if open_.within else 0.0
    if not open_.inline:
        return MOVED_INSIDE if marker.paragraph == open_.paragraph else MOVED_FAR_INSIDE
    return 0.0 if marker.paragraph == open_.paragraph else OTHER_PARAGRAPH


def _go_on_title(open_: OpenList, marker: Marker) -> Charge | None:
    if open_.family == marker.family:
        return Charge(0.0, ("goes on",), open_.value + 1)
    if open_.form in _HEADINGS and not open_.within and marker.style.family == "heading-":
        return Charge(LOST_NUMBER, ("goes on", "a heading without its number"), open_.value + 1)
    return None


def _go_on_decimal(open_: OpenList, holder: OpenList | None, marker: Marker) -> Charge | None:
    path = marker.path
    if len(open_.path) != len(path):
        return None
    if holder is not None:
        numbers = _numbers(holder)
        if numbers and numbers != path[: len(numbers)]:
            return None  # 2.1 is not under 1
    if open_.path[:-1] == path[:-1]:
        step = path[-1] - open_.path[-1]
        if step <= 0:
            return None
        gap = 0.0 if step == 1 else GAP + GAP_EACH * min(step - 1, 8)
        return Charge(gap, ("goes on",) if step == 1 else ("goes on", "a number is missing"), path[-1])
    return Charge(OTHER_CHAPTER, ("goes on", "a number above is missing"), path[-1]) if path > open_.path else None


def _numbers(holder: OpenList) -> tuple[int, ...]:
    """The path that the decimals below a node begin with, or ()."""
    return holder.path or ((holder.value,) if holder.family in _NUMBERS_DECIMALS else ())


# --- a new list ----------------------------------------------------------------------------------------------------


def open_list(
    lists: tuple[OpenList, ...],
    depth: int,
    marker: Marker,
    evidence: Evidence,
    runs: Mapping[str, int],
    placed: frozenset[tuple[str, str]],
) -> Charge | None:
    """Charge a marker for opening a list under the last member of ``lists[depth - 1]``; ``None`` where it cannot."""
    form, reasons = marker.style.form, ["opens a list"]
    if form in ("word", "pair") and not marker.value:
        return None  # 其次 opens nothing
    cost = _start(form, marker, evidence, runs, reasons)
    if marker.path:
        cost += _decimal_start(lists[depth - 1] if depth else None, marker)
    if depth:
        holder = lists[depth - 1]
        if (holder.family, marker.family) in placed:
            cost -= PLACED
        cost += _under(lists, depth, marker, evidence, reasons)
    if depth < len(lists):
        cost += _ends(lists, depth, marker, evidence, reasons)
    return Charge(max(cost, 0.0) if depth else cost, tuple(reasons))


def _start(form: str, marker: Marker, evidence: Evidence, runs: Mapping[str, int], reasons: list[str]) -> float:
    if form == "title":
        return OPEN_TITLE
    announced = evidence.announced or evidence.count
    cost = OPEN_ANNOUNCED if announced else OPEN
    if form == "bare":
        cost += BARE_ANNOUNCED if announced else BARE
    if marker.path or marker.value <= 1:
        return cost
    if runs.get(marker.family) == marker.value - 1:
        reasons.append("its numbers run on")
        return cost + RUNS_ON
    reasons.append("it does not begin with 1")
    return cost + (LATE_AGAIN if marker.family in runs else LATE) + LATE_EACH * min(marker.value, 20)


def _under(lists: tuple[OpenList, ...], depth: int, marker: Marker, evidence: Evidence, reasons: list[str]) -> float:
    """Charge a list for the node that it hangs under."""
    holder, cost = lists[depth - 1], 0.0
    if evidence.mark and (holder.mark >= evidence.mark or (not holder.mark and holder.form != "part")):
        cost += MARK_TURNED_ROUND
        reasons.append("against the Markdown marks")
    if marker.style.form == "title":
        return cost + _title_under(holder, marker)
    if holder.form == "title":
        return cost
    same_paragraph = holder.paragraph == marker.paragraph
    if not marker.path and any(open_.family == marker.family for open_ in lists[:depth]):
        inside = same_paragraph and not holder.inline and not evidence.fresh
        cost += SAME_FAMILY_INSIDE if inside else SAME_FAMILY
        reasons.append("the style nests in itself")
    if marker.style.rank < holder.rank and not marker.path:
        cost += INVERSION * (holder.rank - marker.style.rank)
        reasons.append("the order of styles is turned round")
    if same_paragraph:
        full = holder.inline and holder.announced and holder.size == holder.announced
        return cost + (COMPLETE if full and evidence.rested > holder.start else 0.0)
    return cost if holder.owns else cost + _foreign(holder, marker, evidence)


def _foreign(holder: OpenList, marker: Marker, evidence: Evidence) -> float:
    """Charge a list in a later paragraph than the member that holds it."""
    if holder.inline:
        return FOREIGN_INLINE
    if holder.form in _HEADINGS:
        return 0.0 if evidence.fresh else FOREIGN_HEAD
    if not evidence.fresh:
        return FOREIGN_POINT
    return FOREIGN_POINT_NEXT if marker.paragraph == holder.paragraph + 1 else FOREIGN_POINT_FRESH


def _title_under(holder: OpenList, marker: Marker) -> float:
    if holder.form == "title":
        return 0.0
    if marker.style.family == "heading=":
        return 0.0 if holder.paragraph == marker.paragraph - 1 else ENCLOSED_UNDER_ITEM
    return 0.0 if holder.owns else TITLE_UNDER_ITEM


def _ends(lists: tuple[OpenList, ...], depth: int, marker: Marker, evidence: Evidence, reasons: list[str]) -> float:
    """Charge a new list for the open lists that it ends."""
    ended = lists[depth]
    if marker.style.form == "title":
        return SWITCH_TITLE
    if ended.family == marker.family:
        reasons.append("a second list")
        cost = _second(ended, marker, evidence)
    else:
        cost = _switch(ended, marker, evidence)
    return cost + sum(_switch(deeper, marker, evidence) for deeper in lists[depth + 1 :])


def _second(ended: OpenList, marker: Marker, evidence: Evidence) -> float:
    if not (ended.inline or evidence.fresh) and ended.paragraph == marker.paragraph:
        return SECOND_INSIDE  # 二要…：一是…二是…: these elaborate 二要
    return RESTART if ended.form in _HEADINGS and not ended.inline else SECOND


def _switch(ended: OpenList, marker: Marker, evidence: Evidence) -> float:
    if ended.form in _HEADINGS and not ended.inline:
        outward = marker.style.rank < ended.rank and marker.value > 1 and evidence.fresh
        return SWITCH_OUTWARD if outward else SWITCH_SECTION
    full = ended.inline and ended.announced and ended.size == ended.announced
    return 0.0 if full and evidence.rested > ended.start else SWITCH_POINT


def _decimal_start(holder: OpenList | None, marker: Marker) -> float:
    """1.1 belongs under 1, 1.1.1 under 1.1; a decimal without them is a late start."""
    above, numbers = marker.path[:-1], _numbers(holder) if holder else ()
    if numbers == above:
        return BELOW_ITS_NUMBER if marker.path[-1] == 1 else 1.0
    if numbers:
        return 1.0 if numbers == above[: len(numbers)] else NOT_BELOW_ITS_NUMBER
    return 0.5 if marker.path[-1] == 1 else LATE
