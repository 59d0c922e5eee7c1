"""What the chat knows at the moment: the time, and variables that can be changed by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from flowdesigner.app.preview.typed_value import UnreadableValueError, read_value, written
from flowdesigner.app.preview.wording import day_and_clock
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.fold import Fold
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.values import type_of
from flowdesigner.model.variable import TYPE_LABELS
from flowdesigner.simulate.session import Session
from flowdesigner.texts import N_, translate

_CONTACT = ("contact.name", "contact.phone", "contact.email")
_TALLEST = 190


class VariablesView(QWidget):
    """A strip with the clock that unfolds into names and values."""

    changed = Signal(str, object)
    """A variable and its new value; nothing clears it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.lines: dict[str, Line] = {}
        self._names: tuple[str, ...] = ()
        self.trouble = PlainLabel("", wrap=True)
        self.trouble.setObjectName("error")
        self.trouble.hide()
        self._fold = Fold("", self._make, theme)
        self.clock = PlainLabel()
        self.clock.setObjectName("muted")
        box = QGridLayout(self)
        box.setContentsMargins(SPACE, 4, SPACE + 4, 4)
        box.setVerticalSpacing(2)
        box.addWidget(self._fold, 0, 0, 1, 2)
        # On the line of the handle, whatever is unfolded below it.
        self._fold.handle.setMinimumHeight(26)
        self.clock.setFixedHeight(26)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        box.addWidget(self.clock, 0, 1, right)
        box.addWidget(self.trouble, 1, 0, 1, 2)
        self.retranslate()

    def show_session(self, session: Session) -> None:
        """Show the values of a state."""
        self._session = session
        self.clock.setText(day_and_clock(session.now))
        self.retranslate()
        if self._fold.is_open:
            self._fill()

    def unfold(self, name: str = "") -> None:
        """Open it, and let type in a variable's value."""
        self._fold.open(True)
        self._fill()
        line = self.lines.get(name) or next(iter(self.lines.values()), None)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            line.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._fold.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.clock.setToolTip(translate(N_("The customer's clock; waits can be skipped")))
        known = self._session.values if self._session else {}
        count = sum(1 for name in self._wanted() if known.get(name) is not None)
        self._fold.set_title(translate(N_("Variables ({count} set)"), count=count))

    def _make(self, parent: QWidget) -> QWidget:
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(4, 0, 4, 4)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        area = QScrollArea(parent)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._area, self._inner = area, inner
        self._names = ()
        self._fill()
        return area

    def _wanted(self) -> tuple[str, ...]:
        if self._session is None:
            return ()
        declared = self._session.project.variables
        own = (name for name, each in declared.items() if each.type != "secret")
        others = (name for name in self._session.values if name.startswith("consent."))
        return (*own, *_CONTACT, *others)

    def _fill(self) -> None:
        """Values into the rows there are; new rows only when other variables are shown."""
        session = self._session
        if session is None:
            return
        if self._names != self._wanted():
            self._names = self._wanted()
            self._build()
        values = session.values
        for name, line in self.lines.items():
            if not line.hasFocus() or not line.isModified():
                line.show_text(written(session.project, name, values.get(name)))
                line.setModified(False)

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        for row, name in enumerate(self._names):
            label = PlainLabel(name)
            label.setObjectName("muted")
            line = Line()
            line.setAccessibleName(translate(N_("Value of {variable}"), variable=name))
            line.setPlaceholderText(translate(N_("not set")))
            line.left.connect(lambda name=name: self._take(name))
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(line, row, 1)
            self.lines[name] = line
        self._grid.setRowStretch(len(self._names), 1)
        self._area.setFixedHeight(min(self._inner.sizeHint().height() + 4, _TALLEST))

    def _take(self, name: str) -> None:
        session, line = self._session, self.lines.get(name)
        if session is None or line is None or not line.isModified():
            return
        line.setModified(False)
        today = session.now.date()
        try:
            value = read_value(session.project, name, line.text(), session.language, today)
        except UnreadableValueError:
            self._complain(name)
            return
        self.trouble.hide()
        if value != session.values.get(name):
            self.changed.emit(name, value)

    def _complain(self, name: str) -> None:
        session = self._session
        kind = type_of(name, session.project.variables) if session else "text"
        title = translate(TYPE_LABELS.get(kind, kind))
        told = N_("That is no value for {variable}, which is: {type}.")
        self.trouble.setText(translate(told, variable=name, type=title))
        self.trouble.show()
