"""The rule *unknown-currency*."""

from flowdesigner.checks.about import being
from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.currencies import CURRENCIES
from flowdesigner.model.fields import Kind
from flowdesigner.model.walk import walk
from flowdesigner.texts import N_, message


def _of_project(context: ProjectContext) -> Findings:
    for spot in walk(context.project.settings, ("settings",)):
        written = str(spot.value)
        if spot.field.kind is Kind.CURRENCY and written not in CURRENCIES:
            plain = written.strip().upper()
            code = plain if plain in CURRENCIES else spot.field.placeholder
            title = message(N_("Write {value}"), value=code)
            told = N_("There is no currency “{code}”. Write three capital letters, as IDR.")
            yield Finding(
                message=message(told, code=written),
                field=spot.path,
                fixes=(Fix(title=title, edit=SetProjectValue(spot.path, code)),),
            )


RULE = Rule(
    name="unknown-currency",
    severity=Severity.ERROR,
    title=N_("The currency is one that there is"),
    manual=Manual(
        means=N_("The currency of the project is not a code of ISO 4217, such as IDR or USD."),
        why=N_(
            "Amounts would be written with a sign that nobody knows, and platforms refuse orders "
            "in such a currency."
        ),
        cure=N_("Choose the currency in the settings of the project."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_project=_of_project,
    blocks=being(),
)
