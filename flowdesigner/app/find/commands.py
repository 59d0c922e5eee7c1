"""Everything that can be done, by its words in both languages: menus, panels, blocks to add."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from msgspec import Struct
from PySide6.QtGui import QAction, QKeySequence

from flowdesigner.app.actions import MENUS, PANELS, RECENT, Action
from flowdesigner.app.find.lookup import Entry
from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.find.fuzzy import SCATTERED, WORST, best
from flowdesigner.texts import LANGUAGES, N_, translate, translate_into

_NATIVE = QKeySequence.SequenceFormat.NativeText


class Command(Struct, frozen=True):
    """Something that can be done."""

    entry: Entry
    folded: tuple[str, ...]
    """What it may be looked for by, in small letters."""


def all_commands(
    actions: Mapping[str, QAction], panels: Mapping[str, str], *, editing: bool
) -> Iterator[Command]:
    """Entries of menus, panels by their titles, types of block; keys tell which by `kind:id`."""
    for menu, entries in MENUS:
        for each in entries:
            if each.id in actions and each not in (RECENT, PANELS):
                yield _of_menu(each, actions[each.id], _plain(translate(menu)))
    for id, title in panels.items():
        words = translate(N_("Show or hide “{panel}”"), panel=translate(title))
        view = _plain(translate(N_("&View")))
        yield _command(f"panel:{id}", words, _in_all(title), detail=view, icon="panel-bottom")
    for block in BLOCK_TYPES:
        look = block.look
        words = translate(N_("Add “{type}”"), type=translate(look.title))
        entry = Entry(
            f"add:{block.model_fields['type'].default}", words, translate(look.summary),
            look.icon, look.group, possible=editing,
        )  # fmt: skip
        yield Command(entry, _folded(words, _in_all(look.title), translate(look.summary)))


def ranked_commands(
    commands: Sequence[Command], recent: Sequence[str], typed: str
) -> Sequence[Entry]:
    """Those that fit what was typed, the best first, of equals those used lately; what is not
    possible now comes after what is.
    """
    letters = " ".join(typed.lower().split())
    used = {f"menu:{id}" if ":" not in id else id: at for at, id in enumerate(recent)}
    found = []
    for at, each in enumerate(commands):
        how = best(letters, each.folded) if letters else 0
        if how < 2 * WORST:
            lately = used.get(str(each.entry.key), len(used))
            rank = how >= 2 * SCATTERED, not each.entry.possible, how, lately, at
            found.append((rank, each.entry))
    found.sort(key=itemgetter(0))
    return [entry for _rank, entry in found]


def _of_menu(declared: Action, action: QAction, menu: str) -> Command:
    title = _plain(action.text().partition("\t")[0])
    keys = action.shortcut().toString(_NATIVE)
    keys = keys or QKeySequence(declared.canvas_key).toString(_NATIVE)
    tip = translate(declared.tip)
    entry = Entry(
        f"menu:{declared.id}", title, tip or menu, declared.icon, keys=keys,
        possible=action.isEnabled(),
    )  # fmt: skip
    return Command(entry, _folded(title, _in_all(declared.title), tip))


def _command(key: str, title: str, others: Sequence[str], *, detail: str, icon: str) -> Command:
    return Command(Entry(key, title, detail, icon), _folded(title, others))


def _in_all(msgid: str) -> Sequence[str]:
    return [_plain(translate_into(language, msgid)) for language in LANGUAGES]


def _plain(title: str) -> str:
    return title.replace("&", "").rstrip("…")


def _folded(title: str, others: Sequence[str], *more: str) -> tuple[str, ...]:
    return tuple(each.lower() for each in (*others, title, *more) if each)
