"""The rule *broken-autofill*."""

import re

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.spoken import sms_of, words_on
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.template import parse_template
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_HOST = r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
_LINE = re.compile(rf"@{_HOST} #[\w\0]+(?: @{_HOST})?")
"""A one-time code bound to a website, as WICG's draft has it; \\0 stands for a placeholder."""
_LOOSE = re.compile(
    rf"(?<![\w.])@\s*(?:https?://)?(?P<host>{_HOST})/?\s*#\s*(?P<code>\{{\{{[^}}]*\}}\}}|\w+)"
    rf"(?P<frame>\s+@\s*{_HOST})?"
)
"""What is meant to be such a line."""
_APP = "<#>"
_APP_HASH = re.compile(r"(?:^|\s)[A-Za-z0-9+/]{11}\s*$")
_MOST_BYTES = 140
"""What Google's SMS Retriever reads."""
_A_CODE = "123456"


def _of_block(context: BlockContext) -> Findings:
    sms = sms_of(context)
    if sms is None:
        return
    for place, words in words_on(context, sms):
        if "@" in words:
            yield from _for_websites(context, place, words)
        if _APP in words:
            yield from _for_apps(context, place, words)


def _for_websites(context: BlockContext, place: Path, words: str) -> Findings:
    meant = _LOOSE.search(words)
    if meant is None or _LINE.fullmatch(_plain(words).split("\n")[-1]):
        return
    title = message(N_("Write it as the last line"))
    rest = (words[: meant.start()] + words[meant.end() :]).strip()
    frame = f" {''.join(meant['frame'].split())}" if meant["frame"] else ""
    better = f"{rest}\n\n@{meant['host']} #{meant['code']}{frame}".lstrip()
    yield Finding(
        message=message(
            N_("Phones fill the code in only when “@{host} #code” is the last line, just so."),
            host=meant["host"],
        ),
        field=place,
        fixes=(Fix(title=title, edit=SetValue(context.flow, context.id, place, better, title)),),
    )


def _plain(words: str) -> str:
    parts = parse_template(words)
    return "".join(each if isinstance(each, str) else "\0" for each in parts)


def _for_apps(context: BlockContext, place: Path, words: str) -> Findings:
    if not _APP_HASH.search(words):
        told = N_("An app finds the code only when the text ends with its mark of 11 letters.")
        yield Finding(message=message(told), field=place)
        return
    run = context.fullest_run("sms", str(place[-1])).knowing(code=_A_CODE)
    used = len(run.filled(words).encode())
    if used > _MOST_BYTES:
        told = N_(
            "An app finds the code only in a text of at most {most} letters; this has {used}."
        )
        yield Finding(message=message(told, most=_MOST_BYTES, used=used), field=place)


RULE = Rule(
    name="broken-autofill",
    alias="SMS07",
    severity=Severity.WARNING,
    title=N_("Phones can fill in the code of an SMS by themselves"),
    manual=Manual(
        means=N_(
            "An SMS is meant to let phones fill in its code, and they cannot: the line for "
            "websites, such as “@tokokita.id #123456”, is not the last one or is written "
            "otherwise, or a text for an app, which begins with “<#>”, does not end with the "
            "app's mark or is longer than 140 letters."
        ),
        why=N_(
            "The customer has to type the code, and more of them give up. The forms are fixed by "
            "WICG's draft on codes bound to a website and by Google's guide to the SMS Retriever "
            "(both seen in November 2026)."
        ),
        cure=N_(
            "Put “@”, your website, a space, “#” and the code into the last line, with nothing "
            "before or after. For an app, end with the 11 letters that your developers have."
        ),
        source="WICG, origin-bound one-time codes; Google, SMS Retriever; November 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT),
    channels=lambda channel: channel.id == "sms",
)
