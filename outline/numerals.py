"""What a numeral is worth, and how a number is written.

In: the numeral of a marker (``一`` of ``一、``), with or without its system's name. Out: an int, and back.
Which characters make a numeral stands in ``grammars/numerals.lark`` alone. ``SYSTEMS`` at the end of this
file names each system with the numbers that it writes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from string import ascii_uppercase
from typing import NamedTuple

from outline import grammar


class System(NamedTuple):
    """One way to write numbers."""

    range: range
    """The numbers that ``write`` writes; Chinese quantities (三千六百万) are read beyond it."""
    example: str
    """A numeral in the look that ``write`` gives when none is asked for."""
    read: Callable[[str], int | None]
    """From a numeral that the grammar matches, without white space; ``None`` when it only looks like one."""
    write: Callable[[int, str], str]
    """From a number of the range and a numeral whose look to keep."""


def value(numeral: str, system: str | None = None) -> int | None:
    """Return what ``numeral`` is worth, or ``None`` when it is no well-formed numeral of ``system``.

    Without ``system`` it is the one that ``system_of`` finds. White space inside (``二⏎十``) does not count.
    A decimal is worth its last part: 3.1.4 is 4. Digits alone are read by place: 二〇二三 is 2023.

    Raises ``ValueError`` for a system that is not in ``SYSTEMS``; no numeral raises.
    """
    return _value(numeral, system) if len(numeral) <= _LONGEST else None


def path(numeral: str) -> tuple[int, ...]:
    """Return every part of a decimal: (2, 3, 1) for 2.3.1; (3,) for 三 and () for what is no numeral."""
    if value(numeral, "decimal") is not None:
        return _parts(_solid(numeral))
    whole = value(numeral)
    return () if whole is None else (whole,)


def system_of(numeral: str) -> str | None:
    """Return the system that the characters of ``numeral`` belong to: the first one in the grammar's order.

    I, V and X alone count as Roman, every other single letter as Latin; ``value`` takes the one you mean.
    """
    solid = _solid(numeral) if len(numeral) <= _LONGEST else ""
    found = [name for name, pattern in _patterns().items() if pattern.fullmatch(solid)]
    if "latin" in found and _compatible(solid).upper() not in "IVX":
        return "latin"
    return found[0] if found else None


def write(number: int, system: str, like: str = "") -> str:
    """Return ``number`` as a numeral of ``system`` that looks ``like`` another one: the inverse of ``value``.

    The look is width and case (ⅳ, iv), script (貳), kind of zero (一百〇一), leading zeros (03), ring (❸) and
    the outer parts of a decimal (4 like 2.3 is 2.4). Without ``like`` it is ``SYSTEMS[system].example``.

    Raises ``ValueError`` when there is no such system, when it has no such number (㊿ is the last ring), or
    when ``like`` is not a numeral of it.
    """
    known = _known(system)
    look = _solid(like) or known.example
    if not _patterns()[system].fullmatch(look):
        msg = f"{like!r} is no {system} numeral"
        raise ValueError(msg)
    if number not in known.range:
        msg = f"{system} numerals run from {known.range[0]} to {known.range[-1]}; {number} is none of them"
        raise ValueError(msg)
    return known.write(number, look)


_LONGEST = 64
"""Code points. The longest numeral takes 23; the rest is for line ends and indents inside it."""


@lru_cache(maxsize=4096)
def _value(numeral: str, system: str | None) -> int | None:
    name = system_of(numeral) if system is None else system
    if name is None:
        return None
    solid, known = _solid(numeral), _known(name)
    return known.read(solid) if _patterns()[name].fullmatch(solid) else None


def _known(system: str) -> System:
    try:
        return SYSTEMS[system]
    except KeyError:
        msg = f"no numeral system {system!r}; there are {', '.join(SYSTEMS)}"
        raise ValueError(msg) from None


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {name.lower(): re.compile(pattern) for name, pattern in grammar.terminals("numerals").items()}


def _solid(numeral: str) -> str:
    return "".join(numeral.split())


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


# ---- Chinese and financial: 一百零五, 壹佰零伍 ----

_DIGITS = "零一二三四五六七八九"
_UP_TO_99 = [
    (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")
    for tens in range(10)
    for ones in range(10)
]
_WORTH = {text: number for number, text in enumerate(_UP_TO_99)}
"""零 to 九十九: nearly every numeral of a document, without the 90 ms that cn2an takes to import."""

_EVERYDAY = dict(enumerate(_UP_TO_99)) | {100: "百", 1000: "千", 10_000: "万", 100_000_000: "亿"}
_BY_SHAPE = {"两": "二", "ㄧ": "一", "○": "零", "◯": "零", "O": "零"}
"""Characters that Unicode gives no number."""
_BY_PLACE = str.maketrans(_DIGITS, "0123456789")
_STRAY_TWO = re.compile("[两兩](?![百佰千仟万萬亿億])")  # 一两, 二十两: a guess or a weight


def _read_chinese(numeral: str) -> int | None:
    if len(numeral) > 1 and _STRAY_TWO.search(numeral):
        return None
    plain = "".join(map(_everyday, numeral))
    if plain in _WORTH:
        return _WORTH[plain]
    if set(plain) <= set(_DIGITS):  # nothing longer than a year is written so
        return int(plain.translate(_BY_PLACE)) if len(plain) <= 4 else None
    return _read_units(plain)


@cache
def _everyday(char: str) -> str:
    """Return the simplified everyday form: 二 for 貳, 二十 for 廿, 一 for the radical ⼀."""
    char = _compatible(char)
    return _BY_SHAPE.get(char) or _EVERYDAY[int(unicodedata.numeric(char))]


def _read_units(numeral: str) -> int | None:
    spoken_out = numeral.replace("百十", "百一十")  # 第一百十條: so Traditional statutes write 110
    try:
        return int(import_module("cn2an").cn2an(spoken_out, "strict"))
    except (ValueError, KeyError):  # 三十零, 十十, 百
        return None


def _write_chinese(number: int, like: str) -> str:
    text = _UP_TO_99[number] if number < 100 else str(import_module("cn2an").an2cn(number))
    return text.replace("零", "〇") if "〇" in like else text


_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")


def _write_financial(number: int, like: str) -> str:
    text = _write_chinese(number, like).translate(_FINANCIAL)
    return text.translate(_TRADITIONAL) if re.search("[貳參陸]", like) else text


# ---- Digits: 3, 2.3.1, 1️⃣ ----


def _parts(numeral: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in re.findall(r"\d+", numeral))


def _write_arabic(number: int, like: str) -> str:
    return _dress(str(number).zfill(0 if int(like[0]) else len(like)), like)


def _write_last_part(number: int, like: str) -> str:
    return re.sub(r"\d+$", lambda last: _write_arabic(number, last[0]), like)


def _read_keycap(numeral: str) -> int:
    return 10 if numeral == "🔟" else int(re.sub(r"\D", "", numeral))


def _write_keycap(number: int, _like: str) -> str:
    return "🔟" if number == 10 else re.sub(r"(\d)", "\\1\ufe0f\u20e3", str(number))


# ---- One character a number: ①, ⑴, ㊀, ⓐ ----


def _read_sign(sign: str) -> int:
    return int(unicodedata.numeric(sign))


def _write_sign(number: int, like: str) -> str:
    try:
        return _signs()[*_look(like), number]
    except KeyError:  # ➀ stops at ten
        msg = f"there is no {number} like {like}"
        raise ValueError(msg) from None


@cache
def _signs() -> Mapping[tuple[str | None, str, int | None], str]:
    """Return every sign by its look and worth; all of them stand between ① and ㊿."""
    between = map(chr, range(ord("①"), ord("㊿") + 1))
    return {(*_look(sign), value(sign)): sign for sign in between if system_of(sign)}


def _look(sign: str) -> tuple[str | None, str]:
    """Return the system and the Unicode name without the number: NEGATIVE CIRCLED for ❶ and for ⓫."""
    number = " ?(DIGIT|NUMBER|IDEOGRAPH|LETTER) .*|DINGBAT "
    return system_of(sign), re.sub(number, "", unicodedata.name(sign))


# ---- Letters: XIV, ⅳ, b, 甲 ----

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_ROMAN_SIGNS = {_compatible(sign): sign for sign in map(chr, range(0x2160, 0x2170))}


def _read_roman(numeral: str) -> int | None:
    text = rest = _compatible(numeral).upper()
    number = 0
    for worth, letters in _ROMAN:
        while rest.startswith(letters):
            number, rest = number + worth, rest.removeprefix(letters)
    return number if number < 4000 and _roman(number) == text else None  # IIII, VX


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _write_roman(number: int, like: str) -> str:
    if _compatible(like[0]) == like[0] or unicodedata.east_asian_width(like[0]) == "F":
        return _dress(_roman(number), like)
    ones = number if number <= 12 else number % 10  # Ⅻ is one character, ⅩⅢ two
    parts = (*_roman(number - ones), _roman(ones))
    return _dress("".join(_ROMAN_SIGNS[part] for part in parts if part), like)


_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}


def _dress(text: str, like: str) -> str:
    """Give ``text`` the case and the width of ``like``."""
    cased = text.lower() if like.islower() else text
    return cased.translate(_FULL_WIDTH) if unicodedata.east_asian_width(like[0]) == "F" else cased


def _sequence(letters: str) -> System:
    return System(
        range(1, len(letters) + 1),
        letters[0],
        lambda letter: letters.index(_compatible(letter).strip("()").upper()) + 1,
        lambda number, like: _dress(letters[number - 1], like),
    )


SYSTEMS: Mapping[str, System] = {
    # Four digits: the longest statute has 1,260 articles.
    "chinese": System(range(10_000), "一", _read_chinese, _write_chinese),
    "financial": System(range(10_000), "壹", _read_chinese, _write_financial),
    "arabic": System(range(10_000), "1", int, _write_arabic),
    "decimal": System(range(1000), "1.1", lambda numeral: _parts(numeral)[-1], _write_last_part),
    "circled": System(range(51), "①", _read_sign, _write_sign),
    "parenthesised": System(range(1, 21), "⑴", _read_sign, _write_sign),
    "dotted": System(range(1, 21), "⒈", _read_sign, _write_sign),
    "chinese_circled": System(range(1, 11), "㊀", _read_sign, _write_sign),
    "chinese_parenthesised": System(range(1, 11), "㈠", _read_sign, _write_sign),
    "keycap": System(range(100), "1\ufe0f\u20e3", _read_keycap, _write_keycap),
    "roman": System(range(1, 4000), "I", _read_roman, _write_roman),
    "latin": _sequence(ascii_uppercase),
    "latin_enclosed": _sequence(ascii_uppercase)._replace(example="⒜", write=_write_sign),
    "stem": _sequence("甲乙丙丁戊己庚辛壬癸"),
    "branch": _sequence("子丑寅卯辰巳午未申酉戌亥"),
}
