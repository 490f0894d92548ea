"""What a numeral is worth, and how a number is written.

In: the numeral of a marker (``一`` of ``一、``), with or without the name of its system. Out: an int, and back.
Which characters make a numeral stands in ``grammars/numerals.lark`` alone; ``SYSTEMS`` names each system with the
range that ``write`` covers: ``chinese`` ``financial`` ``arabic`` 0–9999, ``decimal`` 0–999 a part, ``circled`` 0–50,
``parenthesised`` ``dotted`` 1–20, ``chinese_circled`` ``chinese_parenthesised`` 1–10, ``keycap`` 0–99, ``roman``
1–3999, ``latin`` ``latin_enclosed`` 1–26, ``stem`` 1–10, ``branch`` 1–12.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from outline import grammar


class System(NamedTuple):
    """One way to write numbers."""

    range: range
    """The numbers that ``write`` can write; quantities (三千六百万) are read beyond it."""
    example: str
    """A numeral in the look that ``write`` gives when none is asked for."""
    read: Callable[[str], int | None]
    """From a numeral that the grammar's terminal matches, without white space."""
    write: Callable[[int, str], str]
    """From a number of the range and a numeral whose look to keep."""


def value(numeral: str, system: str | None = None) -> int | None:
    """Return what ``numeral`` is worth, or ``None`` when it is no well-formed numeral of ``system``.

    Without ``system`` it is the one that ``system_of`` finds. White space inside (a line end in ``二⏎十``) does not
    count. A decimal is worth its last part: 3.1.4 is 4. Bare digits are read by place: 一〇 is 10, 二〇二三 is 2023.
    Raises ``ValueError`` for a system that is not in ``SYSTEMS``, and for nothing else.
    """
    return _value(numeral, system) if len(numeral) <= _LONGEST else None


def path(numeral: str) -> tuple[int, ...]:
    """Return every part of a decimal: (2, 3, 1) for 2.3.1; (3,) for 三 and () for what is no numeral."""
    if value(numeral, "decimal") is not None:
        return _parts(_solid(numeral))
    whole = value(numeral)
    return () if whole is None else (whole,)


def system_of(numeral: str) -> str | None:
    """Return the system that the characters of ``numeral`` belong to, the first in the grammar's order.

    I, V and X alone count as Roman, every other single letter as Latin: ask ``value`` for the one you mean.
    """
    solid = _solid(numeral)
    found = [name for name, pattern in _patterns().items() if pattern.fullmatch(solid)]
    if "latin" in found and _ascii(solid).upper() not in "IVX":
        return "latin"
    return found[0] if found else None


def write(number: int, system: str, like: str = "") -> str:
    """Return ``number`` as a numeral of ``system``: the inverse of ``value``.

    ``like`` is a numeral of the system whose look to keep: its width (３), case (iv), script (貳), zero (一百〇一), leading
    zeros (03), ring (❸), and the outer parts of a decimal (2.3 gives 2.4). Without it the look is ``SYSTEMS[system].example``.

    Raises ``ValueError`` when the system is unknown, cannot write the number (㊿ is the last ring) or has no ``like``.
    """
    known = _known(system)
    look = _solid(like) or known.example
    if not _patterns()[system].fullmatch(look):
        msg = f"{like!r} is not a {system} numeral"
        raise ValueError(msg)
    if number not in known.range:
        msg = f"{system} numerals run from {known.range[0]} to {known.range[-1]}; {number} is none of them"
        raise ValueError(msg)
    return known.write(number, look)


_LONGEST = 64
"""Code points: the longest numeral takes 15, the rest leaves room for the indent of a line that begins inside it."""


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
        msg = f"unknown numeral system {system!r}; the systems are {', '.join(SYSTEMS)}"
        raise ValueError(msg) from None


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {name.lower(): re.compile(pattern) for name, pattern in grammar.terminals("numerals").items()}


def _solid(numeral: str) -> str:
    return "".join(numeral.split())


