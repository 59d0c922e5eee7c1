"""The peer's own environment, outside the checkout; made once and used again."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

PEER = "NodeGraphQt==0.6.44"
NEEDS = ("Qt.py>=2,<3", "typing_extensions", "setuptools<81")
"""It imports distutils, which setuptools stands in for."""


def peer_python() -> Path | None:
    """The Python that has the peer; nothing, with the reason told, when it cannot be had."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    python = Path(cache) / "flowdesigner-peers" / "nodegraphqt" / "bin" / "python"
    if not _has_peer(python):
        qt = f"PySide6-Essentials=={version('PySide6-Essentials')}"
        install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        for step in (
            [sys.executable, "-m", "venv", str(python.parent.parent)],
            [*install, qt, *NEEDS],
            [*install, "--no-deps", PEER],  # it asks for more of PySide6 than it uses
        ):
            if subprocess.run(step, check=False).returncode:
                print(f"The peer is left out: {' '.join(step[-3:])} failed.", file=sys.stderr)
                return None
    return python


def _has_peer(python: Path) -> bool:
    if not python.exists():
        return False
    asked = [str(python), "-c", "import importlib.metadata as m; m.version('NodeGraphQt')"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0
