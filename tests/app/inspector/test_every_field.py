"""Every field of every block type can be filled in, seen, and taken back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from flowdesigner.app.inspector.editors import EDITORS
from flowdesigner.app.inspector.editors.condition import ConditionEditor
from flowdesigner.app.inspector.editors.data import DataEditor
from flowdesigner.app.inspector.editors.pairs import PairsEditor
from flowdesigner.app.inspector.editors.part import PartEditor
from flowdesigner.app.inspector.editors.parts import PartsEditor
from flowdesigner.app.inspector.editors.variables import VariablesEditor
from flowdesigner.app.inspector.editors.week import WeekEditor
from flowdesigner.app.inspector.form import Form
from flowdesigner.app.theme import DARK
from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.model.block import Block
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Field, Kind, fields_of, part_type_of, speaks
from flowdesigner.model.part import Part
from flowdesigner.model.place import value_at
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from flowdesigner.model.walk import Path
from tests.app.drivers.inspector import (
    InspectorDriver,
    choose_in,
    click_in,
    project_of,
    tick_in,
    type_into,
)

Inspect = Callable[[Project], InspectorDriver]
TYPES = {each.model_fields["type"].default: each for each in BLOCK_TYPES}


def project_with(block: Block) -> Project:
    one = project_of(it=block)
    flows = {**one.flows, "other": one.flows["main"].model_copy(update={"name": "Other"})}
    variables = {"name": Variable(type="text"), "total": Variable(type="number")}
    return one.model_copy(update={"flows": flows, "variables": variables})


def places(part_type: type[Part], path: Path = ()) -> Iterator[tuple[Path, Field]]:
    """Every field there is, the parts of a list under the position of the first."""
    for name, field in fields_of(part_type).items():
        if field.kind is Kind.PART:
            yield from places(part_type_of(part_type, name), (*path, name))
        elif field.kind is Kind.PARTS:
            yield from places(part_type_of(part_type, name), (*path, name, 0))
        elif name != "id":
            yield (*path, name), field


PLACES = [
    pytest.param(type, path, field, id=f"{type}-{'.'.join(map(str, path))}")
    for type, block in TYPES.items()
    for path, field in places(block)
    if speaks(block) or path != ("channel",)
]


def windows() -> list[QWidget]:
    """What stands on the screen by itself, lists of words that are offered left out."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [each for each in shown if each.windowType() != Qt.WindowType.Popup]


def unfold(widget: QWidget) -> None:
    for form in widget.findChildren(Form):
        form.unfold()


def fill_in(author: InspectorDriver, path: Path, field: Field) -> object:
    """Fill a field in as an author would, and say what must then stand in the block."""
    match field.kind:
        case Kind.TEXT | Kind.LABEL:
            author.replace(*path, "en", text="Hello {{ name }}")
            return {"en": "Hello {{ name }}"}
        case Kind.WORDS:
            author.replace(*path, "id", text="satu, dua ,")
            return {"id": ("satu", "dua")}
        case Kind.CHOICE | Kind.FLOW | Kind.CHANNEL:
            words = {Kind.FLOW: "other", Kind.CHANNEL: "sms"}
            word = words.get(field.kind) or list(field.choices)[-1]
            author.choose(*path, word=word)
            return word
        case Kind.FLAG:
            author.tick(*path)
            return True
        case Kind.VARIABLES:
            tick_in(author.field(*path), "total")
            return ("total",)
    if field.kind in BY_HAND:
        return BY_HAND[field.kind](author, path)
    return type_in(author, path, field)


def type_in(author: InspectorDriver, path: Path, field: Field) -> object:
    unit = field.placeholder[-1:] or "m"
    typed: dict[Kind, tuple[str, object]] = {
        Kind.LINE: ("cs", "cs"),
        Kind.NUMBER: ("12", 12),
        Kind.DURATION: ("45", f"45{unit}"),
        Kind.LINES: ("Be brief.", "Be brief."),
        Kind.SHARE: ("3", 3),
        Kind.TIME: ("8.30", "08:30"),
        Kind.MONEY: ("250.000", 250000),
        Kind.SOURCE: ("total", "total"),
        Kind.EVENT: ("order_paid", "order_paid"),
        Kind.VARIABLE: ("name", "name"),
        Kind.OUTCOME: ("paid", "paid"),
        Kind.URL: ("https://a.example/{{ name }}", "https://a.example/{{ name }}"),
        Kind.PATTERN: ("[0-9]+", "[0-9]+"),
        Kind.DATA: ('{"a": 1}', {"a": 1}),
        Kind.LITERAL: ("yes", "yes"),
    }
    written, value = typed[field.kind]
    author.replace(*path, text=written)
    return value


