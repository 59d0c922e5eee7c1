"""Drawing a card on any painter: no caches and no clipping, so that SVG and PDF get the same."""

import re
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from flowdesigner.app.canvas.card import (
    BODY_SIZE,
    BODY_TOP,
    CHIP,
    COUNT,
    FAR_LINE,
    FAR_SIZE,
    HEAD,
    LINE,
    ROW,
    SEMIBOLD,
    SIDE,
    SMALL_SIZE,
    TITLE_SIZE,
    WIDTH,
    Card,
    ExitRow,
    Problems,
)
from flowdesigner.app.canvas.reading_way import runs_left, write
from flowdesigner.app.canvas.typeset import elided, font, measure
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import Theme

MARGIN = 14.0
"""What is drawn outside the card's own box: ports, the badge, the shadow."""
TOP_MARGIN = 30.0
"""Above it also the start mark."""
FAR_MARKS, SMALL_MARKS = 2.2, 3.4
"""How much larger marks are on cards without small letters."""
START_ROOM = 76.0
"""What the start mark takes of the upper edge."""
ROUND = 8.0
PORT = 5.5
_PLACEHOLDER = re.compile(r"(\{[\w.]+\})")
_BADGE_ICONS = {"error": "circle-alert", "warning": "triangle-alert", "hint": "info"}
_NO_PEN = Qt.PenStyle.NoPen


def mixed(one: str, other: str, part: float) -> QColor:
    """A colour with a part of another in it."""
    a, b = QColor(one), QColor(other)
    return QColor(
        round(a.red() + (b.red() - a.red()) * part),
        round(a.green() + (b.green() - a.green()) * part),
        round(a.blue() + (b.blue() - a.blue()) * part),
    )


def group_colour(card: Card, theme: Theme) -> str:
    """The colour of the card's room of the palette; grey for an unknown type."""
    return theme.muted if card.unknown else theme.groups[card.group]


def paint_card(painter: QPainter, card: Card, theme: Theme) -> None:
    """Draw a card with all that stands on it; its top left corner is at the origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_box(painter, card, theme)
    _paint_head(painter, card, theme)
    _paint_body(painter, card, theme)
    for row in card.rows:
        _paint_row(painter, row, theme)
    paint_edge(painter, card, theme)


def paint_edge(painter: QPainter, card: Card, theme: Theme) -> None:
    """Draw what lies on a card's edge: ports, the start mark, the badge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in card.rows:
        _paint_port(painter, row, theme)
    _paint_marks(painter, card, theme, 1.0)


