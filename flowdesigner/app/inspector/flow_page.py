"""The form of the flow that is open, when no block is selected."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import column
from flowdesigner.app.inspector.editors import make_editor
from flowdesigner.app.inspector.editors.words import read_words
from flowdesigner.app.inspector.flow_face import FlowFace, FlowSubject
from flowdesigner.app.inspector.form import Form
from flowdesigner.app.inspector.offers import channel_title
from flowdesigner.app.inspector.slot import Bench
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.check_box import CheckBox
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.wrapped_row import WrappedRow
from flowdesigner.edits.flows import SetFlowValue
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate


class FlowPage(QWidget):
    """Name, start, channels and outcomes of a flow, and a hint at what can be done."""

    def __init__(self, document: Document, flow: str, theme: Theme) -> None:
        super().__init__()
        self.document, self.flow = document, flow
        self.title, self.hint = PlainLabel(), PlainLabel(wrap=True)
        self.title.embolden()
        bench = Bench(document, FlowSubject(flow), theme, make_editor, flow)
        self.form = Form(bench, (), FlowFace, self)
        self.channels_label, self.outcomes_label = PlainLabel(), PlainLabel()
        self.channels = {id: CheckBox() for id in document.project.channels}
        self.outcomes = Line()
        self.outcomes_label.setBuddy(self.outcomes)
        self._lay_out()
        for box in self.channels.values():
            box.clicked.connect(self._channels_ticked)
        self.outcomes.typed.connect(self._outcomes_typed)
        self.outcomes.left.connect(document.end_typing)
        self.retranslate()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        box = column(self, SPACE + 2)
        box.addWidget(self.title)
        box.addWidget(self.hint)
        box.addWidget(self.form)
        ticks = WrappedRow(gap=SPACE * 2)
        for each in self.channels.values():
            ticks.addWidget(each)
        for label, content in (
            (self.channels_label, ticks),
            (self.outcomes_label, self.outcomes),
        ):
            box.addWidget(label)
            if isinstance(content, QWidget):
                box.addWidget(content)
            else:
                box.addLayout(content)
        box.addStretch(1)

    def shows(self, flow: str) -> bool:
        """Whether this is the form of a flow, on the channels there are."""
        return flow == self.flow and tuple(self.channels) == self.document.project.channels

    def _channels_ticked(self) -> None:
        ticked = tuple(id for id, box in self.channels.items() if box.isChecked())
        same = ticked == self.document.project.channels
        self.document.do(SetFlowValue(self.flow, "channels", None if same else ticked))

    def _outcomes_typed(self, written: str) -> None:
        words = _outcomes(written)
        self.document.do(SetFlowValue(self.flow, "outcomes", words or None, typing=True))

    def refresh(self) -> None:
        """Show the values as they are now."""
        project = self.document.project
        flow = project.flows.get(self.flow)
        if flow is None:
            return
        self.form.refresh()
        on = project.channels_of(flow)
        for id, box in self.channels.items():
            box.setChecked(id in on)
        written = _outcomes(self.outcomes.text())
        if written != (flow.outcomes or ()):
            self.outcomes.show_text(", ".join(flow.outcomes or ()))

    def reveal(self, path: Path) -> QWidget | None:
        """Who gets the keyboard when a place in the flow is asked for."""
        name = str(path[0]) if path else "name"
        if name == "outcomes":
            return self.outcomes
        if name == "channels":
            return next(iter(self.channels.values()), None)
        return self.form.reveal(path if name in ("starts", "leave_on") else ("name",))

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.title.setText(translate(N_("Flow")))
        self.hint.setText(
            translate(N_("Select a block to fill it in. Double-click the canvas to add one."))
        )
        self.channels_label.setText(translate(N_("Channels")))
        self.outcomes_label.setText(translate(N_("How it can end")))
        self.outcomes.setAccessibleName(translate(N_("How it can end")))
        self.outcomes.setPlaceholderText("done")
        self.outcomes.setToolTip(
            translate(N_("The outcomes that a flow which calls this one can go on by."))
        )
        for id, box in self.channels.items():
            box.setText(channel_title(id))
        self.form.retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.title.set_colour(theme.text)
        for each in (self.hint, self.channels_label, self.outcomes_label):
            each.set_colour(theme.muted)
        self.form.set_theme(theme)


def _outcomes(written: str) -> tuple[str, ...]:
    """Outcomes as they were typed, as the words of a file."""
    return tuple("_".join(each.lower().split()) for each in read_words(written))
