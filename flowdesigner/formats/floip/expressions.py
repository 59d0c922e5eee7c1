r"""Values and conditions as FLOIP expressions.

What the runner's evaluator takes was found by trying: a text stands only inside a function or a
comparison, `\"` is a quote in it, a negative number has to be a text, `@@` is an at sign outside.
Variables are properties of the contact, which an unset one is as its own name.
"""

from collections.abc import Mapping

from msgspec import Struct

from flowdesigner.model.facts import Facts
from flowdesigner.model.locales import date_language
from flowdesigner.model.template import Filter, Placeholder, parse_template
from flowdesigner.model.values import CURRENCY_SIGNS, type_of

CONTACT_FIELDS = frozenset(
    {"id", "name", "groups", "created_at", "updated_at", "deleted_at"}
    | {"outcome", "consent_marketing", "consent_service", "hours_opens_at"}
)
"""What a contact of FLOIP, or of an exported journey, has besides our variables."""

_BUILT_IN = {"contact.language": "flow.language", "contact.channel": "channel.mode"}


def text(words: str) -> str:
    """A text inside a function or a comparison."""
    return '"' + words.replace('"', '\\"') + '"'


def whole(expression: str) -> str:
    """An expression that may be a bare text, as one that may stand alone."""
    return f"concatenate({expression})"


def number(value: int | float) -> str:
    """A number; the evaluator takes a text of digits for one."""
    return str(value) if value >= 0 else text(str(value))


def both(*tests: str) -> str:
    """True when all are."""
    return tests[0] if len(tests) == 1 else f"and({', '.join(tests)})"


def either(*tests: str) -> str:
    """True when one is."""
    return tests[0] if len(tests) == 1 else f"or({', '.join(tests)})"


class Expressions(Struct, frozen=True):
    """Writes expressions for one project."""

    facts: Facts

    def path(self, path: str) -> str:
        """A variable."""
        if path in _BUILT_IN:
            return _BUILT_IN[path]
        root, _dot, rest = path.partition(".")
        if root == "contact":
            return path
        if root in ("consent", "hours"):
            return f"contact.{root}_{rest}"
        return f"contact.{property_key(path)}"

    def is_set(self, path: str) -> str:
        """Whether a variable has a value."""
        name = self.path(path)
        return f'and({name} != "", {name} != "{name}")'

    def shown(self, place: Placeholder, language: str) -> str:
        """A value as a person reads it, the filters of the placeholder applied in order."""
        name = self.path(place.path)
        reader = self._for_reader(place.path, name, language)
        written = f'if({self.is_set(place.path)}, {reader}, "")'
        for each in place.filters:
            written = self._filtered(each, place.path, written, language)
        return written

    def raw(self, place: Placeholder) -> str:
        """A value as a machine takes it; of the filters those that keep it raw."""
        written = f'if({self.is_set(place.path)}, {self.path(place.path)}, "")'
        for each in place.filters:
            if each.name not in ("money", "date"):
                written = self._filtered(each, place.path, written, "en")
        return written

    def _filtered(self, each: Filter, path: str, written: str, language: str) -> str:
        name, is_set = self.path(path), self.is_set(path)
        match each.name:
            case "default":
                return f"if({is_set}, {written}, {text(_literal(each.literal))})"
            case "money":
                return f'if({is_set}, {self.money(name, language)}, "")'
            case "date":
                return f'if({is_set}, {date(name, language)}, "")'
        return _changed(each, written)

    def raw_text(self, written: str) -> str:
        """A text with its values written for a machine, as one expression."""
        parts = [
            text(part) if isinstance(part, str) else self.raw(part)
            for part in parse_template(written)
        ]
        return whole(", ".join(parts) or '""')

    def _for_reader(self, path: str, name: str, language: str) -> str:
        kind = type_of(path, self.facts.variables)
        match kind:
            case "choice":
                return self._label(path, name, language)
            case "money":
                return self.money(name, language)
            case "number":
                return separated(f"fixed({_numeric(name)}, 3, true)", language)
            case "date":
                return date(name, language)
            case "boolean":
                yes, no = ("ya", "tidak") if language == "id" else ("yes", "no")
                return f"if({name} = true, {text(yes)}, {text(no)})"
        return name

    def _label(self, path: str, name: str, language: str) -> str:
        declared = self.facts.variables.get(path)
        found = name
        for each in reversed((declared.values if declared else None) or ()):
            label = self.facts.in_language(each.label, language)
            if label:
                found = f"if({name} = {text(each.id)}, {text(label)}, {found})"
        return found

    def money(self, name: str, language: str) -> str:
        """An amount with its currency."""
        sign = CURRENCY_SIGNS.get(self.facts.currency, f"{self.facts.currency} ")
        amount = separated(f"fixed({_numeric(name)}, 2, true)", language)
        return f"concatenate({text(sign)}, {amount})"


def property_key(variable: str) -> str:
    """The contact's property that keeps a variable."""
    key = variable.replace(".", "_")
    return f"journey_{key}" if key == variable and key in CONTACT_FIELDS else key


def separated(english: str, language: str) -> str:
    """A number with the language's separator of thousands."""
    return f'substitute({english}, ",", ".")' if language == "id" else english


def date(name: str, language: str) -> str:
    """A date in words, `24 November 2026`."""
    from babel import dates  # heavy: it reads the language's data

    months = dates.get_month_names("wide", locale=date_language(language))
    names = " ".join(months[number].replace(" ", "") for number in range(1, 13))
    month = f"word({text(names)}, month({name}), true)"
    return f'concatenate(day({name}), " ", {month}, " ", year({name}))'


def _numeric(name: str) -> str:
    """A number where one is needed even when there is none; all branches are worked out."""
    return f"if(is_number({name}), {name}, 0)"


def _changed(each: Filter, written: str) -> str:
    match each.name:
        case "upcase":
            return f"upper({written})"
        case "downcase":
            return f"lower({written})"
        case "capitalize":
            rest = f"lower(right({written}, len({written}) - 1))"
            return f"concatenate(upper(left({written}, 1)), {rest})"
        case "truncate":
            most = each.literal if isinstance(each.literal, int) else 50
            short = f'concatenate(left({written}, {max(most - 3, 0)}), "...")'
            return f"if(len({written}) > {most}, {short}, {written})"
    return written


def _literal(value: str | int | float | bool | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


class Texts(Struct, frozen=True):
    """Writes texts of ours as texts of resources; see `spoken.Filler`."""

    expressions: Expressions

    def text(self, written: str, language: str) -> str:
        """A text for the customer."""
        return "".join(
            part.replace("@", "@@")
            if isinstance(part, str)
            else f"@({self.expressions.shown(part, language)})"
            for part in parse_template(written)
        )

    def address(self, written: str, language: str) -> str:
        """A web address; the evaluator cannot percent-encode."""
        return "".join(
            part.replace("@", "@@") if isinstance(part, str) else f"@({self.expressions.raw(part)})"
            for part in parse_template(written)
        )


def in_language(words: Mapping[str, str], facts: Facts) -> str:
    """The text of the contact's language, else of the base language."""
    found = text(words.get(facts.base_language, ""))
    for language, written in words.items():
        if language != facts.base_language:
            found = f"if(flow.language = {text(language)}, {text(written)}, {found})"
    return found