def paint_far_card(painter: QPainter, card: Card, theme: Theme) -> None:
    """Draw a card for a zoom at which only large letters can be read."""
    _paint_far_box(painter, card, theme)
    painter.setFont(font(FAR_SIZE, SEMIBOLD))
    painter.setPen(QColor(theme.muted if card.blank else theme.text))
    room = int((card.height - 24) // FAR_LINE)
    leftwards, width = runs_left(card.summary), measure(FAR_SIZE, SEMIBOLD)
    for number, line in enumerate(card.far[: max(room, 1)]):
        x = WIDTH - 12 - width(line) if leftwards else 12
        write(painter, QPointF(x, 48 + number * FAR_LINE), line, leftwards=leftwards)
    _paint_marks(painter, card, theme, FAR_MARKS)


def paint_small_card(painter: QPainter, card: Card, theme: Theme) -> None:
    """Draw a card for a zoom at which no letters can be read: its icon tells what it is."""
    _paint_far_box(painter, card, theme)
    side = min(card.height - 36, 88.0)
    box = QRectF((WIDTH - side) / 2, 12 + (card.height - 12 - side) / 2, side, side)
    paint_icon(painter, card.icon, group_colour(card, theme), box)
    _paint_marks(painter, card, theme, SMALL_MARKS)


def _paint_far_box(painter: QPainter, card: Card, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = group_colour(card, theme)
    border = mixed(theme.card_border, colour, 0.5)
    _fill(painter, QRectF(0, 0, WIDTH, card.height), ROUND * 1.5, border)
    inner = QRectF(2.5, 2.5, WIDTH - 5, card.height - 5)
    _fill(painter, inner, ROUND * 1.5 - 2, mixed(theme.card, colour, 0.14))
    _fill(painter, QRectF(2.5, 2.5, WIDTH - 5, 10), ROUND * 0.6, QColor(colour))
    _paint_covered(painter, card, theme, QRectF(8, card.height - 18, WIDTH - 16, 10))


def _paint_box(painter: QPainter, card: Card, theme: Theme) -> None:
    shade = QColor(0, 0, 0, 34 if theme.dark else 9)
    for spread in (3.0, 2.0, 1.0):
        box = QRectF(-spread, 1.5 - spread / 2, WIDTH + 2 * spread, card.height + 1.5 * spread)
        _fill(painter, box, ROUND + spread, shade)
    _fill(painter, QRectF(0, 0, WIDTH, card.height), ROUND, QColor(theme.card_border))
    _fill(painter, QRectF(1, 1, WIDTH - 2, card.height - 2), ROUND - 1, QColor(theme.card))


def _paint_head(painter: QPainter, card: Card, theme: Theme) -> None:
    colour = group_colour(card, theme)
    tint = mixed(theme.card, colour, 0.16 if theme.dark else 0.1)
    _fill(painter, QRectF(1, 1, WIDTH - 2, HEAD), ROUND - 1, tint)
    painter.fillRect(QRectF(1, HEAD - ROUND, WIDTH - 2, ROUND), tint)
    painter.fillRect(QRectF(1, HEAD - 1, WIDTH - 2, 1), mixed(theme.card, colour, 0.26))
    _paint_covered(painter, card, theme, QRectF(1, HEAD - 3, WIDTH - 2, 3))
    _fill(painter, QRectF(10, 8, 24, 24), 6, QColor(colour))
    paint_icon(painter, card.icon, theme.card, QRectF(14, 12, 16, 16))
    painter.setFont(font(TITLE_SIZE, SEMIBOLD))
    painter.setPen(QColor(theme.text))
    write(painter, QPointF(44, 25), card.title)
    if card.note:
        paint_icon(painter, "file-text", theme.muted, QRectF(WIDTH - SIDE - 16, 12, 16, 16))


def _paint_covered(painter: QPainter, card: Card, theme: Theme, box: QRectF) -> None:
    """A bar that tells how many of the ways out conversations take."""
    if card.covered is None:
        return
    some, whole = card.covered
    painter.fillRect(box, mixed(theme.card, theme.warning if some < whole else theme.good, 0.3))
    part = QRectF(box.left(), box.top(), box.width() * some / whole, box.height())
    painter.fillRect(part, QColor(theme.good))


def _paint_body(painter: QPainter, card: Card, theme: Theme) -> None:
    painter.setFont(font(BODY_SIZE))
    colour = QColor(theme.muted if card.blank else theme.text)
    leftwards = runs_left(" ".join(card.lines))
    for number, line in enumerate(card.lines):
        y = BODY_TOP + number * LINE + 14
        _paint_words(painter, line, y, (colour, QColor(theme.accent)), leftwards=leftwards)
    painter.setFont(font(SMALL_SIZE))
    for chip in card.chips:
        box = QRectF(chip.x, card.chips_y, chip.width, CHIP)
        _fill(painter, box, CHIP / 2, QColor(theme.accent_soft if chip.only else theme.raised))
        painter.setPen(QColor(theme.accent if chip.only and not theme.dark else theme.text))
        painter.drawText(QPointF(chip.x + 8, card.chips_y + 14), chip.text)


def _paint_words(
    painter: QPainter, line: str, y: float, colours: tuple[QColor, QColor], *, leftwards: bool
) -> None:
    """A line of words, the names of variables in another colour, from the edge it is read from."""
    width = measure(BODY_SIZE)
    x = WIDTH - SIDE if leftwards else SIDE
    for piece in _PLACEHOLDER.split(line) if "{" in line else (line,):
        if piece:
            painter.setPen(colours[bool(_PLACEHOLDER.fullmatch(piece))])
            wide = width(piece)
            at = QPointF(x - wide if leftwards else x, y)
            write(painter, at, piece, leftwards=leftwards)
            x += -wide if leftwards else wide


def _paint_row(painter: QPainter, row: ExitRow, theme: Theme) -> None:
    _paint_words_of(painter, row, theme)
    if row.taken is not None and (row.taken or row.state != "optional"):
        _paint_taken(painter, row.taken, row.y, theme)


def _paint_taken(painter: QPainter, taken: int, y: float, theme: Theme) -> None:
    """How many conversations leave here; a ring when none does."""
    number = str(taken) if taken < 1000 else "999+"
    colour = theme.good if taken else theme.muted
    width = max(measure(SMALL_SIZE, SEMIBOLD)(number) + 12, 20)
    box = QRectF(WIDTH - SIDE - width, y - 8, width, 16)
    _fill(painter, box, 8, mixed(theme.card, colour, 0.2 if taken else 0.12))
    painter.setFont(font(SMALL_SIZE, SEMIBOLD))
    painter.setPen(QColor(colour))
    x = box.center().x() - measure(SMALL_SIZE, SEMIBOLD)(number) / 2
    painter.drawText(QPointF(x, y + 4), number)


def _paint_words_of(painter: QPainter, row: ExitRow, theme: Theme) -> None:
    painter.setFont(font(12))
    if row.answer:
        box = QRectF(10, row.y - ROW / 2 + 1.5, WIDTH - 20, ROW - 3)
        _fill(painter, box, 6, mixed(theme.card, theme.text, 0.07))
        painter.setPen(_row_colour(row, theme, theme.text))
        leftwards = runs_left(row.name)
        x = WIDTH - SIDE - 6 - measure(12)(row.name) if leftwards else SIDE + 6
        write(painter, QPointF(x, row.y + 4.5), row.name, leftwards=leftwards)
        return
    painter.setPen(_row_colour(row, theme, theme.muted))
    x = WIDTH - SIDE - measure(12)(row.name) - (COUNT if row.taken is not None else 0)
    write(painter, QPointF(x, row.y + 4.5), row.name)
    if row.time:
        x -= measure(12)(row.time) + 10
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(x, row.y + 4.5), row.time)
        paint_icon(painter, "clock", theme.muted, QRectF(x - 16, row.y - 5.5, 12, 12))


def _row_colour(row: ExitRow, theme: Theme, linked: str) -> QColor:
    if row.state == "open" and not row.answer:
        return QColor(theme.warning)
    return QColor(theme.error if row.state == "astray" else linked)


def _paint_port(painter: QPainter, row: ExitRow, theme: Theme) -> None:
    spot = QPointF(WIDTH, row.y)
    ring = {
        "linked": theme.edge, "open": theme.warning, "optional": theme.card_border,
        "astray": theme.error,
    }[row.state]  # fmt: skip
    painter.setPen(_NO_PEN)
    painter.setBrush(QColor(ring))
    painter.drawEllipse(spot, PORT, PORT)
    if row.state != "linked":
        painter.setBrush(QColor(theme.card))
        painter.drawEllipse(spot, PORT - 1.8, PORT - 1.8)


def _paint_marks(painter: QPainter, card: Card, theme: Theme, size: float) -> None:
    if card.first:
        _scaled(painter, 0, 0, size, lambda: _paint_start(painter, card.first, theme))
    problems = card.problems
    if problems is not None:
        if size == 1:
            _paint_reason(painter, card, problems, theme)
        _scaled(painter, WIDTH, 0, size, lambda: _paint_badge(painter, problems, theme))


def _paint_reason(painter: QPainter, card: Card, problems: Problems, theme: Theme) -> None:
    """What the worst problem is, over the upper edge beside the badge."""
    width = measure(SMALL_SIZE)
    right = WIDTH + 10 - _badge(problems)[1]
    left = START_ROOM if card.first else SIDE
    words = elided(problems.told, right - left - 18, width)
    if len(words) < 6:
        return
    colour = theme.severities[problems.severity]
    box = QRectF(right - width(words) - 16, -11, width(words) + 26, 22)
    _fill(painter, box.adjusted(-1.5, -1.5, 0, 1.5), 12.5, QColor(theme.canvas))
    _fill(painter, box, 11, mixed(theme.card, colour, 0.16))
    painter.setFont(font(SMALL_SIZE))
    painter.setPen(mixed(theme.text, colour, 0.55))
    painter.drawText(QPointF(box.left() + 10, 4), words)


def _scaled(painter: QPainter, x: float, y: float, size: float, paint: Callable[[], None]) -> None:
    painter.save()
    try:
        painter.translate(x, y)
        painter.scale(size, size)
        paint()
    finally:
        painter.restore()


def _paint_start(painter: QPainter, word: str, theme: Theme) -> None:
    """A tab above the top left corner."""
    width = measure(SMALL_SIZE, SEMIBOLD)(word) + 30
    _fill(painter, QRectF(0, -25, width, 20), 10, QColor(theme.good))
    paint_icon(painter, "play", theme.card, QRectF(8, -20.5, 11, 11))
    painter.setFont(font(SMALL_SIZE, SEMIBOLD))
    painter.setPen(QColor(theme.card))
    painter.drawText(QPointF(22, -11), word)


def _paint_badge(painter: QPainter, problems: Problems, theme: Theme) -> None:
    """A pill over the top right corner: the worst severity and how many."""
    number, width = _badge(problems)
    box = QRectF(10 - width, -11, width, 22)
    _fill(painter, box.adjusted(-1.5, -1.5, 1.5, 1.5), 12.5, QColor(theme.canvas))
    _fill(painter, box, 11, QColor(theme.severities[problems.severity]))
    icon_box = QRectF(box.left() + 5, -7, 14, 14)
    paint_icon(painter, _BADGE_ICONS[problems.severity], theme.card, icon_box)
    painter.setFont(font(SMALL_SIZE, SEMIBOLD))
    painter.setPen(QColor(theme.card))
    painter.drawText(QPointF(box.left() + 21, 4), number)


def _badge(problems: Problems) -> tuple[str, float]:
    """What the badge counts, and how wide it is."""
    number = str(problems.count) if problems.count < 100 else "99+"
    return number, measure(SMALL_SIZE, SEMIBOLD)(number) + 27


def _fill(painter: QPainter, box: QRectF, radius: float, colour: QColor) -> None:
    painter.setPen(_NO_PEN)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, radius, radius)
