"""The start page: begin anew, from a sample, or with a file that was open before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCommandLinkButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.app.start.samples import SAMPLES
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate


class StartPage(QScrollArea):
    """What can be begun with."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal(object)
    """A `Sample`."""
    recent_asked = Signal(object)
    """A `Path`."""
    back_asked = Signal()
    """The project that is open shall be shown again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._recent: Sequence[Path] = ()
        self._open = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.retranslate()

    def offer(self, recent: Sequence[Path], open: str) -> None:
        """Offer these files, and the way back to the project that is open, if one is."""
        self._recent, self._open = recent, open
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        page = QWidget()
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        title = PlainLabel(translate(N_("Which conversation shall we design?")))
        title.setObjectName("heading")
        column.addWidget(title)
        subtitle = translate(
            N_("Draw what the bot says, check it, try it out, and hand it to your developers.")
        )
        label = PlainLabel(subtitle)
        label.setObjectName("muted")
        label.setWordWrap(True)
        column.addWidget(label)
        column.addSpacing(SPACE * 2)
        self._add_buttons(column)
        column.addStretch(1)
        around = QHBoxLayout(page)
        around.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(620)
        holder.setMinimumWidth(420)
        holder.setLayout(column)
        column.setContentsMargins(SPACE * 3, SPACE * 6, SPACE * 3, SPACE * 3)
        around.addWidget(holder, 4)
        around.addStretch(1)
        self.setWidget(page)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._open and event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        if self._open:
            back = self._button(
                translate(N_("Back to “{name}”"), name=self._open),
                translate(N_("Go on where you were.")),
                "chevron-left",
            )
            back.clicked.connect(lambda _=False: self.back_asked.emit())
            column.addWidget(back)
        for each in SAMPLES:
            button = self._button(
                translate(N_("Start from “{title}”"), title=translate(each.title)),
                translate(each.summary),
                "book-open",
            )
            button.clicked.connect(lambda _=False, sample=each: self.sample_asked.emit(sample))
            column.addWidget(button)
        empty = self._button(
            translate(N_("Empty project")), translate(N_("Begin with a blank canvas.")), "file-plus"
        )
        empty.clicked.connect(lambda _=False: self.new_asked.emit())
        column.addWidget(empty)
        opened = self._button(
            translate(N_("Open a file…")),
            translate(N_("A project that you or a colleague saved.")),
            "folder-open",
        )
        opened.clicked.connect(lambda _=False: self.open_asked.emit())
        column.addWidget(opened)
        if self._recent:
            column.addSpacing(SPACE * 2)
            heading = PlainLabel(translate(N_("Recent")))
            heading.setObjectName("subheading")
            column.addWidget(heading)
        for path in self._recent:
            button = self._button(path.name.removesuffix(".flow.yaml"), str(path.parent), "file")
            button.clicked.connect(lambda _=False, path=path: self.recent_asked.emit(path))
            column.addWidget(button)

    def _button(self, title: str, summary: str, picture: str) -> QCommandLinkButton:
        button = QCommandLinkButton(title.replace("&", "&&"), summary)
        button.setIcon(icon(picture, self._theme.accent))
        button.setIconSize(QSize(22, 22))
        button.setAccessibleName(title)
        button.setAccessibleDescription(summary)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
