"""An alert that Telegram does not take goes by SMS, where the person allowed it."""

from datetime import datetime, timedelta

import msgspec
from loguru import logger

from bot.domain.answer import Answer
from bot.domain.ids import AlertId
from bot.domain.person import Person
from bot.domain.visit import House, Visit
from bot.ports.outbox import HeldLetter
from bot.ports.store import Tx
from bot.turns.replying import post_answer

# A vendor that is away for so long will not make an alert timely any more.
PATIENCE = timedelta(minutes=10)


class Stranded(msgspec.Struct, frozen=True):
    """An alert on its way to a phone that does not take it."""

    alert_id: AlertId
    channel: str
    answer: Answer
    trace_id: str


def stranded(held: HeldLetter) -> Stranded | None:
    """None for what is no alert."""
    letter = held.letter
    if held.alert_id is None:
        return None
    return Stranded(held.alert_id, letter.address.channel, letter.answer, letter.trace_id)


def is_late(held: HeldLetter, now: datetime) -> bool:
    return held.alert_id is not None and now - held.posted_at >= PATIENCE


async def fail_over(tx: Tx, alert: Stranded, person: Person, *, house: House, now: datetime) -> bool:
    """Posts the same words to the person's open number; False where there is none, or it may not be written to."""
    if alert.channel == "sms" or not person.sms_fallback:
        return False
    known = await tx.people.addresses_of(person.id)
    phone = next((each for each in known if each.address.channel == "sms" and each.state == "open"), None)
    if phone is None:
        return False
    visit = Visit(person=person, address=phone, now=now, house=house, alert_id=alert.alert_id, trace_id=alert.trace_id)
    # Without buttons: those that were made belong to the letter that was not taken.
    if not await post_answer(tx, visit, Answer(lines=alert.answer.lines)):
        return False
    logger.info("an alert goes by SMS instead", trace_id=alert.trace_id, stage="alert")
    return True
