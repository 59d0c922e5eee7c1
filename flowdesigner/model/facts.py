"""What a block may know of the project around it while a conversation runs."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from flowdesigner.model.settings import Settings
from flowdesigner.model.variable import Variable
from flowdesigner.model.zones import zone


def is_name(sender: str) -> bool:
    """Whether an SMS comes from a name instead of a number."""
    return any(each.isalpha() for each in sender)


class Facts(Struct, frozen=True, kw_only=True):
    """The project without its flows."""

    languages: tuple[str, ...] = ("en",)
    settings: Settings = field(default_factory=Settings)
    variables: Mapping[str, Variable] = field(default_factory=dict)

    @property
    def base_language(self) -> str:
        """The language that every text is expected to have."""
        return self.languages[0] if self.languages else "en"

    @property
    def currency(self) -> str:
        """The currency of amounts of money."""
        return self.settings.currency or "IDR"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the business."""
        return zone(self.settings.time_zone)

    def hears(self, channel: str) -> bool:
        """Whether customers can write back on a channel; of SMS the settings tell.

        Where they say nothing of it, a number can be answered, and a name cannot.
        """
        if channel != "sms":
            return True
        sms = self.settings.sms
        if sms is not None and sms.two_way is not None:
            return sms.two_way
        return not is_name((self.settings.senders or {}).get("sms", ""))

    def in_language(self, text: Mapping[str, str] | None, language: str) -> str:
        """A text in a language, else in the base language."""
        if not text:
            return ""
        return text.get(language) or text.get(self.base_language) or ""
