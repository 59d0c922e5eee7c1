"""All pages of the reference, in groups, and the page one begins at."""

from collections.abc import Callable
from functools import partial

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.channels import CHANNELS
from flowdesigner.checks.rules import RULES
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.reference import (
    block_page,
    channel_page,
    channels_page,
    check_page,
    cost_page,
    format_page,
    settings_page,
)
from flowdesigner.reference.exits import word_of
from flowdesigner.reference.markdown import bullets, heading, joined, link
from flowdesigner.reference.page import Group, Page
from flowdesigner.texts import N_, translate

FIRST = "README"
"""The name of the page that leads to the others of its folder."""

_INTRODUCTION = N_(
    "Here is what every block, channel, check and platform does. Press F1 anywhere in the window "
    "to come to the page on what you are at."
)


def groups() -> tuple[Group, ...]:
    """All pages, in the language in use."""
    return _blocks(), _channels(), _checks(), _formats(), _settings()


def start_page(groups: tuple[Group, ...]) -> str:
    """The page that leads to all others."""
    return joined(
        heading(N_("Reference"), 1),
        translate(_INTRODUCTION),
        *(part for group in groups for part in _of_group(group)),
    )


def _of_group(group: Group) -> tuple[str, str]:
    first, *others = group.pages
    overview = link(translate(N_("Overview")), first.address)
    links = (link(each.title, each.address) for each in others)
    return f"## {group.title}", bullets((overview, *links))


def _group(folder: str, title: str, write: Callable[[], str], *pages: Page) -> Group:
    return Group(title, (Page(f"{folder}/{FIRST}", title, write), *pages))


def _blocks() -> Group:
    pages = (
        Page(f"blocks/{word_of(each)}", block_page.title(each), partial(block_page.page, each))
        for each in BLOCK_TYPES
    )
    return _group("blocks", translate(N_("Blocks")), block_page.contents, *pages)


def _channels() -> Group:
    pages = (
        Page(f"channels/{each.id}", each.title, partial(channel_page.page, each))
        for each in CHANNELS
    )
    return _group("channels", translate(N_("Channels")), channels_page.contents, *pages)


def _checks() -> Group:
    pages = (
        Page(f"checks/{each.name}", translate(each.title), partial(check_page.page, each))
        for each in RULES
    )
    return _group("checks", translate(N_("Checks")), check_page.contents, *pages)


def _formats() -> Group:
    pages = (
        Page(f"formats/{each.id}", each.title, partial(format_page.page, each)) for each in FORMATS
    )
    return _group("formats", translate(N_("Formats")), format_page.contents, *pages)


def _settings() -> Group:
    pages = (
        Page(f"settings/{name}", translate(each.title), partial(settings_page.page, name))
        for name, each in settings_page.SUBJECTS.items()
    )
    costs = Page("settings/costs", translate(cost_page.TITLE), cost_page.page)
    return _group("settings", translate(N_("Settings")), settings_page.contents, *pages, costs)
