"""set_preference: time zone, currency, language, quiet hours, alert marks, name."""

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.preferences import LAST_DAY, preference, set_preference
from bot.skills.naming_words import name_category
from bot.skills.skill import Outcome, read_slots


class PreferenceSlots(msgspec.Struct, frozen=True):
    """``key`` is a field of Person, ``value`` as its kind is written; of a ``category`` the word and what it means."""

    key: str = ""
    value: str = ""
    word: str = ""
    means: str = ""


class SetPreference:
    """Sets it and says it back."""

    name = "set_preference"

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, PreferenceSlots)
        if wanted.key == "category":
            return await name_category(tx, visit, wanted.word, wanted.means)
        try:
            person = await set_preference(tx, visit, wanted.key, wanted.value)
        except Refused as refusal:
            return Outcome((_refused(visit, refusal.reason, wanted.value),))
        return Outcome((_said(visit.of(person), wanted.key, preference(person, wanted.key)),))


def _said(visit: Visit, key: str, value: str) -> Line:
    if key == "quiet_hours":
        first, _, last = value.partition("-")
        return visit.voice.line("preference.quiet_hours", first=first, last=last)
    if key == "language":
        value = visit.voice.text(f"language.{value}")
    if key == "payday" and value == str(LAST_DAY):
        return visit.voice.line("preference.payday_last")
    if key == "alert_thresholds":
        value = ", ".join(f"{mark} %" for mark in value.split())
    return visit.voice.line(f"preference.{key}", value=value)


def _refused(visit: Visit, reason: str, value: str) -> Line:
    if reason == "not_a_language":
        key = f"language.{value.lower()}"
        named = visit.voice.text(key) if visit.voice.knows(key) else value
        return visit.voice.line("preference.not_a_language", value=named[:60])
    if reason in ("not_a_zone", "not_a_currency"):
        return visit.voice.line(f"preference.{reason}", value=value[:60])
    return visit.voice.line(f"preference.{reason}" if reason != "unknown_preference" else "preference.unknown")
