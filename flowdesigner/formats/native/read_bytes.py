"""The bytes of a foreign file, and the text in them: size first, then encoding."""

from pathlib import Path

from flowdesigner.errors import MalformedYaml, NotReadable
from flowdesigner.formats.native.tree import Lines

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
_BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; a file that is too big is refused before it is read."""
    try:
        if path.is_dir():
            raise NotReadable("file-is-folder", {"file": str(path)})
        check_size(path.stat().st_size)
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotReadable("file-missing", {"file": str(path)}) from None
    except PermissionError:
        raise NotReadable("file-no-permission", {"file": str(path)}) from None
    except (OSError, ValueError) as problem:
        cause = getattr(problem, "strerror", None) or str(problem)
        raise NotReadable("file-not-read", {"file": str(path), "cause": cause}) from None


def check_size(size: int) -> None:
    """Refuse what is too big to be a project."""
    if size > MOST_BYTES:
        megabytes = f"{size / MEGABYTE:.1f}"
        raise NotReadable("file-too-big", {"megabytes": megabytes, "limit": MOST_BYTES // MEGABYTE})


def decode(data: bytes) -> tuple[str, bool]:
    """The text of a file, and whether a byte order mark stood before it."""
    check_size(len(data))
    if data[:2] in _UTF16_MARKS:
        raise NotReadable("utf16")
    bom = data.startswith(_BOM)
    body = data[len(_BOM) :] if bom else data
    if not body.strip():
        raise NotReadable("empty-file")
    if not body.strip(b"\0"):
        raise NotReadable("all-zero")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise _not_utf8(body, problem.start) from None
    if "\0" in text:
        place = Lines(text).place(text.index("\0"))
        raise MalformedYaml("nul-byte", {}, place.line, place.column)
    return text, bom


def _not_utf8(body: bytes, byte: int) -> NotReadable:
    before = body[:byte].decode("utf-8", "replace")
    place = Lines(before).place(len(before))
    return NotReadable("not-utf8", {"byte": byte}, place.line, place.column)


def line_end(text: str) -> str:
    """The line end a text uses most."""
    windows = text.count("\r\n")
    return "\r\n" if windows * 2 > text.count("\n") else "\n"
