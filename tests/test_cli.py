"""The command as a user runs it: what stands on which stream, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import outline
from outline import cli

TEXT = "一、甲\n二、乙\n"
TREE = "一、 甲  [section]\n二、 乙  [section]\n"
COMMAND = [sys.executable, "-m", "outline"]

Streams = tuple[int, str, str]  # exit code, standard output, standard error

posix = pytest.mark.skipif(os.name != "posix", reason="2026-11-22: needs a POSIX shell, terminal or file name")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to a folder with one file of each kind."""
    monkeypatch.setenv("PYTHONPATH", str(Path(outline.__file__).parents[1]))
    for name in ("NO_COLOR", "OUTLINE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(TEXT, "utf-8")
    Path("empty.txt").touch()
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0")
    Path("folder").mkdir()


def run(*arguments: str | bytes, data: bytes = b"") -> Streams:
    """Run the command with ``data`` on its standard input."""
    return _streams(subprocess.run([*COMMAND, *arguments], input=data, capture_output=True, check=False))


def shell(line: str) -> Streams:
    """Run the command as a shell does, with the redirections in ``line``."""
    command = f"'{sys.executable}' -m outline {line}"
    return _streams(subprocess.run(command, shell=True, capture_output=True, check=False))


def _streams(done: subprocess.CompletedProcess[bytes]) -> Streams:
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def run_here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> Streams:
    """Run the command in this process, where parts of it can be replaced."""
    monkeypatch.setattr(sys, "argv", ["outline", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert isinstance(ended.value.code, int)
    return ended.value.code, *capsys.readouterr()


def test_tree() -> None:
    assert run("parse", "good.txt") == (0, TREE, "")


def test_tree_of_several_files() -> None:
    out = f"==> good.txt <==\n{TREE}\n==> empty.txt <==\n\n==> standard input <==\n{TREE}"
    assert run("parse", "good.txt", "empty.txt", "-", data=TEXT.encode()) == (0, out, "")


def test_json_is_one_indented_document() -> None:
    code, out, err = run("parse", "--format", "json", "good.txt")
    assert (code, err) == (0, "")
    assert outline.Document.model_validate_json(out) == outline.parse(TEXT)
    assert '\n      "label": "一、",\n' in out
    assert '\n      "span": [0, 3],\n' in out


def test_jsonl_is_one_document_a_line_in_the_order_of_the_files() -> None:
    code, out, err = run("parse", "-f", "jsonl", "good.txt", "-", "empty.txt", data="首先".encode())
    documents = [outline.Document.model_validate_json(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert documents == [outline.parse(text) for text in (TEXT, "首先", "")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "big5"])
def test_standard_input_in_any_encoding(encoding: str) -> None:
    text = "一、清潔\r\n二、綠化\r\n"
    code, out, err = run("parse", "--format", "json", "-", data=text.encode(encoding))
    assert (code, err) == (0, "")
    assert json.loads(out)["text"] == text


@posix
@pytest.mark.parametrize("utf8_mode", ["0", "1"])
def test_the_locale_has_no_say(monkeypatch: pytest.MonkeyPatch, utf8_mode: str) -> None:
    for name, value in (("LC_ALL", "C"), ("PYTHONIOENCODING", "ascii"), ("PYTHONUTF8", utf8_mode)):
        monkeypatch.setenv(name, value)
    Path("讲话.txt").write_bytes(TEXT.encode("gb18030"))
    out, err = f"==> 讲话.txt <==\n{TREE}", "outline: 没有: no such file; check its name and folder\n"
    assert run("parse", "讲话.txt".encode(), "没有".encode()) == (2, out, err)


def test_a_named_encoding() -> None:
    out = run("parse", "-f", "json", "-e", "cp1252", "-", data="1. Café".encode("cp1252"))[1]
    assert json.loads(out)["text"] == "1. Café"


def test_a_doubtful_encoding_is_told_and_kept() -> None:
    code, out, err = run("parse", "--format", "json", "-", data=TEXT.encode("gb18030") + b"\xd2")
    (diagnostic,) = outline.Document.model_validate_json(out).diagnostics
    assert (code, err) == (0, f"outline: standard input: {diagnostic.message}\n")
    assert (diagnostic.code, diagnostic.span, diagnostic.severity) == ("OUT301", (0, 9), "warning")
    assert diagnostic.message.startswith("read as gb18030, though bytes that do not fit became U+FFFD")


def test_lone_surrogates_are_written_and_read_back() -> None:
    text = "一、\ud800\n二、\u2028\x85"
    arguments, data = ("parse", "--encoding", "unicode_escape", "-"), text.encode("unicode_escape")
    (line,) = run(*arguments, "--format", "jsonl", data=data)[1].splitlines()
    assert json.loads(line)["text"] == text
    assert run(*arguments, data=data)[1].splitlines()[0] == r"一、 \ud800  [section]"


def test_version() -> None:
    assert run("--version") == (0, f"outline {outline.__version__}\n", "")


@pytest.mark.parametrize("line", ["-h", "--help", "parse -h", "parse --help"])
def test_help_shows_an_example_on_any_terminal(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, err = run(*line.split())
    assert (code, err) == (0, "")
    assert "outline parse speech.txt\n" in out
    assert max(map(len, out.splitlines())) <= 80


# What goes wrong

TROUBLES = {
    "nothing.txt": "no such file; check its name and folder",
    "good.txt/nothing": "no such file; check its name and folder",
    "": "no such file; check its name and folder",
    "a\nb\x1b[31m": "no such file; check its name and folder",
    "x" * 5_000: "cannot be read (File name too long); check its name, or copy it to another place",
    "folder": "a directory; name the files in it",
    "picture.png": "not text in UTF-8, UTF-16, GB18030 or Big5; extract its text first, "
    "or name its encoding if it is text, as in --encoding cp1252",
}
SHOWN = {"": "''", "a\nb\x1b[31m": r"a\nb\x1b[31m"}


def test_troubles_take_one_line_each_and_stop_nothing() -> None:
    code, out, err = run("parse", "--format", "jsonl", "good.txt", *TROUBLES, "good.txt")
    assert err == "".join(f"outline: {SHOWN.get(name, name)}: {why}\n" for name, why in TROUBLES.items())
    assert [json.loads(line)["text"] for line in out.splitlines()] == [TEXT, TEXT]
    assert code == 2


@pytest.mark.parametrize("name", ["nothing.txt", "folder", "picture.png"])
def test_trouble_alone_leaves_standard_output_empty(name: str) -> None:
    assert run("parse", name) == (2, "", f"outline: {name}: {TROUBLES[name]}\n")


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(name: str, mode: str) -> None:  # root may read every file, so permissions would prove nothing
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr(cli, "open", refuse, raising=False)
    advice = "may not be read; check that it is a file and that its permissions let you read it"
    assert run_here(monkeypatch, capsys, "parse", "good.txt") == (2, "", f"outline: good.txt: {advice}\n")


@posix
def test_a_file_name_that_is_not_utf_8() -> None:
    assert run("parse", b"caf\xe9") == (2, "", "outline: caf\\xe9: no such file; check its name and folder\n")


def test_text_outside_the_named_encoding() -> None:
    advice = "not text in ascii (byte 0 does not fit); name another encoding, or none to have it recognised"
    assert run("parse", "-e", "ascii", "good.txt") == (2, "", f"outline: good.txt: {advice}\n")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "Usage: outline"),
        ("parse", "Missing argument 'FILE'"),
        ("parse --format xml good.txt", "'xml' is not one of 'tree', 'json', 'jsonl'"),
        ("parse --encoding klingon good.txt", "unknown encoding 'klingon'; use a name such as utf-8"),
        ("parse --format json good.txt good.txt", "2 files are given; use --format jsonl"),
        ("parse --colour good.txt", "No such option: --colour"),
        ("parze good.txt", "Did you mean 'parse'?"),
    ],
)
def test_wrong_usage(line: str, says: str) -> None:
    code, out, err = run(*line.split())
    assert (code, out) == (2, "")
    assert says in err


def fail(*_: str, **__: str) -> None:
    raise ZeroDivisionError


def interrupt(_: str) -> None:
    raise KeyboardInterrupt


FAULT = "internal error (ZeroDivisionError); please report it with what OUTLINE_DEBUG=1 shows\n"


def test_a_fault_is_one_line_a_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(outline, "parse", fail)
    err = f"outline: good.txt: {FAULT}outline: folder: {TROUBLES['folder']}\n"
    assert run_here(monkeypatch, capsys, "parse", "good.txt", "folder") == (70, "", err)
    monkeypatch.setenv("OUTLINE_DEBUG", "1")
    _, _, err = run_here(monkeypatch, capsys, "parse", "good.txt")
    assert err.startswith("Traceback")
    assert err.endswith(FAULT)


def test_a_fault_outside_a_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "app", fail)
    assert run_here(monkeypatch, capsys) == (70, "", f"outline: the program: {FAULT}")


def test_an_interrupt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(outline, "parse", interrupt)
    assert run_here(monkeypatch, capsys, "parse", "good.txt") == (130, "", "")


@pytest.mark.parametrize("names", [["good.txt", "good.txt"], ["folder", "good.txt", "good.txt"]], ids=len)
def test_a_closed_pipe_is_quiet(names: list[str]) -> None:
    reader, writer = os.pipe()
    with open(writer, "wb") as pipe:
        os.close(reader)
        done = subprocess.run([*COMMAND, "parse", *names], stdout=pipe, stderr=subprocess.PIPE, check=False)
    trouble = f"outline: folder: {TROUBLES['folder']}\n".encode()
    assert (done.returncode, done.stderr) == ((2, trouble) if "folder" in names else (0, b""))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="2026-11-22: only Linux has a disk always full")
