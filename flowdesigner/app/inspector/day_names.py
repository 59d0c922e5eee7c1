"""What the days of the week are called."""

from collections.abc import Mapping

from flowdesigner.texts import N_

DAY_NAMES: Mapping[str, str] = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
}

SHORT_DAY_NAMES: Mapping[str, str] = {
    "mon": N_("Mo"),
    "tue": N_("Tu"),
    "wed": N_("We"),
    "thu": N_("Th"),
    "fri": N_("Fr"),
    "sat": N_("Sa"),
    "sun": N_("Su"),
}
