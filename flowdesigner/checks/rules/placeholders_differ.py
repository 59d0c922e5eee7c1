"""The rule *placeholders-differ*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.wording import language_name
from flowdesigner.model.fields import Kind
from flowdesigner.model.template import placeholders
from flowdesigner.model.walk import TextSpot
from flowdesigner.texts import N_, message

_LACKS = N_("{language} lacks {names}, which {other} has.")
_HAS = N_("{language} has {names}, which {other} lacks.")


def _names(text: str) -> frozenset[str]:
    return frozenset(each.path for each in placeholders(text)) if "{{" in text else frozenset()


def _of_block(context: BlockContext) -> Findings:
    for spot in context.block.texts:
        if any("{{" in words for words in spot.text.values()):
            yield from _compared(spot, context.languages)


def _compared(spot: TextSpot, languages: tuple[str, ...]) -> Findings:
    written = [code for code in languages if spot.text.get(code, "").strip()]
    for code in written[1:]:
        base, own = _names(spot.text[written[0]]), _names(spot.text[code])
        for template, names in ((_LACKS, base - own), (_HAS, own - base)):
            if names:
                yield Finding(
                    message=message(
                        template,
                        language=language_name(code),
                        other=language_name(written[0]),
                        names=", ".join(f"{{{{ {name} }}}}" for name in sorted(names)),
                    ),
                    field=(*spot.path, code),
                )


RULE = Rule(
    name="placeholders-differ",
    alias="LN02",
    severity=Severity.WARNING,
    title=N_("All languages of a text use the same variables"),
    manual=Manual(
        means=N_("A text says the value of a variable in one language and not in another."),
        why=N_(
            "Customers of one language do not get the order number, the date or the amount that "
            "the others get. Most often a translation was not brought up to date."
        ),
        cure=N_("Look at both texts side by side and use the same variables in each."),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
)
