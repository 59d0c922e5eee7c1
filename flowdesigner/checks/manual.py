"""The manual of the rules, as Markdown in the language in use."""

from collections.abc import Sequence

from flowdesigner.checks.rule import SEVERITY_LABELS, Rule
from flowdesigner.texts import N_, translate

_HEADINGS = (N_("What it means"), N_("Why it matters"), N_("How to fix it"))
_INTRODUCTION = N_(
    "Flow Designer looks at a project all the time while it is drawn. What cannot work is an "
    "error, what may go wrong is a warning, and what could be better is a hint."
)
_SILENCE = N_(
    "A project may turn a check off or weigh it otherwise: in its settings, under “checks”, "
    "write the name of the check and one of off, hint, warning or error. A single block may "
    "silence a check: under “ignore”, write its name and the reason."
)


def page(rule: Rule) -> str:
    """The page of a rule."""
    manual = rule.manual
    parts = [f"# {translate(rule.title)}", _facts(rule)]
    for heading, text in zip(_HEADINGS, (manual.means, manual.why, manual.cure), strict=True):
        parts += [f"## {translate(heading)}", translate(text)]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule) -> str:
    severity = translate(SEVERITY_LABELS[rule.severity])
    return " · ".join(filter(None, (f"`{rule.name}`", rule.alias, severity)))


def contents(rules: Sequence[Rule]) -> str:
    """The page that leads to those of all rules."""
    heads = (N_("Check"), N_("Name"), N_("Number"), N_("Weight"))
    rows = [
        "| " + " | ".join(map(translate, heads)) + " |",
        "|---|---|---|---|",
        *map(_row, rules),
    ]
    title = "# " + translate(N_("What is checked"))
    parts = (title, translate(_INTRODUCTION), "\n".join(rows), translate(_SILENCE))
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    link = f"[{translate(rule.title)}]({rule.name}.md)"
    severity = translate(SEVERITY_LABELS[rule.severity])
    return f"| {link} | `{rule.name}` | {rule.alias} | {severity} |"
