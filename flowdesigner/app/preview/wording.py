"""Times, lengths of time and speakers as an author reads them."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import Qt

from flowdesigner.channels import BY_ID
from flowdesigner.simulate.entry import Entry
from flowdesigner.texts import N_, current_language, ntranslate, translate

SPEAKERS = {
    "bot": N_("Bot"),
    "customer": N_("Customer"),
    "agent": N_("Colleague"),
    "system": N_("Note"),
}

MEDIA_TITLES = {
    "image": N_("Picture"),
    "video": N_("Video"),
    "audio": N_("Sound"),
    "document": N_("Document"),
    "location": N_("Location"),
}
MEDIA_ICONS = {"image": "image", "video": "video", "audio": "mic", "location": "map"}


def clock(moment: datetime) -> str:
    """The time of day."""
    return f"{moment:%H:%M}"


def day(moment: datetime) -> str:
    """The day, in words."""
    return _written(moment, "dddd, d MMMM yyyy")


def day_and_clock(moment: datetime) -> str:
    """A moment in few words."""
    return f"{_written(moment, 'ddd d MMM')}, {clock(moment)}"


def _written(moment: datetime, pattern: str) -> str:
    locale = QLocale(current_language())
    return locale.toString(QDate(moment.year, moment.month, moment.day), pattern)


def parts(count: int) -> str:
    """Into how many messages a text is cut."""
    return ntranslate("{n} part", "{n} parts", count)


def spoken(entry: Entry) -> str:
    """A line as a screen reader says it."""
    who = translate(SPEAKERS[entry.who])
    return f"{who}, {clock(entry.at)}: {words_of(entry)}"


def words_of(entry: Entry) -> str:
    """What is to be read in a line: its words, what it carries, what can be answered."""
    shown = [entry.shown()] if entry.shown() else []
    out = entry.outgoing
    if out is not None and out.media is not None:
        title = translate(MEDIA_TITLES.get(out.media.kind, MEDIA_TITLES["document"]))
        shown.insert(0, f"[{title}: {out.media.url}]")
    mails = (each for each in entry.messages if each.shape == "mail")
    shown[:0] = [word for each in mails for word in (each.subject, each.preheader) if word]
    if out is not None and out.link is not None:
        shown.append(f"[{out.link.label or out.link.url}]")
    shown += [f"[{each.label}]" for each in entry.offered]
    return "\n".join(shown)


def transcript(entries: Iterable[Entry]) -> str:
    """A chat as plain text, to be pasted into a letter."""
    lines, shown = [], None
    for each in entries:
        if each.at.date() != shown:
            shown = each.at.date()
            lines.append(day(each.at))
        words = words_of(each).replace("\n", "\n    ")
        lines.append(f"{clock(each.at)}  {translate(SPEAKERS[each.who])}: {words}")
    return "\n".join(lines)


def channel_title(id: str) -> str:
    """What a channel is called."""
    return BY_ID[id].title if id in BY_ID else id


def plain_tip(text: str) -> str:
    """A tooltip that shows foreign text as it is: Qt would read one with a `<` as HTML."""
    return Qt.convertFromPlainText(text)
