"""`flowdesigner export`: the files of another platform, and what they do not say."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from flowdesigner.cli.command import FOUND, GOOD, Command, Refused, add_files
from flowdesigner.cli.files import opened
from flowdesigner.cli.output import complain, say
from flowdesigner.formats.format import Export, Loss, Support
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.storage.save import save_bytes
from flowdesigner.texts import N_, ntranslate, translate


def _add_arguments(parser: ArgumentParser) -> None:
    add_files(parser, several=False)
    parser.add_argument("--to", required=True, metavar="FORMAT", choices=[f.id for f in FORMATS])
    parser.add_argument("--out", required=True, metavar="DIR")
    parser.add_argument(
        "--strict", action="store_true", help=translate(N_("write nothing that lost anything"))
    )


def _run(given: Namespace) -> int:
    chosen = next(each for each in FORMATS if each.id == given.to)
    export = chosen.write(opened(given.file).project)
    lost = [each for each in export.losses if each.status is Support.UNSUPPORTED]
    _tell(export.losses)
    if given.strict and lost:
        complain(
            translate(
                N_("Nothing was written, since {format} cannot say everything."),
                format=chosen.title,
            )
        )
        return FOUND
    _write(export, Path(given.out))
    say(
        ntranslate(
            "{n} file written to {folder}",
            "{n} files written to {folder}",
            len(export.files),
            folder=given.out,
        )
    )
    return GOOD


def _tell(losses: Iterable[Loss]) -> None:
    labels = {
        Support.UNSUPPORTED: translate(N_("not said")),
        Support.APPROXIMATED: translate(N_("nearly said")),
    }
    for each in losses:
        where = ".".join(filter(None, (each.flow, each.block)))
        level = labels.get(each.status, each.status.value)
        say(": ".join(filter(None, (level, where, str(each.what), str(each.why)))))


def _write(export: Export, folder: Path) -> None:
    for name, text in export.files.items():
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise Refused(
                translate(N_("“{folder}” is a file, not a folder."), folder=target.parent)
            ) from None
        except OSError as problem:
            raise Refused(
                translate(
                    N_("The folder “{folder}” could not be made: {cause}."),
                    folder=target.parent,
                    cause=problem.strerror or problem,
                )
            ) from problem
        save_bytes(target, text.encode())


EXPORT = Command(
    name="export", help=N_("write the files of another platform"),
    add_arguments=_add_arguments, run=_run,
)  # fmt: skip
