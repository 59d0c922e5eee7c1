"""How long until the first window, beside a bare PySide6 window, in one run.

python benchmarks/start.py [--rounds N] [--json]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QToolBar
from PySide6.QtCore import Qt
app = QApplication([])
window = QMainWindow()
window.menuBar().addMenu("File").addAction("Open")
window.addToolBar(QToolBar())
window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, QDockWidget("Dock"))
window.resize(1440, 900)
window.show()
app.processEvents()
window.repaint()
"""

OURS = """
import gc
gc.disable()  # as the program does until its window is there
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from flowdesigner.app.main import make_application, make_workbench
from flowdesigner.app.preferences import Preferences
app = make_application()
store = QSettings(sys.argv[2], QSettings.Format.IniFormat)
desk = make_workbench(app, Preferences(store))
assert desk.files.open_sample(Path(sys.argv[1]))
desk.window.show()
desk.canvas.zoom_to_fit()
app.processEvents()
desk.window.repaint()
"""


def seconds(code: str, *arguments: str) -> float:
    """Wall time of a process from its start to its first painted window and its end."""
    timed = (
        "import time; begun = time.perf_counter()\n"
        + code
        + "\nimport os, sys\nprint(time.perf_counter() - begun, flush=True)\nos._exit(0)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    done = subprocess.run(
        [sys.executable, "-c", timed, *arguments],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    return float(done.stdout.splitlines()[-1])


def main() -> None:
    """Measure both, one after the other, and print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sample = str(ROOT / "samples" / "order_status.flow.yaml")
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "preferences.ini")
        for _round in range(options.rounds + 1):
            bare.append(seconds(BARE))
            ours.append(seconds(OURS, sample, store))
    one, other = statistics.median(bare[1:]), statistics.median(ours[1:])
    result = {"bare": one, "flowdesigner": other, "ratio": other / one}
    if options.json:
        print(json.dumps(result))
    else:
        print(f"bare PySide6 window   {one * 1000:7.0f} ms")
        print(f"ours, sample open     {other * 1000:7.0f} ms")
        print(f"ratio                 {other / one:7.2f}   (at most 2.5)")


if __name__ == "__main__":
    main()
