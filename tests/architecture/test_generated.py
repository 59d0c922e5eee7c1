"""What follows from the source is kept in the repository as the source has it now."""

import subprocess
import sys

from tests.architecture.source import ROOT


def test_generated_files_are_current() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "generate"), "--check"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
