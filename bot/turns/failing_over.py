"""An alert that Telegram does not take goes by SMS, where the person allowed it."""

from datetime import datetime, timedelta

from loguru import logger

from bot.domain.answer import Answer
from bot.domain.visit import House, Visit
from bot.ports.outbox import HeldLetter
from bot.ports.store import Tx
from bot.turns.replying import post_answer

# A vendor that is away for so long will not make an alert timely any more.
PATIENCE = timedelta(minutes=10)


def is_late(held: HeldLetter, now: datetime) -> bool:
    return held.alert_id is not None and now - held.posted_at >= PATIENCE


async def fail_over(tx: Tx, held: HeldLetter, house: House, now: datetime) -> bool:
    """Posts the same words to the person's open SMS number; False where there is none, or they did not allow it."""
    if held.alert_id is None or held.letter.address.channel == "sms":
        return False
    _, person = await tx.people.who(held.address_id)
    if person is None or not person.sms_fallback:
        return False
    known = await tx.people.addresses_of(person.id)
    phone = next((each for each in known if each.address.channel == "sms" and each.state == "open"), None)
    if phone is None:
        return False
    trace_id = held.letter.trace_id
    visit = Visit(person=person, address=phone, now=now, house=house, alert_id=held.alert_id, trace_id=trace_id)
    # Without buttons: those that were made belong to the letter that was not taken.
    await post_answer(tx, visit, Answer(lines=held.letter.answer.lines))
    logger.info("an alert goes by SMS instead", trace_id=trace_id, stage="alert")
    return True
