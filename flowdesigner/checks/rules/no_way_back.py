"""The rule *no-way-back*."""

from collections.abc import Iterator

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.graph import reached
from flowdesigner.checks.node import Node
from flowdesigner.checks.questions import asks
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import VOCABULARIES, vocabulary
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.part import Words
from flowdesigner.model.settings import Keyword
from flowdesigner.texts import N_, message

MANY_QUESTIONS = 3
"""So many questions in a flow are enough to lose one's way."""

_OUT = frozenset[str]().union(*(each.out for each in VOCABULARIES.values()))


def _of_flow(context: FlowContext) -> Findings:
    """Of the flow as a whole: one keyword is good for all its questions."""
    keywords = context.around.facts.settings.keywords or ()
    if not context.flow.starting_with("message") or any(_leads_out(e.words) for e in keywords):
        return
    words = {
        code: each.back for code in context.around.facts.languages if (each := vocabulary(code))
    }
    if not words:
        return
    coming = yield from reached(context)
    questions = [id for id in coming if _holds(context.nodes[id])]
    if len(questions) >= MANY_QUESTIONS:
        told = N_("Here are {n} questions, and no keyword leads back to the beginning.")
        yield Finding(
            message=message(told, n=len(questions)),
            field=("starts",),
            fixes=tuple(_fixes(context, words)),
        )


def _leads_out(words: Words | None) -> bool:
    said = (each for listed in (words or {}).values() for each in listed)
    return any(each.strip().casefold() in _OUT for each in said)


def _holds(node: Node) -> bool:
    """Whether it asks something, and none of its answers is to go back."""
    return asks(node.ways) and not any(
        each.strip().casefold() in _OUT for way in node.ways for each in way.words.values()
    )


def _fixes(context: FlowContext, words: Words) -> Iterator[Fix]:
    """A keyword that begins the flow again."""
    keywords = context.around.facts.settings.keywords or ()
    title = message(N_("Let a keyword lead back to the beginning"))
    keyword = Keyword(words=words, flow=context.id)
    edit = SetProjectValue(("settings", "keywords"), (*keywords, keyword))
    yield Fix(title=title, edit=edit)


RULE = Rule(
    name="no-way-back",
    alias="FL17",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("A keyword leads back to the beginning"),
    manual=Manual(
        means=N_(
            "Customers begin a flow by writing, it asks them three questions or more, and no "
            "keyword such as “menu”, “start over” or “cancel” works there at any time. Questions "
            "that offer a way back themselves do not count."
        ),
        why=N_(
            "Who has tapped the wrong answer, or wants something else, types “menu” or “cancel”. "
            "Taken for an answer, such a word leads further astray, and the customer gives up."
        ),
        cure=N_(
            "Put a keyword with such words into the settings, and let it begin the flow with the "
            "main menu."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=lambda block_type: "no_reply_after" in block_type.model_fields,
)
