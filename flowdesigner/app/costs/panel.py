"""The panel that tells what a month costs, of what, by which ways, and what that rests on."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.ask import tell
from flowdesigner.app.costs.leaving import Leaving
from flowdesigner.app.costs.live import LiveCosts
from flowdesigner.app.costs.rests_on import RestsOn
from flowdesigner.app.costs.table import CostTable
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.date_box import DateBox
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.costs import words
from flowdesigner.costs.forecast import CONTACTS, Forecast
from flowdesigner.costs.rate_rows import as_prices
from flowdesigner.edits.edit import Where
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.errors import FlowDesignerError
from flowdesigner.model.rates import Rates
from flowdesigner.storage.rates_file import read_rates
from flowdesigner.texts import N_, translate

_CONTACTS = ("settings", "rates", "contacts")
_PRICES = ("settings", "rates", "prices")
_NARROW = 110


class CostPanel(QWidget):
    """A month's cost for so many customers by the prices of a day; a click goes to the block."""

    def __init__(self, document: Document, focus: Focus, theme: Theme) -> None:
        super().__init__()
        self._document, self._focus = document, focus
        self.live = LiveCosts(document, self)
        self.table = CostTable(self)
        self.contacts, self.day = Line(), DateBox(_shown(self.live.day))
        self.load = QPushButton()
        self.sum = PlainLabel(wrap=True)
        self.sum.embolden()
        self.leaving, self.rests_on = Leaving(document, focus), RestsOn(theme)
        self._labels = PlainLabel(), PlainLabel()
        self.list = QTreeView(self)
        self._lay_out()
        self.contacts.typed.connect(self._plan_for)
        self.contacts.left.connect(document.end_typing)
        self.day.dateChanged.connect(self._take_day)
        self.load.clicked.connect(self._ask_for_prices)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.live.changed.connect(self._show)
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)
        focus.blocks_changed.connect(self._show_leaving)
        self.retranslate()

    def _lay_out(self) -> None:
        self.contacts.setFixedWidth(_NARROW)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE, SPACE // 2, SPACE, 0)
        bar.setSpacing(SPACE)
        for label, box in zip(self._labels, (self.contacts, self.day), strict=True):
            label.setBuddy(box)
            bar.addWidget(label)
            bar.addWidget(box)
        bar.addWidget(self.load)
        bar.addStretch(1)
        self.sum.setContentsMargins(SPACE, 0, SPACE, 0)
        self.list.setModel(self.table)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.list.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.setFrameShape(QTreeView.Shape.NoFrame)
        right = QScrollArea()
        right.setWidgetResizable(True)
        right.setFrameShape(QScrollArea.Shape.NoFrame)
        beside = QWidget()
        told = QVBoxLayout(beside)
        told.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        told.setSpacing(0)
        told.addWidget(self.leaving)
        told.addWidget(self.rests_on, 1)
        right.setWidget(beside)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([620, 340])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(bar)
        column.addWidget(self.sum)
        column.addWidget(split, 1)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self, *_what: object) -> None:
        rates = self._document.project.settings.rates or Rates()
        told = "" if rates.contacts is None else str(rates.contacts)
        if not self.contacts.hasFocus():
            self.contacts.show_text(told)
        if self.isVisible():
            self.live.begin_soon()

    # ---------------------------------------------------------------- what is asked

    def _plan_for(self, typed: str) -> None:
        plain = typed.strip().replace(".", "").replace(",", "")
        if not plain or (plain.isdecimal() and int(plain)):
            number = int(plain) if plain else None
            self._document.do(SetProjectValue(_CONTACTS, number, typing=True))

    def _take_day(self, day: QDate) -> None:
        self.live.day = date(day.year(), day.month(), day.day())
        self.live.begin_soon()

    def _ask_for_prices(self) -> None:
        kind = translate(N_("List of prices"))
        name, _kind = QFileDialog.getOpenFileName(
            self, translate(N_("Load prices")), "", f"{kind} (*.csv)"
        )
        if name:
            self.take_prices(Path(name))

    def take_prices(self, path: Path) -> None:
        """Let the project have the prices of a file; say what is wrong with it."""
        try:
            rates = read_rates(path)
        except FlowDesignerError as wrong:
            tell(self, translate(N_("The prices were not loaded")), str(wrong))
            return
        self._document.do(SetProjectValue(_PRICES, as_prices(rates)))

    # ---------------------------------------------------------------- what is shown

    def _show(self) -> None:
        found = self.live.forecast
        self.table.show(found, self._focus.language)
        self._show_leaving()
        self.rests_on.show_forecast(found, self.live.ways)
        self.sum.setText(_sum(found) if found is not None else "")

    def _show_leaving(self) -> None:
        if self.isVisible():
            self.leaving.show_forecast(self.live.forecast)

    def _go(self, index: QModelIndex) -> None:
        line = self.table.line(index.row())
        if line is not None:
            self._focus.go_to(Where(line.flow, (line.block,)))

    def retranslate(self) -> None:
        """Speak the language in use."""
        for label, told in zip(
            self._labels, (N_("Customers a month"), N_("Prices of")), strict=True
        ):
            label.setText(translate(told))
        self.contacts.setAccessibleName(translate(N_("Customers a month")))
        self.contacts.setPlaceholderText(words.number(CONTACTS))
        self.day.setAccessibleName(translate(N_("Prices of")))
        self.load.setText(translate(N_("Load prices…")))
        self.load.setToolTip(
            translate(N_("A list of prices (CSV) as a spreadsheet writes it; the help says how."))
        )
        self.list.setAccessibleName(translate(N_("What it costs")))
        self.leaving.retranslate()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.rests_on.set_theme(theme)


def _sum(found: Forecast) -> str:
    told = words.money_and_sum(found)
    return translate(N_("{cost} a month, {each} a customer"), cost=told,
                     each=words.prices(found.each))  # fmt: skip


def _shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
