"""explain_alert: why PAM said something unasked, with the bookings it was said for."""

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.unasked.speakers import SPEAKERS
from bot.skills.alerts_meant import alert_meant
from bot.skills.booking_lines import row
from bot.skills.skill import Outcome, read_slots

MOST_ROWS = 10


class ExplainSlots(msgspec.Struct, frozen=True):
    """``alert`` comes from a button; else the last one ``about`` a word, or the last one at all."""

    about: str = ""
    alert: int | None = None


class ExplainAlert:
    """The rule it was raised by, then the newest of its bookings, and how many more there are."""

    name = "explain_alert"
    takes = ExplainSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, ExplainSlots)
        kept = await alert_meant(tx, visit, wanted.alert, wanted.about.strip())
        if kept is None:
            return Outcome((_nothing(visit, wanted.about.strip()),))
        reasons = await SPEAKERS[kept.alert.kind].explain(tx, visit, kept)
        rows = [row(visit, booking.entry) for booking in reasons.bookings[:MOST_ROWS]]
        rest = len(reasons.bookings) - len(rows)
        more = [visit.voice.line("list.more", count=rest)] if rest else []
        return Outcome((*reasons.lines, *rows, *more))


def _nothing(visit: Visit, about: str) -> Line:
    return visit.voice.line("why.nothing_about", word=about) if about else visit.voice.line("why.nothing")
