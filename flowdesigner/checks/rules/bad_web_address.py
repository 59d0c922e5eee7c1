"""The rule *bad-web-address*."""

import re

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.template import Placeholder, parse_template
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_ADDRESS = re.compile(r"(?i)https?://[^\s/?#]+[^\s]*")
_WITHOUT_SCHEME = re.compile(r"(?i)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}([/:?#]\S*)?")

_FILE = re.compile(
    r"(?i)[^/]+\.(avif|docx?|gif|jpe?g|m4a|mp[34]|ogg|pdf|png|pptx?|svg|txt|webp|xlsx?)"
)


def is_web_address(written: str) -> bool:
    """Whether a browser could open it, whatever its placeholders hold."""
    parts = parse_template(written.strip())
    if parts and isinstance(parts[0], Placeholder):
        return not any(isinstance(each, str) and re.search(r"\s", each) for each in parts)
    plain = "".join(each if isinstance(each, str) else "x" for each in parts)
    return _ADDRESS.fullmatch(plain) is not None


def _finding(written: str, field: Path, fixes: tuple[Fix, ...] = ()) -> Finding:
    told = N_("“{address}” is not a web address. It must begin with https:// and have no spaces.")
    return Finding(message=message(told, address=written), field=field, fixes=fixes)


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.URL):
        written = str(spot.value).strip()
        if not written or is_web_address(written):
            continue
        fixes: tuple[Fix, ...] = ()
        if _WITHOUT_SCHEME.fullmatch(written) and not _FILE.fullmatch(written):
            title = message(N_("Write https://{address}"), address=written)
            edit = SetValue(context.flow, context.id, spot.path, f"https://{written}", title)
            fixes = (Fix(title=title, edit=edit),)
        yield _finding(written, spot.path, fixes)


def _of_project(context: ProjectContext) -> Findings:
    email = context.project.settings.email
    if email and email.unsubscribe and not is_web_address(email.unsubscribe):
        yield _finding(email.unsubscribe, ("settings", "email", "unsubscribe"))


RULE = Rule(
    name="bad-web-address",
    severity=Severity.ERROR,
    title=N_("Every web address can be opened"),
    manual=Manual(
        means=N_(
            "A web address does not begin with https:// or http://, or has a space in it. An "
            "address that begins with a variable is taken on trust."
        ),
        why=N_(
            "A link that does not open disappoints the customer, WhatsApp refuses a button with "
            "it, and a system cannot be asked at such an address."
        ),
        cure=N_("Copy the whole address from the browser, with https:// in front."),
        source=N_("RFC 3986 on web addresses."),
    ),
    of_block=_of_block,
    of_project=_of_project,
    blocks=having(Kind.URL),
)
