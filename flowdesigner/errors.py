"""The tree of errors: everything the program may have to tell a person instead of doing its work.

    FlowDesignerError
      FileError          a file cannot be used as it is
        NotReadable      its bytes cannot be had, or are no text
        MalformedYaml    its text is not the YAML of a project
        WrongShape       a value in it is of the wrong kind
        NewerVersion     it was made by a newer program
      SaveError          a file could not be written, or the disk did not confirm it
      FormatError        a project cannot be said in a format
      RatesError         a list of prices cannot be read

Each error is a code and parameters, worded only when it is shown.
"""

from collections.abc import Mapping

from flowdesigner.texts import N_, translate


class FlowDesignerError(Exception):
    """Something a person has to be told, as a code and its parameters."""

    def __init__(self, code: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, object] = dict(params or {})

    def __str__(self) -> str:
        return describe(self)


class FileError(FlowDesignerError):
    """A file that cannot be used as it is; line and column count from 1."""

    def __init__(
        self,
        code: str,
        params: Mapping[str, object] | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(code, params)
        self.args = (code, params, line, column)
        self.line = line
        self.column = column


class NotReadable(FileError):  # noqa: N818 - reads as what it says
    """The bytes of a file cannot be had, or are no text."""


class MalformedYaml(FileError):  # noqa: N818
    """The text of a file is not the YAML of a project."""


class WrongShape(FileError):  # noqa: N818
    """A value in a file is of the wrong kind."""


class NewerVersion(FileError):  # noqa: N818
    """A file was made by a newer program."""


class SaveError(FlowDesignerError):
    """A file could not be written; `replaced` tells that it was, but the disk did not confirm."""

    @property
    def replaced(self) -> bool:
        """Whether the new content is in place all the same."""
        return self.code == "save-not-confirmed"


class FormatError(FlowDesignerError):
    """A project cannot be said in a format."""


class RatesError(FlowDesignerError):
    """A list of prices cannot be read."""


SENTENCES: Mapping[str, str] = {
    # A file cannot be had.
    "file-missing": N_("There is no file '{file}'."),
    "file-is-folder": N_("'{file}' is a folder. Choose a file in it."),
    "file-no-permission": N_("You are not allowed to read '{file}'."),
    "file-not-read": N_("'{file}' could not be read: {cause}."),
    "file-too-big": N_(
        "The file is too big: {megabytes} MB, and at most {limit} MB can be opened."
    ),
    "empty-file": N_("The file is empty."),
    "all-zero": N_(
        "The file holds nothing but zero bytes, as after a disk or power failure. "
        "Restore it from an earlier version or a backup."
    ),
    "utf16": N_("The file is saved as UTF-16. Save it as UTF-8 and open it again."),
    "not-utf8": N_("The file is not text in UTF-8 (byte {byte}). Save it as UTF-8."),
    "nul-byte": N_("There is a zero byte in the text. This may not be a text file."),
    "bad-character": N_("The invisible character {character} is not allowed. Delete it."),
    # Its text is not ours.
    "yaml-syntax": N_("This is not well-formed YAML: {problem}."),
    "yaml-syntax.tab": N_("A tab is used to indent. Use spaces instead."),
    "yaml-syntax.merge-conflict": N_(
        "The file holds the marks of a merge conflict. Keep one of the two versions."
    ),
    "yaml-syntax.key-too-long": N_(
        "The name before this ':' is too long. Put long texts in quotes after a short name."
    ),
    "yaml-syntax.escape": N_(
        "A '\\' code in this text is not valid. Write the character or the emoji itself."
    ),
    "yaml-syntax.unclosed": N_(
        "The file ends inside a text or a bracket. Close it, or look for the part that is missing."
    ),
    "yaml-syntax.colon": N_("A ':' is not expected here. Put texts that hold ': ' in quotes."),
    "yaml-syntax.no-colon": N_("A ':' is missing here, between a name and its value."),
    "yaml-syntax.dash": N_("A '-' is not expected here. Look at how the lines are indented."),
    "yaml-syntax.indent": N_("This line is not indented like those around it. Line them up."),
    "yaml-syntax.bracket": N_("A ',' or a closing bracket is missing before this place."),
    "yaml-syntax.start": N_("A text cannot begin with this character. Put the text in quotes."),
    "yaml-syntax.version": N_("The first lines ask for another version of YAML. Remove them."),
    "two-documents": N_("A second document begins here. Keep one project in a file."),
    "too-deep": N_("The brackets or lists are nested more than {limit} levels deep."),
    "too-many-items": N_("The file has more than {limit} items, too many for one project."),
    "text-too-long": N_("This text is too long: {length} characters, at most {limit} are allowed."),
    "key-too-long": N_("The name '{key}' is too long: at most {limit} characters are allowed."),
    "key-not-text": N_("A name before a ':' must be a word, not a list."),
    "duplicate-key": N_("'{key}' appears twice. Keep one of them."),
    "merge-key": N_("'<<' is not supported. Write the values out."),
    "anchor": N_("'&{name}' is not supported. Write the value out in each place."),
    "alias": N_("'*{name}' is not supported. Write the value out."),
    "tag": N_("'{tag}' is not supported. Remove it."),
    "number-too-large": N_("The number {value} is too large. Put it in quotes if it is text."),
    "not-a-finite-number": N_("{value} is not a number that can be used."),
    "control-character": N_("The invisible character {character} is not allowed. Delete it."),
    # A value is of the wrong kind.
    "root-not-mapping": N_("This is not a project: the file must begin with 'name: value' lines."),
    "not-a-project": N_(
        "This is not a Flow Designer project: it does not begin with 'flowdesigner: 1'."
    ),
    "wrong-kind": N_("{owner} has {found} where “{field}” needs {expected}."),
    "must-be-named": N_("{owner} must be written as 'name: value' lines; here is {found}."),
    "no-type": N_("{owner} does not say what type of block it is."),
    "field-not-given": N_("{owner} has no “{field}”."),
    "newer-version-unreadable": N_(
        "The file was made by a newer Flow Designer (version {version} of the file) "
        "and cannot be opened here. Update the program."
    ),
    "newer-version": N_(
        "The file was made by a newer Flow Designer (version {version} of the file). "
        "It can be looked at, not changed."
    ),
    # Notes.
    "layout-without-flow": N_(
        "The layout of the flow “{flow}” is not used: there is no such flow."
    ),
    "layout-in-flow": N_(
        "“layout” inside the flow “{flow}” is not used: it belongs at the end of the file."
    ),
    "read-as-text": N_("{value} was read as text. Put it in quotes to say so."),
    # Saving.
    "save-disk-full": N_(
        "'{file}' was not saved: the disk is full. Free some space or save elsewhere."
    ),
    "save-quota": N_(
        "'{file}' was not saved: your share of the disk is used up. "
        "Free some space or save elsewhere."
    ),
    "save-too-large": N_("'{file}' was not saved: the disk does not take files that large."),
    "save-read-only-file": N_("'{file}' was not saved: it is read-only. Save a copy elsewhere."),
    "save-read-only-folder": N_(
        "'{file}' was not saved: its folder is read-only. Save a copy elsewhere."
    ),
    "save-read-only-disk": N_(
        "'{file}' was not saved: the disk is read-only. Save a copy elsewhere."
    ),
    "save-missing-folder": N_("'{file}' was not saved: the folder {folder} does not exist."),
    "save-is-folder": N_(
        "'{file}' was not saved: it is the name of a folder. Choose another name."
    ),
    "save-not-a-file": N_(
        "'{file}' was not saved: it is not an ordinary file. Choose another name."
    ),
    "save-name-too-long": N_("'{file}' was not saved: its name is too long. Choose a shorter one."),
    "save-link-loop": N_("'{file}' was not saved: it is a link that leads to itself."),
    "save-in-use": N_(
        "'{file}' was not saved: another program is using it. Close it and try again."
    ),
    "save-device-error": N_(
        "'{file}' was not saved: the disk reported an error. Save a copy on another disk."
    ),
    "save-newer-version": N_(
        "'{file}' was not saved: a newer Flow Designer made it, and this one would spoil it."
    ),
    "save-not-writable": N_("'{file}' was not saved: the project cannot be written. {cause}"),
    "save-failed": N_("'{file}' was not saved: {cause}."),
    "save-not-confirmed": N_(
        "'{file}' was saved, but the disk did not confirm it. "
        "Save a copy on another disk to be sure."
    ),
    # Prices.
    "no-column": N_(
        "The list of prices has no column “{column}”. Its first line names the columns: {columns}."
    ),
    "no-rates": N_("The list of prices has no line below its heads."),
    "empty": N_("Line {line} of the list of prices has nothing under “{column}”."),
    "no-price": N_(
        "Line {line} of the list of prices has the price “{word}”. Write a number, such as 0.025."
    ),
    "no-date": N_(
        "Line {line} of the list of prices has “{word}” under “{column}”. "
        "Write a day as year-month-day, such as 2026-10-01."
    ),
    "ends-early": N_("Line {line} of the list of prices ends before it begins."),
}

_AT = N_("Line {line}, column {column}: {sentence}")
_AT_LINE = N_("Line {line}: {sentence}")


def describe(error: FlowDesignerError) -> str:
    """One plain sentence in the language in use: where, what, and what to do."""
    line = error.line if isinstance(error, FileError) else None
    column = error.column if isinstance(error, FileError) else None
    return worded(error.code, error.params, line, column)


def worded(
    code: str, params: Mapping[str, object], line: int | None = None, column: int | None = None
) -> str:
    """The sentence of a code, with its place in front where there is one."""
    hinted = f"{code}.{params.get('hint', '')}"
    sentence = translate(SENTENCES.get(hinted) or SENTENCES.get(code, code), **params)
    if line is None:
        return sentence
    if column is None:
        return translate(_AT_LINE, line=line, sentence=sentence)
    return translate(_AT, line=line, column=column, sentence=sentence)
