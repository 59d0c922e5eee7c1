"""The menu of the preview: what can happen to a chat besides the customer's messages."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from flowdesigner.app.events import events_of
from flowdesigner.app.icons import icon
from flowdesigner.app.preview.player import Player
from flowdesigner.app.theme import Theme
from flowdesigner.blocks.wait import STATUS_LABELS
from flowdesigner.model.project import Project
from flowdesigner.model.settings import Contact
from flowdesigner.simulate.opening import known_of
from flowdesigner.texts import N_, translate


class MenuCalls(Struct, frozen=True, kw_only=True):
    """What the entries do."""

    start_here: Callable[[], None] | None
    """Nothing when no block is selected."""
    set_variable: Callable[[], None]
    name_contact: Callable[[], None]
    chat_as: Callable[[Contact], None]
    news: Callable[[str], None]
    leave_by: Callable[[str], None]
    happen: Callable[[str], None]
    other_event: Callable[[], None]
    ask_webhooks: Callable[[bool], None]
    save: Callable[[], None]
    run_saved: Callable[[], None]
    copy: Callable[[], None]


def fill_menu(
    menu: QMenu, project: Project, player: Player, calls: MenuCalls, theme: Theme
) -> None:
    """Offer what is possible now."""
    menu.clear()
    session = player.session

    def add(
        title: str, picture: str, call: Callable[[], None] | None, possible: bool = True
    ) -> QAction:
        action = menu.addAction(icon(picture, theme.muted), translate(title))
        if call is not None:
            action.triggered.connect(lambda _=False: call())
        action.setEnabled(possible and call is not None)
        return action

    add(N_("Start at the selected block"), "play", calls.start_here)
    menu.addSeparator()
    add(N_("Set a variable…"), "variable", calls.set_variable)
    add(N_("Name of the contact…"), "user", calls.name_contact)
    _add_contacts(menu, project, player, calls, theme)
    menu.addSeparator()
    _add_ways_out(menu, project, player, calls, theme)
    _add_events(menu, project, player, calls, theme)
    _add_news(menu, player, calls, theme)
    asks = menu.addAction(translate(N_("Ask me for the answers of web services")))
    asks.setCheckable(True)
    asks.setChecked(player.opening.ask_webhooks)
    asks.toggled.connect(calls.ask_webhooks)
    menu.addSeparator()
    add(N_("Save as conversation…"), "save", calls.save, player.can_save)
    add(N_("Run saved conversations"), "circle-check", calls.run_saved, bool(project.conversations))
    menu.addSeparator()
    add(N_("Copy the chat"), "copy", calls.copy, bool(session.transcript))


def _add_ways_out(
    menu: QMenu, project: Project, player: Player, calls: MenuCalls, theme: Theme
) -> None:
    """How the block at hand can be left by force."""
    session = player.session
    block = session.block if session.state == "waiting" else None
    ways = menu.addMenu(icon("split", theme.muted), translate(N_("Leave this block by")))
    ways.setEnabled(block is not None)
    for way in block.ways_out(project.outcomes) if block is not None else ():
        name = way.name(project.facts, session.language).replace("&", "&&")
        action = ways.addAction(name)
        action.triggered.connect(lambda _=False, id=way.id: calls.leave_by(id))


def _add_events(
    menu: QMenu, project: Project, player: Player, calls: MenuCalls, theme: Theme
) -> None:
    events = menu.addMenu(icon("sparkles", theme.muted), translate(N_("Let something happen")))
    events.setEnabled(player.session.state == "waiting")
    for name in dict.fromkeys(events_of(project)):
        action = events.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda _=False, name=name: calls.happen(name))
    events.addAction(translate(N_("Another event…"))).triggered.connect(
        lambda _=False: calls.other_event()
    )


def _add_news(menu: QMenu, player: Player, calls: MenuCalls, theme: Theme) -> None:
    """What becomes of the last message."""
    news = menu.addMenu(icon("check", theme.muted), translate(N_("The last message")))
    news.setEnabled(player.session.state == "waiting")
    for status, title in STATUS_LABELS.items():
        if status != "replied":
            action = news.addAction(translate(title))
            action.triggered.connect(lambda _=False, status=status: calls.news(status))


def _add_contacts(
    menu: QMenu, project: Project, player: Player, calls: MenuCalls, theme: Theme
) -> None:
    """The made-up customers of the settings."""
    contacts = project.settings.contacts or ()
    if not contacts:
        return
    people = menu.addMenu(icon("users", theme.muted), translate(N_("Chat as")))
    for each in contacts:
        action = people.addAction((each.name or each.id).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(player.opening.contact == known_of(each))
        action.triggered.connect(lambda _=False, each=each: calls.chat_as(each))
