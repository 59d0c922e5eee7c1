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
_NUMBERED = N_(
    "{channel} shows at most {most} answers to tap. These {used} are sent as a numbered text."
)


def _of_block(context: BlockContext) -> Findings:
    told = set()
    for saying in context.sayings:
        if saying.again or saying.channel.id in told:
            continue
        for rendered in saying.rendered:
            found = _looked_at(saying, rendered)
            if found is not None:
                told.add(saying.channel.id)
                yield found


def _looked_at(saying: Saying, rendered: Rendered) -> Finding | None:
    limits, used = saying.channel.limits, len(rendered.options)
    bound = limits.get(_BOUNDS.get(rendered.shape, ""))
    template, severity = _TEMPLATES.get(rendered.shape, ""), None
    if rendered.shape == "numbered" and saying.outgoing.draw_as == "auto":
        bound, template, severity = limits.get("list_rows"), _NUMBERED, Severity.WARNING
    if bound is None or used <= bound.most:
        return None
    return Finding(
        message=message(template, channel=channel_name(saying.channel), most=bound.most, used=used),
        field=("options",),
        severity=severity,
    )


RULE = Rule(
    name="too-many-options",
    alias="WA012",
    severity=Severity.ERROR,
    title=N_("No menu has more answers than a channel can show"),
    manual=Manual(
        means=N_(
            "A menu has more answers than the channel shows in the way that was chosen. Left to "
            "choose by itself, the menu becomes a numbered text where a list is too short, which "
            "works and is only a warning."
        ),
        why=N_(
            "WhatsApp refuses a message with more than 3 buttons, or a list with more than 10 "
            "rows in all its sections together (Meta's API schema v23.0, 21 November 2025). "
            "Customers who must type a number make more mistakes than those who tap."
        ),
        cure=N_(
            "Put some of the answers into a second menu, reached by an answer such as “More”, or "
            "let the program choose how to show them."
        ),
    ),
    of_block=_of_block,
    blocks=being(Menu, Template),
    channels=lambda channel: any(each in channel.limits for each in _BOUNDS.values()),
)
