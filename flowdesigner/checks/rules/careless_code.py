"""The rule *careless-code*."""

from flowdesigner.checks.about import declaring
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.template import placeholders
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_CODE = "code"


def _of_block(context: BlockContext) -> Findings:
    """Of the texts that tell a code, in the languages whose words are known."""
    for spot in context.block.texts:
        for language, words in spot.text.items():
            known = vocabulary(language)
            if known is None or all(each.path != _CODE for each in placeholders(words)):
                continue
            place, plain = (*spot.path, language), words.casefold()
            if not known.silence.search(plain):
                yield Finding(
                    message=message(N_("Nothing tells the customer to keep the code to oneself.")),
                    field=place,
                    fixes=(_fix(context, place, words, known.keep_silent),),
                )
            if not known.limit.search(plain):
                yield Finding(
                    message=message(N_("Nothing tells how long the code is good.")), field=place
                )


def _fix(context: BlockContext, place: Path, words: str, sentence: str) -> Fix:
    """At the end of the first line: further ones may be for a phone to read."""
    title = message(N_("Ask not to share it"))
    first, line, rest = words.partition("\n")
    end = "" if first.rstrip().endswith((".", "!", "?")) else "."
    longer = f"{first.rstrip()}{end} {sentence}{line}{rest}"
    return Fix(title=title, edit=SetValue(context.flow, context.id, place, longer, title))


RULE = Rule(
    name="careless-code",
    alias="OT06",
    severity=Severity.WARNING,
    title=N_("The text with a code tells to keep it secret, and how long it is good"),
    manual=Manual(
        means=N_(
            "The text of a one-time code does not say that nobody else may have it, or not how "
            "long it can be used."
        ),
        why=N_(
            "Swindlers call and ask for the code that has just come. A sentence right beside it "
            "is what stops customers; WhatsApp's own text for codes has both (Meta's page on "
            "authentication templates, seen in November 2026)."
        ),
        cure=N_(
            "Add “Do not share this code with anyone.” and how many minutes it is good, as you "
            "have set it in the block."
        ),
        source=N_("Meta, authentication templates, seen in November 2026."),
    ),
    of_block=_of_block,
    blocks=declaring(lambda field: _CODE in field.knows),
)
