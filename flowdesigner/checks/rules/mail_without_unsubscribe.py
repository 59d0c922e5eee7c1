"""The rule *mail-without-unsubscribe*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.unasked import unasked_offers
from flowdesigner.edits.unsubscribe import TellHowToStop
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

_EMAIL = "email"


def _of_flow(context: FlowContext) -> Findings:
    facts = context.around.facts.settings.email
    address = (facts.unsubscribe if facts else None) or ""
    for block in unasked_offers(context, _EMAIL):
        yield None
        if not address:
            told = N_("The settings do not say on which page customers unsubscribe from mail.")
            yield Finding(block=block, message=message(told))
        elif not context.nodes[block].links_to_stop:
            told = N_("This mail with an offer does not show where customers unsubscribe.")
            edit = TellHowToStop(context.id, block, _EMAIL, address)
            fixes = (Fix(title=edit.title, edit=edit),)
            yield Finding(block=block, message=message(told), fixes=fixes)


RULE = Rule(
    name="mail-without-unsubscribe",
    alias="EM01",
    severity=Severity.ERROR,
    title=N_("Mail with offers shows how to unsubscribe"),
    manual=Manual(
        means=N_(
            "A flow that is begun to send offers sends a mail, and the settings name no page to "
            "unsubscribe on, or the mail does not show it."
        ),
        why=N_(
            "Gmail and Yahoo turn such mail away since February 2024: it needs a link in the text "
            "and a button of the mail program, which calls the same page (RFC 8058, and Google's "
            "page for senders of bulk mail, seen in November 2026)."
        ),
        cure=N_(
            "Enter the page in the settings under “Email”, and put “Unsubscribe:” with its "
            "address at the end of the mail."
        ),
        source="RFC 8058; Google, email sender guidelines, November 2026",
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
    channels=lambda channel: channel.id == _EMAIL,
)
