"""The reading, explained: what was taken for a marker, what was not, and why.

In: the markers and the steps of the reading. Out: ``Decision``s for people, and the ``Diagnostic``s of a document.
"""

from __future__ import annotations

from typing import NamedTuple

from outline.costs import Reason
from outline.markers import Marker
from outline.nesting import DEEPEST, Step
from outline.source import Span
from outline.tree import Diagnostic


class Decision(NamedTuple):
    """What became of one candidate."""

    span: Span
    """Of the marker; empty for an unnumbered heading."""
    label: str
    style: str
    level: int
    """Its level in the tree, or 0: it is no node."""
    cost: float
    """What the step cost in the cheapest reading (outline/weights.py); 0 is what authors do."""
    reasons: tuple[str, ...]

    @property
    def accepted(self) -> bool:
        """Whether the candidate became a node."""
        return self.level > 0


def decisions(text: str, markers: list[Marker], steps: list[Step]) -> tuple[Decision, ...]:
    """Every candidate in reading order; ``steps`` are those of the markers without a veto."""
    weighed = iter(steps)
    found = []
    for marker in markers:
        label = text[marker.start : marker.end]
        span = Span(marker.start, marker.end)
        if marker.veto:
            found.append(Decision(span, label, marker.style.name, 0, 0.0, (marker.veto,)))
        else:
            step = next(weighed)
            reasons = tuple(str(reason) for reason in step.reasons)
            found.append(Decision(span, label, marker.style.name, step.level, step.cost, reasons))
    return tuple(found)


_CODES = {
    Reason.TWICE: ("OUT101", "{label} repeats the number of the item before it"),
    Reason.MISSING: ("OUT102", "a number is missing before {label}"),
    Reason.OUT_OF_ORDER: ("OUT103", "{label} is out of order"),
    Reason.LATE: ("OUT104", "the list that {label} opens does not begin with 1"),
    Reason.TOO_MANY: ("OUT105", "{label} is more than the text before the list announces"),
    Reason.MISSING_ABOVE: ("OUT106", "the heading above {label} is missing"),
    Reason.LOST_NUMBER: ("OUT107", "this heading stands where a number is due"),
}
"""Doubts about the numbering, by the reason of the step."""


def diagnose(text: str, markers: list[Marker], steps: list[Step]) -> tuple[Diagnostic, ...]:
    """The doubts about a document; ``markers`` are those without a veto, one a step."""
    found = []
    for marker, step in zip(markers, steps, strict=True):
        label, span = text[marker.start : marker.end], Span(marker.start, marker.end)
        if Reason.TOO_DEEP in step.reasons:
            message = f"{label} would stand deeper than {DEEPEST} levels and is left out"
            found.append(Diagnostic(code="OUT401", message=message, span=span))
        if not step.level:
            continue
        for reason in step.reasons:
            if reason in _CODES:
                code, message = _CODES[reason]
                found.append(Diagnostic(code=code, message=message.format(label=label), span=span))
        if marker.damaged:
            message = f"{label} is read as a damaged marker with the number {step.ordinal}"
            found.append(Diagnostic(code="OUT201", message=message, span=span, severity="info"))
    return tuple(found)
