"""The bar over the canvas by which only some blocks are shown, and all others dimmed."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import language_name
from flowdesigner.app.theme import RADIUS, SPACE, Theme
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.channels import BY_ID
from flowdesigner.checks.rule import SEVERITY_LABELS
from flowdesigner.find.keeping import Wanted
from flowdesigner.texts import N_, translate

Severities = Mapping[str, frozenset[str]]
"""The severities of problems by block."""


class FilterBar(QFrame):
    """What a block must be or have to be seen well; Esc shows all again."""

    def __init__(
        self,
        document: Document,
        canvas: FlowCanvas,
        problems: Callable[[str], Severities],
        theme: Theme,
    ) -> None:
        super().__init__(canvas)
        self.setObjectName("filter_bar")
        self._document, self._canvas, self._problems = document, canvas, problems
        self.type, self.channel, self.problem, self.language = (Choice(self) for _ in range(4))
        self.count = PlainLabel("", self)
        self.close_it = IconButton("x", N_("Show all blocks"), theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE - 2, SPACE - 2, SPACE - 2)
        row.setSpacing(SPACE)
        for box in self._boxes():
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _at: self.refresh())
            row.addWidget(box)
        row.addWidget(self.count)
        row.addWidget(self.close_it)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.close_it.clicked.connect(self.clear)
        canvas.escaped.connect(self.clear)
        canvas.stage.focus.flow_changed.connect(lambda _flow: self._soon.start())
        document.changed.connect(lambda _change: self._soon.start())
        document.replaced.connect(self._forget)
        canvas.installEventFilter(self)
        self.retranslate()
        self.set_theme(theme)
        self.hide()

    def _boxes(self) -> tuple[Choice, ...]:
        return self.type, self.channel, self.problem, self.language

    def ask(self) -> None:
        """Open it, and let the author choose."""
        self._offer()
        self.show()
        self.raise_()
        self.refresh()
        self.type.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def wanted(self) -> Wanted:
        """What was chosen."""
        return Wanted(*(str(box.currentData() or "") for box in self._boxes()))

    def refresh(self) -> None:
        """Dim the blocks that are not wanted."""
        if not self.isVisibleTo(self._canvas):
            return
        flow_id = self._canvas.stage.focus.flow
        flow = self._document.project.flows.get(flow_id)
        wanted = self.wanted
        if flow is None or not wanted:
            self._canvas.stage.dim(frozenset())
            self.count.setText(translate(N_("All blocks")))
        else:
            kept = wanted.kept(flow, self._problems(flow_id))
            self._canvas.stage.dim(frozenset(flow.blocks.keys() - kept))
            self.count.setText(
                translate(N_("{n} of {count} blocks"), n=len(kept), count=len(flow.blocks))
            )
        self.count.setAccessibleName(self.count.text())
        self._place()

    def clear(self) -> None:
        """Show all blocks again, and go."""
        if not self.isHidden():
            self._forget()
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        for box in self._boxes():
            box.choose("")
        self._canvas.stage.dim(frozenset())
        self.hide()

    def _offer(self) -> None:
        project = self._document.project
        types = ((each.model_fields["type"].default, each.look.title) for each in BLOCK_TYPES)
        channels = ((id, BY_ID[id].title if id in BY_ID else id) for id in project.channels)
        severities = ((str(each), title) for each, title in SEVERITY_LABELS.items())
        languages = [
            (code, translate(N_("Missing: {language}"), language=language_name(code)))
            for code in project.languages
        ]
        _fill(self.type, N_("Any type"), types)
        _fill(self.channel, N_("Any channel"), channels)
        problems = (("any", N_("With a problem")), *severities)
        _fill(self.problem, N_("Problems: any"), problems)
        _fill(self.language, N_("Languages: any"), languages)

    def _place(self) -> None:
        self.adjustSize()
        room = self._canvas.width()
        self.setFixedWidth(min(self.sizeHint().width(), room - 2 * SPACE))
        self.move((room - self.width()) // 2, SPACE)

    def retranslate(self) -> None:
        """Speak the language in use."""
        names = (N_("Type of block"), N_("Channel"), N_("Problems"), N_("Missing language"))
        for box, name in zip(self._boxes(), names, strict=True):
            box.setAccessibleName(translate(name))
        self.channel.setToolTip(
            translate(N_("Blocks that say something else on the channel, or go only there"))
        )
        self.close_it.retranslate()
        self._offer()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.close_it.set_theme(theme)
        self.count.set_colour(theme.text)
        self.setStyleSheet(
            f"#filter_bar {{ background: {theme.surface}; border: 1px solid {theme.border};"
            f" border-radius: {RADIUS + 2}px; }}"
        )

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            event.accept()  # what is typed here does nothing to the canvas below


def _fill(box: Choice, nothing: str, offers: Iterable[tuple[str, str]]) -> None:
    words = [(word, translate(title)) for word, title in offers]
    box.offer([("", translate(nothing)), *words])
    if box.currentIndex() < 0:
        box.choose("")
