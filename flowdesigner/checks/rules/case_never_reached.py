"""The rule *case-never-reached*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.covering import Case, cases_of, covers
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.parts import MovePart, RemovePart
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    before: list[Case] = []
    for case in cases_of(context):
        for earlier in before:
            if earlier.path[:-2] == case.path[:-2] and covers(earlier.when, case.when):
                told = N_("“{case}” is never taken: “{earlier}” comes first and is true as well.")
                yield Finding(
                    message=message(told, case=case.name, earlier=earlier.name),
                    field=case.path,
                    fixes=(_fix(context, earlier, case),),
                )
                break
        before.append(case)


def _fix(context: BlockContext, earlier: Case, case: Case) -> Fix:
    """The narrower first; of two that are the same, the second goes."""
    listed = str(case.path[0])
    title = message(N_("Put it before “{case}”"), case=earlier.name)
    edit: Edit = MovePart(context.flow, context.id, listed, case.position, earlier.position)
    if covers(case.when, earlier.when):
        title = message(N_("Take this case out"))
        edit = RemovePart(context.flow, context.id, listed, case.position)
    return Fix(title=title, edit=edit)


RULE = Rule(
    name="case-never-reached",
    alias="FL08",
    severity=Severity.WARNING,
    title=N_("Every case of a condition can be taken"),
    manual=Manual(
        means=N_(
            "A case can only be true when an earlier case of the same condition is true too. Cases "
            "are tried from top to bottom, and the first that is true is taken."
        ),
        why=N_("No customer ever goes that way, although somebody drew it for a reason."),
        cure=N_("Put the narrower case first, or change what it compares."),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_block=_of_block,
    blocks=having(Kind.CONDITION),
)