@pytest.mark.parametrize("line", ["parse good.txt > /dev/full", "--version > /dev/full", "parse good.txt >&-"])
def test_output_that_cannot_be_written(line: str) -> None:
    code, _, err = shell(line)
    assert code == 2
    assert err.startswith("outline: standard output: cannot be written (")
    assert err.count("\n") == 1


@posix
def test_closed_input_and_closed_errors() -> None:
    err = "outline: standard input: closed; name a file, or let a command write into outline\n"
    assert shell("parse - <&-") == (2, "", err)
    assert shell("parse folder good.txt 2>&-") == (2, f"==> good.txt <==\n{TREE}", "")


@posix
@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("TERM", "xterm", "\x1b[1;36m一、\x1b[0m 甲\x1b[2m  [section]\x1b[0m"),
        ("TERM", "dumb", "一、 甲  [section]"),
        ("NO_COLOR", "1", "一、 甲  [section]"),
    ],
    ids=["colour", "dumb", "NO_COLOR"],
)
def test_colours_on_a_terminal(monkeypatch: pytest.MonkeyPatch, name: str, value: str, label: str) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    reader, terminal = os.openpty()
    with open(reader, "rb", buffering=0) as shown, open(terminal, "wb", buffering=0) as screen:
        subprocess.run([*COMMAND, "parse", "good.txt"], stdout=screen, check=True)
        assert shown.read(10_000).decode().startswith(f"{label}\r\n")


LOADED = "; import sys; print(*{'typer', 'rich', 'charset_normalizer'} & {*sys.modules})"


def test_only_what_is_needed_is_loaded() -> None:
    for line, loaded in (
        ("import outline; outline.parse('一、甲')", ""),
        (
            "import outline.cli as cli; cli._output('good.txt', None, lambda read: cli._tree(cli._document(read)))",
            "typer",
        ),
    ):
        found = subprocess.run([sys.executable, "-c", line + LOADED], capture_output=True, text=True, check=True)
        assert found.stdout.strip() == loaded
