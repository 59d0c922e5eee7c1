"""The rule *two-questions*."""

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.questions import first_word, questions_of, sentences
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.texts import N_, message

_SHORTEST = 3
"""Of fewer words is “Ya, Kak?”, which wants no answer of its own."""


def _of_block(context: BlockContext) -> Findings:
    for question in questions_of(context):
        if question.words.count("?") > 1:
            found = _questions(question.words, question.language)
            if len(found) > 1:
                told = N_("This asks {n} things at once; only one of them will be answered.")
                yield Finding(message=message(told, n=len(found)), field=question.field)


def _questions(words: str, language: str) -> list[str]:
    """The questions that want an answer.

    Not those that greet or offer help, and not those that only go on with “or”.
    """
    known = vocabulary(language)
    helping = known.helping if known else frozenset[str]()
    said = sentences(words)
    found: list[str] = []
    for each, following in zip(said, [*said[1:], ""], strict=True):
        if not each.rstrip(" *_~").endswith("?") or len(each.split()) < _SHORTEST:
            continue
        if known and any(greeting in each.casefold() for greeting in known.greetings):
            continue
        if following and first_word(following) in helping and "?" not in following:
            continue
        if found and first_word(each) in ("atau", "or"):
            continue
        found.append(each)
    return found


RULE = Rule(
    name="two-questions",
    alias="FL15b",
    severity=Severity.HINT,
    title=N_("A message asks one thing"),
    manual=Manual(
        means=N_("The text of a question has more than one question in it."),
        why=N_(
            "A customer answers the last one, and the journey takes it for the answer to the "
            "first. One question a turn, at the end of the message, is the advice of every guide "
            "to conversation design (Google's, seen in November 2026)."
        ),
        cure=N_("Ask the second question in a block of its own, after the first is answered."),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: "no_reply_after" in block_type.model_fields,
)
