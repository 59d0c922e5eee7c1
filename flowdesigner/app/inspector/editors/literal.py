"""The editor of a value for the variable that is named beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, bare, column
from flowdesigner.app.inspector.editors.text import Languages
from flowdesigner.app.inspector.editors.values import ValueWidget, Wanted, value_widget
from flowdesigner.app.inspector.offers import values_of
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.subject import VariableSubject
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.model.fields import label_field
from flowdesigner.model.values import type_of, write_money
from flowdesigner.texts import N_, current_language

_PER_LANGUAGE = "languages"


class LiteralEditor(Editor):
    """An editor by the type of the variable; words may differ from language to language."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self._kind: object = None
        self._inner: ValueWidget | Languages = Languages(slot, self)
        self._inner.hide()
        self.split = IconButton(
            "languages", N_("Different words for each language"), slot.bench.theme
        )
        self.split.setCheckable(True)
        self.split.clicked.connect(self._split)
        self.hint = Hint(slot.bench.theme.muted)
        both = column(self)
        self._box = bare(QVBoxLayout())
        self._box.addWidget(self._inner)
        both.addLayout(self._box)
        both.addWidget(self.hint)
        self.refresh()

    def tools(self) -> Sequence[QWidget]:
        """Words for each language."""
        return (self.split,)

    def target(self) -> QWidget:
        """Who gets the keyboard."""
        if isinstance(self._inner, ValueWidget):
            return self._inner.target()
        return next(iter(self._inner.edits), self)

    @property
    def variable(self) -> str:
        """The variable that the value is for."""
        return str(getattr(self.slot.owner, "variable", None) or "")

    def _wanted(self) -> Wanted | str:
        value, project = self.slot.value, self.slot.project
        if isinstance(value, dict) and set(value) <= set(project.languages):
            return _PER_LANGUAGE
        kind = type_of(self.variable, project.variables)
        choices = values_of(project, self.variable)
        fits = value is None or any(value == word for word, _title in choices)
        return Wanted(
            kind,
            "list" if kind == "list" else "one",
            choices if fits else (),
            templated=self.slot.field.templated,
        )

    def refresh(self) -> None:
        """Show the value, in an editor for the variable's type."""
        wanted = self._wanted()
        if wanted != self._kind:
            self._kind = wanted
            self._replace(wanted)
        if isinstance(self._inner, ValueWidget):
            self._inner.show_value(self.slot.value)
        else:
            for box in self._inner.boxes.values():
                box.refresh()
        self.hint.say(self._amount(wanted))
        self.split.setChecked(wanted == _PER_LANGUAGE)
        textual = isinstance(wanted, str) or (wanted.type == "text" and not wanted.choices)
        several = len(self.slot.project.languages) > 1
        wanted_here = textual and several and self.slot.field.templated
        if self.split.isHidden() == wanted_here and self.split.parent() is not None:
            self.split.setVisible(wanted_here)

    def _amount(self, wanted: Wanted | str) -> str:
        """An amount of money as customers read it."""
        value = self.slot.value
        if isinstance(wanted, str) or wanted.type != "money" or isinstance(value, bool):
            return ""
        if not isinstance(value, int | float):
            return ""
        return write_money(value, self.slot.project.facts.currency, current_language())

    def _replace(self, wanted: Wanted | str) -> None:
        had_keyboard = self._inner.isAncestorOf(self.focusWidget() or self)
        self._inner.hide()
        self._inner.deleteLater()
        if isinstance(wanted, str):
            field = label_field(self.slot.field.label, help=self.slot.field.help)
            self._inner = Languages(self.slot.moved(self.slot.path, field), self)
            for box in self._inner.boxes.values():
                box.retranslate()
        else:
            self._inner = value_widget(wanted, self._line(wanted))
            self._inner.edited.connect(lambda value, typing: self.slot.set(value, typing=typing))
            self._inner.left.connect(self.slot.end_typing)
        self._box.addWidget(self._inner)
        self.name_target()
        if had_keyboard:
            self.target().setFocus()

    def _line(self, wanted: Wanted) -> TemplateEdit | None:
        bench = self.slot.bench
        templated = wanted.templated
        return TemplateEdit(bench.document, bench.theme, one_line=True) if templated else None

    def _split(self) -> None:
        value, base = self.slot.value, self.slot.project.base_language
        if isinstance(value, dict):
            self.slot.set(value.get(base) or next(iter(value.values()), None))
        else:
            self.slot.set({base: str(value) if value is not None else ""})
        self.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.split.retranslate()
        self._kind = None
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.split.set_theme(theme)
        self.hint.colour(theme.muted)
        if isinstance(self._inner, Languages):
            for box in self._inner.boxes.values():
                box.set_theme(theme)


class SampleEditor(LiteralEditor):
    """A value for the variable whose declaration is shown."""

    @property
    def variable(self) -> str:
        """The variable itself."""
        subject = self.slot.bench.subject
        return subject.name if isinstance(subject, VariableSubject) else ""
