"""What all commands share: the words typed, errors, and that no traceback ever shows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flowdesigner import __version__
from flowdesigner.cli.main import COMMANDS
from tests.cli.conftest import SMALL, Run

NEEDS_A_FILE = ["check", "simulate", "test", "fmt"]


def test_the_version_and_the_help_are_told(run: Run) -> None:
    assert run("--version").out == f"flowdesigner {__version__}\n"
    told = run("--help")
    assert told.code == 0
    assert all(f"\n    {each.name} " in told.out for each in COMMANDS)


@pytest.mark.parametrize("words", [["chekc"], ["check"], ["check", "--loud", "x"], ["explain"]])
def test_words_that_are_not_understood_are_told_in_one_line(run: Run, words: list[str]) -> None:
    ended = run(*words)

    assert ended.code == 2
    assert ended.err.startswith("flowdesigner")
    assert len(ended.err.splitlines()) == 1


BAD = {
    "missing": None,
    "empty": b"",
    "not a project": b"hello: 1\n",
    "no YAML": b"flowdesigner: 1\nflows: [\n",
    "no text": b"\xff\xfe\x00\x01",
    "wrong kind": b"flowdesigner: 1\nlanguages: 3\n",
    "not even a mapping": b"- 1\n",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
@pytest.mark.parametrize("command", NEEDS_A_FILE)
def test_a_bad_file_is_one_sentence_that_names_it(
    run: Run, tmp_path: Path, command: str, content: bytes | None
) -> None:
    path = tmp_path / "bad.flow.yaml"
    if content is not None:
        path.write_bytes(content)
    ended = run(command, path)

    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1
    assert "bad.flow.yaml" in ended.err


@pytest.mark.parametrize("command", NEEDS_A_FILE)
def test_a_folder_is_one_sentence(run: Run, tmp_path: Path, command: str) -> None:
    ended = run(command, tmp_path)

    assert ended.code == 2
    assert ended.err == f"'{tmp_path}' is a folder. Choose a file in it.\n"


def test_a_bad_file_is_told_with_line_and_column(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.flow.yaml"
    path.write_bytes(b"flowdesigner: 1\nlanguages: 3\n")

    assert f"{path}: Line 2, column 12: " in run("check", path).err


def test_a_mistake_of_the_program_is_told_without_a_traceback(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("flowdesigner.cli.check.check", broken)
    ended = run("check", small)

    assert ended.code == 2
    assert ended.err == (
        "Flow Designer made a mistake and had to stop: ZeroDivisionError by nothing. "
        "Please report it.\n"
    )


def test_it_speaks_the_language_asked_for_else_the_systems(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr("flowdesigner.cli.main.set_language", spoken.append)
    run("rules")
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    run("rules")
    run("rules", "--ui-language", "en")
    run("--ui-language", "id", "rules")

    assert spoken == ["en", "id", "en", "id"]


# --------------------------------------------------------------------------- real processes


def process(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flowdesigner", *map(str, words)],
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def test_nobody_reading_any_more_is_no_fault() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "flowdesigner", "schema"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_behind_the_output_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "flowdesigner", "schema"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1


def test_a_terminal_of_few_letters_gets_them_all(small: Path) -> None:
    small.write_text(SMALL.replace("Tea?", "Teh 👋?"), "utf-8")
    words = ["simulate", small, "--say", "hi"]
    ended = process(*words, PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert ended.returncode == 0
    assert "Teh \\U0001f44b?" in ended.stdout


def test_commands_do_not_load_qt(small: Path) -> None:
    code = (
        "import sys; from flowdesigner.__main__ import main; main(sys.argv[1:]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, "check", str(small)], capture_output=True, check=False
    )
    assert ended.returncode == 0
