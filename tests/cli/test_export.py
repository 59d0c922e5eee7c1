"""`flowdesigner export` and `formats`."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from flowdesigner.formats.format import Export, Format, Loss, Support
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.model.project import Project
from flowdesigner.texts import message
from tests.cli.conftest import Run


def made_up(losses: tuple[Loss, ...], files: Mapping[str, str]) -> Format:
    def write(_project: Project) -> Export:
        return Export(files, losses)

    return Format(id="made_up", title="Made up", describe="", writer=write)


@pytest.fixture
def _lossy(monkeypatch: pytest.MonkeyPatch) -> None:
    loss = Loss(what=message("Buttons"), why=message("None there."), flow="main", block="drink")
    near = Loss(what=message("Time"), why=message("Roughly."), status=Support.APPROXIMATED)
    format = made_up((loss, near), {"a/b.txt": "halo 👋\n"})
    monkeypatch.setattr("flowdesigner.cli.export.FORMATS", (format,))


@pytest.mark.parametrize("format", [each.id for each in FORMATS])
def test_every_format_writes_its_files(run: Run, sample: Path, tmp_path: Path, format: str) -> None:
    ended = run("export", sample, "--to", format, "--out", tmp_path / "new" / "folder")
    written = [path for path in (tmp_path / "new" / "folder").rglob("*") if path.is_file()]

    assert ended.code == 0
    assert written
    said = f"{len(written)} file{'s' * (len(written) > 1)} written to"
    assert ended.out.splitlines()[-1].startswith(said)


@pytest.mark.usefixtures("_lossy")
def test_what_is_lost_is_told(run: Run, small: Path, tmp_path: Path) -> None:
    ended = run("export", small, "--to", "made_up", "--out", tmp_path / "out")

    assert ended.code == 0
    assert (tmp_path / "out" / "a" / "b.txt").read_text("utf-8") == "halo 👋\n"
    assert ended.out.splitlines()[-3:-1] == [
        "not said: main.drink: Buttons: None there.",
        "nearly said: Time: Roughly.",
    ]


@pytest.mark.usefixtures("_lossy")
def test_strict_writes_nothing_when_something_is_lost(
    run: Run, small: Path, tmp_path: Path
) -> None:
    ended = run("export", small, "--to", "made_up", "--out", tmp_path / "out", "--strict")

    assert ended.code == 1
    assert not (tmp_path / "out").exists()
    assert ended.err == "Nothing was written, since Made up cannot say everything.\n"


@pytest.mark.usefixtures("_lossy")
def test_a_file_in_the_place_of_the_folder_is_told(run: Run, small: Path) -> None:
    ended = run("export", small, "--to", "made_up", "--out", small)

    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1


def test_an_unknown_format_is_told(run: Run, small: Path, tmp_path: Path) -> None:
    ended = run("export", small, "--to", "morse", "--out", tmp_path)

    assert ended.code == 2
    assert "morse" in ended.err


def test_the_formats_are_listed(run: Run) -> None:
    text, data = run("formats"), run("formats", "--format", "json")

    assert [line.split()[0] for line in text.out.splitlines()] == [each.id for each in FORMATS]
    assert [each["id"] for each in data.json["formats"]] == [each.id for each in FORMATS]
    statuses = {
        said["status"] for each in data.json["formats"] for said in each["support"].values()
    }
    assert statuses <= {each.value for each in Support}
