"""What is known of the chosen problem: why it matters, how it is mended, and what that changes."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.problems.around import around_change
from flowdesigner.app.problems.difference import Difference
from flowdesigner.app.problems.model import rule_title
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.card import Card
from flowdesigner.app.widgets.elided_button import ElidedButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.wrapped_row import WrappedRow
from flowdesigner.checks.rule import Fix, Issue
from flowdesigner.checks.rules import BY_NAME
from flowdesigner.edits.ignore import Ignored
from flowdesigner.texts import N_, translate

_NARROWEST = 230
_MOST = 6
"""So many differences of a fix are told; the rest is counted."""


class Remedy(tuple[Fix, Sequence[Difference], int]):
    """A fix, what it changes, and how many problems can be mended like this."""

    __slots__ = ()


class Details(QScrollArea):
    """A page on one problem."""

    fix_asked = Signal(object)
    """A `Fix`."""
    all_asked = Signal(object)
    """A `Fix` of which all of the kind shall be made."""
    ignore_asked = Signal()
    take_back_asked = Signal()
    help_asked = Signal(str)
    """The name of a rule."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_NARROWEST)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that nothing is chosen."""
        box = self._page()
        box.addWidget(_muted(translate(N_("Choose a problem to see why it matters."))))
        box.addStretch(1)

    def show_issue(self, issue: Issue, place: str, remedies: Sequence[Remedy]) -> None:
        """Tell all of a problem that there is to mend."""
        box = self._page()
        box.addWidget(_heading(str(issue.message)))
        if place:
            box.addWidget(_muted(place))
        for at, remedy in enumerate(remedies):
            box.addWidget(self._remedy(remedy, primary=at == 0))
        self._tell_rule(box, issue.rule)
        self._finish(box, issue.rule, N_("Ignore…"), self.ignore_asked)

    def show_ignored(self, ignored: Ignored, place: str) -> None:
        """Tell of a problem that may stay."""
        box = self._page()
        box.addWidget(_heading(rule_title(ignored.rule)))
        if place:
            box.addWidget(_muted(place))
        self._tell(box, N_("Why it may stay"), ignored.reason)
        self._tell_rule(box, ignored.rule)
        self._finish(box, ignored.rule, N_("Stop ignoring it"), self.take_back_asked)

    # ------------------------------------------------------------------ pieces

    def _page(self) -> QVBoxLayout:
        """A new page; the old one goes."""
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
        box.setSpacing(SPACE)
        self.setWidget(page)
        return box

    def _tell_rule(self, box: QVBoxLayout, name: str) -> None:
        rule = BY_NAME.get(name)
        if rule is not None:
            self._tell(box, N_("Why it matters"), translate(rule.manual.why))
            self._tell(box, N_("How to fix it"), translate(rule.manual.cure))
            self._tell(box, N_("Source"), rule.manual.source and translate(rule.manual.source))

    def _tell(self, box: QVBoxLayout, title: str, words: str) -> None:
        if words:
            lines = QVBoxLayout()
            lines.setSpacing(2)
            lines.addWidget(_muted(translate(title)))
            lines.addWidget(PlainLabel(words, wrap=True))
            box.addLayout(lines)

    def _finish(self, box: QVBoxLayout, rule: str, words: str, signal: object) -> None:
        row = QWidget()
        line = WrappedRow(row, gap=SPACE, line_gap=SPACE // 2)
        act = ElidedButton(translate(words))
        act.clicked.connect(lambda _=False: signal.emit())  # type: ignore[attr-defined]
        more = ElidedButton(translate(N_("More on this check")))
        more.setIcon(icon("circle-question-mark", self.theme.muted))
        more.clicked.connect(lambda _=False: self.help_asked.emit(rule))
        line.addWidget(act)
        line.addWidget(more)
        box.addWidget(row)
        box.addStretch(1)

    # ------------------------------------------------------------------ fixes

    def _remedy(self, remedy: Remedy, *, primary: bool) -> QWidget:
        """A button that mends it, one that mends all alike, and what becomes different."""
        fix, changes, count = remedy
        card = Card(self.theme, bar=self.theme.good)
        box = QVBoxLayout(card)
        box.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        box.setSpacing(SPACE // 2)
        buttons = QWidget()
        row = WrappedRow(buttons, gap=SPACE, line_gap=SPACE // 2)
        one = ElidedButton(str(fix.title))
        if primary:
            one.setObjectName("primary")
        one.setIcon(icon("wrench", self.theme.on_accent if primary else self.theme.muted))
        one.clicked.connect(lambda _=False: self.fix_asked.emit(fix))
        row.addWidget(one)
        if count > 1:
            every = ElidedButton(translate(N_("Fix all {n}"), n=count))
            every.clicked.connect(lambda _=False: self.all_asked.emit(fix))
            row.addWidget(every)
        box.addWidget(buttons)
        for line in self._told(changes):
            box.addWidget(line)
        return card

    def _told(self, changes: Sequence[Difference]) -> Iterator[QWidget]:
        where = None
        several = len({each.where for each in changes}) > 1
        for each in changes[:_MOST]:
            if several and each.where != where:
                yield _muted(each.where)
            where = each.where
            yield from self._difference(each)
        if len(changes) > _MOST:
            yield _muted(translate(N_("and {n} more changes"), n=len(changes) - _MOST))

    def _difference(self, change: Difference) -> Iterator[QWidget]:
        if change.before is None and change.after is None:
            yield PlainLabel(change.told, wrap=True)
            return
        yield _muted(change.told)
        before, after = around_change(change.before or "", change.after or "")
        for sign, words, colour, said in (
            ("\N{MINUS SIGN}", before, self.theme.error, N_("Before: {words}")),
            ("+", after, self.theme.good, N_("After: {words}")),
        ):
            if words:
                yield _signed(sign, words, colour, translate(said, words=words))


def _signed(sign: str, words: str, colour: str, said: str) -> QWidget:
    """Words with a coloured sign before them."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE)
    mark = PlainLabel(sign)
    mark.set_colour(colour)
    mark.setFixedWidth(mark.fontMetrics().horizontalAdvance("+") + 2)
    label = PlainLabel(words, wrap=True)
    label.setAccessibleName(said)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label, 1)
    return row


def _heading(words: str) -> PlainLabel:
    label = PlainLabel(words, wrap=True)
    label.setObjectName("strong")
    return label


def _muted(words: str) -> PlainLabel:
    label = PlainLabel(words, wrap=True)
    label.setObjectName("muted")
    return label