# ---- Chinese and financial: 一百零五, 壹佰零伍 ----------------------------------------------------------------

_DIGITS = "零一二三四五六七八九"
_UP_TO_99 = [
    (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")
    for tens in range(10)
    for ones in range(10)
]
_WORTH = {text: number for number, text in enumerate(_UP_TO_99)}
"""零 to 九十九: nearly every numeral of a document, without the 90 ms that it takes to import cn2an."""

_PLAIN = {float(_WORTH[text]): text for text in (*_DIGITS, "十", "二十", "三十", "四十")}
_PLAIN |= {100.0: "百", 1000.0: "千", 10_000.0: "万", 100_000_000.0: "亿"}
_LOOK_ALIKE = {"两": "二", "ㄧ": "一", "○": "零", "◯": "零", "O": "零"}
"""What Unicode gives no number for."""

_MISPLACED_TWO = re.compile("[两兩](?![百佰千仟万萬亿億])")  # 二十两, 一两: a weight or a guess, no number


def _read_chinese(numeral: str) -> int | None:
    if len(numeral) > 1 and _MISPLACED_TWO.search(numeral):
        return None
    plain = "".join(map(_plain, numeral))
    if plain in _WORTH:
        return _WORTH[plain]
    if all(char in _DIGITS for char in plain):
        return _by_place(plain)
    return _by_unit(plain.replace("百十", "百一十"))  # 第一百十條 is how statutes of the Traditional script write 110


@cache
def _plain(char: str) -> str:
    """Return the simplified everyday form: 貳 is 二, 廿 is 二十, the radical ⼀ is 一."""
    char = unicodedata.normalize("NFKC", char)
    return _LOOK_ALIKE.get(char) or _PLAIN[unicodedata.numeric(char)]


def _by_place(digits: str) -> int | None:
    if len(digits) > 4:  # a year is the longest number that is written so
        return None
    return int("".join(str(_DIGITS.index(digit)) for digit in digits))


def _by_unit(numeral: str) -> int | None:
    from cn2an import cn2an  # noqa: PLC0415  # see _WORTH

    try:
        return int(cn2an(numeral, "strict"))
    except (ValueError, KeyError):  # 三十零, 十十, 百
        return None


def _write_chinese(number: int, like: str) -> str:
    from cn2an import an2cn  # noqa: PLC0415  # see _WORTH

    text = _UP_TO_99[number] if number < 100 else str(an2cn(number))
    return text.replace("零", "〇") if "〇" in like else text


_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_FINANCIAL_TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")


def _write_financial(number: int, like: str) -> str:
    text = _write_chinese(number, like).translate(_FINANCIAL)
    return text.translate(_FINANCIAL_TRADITIONAL) if re.search("[貳參陸萬億]", like) else text


# ---- Digits: 3, ３, 2.3.1, 1️⃣ ------------------------------------------------------------------------------


def _parts(numeral: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in re.findall(r"\d+", numeral))


def _write_arabic(number: int, like: str) -> str:
    zeros = len(like) if like[0] in "0０" else 0
    return _dress(f"{number:0{zeros}}", like)


def _write_decimal(number: int, like: str) -> str:
    return re.sub(r"\d+$", lambda last: _write_arabic(number, last[0]), like)


def _read_keycap(numeral: str) -> int:
    return 10 if numeral == "🔟" else int("".join(char for char in numeral if char.isdecimal()))


def _write_keycap(number: int, _like: str) -> str:
    return "🔟" if number == 10 else "".join(f"{digit}\ufe0f\u20e3" for digit in str(number))


# ---- One character a number: ①, ⑴, ㊀, ⓐ --------------------------------------------------------------------


def _read_character(char: str) -> int:
    return int(unicodedata.numeric(char))


def _character_writer(system: str) -> Callable[[int, str], str]:
    def write_character(number: int, like: str) -> str:
        try:
            return _characters(system)[_look(like), number]
        except KeyError:
            msg = f"no character looks like {like} and is worth {number}"
            raise ValueError(msg) from None

    return write_character


@cache
def _characters(system: str) -> Mapping[tuple[str, int], str]:
    """Return each character of the system by its look and worth; all stand between ① and the end of the ringed ones."""
    chars = filter(_patterns()[system].fullmatch, map(chr, range(ord("①"), ord("㋀"))))
    return {(_look(char), SYSTEMS[system].read(char) or 0): char for char in chars}


def _look(char: str) -> str:
    """Return the Unicode name without the number: NEGATIVE CIRCLED for ❶, which Unicode files under DINGBAT, and ⓫."""
    return re.sub(" ?(DIGIT|NUMBER|IDEOGRAPH|LETTER) .*|DINGBAT ", "", unicodedata.name(char))


# ---- Letters: XIV, ⅳ, b, ⓑ ---------------------------------------------------------------------------------

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_ONE_CHARACTER = {unicodedata.normalize("NFKC", char): char for char in map(chr, range(ord("Ⅰ"), ord("ⅰ")))}


def _read_roman(numeral: str) -> int | None:
    text = rest = _ascii(numeral).upper()
    total = 0
    for worth, letters in _ROMAN:
        while rest.startswith(letters):
            total, rest = total + worth, rest.removeprefix(letters)
    return total if total < 4000 and _roman(total) == text else None  # IIII and VX are no numerals


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        text += letters * times
    return text


def _write_roman(number: int, like: str) -> str:
    text = _roman(number)
    if like[0] in "".join(_ONE_CHARACTER.values()) or like[0].upper() in _ONE_CHARACTER.values():
        ones = number if number <= 12 else number % 10
        text = "".join(_ONE_CHARACTER[letter] for letter in _roman(number - ones)) + _ONE_CHARACTER.get(_roman(ones), "")
    return _dress(text, like)


def _read_latin(letter: str) -> int:
    return ord(_ascii(letter).strip("()").upper()) - ord("A") + 1


def _write_latin(number: int, like: str) -> str:
    return _dress(chr(ord("A") + number - 1), like)


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}


