"""The rule *either-or*."""

from functools import cache
from itertools import combinations

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.wording import field_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import fields_of
from flowdesigner.model.part import Part
from flowdesigner.texts import N_, message


@cache
def _rivals(part_type: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of which each applies only when the other is empty."""
    fields = fields_of(part_type)
    return tuple(
        (one, other)
        for one, other in combinations(fields, 2)
        if other in fields[one].shown_when and one in fields[other].shown_when
    )


def _of_block(context: BlockContext) -> Findings:
    for path, part in context.parts:
        for names in _rivals(type(part)):
            if not all(getattr(part, name) for name in names):
                continue
            one, other = (field_name(fields_of(type(part))[name]) for name in names)
            fixes = []
            for name, label in zip(names, (one, other), strict=True):
                title = message(N_("Take “{field}” out"), field=label)
                edit = SetValue(context.flow, context.id, (*path, name), None, title)
                fixes.append(Fix(title=title, edit=edit))
            yield Finding(
                message=message(
                    N_("There are both “{one}” and “{other}”; only one of them can be."),
                    one=one,
                    other=other,
                ),
                field=(*path, names[1]),
                fixes=tuple(reversed(fixes)),
            )


RULE = Rule(
    name="either-or",
    severity=Severity.ERROR,
    title=N_("Of two things that exclude each other there is one"),
    manual=Manual(
        means=N_(
            "A block has two things filled in of which only one can be, such as answers of its "
            "own and answers from a list."
        ),
        why=N_(
            "Platforms know only one or the other, and nobody can tell which of the two was meant."
        ),
        cure=N_("Decide for one of them, and take the other out."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: bool(_rivals(block_type)),
)
