"""The rule *too-many-options*."""

from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.sayings import Saying
from flowdesigner.checks.wording import channel_name
from flowdesigner.model.outgoing import Rendered
from flowdesigner.texts import N_, message

_BOUNDS = {"buttons": "buttons", "list": "list_rows", "chips": "chips"}
_TEMPLATES = {
    "buttons": N_("{channel} shows at most {most} buttons, and there are {used}."),
    "chips": N_("{channel} shows at most {most} answers to tap, and there are {used}."),
    "list": N_("{channel} shows at most {most} rows in a list, and there are {used}."),
}
_SHARED_OUT = N_(
    "{channel} shows at most {most} answers to tap in a message. These {used} are sent in {count}."
)


def _of_block(context: BlockContext) -> Findings:
    told = set()
    for saying in context.sayings:
        if saying.again or saying.channel.id in told:
            continue
        for found in _found(saying):
            told.add(saying.channel.id)
            yield found


def _found(saying: Saying) -> Findings:
    """A message with more answers than it may have, or answers shared out over several."""
    asking = [each for each in saying.rendered if each.options]
    for each in asking:
        bound = _bound(saying, each)
        if len(asking) > 1 or (bound is not None and _tapped(each) > bound):
            yield _finding(saying, each, bound, len(asking))
            return


def _bound(saying: Saying, rendered: Rendered) -> int | None:
    if rendered.template is not None:
        return None  # what a template may have is looked at when it is approved
    limit = saying.channel.limits.get(_BOUNDS.get(rendered.shape, ""))
    return limit.most if limit is not None else None


def _tapped(rendered: Rendered) -> int:
    """How much there is to tap; beside suggested replies a link or a call counts as well."""
    if rendered.shape != "chips":
        return len(rendered.options)
    return len(rendered.options) + len(rendered.actions) + (rendered.link is not None)


def _finding(saying: Saying, rendered: Rendered, most: int | None, count: int) -> Finding:
    return Finding(
        message=message(
            _SHARED_OUT if count > 1 else _TEMPLATES[rendered.shape],
            channel=channel_name(saying.channel),
            most=most,
            used=_used(saying),
            count=count,
        ),
        field=("options",),
        severity=Severity.WARNING if count > 1 else None,
    )


def _used(saying: Saying) -> int:
    return sum(_tapped(each) for each in saying.rendered if each.options)


RULE = Rule(
    name="too-many-options",
    alias="WA012",
    severity=Severity.ERROR,
    title=N_("No menu has more answers than a channel can show"),
    manual=Manual(
        means=N_(
            "A menu has more answers than the channel shows in the way that was chosen. Left to "
            "choose by itself, the menu becomes several messages where one is too short, which "
            "works and is only a warning."
        ),
        why=N_(
            "WhatsApp refuses a message with more than 3 buttons, or a list with more than 10 "
            "rows in all its sections together (Meta's API schema v23.0, 21 November 2025). "
            "Customers read the first of several messages and miss what stands in the others."
        ),
        cure=N_(
            "Put some of the answers into a second menu, reached by an answer such as “More”, or "
            "let the program choose how to show them."
        ),
        source="Meta, API schema v23.0, 21 November 2025",
    ),
    of_block=_of_block,
    blocks=being(Menu, Template),
    channels=lambda channel: any(each in channel.limits for each in _BOUNDS.values()),
)
