"""The rule *mail-hard-to-read*."""

from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.spoken import meant_for
from flowdesigner.checks.wording import language_name
from flowdesigner.model.fields import Kind
from flowdesigner.model.outgoing import Rendered
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_EMAIL = "email"
_OWN = ("variants", _EMAIL)
_SHOUTED = 8
"""Letters from which a subject in capitals is more than a name."""


def _of_block(context: BlockContext) -> Findings:
    if not context.block.texts or not meant_for(context, _EMAIL):
        return
    email = next((each for each in context.channels if each.id == _EMAIL), None)
    for saying in context.fullest_on(email) if email is not None else ():
        for mail in saying.rendered if not saying.again else ():
            for told, at in _wrong(mail):
                field = (*at, saying.language) if _written(context, at) else at
                language = language_name(saying.language)
                yield Finding(message=message(told, language=language), field=field)


def _wrong(mail: Rendered) -> Iterator[tuple[str, Path]]:
    letters = [each for each in mail.subject if each.isalpha()]
    if not mail.subject.strip():
        yield N_("This mail has no subject in {language}."), (*_OWN, "subject")
    elif len(letters) >= _SHOUTED and mail.subject.isupper():
        yield N_("The subject in {language} is written in capitals only."), (*_OWN, "subject")
    if not mail.preheader.strip():
        yield N_("This mail has no preview line in {language}."), (*_OWN, "preheader")
    if not mail.text.strip():
        yield N_("This mail has no text in {language}."), ("text",)
    if mail.media is not None and mail.media.kind == "image" and not mail.media.caption.strip():
        yield N_("The picture has no words in {language} that say what is on it."), ("media",)


def _written(context: BlockContext, at: Path) -> bool:
    return any(spot.path == at for spot in context.block.texts)


RULE = Rule(
    name="mail-hard-to-read",
    alias="EM02",
    severity=Severity.WARNING,
    title=N_("Mail can be read before it is opened, and by everyone"),
    manual=Manual(
        means=N_(
            "A mail has no subject or one in capitals, no preview line, no text, or a picture "
            "without words that say what is on it. How long a subject may be is checked with the "
            "other lengths."
        ),
        why=N_(
            "Subject and preview line decide whether a mail is opened (emailtooltester's "
            "comparison of mail programs, seen in November 2026), capitals and mail of pictures "
            "only look like spam, and who cannot see the picture gets nothing."
        ),
        cure=N_(
            "Write subject and preview line in the words by channel, and give the picture a "
            "caption."
        ),
        source="emailtooltester, subject lines and preheaders, November 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT),
    channels=lambda channel: channel.id == _EMAIL,
)
