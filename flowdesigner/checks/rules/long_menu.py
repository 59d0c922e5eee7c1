"""The rule *long-menu*."""

from functools import cache

from flowdesigner.checks.about import naming
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.questions import asks
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.walk import parts_held
from flowdesigner.texts import N_, message

_MOST = 7
"""How many answers a person looks through at a glance; a rule of the house."""


@cache
def _listing(block_type: type[Block]) -> tuple[str, ...]:
    fields = fields_of(block_type).items()
    return tuple(name for name, field in fields if field.kind is Kind.PARTS)


def _of_block(context: BlockContext) -> Findings:
    """Not of answers in sections: these are read one after another."""
    for name in _listing(type(context.block)):
        listed = context.block.__dict__.get(name) or ()
        if len(listed) <= _MOST or not asks(context.ways):
            continue
        if any(each.__dict__.get("section") for _way, each in parts_held(listed)):
            continue
        yield Finding(
            message=message(
                N_("{n} answers are many to choose from. Up to {most} are seen at a glance."),
                n=len(listed),
                most=_MOST,
            ),
            field=(name,),
        )


RULE = Rule(
    name="long-menu",
    alias="FL15",
    severity=Severity.HINT,
    title=N_("A menu has no more answers than one sees at a glance"),
    manual=Manual(
        means=N_("A menu has more than 7 answers, and they are not put into sections."),
        why=N_(
            "Customers read the first few of a long list and take one that nearly fits, or none. "
            "Guides to conversation design advise 3 buttons and 7 to 10 rows of a list (Google's "
            "and LivePerson's, seen in November 2026)."
        ),
        cure=N_(
            "Leave out what hardly anyone chooses, put the answers into sections of the list, or "
            "lead rare ones to a second menu."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=naming,
)
