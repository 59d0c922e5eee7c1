"""Words by language that rules look for: data, one file a language, each with its sources."""

from collections.abc import Mapping

from flowdesigner.checks.vocabulary.english import ENGLISH
from flowdesigner.checks.vocabulary.indonesian import INDONESIAN
from flowdesigner.checks.vocabulary.words import Vocabulary

VOCABULARIES: Mapping[str, Vocabulary] = {"id": INDONESIAN, "en": ENGLISH}
"""The languages of which something is known."""


def vocabulary(language: str) -> Vocabulary | None:
    """The words of a language, of whatever country."""
    return VOCABULARIES.get(language) or VOCABULARIES.get(language[:2])
