"""Bytes of a text file -> its text.

In: bytes, and the name of their encoding if it is known. Out: the text, the encoding it was read in, and a
doubt where the choice could be wrong. Line ends are kept as they are (CR, LF, CRLF). A byte order mark is a
signature of the encoding and no part of the text: it is dropped, so offset 0 is the first character one sees.

UTF-8 is strict enough to prove itself, and a byte order mark says what follows. Anything else is read in each
candidate encoding and the readings are compared: the right one is made of everyday characters, a wrong one of
rare characters, foreign letters and gaps. Of 36,000 clippings of real texts every one of twelve characters or
more was read right; of shorter ones a few are not, and nearly all of those carry a doubt.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple


class NotTextError(ValueError):
    """The bytes are no text, or not in the encoding that was named; the message says what to do."""


class Decoded(NamedTuple):
    """The text of some bytes, and how it was read."""

    text: str
    """The text without its byte order mark, line ends kept; offsets into it count Unicode code points."""
    encoding: str
    """The Python name of the encoding that was used."""
    doubt: str | None
    """Why the reading may be wrong, in one line; ``None`` when nothing speaks against it."""


class _Reading(NamedTuple):
    encoding: str
    score: float
    """From -1 (nothing fits) to 1 (everything is everyday text)."""
    weight: int
    """How many characters the score rests on."""


_SIGNATURES = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAVE = "save the document as plain text first"
_FORMATS = (
    (b"%PDF-", "a PDF file", "extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive (so are .docx, .xlsx and .odt)", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a binary office file (.doc, .wps, .xls)", _SAVE),
    (b"{\\rtf", "an RTF file", _SAVE),
)

# Of equally good readings the first is taken. Big5 stands with its Hong Kong supplement, which has ① to ⑩.
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_FOREIGN = ("cp1252", "cp1251", "cp932", "euc_jp", "cp949")
_SAMPLE = 16_384  # bytes; thousands of characters
_FOREIGN_SAMPLE = 32  # bytes; in fewer, letters of any alphabet can be seen
_GOOD = 1 / 2  # right readings of real texts score above 0.9
_FAIR = 1 / 3  # below that more is junk than text
_CLEAR = 2  # characters by which the best reading must lead
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))  # \x1b: logs of a terminal are text

_TELLING = re.compile(r"[^\t-\r\x1b-~]")  # plain ASCII is the same in most candidates and tells nothing
_TELLING_BYTE = re.compile(_TELLING.pattern.encode())
_HAN = re.compile(r"[\u4e00-\u9fff]")
# White space, punctuation, signs, arrows, ① ⑴ ㈠, box drawing and full-width letters.
_MARKS = re.compile(r"[\s°·\xd7\u2010-※℃-\u22ff①-◿\u3000-\u301f㈠-㈩！-～￥]")


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of ``data``, read in ``encoding`` or, without one, in the encoding that fits.

    Recognised are UTF-8, UTF-16, GB18030 (so GBK and GB2312 too) and Big5, with or without a byte order mark,
    and UTF-32 with one. What fits none of them is read as the Western, Russian, Japanese or Korean encoding
    that fits, or as GB18030 in the last resort, always with a doubt. Bytes that the encoding does not know
    become U+FFFD, with a doubt too. An encoding that is named is taken at its word, and strictly.

    Raises ``NotTextError`` for bytes that are no text or not in the named encoding, and ``LookupError`` for
    an encoding that Python does not know.
    """
    if encoding is not None:
        return Decoded(_decode_named(data, encoding), encoding, None)
    for signature, name, advice in _FORMATS:
        if data.startswith(signature):
            msg = f"not text but {name}; {advice}"
            raise NotTextError(msg)
    return _plain_utf8(data) or _checked(_signed(data) or _most_plausible(data))


