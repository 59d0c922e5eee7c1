"""The editors, one for each kind of field."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor
from flowdesigner.app.inspector.editors.choice import ChannelEditor, ChoiceEditor, FlowEditor
from flowdesigner.app.inspector.editors.condition import ConditionEditor
from flowdesigner.app.inspector.editors.data import DataEditor
from flowdesigner.app.inspector.editors.duration import DurationEditor
from flowdesigner.app.inspector.editors.flag import FlagEditor
from flowdesigner.app.inspector.editors.give import GiveEditor
from flowdesigner.app.inspector.editors.line import LineEditor
from flowdesigner.app.inspector.editors.literal import LiteralEditor
from flowdesigner.app.inspector.editors.mapping import MappingEditor
from flowdesigner.app.inspector.editors.number import NumberEditor
from flowdesigner.app.inspector.editors.outcome import OutcomeEditor
from flowdesigner.app.inspector.editors.part import PartEditor
from flowdesigner.app.inspector.editors.parts import PartsEditor
from flowdesigner.app.inspector.editors.pattern import PatternEditor
from flowdesigner.app.inspector.editors.save import SaveEditor
from flowdesigner.app.inspector.editors.text import TextEditor
from flowdesigner.app.inspector.editors.url import UrlEditor
from flowdesigner.app.inspector.editors.variable import VariableEditor
from flowdesigner.app.inspector.editors.variables import VariablesEditor
from flowdesigner.app.inspector.editors.words import WordsEditor
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.model.fields import Kind

EDITORS: Mapping[Kind, Callable[[Slot, QWidget], Editor]] = {
    Kind.LINE: LineEditor,
    Kind.TEXT: TextEditor,
    Kind.LABEL: TextEditor,
    Kind.WORDS: WordsEditor,
    Kind.NUMBER: NumberEditor,
    Kind.DURATION: DurationEditor,
    Kind.FLAG: FlagEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.VARIABLE: VariableEditor,
    Kind.VARIABLES: VariablesEditor,
    Kind.FLOW: FlowEditor,
    Kind.OUTCOME: OutcomeEditor,
    Kind.CHANNEL: ChannelEditor,
    Kind.URL: UrlEditor,
    Kind.PATTERN: PatternEditor,
    Kind.MAPPING: MappingEditor,
    Kind.DATA: DataEditor,
    Kind.SAVE: SaveEditor,
    Kind.GIVE: GiveEditor,
    Kind.CONDITION: ConditionEditor,
    Kind.LITERAL: LiteralEditor,
    Kind.PART: PartEditor,
    Kind.PARTS: PartsEditor,
    Kind.LINES: LineEditor,
    Kind.SHARE: NumberEditor,
    Kind.LEVEL: NumberEditor,
    Kind.TIME: LineEditor,
    Kind.SPAN: LineEditor,
    Kind.WEEKDAYS: DataEditor,
    Kind.WEEK: DataEditor,
    Kind.ZONE: LineEditor,
    Kind.CURRENCY: LineEditor,
    Kind.MONEY: LineEditor,
    Kind.PHONE: LineEditor,
    Kind.CHOICES: DataEditor,
    Kind.SOURCE: VariableEditor,
    Kind.BY_CHANNEL: MappingEditor,
    Kind.EVENT: LineEditor,
}


def make_editor(slot: Slot, parent: QWidget) -> Editor:
    """The editor of a field."""
    return EDITORS[slot.field.kind](slot, parent)
