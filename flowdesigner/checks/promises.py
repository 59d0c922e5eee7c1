"""Holding the journeys of a project to what its author promises."""

from collections.abc import Iterator

from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Journeys, Place, Watch
from flowdesigner.checks.rule import Finding, Findings
from flowdesigner.model.project import Project
from flowdesigner.model.promise import Promise, PromiseKind
from flowdesigner.model.settings import Settings
from flowdesigner.texts import Message, message


def promised(project: Project, kind: PromiseKind) -> Iterator[Promise]:
    """The promises of a kind that are filled in."""
    return promised_in(project.settings, kind)


def promised_in(settings: Settings, kind: PromiseKind) -> Iterator[Promise]:
    """The same, of the project's settings."""
    for each in settings.promises or ():
        if each.promise == kind and (each.blank is None or getattr(each, each.blank) is not None):
            yield each


class Hold(Watch):
    """Looks on the ways for places at which a promise is not kept."""

    def told(self, flow: FlowContext, place: Place) -> Message:
        """What is promised, and what is so there instead."""
        raise NotImplementedError


def broken(context: ProjectContext, hold: Hold) -> Findings:
    """Where a promise is not kept, with a way that shows it."""
    journeys = Journeys(context, hold)
    for place in journeys.broken():
        if place is None:
            yield None
            continue
        flow = context.flows[place.run.flow]
        yield Finding(
            flow=flow.id,
            block=place.block,
            message=hold.told(flow, place),
            path=journeys.way_to(place),
        )


def counted(times: int, one: str, many: str) -> Message:
    """The sentence for one and the sentence for any other number."""
    return message(one) if times == 1 else message(many, times=times)
