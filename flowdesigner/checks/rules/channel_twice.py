"""The rule *channel-twice*."""

from functools import cache

from flowdesigner.channels import BY_ID
from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.wording import channel_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.parts import RemovePart
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path, Spot, parts_held
from flowdesigner.texts import N_, Message, message


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.PARTS):
        _way, first = next(parts_held(spot.value), ((), None))
        if first is not None and (names := _of_ladder(type(first))):
            rungs = tuple(parts_held(spot.value))
            yield from _twice(context, spot, rungs, names[0])
            yield from _at_once(context, spot, rungs, names[1])


@cache
def _of_ladder(part_type: type[Part]) -> tuple[str, str] | None:
    """What the rungs of a ladder call their channel and how long it is waited before."""
    kinds = {field.kind: name for name, field in fields_of(part_type).items()}
    if Kind.CHANNEL in kinds and Kind.DURATION in kinds:
        return kinds[Kind.CHANNEL], kinds[Kind.DURATION]
    return None


Rungs = tuple[tuple[Path, Part], ...]


def _twice(context: BlockContext, spot: Spot, rungs: Rungs, name: str) -> Findings:
    seen: set[str] = set()
    for position, (way, rung) in enumerate(rungs):
        channel = getattr(rung, name) or ""
        if channel and channel in seen:
            title = message(N_("Take {channel} out here"), channel=_called(channel))
            edit = RemovePart(context.flow, context.id, str(spot.path[-1]), position)
            yield Finding(
                message=message(N_("It goes over this channel already.")),
                field=(*spot.path, *way, name),
                fixes=(Fix(title=title, edit=edit),),
            )
        seen.add(channel)


def _called(channel: str) -> Message:
    return channel_name(BY_ID[channel]) if channel in BY_ID else Message(channel)


def _at_once(context: BlockContext, spot: Spot, rungs: Rungs, name: str) -> Findings:
    for way, rung in rungs[1:]:
        if getattr(rung, name) is None:
            place = (*spot.path, *way, name)
            usual = fields_of(type(rung))[name].placeholder
            title = message(N_("Write {value}"), value=usual)
            edit = SetValue(context.flow, context.id, place, usual, title)
            yield Finding(
                message=message(N_("Say how long to wait before it goes over this channel too.")),
                field=place,
                fixes=(Fix(title=title, edit=edit),) if usual else (),
            )


RULE = Rule(
    name="channel-twice",
    alias="FL16",
    severity=Severity.ERROR,
    title=N_("Each further channel is another one, and comes later"),
    manual=Manual(
        means=N_(
            "A message goes over one channel after another, and a channel comes twice, or nothing "
            "says how long the one before has time to arrive."
        ),
        why=N_(
            "Customers get the same message twice, and every one is paid for. Who waits less than "
            "15 seconds sends the second before the first could be read."
        ),
        cure=N_("Name each channel once, and let 30 seconds go by before the next."),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_block=_of_block,
    blocks=having(Kind.CHANNEL),
)
