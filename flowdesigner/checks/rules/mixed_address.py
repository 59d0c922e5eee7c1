"""The rule *mixed-address*."""

from collections import Counter

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import FOR_COLLEAGUES
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary.address import addressed_as
from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.fields import Kind
from flowdesigner.model.part import changed
from flowdesigner.model.place import with_value
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message

_LANGUAGE = "id"


class AddressAs(Edit, frozen=True):
    """Call the customer by one word in all that a block says in Indonesian."""

    flow: str
    block: str
    name: str

    @property
    def title(self) -> Message:
        """With the word."""
        return message(N_("Write “{name}” here, too"), name=self.name)

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Change the words as they are now."""
        block = project.block(self.flow, self.block)
        if block is None:
            return project
        for spot in block.texts:
            words = spot.text.get(_LANGUAGE, "")
            better = addressed_as(words, self.name)
            if better != words and spot.path[-1] not in FOR_COLLEAGUES:
                block = with_value(block, (*spot.path, _LANGUAGE), better)
        flow = project.flows[self.flow]
        return with_flow(
            project, self.flow, changed(flow, blocks={**flow.blocks, self.block: block})
        )


def _of_flow(context: FlowContext) -> Findings:
    """Of blocks that call the customer otherwise than most blocks of the flow do."""
    used = Counter(name for node in context.nodes.values() for name in sorted(node.address))
    if len(used) < 2:
        return
    usual = used.most_common(1)[0][0]
    for id, node in context.nodes.items():
        for name in sorted(node.address - {usual}):
            edit = AddressAs(context.id, id, usual)
            told = N_("Customers are called “{other}” here, and “{usual}” elsewhere in this flow.")
            yield Finding(
                block=id,
                message=message(told, other=name, usual=usual),
                fixes=(Fix(title=edit.title, edit=edit),),
            )


RULE = Rule(
    name="mixed-address",
    alias="LN03",
    severity=Severity.WARNING,
    title=N_("Customers are called by one word"),
    manual=Manual(
        means=N_(
            "Some blocks of a flow call the customer “Anda” in Indonesian, others “kamu” or "
            "“Kakak”. “Kak” alone goes with all of them, and what stands in quotation marks, such "
            "as words that customers type, does not count."
        ),
        why=N_(
            "Stiff in one sentence and chummy in the next sounds as if several people wrote who "
            "do not know of one another, and customers trust that less. One form of address is "
            "part of every guide to the voice of a brand."
        ),
        cure=N_(
            "Choose the word that your brand uses, and write it everywhere: “Anda” is formal, "
            "“Kakak” warm, “kamu” for young customers."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT, Kind.LABEL),
)
