"""The rule *offer-after-stop*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.sendings import PAUSE_EVERY, offers, ways_with_consent
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import known
from flowdesigner.texts import N_, message

_TAKEN_BACK = known("withdrawn")


def _of_flow(context: FlowContext) -> Findings:
    told, walks = set[str](), ways_with_consent(context)
    for at, (id, _node, begin, state) in enumerate(offers(context)):
        if at % PAUSE_EVERY == 0:
            yield None
        if id in told or not state.marketing & _TAKEN_BACK:
            continue
        told.add(id)
        surely = state.marketing == _TAKEN_BACK
        always = N_("An offer is sent here after the customer has said no to offers.")
        maybe = N_("There is a way here on which the customer has said no to offers.")
        walk = yield from walks.begun_with(begin.state.marketing)
        yield Finding(
            block=id,
            message=message(always if surely else maybe),
            severity=None if surely else Severity.WARNING,
            path=walk.to(id, lambda known: bool(known & _TAKEN_BACK)),
        )


RULE = Rule(
    name="offer-after-stop",
    alias="CO03",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("Nobody gets an offer after saying no to offers"),
    manual=Manual(
        means=N_(
            "There is a way on which the customer refuses offers, or takes the consent back, and "
            "then comes to a block that sends an offer."
        ),
        why=N_(
            "Who has said no must not get offers any more: at the latest after three times 24 "
            "hours (UU 27/2022, article 40; checked 24 November 2026), and on WhatsApp customers "
            "block or report the number, which then may send less."
        ),
        cure=N_("Lead that way past the offer, to an end or to what is not an offer."),
        source=N_("Law 27/2022 on personal data, article 40; Permenkominfo 9/2017."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
)
