"""Writing to standard output and standard error."""

import contextlib
import io
import json
import os
import sys

from flowdesigner.errors import FileError, FlowDesignerError, describe


def say(text: str = "") -> None:
    """A line for the person."""
    print(text)


def complain(text: str) -> None:
    """A line on standard error."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr)


def say_json(data: object) -> None:
    """JSON for a machine."""
    plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(data, indent=2, ensure_ascii=plain))


def sentence(error: FlowDesignerError, file: str = "") -> str:
    """An error in one sentence that names its file."""
    words = describe(error)
    names_it = "file" in error.params and not isinstance(error, FileError)
    return words if names_it or not file or file in words else f"{file}: {words}"


def never_fail_on_letters() -> None:
    """Let a terminal of few letters show others as codes instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def fall_silent() -> None:
    """Nobody reads the output any more; say nothing more, at the end neither."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
