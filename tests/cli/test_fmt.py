"""`flowdesigner fmt`."""

from pathlib import Path

import pytest

from flowdesigner.errors import SaveError
from tests.cli.conftest import SMALL, Run

UNTIDY = (
    SMALL.replace("languages: [en]", "languages:   [ en ]  # only one yet")
    .replace("variables:", "# What we remember.\n\nvariables:")
    .replace('text: {en: "Tea?"}', "text: {en: 'Tea?'}")
)


def test_a_file_in_style_is_left_alone(run: Run, small: Path) -> None:
    before = small.stat()
    ended = run("fmt", small)

    assert (ended.code, ended.out) == (0, "")
    assert small.stat().st_mtime_ns == before.st_mtime_ns


def test_only_looking_changes_nothing(run: Run, small: Path) -> None:
    small.write_text(UNTIDY, "utf-8")
    ended = run("fmt", "--check", small)

    assert ended.code == 1
    assert ended.out == f"{small}: would be brought into style\n"
    assert small.read_text("utf-8") == UNTIDY


def test_style_keeps_comments_and_is_reached_at_once(run: Run, small: Path) -> None:
    small.write_text(UNTIDY, "utf-8")
    ended = run("fmt", small)

    assert ended.code == 0
    assert small.read_text("utf-8") == SMALL.replace(
        "languages: [en]", "languages: [en]  # only one yet"
    ).replace("variables:", "# What we remember.\nvariables:")
    assert run("fmt", "--check", small).code == 0


def test_windows_line_ends_and_a_byte_order_mark_go(run: Run, small: Path) -> None:
    small.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    run("fmt", small)

    assert small.read_bytes() == SMALL.encode()


def test_a_file_of_a_newer_program_is_left_alone(run: Run, small: Path) -> None:
    small.write_text(UNTIDY.replace("flowdesigner: 1", "flowdesigner: 2"), "utf-8")
    ended = run("fmt", small)

    assert ended.code == 2
    assert "newer" in ended.err


def test_a_file_that_cannot_be_written_is_told(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _data: bytes) -> None:
        raise SaveError("save-disk-full", {"file": path.name})

    monkeypatch.setattr("flowdesigner.cli.fmt.save_bytes", full)
    small.write_text(UNTIDY, "utf-8")
    ended = run("fmt", small)

    assert ended.code == 2
    assert ended.err == (
        "'small.flow.yaml' was not saved: the disk is full. Free some space or save elsewhere.\n"
    )
