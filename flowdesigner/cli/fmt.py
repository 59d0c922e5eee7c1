"""`flowdesigner fmt`: the canonical style of a project file."""

from argparse import ArgumentParser, Namespace

from flowdesigner.cli.command import FOUND, GOOD, UNUSABLE, Command, add_files
from flowdesigner.cli.files import Readable
from flowdesigner.cli.output import complain, say, sentence
from flowdesigner.errors import FlowDesignerError
from flowdesigner.formats.native.canonical import canonical_text
from flowdesigner.storage.project_file import OpenFile
from flowdesigner.storage.save import save_bytes
from flowdesigner.texts import N_, translate


def _add_arguments(parser: ArgumentParser) -> None:
    add_files(parser)
    parser.add_argument(
        "--check", action="store_true", help=translate(N_("change nothing, only say what would"))
    )


def _run(given: Namespace) -> int:
    files = Readable(given.files)
    good = [_styled(file, found, only_look=given.check) for file, found in files]
    if not files.all or None in good:
        return UNUSABLE
    return FOUND if given.check and not all(good) else GOOD


def _styled(file: str, found: OpenFile, *, only_look: bool) -> bool | None:
    """Whether a file was in style already; nothing when it could not be brought into it."""
    if found.read_only:
        words = N_("{file}: a newer program made it, so it is left alone.")
        complain(translate(words, file=file))
        return None
    try:
        styled = canonical_text(found.project, found.tree).encode()
        if styled == found.tree.encode():
            return True
        if not only_look:
            save_bytes(found.path, styled)
    except FlowDesignerError as error:
        complain(sentence(error, file))
        return None
    words = N_("{file}: would be brought into style") if only_look else N_("{file}: in style now")
    say(translate(words, file=file))
    return False


FMT = Command(
    name="fmt", help=N_("write a project file in canonical style"),
    add_arguments=_add_arguments, run=_run,
)  # fmt: skip
