"""The rule *offer-without-stop*."""

from collections.abc import Iterator, Mapping

from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.end import End
from flowdesigner.blocks.message import Message as MessageBlock
from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.offers import offer_starts, offer_templates, takes_back, with_called
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.edit import Several
from flowdesigner.edits.flows import AddFlow
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.flow import Flow, Layout, Start
from flowdesigner.model.ids import free_id
from flowdesigner.model.settings import Keyword
from flowdesigner.texts import N_, message

_WORDS: Mapping[str, tuple[str, ...]] = {"id": ("stop", "berhenti"), "en": ("unsubscribe",)}
_DONE: Mapping[str, str] = {
    "id": "Baik, Anda tidak akan menerima penawaran lagi.",
    "en": "All right, you will get no more offers.",
}
_TITLE = N_("Let the word “stop” end all offers")


def _of_project(context: ProjectContext) -> Findings:
    words = any(
        _takes_back(context, each.flow)
        for each in context.project.settings.keywords or ()
        if each.flow in context.flows
    )
    for id, flow in context.flows.items():
        yield None
        if words or not _concerned(flow):
            continue
        if _takes_back(context, id) or _links_to_stop(context, id):
            continue
        block = next(offer_templates(flow), None)
        at = next((("starts", at) for at, _start in offer_starts(flow)), None)
        if block is not None or at is not None:
            told = N_("Customers who get these offers have no way to say that they want no more.")
            yield Finding(
                flow=id,
                block=block,
                field=() if block is not None or at is None else at,
                message=message(told),
                fixes=tuple(_fixes(context)),
            )


def _concerned(flow: FlowContext) -> bool:
    """Mail and SMS that nobody can answer have rules of their own."""
    return any(
        each != "email" and flow.around.facts.hears(each) for each in flow.around.channel_ids
    )


def _takes_back(context: ProjectContext, flow: str | None) -> bool:
    return any(
        takes_back(node)
        for each in with_called(context, str(flow))
        for node in context.flows[each].nodes.values()
    )


def _links_to_stop(context: ProjectContext, flow: str) -> bool:
    return any(
        node.links_to_stop and node.channel != "email"
        for each in with_called(context, flow)
        for node in context.flows[each].nodes.values()
    )


def _fixes(context: ProjectContext) -> Iterator[Fix]:
    """A keyword at any time, and the flow it begins."""
    project = context.project
    languages = project.languages or ("en",)
    keywords = project.settings.keywords or ()
    taken = {word.casefold() for each in keywords for said in (each.words or {}).values()
             for word in said}  # fmt: skip
    free = {code: tuple(word for word in _WORDS.get(code, ()) if word not in taken)
            for code in languages}  # fmt: skip
    if not all(free.values()):
        return
    id = free_id("stop_offers", project.flows)
    keyword = Keyword(words=free, flow=id)
    edits = (
        AddFlow(id, _flow(languages)),
        SetProjectValue(("settings", "keywords"), (*keywords, keyword)),
    )
    yield Fix(title=message(_TITLE), edit=Several(edits, message(_TITLE)))


def _flow(languages: tuple[str, ...]) -> Flow:
    return Flow(
        name="Stop offers",
        starts=(Start(trigger="call"),),
        first="take_back",
        blocks={
            "take_back": Consent(action="withdraw", purpose="marketing", exits={"next": "noted"}),
            "noted": MessageBlock(
                text={code: _DONE[code] for code in languages}, exits={"next": "over"}
            ),
            "over": End(),
        },
        layout=Layout(blocks={"take_back": (40, 40), "noted": (40, 240), "over": (40, 440)}),
    )


RULE = Rule(
    name="offer-without-stop",
    alias="CO02",
    severity=Severity.ERROR,
    title=N_("Whoever gets offers can say stop"),
    manual=Manual(
        means=N_(
            "Offers are sent, and nothing takes a customer's consent back: no answer to the offer, "
            "no keyword at any time, no link to a web page where that is done."
        ),
        why=N_(
            "Consent may be taken back at any time, and offers have to stop within three days "
            "then (Indonesia's UU 27/2022 on personal data, article 40). For SMS the "
            "Indonesian ministry demands a way out too (Permenkominfo 9/2017). WhatsApp demands "
            "that opting out works; customers who find no way block the sender instead."
        ),
        cure=N_(
            "Put a keyword such as “stop” into the settings that begins a flow with “Consent”, "
            "which notes that it is taken back, or give the offer an answer such as “Stop promo” "
            "that leads there."
        ),
        source=N_(
            "UU 27/2022; Permenkominfo 9/2017, through the press; Meta, opt-in, December 2025."
        ),
    ),
    of_project=_of_project,
    blocks=being(Consent, Template),
)
