"""The rule *unknown-exit*."""

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.connections import Connect
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    if not context.block.exits:
        return
    known = {way.id for way in context.ways}
    for exit, target in context.block.exits.items():
        if exit in known:
            continue
        edit = Connect(context.flow, context.id, exit, None)
        yield Finding(
            message=message(
                N_("A connection to {target} begins at “{exit}”, which this block does not have."),
                exit=exit,
                target=target,
            ),
            field=("exits", exit),
            fixes=(Fix(title=message(N_("Remove the connection")), edit=edit),),
        )


RULE = Rule(
    name="unknown-exit",
    severity=Severity.WARNING,
    title=N_("Every connection begins at an exit of its block"),
    manual=Manual(
        means=N_(
            "A block has a connection that begins at an exit it does not have, such as the exit "
            "of an answer that was taken out of the menu."
        ),
        why=N_("The connection is never taken, although the file says there is one."),
        cure=N_("Remove the connection, or add the answer or the case that it belongs to."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
)
