"""The rule *sms-offer-without-stop*."""

import re

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, FlowContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.spoken import meant_for, words_on
from flowdesigner.checks.unasked import unasked_offers
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

_SMS = "sms"
_REPLY = re.compile(
    r"(?i)\b(?:balas|ketik|kirim|jawab|reply|text|send|write)\b(?: \w+){0,2}?:? *[\"'“*]*"
    r"\b(?:stop|berhenti|unsub\w*|batal|unreg)\b"
)


def _of_flow(context: FlowContext) -> Findings:
    if context.around.facts.hears(_SMS):
        return
    for block in unasked_offers(context, _SMS):
        yield None
        if not context.nodes[block].links_to_stop:
            told = N_("This SMS with an offer shows no page on which customers get no more.")
            yield Finding(block=block, message=message(told))


def _of_block(context: BlockContext) -> Findings:
    if context.around.facts.hears(_SMS) or not meant_for(context, _SMS):
        return
    sms = next((each for each in context.channels if each.id == _SMS), None)
    for place, words in words_on(context, sms) if sms else ():
        if hit := _REPLY.search(words):
            told = N_("“{words}” cannot be done: nobody can write back to your SMS.")
            yield Finding(message=message(told, words=hit[0]), field=place)


RULE = Rule(
    name="sms-offer-without-stop",
    alias="SMS05",
    severity=Severity.ERROR,
    title=N_("SMS with offers show a way out that works"),
    manual=Manual(
        means=N_(
            "An SMS that nobody can answer asks customers to reply with “stop”, or it brings an "
            "offer and shows no page on which they get no more."
        ),
        why=N_(
            "In Indonesia offers by SMS need a way out (Permenkominfo 9/2017), and no SMS to a "
            "business can be answered there (Twilio's guidelines for Indonesia, seen in November "
            "2026), so that “reply STOP” is only misleading."
        ),
        cure=N_(
            "End the text with a short address on your own website, such as “Stop: "
            "https://tokokita.example/s”."
        ),
        source="Permenkominfo 9/2017; Twilio, SMS guidelines for Indonesia, November 2026",
    ),
    of_flow=_of_flow,
    of_block=_of_block,
    blocks=having(Kind.TEXT),
    channels=lambda channel: channel.id == _SMS,
)
