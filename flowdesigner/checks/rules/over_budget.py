"""The rule *over-budget*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.costs.bill import Line
from flowdesigner.costs.forecast import Asked, Forecast, costing, forecasting, in_currency
from flowdesigner.costs.words import Amount
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

_TOLD = N_("A month costs about {cost}, and may cost {budget}. The dearest message costs {most}.")


def _of_project(context: ProjectContext) -> Findings:
    rates = context.project.settings.rates
    if rates is None or rates.budget is None:
        return
    found = yield from forecasting(context.project, Asked(as_of=context.as_of))
    if found.total is None or found.total <= rates.budget:
        return
    dearest = max(found.lines, key=lambda line: _worth(found, line))
    currency = context.project.facts.currency
    yield Finding(
        message=message(
            _TOLD,
            cost=Amount(found.total, currency),
            budget=Amount(rates.budget, currency),
            most=Amount(_worth(found, dearest) * found.contacts, currency),
        ),
        flow=dearest.flow,
        block=dearest.block,
    )


def _worth(found: Forecast, line: Line) -> float:
    return in_currency(costing(line), found.project) or 0.0


RULE = Rule(
    name="over-budget",
    alias="CS01",
    severity=Severity.WARNING,
    kind=Basis.DATA,
    title=N_("A month costs no more than it may"),
    manual=Manual(
        means=N_(
            "By the prices of the day, a month with as many customers as the settings say costs"
            " more than they allow. It is told at the block that costs most. Amounts in other"
            " currencies count when the settings say what a US dollar is."
        ),
        why=N_(
            "Every message is billed: on WhatsApp those in free words, too, since 1 October 2026."
        ),
        cure=N_(
            "Send fewer messages: put two that follow each other into one, leave out what nobody"
            " needs. Look at what each block costs under “What it costs”, and say there how many"
            " customers go which way."
        ),
        source=N_("Meta, WhatsApp pricing for non-template messages, read in November 2026."),
    ),
    of_project=_of_project,
    blocks=having(Kind.TEXT),
)
