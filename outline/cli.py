"""The command ``outline``: files in, outlines out.

In: the arguments of a shell, and the bytes of the files that they name. Out: data on standard output, in
UTF-8 whatever the locale; everything else on standard error, one line a message; and an exit code:

    0    fine; also when the reader of a pipe has had enough
    1    findings; no command gives it yet
    2    wrong usage, a file that cannot be read, or output that cannot be written
    70   a fault in the program (EX_SOFTWARE of sysexits.h); with OUTLINE_DEBUG=1 its traceback is shown
    130  interrupted
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated, Any, NoReturn

import typer

import outline
from outline.decode import Decoded, NotTextError, decode
from outline.render import lines, printable, rich_lines
from outline.tree import Diagnostic, Document

_FAILED = 2
_FAULT = 70
_INTERRUPTED = 130

_EXAMPLES = """\b
Examples:
  outline parse speech.txt
  outline parse --format json speech.txt > speech.json
  outline parse --format jsonl speeches/*.txt > speeches.jsonl
  pdftotext report.pdf - | outline parse -

\b
Exit codes: 0 fine, 2 wrong usage or a file that could not be read."""

# A plain markup mode keeps rich, which only a terminal needs, out of help and error messages.
app = typer.Typer(
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: outline parse speech.txt",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Format(StrEnum):
    """What ``outline parse`` writes."""

    tree = "tree"
    json = "json"
    jsonl = "jsonl"


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A lone surrogate becomes \ud800: readable in a tree, and its proper escape in JSON.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app(prog_name="outline")
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except OSError as error:  # of typer, when it writes help; parse takes care of its own
        sys.exit(_unwritten(error))
    except Exception as error:
        _report_fault("the program", error)
    sys.exit(_FAULT)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"outline {outline.__version__}")
        raise typer.Exit


def _known_encoding(name: str | None) -> str | None:
    try:
        decode(b"", name)
    except LookupError as error:
        raise typer.BadParameter(str(error)) from None
    return name


@app.callback()
def _command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Find the outline of Chinese speeches and official documents."""


@app.command(epilog=_EXAMPLES)
def parse(
    files: Annotated[list[str], typer.Argument(metavar="FILE", hidden=True)],
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="tree: one line a heading. json: one document, for one file. "
            "jsonl: one document a line, in the order of the files; a file that cannot be read has no line.",
        ),
    ] = Format.tree,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding",
            "-e",
            metavar="NAME",
            callback=_known_encoding,
            help="The encoding of the files, such as gb18030. "
            "Without it UTF-8, UTF-16, GB18030 and Big5 are recognised.",
        ),
    ] = None,
) -> None:
    """Show the outline of text files.

    FILE is a text file, or - for standard input.
    """
    if form is Format.json and len(files) > 1:
        msg = f"json is one document, but {len(files)} files are given; use --format jsonl"
        raise typer.BadParameter(msg, param_hint="'--format'")
    _each(files, encoding, lambda decoded: _FORMS[form](_document(decoded)), named=form is Format.tree)


@app.command()
def explain(
    files: Annotated[list[str], typer.Argument(metavar="FILE", hidden=True)],
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", "-e", metavar="NAME", callback=_known_encoding, help="As for outline parse."),
    ] = None,
) -> None:
    """Say of every candidate marker in text files what became of it, and why.

    One line a candidate: its place (line:column), its label, its style, its level in the outline (0: no node), reasons.
    """
    _each(files, encoding, lambda decoded: "".join(_explained(decoded.text)), named=True)


def _explained(text: str) -> Iterator[str]:
    line, start = 1, 0
    for decision in outline.explain(text):
        passed = text.count("\n", start, decision.span.start)
        line, start = line + passed, decision.span.start
        column = start - text.rfind("\n", 0, start)
        shown = printable("".join(decision.label.split())) or "*"
        yield f"{line}:{column}  {shown}  {decision.style}  {decision.level}  {'; '.join(decision.reasons)}\n"


def _each(files: list[str], encoding: str | None, work: Callable[[Decoded], str], *, named: bool) -> NoReturn:
    """Write what ``work`` makes of every file, and end with the exit code that the worst of them asks for."""
    code, gap = 0, ""
    for name in files:
        text, failure = _output(name, encoding, work)
        code = max(code, failure)
        if text is None:
            continue
        if named and len(files) > 1:  # as head(1) does
            text, gap = f"{gap}==> {_shown(name)} <==\n{text}", "\n"
        _write(text, code)
    raise typer.Exit(code)


class _UnreadableError(Exception):
    """A file gives no bytes; the message says why and what to do."""


def _output(name: str, encoding: str | None, work: Callable[[Decoded], str]) -> tuple[str | None, int]:
    """Return what to write for a file, ``None`` if nothing, and the exit code that it asks for."""
    try:
        decoded = decode(_read(name), encoding)
        if decoded.doubt is not None:
            _say(_shown(name), decoded.doubt)
        return work(decoded), 0
    except (_UnreadableError, NotTextError) as error:
        _say(_shown(name), str(error))
        return None, _FAILED
    except Exception as error:
        _report_fault(_shown(name), error)
        return None, _FAULT


def _document(decoded: Decoded) -> Document:
    document = outline.parse(decoded.text)
    if decoded.doubt is None:
        return document
    doubt = Diagnostic(code="OUT301", message=decoded.doubt, span=document.span)
    return document.model_copy(update={"diagnostics": (doubt, *document.diagnostics)})


def _read(name: str) -> bytes:
    if name == "-" and sys.stdin is None:
        raise _UnreadableError("closed; name a file, or let a command write into outline")
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        with open(name, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        advice = "no such file; check its name and folder"
    except IsADirectoryError:
        advice = "a directory; name the files in it"
    except PermissionError:  # what Windows says of a directory too
        advice = "may not be read; check that it is a file and that its permissions let you read it"
    except OSError as error:
        advice = f"cannot be read ({error.strerror}); check its name, or copy it to another place"
    raise _UnreadableError(advice)


def _tree(document: Document) -> str:
    if not _coloured():
        return "".join(f"{line}\n" for line in lines(document))
    from rich.console import Console  # noqa: PLC0415  # only a terminal needs it

    console = Console(file=sys.stdout, highlight=False)
    with console.capture() as captured:
        for line in rich_lines(document):
            console.print(line, soft_wrap=True)
    return captured.get()


def _coloured() -> bool:
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _json(document: Document) -> str:
    text = _dumps(document, indent=2)
    # A span on a line of its own: "span": [16, 20]. No string holds a line end, so nothing else matches.
    return re.sub(r"\[\n +(\d+),\n +(\d+)\n +\]", r"[\1, \2]", text)


def _jsonl(document: Document) -> str:
    return _dumps(document, separators=(",", ":"))


def _dumps(document: Document, **layout: Any) -> str:
    text = json.dumps(document.model_dump(mode="json"), ensure_ascii=False, **layout)
    for separator in "\x85\u2028\u2029":  # some readers of lines, such as str.splitlines, end a line here
        text = text.replace(separator, f"\\u{ord(separator):04x}")
    return f"{text}\n"


_FORMS = {Format.tree: _tree, Format.json: _json, Format.jsonl: _jsonl}


def _write(text: str, code: int) -> None:
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head(1), has had enough
        _discard_output()
        raise typer.Exit(code) from None
    except OSError as error:
        raise typer.Exit(_unwritten(error)) from None


def _unwritten(error: OSError) -> int:
    _discard_output()
    _say("standard output", f"cannot be written ({error.strerror}); check where it goes, and the space there")
    return _FAILED


def _discard_output() -> None:
    """Keep the interpreter from writing what is left when it ends, and from complaining that it cannot."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(subject: str, message: str) -> None:
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"outline: {subject}: {message}", file=sys.stderr)


def _shown(name: str) -> str:
    """Return a file's name for people: in UTF-8 whatever the locale, on one line, and never empty."""
    if name == "-":
        return "standard input"
    return printable(os.fsencode(name).decode(errors="backslashreplace")) or "''"


def _report_fault(subject: str, error: Exception) -> None:
    if os.environ.get("OUTLINE_DEBUG"):
        traceback.print_exception(error)
    _say(subject, f"internal error ({type(error).__name__}); please report it with what OUTLINE_DEBUG=1 shows")
