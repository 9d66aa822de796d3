"""set_preference: time zone, currency, language, quiet hours, alert marks, name."""

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.preferences import preference, set_preference
from bot.skills.skill import Outcome, read_slots


class PreferenceSlots(msgspec.Struct, frozen=True):
    """``key`` is a field of Person, ``value`` as its kind is written."""

    key: str = ""
    value: str = ""


class SetPreference:
    """Sets it and says it back."""

    name = "set_preference"

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, PreferenceSlots)
        try:
            person = await set_preference(tx, visit, wanted.key, wanted.value)
        except Refused as refusal:
            return Outcome((_refused(visit, refusal.reason, wanted.value),))
        return Outcome((_said(visit, wanted.key, preference(person, wanted.key)),))


def _said(visit: Visit, key: str, value: str) -> Line:
    if key == "quiet_hours":
        first, _, last = value.partition("-")
        return visit.voice.line("preference.quiet_hours", first=first, last=last)
    if key == "alert_thresholds":
        value = ", ".join(f"{mark} %" for mark in value.split())
    return visit.voice.line(f"preference.{key}", value=value)


def _refused(visit: Visit, reason: str, value: str) -> Line:
    if reason in ("not_a_zone", "not_a_currency"):
        return visit.voice.line(f"preference.{reason}", value=value[:60])
    return visit.voice.line(f"preference.{reason}" if reason != "unknown_preference" else "preference.unknown")
