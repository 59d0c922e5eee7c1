"""Play conversations with an exported project in the real Rasa; runs on Rasa's own Python.

    python rasa_driver.py PROJECT REQUEST.json RESPONSE.json

The request is `{"models": FOLDER, "conversations": [{"id", "channel", "language", "contact",
"variables", "now", "inputs": [...]}]}`; an input is one of `{"start": flow}`, `{"say": text}`,
`{"tap": option}`, `{"pass": seconds}`, `{"close": handoff}`. `"webhooks"` of a conversation are
the answers by block, in order, and `"codes"` the one-time codes that are drawn. The response says
per conversation, after each input, what the bot said, and how it ended.

The model is trained once for each content of the project and kept in the folder of the models.
Actions run in this process, with requests and answers as the JSON that would go over the wire.
"""

import asyncio
import hashlib
import json
import logging
import os
import sys
import warnings
from datetime import datetime, timedelta
from pathlib import Path

os.environ.update(
    RASA_TELEMETRY_ENABLED="false", TF_CPP_MIN_LOG_LEVEL="3", MAX_NUMBER_OF_PREDICTIONS="100"
)
warnings.simplefilter("ignore")

import rasa.core.agent  # noqa: E402
import rasa.model_training  # noqa: E402
import rasa.utils.log_utils  # noqa: E402
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # noqa: E402
from rasa.shared.core.events import ReminderCancelled, ReminderScheduled, SlotSet  # noqa: E402
from rasa.utils.endpoints import EndpointConfig  # noqa: E402
from rasa_sdk.executor import ActionExecutor  # noqa: E402


class InThisProcess(EndpointConfig):
    """An action server that needs no port."""

    def __init__(self, executor):
        super().__init__("http://in-this-process")
        self.executor = executor

    async def request(self, method="post", subpath=None, content_type="", compress=False, **given):
        answer = await self.executor.run(json.loads(json.dumps(given["json"])))
        return json.loads(json.dumps(answer))


class Collecting(CollectingOutputChannel):
    """Keeps what is said on a channel of any name; a text with an empty line stays one text."""

    def __init__(self, channel):
        super().__init__()
        self.channel = channel

    def name(self):
        return self.channel

    async def send_text_message(self, recipient_id, text, **kwargs):
        await self._persist_message(self._message(recipient_id, text=text))


class World:
    """What is around the bot: a clock and the systems it asks."""

    def __init__(self):
        self.now = datetime(2026, 11, 23, 10)
        self.answers = {}
        self.codes = []

    def take_over(self):
        """Put this clock and these systems in the place of the real ones."""
        from actions import flow_blocks, flow_codes, flow_talk, flow_web

        flow_talk.now = lambda: self.now
        flow_codes.draw = lambda _digits: self.codes.pop(0)
        asking = flow_blocks.AskSystem.act

        def act(action, dispatcher, talk):
            waiting = self.answers.get(action.block) or []
            answer = waiting.pop(0) if waiting else {"ok": False, "data": None}
            flow_web.send = lambda *_request: (answer["ok"], answer["data"])
            return asking(action, dispatcher, talk)

        flow_blocks.AskSystem.act = act


