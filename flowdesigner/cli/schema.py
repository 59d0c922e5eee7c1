"""`flowdesigner schema`: the JSON Schema of the project file."""

from argparse import ArgumentParser, Namespace

from flowdesigner.cli.command import GOOD, Command
from flowdesigner.cli.output import say
from flowdesigner.formats.native.schema import schema_text
from flowdesigner.texts import N_


def _add_arguments(parser: ArgumentParser) -> None:
    pass


def _run(_given: Namespace) -> int:
    say(schema_text().rstrip())
    return GOOD


SCHEMA = Command(
    name="schema", help=N_("print the JSON Schema of the project file"),
    add_arguments=_add_arguments, run=_run,
)  # fmt: skip
