"""A screen reader in another process reads the canvas and the outline from the bus."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
SCRIPT = """
Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$0/display" 2>"$0/xvfb" & X=$!
until [ -s "$0/display" ]; do sleep 0.1; done
export DISPLAY=":$(cat "$0/display")"
"$1" -m tests.app.at_spi.window >"$0/window" 2>&1 & W=$!
"$2" -W ignore "$3" flow-reader-test; CODE=$?
kill $W $X
exit $CODE
"""


def can_read() -> bool:
    """Whether this machine has what it takes: a bus, a screen, and the bindings."""
    if not all(map(shutil.which, ("dbus-run-session", "Xvfb", SYSTEM_PYTHON))):
        return False
    wanted = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([SYSTEM_PYTHON, "-c", wanted], capture_output=True).returncode == 0


@pytest.mark.skipif(not can_read(), reason="no accessibility bus on this machine")
def test_a_screen_reader_walks_through_the_blocks_and_opens_one(tmp_path: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(ROOT),
    }
    run = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SCRIPT, str(tmp_path), sys.executable,
         SYSTEM_PYTHON, str(HERE / "reader.py")],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr + (tmp_path / "window").read_text()
    found = json.loads(run.stdout.splitlines()[-1])  # the bus has its own to say

    assert found["canvas"]["role"] == "list"
    assert found["canvas"]["children"] == [
        "Message: Hello", "Question: What is your number?", "Message: Thank you", "End: done",
    ]  # fmt: skip
    question = found["blocks"][1]
    assert question["role"] == "list item"
    assert question["actions"] == ["Press"]
    assert question["relations"] == {
        "flows-to": ["Message: Thank you"], "flows-from": ["Message: Hello"],
    }  # fmt: skip
    assert question["children"][0] == "Answered leads to Message “Thank you”"
    assert question["box"][2] > 100
    assert "SHOWING" in question["states"]
    assert found["title"] == "edit thanks"
    assert "SELECTED" in found["after"]["states"]
    assert found["focused"][-1] == "Message: Thank you"
    words = [name for _role, name in found["outline"][1:]]
    assert "Answered: on to Message: Thank you" in words
