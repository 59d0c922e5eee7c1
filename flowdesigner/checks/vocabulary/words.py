"""What the rules know of the words of a language."""

from re import Pattern

from msgspec import Struct


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Words of one language by what they do in a conversation, in small letters."""

    yes: tuple[str, ...]
    """What customers type for yes, the usual form first."""
    no: tuple[str, ...]
    """What customers type for no, the usual form first."""
    out: frozenset[str]
    """What customers type to get out of where they are."""
    back: tuple[str, ...]
    """Those of them that a keyword should have at least."""
    person: frozenset[str]
    """What customers type to be put through to a person."""
    asking_for_person: tuple[str, ...]
    """Those of them that a keyword should have at least."""
    tapping: tuple[tuple[str, str], ...]
    """Words for tapping a screen with a mouse, and the plain word instead."""
    blame: tuple[str, ...]
    """Words that tell customers that they are at fault."""
    helping: frozenset[str]
    """How sentences begin that help with the answer to a question, or offer something."""
    greetings: tuple[str, ...]
    """Questions that are only kind."""
    sorry: str
    """The sentence that an answer was not understood."""
    secret: Pattern[str]
    """Asks for what nobody should type into a chat."""
    harmless: Pattern[str]
    """Looks like that and is not."""
    silence: Pattern[str]
    """Tells to keep a code to oneself."""
    limit: Pattern[str]
    """Tells how long a code is good."""
    keep_silent: str
    """The sentence that tells to keep a code to oneself."""
    good_for: str
    """The sentence that tells how long a code is good."""
    send_again: tuple[str, ...]
    """What customers type when a code has not come."""
    telltale: frozenset[str]
    """Frequent words that no other language here has."""
