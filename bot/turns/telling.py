"""Telling an alert: once, at a civil hour, where the person reads it, and not too much of it a day."""

from collections.abc import Sequence
from datetime import datetime, time

from loguru import logger
from msgspec.structs import replace

from bot.domain.alert import ASKED_FOR, Alert, KeptAlert
from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import AlertId
from bot.domain.local_time import instant_of
from bot.domain.person import KnownAddress, Person
from bot.domain.quiet import quiet_until
from bot.domain.recurrence import ONE_DAY
from bot.domain.visit import House, Visit
from bot.ports.store import Tx
from bot.services.unasked.budget_marks import ANSWER
from bot.services.unasked.capped import MORNING
from bot.services.unasked.planning import plan_held
from bot.services.unasked.snoozing import is_silent
from bot.services.unasked.speakers import SPEAKERS
from bot.skills.skill import Outcome
from bot.turns.replying import post_outcome

QUIET = "quiet hours"
# Where a person reads first, unless they said otherwise.
CHANNELS = ("telegram", "sms", "console")


async def visit_to(tx: Tx, person: Person, *, house: House, now: datetime, trace_id: str) -> Visit | None:
    """A visit to the person where they want to be told things, open or not; None where they have no phone any more."""
    addresses = sorted(await tx.people.addresses_of(person.id), key=lambda each: _rank(person, each))
    if not addresses:
        return None
    address = next((each for each in addresses if _may_be_told_at(person, each, addresses[0])), addresses[0])
    return Visit(person=person, address=address, now=now, house=house, trace_id=trace_id)


def _rank(person: Person, known: KnownAddress) -> tuple[bool, int]:
    channel = known.address.channel
    return channel != person.preferred_channel, CHANNELS.index(channel)


def _may_be_told_at(person: Person, known: KnownAddress, first: KnownAddress) -> bool:
    """Where another phone comes first, SMS is only instead of it, and only by the person's leave."""
    instead = known.address.channel == "sms" and first.address.channel != "sms"
    return known.state == "open" and (not instead or person.sms_fallback)


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


async def tell_held(tx: Tx, visit: Visit, alert_id: AlertId) -> None:
    """What waited for its time, as things stand now."""
    kept = await tx.alerts.one(visit.person_id, alert_id)
    if kept and kept.state == "held":
        await _mannerly(tx, visit, kept)


async def tell_each(tx: Tx, visit: Visit, alerts: Sequence[Alert]) -> None:
    """Each in a transaction of its own, at once: one that cannot be told must not take the others along."""
    for alert in alerts:
        kept = await tx.alerts.raise_once(visit.person_id, alert, at=visit.now, trace_id=visit.trace_id)
        if kept:
            await _hold(tx, visit, kept, visit.now, "one of several")


async def held_until(tx: Tx, person: Person, alert_id: AlertId, now: datetime) -> datetime | None:
    """When a posted alert may leave, where that is not now: quiet hours may have begun since it was told."""
    kept = await tx.alerts.one(person.id, alert_id)
    if kept is None or kept.reason == ANSWER:
        return None
    return _civil_at(person, kept.alert, now)


def _civil_at(person: Person, alert: Alert, now: datetime) -> datetime | None:
    """The end of the quiet hours that are on; a reminder comes at the hour its person chose."""
    return None if alert.kind == "reminder" else quiet_until(person.quiet_hours, now, person.timezone)


async def _mannerly(tx: Tx, visit: Visit, kept: KeptAlert) -> None:
    alert, person = kept.alert, visit.person
    if visit.address.state != "open":
        await tx.alerts.settle(kept.id, "dropped", at=visit.now, reason="cannot be reached")
        return
    if await is_silent(tx, visit, alert):
        await tx.alerts.settle(kept.id, "dropped", at=visit.now, reason="muted")
        return
    civil_at = _civil_at(person, alert, visit.now)
    if civil_at is not None:
        await _hold(tx, visit, kept, civil_at, QUIET)
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
    if not await post_outcome(tx, replace(visit, alert_id=kept.id), outcome):
        await _put_off(tx, visit, kept)
        return
    await tx.alerts.settle(kept.id, "told", at=visit.now, reason=reason)
    logger.info("{kind} told", kind=kept.alert.kind.replace("_", " "), trace_id=visit.trace_id, stage="alert")


async def _hold(tx: Tx, visit: Visit, kept: KeptAlert, until: datetime, reason: str) -> None:
    await tx.alerts.settle(kept.id, "held", at=visit.now, reason=reason)
    await plan_held(tx, visit.person, kept.id, until)


async def _put_off(tx: Tx, visit: Visit, kept: KeptAlert) -> None:
    """The day's SMS are used up: tomorrow. Or the person said stop."""
    if visit.address.state != "open":
        await tx.alerts.settle(kept.id, "dropped", at=visit.now, reason="cannot be reached")
        return
    tomorrow = instant_of(visit.today + ONE_DAY, MORNING, visit.person.timezone)
    await _hold(tx, visit, kept, tomorrow, "no SMS left for the day")


def _why(visit: Visit, kept: KeptAlert) -> tuple[Choice, ...]:
    """What a person asked for themselves needs no reason."""
    if kept.alert.kind in ASKED_FOR:
        return ()
    return (Choice(visit.voice.text("offer.why"), (SkillCall("explain_alert", {"alert": kept.id}),)),)