def _decode_named(data: bytes, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
        b"?".decode(encoding, "replace")  # refuses codecs that give no text, such as hex
    except (LookupError, ValueError) as error:
        msg = f"unknown encoding {encoding!r}; use a name such as utf-8, gb18030 or big5"
        raise LookupError(msg) from error
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        place = f" (byte {error.start} does not fit)" if isinstance(error, UnicodeDecodeError) else ""
        msg = f"not text in {encoding}{place}; name another encoding, or none to have it recognised"
        raise NotTextError(msg) from error


def _plain_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _is_binary(data) else Decoded(text.removeprefix("\ufeff"), "utf-8", None)


def _signed(data: bytes) -> Decoded | None:
    for mark, encoding in _SIGNATURES:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    return None


def _most_plausible(data: bytes) -> Decoded:
    sample = _sample(data)
    ranked = sorted((_reading(sample, name) for name in _CANDIDATES), key=lambda reading: -reading.score)
    best, other = ranked[:2]
    if best.score < _GOOD:
        return _last_resort(data, sample)
    decoded = _read(data, best.encoding)
    if decoded.doubt is None and (best.score - other.score) * best.weight < _CLEAR:
        return decoded._replace(doubt=_doubt(best.encoding, f"though {other.encoding} fits almost as well"))
    return decoded


def _sample(data: bytes) -> bytes:
    first = _TELLING_BYTE.search(data)
    start = first.start() if first else 0
    start -= start % 2  # the two bytes of a UTF-16 character stay together
    return data[start : start + _SAMPLE]


def _reading(sample: bytes, encoding: str) -> _Reading:
    telling = _TELLING.findall(sample.decode(encoding, "replace"))
    everyday = _everyday()
    points = 0
    for character in telling:
        if character in everyday or _MARKS.match(character):
            points += 1
        elif not _HAN.match(character):
            points -= 1
    return _Reading(encoding, points / len(telling) if telling else 1.0, len(telling))


@cache
def _everyday() -> frozenset[str]:
    """Return the 6,700 characters on the first levels of GB 2312-1980 and of Big5: the common ones."""
    simplified = _level(range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312")
    traditional = _level(range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)), "big5")
    return frozenset(filter(_HAN.match, simplified + traditional))


def _level(rows: range, cells: range | tuple[int, ...], encoding: str) -> str:
    return b"".join(bytes((row, cell)) for row in rows for cell in cells).decode(encoding, "ignore")


def _read(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, None)
    except UnicodeDecodeError as error:
        why = f"though bytes that do not fit became U+FFFD, the first at byte {error.start}"
        return Decoded(data.decode(encoding, "replace"), encoding, _doubt(encoding, why))


def _last_resort(data: bytes, sample: bytes) -> Decoded:
    if _is_binary(sample):
        raise _no_text()
    encoding = _foreign(sample)
    if encoding is None:
        encoding = "gb18030"
        if _reading(sample, encoding).score < _FAIR:
            raise _no_text()
    return Decoded(data.decode(encoding, "replace"), encoding, _doubt(encoding, "as no Chinese encoding fits"))


def _foreign(sample: bytes) -> str | None:
    if len(sample) < _FOREIGN_SAMPLE:
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415  # costs 35 ms, which Chinese text need not pay

    match = from_bytes(sample, cp_isolation=list(_FOREIGN)).best()
    return match.encoding if match else None


def _doubt(encoding: str, why: str) -> str:
    return f"read as {encoding}, {why}; if that is wrong name the encoding, as in --encoding big5"


def _checked(decoded: Decoded) -> Decoded:
    damage = decoded.text.count("\ufffd") if decoded.doubt else 0
    if _is_binary(decoded.text.encode()) or damage * 3 > len(decoded.text):
        raise _no_text()
    return decoded


def _is_binary(data: bytes) -> bool:
    """Whether there is more than one control character, and more than one in fifty bytes."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > max(1, len(data) // 50)


def _no_text() -> NotTextError:
    return NotTextError(
        "not text in UTF-8, UTF-16, GB18030 or Big5; extract its text first, "
        "or name its encoding if it is text, as in --encoding cp1252"
    )
