"""The rule *not-delivered-forgotten*."""

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.connections import Connect
from flowdesigner.texts import N_, message

_FAILED = "failed"


def _of_flow(context: FlowContext) -> Findings:
    for block, node in context.nodes.items():
        if node.sends is None or not node.sends.approved or _FAILED in node.exits:
            continue
        target = node.target(_FAILED)
        if target in context.nodes and _minds(context.nodes[str(target)]):
            continue
        title = message(N_("Go on as if it had arrived"))
        edit = Connect(context.id, block, _FAILED, target)
        yield Finding(
            block=block,
            field=("exits", _FAILED),
            message=message(N_("Nothing is planned for customers whom this does not reach.")),
            fixes=(Fix(title=title, edit=edit),) if target in context.nodes else (),
        )


def _minds(node: Node) -> bool:
    """Whether it is waited there for what becomes of the message."""
    return node.awaits_news


RULE = Rule(
    name="not-delivered-forgotten",
    alias="WA024",
    severity=Severity.WARNING,
    title=N_("Templates that do not arrive lead somewhere"),
    manual=Manual(
        means=N_(
            "The exit “Not delivered” of a template is not connected, and the block behind it "
            "does not wait for news of the message."
        ),
        why=N_(
            "Some customers are not on WhatsApp (error 131026), want no offers (131050) or got too "
            "many of them (131049; Meta's error codes, seen in November 2026). The journey goes "
            "on as if they had read it, and nobody notices that they were lost."
        ),
        cure=N_(
            "Lead “Not delivered” to an SMS or a mail, or to an end of its own, so that it is "
            "counted."
        ),
        source="Meta, error codes of the Cloud API, November 2026",
    ),
    of_flow=_of_flow,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
