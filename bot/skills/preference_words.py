"""What a preference is set to, in words."""

from datetime import time

from bot.domain.preference_values import ON
from bot.domain.recurrence_words import recurrence_text
from bot.domain.time_words import time_text
from bot.domain.visit import Visit

# What is "" in them was turned off; in the others it was never said.
MAY_BE_OFF = frozenset({"quiet_hours", "digest", "review", "daily_alerts", "sms_fallback"})
USUAL_CHANNEL = "telegram"


def value_text(visit: Visit, key: str, value: str) -> str:
    """As it stands in a sentence; ``value`` as it is kept."""
    voice = visit.voice
    if key == "preferred_channel":
        return voice.text(f"link.{value or USUAL_CHANNEL}")
    if not value:
        return voice.text("setting.off" if key in MAY_BE_OFF else "setting.unknown")
    if key in ("digest", "review"):
        recurrence, _, at = value.partition(" ")
        every = recurrence_text(voice, recurrence, visit.today)
        return voice.text("preference.schedule", every=every, time=time_text(time.fromisoformat(at), voice.locale))
    if key == "language":
        return voice.text(f"language.{value}")
    if key == "sms_fallback":
        return voice.text("setting.on" if value == ON else "setting.off")
    return ", ".join(f"{mark} %" for mark in value.split()) if key == "alert_thresholds" else value
