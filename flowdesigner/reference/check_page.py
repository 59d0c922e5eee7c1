"""The pages of the checks: what each means, why it matters, how it is put right."""

from collections.abc import Iterator

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.channels import CHANNELS
from flowdesigner.checks.rule import SEVERITY_LABELS, Rule
from flowdesigner.checks.rules import RULES
from flowdesigner.reference.exits import word_of
from flowdesigner.reference.left_out import LEFT_OUT
from flowdesigner.reference.markdown import heading, joined, link, table
from flowdesigner.texts import N_, translate

_INTRODUCTION = N_(
    "Flow Designer looks at a project all the time while it is drawn. What cannot work is an "
    "error, what may go wrong is a warning, and what could be better is a hint."
)
_SILENCE = N_(
    "A project may turn a check off or weigh it otherwise: in its settings, under “checks”, "
    "write the name of the check and one of off, hint, warning or error. A single problem may "
    "stay: choose “Ignore…” beside it and say why. The reason is kept in the file under “ignore”, "
    "at the block, else at the flow, else in the settings, and the panel of problems lists it at "
    "its end, where it can be taken back."
)
_LEFT_OUT_HEADS = (N_("What could go wrong"), N_("Number"), N_("Why it is not checked"))
_HEADS = (N_("Check"), N_("Name"), N_("Number"), N_("Weight"))


def contents() -> str:
    """The page that leads to those of all checks."""
    return joined(
        heading(N_("What is checked"), 1),
        translate(_INTRODUCTION),
        table(_HEADS, map(_row, RULES)),
        translate(_SILENCE),
        heading(N_("What is not checked")),
        table(_LEFT_OUT_HEADS, [(translate(a), n, translate(w)) for n, a, w in LEFT_OUT]),
    )


def page(rule: Rule) -> str:
    """The page of a check."""
    manual = rule.manual
    return joined(
        f"# {translate(rule.title)}",
        " · ".join(filter(None, (f"`{rule.name}`", ", ".join(rule.numbers), severity_of(rule)))),
        heading(N_("What it means")),
        translate(manual.means),
        heading(N_("Why it matters")),
        translate(manual.why),
        *_source(manual.source),
        heading(N_("How to fix it")),
        translate(manual.cure),
        *_concerned(rule),
    )


def _source(source: str) -> Iterator[str]:
    if source:
        yield translate(N_("Source: {source}"), source=translate(source))


def severity_of(rule: Rule) -> str:
    """How bad what it finds usually is."""
    return translate(SEVERITY_LABELS[rule.severity])


def _row(rule: Rule) -> tuple[str, ...]:
    title = link(translate(rule.title), f"checks/{rule.name}")
    return title, f"`{rule.name}`", ", ".join(rule.numbers), severity_of(rule)


def _concerned(rule: Rule) -> Iterator[str]:
    """The blocks and channels it is about, when it is not about all of them."""
    blocks = [each for each in BLOCK_TYPES if rule.blocks is not None and rule.blocks(each)]
    channels = [each for each in CHANNELS if rule.channels is not None and rule.channels(each)]
    if blocks or channels:
        yield heading(N_("Where it looks"))
    if blocks:
        yield ", ".join(link(translate(b.look.title), f"blocks/{word_of(b)}") for b in blocks)
    if channels:
        yield ", ".join(link(each.title, f"channels/{each.id}") for each in channels)
