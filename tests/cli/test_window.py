"""Choosing between the window and a command, and saying why there can be no window."""

import socket
from pathlib import Path

import pytest

from flowdesigner.cli.window import has_display, hindrance, wanted
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "words",
    [[], ["open"], ["open", "a.flow.yaml"], ["a.flow.yaml"], ["./a"], ["--self-test"]],
)
def test_the_window_is_meant(words: list[str]) -> None:
    assert wanted(words)


@pytest.mark.parametrize(
    "words",
    [["check"], ["--version"], ["--help"], ["open", "--help"], ["open", "a", "b"], ["a.yaml", "b"]],
)
def test_a_command_is_meant(words: list[str]) -> None:
    assert not wanted(words)


def test_what_open_cannot_do_is_one_sentence(run: Run) -> None:
    assert run("open", "--help").code == 0
    for words in (["open", "a", "b"], ["open", "--ui-language", "en", "a"]):
        ended = run(*words)
        assert ended.code == 2
        assert len(ended.err.splitlines()) == 1


def test_a_file_without_an_ending_is_a_file_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not wanted(["journey"])
    (tmp_path / "journey").touch()
    assert wanted(["journey"])


@pytest.mark.parametrize("words", [["open"], []])
def test_what_is_missing_is_one_sentence(run: Run, tmp_path: Path, words: list[str]) -> None:
    gone, folder = run(*words, tmp_path / "gone.flow.yaml"), run(*words, tmp_path / "..")

    assert (gone.code, folder.code) == (2, 2)
    assert gone.err == f"There is no file '{tmp_path / 'gone.flow.yaml'}'.\n"
    assert folder.err == f"'{tmp_path / '..'}' is a folder. Choose a file in it.\n"


def test_without_pyside_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flowdesigner.cli.window.find_spec", lambda name: None)

    assert "pip install PySide6-Essentials" in (hindrance(None, shown=True) or "")


def test_no_display_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flowdesigner.cli.window.find_spec", lambda name: "there")
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ended = run("open")

    assert ended.code == 2
    assert ended.err == (
        "There is no display to open a window on. The commands work without one: see --help\n"
    )


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":4242"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":99999999"},
        {"DISPLAY": "127.0.0.1:59000"},
        {"WAYLAND_DISPLAY": "wayland-77"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_there_is_no_display(environment: dict[str, str], tmp_path: Path) -> None:
    assert not has_display({"XDG_RUNTIME_DIR": str(tmp_path), **environment})


def test_there_is_a_display_where_something_listens(tmp_path: Path) -> None:
    with socket.socket() as server:
        try:
            server.bind(("127.0.0.1", 6077))
        except OSError:
            pytest.fail("the port of display 77 is taken")
        server.listen()
        assert has_display({"DISPLAY": "127.0.0.1:77.0"})
    (tmp_path / "wayland-0").touch()
    assert has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


@pytest.mark.parametrize("platform", ["offscreen", "minimal:size=1", "offscreen;xcb"])
def test_some_platforms_need_no_display(platform: str) -> None:
    assert has_display({"QT_QPA_PLATFORM": platform})
