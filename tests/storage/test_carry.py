"""Pictures that go along with copies of blocks."""

from pathlib import Path

import pytest

from flowdesigner.storage.carry import Carried, carry


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "a.png").write_bytes(b"a")
    (folder / "b.pdf").write_bytes(b"b")
    (folder / "keys.env").write_bytes(b"secret")
    (tmp_path / "outside.png").write_bytes(b"o")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "target").mkdir()
    return tmp_path / "target"


def test_files_are_copied_into_folders_of_the_same_name(source: Path, target: Path) -> None:
    assert carry(["pictures/a.png", "b.pdf"], source, target) == Carried(
        ("b.pdf", "pictures/a.png")
    )
    assert (target / "pictures" / "a.png").read_bytes() == b"a"


def test_nothing_is_written_over(source: Path, target: Path) -> None:
    (target / "b.pdf").write_bytes(b"mine")
    assert carry(["b.pdf"], source, target) == Carried(other=("b.pdf",))
    assert (target / "b.pdf").read_bytes() == b"mine"
    (target / "b.pdf").write_bytes(b"b")
    assert carry(["b.pdf"], source, target) == Carried()


@pytest.mark.parametrize(
    "name",
    ["../outside.png", "keys.env", "gone.png", "/etc/hosts", "C:/a.png", "..\\outside.png", ""],
)
def test_only_what_is_sent_and_lies_inside_is_copied(name: str, source: Path, target: Path) -> None:
    assert carry([name], source, target) == Carried(missing=(name,))
    assert list(target.iterdir()) == []


def test_a_link_that_leads_out_is_not_followed(source: Path, target: Path) -> None:
    (source / "link.png").symlink_to(source.parent / "outside.png")
    assert carry(["link.png"], source, target) == Carried(missing=("link.png",))


def test_what_is_there_already_is_not_missed(source: Path, target: Path) -> None:
    (target / "gone.png").write_bytes(b"here")
    assert carry(["gone.png"], source, target) == Carried()
