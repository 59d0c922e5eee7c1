"""Handing a journey to developers from the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from flowdesigner.app.export import dialog as dialog_module
from flowdesigner.app.export.dialog import ExportDialog
from flowdesigner.app.export.losses import LossList
from flowdesigner.app.theme import LIGHT
from flowdesigner.formats.format import Loss, Support
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.places import samples_folder
from flowdesigner.storage.project_file import open_file

Told = list[str]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What the author is told instead of a box that waits for a click."""
    heard: Told = []
    monkeypatch.setattr(dialog_module, "tell", lambda _parent, *words: heard.extend(words))
    monkeypatch.setattr(dialog_module, "open_folder", lambda folder: heard.append(str(folder)))
    return heard


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QWidget]:
    widget = QWidget()
    yield widget
    widget.deleteLater()


def dialog(parent: QWidget, errors: int = 0) -> ExportDialog:
    project = open_file(samples_folder() / "order_status.flow.yaml").project
    return ExportDialog(project, FORMATS, errors, LIGHT, "id", parent)


def losses(shown: ExportDialog) -> LossList:
    found = shown.findChild(LossList)
    assert isinstance(found, LossList)
    return found


def platforms(shown: ExportDialog) -> QListWidget:
    found = shown.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def test_every_platform_is_offered(parent: QWidget) -> None:
    offered = platforms(dialog(parent))

    assert [offered.item(at).text() for at in range(offered.count())] == [
        each.title for each in FORMATS
    ]


@pytest.mark.parametrize("at", range(len(FORMATS)))
def test_it_says_what_the_platform_cannot_say(parent: QWidget, at: int) -> None:
    shown = dialog(parent)
    platforms(shown).setCurrentRow(at)
    project = open_file(samples_folder() / "order_status.flow.yaml").project

    told = losses(shown).groups
    expected = FORMATS[at].write(project).losses

    assert {(each.title, each.why) for each in told} == {_told(loss) for loss in expected}
    assert sum(len(each.places) for each in told) <= len(expected)


def _told(loss: Loss) -> tuple[str, str]:
    how = "lost" if loss.status is Support.UNSUPPORTED else "said nearly"
    return f"{loss.what}: {how}", str(loss.why)


def test_it_writes_the_files_of_the_platform(parent: QWidget, told: Told, tmp_path: Path) -> None:
    shown = dialog(parent)
    shown.write_to(tmp_path)

    folder = tmp_path / f"order_status-{FORMATS[0].id}"
    expected = FORMATS[0].write(shown.project).files
    written = {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert written == dict(expected)
    assert str(folder) in told


def test_a_folder_that_cannot_be_written_is_told_of(
    parent: QWidget, told: Told, tmp_path: Path
) -> None:
    place = tmp_path / "a file"
    place.write_text("in the way", "utf-8")

    dialog(parent).write_to(place)

    assert told[0] == "The export could not be written"
    assert "a file" in told[1]


def test_errors_of_the_journey_are_told_before(parent: QWidget) -> None:
    assert dialog(parent, errors=2).warning.startswith("The journey still has 2 errors")
    assert dialog(parent).warning == ""
