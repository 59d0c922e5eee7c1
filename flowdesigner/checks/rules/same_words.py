"""The rule *same-words*."""

from collections.abc import Iterator

from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.fixes import SetStart
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.part import Words
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
                edit = SetProjectValue(place, _without(keyword.words, word))
                yield Finding(
                    message=message(told, word=word), field=place, fixes=_fixes(word, edit)
                )


def _starts(context: ProjectContext) -> Findings:
    begun: dict[str, list[FlowContext]] = {}
    for flow in context.flows.values():
        for position, word, words in _words_of(flow):
            earlier = [each for each in begun.get(word, ()) if _meet(each, flow)]
            if earlier:
                told = N_("“{word}” starts another flow already: {flow}.")
                if not word:
                    told = N_("Any message starts another flow already: {flow}.")
                name = earlier[0].flow.name or earlier[0].id
                edit = SetStart(flow.id, position, ("words",), _without(words, word))
                yield Finding(
                    flow=flow.id,
                    field=("starts", position, "words"),
                    message=message(told, word=word, flow=name),
                    fixes=_fixes(word, edit),
                )
            begun.setdefault(word, []).append(flow)


def _without(words: Words | None, word: str) -> Words | None:
    """The words without one; none, when it is the only one."""
    left = {
        language: kept
        for language, listed in (words or {}).items()
        if (kept := tuple(each for each in listed if each.strip().casefold() != word))
    }
    return left or None


def _fixes(word: str, edit: SetProjectValue | SetStart) -> tuple[Fix, ...]:
    """Not for the only word: without any, a start takes every message."""
    title = message(N_("Take “{word}” out here"), word=word)
    return (Fix(title=title, edit=edit),) if edit.value is not None else ()


def _words_of(flow: FlowContext) -> Iterator[tuple[int, str, Words | None]]:
    """The words that start a flow; an empty one stands for any message."""
    for position, start in enumerate(flow.flow.starts or ()):
        if start.trigger == "message":
            for word in _plain(start.words) or ("",):
                yield position, word, start.words


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
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_project=_of_project,
    blocks=being(),
)
