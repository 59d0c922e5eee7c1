"""The menu of the preview: what can happen to a chat besides the customer's messages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from flowdesigner.app.icons import icon
from flowdesigner.app.preview.player import Player
from flowdesigner.app.theme import Theme
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, translate


@dataclass(frozen=True, kw_only=True)
class MenuCalls:
    """What the entries do."""

    start_here: Callable[[], None] | None
    """Nothing when no block is selected."""
    set_variable: Callable[[], None]
    name_contact: Callable[[], None]
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
    _add_ways_out(menu, project, player, calls, theme)
    _add_events(menu, project, player, calls, theme)
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
    for name in dict.fromkeys(_events(project)):
        action = events.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda _=False, name=name: calls.happen(name))
    events.addAction(translate(N_("Another event…"))).triggered.connect(
        lambda _=False: calls.other_event()
    )


def _events(project: Project) -> Iterator[str]:
    """The events that the flows know."""
    for flow in project.flows.values():
        yield from (each.name for each in flow.starting_with("event") if each.name)
        yield from (each.event for each in flow.leave_on or () if each.event)
