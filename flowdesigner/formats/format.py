"""What an export format is: what it can say of a project, how, and what gets lost."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from flowdesigner.formats.features import FEATURES, WORD_OF, Feature, used_by_project
from flowdesigner.model.block import Block
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message


class Support(StrEnum):
    """How well a format says a thing."""

    SUPPORTED = "supported"
    APPROXIMATED = "approximated"
    UNSUPPORTED = "unsupported"


class Saying(Struct, frozen=True):
    """How a format says a thing; what it does not name, it cannot say."""

    status: Support
    how: str
    """An English key."""


NOTHING = Saying(Support.UNSUPPORTED, N_("This format has nothing for it."))


def said(how: str) -> Saying:
    """It is said as it is meant."""
    return Saying(Support.SUPPORTED, how)


def nearly(how: str) -> Saying:
    """It is said, but not quite as it is meant."""
    return Saying(Support.APPROXIMATED, how)


def lost(how: str) -> Saying:
    """It cannot be said, for a reason worth telling."""
    return Saying(Support.UNSUPPORTED, how)


class Loss(Struct, frozen=True, kw_only=True):
    """Something that the export does not say, or not quite, and where."""

    what: Message
    why: Message
    status: Support = Support.UNSUPPORTED
    flow: str | None = None
    block: str | None = None


class Export(Struct, frozen=True):
    """The files of an export by their path, and what they do not say."""

    files: Mapping[str, str]
    losses: tuple[Loss, ...] = ()


class Format(Struct, frozen=True, kw_only=True):
    """A platform's files: who reads them, what they can say, and how they are written."""

    id: str
    title: str
    """A name, the same in every language."""
    describe: str
    """An English key."""
    sayings: Mapping[str, Saying] = field(default_factory=dict)
    """By block type (`ask`) or feature (`ask.retry`)."""
    writer: Callable[[Project], Export]

    def support(self, thing: str) -> Saying:
        """How it says a block type or a feature."""
        return self.sayings.get(thing, NOTHING)

    def write(self, project: Project) -> Export:
        """The files, and everything they do not say."""
        export = self.writer(project)
        return Export(export.files, (*self.losses(project), *export.losses))

    def losses(self, project: Project) -> Iterator[Loss]:
        """What the project uses and this format says only nearly or not at all."""
        for use in used_by_project(project):
            saying = self.support(use.thing)
            if saying.status is not Support.SUPPORTED:
                yield Loss(
                    what=message(title_of(use.thing)),
                    why=message(saying.how),
                    status=saying.status,
                    flow=use.flow,
                    block=use.block,
                )


def title_of(thing: str) -> str:
    """What a person calls a block type or a feature; an English key."""
    feature: Feature | None = FEATURES.get(thing)
    block_type: type[Block] | None = WORD_OF.get(thing)
    if feature is not None:
        return feature.title
    return block_type.look.title if block_type is not None else thing
