"""The rule *asks-for-secrets*."""

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.questions import questions_of, sentences
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    """Only where the customer types or sends something, not where an answer is chosen."""
    if not context.block.__dict__.get("answer"):
        return
    for question in questions_of(context):
        known = vocabulary(question.language)
        plain = question.words.casefold()
        if known is None or not known.secret.search(plain):
            continue
        for sentence in sentences(plain):
            hit = known.secret.search(sentence)
            if hit and not known.harmless.search(sentence):
                told = N_("This asks for “{what}”, which nobody should send in a chat.")
                yield Finding(message=message(told, what=hit[0]), field=question.field)
                break


RULE = Rule(
    name="asks-for-secrets",
    alias="VA04",
    severity=Severity.ERROR,
    title=N_("Nobody is asked for secrets in a chat"),
    manual=Manual(
        means=N_(
            "A question asks for the number of a card, a PIN, the three digits on the back of a "
            "card, a password, a one-time code, or the number or a photo of an identity card."
        ),
        why=N_(
            "Chats stay on phones and in systems for years. Swindlers ask for just these things, "
            "so customers should learn that you never do; WhatsApp refuses such templates (Meta's "
            "page on the review of templates, seen on 11 September 2026)."
        ),
        cure=N_(
            "Send a link to your own safe page for it. For a code, use the block “One-time code”, "
            "which keeps it nowhere. The last four digits of a card are harmless."
        ),
        source=N_("Meta, review of message templates, seen on 11 September 2026."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: {"answer", "no_reply_after"} <= block_type.model_fields.keys(),
)
