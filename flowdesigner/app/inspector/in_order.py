"""The Tab key goes through a form from top to bottom, whatever was added to it when."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from flowdesigner.app.guarded import guarded


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """All widgets inside another one as they are laid out."""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from in_order(inner)
    layout = widget.layout()
    if layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield widget
            yield from in_order(widget)
        elif inner is not None:
            yield from _of_layout(inner)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    tab = Qt.FocusPolicy.TabFocus
    return (
        policy & tab == tab
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


class InOrder(QWidget):
    """What holds a form."""

    moved_to = Signal(QWidget)
    """The widget that the keyboard went to."""

    @guarded(False)
    def focusNextPrevChild(self, forwards: bool) -> bool:
        stops = [each for each in in_order(self) if _takes_tab(each)]
        now = self.focusWidget()
        at = next((at for at, each in enumerate(stops) if each is now), None)
        to = None if at is None else at + (1 if forwards else -1)
        if to is None or not 0 <= to < len(stops):
            return super().focusNextPrevChild(forwards)
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        stops[to].setFocus(reason)
        self.moved_to.emit(stops[to])
        return True
