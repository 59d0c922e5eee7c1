"""`flowdesigner open`: the window; here only its help, since a command knows no window."""

from argparse import ArgumentParser, Namespace

from flowdesigner.cli.command import Command, Refused
from flowdesigner.texts import N_, translate


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?")


def _run(_given: Namespace) -> int:
    raise Refused(translate(N_("After “open” comes one file and nothing else.")))


OPEN = Command(name="open", help=N_("open the window"), add_arguments=_add_arguments, run=_run)
