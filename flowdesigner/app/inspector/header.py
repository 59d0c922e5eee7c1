"""What stands above the fields of a block: what it is, and what it is called."""

from collections.abc import Callable, Container

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.inspector.editor import bare, column
from flowdesigner.app.inspector.editors.id_line import IdLine
from flowdesigner.app.inspector.slot import Bench
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.block import Block
from flowdesigner.texts import N_, translate


class Header(QWidget):
    """The block's picture, its name, its id, and what blocks of its type do."""

    help_asked = Signal()
    """More is wanted on blocks of its type."""

    def __init__(
        self,
        bench: Bench,
        id: str,
        rename: Callable[[str, str], None],
        taken: Callable[[], Container[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._bench, self._id = bench, id
        self._look = bench.part.look if isinstance(bench.part, Block) else Block.look
        self.picture = QLabel()
        self.kind, self.summary = PlainLabel(), PlainLabel(wrap=True)
        self.name = Line()
        self.id_label = PlainLabel(id)
        self.rename = IconButton("pencil", N_("Change the id"), bench.theme)
        self.help = IconButton("circle-question-mark", N_("Help on this block"), bench.theme)
        self.id_line = IdLine(self._renamed(rename), taken, bench.theme, self)
        self._lay_out()
        self.name.typed.connect(self._typed)
        self.name.left.connect(bench.document.end_typing)
        self.rename.clicked.connect(self.edit_id)
        self.help.clicked.connect(lambda _=False: self.help_asked.emit())
        self.id_line.line.left.connect(self._close_id)
        self.refresh()

    def _lay_out(self) -> None:
        self.kind.embolden()
        first, second = bare(QHBoxLayout(), SPACE), bare(QHBoxLayout(), 4)
        first.addWidget(self.picture)
        first.addWidget(self.kind, 1)
        second.addWidget(self.id_label)
        second.addWidget(self.id_line, 1)
        second.addWidget(self.rename)
        second.addStretch(0)
        first.addLayout(second)
        first.addWidget(self.help)
        self.id_line.hide()
        box = column(self, 6)
        box.addLayout(first)
        box.addWidget(self.summary)
        box.addWidget(self.name)

    def _renamed(self, rename: Callable[[str, str], None]) -> Callable[[str, str], None]:
        def both(old: str, new: str) -> None:
            self._close_id()
            rename(old, new)

        return both

    def _typed(self, name: str) -> None:
        edit = self._bench.subject.set(
            self._bench.project, ("title",), name if name.strip() else None, typing=True
        )
        self._bench.document.do(edit)

    def edit_id(self) -> None:
        """Let the id be changed."""
        self.id_label.hide()
        self.rename.hide()
        self.id_line.show()
        self.id_line.show_id(self._id)
        self.id_line.line.selectAll()
        self.id_line.line.setFocus()

    def _close_id(self) -> None:
        self.id_line.hide()
        self.id_label.show()
        self.rename.show()

    def refresh(self) -> None:
        """Show the name as it is now."""
        part = self._bench.part
        title = part.title if isinstance(part, Block) else None
        self.name.show_text(title or "")

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.kind.setText(translate(self._look.title))
        self.summary.setText(translate(self._look.summary))
        self.name.setPlaceholderText(translate(N_("Name on the canvas (optional)")))
        self.name.setAccessibleName(translate(N_("Name on the canvas")))
        self.rename.retranslate()
        self.help.retranslate()
        self.id_line.line.setAccessibleName(translate(N_("Id")))
        told = translate(N_("The id: what the file and the developers call this block."))
        self.id_label.setToolTip(told)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        colour = theme.groups[self._look.group]
        picture = icon(self._look.icon, colour).pixmap(QSize(20, 20), self.devicePixelRatioF())
        self.picture.setPixmap(picture)
        self.kind.set_colour(theme.text)
        self.summary.set_colour(theme.muted)
        self.id_label.set_colour(theme.muted)
        self.rename.set_theme(theme)
        self.help.set_theme(theme)
        self.id_line.set_theme(theme)
