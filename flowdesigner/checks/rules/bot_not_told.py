"""The rule *bot-not-told*."""

from collections.abc import Iterable, Iterator, Mapping

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.message import Message
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Journeys, Place, State, Watch
from flowdesigner.checks.questions import asks
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.fixes import BeginWith
from flowdesigner.model.fields import fields_of
from flowdesigner.texts import N_, message

_BY_BRAND: Mapping[str, str] = {
    "id": "Saya asisten virtual {brand}.",
    "en": "I am the virtual assistant of {brand}.",
}
_BY_NOBODY: Mapping[str, str] = {"id": "Saya asisten virtual.", "en": "I am a virtual assistant."}
_TOLD = N_("A conversation begins here, and nothing says that a bot writes.")


class _Untold(Watch):
    """The state is where the bot began to speak, without saying what it is."""

    def begins(self, flow: FlowContext) -> bool:
        return any(each.trigger in ("message", "ad") for each in flow.flow.starts or ())

    def broken(self, flow: FlowContext, place: Place) -> bool:
        node = flow.nodes[place.block]
        return node.waits and asks(node.ways) and node.says and not node.tells_bot

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        node = flow.nodes[block]
        if node.tells_bot or node.hands_over or asks(node.ways):
            return ()
        return ((flow.id, block) if state is None and node.says else state,)


def _of_project(context: ProjectContext) -> Findings:
    journeys = Journeys(context, _Untold())
    european = context.project.settings.eu_customers
    told: set[object] = set()
    for place in journeys.broken():
        if place is None:
            yield None
            continue
        begun = place.state if isinstance(place.state, tuple) else (place.run.flow, place.block)
        if begun not in told:
            told.add(begun)
            yield Finding(
                flow=begun[0],
                block=begun[1],
                message=message(_TOLD),
                path=journeys.way_to(place),
                severity=Severity.ERROR if european else None,
                fixes=tuple(_fixes(context, *begun)),
            )


def _fixes(context: ProjectContext, flow: str, block: str) -> Iterator[Fix]:
    """In the languages of which the sentence is known."""
    facts = context.project.facts
    brand = facts.settings.brand
    known = _BY_BRAND if brand else _BY_NOBODY
    sentences = {code: known[code].format(brand=brand) for code in facts.languages if code in known}
    if len(sentences) == len(facts.languages) and "text" in _fields(context, flow, block):
        title = message(N_("Begin with “{words}”"), words=sentences[facts.base_language])
        yield Fix(title=title, edit=BeginWith(flow, block, sentences, title))


def _fields(context: ProjectContext, flow: str, block: str) -> Mapping[str, object]:
    return fields_of(type(found)) if (found := context.project.block(flow, block)) else {}


RULE = Rule(
    name="bot-not-told",
    alias="CO10",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("Customers are told that a bot writes"),
    manual=Manual(
        means=N_(
            "A customer begins a conversation, and before the first question nothing says that no "
            "person is writing, in one of the languages or at all. Words such as “virtual "
            "assistant”, “bot” or “automated” do."
        ),
        why=N_(
            "Who takes a bot for a person writes long letters to it and feels deceived later. In "
            "the European Union it is a duty since 2 August 2026 (AI Act, article 50.1; up to 15 "
            "million euros), and an error here when the settings say that some customers live "
            "there. No such duty was found in Indonesia (November 2026)."
        ),
        cure=N_("Let it introduce itself: “Hello, I am Tia, TokoKita's virtual assistant.”"),
        source=N_("EU AI Act (2024/1689), article 50(1), read in November 2026."),
    ),
    of_project=_of_project,
    blocks=being(Message, Menu, Ask),
)
