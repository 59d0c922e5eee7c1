"""The rule *bad-answer-place*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.json_path import is_json_path
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.SAVE):
        for name, written in spot.value.items() if isinstance(spot.value, dict) else ():
            if is_json_path(written):
                continue
            place = (*spot.path, name)
            meant = f"$.{written.strip().lstrip('$.')}"
            title = message(N_("Write {place}"), place=meant)
            edit = SetValue(context.flow, context.id, place, meant, title)
            yield Finding(
                message=message(
                    N_("“{written}” is not a place in an answer. Write it as $.order.state."),
                    written=written,
                ),
                field=place,
                fixes=(Fix(title=title, edit=edit),) if is_json_path(meant) else (),
            )


RULE = Rule(
    name="bad-answer-place",
    severity=Severity.ERROR,
    title=N_("Every place in an answer is written well"),
    manual=Manual(
        means=N_(
            "What shall be kept from the answer of a system is not written as a place: $ for the "
            "whole answer, then names after dots and positions in square brackets."
        ),
        why=N_("Nothing is found there, so that the variable never has a value."),
        cure=N_(
            "Look at a sample answer and write the way to the value, such as $.order.state, or "
            "$.orders[0].number for the first of a list."
        ),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    blocks=having(Kind.SAVE),
)
