"""What help is wanted on: the page of what has the keyboard, and the field if it is one."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.costs.panel import CostPanel
from flowdesigner.app.export.dialog import ExportDialog
from flowdesigner.app.inspector.block_page import BlockPage
from flowdesigner.app.inspector.editors.promises import PromisesEditor
from flowdesigner.app.inspector.flow_face import FlowSubject
from flowdesigner.app.inspector.flow_page import FlowPage
from flowdesigner.app.inspector.project_form import ProjectForm
from flowdesigner.app.inspector.row import FieldRow
from flowdesigner.app.inspector.slot import Bench
from flowdesigner.app.inspector.subject import BlockSubject, SettingsSubject, VariableSubject
from flowdesigner.app.inspector.variables_panel import VariablesPanel
from flowdesigner.app.outline.panel import OutlinePanel
from flowdesigner.app.palette.panel import PalettePanel
from flowdesigner.app.preview.bar import Bar
from flowdesigner.app.problems.panel import ProblemsPanel
from flowdesigner.model.block import Block, UnknownBlock

START = "start"
"""The page that leads to all others."""
KEYS = "keys"
"""The page on the keys of the window."""


class Topic(Struct, frozen=True):
    """A page, and a row on it."""

    address: str = START
    field: str = ""
    """What the file calls the field, `options.label`; empty when it is the whole page."""


def topic_of(focused: QWidget | None, selected: Block | None) -> Topic:
    """The page on what has the keyboard; on drawing and outline that of the selected block."""
    fields: list[str] = []
    for widget in _outwards(focused):
        if isinstance(widget, FieldRow):
            fields.insert(0, widget.editor.slot.name)
            address = _of_form(widget.editor.slot.bench)
            if len(widget.editor.slot.path) == 1 and address:
                return Topic(address, ".".join(fields))
        elif found := _of(widget, focused, selected):
            return Topic(found)
    return Topic()


def _outwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _of(widget: QWidget, focused: QWidget | None, selected: Block | None) -> str:
    """The page on a part of the window, if there is one."""
    match widget:
        case PalettePanel():
            return f"blocks/{widget.current_type}" if widget.current_type else "blocks/README"
        case ProblemsPanel():
            return f"checks/{widget.chosen_rule}" if widget.chosen_rule else "checks/README"
        case Bar() if focused is widget.channel:
            return f"channels/{widget.channel.currentData()}"
        case FlowCanvas() | OutlinePanel():
            return _of_block(selected)
        case _:
            return _of_other_form(widget)


def _of_other_form(widget: QWidget) -> str:
    match widget:
        case BlockPage():
            return _of_form(widget.bench)
        case FlowPage():
            return "settings/flow"
        case PromisesEditor():
            return "settings/promise"
        case ProjectForm():
            return "settings/project"
        case VariablesPanel():
            return "settings/variable"
        case CostPanel():
            return "settings/costs"
        case ExportDialog():
            return "formats/README"
        case _:
            return ""


def _of_form(bench: Bench) -> str:
    match bench.subject:
        case BlockSubject():
            return _of_block(bench.part)
        case SettingsSubject():
            return "settings/project"
        case FlowSubject():
            return "settings/flow"
        case VariableSubject():
            return "settings/variable"
        case _:
            return ""


def _of_block(block: object) -> str:
    known = isinstance(block, Block) and not isinstance(block, UnknownBlock)
    return f"blocks/{block.type}" if isinstance(block, Block) and known else ""
