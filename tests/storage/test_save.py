"""A save is whole or not at all, and says which."""

import errno
import hashlib
import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flowdesigner.errors import SaveError
from flowdesigner.storage import save
from flowdesigner.storage.save import remove_litter, save_bytes

OLD = b"old " * 1000
NEW = b"new " * 800_000  # more than one write
STEPS = ("open", "write", "fchmod", "fsync", "close", "replace")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "journey.flow.yaml"
    path.write_bytes(OLD)
    return path


def others(target: Path) -> list[Path]:
    return [path for path in target.parent.iterdir() if path != target]


class FailingSystem:
    """The operating system, failing at the n-th call that touches a file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, number: int) -> None:
        self.calls: list[str] = []
        self.at = at
        self.number = number
        for name in STEPS:
            monkeypatch.setattr(save.os, name, self.step(name, getattr(os, name)))

    def step(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            self.calls.append(name)
            if len(self.calls) - 1 == self.at:
                if name == "close":
                    real(*args, **kwargs)
                raise OSError(self.number, os.strerror(self.number))
            return real(*args, **kwargs)

        return call


def test_a_save_tells_what_now_stands_on_the_disk(target: Path) -> None:
    saved = save_bytes(target, NEW)
    assert target.read_bytes() == NEW
    assert (saved.path, saved.size) == (target, len(NEW))
    assert saved.sha256 == hashlib.sha256(NEW).hexdigest()
    assert others(target) == []


@pytest.mark.parametrize(
    "number", [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES]
)
def test_an_error_at_any_step_is_told_and_leaves_the_old_file_or_the_new(
    target: Path, number: int
) -> None:
    at = 0
    while True:
        target.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as monkeypatch:
            system = FailingSystem(monkeypatch, at, number)
            if not _fails(target):
                break
        replaced = "replace" in system.calls[:at]
        assert target.read_bytes() == (NEW if replaced else OLD)
        assert others(target) == []
        at += 1
    assert at == len(system.calls)  # every step has failed once
    assert set(system.calls) == set(STEPS)


def _fails(target: Path) -> bool:
    try:
        save_bytes(target, NEW)
    except SaveError as error:
        told = error
    else:
        return False
    assert told.replaced == (target.read_bytes() == NEW)
    assert target.name in str(told)
    return True


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "save-disk-full"),
        (errno.EDQUOT, "save-quota"),
        (errno.EFBIG, "save-too-large"),
        (errno.EROFS, "save-read-only-disk"),
        (errno.EACCES, "save-read-only-folder"),
        (errno.EIO, "save-device-error"),
        (errno.EBUSY, "save-in-use"),
        (errno.EPROTO, "save-failed"),
    ],
)
def test_the_cause_is_told(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    FailingSystem(monkeypatch, 0, number)
    with pytest.raises(SaveError) as caught:
        save_bytes(target, NEW)
    assert caught.value.code == code


def test_a_disk_that_does_not_confirm_is_not_a_failed_save(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "disk")
        real(handle)

    monkeypatch.setattr(save.os, "fsync", fsync)
    with pytest.raises(SaveError, match="was saved, but the disk did not confirm") as caught:
        save_bytes(target, NEW)
    assert caught.value.replaced
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_network_drive_need_not_confirm_folders(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "network")
        real(handle)

    monkeypatch.setattr(save.os, "fsync", fsync)
    assert save_bytes(target, NEW).size == len(NEW)


def test_windows_is_asked_again_while_a_scanner_holds_the_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def replace(source: str, goal: str) -> None:
        tries.append(goal)
        if len(tries) < 4:
            busy = PermissionError(errno.EACCES, "busy")
            busy.winerror = 32  # type: ignore[attr-defined]
            raise busy
        os.rename(source, goal)

    monkeypatch.setattr(save.os, "replace", replace)
    monkeypatch.setattr(save.time, "sleep", lambda seconds: None)
    save_bytes(target, NEW)
    assert len(tries) == 4
    assert target.read_bytes() == NEW


def test_mode_link_and_attributes_are_kept(target: Path) -> None:
    target.chmod(0o640)
    try:
        os.setxattr(target, "user.comment", b"mine")
        attributes = True
    except OSError:
        attributes = False  # a disk that knows none
    link = target.with_name("link.flow.yaml")
    link.symlink_to(target.name)
    saved = save_bytes(link, NEW)
    assert link.is_symlink()
    assert saved.path == target
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    if attributes:
        assert os.getxattr(target, "user.comment") == b"mine"


def test_a_new_file_follows_the_mask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save_bytes(tmp_path / "new.flow.yaml", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.flow.yaml").stat().st_mode) == 0o640


def test_a_read_only_file_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save.os, "access", lambda path, mode: False)  # root may write everything
    with pytest.raises(SaveError, match="read-only") as caught:
        save_bytes(target, NEW)
    assert caught.value.code == "save-read-only-file"
    assert target.read_bytes() == OLD


HOPELESS = (
    ("missing/a.flow.yaml", "save-missing-folder"),
    ("plain/a.flow.yaml", "save-missing-folder"),
    ("folder", "save-is-folder"),
    ("n" * 300, "save-name-too-long"),
    ("loop", "save-link-loop"),
    ("pipe", "save-not-a-file"),
    ("a\0b", "save-failed"),
)


@pytest.mark.parametrize(("name", "code"), HOPELESS)
def test_places_where_nothing_can_be_saved(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "plain").write_bytes(OLD)
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(SaveError) as caught:
        save_bytes(tmp_path / name, NEW)
    assert caught.value.code == code
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["n" * 250, "日本" * 40, "emoji 👍.flow.yaml", "a\nb"])
def test_odd_names_can_be_saved(tmp_path: Path, name: str) -> None:
    save_bytes(tmp_path / name, b"old")
    save_bytes(tmp_path / name, NEW)
    assert (tmp_path / name).read_bytes() == NEW
    assert others(tmp_path / name) == []


def test_a_disk_that_is_really_full(target: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) // 2, before[1]))
    try:
        with pytest.raises(SaveError) as caught:
            save_bytes(target, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert caught.value.code == "save-too-large"
    assert target.read_bytes() == OLD
    assert others(target) == []


def test_a_kill_at_any_step_leaves_the_old_file_or_the_new(target: Path) -> None:
    run = subprocess.run(
        [sys.executable, Path(__file__).with_name("killed_save.py"), target],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    outcomes = run.stdout.splitlines()
    assert "torn killed" not in outcomes
    assert outcomes[0] == "old killed"
    assert "new killed" in outcomes  # between the replacement and the last step
    assert outcomes[-1] == "new finished"
    left = others(target)
    assert left
    remove_litter(target)
    assert others(target) == left  # too young: another window may be saving
    youngest = max(path.stat().st_mtime for path in left)
    remove_litter(target, now=youngest + 3601)
    assert others(target) == []
