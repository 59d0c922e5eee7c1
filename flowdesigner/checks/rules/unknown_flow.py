"""The rule *unknown-flow*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.flows import AddFlow
from flowdesigner.model.fields import Kind
from flowdesigner.model.flow import Flow, Start
from flowdesigner.model.ids import is_id
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _finding(flow: str, field: Path) -> Finding:
    new = Flow(name=flow.replace("_", " ").capitalize(), starts=(Start(trigger="call"),))
    title = message(N_("Add a flow “{flow}”"), flow=flow)
    return Finding(
        message=message(N_("There is no flow “{flow}”."), flow=flow),
        field=field,
        fixes=(Fix(title=title, edit=AddFlow(flow, new)),) if is_id(flow) else (),
    )


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.FLOW):
        if spot.value and spot.value not in context.around.outcomes:
            yield _finding(str(spot.value), spot.path)


def _of_project(context: ProjectContext) -> Findings:
    project = context.project
    for position, keyword in enumerate(project.settings.keywords or ()):
        if keyword.flow and keyword.flow not in context.flows:
            yield _finding(keyword.flow, ("settings", "keywords", position, "flow"))
    for id, conversation in project.conversations.items():
        flow = conversation.starts_with.flow if conversation.starts_with else None
        if flow and flow not in context.flows:
            yield _finding(flow, ("conversations", id, "starts_with", "flow"))


RULE = Rule(
    name="unknown-flow",
    alias="FL18",
    severity=Severity.ERROR,
    title=N_("Every flow that is called is there"),
    manual=Manual(
        means=N_(
            "A block, a keyword or a saved conversation names a flow that the project does not "
            "have."
        ),
        why=N_("The conversation stops when it comes there, and the customer gets no answer."),
        cure=N_("Choose another flow, or add the one that is missing."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_project=_of_project,
    blocks=having(Kind.FLOW),
)
