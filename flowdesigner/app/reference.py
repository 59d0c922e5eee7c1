"""The reference: a page on every block, on the channels and on every check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.theme import SPACE
from flowdesigner.app.widgets.line import Line
from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.channels import CHANNELS
from flowdesigner.channels.manual import page as channels_page
from flowdesigner.checks.manual import page as rule_page
from flowdesigner.checks.rules import RULES
from flowdesigner.model.reference import page as block_page
from flowdesigner.model.reference import word_of
from flowdesigner.texts import N_, translate

WORD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Page:
    """A page of the reference, written when it is opened."""

    word: str
    """The block type, `channels`, or the name of a check."""
    title: str
    write: Callable[[], str]


def pages() -> Iterator[Page]:
    """All pages, in the language in use."""
    for each in BLOCK_TYPES:
        word = word_of(each)
        yield Page(word, translate(each.look.title), lambda each=each: block_page(each))  # type: ignore[misc]
    yield Page(
        "channels",
        translate(N_("How the channels differ")),
        lambda: channels_page(CHANNELS),
    )
    for rule in RULES:
        yield Page(rule.name, translate(rule.title), lambda rule=rule: rule_page(rule))  # type: ignore[misc]


class Reference(QWidget):
    """A list of the pages, and the one that is open."""

    def __init__(self, word: str = "") -> None:
        super().__init__()
        self._pages = {each.word: each for each in pages()}
        self.search, self.list, self.text = Line(), QListWidget(), QTextBrowser()
        self.search.setPlaceholderText(translate(N_("Search")))
        self.search.setAccessibleName(translate(N_("Search the pages")))
        self.search.setClearButtonEnabled(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate(N_("Pages")))
        self.text.setAccessibleName(translate(N_("Page")))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addLayout(left, 2)
        row.addWidget(self.text, 5)
        self.search.typed.connect(self._find)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self._find("")
        self.open(word)

    def open(self, word: str) -> None:
        """Open a page; the first one when there is none of this word."""
        words = [self.list.item(at).data(WORD) for at in range(self.list.count())]
        self.list.setCurrentRow(words.index(word) if word in words else 0)

    def _find(self, typed: str) -> None:
        """Keep the pages in which every typed word is."""
        wanted = typed.casefold().split()
        current = self.list.currentItem()
        open_now = current.data(WORD) if current else ""
        self.list.clear()
        for each in self._pages.values():
            if wanted and not all(word in each.write().casefold() for word in wanted):
                continue
            item = QListWidgetItem(each.title, self.list)
            item.setData(WORD, each.word)
            item.setToolTip(each.title)
        self.open(str(open_now))

    def _show(self, item: QListWidgetItem | None) -> None:
        page = self._pages.get(item.data(WORD)) if item is not None else None
        self.text.setMarkdown(page.write() if page else "")

    def _follow(self, address: QUrl) -> None:
        self.open(address.path().removesuffix(".md"))
