"""The panel in which words of the whole project are found and replaced."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.document import Document
from flowdesigner.app.find.live import LiveSearch
from flowdesigner.app.find.model import HitKey, HitsModel, key_of
from flowdesigner.app.find.row import FoundRow
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import language_name
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.find.query import Query
from flowdesigner.find.replace import replacing
from flowdesigner.find.search import Hit
from flowdesigner.texts import N_, ntranslate, translate


class FindPanel(QWidget):
    """A line for words, how they are meant, and all the places where they stand."""

    asked_for = Signal(object, bool)
    """A hit to go to, and whether to let type in its field."""
    left = Signal()
    """The author wants to get back to the canvas."""

    def __init__(self, document: Document, focus: Focus, theme: Theme) -> None:
        super().__init__()
        self._document, self._focus = document, focus
        self.live = LiveSearch(document, self)
        self._model = HitsModel(focus, self)
        self._row = FoundRow(theme, self._model, self)
        self.words, self.by = Line(self), Line(self)
        self.case, self.whole = self._toggle("Aa"), self._toggle("|ab|")
        self.language = Choice(self)
        self.count = PlainLabel("", self)
        self.count.setObjectName("muted")
        self.previous = IconButton("chevron-up", N_("Previous hit"), theme, self)
        self.following = IconButton("chevron-down", N_("Next hit"), theme, self)
        self.replace_too = IconButton("pencil", N_("Replace"), theme, self)
        self.replace_too.setCheckable(True)
        self.one, self.all = QPushButton(self), QPushButton(self)
        self.list = QListView(self)
        self._key: HitKey | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _toggle(self, sign: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setCheckable(True)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        self.language.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._row)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        how = QHBoxLayout()
        how.setSpacing(SPACE // 2)
        for widget in (self.case, self.whole, self.language, self.previous, self.following):
            how.addWidget(widget)
        how.addWidget(self.replace_too)
        how.addSpacing(SPACE)
        how.addWidget(self.count, 1)
        then = QHBoxLayout()
        then.setSpacing(SPACE)
        then.addWidget(self.one)
        then.addWidget(self.all)
        then.addStretch(1)
        head = QGridLayout()
        head.setContentsMargins(SPACE, SPACE // 2, SPACE, 0)
        head.setSpacing(SPACE // 2)
        head.addWidget(self.words, 0, 0)
        head.addLayout(how, 0, 1)
        head.addWidget(self.by, 1, 0)
        head.addLayout(then, 1, 1)
        head.setColumnStretch(0, 2)
        head.setColumnStretch(1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._show_replacing(False)

    def _connect(self) -> None:
        for line in (self.words, self.by):
            line.returnPressed.connect(self.next_hit)
        self.words.typed.connect(lambda _words: self._soon.start())
        self.by.typed.connect(lambda words: self._model.replace_by(True, words))
        self.case.toggled.connect(lambda _on: self._soon.start())
        self.whole.toggled.connect(lambda _on: self._soon.start())
        self.language.activated.connect(lambda _at: self._soon.start())
        self.replace_too.toggled.connect(self._show_replacing)
        self.previous.clicked.connect(self.previous_hit)
        self.following.clicked.connect(self.next_hit)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        self.list.clicked.connect(lambda index: self._go(index, type=False))
        self.list.activated.connect(lambda index: self._go(index, type=True))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._model.dataChanged.connect(self._count)
        self.live.told.connect(self._show)
        self._document.changed.connect(self._later)
        self._document.replaced.connect(self._later)
        self._focus.language_changed.connect(lambda _language: self._show())

    # ---------------------------------------------------------------- looking

    def ask(self, *, replace: bool, words: str = "") -> None:
        """Let the author type what is looked for, or what comes in its place."""
        self.replace_too.setChecked(replace or self.replace_too.isChecked())
        if words:
            self.words.show_text(words)
        self.words.setFocus()
        self.words.selectAll()
        self._look()

    def _look(self) -> None:
        query = Query(
            self.words.text(),
            match_case=self.case.isChecked(),
            whole_words=self.whole.isChecked(),
            language=str(self.language.currentData() or ""),
        )
        if query != self.live.query:
            self._key = None
            self._model.left_out.clear()
        self.live.look_for(query)

    def _later(self, *_change: object) -> None:
        """The project became another: look again when it is seen."""
        self._offer_languages()
        if self.isVisible():
            self._soon.start()

    def finish(self) -> None:
        """Find all there is, now."""
        if self._soon.isActive():
            self._soon.stop()
            self._look()
        self.live.finish()

    def _show(self) -> None:
        self._model.show(self._document.project, self.live.hits)
        at = self._model.row_of(self._key) if self._key else -1
        if at >= 0:
            self._mark(at)
        self._count()

    def _mark(self, at: int) -> None:
        index = self._model.index(at)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        self.list.scrollTo(index)

    def _chosen(self, index: QModelIndex) -> None:
        hit = self._model.hit(index)
        if hit is not None:
            self._key = key_of(hit)
        self._count()

    # ---------------------------------------------------------------- going

    def next_hit(self) -> None:
        """Go to the hit after the chosen one."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before the chosen one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.finish()
        rows = self._model.at
        if not rows:
            return
        now = self.list.currentIndex().row()
        first = 0 if by > 0 else len(rows) - 1
        at = (rows.index(now) + by) % len(rows) if now in rows else first
        self._mark(rows[at])
        self._go(self._model.index(rows[at]), type=False)

    def _go(self, index: QModelIndex, *, type: bool) -> None:
        hit = self._model.hit(index)
        if hit is not None:
            self.asked_for.emit(hit, type)

    # ---------------------------------------------------------------- replacing

    def _show_replacing(self, on: bool) -> None:
        for widget in (self.by, self.one, self.all):
            widget.setVisible(on)
        self._model.replace_by(on, self.by.text())
        self._count()

    def replace_one(self) -> None:
        """Write the chosen hit otherwise, and go to the next."""
        self.finish()
        hit = self._model.hit(self.list.currentIndex())
        if hit is None or not self._model.may_replace(hit):
            self.next_hit()
            return
        at = self._model.at.index(self.list.currentIndex().row())
        self._replace((hit,))
        self.finish()
        rows = self._model.at
        if rows:
            # What was written may hold the words again, and then counts as done.
            again = len(self.live.query.pattern.findall(self.by.text()))
            self._mark(rows[(at + again) % len(rows)])
            self._go(self.list.currentIndex(), type=False)

    def replace_all(self) -> None:
        """Write all hits otherwise that are not left out; one step of the history."""
        self.finish()
        self.words.setFocus()  # the button will have nothing more to do
        hits = self.live.every_hit()
        self._replace(tuple(hit for hit in hits if self._model.is_wanted(hit)))
        self.finish()

    def _replace(self, hits: tuple[Hit, ...]) -> None:
        edit = replacing(self.words.text(), self.by.text(), hits)
        self._document.end_typing()
        self._document.do(edit)
        self._soon.start()

    # ---------------------------------------------------------------- showing

    def _count(self, *_what: object) -> None:
        hits, count = self._model.at, self.live.count
        now = self.list.currentIndex().row()
        if not self.words.text():
            told = ""
        elif not count:
            told = translate(N_("Nothing found"))
        elif now in hits:
            told = translate(N_("{number} of {count}"), number=hits.index(now) + 1, count=count)
        else:
            told = ntranslate("{n} hit", "{n} hits", count)
        self.count.setText(told)
        for button in (self.previous, self.following, self.one):
            button.setEnabled(bool(count))
        wanted = self._model.count_wanted()
        whole = count == len(hits)  # else nobody has counted those that may not change
        words = N_("Replace all ({n})") if whole else N_("Replace all")
        self.all.setText(translate(words, n=wanted))
        self.all.setEnabled(bool(wanted))

    def _offer_languages(self) -> None:
        languages = self._document.project.languages
        offers = [("", translate(N_("All languages")))]
        self.language.offer(offers + [(code, language_name(code)) for code in languages])
        if self.language.currentIndex() < 0:
            self.language.choose("")
        self.language.setVisible(len(languages) > 1)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for line, words in (
            (self.words, translate(N_("Find in the whole project"))),
            (self.by, translate(N_("Replace with"))),
        ):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
        for button, words in (
            (self.case, translate(N_("Match case"))),
            (self.whole, translate(N_("Whole words"))),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.language.setAccessibleName(translate(N_("Language to look in")))
        self.list.setAccessibleName(translate(N_("Found")))
        for each in (self.previous, self.following, self.replace_too):
            each.retranslate()
        self.one.setText(translate(N_("Replace")))
        self._offer_languages()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._row.theme = theme
        for each in (self.previous, self.following, self.replace_too):
            each.set_theme(theme)
        self.list.viewport().update()

    # ---------------------------------------------------------------- keys

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
