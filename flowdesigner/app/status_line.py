"""The line at the lower edge of the window: problems, news, and whether all is saved."""

from collections.abc import Callable

from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate


class StatusLine:
    """Three places for words."""

    def __init__(self, put: Callable[..., None]) -> None:
        self.problems, self.news, self.saved = PlainLabel(), PlainLabel(), PlainLabel()
        self._told: set[str] = set()
        put(self.problems)
        put(self.news)
        put(self.saved, right=True)

    def tell_failure(self, error: BaseException) -> None:
        """Say once of every failure of the program that the project is safe."""
        cause = f"{type(error).__name__} {error.__traceback__ and error.__traceback__.tb_lineno}"
        if cause not in self._told:
            self._told.add(cause)
            self.news.setText(
                translate(N_("Something went wrong in the program; your project is still here."))
            )
