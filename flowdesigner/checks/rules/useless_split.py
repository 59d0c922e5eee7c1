"""The rule *useless-split*."""

from collections.abc import Sequence
from functools import cache

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import DeleteBlocks, SetValue
from flowdesigner.edits.edit import Several
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path, parts_held
from flowdesigner.texts import N_, message

_FEWEST = 2
_WHOLE = 100


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.PARTS):
        _way, first = next(parts_held(spot.value), ((), None))
        name = _share(type(first)) if first is not None else None
        if name is not None:
            arms = tuple(parts_held(spot.value))
            places = [(*spot.path, *way, name) for way, _arm in arms]
            yield from _of_arms(context, places, [getattr(arm, name) for _way, arm in arms])


@cache
def _share(part_type: type[Part]) -> str | None:
    """What the ways of a split call their share."""
    found = (name for name, field in fields_of(part_type).items() if field.kind is Kind.SHARE)
    return next(found, None)


def _of_arms(
    context: BlockContext, places: Sequence[Path], shares: Sequence[int | None]
) -> Findings:
    for place, share in zip(places, shares, strict=True):
        if share is not None and share <= 0:
            leads = place[-2] in context.block.exits
            title = N_("Give it a share")
            yield Finding(
                message=message(N_("Nobody goes this way: a share is a whole number above 0.")),
                field=place,
                fixes=_shared_out(context, places, shares, title) if leads else (),
            )
    known = [each for each in shares if each is not None and each > 0]
    if len(shares) < _FEWEST:
        yield _alone(context, places[0][:1])
    elif len(known) == len(shares) and sum(known) not in (_WHOLE, len(known)):
        yield Finding(
            message=message(N_("The shares add up to {sum}, not to 100."), sum=sum(known)),
            field=places[0][:1],
            fixes=_shared_out(context, places, shares, N_("Let them add up to 100")),
            severity=Severity.HINT,
        )


def _alone(context: BlockContext, field: Path) -> Finding:
    title = message(N_("Take the split away"))
    edit = DeleteBlocks(context.flow, (context.id,))
    return Finding(
        message=message(N_("With one way only there is nothing to compare.")),
        field=field,
        severity=Severity.WARNING,
        fixes=(Fix(title=title, edit=edit),),
    )


def _shared_out(
    context: BlockContext, places: Sequence[Path], shares: Sequence[int | None], told: str
) -> tuple[Fix, ...]:
    title = message(told)
    edits = tuple(
        SetValue(context.flow, context.id, place, share, title)
        for place, share in zip(places, in_hundredths(shares), strict=True)
    )
    few_enough = len(places) <= _WHOLE
    return (Fix(title=title, edit=Several(edits, title)),) if few_enough else ()


def in_hundredths(shares: Sequence[int | None]) -> list[int]:
    """The shares as whole numbers above 0 that add up to 100, as near to the old as can be."""
    given = [max(each or 0, 0) for each in shares]
    whole = sum(given) or 1
    found = [max(_WHOLE * each // whole, 1) for each in given]
    order = sorted(range(len(given)), key=lambda at: -(_WHOLE * given[at] % whole))
    for at in order[: max(_WHOLE - sum(found), 0)]:
        found[at] += 1
    found[found.index(max(found))] += max(_WHOLE - sum(found), 0)
    for _one_too_many in range(sum(found) - _WHOLE):
        found[found.index(max(found))] -= 1
    return found


RULE = Rule(
    name="useless-split",
    alias="FL11",
    severity=Severity.ERROR,
    title=N_("A split has ways to compare, each with customers"),
    manual=Manual(
        means=N_(
            "A split has one way only, one of its ways has no share of the customers, or the "
            "shares do not add up to 100."
        ),
        why=N_(
            "What nobody goes through cannot be compared, and the way that is drawn is dead. Each "
            "share counts beside the others, so that 1 and 1 are halves too; but shares that were "
            "meant as per cent and do not add up are not what was meant."
        ),
        cure=N_("Give every way a share above 0, 100 in all, or take the split away."),
        source=N_("Statistics of tests with two arms: shares add up to 100."),
    ),
    of_block=_of_block,
    blocks=having(Kind.SHARE),
)
