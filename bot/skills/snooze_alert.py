"""snooze_alert: the last alert comes again later, a subject is left alone for a while, or everything is."""

import datetime as dt

import msgspec

from bot.domain.alert import KeptAlert
from bot.domain.answer import Line
from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.local_time import instant_of
from bot.domain.period import month_of
from bot.domain.recurrence import ONE_DAY
from bot.domain.taxonomy import EVERYTHING, fold
from bot.domain.time_words import when_text
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.unasked import snoozing
from bot.skills.alerts_meant import alert_meant, subjects_called
from bot.skills.offers import undo_offer
from bot.skills.skill import Outcome, read_slots

MORNING = dt.time(9)
AN_HOUR = dt.timedelta(hours=1)
LONGEST = dt.timedelta(days=366)
MOST_MINUTES = LONGEST // dt.timedelta(minutes=1)


class SnoozeSlots(msgspec.Struct, frozen=True):
    """Until when: ``minutes`` from now, else a day and a time ("HH:MM"); ``alert`` comes from a button.

    Without any ``about`` the last one told is meant; "alerts" are all there may be.
    """

    alert: int | None = None
    about: str = ""
    date: dt.date | None = None
    time: str = ""
    minutes: int | None = None

    @property
    def is_about_all(self) -> bool:
        return fold(self.about) in {"alerts", *EVERYTHING}


class SnoozeAlert:
    """Says back until when."""

    name = "snooze_alert"
    takes = SnoozeSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, SnoozeSlots)
        about = wanted.about.strip()
        if wanted.is_about_all:
            return _done(visit, await _silence_all(tx, visit, wanted))
        kept = await alert_meant(tx, visit, wanted.alert, about)
        if about:
            return _done(visit, await _leave_alone(tx, visit, wanted, kept))
        if kept is None:
            return Outcome((visit.voice.line("snooze.nothing"),))
        until = _until(visit, wanted, kept)
        await snoozing.put_off(tx, visit, kept, until)
        return _done(visit, visit.voice.line("snooze.again", when=_when(visit, until)))


def _done(visit: Visit, said: Line) -> Outcome:
    return Outcome((said,), offers=undo_offer(visit))


async def _leave_alone(tx: Tx, visit: Visit, wanted: SnoozeSlots, kept: KeptAlert | None) -> Line:
    """Whatever goes by the word; a reminder told lately comes again. Raises Refused where nothing does."""
    about = wanted.about.strip()
    subjects = await subjects_called(tx, visit, about)
    if not subjects and kept is None:
        raise Refused("snooze_unknown", word=about)
    is_asked_for = kept is not None and kept.alert.kind == "reminder"
    if not is_asked_for and _said_until(visit, wanted) is None:
        wanted = msgspec.structs.replace(wanted, date=month_of(visit.today).last + ONE_DAY)
    until = _until(visit, wanted, kept)
    if kept and kept.alert.subject not in subjects:
        subjects.append(kept.alert.subject)
    await snoozing.silence(tx, visit, subjects, until, again=kept if is_asked_for else None)
    return visit.voice.line("snooze.silent_about", word=about, when=_when(visit, until))


async def _silence_all(tx: Tx, visit: Visit, wanted: SnoozeSlots) -> Line:
    """Until the day begins, where a day is all that is said."""
    if wanted.date and not wanted.time:
        wanted = msgspec.structs.replace(wanted, time="00:00")
    until = _until(visit, wanted, None)
    await snoozing.silence(tx, visit, [snoozing.EVERYTHING], until)
    when = visit.voice.day(visit.person.today(until)) if wanted.time == "00:00" else _when(visit, until)
    return visit.voice.line("snooze.silent", when=when)


def _until(visit: Visit, wanted: SnoozeSlots, kept: KeptAlert | None) -> dt.datetime:
    """Raises Refused for what is past already."""
    until = _said_until(visit, wanted) or _usual_until(visit, kept)
    if until <= visit.now:
        raise Refused("snooze_past")
    return min(until, visit.now + LONGEST)


def _said_until(visit: Visit, wanted: SnoozeSlots) -> dt.datetime | None:
    """A time without a day is the next that comes."""
    if wanted.minutes:
        return visit.now + dt.timedelta(minutes=min(wanted.minutes, MOST_MINUTES))
    if not wanted.date and not wanted.time:
        return None
    zone, at = visit.person.timezone, _time(wanted.time) or MORNING
    until = instant_of(wanted.date or visit.today, at, zone)
    return until if wanted.date or until > visit.now else instant_of(visit.today + ONE_DAY, at, zone)


def _usual_until(visit: Visit, kept: KeptAlert | None) -> dt.datetime:
    if kept and kept.alert.kind == "reminder":
        return visit.now + AN_HOUR
    return instant_of(visit.today + ONE_DAY, MORNING, visit.person.timezone)


def _time(written: str) -> dt.time | None:
    try:
        return dt.time.fromisoformat(written) if written else None
    except ValueError as fault:
        raise Refused("understand") from fault


def _when(visit: Visit, until: dt.datetime) -> str:
    local = visit.person.local(until)
    return when_text(visit.voice, local.date(), local.time())
