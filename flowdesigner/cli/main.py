"""The table of commands, and what all of them share: languages, errors, how they end."""

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import NoReturn

from flowdesigner import __version__
from flowdesigner.cli.check import CHECK
from flowdesigner.cli.command import UNUSABLE, Command, Refused
from flowdesigner.cli.cost import COST
from flowdesigner.cli.explain import EXPLAIN
from flowdesigner.cli.export import EXPORT
from flowdesigner.cli.fmt import FMT
from flowdesigner.cli.formats import FORMATS_COMMAND
from flowdesigner.cli.open import OPEN
from flowdesigner.cli.output import complain, fall_silent, never_fail_on_letters, sentence
from flowdesigner.cli.rules import RULES_COMMAND
from flowdesigner.cli.schema import SCHEMA
from flowdesigner.cli.simulate import SIMULATE
from flowdesigner.cli.test import TEST
from flowdesigner.errors import FlowDesignerError
from flowdesigner.texts import LANGUAGES, N_, set_language, translate

COMMANDS: tuple[Command, ...] = (
    OPEN, CHECK, SIMULATE, TEST, EXPORT, FORMATS_COMMAND, SCHEMA, RULES_COMMAND, EXPLAIN, COST, FMT,
)  # fmt: skip
"""The words after `flowdesigner`, in the order of its help."""

STOPPED_BY_PERSON = 130


class _Parser(ArgumentParser):
    """Says what is wrong with the words typed in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {message}\n")


def run(arguments: Sequence[str]) -> int:
    """Do what the words say and tell how it ended; nothing but words ever reaches the person."""
    never_fail_on_letters()
    try:
        set_language(_language_of(arguments, os.environ))
        given = parser().parse_args(arguments)
        ended = _carried_out(given)
        sys.stdout.flush()
    except SystemExit as asked:
        return asked.code if isinstance(asked.code, int) else UNUSABLE
    except KeyboardInterrupt:
        return STOPPED_BY_PERSON
    except BrokenPipeError:
        fall_silent()
        return UNUSABLE
    except OSError as problem:
        complain(translate(N_("The output could not be written: {cause}."), cause=problem.strerror))
        fall_silent()
        return UNUSABLE
    return ended


def _carried_out(given: Namespace) -> int:
    command: Command = given.command
    try:
        return command.run(given)
    except Refused as refused:
        complain(str(refused))
    except FlowDesignerError as error:
        complain(sentence(error, getattr(given, "file", "")))
    except (OSError, KeyboardInterrupt):
        raise
    except Exception as fault:
        words = N_("Flow Designer made a mistake and had to stop: {fault}. Please report it.")
        complain(translate(words, fault=f"{type(fault).__name__} {fault}".strip()))
    return UNUSABLE


def parser() -> ArgumentParser:
    """What may be typed."""
    whole = _Parser(
        prog="flowdesigner",
        description=translate(
            N_("Draw chatbot journeys, have them checked, try them out and export them.")
        ),
        epilog=translate(
            N_(
                "Without a command the window opens, with FILE or without. "
                "--self-test tries the window off screen."
            )
        ),
    )
    whole.add_argument("--version", action="version", version=f"flowdesigner {__version__}")
    _add_language(whole)
    words = whole.add_subparsers(metavar="COMMAND", required=True)
    for each in COMMANDS:
        one = words.add_parser(
            each.name, help=translate(each.help), description=translate(each.help)
        )
        _add_language(one)
        each.add_arguments(one)
        one.set_defaults(command=each)
    return whole


def _add_language(to: ArgumentParser) -> None:
    to.add_argument(
        "--ui-language", choices=LANGUAGES, default=SUPPRESS,
        help=translate(N_("the language of what is told")),
    )  # fmt: skip


def _language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for, else the one of the system; before anything is said."""
    only = ArgumentParser(add_help=False, exit_on_error=False)
    only.add_argument("--ui-language", default="")
    try:
        asked = only.parse_known_args(list(arguments))[0].ui_language
    except (Exception, SystemExit):
        asked = ""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return asked or next((name for name in names if name), "en")[:2]