def trained(project, models):
    """The model of a project, from an earlier run where nothing has changed."""
    digest = hashlib.sha256()
    for path in sorted([*project.glob("*.yml"), *project.glob("data/*.yml")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    name = digest.hexdigest()[:16]
    model = Path(models) / f"{name}.tar.gz"
    if not model.exists():
        rasa.model_training.train(
            domain=str(project / "domain.yml"),
            config=str(project / "config.yml"),
            training_files=[str(project / "data")],
            output=str(models),
            fixed_model_name=name,
        )
    return model


class Player:
    """Plays conversations with a loaded bot."""

    def __init__(self, agent, world):
        self.agent = agent
        self.processor = agent.processor
        self.world = world

    async def play(self, conversation):
        """Everything that was said, and the end."""
        self.world.now = datetime.fromisoformat(conversation["now"])
        self.world.answers = {
            block: list(answers) for block, answers in conversation.get("webhooks", {}).items()
        }
        self.world.codes = list(conversation.get("codes") or ())
        self.id = conversation["id"]
        self.out = Collecting(conversation["channel"])
        self.buttons, self.reminders, self.seen = {}, {}, 0
        await self._put(
            {
                "language": conversation["language"],
                "contact": conversation.get("contact") or {},
                "consent": conversation.get("consent") or {},
                **(conversation.get("variables") or {}),
            }
        )
        turns = []
        for given in conversation["inputs"]:
            self.out.messages = []
            await self._give(given)
            turns.append([_plain(message) for message in self.out.messages])
        tracker = await self.processor.tracker_store.retrieve(self.id)
        return {
            "id": self.id,
            "turns": turns,
            "outcome": tracker.get_slot("outcome"),
            "slots": tracker.current_slot_values(),
        }

    async def _put(self, values):
        tracker = await self.processor.fetch_tracker_and_update_session(self.id, self.out)
        events = [SlotSet(name, value) for name, value in values.items()]
        tracker.update_with_events(events, self.agent.domain)
        await self.processor.save_tracker(tracker)

    async def _give(self, given):
        ((kind, value),) = given.items()
        if kind == "start":
            await self._say(f"/start_{value}")
        elif kind == "say":
            await self._say(value)
        elif kind == "tap":
            await self._say(self.buttons.get(value, value))
        elif kind == "pass":
            await self._pass(value)
        elif kind == "close":
            tracker = await self.processor.fetch_tracker_and_update_session(self.id, self.out)
            await self.processor.trigger_external_user_uttered(value, None, tracker, self.out)
            await self.processor.save_tracker(tracker)
        elif kind == "put":
            await self._put(value)
        else:
            raise ValueError(kind)
        self._remember_buttons()
        await self._look_for_reminders()

    async def _say(self, text):
        message = UserMessage(text, self.out, self.id, input_channel=self.out.channel)
        await self.processor.handle_message(message)

    def _remember_buttons(self):
        shown = [each for message in self.out.messages for each in message.get("buttons") or ()]
        if shown:
            self.buttons = {each["title"]: each["payload"] for each in shown}

    async def _pass(self, seconds):
        """Let time go by; on the way do what Rasa's scheduler does with reminders."""
        target = self.world.now + timedelta(seconds=seconds)
        while due := [each for each in self.reminders.items() if each[1][0] <= target]:
            name, (when, event) = min(due, key=lambda each: each[1][0])
            del self.reminders[name]
            self.world.now = max(when, self.world.now)
            await self.processor.handle_reminder(event, self.id, self.out)
            await self._look_for_reminders()
        self.world.now = target

    async def _look_for_reminders(self):
        """What was scheduled and cancelled since the last look, by the clock of this world."""
        tracker = await self.processor.tracker_store.retrieve(self.id)
        events = list(tracker.events) if tracker is not None else []
        for event in events[self.seen :]:
            if isinstance(event, ReminderScheduled):
                wait = event.trigger_date_time.timestamp() - event.timestamp
                self.reminders[event.name] = (
                    self.world.now + timedelta(seconds=round(wait)),
                    event,
                )
            elif isinstance(event, ReminderCancelled):
                if event.name is None:
                    self.reminders.clear()
                self.reminders.pop(event.name, None)
        self.seen = len(events)


def _plain(message):
    return {
        "text": message.get("text") or "",
        "options": [each["title"] for each in message.get("buttons") or ()],
        "custom": message.get("custom"),
        "media": message.get("image") or message.get("attachment"),
    }


async def play_all(project, request):
    """Load the bot and play every conversation."""
    sys.path.insert(0, str(project))
    executor = ActionExecutor()
    executor.register_package("actions")
    world = World()
    world.take_over()
    agent = await rasa.core.agent.load_agent(str(request["model"]))
    agent.action_endpoint = InThisProcess(executor)
    agent.processor.action_endpoint = agent.action_endpoint
    player = Player(agent, world)
    return [await player.play(each) for each in request["conversations"]]


def main():
    """Train when needed, play, and write what was said."""
    rasa.utils.log_utils.configure_structlog(logging.ERROR)
    logging.disable(logging.WARNING)
    project, asked, told = map(Path, sys.argv[1:4])
    request = json.loads(asked.read_text(encoding="utf-8"))
    request["model"] = trained(project, request["models"])
    played = asyncio.run(play_all(project, request))
    told.write_text(json.dumps(played, ensure_ascii=False, indent=1, default=str), "utf-8")


if __name__ == "__main__":
    main()
