"""Numbers and lengths of time that limit a block: whether they make sense, and setting them."""

from flowdesigner.blocks.end import End
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Severity
from flowdesigner.checks.wording import field_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit, Several
from flowdesigner.edits.fixes import EndAfter
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.place import with_value
from flowdesigner.model.walk import Path, Spot
from flowdesigner.texts import N_, message

_TOO_LITTLE = N_("“{field}” is {value}. It should be at least {bound}.")
_TOO_MUCH = N_("“{field}” is {value}. It should be at most {bound}.")


def _size(value: object) -> float | None:
    """A number as it is, a length of time in seconds."""
    if isinstance(value, str):
        length = parse_duration(value)
        return length.total_seconds() if length is not None else None
    return value if isinstance(value, int | float) else None


def out_of_bounds(context: BlockContext, spot: Spot) -> Findings:
    """What is too little cannot work; what is too much may."""
    here, least, most = map(_size, (spot.value, spot.field.least, spot.field.most))
    if here is None:
        return
    if least is not None and here < least:
        yield _finding(context, spot, spot.field.least, _TOO_LITTLE)
    elif most is not None and here > most:
        yield _finding(context, spot, spot.field.most, _TOO_MUCH, Severity.WARNING)


def _finding(
    context: BlockContext, spot: Spot, bound: object, told: str, severity: Severity | None = None
) -> Finding:
    return Finding(
        message=message(told, field=field_name(spot.field), value=spot.value, bound=bound),
        field=spot.path,
        fixes=(_set(context, spot.path, bound),),
        severity=severity,
    )


def usual_limit(context: BlockContext, place: Path, field: Field) -> tuple[Fix, ...]:
    """Set a limit that is missing to what its form shows as usual."""
    if not field.placeholder or field.kind not in (Kind.NUMBER, Kind.DURATION):
        return ()
    number = field.kind is Kind.NUMBER
    return (_set(context, place, int(field.placeholder) if number else field.placeholder),)


def _set(context: BlockContext, place: Path, value: object) -> Fix:
    """With a limit, a block may be left by an exit that nothing led from before."""
    title = message(N_("Write {value}"), value=value)
    ends = tuple(
        EndAfter(context.flow, context.id, exit, End()) for exit in _opened(context, place, value)
    )
    if ends:
        title = message(N_("Write {value}, and end the flow after that"), value=value)
    edits: tuple[Edit, ...] = (SetValue(context.flow, context.id, place, value, title), *ends)
    return Fix(title=title, edit=Several(edits, title))


def _opened(context: BlockContext, place: Path, value: object) -> list[str]:
    """The exits that lead nowhere and by which the block can be left only with that value."""
    block, outcomes = context.block, context.around.outcomes
    before = {way.id for way in context.ways if way.happens}
    return [
        way.id
        for way in with_value(block, place, value).ways_out(outcomes)
        if way.happens and way.falls_to is None and way.id not in before | block.exits.keys()
    ]
