"""A fence around every method that Qt calls: a bug in one must not take the window down."""

import functools
import logging
from collections.abc import Callable
from typing import ParamSpec, TypeVar

log = logging.getLogger(__name__)

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Default = TypeVar("Default")

_listeners: list[Callable[[BaseException], None]] = []


def on_failure(listener: Callable[[BaseException], None]) -> Callable[[], None]:
    """Be told of every failure; call what is returned to be told no more."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def report(error: BaseException) -> None:
    """Write a failure down and tell who listens."""
    log.error("Unexpected failure", exc_info=error)
    for listener in tuple(_listeners):
        listener(error)


def guarded(
    default: Default,
) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result | Default]]:
    """Let an override of Qt's answer this when it fails."""

    def decorate(method: Callable[Parameters, Result]) -> Callable[Parameters, Result | Default]:
        @functools.wraps(method)
        def call(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result | Default:
            try:
                return method(*args, **kwargs)
            except Exception as error:  # whatever it is, Qt must not see it
                report(error)
                return default

        return call

    return decorate
