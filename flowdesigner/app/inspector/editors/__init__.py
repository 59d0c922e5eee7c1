"""The editors, one for each kind of field."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor
from flowdesigner.app.inspector.editors.by_channel import ByChannelEditor
from flowdesigner.app.inspector.editors.choice import ChannelEditor, ChoiceEditor, FlowEditor
from flowdesigner.app.inspector.editors.choices import ChoicesEditor
from flowdesigner.app.inspector.editors.condition import ConditionEditor
from flowdesigner.app.inspector.editors.currency import CurrencyEditor
from flowdesigner.app.inspector.editors.data import DataEditor
from flowdesigner.app.inspector.editors.duration import DurationEditor
from flowdesigner.app.inspector.editors.event import EventEditor
from flowdesigner.app.inspector.editors.flag import FlagEditor
from flowdesigner.app.inspector.editors.give import GiveEditor
from flowdesigner.app.inspector.editors.level import LevelEditor
from flowdesigner.app.inspector.editors.line import LineEditor
from flowdesigner.app.inspector.editors.lines import LinesEditor
from flowdesigner.app.inspector.editors.literal import LiteralEditor
from flowdesigner.app.inspector.editors.mapping import MappingEditor
from flowdesigner.app.inspector.editors.money import MoneyEditor
from flowdesigner.app.inspector.editors.number import NumberEditor
from flowdesigner.app.inspector.editors.outcome import OutcomeEditor
from flowdesigner.app.inspector.editors.part import PartEditor
from flowdesigner.app.inspector.editors.parts import PartsEditor
from flowdesigner.app.inspector.editors.pattern import PatternEditor
from flowdesigner.app.inspector.editors.phone import PhoneEditor
from flowdesigner.app.inspector.editors.save import SaveEditor
from flowdesigner.app.inspector.editors.share import ShareEditor
from flowdesigner.app.inspector.editors.source import SourceEditor
from flowdesigner.app.inspector.editors.span import SpanEditor
from flowdesigner.app.inspector.editors.text import TextEditor
from flowdesigner.app.inspector.editors.time import TimeEditor
from flowdesigner.app.inspector.editors.url import UrlEditor
from flowdesigner.app.inspector.editors.variable import VariableEditor
from flowdesigner.app.inspector.editors.variables import VariablesEditor
from flowdesigner.app.inspector.editors.week import WeekEditor
from flowdesigner.app.inspector.editors.weekdays import WeekdaysEditor
from flowdesigner.app.inspector.editors.words import WordsEditor
from flowdesigner.app.inspector.editors.zone import ZoneEditor
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
    Kind.LINES: LinesEditor,
    Kind.SHARE: ShareEditor,
    Kind.LEVEL: LevelEditor,
    Kind.TIME: TimeEditor,
    Kind.SPAN: SpanEditor,
    Kind.WEEKDAYS: WeekdaysEditor,
    Kind.WEEK: WeekEditor,
    Kind.ZONE: ZoneEditor,
    Kind.CURRENCY: CurrencyEditor,
    Kind.MONEY: MoneyEditor,
    Kind.PHONE: PhoneEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.SOURCE: SourceEditor,
    Kind.BY_CHANNEL: ByChannelEditor,
    Kind.EVENT: EventEditor,
}


def make_editor(slot: Slot, parent: QWidget) -> Editor:
    """The editor of a field."""
    return EDITORS[slot.field.kind](slot, parent)
