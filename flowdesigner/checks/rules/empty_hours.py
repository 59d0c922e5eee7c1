"""The rule *empty-hours*."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.hours import HOLIDAYS, parse_range
from flowdesigner.model.walk import Path, Spot, walk
from flowdesigner.texts import N_, message

_ALL_DAY = "00:00-24:00"

Change = Callable[[Path, object], Edit]


def _is_empty(span: str) -> bool:
    times = parse_range(span)
    return times is not None and times[0] == times[1]


def _found(spots: Iterable[Spot], edit: Change) -> Findings:
    for spot in spots:
        if spot.field.kind is Kind.WEEK and isinstance(spot.value, Mapping):
            for key, written in spot.value.items():
                if key != HOLIDAYS:
                    yield from _of_day((*spot.path, key), written, edit)
        elif spot.field.kind is Kind.SPAN and _is_empty(str(spot.value)):
            remove = Fix(title=message(N_("Take these hours out")), edit=edit(spot.path, None))
            yield _finding(str(spot.value), spot.path, (remove,))


def _of_day(path: Path, written: object, edit: Change) -> Findings:
    spans = tuple(_spans(written))
    for span in spans:
        if _is_empty(span) and not span.strip().endswith("24:00"):
            title = message(N_("Open all day"))
            fixes = [Fix(title=title, edit=edit(path, _ALL_DAY))]
            rest = tuple(each for each in spans if each != span)
            if rest:
                title = message(N_("Take these hours out"))
                fixes.insert(0, Fix(title=title, edit=edit(path, rest)))
            yield _finding(span, path, tuple(fixes))


def _spans(written: object) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, tuple | list):
        yield from map(str, written)


def _finding(written: str, field: Path, fixes: tuple[Fix, ...]) -> Finding:
    told = N_("“{written}” ends when it begins.")
    return Finding(message=message(told, written=written), field=field, fixes=fixes)


def _of_block(context: BlockContext) -> Findings:
    def edit(path: Path, value: object) -> Edit:
        return SetValue(context.flow, context.id, path, value)

    yield from _found(context.of_kind(Kind.WEEK, Kind.SPAN), edit)


def _of_project(context: ProjectContext) -> Findings:
    yield from _found(walk(context.project.settings, ("settings",)), SetProjectValue)


RULE = Rule(
    name="empty-hours",
    severity=Severity.WARNING,
    title=N_("Hours end later than they begin"),
    manual=Manual(
        means=N_("The hours of a day, or the quiet hours, end at the very time they begin."),
        why=N_(
            "Nobody can tell whether that means no time at all or the whole day. Hours over "
            "midnight are fine: 20:00-08:00."
        ),
        cure=N_("Take the hours out, or write 00:00-24:00 for the whole day."),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_block=_of_block,
    of_project=_of_project,
    blocks=having(Kind.WEEK, Kind.SPAN),
)
