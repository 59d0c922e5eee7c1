"""`flowdesigner test`: does the journey still have its saved conversations?"""

from argparse import ArgumentParser, Namespace

from flowdesigner.cli.command import FOUND, GOOD, UNUSABLE, Command, add_files
from flowdesigner.cli.files import Readable
from flowdesigner.cli.output import say
from flowdesigner.formats.native.tree import Tree
from flowdesigner.simulate.conversation import Result, run_conversations
from flowdesigner.simulate.coverage import all_exits, taken_by
from flowdesigner.storage.project_file import OpenFile
from flowdesigner.texts import N_, translate


def _add_arguments(parser: ArgumentParser) -> None:
    add_files(parser)
    parser.add_argument(
        "--coverage", action="store_true", help=translate(N_("name the exits that none takes"))
    )


def _run(given: Namespace) -> int:
    files = Readable(given.files)
    good = [_tell(file, found, named=given.coverage) for file, found in files]
    if not files.all:
        return UNUSABLE
    return GOOD if all(good) else FOUND


def _tell(file: str, found: OpenFile, *, named: bool) -> bool:
    """Run the conversations of one file and say how they went."""
    results = run_conversations(found.project)
    for each in results:
        say(_line(file, each, found.tree))
    exits, taken = all_exits(found.project), taken_by(results)
    good = sum(each.ok for each in results)
    words = N_(
        "{file}: {good} of {all} conversations went as saved; they take {taken} of {exits} exits"
    )
    say(
        translate(
            words, file=file, good=good, all=len(results), taken=len(exits & taken),
            exits=len(exits),
        )
    )  # fmt: skip
    for flow, block, exit in sorted(exits - taken) if named else ():
        words = N_("not taken  {flow}.{block}: {exit}")
        say(translate(words, flow=flow, block=block, exit=exit))
    return good == len(results)


def _line(file: str, result: Result, tree: Tree) -> str:
    found = result.difference
    if found is None:
        return translate(N_("as saved   {conversation}"), conversation=result.conversation)
    place = tree.place(("conversations", result.conversation, "steps", found.step - 1))
    words = N_(
        "different  {conversation}: {file}:{line}: step {step}: expected: {expected}; but: {got}"
    )
    return translate(
        words, conversation=result.conversation, file=file, line=place.line, step=found.step,
        expected=found.expected, got=found.got,
    )  # fmt: skip


TEST = Command(
    name="test", help=N_("run the saved conversations"), add_arguments=_add_arguments, run=_run
)
