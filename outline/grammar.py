"""Find the grammar files and read the notation out of them.

In: the name of a file in ``grammars/``. Out: the regular expressions of its terminals. Lark's own loader
reads them, so imports and composed terminals arrive resolved; the scanner compiles them with ``regex``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lark import Lark, Token, Tree
from lark.common import LexerConf
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer
from lark.load_grammar import GrammarBuilder


@cache
def directory() -> Path:
    """Return the directory of the grammars: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "grammars"
    return inside if inside.is_dir() else package.parent / "grammars"


@cache
def terminals(name: str) -> Mapping[str, str]:
    """Return the regular expression of every terminal that rules of ``grammars/<name>.lark`` use, in order.

    What the rule ``start`` does not reach is not listed: a terminal that is only imported, or only a part of
    others. An imported terminal that a rule does use comes first, under the name it is imported by.

    Raises ``FileNotFoundError`` when there is no such grammar, ``lark.exceptions.GrammarError`` for a fault
    in it.
    """
    return shapes((directory() / f"{name}.lark").read_text(encoding="utf-8"), name)


def shapes(source: str, name: str) -> Mapping[str, str]:
    """Return the same for Lark text that stands for ``grammars/<name>.lark``."""
    # Half the time of lark.Lark(): no parser and no lexer is built, for the scanner needs neither.
    builder = GrammarBuilder()
    builder.load_grammar(source, str(directory() / f"{name}.lark"))
    used, _rules, _ignored = builder.build().compile(["start"], set())
    return MappingProxyType({str(terminal.name): terminal.pattern.to_regexp() for terminal in used})


class _Resolved(Lexer):
    """A lexer with nothing to lex: the tokens are given."""

    def __init__(self, _lexer_conf: LexerConf) -> None:
        pass

    def lex(self, data: Iterable[Token]) -> Iterator[Token]:  # type: ignore[override]  # tokens instead of text
        yield from data


@cache
def _outline_parser() -> Lark:
    path = directory() / "outline.lark"
    return Lark(
        path.read_text(encoding="utf-8"), parser="lalr", lexer=_Resolved, start="document", maybe_placeholders=False
    )


def parse_outline(tokens: list[Token]) -> Tree[Token]:
    """Parse the resolved reading with ``grammars/outline.lark``.

    Raises ``RuntimeError`` with the tokens when they do not fit: a fault of this library, never of the text.
    """
    try:
        return _outline_parser().parse(tokens)
    except UnexpectedInput as fault:
        kinds = " ".join(token.type for token in tokens)
        raise RuntimeError(f"the reading does not fit grammars/outline.lark, please report this: {kinds}") from fault
