"""The form of the selected block."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import column
from flowdesigner.app.inspector.editors import make_editor
from flowdesigner.app.inspector.editors.text import TextEditor
from flowdesigner.app.inspector.form import Form
from flowdesigner.app.inspector.header import Header
from flowdesigner.app.inspector.issue_list import IssueList
from flowdesigner.app.inspector.slot import Bench
from flowdesigner.app.inspector.subject import BlockSubject
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.checks.rule import Fix, Issue
from flowdesigner.edits.blocks import RenameBlock
from flowdesigner.model.block import Block
from flowdesigner.model.fields import speaks
from flowdesigner.model.walk import Path


class BlockPage(QWidget):
    """A header, the block's problems, and its fields."""

    renamed = Signal(str)
    """The block's new id."""

    def __init__(self, document: Document, flow: str, block: Block, id: str, theme: Theme) -> None:
        super().__init__()
        self.document, self.flow, self.id, self.type = document, flow, id, type(block)
        self.bench = Bench(document, BlockSubject(flow, id), theme, make_editor, flow)
        self.header = Header(self.bench, id, self._rename, self._taken, self)
        self.issues = IssueList(theme)
        silent = block.channel is None and not speaks(type(block))
        skipped = ("title", "channel") if silent else ("title",)
        self.form = Form(self.bench, (), type(block), self, skipped)
        box = column(self, SPACE + 4)
        for each in (self.header, self.issues, self.form):
            box.addWidget(each)
        box.addStretch(1)
        self.issues.fix_asked.connect(self._fix)
        self.header.retranslate()
        self.header.set_theme(theme)

    def _rename(self, old: str, new: str) -> None:
        self.document.do(RenameBlock(self.flow, old, new))
        self.renamed.emit(new)

    def _taken(self) -> set[str]:
        return set(self.document.project.flows[self.flow].blocks)

    def _fix(self, fix: Fix) -> None:
        self.document.do(fix.edit)

    def shows(self, flow: str, id: str | None, block: Block | None) -> bool:
        """Whether this is the form of a block."""
        return (flow, id) == (self.flow, self.id) and type(block) is self.type

    def refresh(self) -> None:
        """Show the values as they are now."""
        self.header.refresh()
        self.form.refresh()

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show those of the problems that are this block's."""
        own = [each for each in issues if each.block == self.id and each.flow == self.flow]
        self.issues.show_issues(own)

    def reveal(self, path: Path) -> QWidget | None:
        """Who gets the keyboard when a place in the block is asked for."""
        if path and path[0] == "title":
            return self.header.name
        if len(path) > 2 and path[0] == "variants":
            row = self.form.rows.get(str(path[2]))
            if row is not None and isinstance(row.editor, TextEditor):
                return row.editor.reveal_on(str(path[1]), path[3:])
            path = path[2:]
        return self.form.reveal(path)

    def first(self) -> QWidget:
        """Who gets the keyboard when nothing in particular is asked for."""
        rows = list(self.form.rows.values())
        return rows[0].editor.target() if rows else self.header.name

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.header.retranslate()
        self.issues.retranslate()
        self.form.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.bench.theme = theme
        self.header.set_theme(theme)
        self.issues.set_theme(theme)
        self.form.set_theme(theme)
