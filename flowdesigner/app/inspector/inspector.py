"""The inspector: the form of what is selected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.inspector.block_page import BlockPage
from flowdesigner.app.inspector.flow_page import FlowPage
from flowdesigner.app.inspector.in_order import InOrder
from flowdesigner.app.inspector.several_page import SeveralPage
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.checks.rule import Issue
from flowdesigner.model.change import Change
from flowdesigner.model.walk import Path

_LIT_FOR = 900
"""How long a field that was asked for is lit, in milliseconds."""

Page = BlockPage | FlowPage | SeveralPage


class Inspector(QWidget):
    """Shows the selected block, the open flow when none is, or how many are.

    The form is built anew only when something else is shown; an edit of a value, an undo too,
    goes into the editors that are there.
    """

    help_asked = Signal(str)
    """The type of block on which more is wanted."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._focus, self._theme = document, focus, theme
        self._issues: tuple[Issue, ...] = ()
        self._built_for: object = None
        self._stale = False
        self._page: Page | None = None
        self._aside: tuple[object, FlowPage, QWidget] | None = None
        """The form of the flow while a block is selected: what it is for, and what holds it."""
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._area)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle_if_seen)
        document.changed.connect(self._changed)
        document.replaced.connect(self._replaced)
        focus.blocks_changed.connect(self._soon.start)
        focus.flow_changed.connect(lambda _flow: self._soon.start())
        focus.field_asked.connect(self.ask_for)
        self._soon.start()

    # ------------------------------------------------------------------ what is shown

    @property
    def page(self) -> Page:
        """The form of what is selected, made now if it was not needed before."""
        self._settle()
        assert self._page is not None
        return self._page

    @property
    def settled(self) -> bool:
        """Whether the form is that of what is selected, and says what it is now."""
        return self._page is not None and self._is_current() and not self._stale

    def _settle_if_seen(self) -> None:
        """Build when the event that selected has been painted, and only if it can be seen."""
        if self.isVisible():
            self._settle()

    def _settle(self) -> None:
        if not self._is_current() or self._page is None:
            self._build()
        elif self._stale:
            self._stale = False
            self._page.refresh()

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def _replaced(self) -> None:
        self._built_for = None
        self._forget_aside()
        self._soon.start()

    def _changed(self, change: Change) -> None:
        if not self._is_current():
            self._soon.start()
        elif self._page is not None and any(self._concerns(each.path) for each in change):
            self._stale = not self.isVisible()
            if not self._stale:
                self._page.refresh()

    def _concerns(self, path: tuple[str, ...]) -> bool:
        """Whether an entry of the file can be seen in the form."""
        if path[0] in ("conversations", "layout", "translated_from"):
            return False
        other_block = (
            len(path) == 4 and path[2] == "blocks"
            and isinstance(self._page, BlockPage) and path[3] != self._page.id
        )  # fmt: skip
        return not other_block

    def _key(self) -> object:
        """What the form is built for; another one needs another form."""
        project, focus = self._document.project, self._focus
        block = project.block(focus.flow, focus.block or "")
        shape = (project.languages, project.channels, focus.flow)
        return (*shape, focus.blocks, type(block))

    def _is_current(self) -> bool:
        return self._key() == self._built_for

    def _build(self) -> None:
        self._put_aside()
        self._built_for, self._stale = self._key(), False
        if self._aside is not None and self._aside[0] == self._built_for:
            (_key, self._page, shell), self._aside = self._aside, None
            self._page.refresh()
        else:
            self._page = self._make_page()
            shell = self._shell_of(self._page)
        self._area.setWidget(shell)
        shell.show()
        self._show_issues()

    def _put_aside(self) -> None:
        """Remove what is shown; later, since it may be what asked for the change."""
        old = self._area.takeWidget()
        if old is None:
            return
        old.hide()
        if isinstance(self._page, FlowPage):  # it comes back as soon as no block is selected
            self._forget_aside()
            old.setParent(self)
            self._aside = self._built_for, self._page, old
        else:
            old.deleteLater()

    def _forget_aside(self) -> None:
        """The form that was put aside is of another project, language or look."""
        if self._aside is not None:
            self._aside[2].deleteLater()
            self._aside = None

    def _shell_of(self, page: Page) -> QWidget:
        shell = InOrder()
        shell.moved_to.connect(self._follow)
        box = QVBoxLayout(shell)
        box.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE * 2)
        box.addWidget(page)
        return shell

    def _make_page(self) -> Page:
        project, focus = self._document.project, self._focus
        block = project.block(focus.flow, focus.block or "")
        if block is not None and focus.block:
            page = BlockPage(self._document, focus.flow, block, focus.block, self._theme)
            page.renamed.connect(focus.select)
            page.header.help_asked.connect(lambda: self.help_asked.emit(block.type))
            return page
        if len(focus.blocks) > 1:
            return SeveralPage(len(focus.blocks), self._theme)
        return FlowPage(self._document, focus.flow, self._theme)

    def _follow(self, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget, 0, SPACE * 3)

    # ------------------------------------------------------------------ problems

    def set_issues(self, issues: Sequence[Issue]) -> None:
        """Show those of the problems that are of the selected block."""
        self._issues = tuple(issues)
        self._show_issues()

    def _show_issues(self) -> None:
        if isinstance(self._page, BlockPage):
            self._page.show_issues(self._issues)

    # ------------------------------------------------------------------ the keyboard

    def ask_for(self, path: Path) -> None:
        """Bring a field into view, let type in it, and light it for a moment."""
        page = self.page
        if isinstance(page, SeveralPage):
            return
        if isinstance(page, BlockPage):
            page.bench.language = self._focus.language
        target = page.reveal(tuple(path))
        if target is None or target.hasFocus():
            return
        target.setFocus()
        self._area.ensureWidgetVisible(target, 0, SPACE * 6)
        # Again when a form that was just built has been laid out.
        QTimer.singleShot(0, target, lambda: self._area.ensureWidgetVisible(target, 0, SPACE * 6))
        _light(target, self._theme)

    def focus_first(self) -> None:
        """Let type in the first field."""
        page = self.page
        if isinstance(page, BlockPage):
            page.bench.language = self._focus.language
            page.first().setFocus()
        elif isinstance(page, FlowPage):
            self.ask_for(())

    # ------------------------------------------------------------------ language and look

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._forget_aside()
        if self._page is not None:
            self._page.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._forget_aside()
        if self._page is not None:
            self._page.set_theme(theme)


def _light(target: QWidget, theme: Theme) -> None:
    target.setStyleSheet(f"background: {theme.accent_soft};")
    QTimer.singleShot(_LIT_FOR, target, lambda: target.setStyleSheet(""))
