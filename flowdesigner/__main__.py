"""`flowdesigner` and `python -m flowdesigner`: chooses between the window and a command."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or run a command; the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--lay-out"]:
        from flowdesigner.layout.worker import serve

        serve(sys.stdin.buffer, sys.stdout.buffer)
        return 0
    # Only what is needed is loaded: a command must run without PySide6, the window start fast.
    from flowdesigner.cli.window import WINDOW_WORDS, hindrance, wanted

    if not wanted(words):
        from flowdesigner.cli.main import run

        return run(words)
    file = next((word for word in words if word not in WINDOW_WORDS), None)
    reason = hindrance(file, shown="--self-test" not in words)
    if reason is not None:
        print(reason, file=sys.stderr)  # noqa: T201
        return 2
    if "--self-test" in words:
        from flowdesigner.app.self_test import self_test

        return self_test()
    # What is loaded now stays; looking for garbage meanwhile costs a tenth of the start.
    gc.disable()
    from flowdesigner.app.main import run as open_window

    return open_window(Path(file) if file is not None else None)


if __name__ == "__main__":
    sys.exit(main())
