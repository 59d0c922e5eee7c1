"""The project an author begins with when beginning anew."""

from flowdesigner.model.flow import Flow, Start
from flowdesigner.model.project import Project
from flowdesigner.model.settings import Settings
from flowdesigner.texts import N_, translate


def blank_project(language: str) -> Project:
    """One empty flow that a message starts, in two languages, the author's first."""
    other = "en" if language == "id" else "id"
    flow = Flow(
        name=translate(N_("My first flow")),
        starts=(Start(trigger="message", words={"id": ("halo",), "en": ("hello",)}),),
    )
    return Project(
        flowdesigner=1,
        id="my_project",
        name=translate(N_("My project")),
        languages=(language, other),
        channels=("whatsapp", "sms"),
        settings=Settings(currency="IDR", time_zone="Asia/Jakarta"),
        flows={"main": flow},
    )
