"""The scan: where in a text a terminal of ``grammars/markers.lark`` matches.

In: a stretch of text. Out: regex matches, named by style, in reading order. The terminals are the only patterns; which
characters can open which of them is asked of the terminals themselves, so that most of a text is passed over at the
speed of one character class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from threading import Lock
from types import MappingProxyType

import regex

from outline.grammar import terminals
from outline.own_styles import own_terminals
from outline.styles import STYLES, Style, own_style

LEAD_IN = "为為有即是括以如说說看讲講到因于於对對来來面题題因求点點种種类類容施标標则則件个個层層—…所到"
"""Characters that end the words before an enumeration in mid-clause: 分别是一是…, 主要有一是…."""

_FIRST = r"(?<=[一其])(?=[一要是])|(?<=第)(?=一[要是])|(?<=首)(?=先[要是])"
"""What may begin an enumeration in mid-clause, if a second member vouches for it: 各村一要通水，二要通路."""

_ANYWHERE = frozenset({"pair", "sign"})
"""Forms that may stand in the middle of a clause; so may whatever opens with a bracket."""


class Scanner:
    """The compiled notation. It learns the characters of the texts that it meets, in any number of threads."""

    def __init__(self, own: Mapping[str, str] = MappingProxyType({})) -> None:
        shapes = {name.lower(): shape for name, shape in ({**own, **terminals("markers")}).items()}
        self.styles = {name: own_style(name) for name in map(str.lower, own)} | STYLES
        self._shapes = {name: shape for name, shape in shapes.items() if name in self.styles}
        self._one = {name: regex.compile(shape) for name, shape in self._shapes.items()}
        self._openers: dict[str, tuple[str, ...]] = {}
        self._plain: frozenset[str] = frozenset()
        self._by_terminals: dict[tuple[str, ...], regex.Pattern[str]] = {}
        self._by_character: dict[str, regex.Pattern[str]] = {}
        self._where = regex.compile(r"(?!)")
        self._learning = Lock()

    def learn(self, text: str) -> None:
        """Find out which characters of a text can open a marker, and which terminals they open."""
        if not set(text) - self._plain - self._openers.keys():
            return
        with self._learning:
            new = set(text) - self._plain - self._openers.keys()
            opened = {character: names for character in sorted(new) if (names := self._opened_by(character))}
            openers = self._openers | opened
            # Where to look is published before the characters that other threads go by.
            self._where = self._compile_where(openers) if opened else self._where
            self._openers = openers
            self._plain |= new - opened.keys()

    def _opened_by(self, character: str) -> tuple[str, ...]:
        return tuple(name for name, shape in self._one.items() if shape.match(character, partial=True))

    def _compile_where(self, openers: Mapping[str, tuple[str, ...]]) -> regex.Pattern[str]:
        """Where a marker may begin: at rest, after words that lead in, and for some forms anywhere."""
        free = [
            character
            for character, names in openers.items()
            if character in "（([【〔〈" or any(self.styles[name].form in _ANYWHERE for name in names)
        ]
        anywhere = rf"|(?<=[{_members(free)}])" if free else ""
        rest = rf"(?<=[^\w].)|(?<=[{LEAD_IN}].)|(?<=\A.)|{_FIRST}{anywhere}"
        return regex.compile(rf"[{_members(openers)}](?:{rest})", regex.DOTALL)

    def style_at(self, text: str, offset: int, limit: int) -> Style | None:
        """Return the style of the marker that may begin at ``offset``, or ``None``."""
        match = self.at(text, offset, limit)
        return self.styles[match.lastgroup or ""] if match else None

    def at(self, text: str, offset: int, limit: int) -> regex.Match[str] | None:
        """Match the first terminal, in the grammar's order, that fits at ``offset``."""
        character = text[offset]
        names = self._openers.get(character)
        if names is None:
            return None
        pattern = self._by_character.get(character)
        if pattern is None:
            pattern = self._by_terminals.get(names)
            if pattern is None:
                pattern = regex.compile("|".join(f"(?P<{name}>{self._shapes[name]})" for name in names))
                self._by_terminals[names] = pattern
            self._by_character[character] = pattern
        return pattern.match(text, offset, limit)

    def find(self, text: str, start: int, end: int) -> Iterator[regex.Match[str]]:
        """Yield the matches in ``text[start:end]`` that may be markers."""
        where = self._where
        at = start
        if start < end:  # a paragraph may begin after any mark
            first = self.at(text, start, end)
            if first is not None:
                yield first
                at = first.end()
        while True:
            place = where.search(text, at, end)
            if place is None:
                return
            match = self.at(text, place.start(), end)
            if match is None:
                at = place.end()
            else:
                yield match
                at = match.end()


def _members(characters: Iterable[str]) -> str:
    return "".join(regex.escape(character, special_only=False) for character in sorted(characters))


@lru_cache(maxsize=16)
def scanner(styles: str = "") -> Scanner:
    """The scanner of the library's own notation, with the ``styles`` (Lark text) of the user before it.

    Raises ``StyleError`` naming the line of a fault.
    """
    return Scanner(own_terminals(styles)) if styles else Scanner()
