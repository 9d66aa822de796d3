"""goal_status: how far one saving goal has come, or each of them."""

import msgspec

from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.saving import goals_called, progress_of
from bot.skills.goal_said import status_line
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots


class StatusSlots(msgspec.Struct, frozen=True):
    """Without a goal all are told."""

    goal: str = ""


class GoalStatus:
    """What is saved of how much, whether that is on pace, and what a month it takes."""

    name = "goal_status"
    takes = StatusSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        name = read_slots(slots, StatusSlots).goal.strip()[:LONGEST_WORD]
        goals = await goals_called(tx, visit, name)
        if goals:
            return Outcome(tuple(status_line(visit, each) for each in await progress_of(tx, visit, goals)))
        return Outcome((visit.voice.line("goal.none_called", goal=name) if name else visit.voice.line("goal.none"),))
