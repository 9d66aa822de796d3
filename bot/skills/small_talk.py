"""help, greet, thanks: the manners."""

from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.skills.budget_status import example
from bot.skills.skill import NoSlots, Outcome


class Help:
    """What can be said, with examples; shorter where each character costs."""

    name = "help"
    takes = NoSlots

    async def perform(self, _tx: Tx, visit: Visit, _slots: Slots) -> Outcome:
        key = "help.short" if visit.address.address.channel == "sms" else "help.text"
        return Outcome(visit.voice.lines(key, example=example(visit)))


class Greet:
    """A greeting back, with the name when it is known."""

    name = "greet"
    takes = NoSlots

    async def perform(self, _tx: Tx, visit: Visit, _slots: Slots) -> Outcome:
        name = f" {visit.person.name}" if visit.person.name else ""
        return Outcome((visit.voice.line("welcome.back", name=name),))


class Thanks:
    """A thank-you taken."""

    name = "thanks"
    takes = NoSlots

    async def perform(self, _tx: Tx, visit: Visit, _slots: Slots) -> Outcome:
        return Outcome((visit.voice.line("welcome.thanks"),))
