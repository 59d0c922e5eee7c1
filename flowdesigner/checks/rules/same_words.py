"""The rule *same-words*."""

from collections.abc import Iterator

from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.part import Words
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _plain(words: Words | None) -> tuple[str, ...]:
    """Each word once, as customers may write it."""
    said = (each.strip().casefold() for listed in (words or {}).values() for each in listed)
    return tuple(dict.fromkeys(filter(None, said)))


def _of_project(context: ProjectContext) -> Findings:
    yield from _keywords(context)
    yield from _starts(context)


def _keywords(context: ProjectContext) -> Findings:
    leads: dict[str, str | None] = {}
    for position, keyword in enumerate(context.project.settings.keywords or ()):
        for word in _plain(keyword.words):
            if leads.setdefault(word, keyword.flow) != keyword.flow:
                told = N_("The keyword “{word}” leads to another flow already.")
                place = ("settings", "keywords", position, "words")
                yield Finding(message=message(told, word=word), field=place)


def _starts(context: ProjectContext) -> Findings:
    begun: dict[str, list[FlowContext]] = {}
    for flow in context.flows.values():
        for place, word in _words_of(flow):
            earlier = [each for each in begun.get(word, ()) if _meet(each, flow)]
            if earlier:
                told = N_("“{word}” starts another flow already: {flow}.")
                if not word:
                    told = N_("Any message starts another flow already: {flow}.")
                name = earlier[0].flow.name or earlier[0].id
                yield Finding(
                    flow=flow.id, field=place, message=message(told, word=word, flow=name)
                )
            begun.setdefault(word, []).append(flow)


def _words_of(flow: FlowContext) -> Iterator[tuple[Path, str]]:
    """The words that start a flow; an empty one stands for any message."""
    for position, start in enumerate(flow.flow.starts or ()):
        if start.trigger == "message":
            for word in _plain(start.words) or ("",):
                yield ("starts", position, "words"), word


def _meet(one: FlowContext, other: FlowContext) -> bool:
    """Whether two flows run on one channel."""
    shared = {*one.around.channel_ids} & {*other.around.channel_ids}
    return one.id != other.id and bool(shared)


RULE = Rule(
    name="same-words",
    severity=Severity.WARNING,
    title=N_("Words lead to one flow only"),
    manual=Manual(
        means=N_("The same words start two flows, or two keywords share them."),
        why=N_("Only the first of the two ever answers; the other is never seen."),
        cure=N_("Take the words away from one of them, or join the two."),
    ),
    of_project=_of_project,
    blocks=being(),
)
