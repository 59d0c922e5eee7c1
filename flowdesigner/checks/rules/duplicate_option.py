"""The rule *duplicate-option*."""

from collections.abc import Callable, Iterator
from functools import partial

from flowdesigner.checks.about import naming
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.wording import language_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.parts import RenamePart
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.ids import free_id
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path, Spot, walk
from flowdesigner.texts import N_, message

EXIT_NAMES = frozenset({
    "next", "failed", "other", "no_reply", "chosen", "answered", "invalid", "else", "happened",
    "timeout", "open", "closed", "ok", "unavailable", "given", "refused", "has", "has_not",
    "verified", "expired", "unsure",
})  # fmt: skip
"""What the exits of blocks are called; an option of that name could not be told from them."""


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.PARTS):
        parts = [each for each in _listed(spot) if getattr(each, "id", None) is not None]
        yield from _same_ids(spot, parts, partial(SetValue, context.flow, context.id))
        yield from _exit_names(context, spot, parts)
        for language in context.languages:
            yield from _same_labels(spot, parts, language)


def _of_project(context: ProjectContext) -> Findings:
    project = context.project
    spots = [*walk(project.settings, ("settings",))]
    for name, variable in project.variables.items():
        spots += walk(variable, ("variables", name))
    for spot in spots:
        if spot.field.kind is Kind.PARTS:
            yield from _same_ids(spot, list(_listed(spot)), SetProjectValue)


def _listed(spot: Spot) -> Iterator[Part]:
    yield from (each for each in spot.value if isinstance(each, Part))  # type: ignore[attr-defined]


def _id(part: Part) -> str:
    return str(getattr(part, "id", ""))


def _same_ids(spot: Spot, parts: list[Part], change: Callable[[Path, object], Edit]) -> Findings:
    seen = set()
    for position, each in enumerate(parts):
        if _id(each) in seen:
            title = message(N_("Take the second one out"))
            edit = change(spot.path, (*parts[:position], *parts[position + 1 :]))
            yield Finding(
                message=message(N_("There are two lines with the id “{id}”."), id=_id(each)),
                field=(*spot.path, position),
                fixes=(Fix(title=title, edit=edit),),
            )
        if _id(each):
            seen.add(_id(each))


def _exit_names(context: BlockContext, spot: Spot, parts: list[Part]) -> Findings:
    taken = {_id(each) for each in parts}
    for id in dict.fromkeys(_id(each) for each in parts):
        if id not in EXIT_NAMES:
            continue
        new = free_id(f"{id}_choice", taken)
        edit = RenamePart(context.flow, context.id, str(spot.path[-1]), id, new)
        yield Finding(
            message=message(N_("The id “{id}” is also the name of an exit."), id=id),
            field=(*spot.path, id),
            fixes=(Fix(title=edit.title, edit=edit),) if len(spot.path) == 1 else (),
        )


def _same_labels(spot: Spot, parts: list[Part], language: str) -> Findings:
    seen: dict[str, str] = {}
    for each in parts:
        label = (getattr(each, "label", None) or {}).get(language, "")
        plain = label.strip().casefold()
        if plain and plain in seen and seen[plain] != _id(each):
            yield Finding(
                message=message(
                    N_("Two answers read “{label}” in {language}."),
                    label=label.strip(),
                    language=language_name(language),
                ),
                field=(*spot.path, _id(each), "label", language),
            )
        seen.setdefault(plain, _id(each))


RULE = Rule(
    name="duplicate-option",
    alias="WA016",
    severity=Severity.ERROR,
    title=N_("Answers can be told apart"),
    manual=Manual(
        means=N_(
            "Two answers of a menu have the same words in one language, or two lines of a list "
            "have the same id, or an id is also the name of an exit, such as “other”. Two values "
            "of a variable and two customers to try out with need ids of their own as well."
        ),
        why=N_(
            "WhatsApp refuses a message whose buttons read the same (Meta's documentation, seen "
            "in November 2026), and a typed answer could mean either of them."
        ),
        cure=N_("Word the answers differently, or delete the one that is there twice."),
        source="Meta, interactive messages, November 2025",
    ),
    of_block=_of_block,
    of_project=_of_project,
    blocks=naming,
)
