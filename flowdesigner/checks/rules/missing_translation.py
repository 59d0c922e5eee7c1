"""The rule *missing-translation*."""

from collections.abc import Iterable

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.wording import field_name, language_name
from flowdesigner.model.fields import Kind
from flowdesigner.model.walk import TextSpot, texts_in
from flowdesigner.texts import N_, message


def _findings(
    spots: Iterable[TextSpot], languages: tuple[str, ...], path: tuple[str, ...] = ()
) -> Findings:
    for spot in spots:
        written = {code for code, words in spot.text.items() if words.strip()}
        for code in languages if written else ():
            if code in written:
                continue
            base = code == languages[0]
            yield Finding(
                message=message(
                    N_("“{field}” is not written in {language}, the first language.")
                    if base
                    else N_("“{field}” is not translated into {language}."),
                    field=field_name(spot.field),
                    language=language_name(code),
                ),
                field=(*path, *spot.path, code),
                severity=Severity.ERROR if base else None,
            )


def _of_block(context: BlockContext) -> Findings:
    return _findings(context.block.texts, context.languages)


def _of_project(context: ProjectContext) -> Findings:
    for name, variable in context.project.variables.items():
        spots = texts_in(variable)
        yield from _findings(spots, context.project.languages, ("variables", name))


RULE = Rule(
    name="missing-translation",
    alias="LN01",
    severity=Severity.WARNING,
    title=N_("Every text is written in every language"),
    manual=Manual(
        means=N_(
            "A text has words in some languages of the project and none in another. When it is "
            "the first language, on which all others fall back, it is an error."
        ),
        why=N_(
            "A customer who chose English suddenly reads Indonesian. Without the first language "
            "a customer may read nothing at all."
        ),
        cure=N_(
            "Write the text in the language that is marked, or take the language off the list of "
            "the project's languages if it is not offered yet."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    of_project=_of_project,
    blocks=having(Kind.TEXT, Kind.LABEL),
)
