"""What can be chosen in a form, in words: variables, flows, outcomes, channels."""

from collections.abc import Iterator

from flowdesigner.app.naming import flow_name
from flowdesigner.channels import BY_ID
from flowdesigner.model.project import Project
from flowdesigner.model.values import type_of
from flowdesigner.model.variable import BUILT_IN, TYPE_LABELS
from flowdesigner.texts import N_, translate

Offer = tuple[object, str]
"""A word, and the title it is offered under."""

WRITABLE = tuple(name for name in BUILT_IN if name.startswith(("contact.", "consent.")))
"""The built-in variables that a journey may set."""


def variables(project: Project) -> Iterator[str]:
    """The names of all variables, the project's own first."""
    yield from project.variables
    yield from BUILT_IN


def is_known(project: Project, path: str) -> bool:
    """Whether a path leads to a variable that is declared or built in."""
    root = path.partition(".")[0]
    return path in BUILT_IN or root in project.variables or root == "secret"


def readable(project: Project) -> list[Offer]:
    """The variables that can be read."""
    return [(name, name) for name in variables(project)]


def writable(project: Project) -> list[Offer]:
    """The variables that can be set."""
    return [(name, name) for name in (*project.variables, *WRITABLE)]


def type_label(project: Project, path: str) -> str:
    """The type of a variable as an English key."""
    return TYPE_LABELS[type_of(path, project.variables)]


def flows(project: Project) -> list[Offer]:
    """The flows by their names."""
    return [(id, flow_name(project, id)) for id in project.flows]


def channels(project: Project) -> list[Offer]:
    """The channels of the project."""
    return [(id, channel_title(id)) for id in project.channels]


def channel_title(id: str) -> str:
    """A channel's name."""
    return BY_ID[id].title if id in BY_ID else id


def outcomes(project: Project, flow: str) -> list[Offer]:
    """The outcomes of a flow."""
    return [(each, each.replace("_", " ")) for each in project.outcomes.get(flow, ())]


def values_of(project: Project, path: str, language: str = "") -> tuple[Offer, ...]:
    """The values a variable can have, when they are few."""
    kind = type_of(path, project.variables)
    if kind == "boolean":
        return ((True, translate(N_("yes"))), (False, translate(N_("no"))))
    if kind != "choice" or path not in project.variables:
        return ()
    facts = project.facts
    shown = language or facts.base_language
    values = project.variables[path].values or ()
    return tuple((each.id, facts.in_language(each.label, shown) or each.id) for each in values)
