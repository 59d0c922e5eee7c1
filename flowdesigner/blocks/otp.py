"""The *otp* block."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import chain
from typing import Annotated, Literal

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.duration import after, parse_duration, seconds
from flowdesigner.model.fields import Field, Kind, text_field
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.part import Duration, Id, Part, Text, Whole, Words
from flowdesigner.model.passage import EVER, Passage, Sending, happened, heard, known, silent
from flowdesigner.model.run import Go, Input, Run, Said, Step, TimedOut, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.model.speech import said
from flowdesigner.texts import N_, message

_DIGITS = 6


class Rung(Part):
    """A channel the code goes over, and how long after the one before."""

    channel: Annotated[
        Id | None,
        Field(
            label=N_("Channel"),
            kind=Kind.CHANNEL,
            required=True,
            help=N_("The channel that the code goes over."),
        ),
    ] = None
    after: Annotated[
        Duration | None,
        Field(
            label=N_("After"), kind=Kind.DURATION, placeholder="30s", unset=N_("at once"),
            help=N_("How long to wait for the code before it is sent on this channel too."),
        ),
    ] = None  # fmt: skip


class Resend(Part):
    """How a customer gets the code again."""

    times: Annotated[
        Whole | None,
        Field(
            label=N_("At most so often"),
            kind=Kind.NUMBER,
            placeholder="3",
            least=1,
            most=5,
            required=True,
            help=N_("How often the code is sent again at most."),
        ),
    ] = None
    cooldown: Annotated[
        Duration | None,
        Field(
            label=N_("Not sooner than"),
            kind=Kind.DURATION,
            least="30s",
            required=True,
            placeholder="30s",
            help=N_("How long a customer has to wait before it is sent again."),
        ),
    ] = None
    words: Annotated[
        Words | None,
        Field(
            label=N_("Words that ask for it"),
            kind=Kind.WORDS,
            translated=True,
            required=True,
            help=N_("What the customer types to get the code again."),
        ),
    ] = None


class Otp(Block):
    """Send a one-time code and let nobody pass who does not type it."""

    look = Look(
        title=N_("One-time code"),
        icon="key-round",
        group="ask",
        summary=N_("Sends a code, on another channel if need be, and asks for it."),
    )

    type: Literal["otp"] = "otp"
    text: Annotated[
        Text | None,
        text_field(
            N_("Text with the code"), required=True, knows=("code",),
            help=N_("The code stands where you write {{ code }}."),
        ),
    ] = None  # fmt: skip
    wrong: Annotated[
        Text | None,
        text_field(
            N_("What to say to a wrong code"),
            help=N_("What is said to a wrong code; left empty, nothing."),
        ),
    ] = None
    ladder: Annotated[
        tuple[Rung, ...] | None,
        Field(
            label=N_("Channels, one after another"), kind=Kind.PARTS,
            help=N_("Left empty, the code goes over the conversation's own channel."),
        ),
    ] = None  # fmt: skip
    digits: Annotated[
        Whole | None,
        Field(
            label=N_("Digits"),
            kind=Kind.NUMBER,
            least=4,
            most=10,
            placeholder=str(_DIGITS),
            help=N_("How many digits the code has."),
        ),
    ] = None
    expires_after: Annotated[
        Duration | None,
        Field(
            label=N_("Good for"),
            kind=Kind.DURATION,
            least="30s",
            most="10m",
            required=True,
            placeholder="5m",
            help=N_("How long the code can be used."),
        ),
    ] = None
    attempts: Annotated[
        Whole | None,
        Field(
            label=N_("Wrong codes allowed"), kind=Kind.NUMBER, required=True, placeholder="5",
            least=1, most=5,
            help=N_("The last of so many wrong codes ends it."),
        ),
    ] = None  # fmt: skip
    resend: Annotated[
        Resend | None,
        Field(
            label=N_("Sending it again"),
            kind=Kind.PART,
            help=N_("How a customer gets the code again."),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """The right code, too many wrong ones, too late."""
        return (
            Exit(
                id="verified",
                title=message(N_("Right code")),
                help=N_("The right code was typed."),
            ),
            Exit(
                id="failed",
                title=message(N_("Too many wrong codes")),
                happens=self.attempts is not None,
                help=N_("As many wrong codes were typed as are allowed."),
            ),
            Exit(
                id="expired",
                title=message(N_("Too late")),
                happens=self.expires_after is not None,
                after=self.expires_after,
                help=N_("The code was not typed while it was good."),
            ),
        )

    @property
    def waits(self) -> bool:
        """Until the code is typed."""
        return True

    @property
    def sends(self) -> Sending:
        """The code."""
        return _CODE

    def passage(self, exit: str, settings: Settings) -> Passage:
        """Typed rightly, wrongly too often, or not in time."""
        rungs = max(len(self.ladder or ()), 1)
        most = rungs + ((self.resend and self.resend.times) or 0)
        return _passage(exit, seconds(self.expires_after), most, rungs)

    def enter(self, run: Run) -> Step:
        """Send the code on the first channel."""
        standing = _Standing(code=self._code(run), began=run.now, sent=run.now)
        return self._stand(run, standing, (self._message(run, standing),))

    def resume(self, run: Run, input: Input) -> Step:
        """Compare what is typed; send again when asked; climb the ladder when time goes by."""
        if not run.memory:
            return self.enter(run)
        standing = _Standing.remembered(run.memory)
        match input:
            case TimedOut() if self._is_over(run, standing):
                return Go(exit="expired")
            case TimedOut():
                higher = replace(standing, rung=standing.rung + 1, sent=run.now)
                return self._stand(run, higher, (self._message(run, higher),))
            case Said(text) if "".join(text.split()) == standing.code:
                return Go(exit="verified")
            case Said(text) if self._asks_again(text):
                return self._send_again(run, standing)
            case Said():
                return self._wrong(run, standing)
            case _:
                return self._stand(run, standing)

    def _code(self, run: Run) -> str:
        many = min(max(self.digits or _DIGITS, 1), 15)
        drawn = sha256(f"{run.seed}\0{run.place}\0{run.now.isoformat()}".encode()).digest()
        return str(int.from_bytes(drawn, "big") % 10**many).zfill(many)

    def _message(self, run: Run, standing: "_Standing") -> Outgoing:
        rungs = self.ladder or ()
        channel = rungs[standing.rung].channel if standing.rung < len(rungs) else None
        told = replace(run.knowing(code=standing.code), channel=channel or run.channel)
        return replace(said(self, told), channel=channel or "")

    def _asks_again(self, text: str) -> bool:
        return text.strip().casefold() in {word.strip().casefold() for word in self._words()}

    def _words(self) -> Iterator[str]:
        """The words that ask for the code again, in any language."""
        words = (self.resend.words if self.resend else None) or {}
        return chain.from_iterable(words.values())

    def _send_again(self, run: Run, standing: "_Standing") -> Step:
        resend = self.resend or Resend()
        pause = parse_duration(resend.cooldown or "") or timedelta()
        if standing.resent >= (resend.times or 0) or run.now - standing.sent < pause:
            return self._stand(run, standing)
        again = replace(standing, resent=standing.resent + 1, sent=run.now)
        return self._stand(run, again, (self._message(run, again),))

    def _wrong(self, run: Run, standing: "_Standing") -> Step:
        tries = standing.tries + 1
        if self.attempts is not None and tries >= self.attempts:
            return Go(exit="failed")
        told = run.words(self.spoken("wrong", run.channel))
        words = (Outgoing(text=told),) if told else ()
        return self._stand(run, replace(standing, tries=tries), words)

    def _ends(self, standing: "_Standing") -> datetime | None:
        length = parse_duration(self.expires_after or "")
        return after(standing.began, length) if length is not None else None

    def _is_over(self, run: Run, standing: "_Standing") -> bool:
        ends = self._ends(standing)
        return ends is not None and run.now >= ends

    def _stand(self, run: Run, standing: "_Standing", say: tuple[Outgoing, ...] = ()) -> Wait:
        """Wait for the code until the next channel's turn or until it is too late."""
        rungs = self.ladder or ()
        above = rungs[standing.rung + 1] if standing.rung + 1 < len(rungs) else None
        pause = parse_duration(above.after or "") or timedelta() if above else None
        turn = after(standing.sent, pause) if pause is not None else None
        return Wait(
            say=say,
            until=min(
                filter(None, (self._ends(standing), turn)), key=datetime.timestamp, default=None
            ),
            code=standing.code,
            knows=(standing.code, *self._words()),
            memory=standing.memory(),
        )