def _dress(text: str, like: str) -> str:
    """Give ``text`` the case and the width of ``like``."""
    cased = text.lower() if like.islower() else text
    return cased.translate(_FULL_WIDTH) if unicodedata.east_asian_width(like[0]) == "F" else cased


# ---- The old cycles: 甲, 子 ---------------------------------------------------------------------------------


def _cycle(characters: str) -> System:
    return System(
        range(1, len(characters) + 1),
        characters[0],
        lambda char: characters.index(char) + 1,
        lambda number, _like: characters[number - 1],
    )


SYSTEMS: Mapping[str, System] = {
    # No document counts its parts further: the longest statute has 1,260 articles.
    "chinese": System(range(10_000), "一", _read_chinese, _write_chinese),
    "financial": System(range(10_000), "壹", _read_chinese, _write_financial),
    "arabic": System(range(10_000), "1", int, _write_arabic),
    "decimal": System(range(1000), "1.1", lambda numeral: _parts(numeral)[-1], _write_decimal),
    "circled": System(range(51), "①", _read_character, _character_writer("circled")),
    "parenthesised": System(range(1, 21), "⑴", _read_character, _character_writer("parenthesised")),
    "dotted": System(range(1, 21), "⒈", _read_character, _character_writer("dotted")),
    "chinese_circled": System(range(1, 11), "㊀", _read_character, _character_writer("chinese_circled")),
    "chinese_parenthesised": System(range(1, 11), "㈠", _read_character, _character_writer("chinese_parenthesised")),
    "keycap": System(range(100), "1\ufe0f\u20e3", _read_keycap, _write_keycap),
    "roman": System(range(1, 4000), "I", _read_roman, _write_roman),
    "latin": System(range(1, 27), "A", _read_latin, _write_latin),
    "latin_enclosed": System(range(1, 27), "⒜", _read_latin, _character_writer("latin_enclosed")),
    "stem": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "branch": _cycle("子丑寅卯辰巳午未申酉戌亥"),
}