def fill_in_week(author: InspectorDriver, path: Path) -> object:
    editor = author.editor(*path)
    assert isinstance(editor, WeekEditor)
    editor.days[0].open.click()
    return {"mon": "08:00-17:00"}


def fill_in_pair(author: InspectorDriver, path: Path) -> object:
    editor = author.editor(*path)
    assert isinstance(editor, PairsEditor)
    editor.add.click()
    type_into(editor.rows[0].name, "name")
    type_into(editor.rows[0].value, "$.a")
    return {"name": "$.a"}


def fill_in_condition(author: InspectorDriver, path: Path) -> object:
    editor = author.editor(*path)
    assert isinstance(editor, ConditionEditor)
    click_in(editor, "Add a condition")
    row = editor.group.rows[0]
    choose_in(row.variable, "total")
    choose_in(row.op, "above")
    type_into(row.value.target(), "10")
    return Condition.model_validate({"variable": "total", "op": "above", "value": 10})


def press_a_day(author: InspectorDriver, path: Path) -> object:
    author.editor(*path).days["sat"].click()
    return ("sat",)


def move_the_slider(author: InspectorDriver, path: Path) -> object:
    author.editor(*path).slider.setValue(15)
    return 0.75


BY_HAND: dict[Kind, Callable[[InspectorDriver, Path], object]] = {
    Kind.MAPPING: fill_in_pair,
    Kind.SAVE: fill_in_pair,
    Kind.GIVE: fill_in_pair,
    Kind.CONDITION: fill_in_condition,
    Kind.WEEK: fill_in_week,
    Kind.WEEKDAYS: press_a_day,
    Kind.LEVEL: move_the_slider,
}


@pytest.mark.parametrize(("type", "path", "field"), PLACES)
def test_a_field_is_filled_in_and_taken_back(
    inspect: Inspect, type: str, path: Path, field: Field
) -> None:
    start = project_with(TYPES[type]())
    author = inspect(start)
    author.select("it")
    if len(path) > 1 and path[1] == 0:
        author.add(str(path[0]))
    unfold(author.page)

    expected = fill_in(author, path, field)

    assert value_at(author.block(), path) == expected
    while author.steps:
        author.document.undo()
    assert author.project == start
    assert windows() == [author.window]


@pytest.mark.parametrize("type", TYPES)
def test_a_form_speaks_and_looks_otherwise_without_losing_its_editors(
    inspect: Inspect, type: str
) -> None:
    author = inspect(project_with(TYPES[type]()))
    author.select("it")
    unfold(author.page)
    before = dict(author.page.form.rows)

    author.inspector.retranslate()
    author.inspector.set_theme(DARK)

    assert author.page.form.rows == before
    assert author.steps == 0


@pytest.mark.parametrize("type", TYPES)
def test_everything_that_takes_the_keyboard_has_a_name(inspect: Inspect, type: str) -> None:
    author = inspect(project_with(TYPES[type]()))
    author.select("it")
    for name, field in fields_of(TYPES[type]).items():
        if field.kind is Kind.PARTS:
            author.add(name)
    unfold(author.page)
    unfold(author.page)
    QApplication.processEvents()

    nameless = [
        f"{each.__class__.__name__} in {each.parentWidget().__class__.__name__}"
        for each in author.page.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.accessibleName()
        and not getattr(each, "text", str)()
        and not (isinstance(each, QLineEdit) and each.parentWidget().accessibleName())
    ]

    assert nameless == []


def test_every_kind_has_its_editor() -> None:
    assert set(EDITORS) == set(Kind)
    assert {EDITORS[Kind.PART], EDITORS[Kind.PARTS]} == {PartEditor, PartsEditor}
    assert {EDITORS[Kind.DATA], EDITORS[Kind.VARIABLES]} == {DataEditor, VariablesEditor}


@pytest.mark.parametrize("type", TYPES)
def test_tab_stops_only_where_there_is_something_to_do(inspect: Inspect, type: str) -> None:
    author = inspect(project_with(TYPES[type]()))
    author.select("it")
    unfold(author.inspector)
    author.page.header.name.setFocus()
    stops: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in stops:
        stops.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is now:  # a date goes from day to month to year first
            break

    assert len(stops) > 2
    for each in stops:
        words = each.text() if isinstance(each, QAbstractButton) else ""
        assert each.accessibleName() or words, each
