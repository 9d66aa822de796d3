"""set_preference: time zone, currency, language, name, quiet hours, and what PAM may say unasked, when and where."""

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.preference_values import LAST_DAY
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.preferences import preference, set_preference
from bot.skills.naming_words import name_category
from bot.skills.offers import undo_offer
from bot.skills.preference_words import MAY_BE_OFF, value_text
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
    takes = PreferenceSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, PreferenceSlots)
        if wanted.key == "category":
            return await name_category(tx, visit, wanted.word, wanted.means)
        try:
            person = await set_preference(tx, visit, wanted.key, wanted.value)
        except Refused as refusal:
            return Outcome((_refused(visit, refusal, wanted.value),))
        said = _said(visit.of(person), wanted.key, preference(person, wanted.key))
        return Outcome((said,), offers=undo_offer(visit.of(person)))


def _said(visit: Visit, key: str, value: str) -> Line:
    voice = visit.voice
    if not value and key in MAY_BE_OFF:
        return voice.line(f"preference.{key}_off")
    if key == "quiet_hours":
        first, _, last = value.partition("-")
        return voice.line("preference.quiet_hours", first=first, last=last)
    if key == "payday" and value == str(LAST_DAY):
        return voice.line("preference.payday_last")
    if key == "daily_alerts" and value == "1":
        return voice.line("preference.daily_alerts_one")
    if key == "sms_fallback":
        return voice.line("preference.sms_fallback_on")
    return voice.line(f"preference.{key}", value=value_text(visit, key, value))


def _refused(visit: Visit, refusal: Refused, value: str) -> Line:
    reason = refusal.reason
    if reason == "not_a_language":
        key = f"language.{value.lower()}"
        named = visit.voice.text(key) if visit.voice.knows(key) else value
        return visit.voice.line("preference.not_a_language", value=named[:60])
    if reason == "no_phone":
        channel = visit.voice.text(f"link.{refusal.facts['channel']}")
        return visit.voice.line("preference.no_phone", value=channel)
    if reason in ("not_a_zone", "not_a_currency"):
        return visit.voice.line(f"preference.{reason}", value=value[:60])
    return visit.voice.line(f"preference.{reason}" if reason != "unknown_preference" else "preference.unknown")
