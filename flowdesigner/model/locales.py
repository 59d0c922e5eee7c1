"""What is known of how languages write dates."""

from functools import cache


@cache
def date_language(language: str) -> str:
    """The language itself, or English when nothing is known of it."""
    from babel import localedata  # heavy: it comes with the rest of the library

    return language if localedata.exists(language) else "en"