_CODE = Sending(code=True)


@cache
def _passage(exit: str, good_for: float | None, most: int, rungs: int) -> Passage:
    """Who types something gets one answer, and the code on the channels that are left."""
    if exit != "expired" or good_for is None:
        came = heard((0, EVER if good_for is None else good_for), (1, most))
        return replace(came, code=known(exit))
    silence = silent((good_for, good_for), (1, rungs))
    tried = heard((0, good_for)).then(silent((0, good_for), (0, rungs)))
    return replace(
        silence.joined(tried),
        elapsed=(good_for, good_for),
        in_a_row=happened((good_for, good_for)).in_a_row,
        codes=(1, most),
        code=known(exit),
    )


class _Standing(Struct, frozen=True, kw_only=True):
    """How far a code has come."""

    code: str
    began: datetime
    sent: datetime
    rung: int = 0
    tries: int = 0
    resent: int = 0

    def memory(self) -> Mapping[str, str | int]:
        """As a block keeps it while it waits."""
        moments = {"began": self.began.isoformat(), "sent": self.sent.isoformat()}
        counts = {"rung": self.rung, "tries": self.tries, "resent": self.resent}
        return {"code": self.code, **moments, **counts}

    @classmethod
    def remembered(cls, memory: Mapping[str, object]) -> "_Standing":
        """As it was kept."""
        return cls(
            code=str(memory["code"]),
            began=datetime.fromisoformat(str(memory["began"])),
            sent=datetime.fromisoformat(str(memory["sent"])),
            **{name: int(str(memory[name])) for name in ("rung", "tries", "resent")},
        )
