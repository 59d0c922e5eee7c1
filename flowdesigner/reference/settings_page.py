"""The pages on what is filled in besides blocks: the project, its flows, its variables."""

from collections.abc import Mapping

from msgspec import Struct

from flowdesigner.checks.rules import PROMISES
from flowdesigner.model.condition import Condition
from flowdesigner.model.flow import Flow
from flowdesigner.model.media import Variant
from flowdesigner.model.part import Part
from flowdesigner.model.promise import PROMISE_SENTENCES, Promise
from flowdesigner.model.settings import Settings
from flowdesigner.model.variable import BUILT_IN, TYPE_LABELS, Variable
from flowdesigner.reference.fields import field_table
from flowdesigner.reference.markdown import heading, joined, link, plain, table
from flowdesigner.texts import N_, translate


class Subject(Struct, frozen=True):
    """Something that is filled in."""

    title: str
    """An English key."""
    summary: str
    """An English key."""
    part: type[Part]


SUBJECTS: Mapping[str, Subject] = {
    "project": Subject(
        N_("Project settings"),
        N_("Facts about your business that all flows share."),
        Settings,
    ),
    "flow": Subject(N_("Flow"), N_("What a flow is called, what begins it, what ends it."), Flow),
    "variable": Subject(
        N_("Variables"),
        N_("What a journey remembers of a customer, to use it in later texts and conditions."),
        Variable,
    ),
    "promise": Subject(
        N_("Promises"),
        N_("What holds in every conversation; where it would not, the checks say so."),
        Promise,
    ),
    "condition": Subject(
        N_("Comparison"),
        N_("Compares a variable; several can hold together, or one of several."),
        Condition,
    ),
    "words": Subject(
        N_("Words by channel"),
        N_("What a block says on one channel instead of what it says elsewhere."),
        Variant,
    ),
}
"""By the names of their pages."""


def contents() -> str:
    """The page that leads to the others."""
    rows = [(link(translate(s.title), f"settings/{name}"), translate(s.summary))
            for name, s in SUBJECTS.items()]  # fmt: skip
    return joined(heading(N_("Settings"), 1), table((N_("What"), N_("What it is for")), rows))


def page(name: str) -> str:
    """The page of a subject."""
    subject = SUBJECTS[name]
    return joined(
        heading(subject.title, 1),
        translate(subject.summary),
        heading(N_("What is filled in")),
        field_table(subject.part),
        *(_built_in() if name == "variable" else ()),
        *(_promises() if name == "promise" else ()),
    )


def _built_in() -> tuple[str, ...]:
    rows = [(f"`{name}`", translate(TYPE_LABELS[kind])) for name, kind in BUILT_IN.items()]
    return (
        heading(N_("Variables that are always there")),
        table((N_("Variable"), N_("What it keeps")), rows),
    )


def _promises() -> tuple[str, ...]:
    rows = [
        (
            plain(translate(PROMISE_SENTENCES[kind])),
            link(translate(rule.title), f"checks/{rule.name}"),
            plain(translate(rule.manual.means)),
        )
        for kind, rule in PROMISES.items()
    ]
    return (
        heading(N_("How each is held to")),
        table((N_("Promise"), N_("Check"), N_("What it means")), rows),
    )
