"""The help window: an index in groups, a search, and the page that is open."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.guarded import guarded
from flowdesigner.app.help.browser import Browser
from flowdesigner.app.help.keys_page import TITLE as KEYS_TITLE
from flowdesigner.app.help.keys_page import keys_page
from flowdesigner.app.help.topic import KEYS, START, Topic
from flowdesigner.app.theme import DARK, LIGHT, SPACE, Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.reference.contents import groups, start_page
from flowdesigner.reference.page import Group, Page
from flowdesigner.texts import N_, current_language, translate

ADDRESS = Qt.ItemDataRole.UserRole
_HALF_LIGHT = 128


class HelpWindow(QDialog):
    """Stays open beside the work; what is asked for next opens in it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.index, self.text, self.search = QTreeWidget(), Browser(), Line()
        self.back = IconButton("arrow-left", N_("Back"), theme)
        self.forward = IconButton("arrow-right", N_("Forward"), theme)
        self.home = IconButton("house", N_("First page"), theme)
        self._language = ""
        self._pages: Mapping[str, Page] = {}
        self._texts: dict[str, str] = {}
        self._tops: list[QTreeWidgetItem] = []
        self._trail: list[Topic] = []
        self._at = -1
        self._lay_out()
        self._connect()
        self._speak()

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self.index.setHeaderHidden(True)
        self.index.setIndentation(SPACE * 2)
        self.index.setStyleSheet("QTreeView::item { border-radius: 0; }")
        self.search.setClearButtonEnabled(True)
        bar = QHBoxLayout()
        for button in (self.back, self.forward, self.home):
            bar.addWidget(button)
        bar.addWidget(self.search, 1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(bar)
        column.addWidget(self.index, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(side)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 780])
        split.setChildrenCollapsible(False)
        box = QHBoxLayout(self)
        box.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        box.addWidget(split)
        self.resize(1060, 720)

    def _connect(self) -> None:
        self.search.typed.connect(self._find)
        self.index.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self.text.anchorClicked.connect(self._follow)
        self.back.clicked.connect(lambda _=False: self.go(-1))
        self.forward.clicked.connect(lambda _=False: self.go(1))
        self.home.clicked.connect(lambda _=False: self.open_at(Topic()))
        for keys, call in (
            ("Alt+Left", lambda: self.go(-1)),
            ("Alt+Right", lambda: self.go(1)),
            ("Alt+Home", lambda: self.open_at(Topic())),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl++", self.text.zoomIn),
            ("Ctrl+=", self.text.zoomIn),
            ("Ctrl+-", self.text.zoomOut),
        ):
            QShortcut(QKeySequence(keys), self, call)

    def _speak(self) -> None:
        """List the pages in the language in use."""
        self._language = current_language()
        self.setWindowTitle(translate(N_("Help")))
        self.search.setPlaceholderText(translate(N_("Search")))
        self.search.setAccessibleName(translate(N_("Search the pages")))
        self.index.setAccessibleName(translate(N_("Pages")))
        self.text.setAccessibleName(translate(N_("Page")))
        for button in (self.back, self.forward, self.home):
            button.retranslate()
        listed = groups()
        start = Page(START, translate(N_("Reference")), lambda: start_page(listed))
        keys = Page(KEYS, translate(KEYS_TITLE), keys_page)
        self._list((Group(start.title, (start,)), *listed, Group(keys.title, (keys,))))

    def _list(self, groups: Sequence[Group]) -> None:
        self._texts = {}
        self._pages = {page.address: page for group in groups for page in group.pages}
        self.index.blockSignals(True)
        self.index.clear()
        self._tops.clear()
        for group in groups:
            first, *others = group.pages
            heading = _item(first)
            heading.addChildren([_item(each) for each in others])
            self._tops.append(heading)
        self.index.addTopLevelItems(self._tops)
        self.index.blockSignals(False)
        self._find(self.search.text())

    # ------------------------------------------------------------------ opening

    @property
    def address(self) -> str:
        """The page that is open."""
        return self._trail[self._at].address if self._trail else ""

    def open_at(self, topic: Topic) -> None:
        """Open a page; the first one when there is none of this address."""
        if self._language != current_language():
            self._speak()
        if topic.address not in self._pages:
            topic = Topic()
        if not self._trail or self._trail[self._at] != topic:
            self._trail = [*self._trail[: self._at + 1], topic]
            self._at += 1
        self._show()

    def go(self, steps: int) -> None:
        """Go back to pages that were open, or forward again."""
        if 0 <= self._at + steps < len(self._trail):
            self._at += steps
            self._show()

    def _show(self) -> None:
        topic = self._trail[self._at]
        self.text.show_page(self._written(topic.address), topic.field)
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self._trail))
        self.index.blockSignals(True)
        for item in self.items():
            if item.data(0, ADDRESS) == topic.address:
                self.index.setCurrentItem(item)
        self.index.blockSignals(False)

    def _written(self, address: str) -> str:
        if address not in self._texts:
            self._texts[address] = self._pages[address].write()
        return self._texts[address]

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.open_at(Topic(str(item.data(0, ADDRESS))))

    def _follow(self, address: QUrl) -> None:
        self.open_at(Topic(address.path().removesuffix(".md")))

    # ------------------------------------------------------------------ the index

    def items(self) -> Iterator[QTreeWidgetItem]:
        """All lines of the index, from top to bottom."""
        for top in self._tops:
            yield top
            yield from map(top.child, range(top.childCount()))

    def _find(self, typed: str) -> None:
        """Keep the pages in which every typed word is."""
        wanted = typed.casefold().split()
        for top in self._tops:
            found = [self._keep(each, wanted) for each in self.items() if each.parent() is top]
            top.setHidden(not self._keep(top, wanted) and not any(found))
            top.setExpanded(bool(wanted) or top.isExpanded())

    def _keep(self, item: QTreeWidgetItem, wanted: Sequence[str]) -> bool:
        address = str(item.data(0, ADDRESS))
        kept = not wanted or all(word in self._written(address).casefold() for word in wanted)
        item.setHidden(not kept)
        return kept

    # ------------------------------------------------------------------ language and look

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dark = self.palette().window().color().lightness() < _HALF_LIGHT
            for button in (self.back, self.forward, self.home):
                button.set_theme(DARK if dark else LIGHT)
        spoken_otherwise = self._language not in ("", current_language())
        if event.type() == QEvent.Type.ActivationChange and spoken_otherwise:
            self._speak()
            self._show()


def _item(page: Page) -> QTreeWidgetItem:
    item = QTreeWidgetItem([page.title])
    item.setData(0, ADDRESS, page.address)
    item.setToolTip(0, page.title)
    return item


def show_help(topic: Topic, theme: Theme, parent: QWidget) -> HelpWindow:
    """Open a page in the help window of a window, which is made when there is none."""
    help = next(iter(parent.findChildren(HelpWindow)), None) or HelpWindow(theme, parent)
    help.open_at(topic)
    help.show()
    help.raise_()
    help.activateWindow()
    help.text.setFocus()
    return help
