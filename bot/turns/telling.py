"""Telling an alert: once, at a civil hour, where the person reads it, and not too much of it a day."""

from datetime import datetime, time

from loguru import logger
from msgspec.structs import replace

from bot.domain.alert import ASKED_FOR, Alert, KeptAlert
from bot.domain.decision import Choice, SkillCall
from bot.domain.local_time import instant_of
from bot.domain.person import KnownAddress, Person
from bot.domain.quiet import quiet_until
from bot.domain.visit import House, Visit
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.speakers import SPEAKERS
from bot.skills.skill import Outcome
from bot.turns.replying import post_outcome

# The rule under which alerts wait for quiet hours to end.
HELD = "held"
# Where a person reads first, unless they said otherwise.
CHANNELS = ("telegram", "sms", "console")
# What marks an alert that came with an answer: it counts into no cap.
ANSWER = "answer"


async def visit_to(tx: Tx, person: Person, *, house: House, now: datetime, trace_id: str) -> Visit | None:
    """A visit to the person where they want to be told things; None where they cannot be reached at all."""
    addresses = [each for each in await tx.people.addresses_of(person.id) if each.state == "open"]
    if not addresses:
        return None
    address = min(addresses, key=lambda each: _rank(person, each))
    return Visit(person=person, address=address, now=now, house=house, trace_id=trace_id)


def _rank(person: Person, known: KnownAddress) -> tuple[bool, int]:
    channel = known.address.channel
    return channel != person.preferred_channel, CHANNELS.index(channel) if channel in CHANNELS else len(CHANNELS)


async def tell(tx: Tx, visit: Visit, alert: Alert, *, as_answer: bool = False) -> None:
    """Tells it, or keeps it for later, or drops it, by the person's manners; nothing where it was raised before.

    As an answer to what the person just wrote it is told at once, whatever the hour and however many there were.
    """
    kept = await tx.alerts.raise_once(visit.person_id, alert, at=visit.now, trace_id=visit.trace_id)
    if kept is None:
        return
    if as_answer:
        await _say(tx, visit, kept, reason=ANSWER)
    else:
        await _mannerly(tx, visit, kept)


async def tell_held(tx: Tx, visit: Visit) -> None:
    """What waited for quiet hours to end, as things stand now."""
    for kept in await tx.alerts.held(visit.person_id):
        await _mannerly(tx, visit, kept)


async def _mannerly(tx: Tx, visit: Visit, kept: KeptAlert) -> None:
    alert, person = kept.alert, visit.person
    if any(mute.about in ("", alert.kind, alert.subject) for mute in await tx.alerts.mutes(person.id, visit.now)):
        await tx.alerts.settle(kept.id, "dropped", at=visit.now, reason="muted")
        return
    civil_at = None if alert.kind == "reminder" else quiet_until(person.quiet_hours, visit.now, person.timezone)
    if civil_at is not None:
        await tx.alerts.settle(kept.id, "held", at=visit.now, reason="quiet hours")
        await tx.dues.plan(Due(person_id=person.id, rule=HELD, occurs_on=person.today(civil_at), due_at=civil_at))
        return
    if await _is_enough_for_today(tx, visit, alert):
        await tx.alerts.settle(kept.id, "dropped", at=visit.now, reason="enough for a day")
        return
    await _say(tx, visit, kept, reason="")


async def _is_enough_for_today(tx: Tx, visit: Visit, alert: Alert) -> bool:
    most = visit.person.daily_alerts
    if not most or alert.kind in ASKED_FOR:
        return False
    midnight = instant_of(visit.today, time(0, 0), visit.person.timezone)
    told = await tx.alerts.told(visit.person_id, midnight)
    return sum(each.reason != ANSWER and each.alert.kind not in ASKED_FOR for each in told) >= most


async def _say(tx: Tx, visit: Visit, kept: KeptAlert, *, reason: str) -> None:
    said = await SPEAKERS[kept.alert.kind].say(tx, visit, kept)
    if said is None:
        await tx.alerts.settle(kept.id, "dropped", at=visit.now, reason="of no use any more")
        return
    offers = (*said.offers, *_why(visit, kept))
    outcome = Outcome(said.answer.lines, offers=offers, chart=said.answer.chart)
    await post_outcome(tx, replace(visit, alert_id=kept.id), outcome)
    await tx.alerts.settle(kept.id, "told", at=visit.now, reason=reason)
    logger.info("{kind} told", kind=kept.alert.kind.replace("_", " "), trace_id=visit.trace_id, stage="alert")


def _why(visit: Visit, kept: KeptAlert) -> tuple[Choice, ...]:
    """What a person asked for themselves needs no reason."""
    if kept.alert.kind in ASKED_FOR:
        return ()
    return (Choice(visit.voice.text("offer.why"), (SkillCall("explain_alert", {"alert": kept.id}),)),)
