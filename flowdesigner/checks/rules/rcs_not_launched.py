"""The rule *rcs-not-launched*."""

from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.texts import N_, message

_RCS = "rcs"
_INDONESIA = frozenset({"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"})
"""Where neither Twilio nor AWS offers RCS."""
_PLACE = ("settings", _RCS, "launched")


def _of_project(context: ProjectContext) -> Findings:
    project = context.project
    launched = project.settings.rcs is not None and project.settings.rcs.launched
    if launched or project.settings.time_zone not in _INDONESIA or not _uses_rcs(context):
        return
    title = message(N_("It is launched for us"))
    yield Finding(
        message=message(N_("RCS is not offered in Indonesia by Twilio or AWS.")),
        field=("channels",),
        fixes=(Fix(title=title, edit=SetProjectValue(_PLACE, True)),),
    )


def _uses_rcs(context: ProjectContext) -> bool:
    return any(
        _RCS in flow.around.channel_ids or any(n.channel == _RCS for n in flow.nodes.values())
        for flow in context.flows.values()
    )


RULE = Rule(
    name="rcs-not-launched",
    alias="RCS03",
    severity=Severity.WARNING,
    title=N_("RCS is used where operators deliver it"),
    manual=Manual(
        means=N_(
            "A business with an Indonesian time zone sends by RCS, and its settings do not say "
            "that RCS is launched for it."
        ),
        why=N_(
            "Indonesia is on neither the list of Twilio nor that of AWS (seen in November 2026). "
            "Where an operator has not launched your business, nothing is delivered."
        ),
        cure=N_(
            "Send on WhatsApp first and by SMS after that. If an operator has launched RCS for "
            "you, say so in the settings."
        ),
        source="Twilio, RCS regions; AWS, RCS countries; November 2026",
    ),
    of_project=_of_project,
    channels=lambda channel: channel.id == _RCS,
)
