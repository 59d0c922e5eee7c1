"""`flowdesigner formats`: the platforms a project can be exported to."""

from argparse import ArgumentParser, Namespace

from flowdesigner.cli.command import GOOD, Command, add_format
from flowdesigner.cli.output import say, say_json
from flowdesigner.formats.format import Format
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.texts import N_, translate


def _add_arguments(parser: ArgumentParser) -> None:
    add_format(parser)


def _run(given: Namespace) -> int:
    if given.format == "json":
        say_json({"formats": [_data(each) for each in FORMATS]})
    else:
        for each in FORMATS:
            say(f"{each.id:10} {each.title}: {translate(each.describe)}")
    return GOOD


def _data(format: Format) -> dict[str, object]:
    return {
        "id": format.id,
        "title": format.title,
        "description": format.describe,
        "support": {
            thing: {"status": saying.status.value, "how": saying.how}
            for thing, saying in format.sayings.items()
        },
    }


FORMATS_COMMAND = Command(
    name="formats", help=N_("list the platforms a project can be exported to"),
    add_arguments=_add_arguments, run=_run,
)  # fmt: skip
