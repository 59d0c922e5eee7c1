"""Which flow begins: by a first message, by an event, or when nothing says."""

from collections.abc import Iterator, Mapping

from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.model.settings import Keyword


def flow_for(project: Project, text: str) -> str | None:
    """The flow a first message starts: by its words, by a keyword, or because any will do."""
    typed = plain(text)
    for id, flow in project.flows.items():
        for start in flow.starting_with("message"):
            if typed in words_of(start.words):
                return id
    keyword = keyword_for(project, text)
    if keyword is not None:
        return keyword.flow
    return next((id for id, flow in project.flows.items() if _takes_any_message(flow)), None)


def _takes_any_message(flow: Flow) -> bool:
    return any(not words_of(start.words) for start in flow.starting_with("message"))


def flow_on_event(project: Project, name: str) -> str | None:
    """The flow an event starts."""
    for id, flow in project.flows.items():
        if any(start.name == name for start in flow.starting_with("event")):
            return id
    return None


def main_flow(project: Project) -> str | None:
    """The flow a conversation begins with when nothing says otherwise."""
    for id, flow in project.flows.items():
        if flow.starting_with("message"):
            return id
    return next(iter(project.flows), None)


def keyword_for(project: Project, text: str) -> Keyword | None:
    """The keyword that a whole message is."""
    typed = plain(text)
    for each in project.settings.keywords or ():
        if typed in words_of(each.words):
            return each
    return None


def words_of(words: Mapping[str, tuple[str, ...]] | None) -> frozenset[str]:
    """The words of all languages, ready to be compared."""
    return frozenset(_plain_words(words or {}))


def _plain_words(words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for each in words.values():
        yield from filter(None, map(plain, each))


def plain(text: str) -> str:
    """A message in the form in which messages compare."""
    return text.strip().casefold()
