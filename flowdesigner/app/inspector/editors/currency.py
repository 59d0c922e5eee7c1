"""The editor of a currency."""

from collections.abc import Iterable

from flowdesigner.app.inspector.editors.choice import ChoiceEditor
from flowdesigner.app.inspector.offers import Offer
from flowdesigner.model.values import write_money
from flowdesigner.texts import N_, current_language, translate

_NAMES = {
    "IDR": N_("Indonesian rupiah"),
    "SGD": N_("Singapore dollar"),
    "MYR": N_("Malaysian ringgit"),
    "USD": N_("US dollar"),
    "EUR": N_("Euro"),
    "AUD": N_("Australian dollar"),
    "JPY": N_("Japanese yen"),
    "GBP": N_("British pound"),
}

_AMOUNT = 250000


class CurrencyEditor(ChoiceEditor):
    """A box of the currencies used around here, each with an amount as customers read it."""

    def offers(self) -> Iterable[Offer]:
        """The currencies."""
        for code, name in _NAMES.items():
            yield code, f"{translate(name)} · {write_money(_AMOUNT, code, current_language())}"
