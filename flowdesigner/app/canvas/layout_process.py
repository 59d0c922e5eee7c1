"""Laying out a large flow in a process of its own, so that the window never waits."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment

from flowdesigner.app.guarded import guarded
from flowdesigner.layout.diagram import Diagram, Floats
from flowdesigner.layout.places import places
from flowdesigner.layout.worker import ENVIRONMENT, WORD, read_places, written


class LayoutProcess(QObject):
    """At most one such process at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._process is not None

    def ask(self, diagram: Diagram, then: Callable[[Floats], None]) -> None:
        """Lay a diagram out, and hand over the places; what was asked before is dropped."""
        self.stop()
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in ENVIRONMENT.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)

        @guarded(None)
        def ended(*_what: object) -> None:
            if process is self._process:
                data = bytes(process.readAllStandardOutput().data())
                good = process.exitStatus() is QProcess.ExitStatus.NormalExit and data
                self.stop()
                # Without a process the window has to wait, but the work is done.
                then(read_places(data) if good else places(diagram))

        process.finished.connect(ended)
        process.errorOccurred.connect(ended)
        # A frozen program is its own Python.
        frozen = getattr(sys, "frozen", False)
        process.start(sys.executable, [WORD] if frozen else ["-m", "flowdesigner", WORD])
        process.write(written(diagram))
        process.closeWriteChannel()

    def stop(self) -> None:
        """Drop what was asked for."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished()
            process.deleteLater()
