"""Likely next steps, offered as buttons under the message they belong to."""

from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.visit import Visit


def undo_offer(visit: Visit) -> tuple[Choice, ...]:
    """Takes back what this message did and nothing else, whatever came after it."""
    if visit.message_id is None:
        return ()
    return (Choice(visit.voice.text("offer.undo"), (SkillCall("undo", {"message": visit.message_id}),)),)


def chart_offer(visit: Visit, skill: str, slots: Slots) -> tuple[Choice, ...]:
    """The same question again, answered by a picture."""
    return (Choice(visit.voice.text("offer.chart"), (SkillCall(skill, {**slots, "chart": True}),)),)
