"""set_goal: so much to be saved for something, by a day or by a pledge; changed, added to, or given up."""

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec
from msgspec.structs import replace

from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.goal import Goal
from bot.domain.ids import GoalId
from bot.domain.money import Money
from bot.domain.taxonomy import word_key
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.accounts import account_meant
from bot.services.saving import goals_called, progress_of, remove_goal, set_goal
from bot.skills.goal_said import goal_name, set_line, status_line
from bot.skills.offers import undo_offer
from bot.skills.record_transfer import RecordTransfer
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots

# More than these are no choice but a list.
MOST_CHOICES = 6
# What is saved for nothing in particular.
USUAL_NAME = "savings"


class GoalSlots(msgspec.Struct, frozen=True):
    """``amount`` is the target, or what is added or pledged; ``pledge`` waits for its goal to get a target.

    ``id``, from a button, tells which goal where its name does not.
    """

    amount: Decimal | None = None
    currency: str | None = None
    goal: str | None = None
    date: dt.date | None = None
    action: Literal["delete", "pledge", "add"] | None = None
    interval: Literal["weekly", "monthly", "yearly"] | None = None
    pledge: Decimal | None = None
    id: int | None = None

    @property
    def name(self) -> str:
        return (self.goal or "").strip()[:LONGEST_WORD]


NOTHING_SAID = GoalSlots()


class SetGoal:
    """Says the goal back with what it takes; asks for what is missing, or which one is meant."""

    name = "set_goal"
    takes = GoalSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, GoalSlots)
        if wanted == NOTHING_SAID:
            return Outcome((visit.voice.line("goal.example"),))
        meant = await _meant(tx, visit, wanted)
        if len(meant) > 1:
            return _which(visit, meant, slots)
        goal = meant[0] if meant else None
        if wanted.action == "delete":
            return await _give_up(tx, visit, wanted, goal)
        if wanted.amount is None and not (goal and wanted.date and wanted.action is None):
            return _ask(visit, wanted, slots)
        if wanted.action == "add":
            return await _add(tx, visit, wanted, goal)
        if wanted.action == "pledge" and goal is None:
            return _ask_target(visit, wanted)
        return await _set(tx, visit, wanted, goal)


async def _meant(tx: Tx, visit: Visit, wanted: GoalSlots) -> list[Goal]:
    """The goal that is spoken of; several where nothing tells which. A new target is only for the very name."""
    if wanted.id is not None:
        goal = await tx.goals.one(visit.ledger_id, GoalId(wanted.id))
        return [goal] if goal else []
    if wanted.amount is None or wanted.action:
        return await goals_called(tx, visit, wanted.name)
    key = word_key(wanted.name or USUAL_NAME)
    return [goal for goal in await tx.goals.all(visit.ledger_id) if word_key(goal.name) == key]


async def _set(tx: Tx, visit: Visit, wanted: GoalSlots, before: Goal | None) -> Outcome:
    goal = _changed(visit, before, wanted) if before else await _new(tx, visit, wanted)
    kept = await set_goal(tx, visit, goal, before)
    (progress,) = await progress_of(tx, visit, [kept])
    return Outcome((set_line(visit, progress, before),), offers=undo_offer(visit))


async def _new(tx: Tx, visit: Visit, wanted: GoalSlots) -> Goal:
    name = wanted.name or USUAL_NAME
    account, _ = await account_meant(tx, visit, name)
    target = _money(visit, wanted, None)
    return Goal(
        id=GoalId(0),
        name=name,
        account=account.word,
        target=target,
        starts_on=visit.today,
        ends_on=wanted.date,
        pledge=Money.of(wanted.pledge, target.currency) if wanted.pledge else None,
        pledge_recurs=(wanted.interval or "monthly") if wanted.pledge else "",
    )


def _changed(visit: Visit, before: Goal, wanted: GoalSlots) -> Goal:
    """Only what is said changes. A pledge is held to from the day it is made."""
    ends_on = wanted.date or before.ends_on
    if wanted.amount is None:
        return replace(before, ends_on=ends_on)
    amount = _money(visit, wanted, before)
    if wanted.action != "pledge":
        return replace(before, target=amount, ends_on=ends_on)
    every = wanted.interval or "monthly"
    return replace(before, pledge=amount, pledge_recurs=every, ends_on=ends_on, starts_on=visit.today)


def _money(visit: Visit, wanted: GoalSlots, goal: Goal | None) -> Money:
    """An amount comes with the person's own currency, said or not: a goal in another keeps its own."""
    assert wanted.amount is not None, "what has no amount was asked about"
    currency = wanted.currency or visit.person.currency
    if goal and currency == visit.person.currency:
        currency = goal.target.currency
    return Money.of(wanted.amount, currency)


async def _add(tx: Tx, visit: Visit, wanted: GoalSlots, goal: Goal | None) -> Outcome:
    """Moved from the main account into the goal's; without a goal into an account of that name all the same."""
    amount, account = _money(visit, wanted, goal), goal.account if goal else wanted.name or USUAL_NAME
    slots: Slots = {"amount": amount.amount, "currency": amount.currency, "to_account": account, "date": wanted.date}
    moved = await RecordTransfer().perform(tx, visit, slots)
    if goal is None:
        return replace(
            moved, lines=(joined(*moved.lines, visit.voice.line("goal.no_target", goal=goal_name(visit, account))),)
        )
    (progress,) = await progress_of(tx, visit, [goal])
    return replace(moved, lines=(joined(*moved.lines, status_line(visit, progress)),))


async def _give_up(tx: Tx, visit: Visit, wanted: GoalSlots, goal: Goal | None) -> Outcome:
    if goal is None:
        line = visit.voice.line("goal.none_called", goal=wanted.name) if wanted.name else visit.voice.line("goal.none")
        return Outcome((line,))
    (progress,) = await progress_of(tx, visit, [goal])
    await remove_goal(tx, visit, goal)
    said = [visit.voice.line("goal.removed", goal=goal_name(visit, goal.name))]
    if progress.saved.minor:
        said.append(visit.voice.line("goal.stays", saved=progress.saved))
    return Outcome((joined(*said),), offers=undo_offer(visit))


def _which(visit: Visit, goals: list[Goal], slots: Slots) -> Outcome:
    choices = tuple(
        Choice(goal_name(visit, goal.name), (SkillCall("set_goal", {**slots, "id": goal.id}),))
        for goal in goals[:MOST_CHOICES]
    )
    return Outcome((visit.voice.line("goal.which"),), Asked(choices=choices))


def _ask(visit: Visit, wanted: GoalSlots, slots: Slots) -> Outcome:
    key = f"goal.need_{wanted.action or 'amount'}"
    asked = Asked(missing=(SkillCall("set_goal", slots),), slot="amount")
    return Outcome((visit.voice.line(key, goal=goal_name(visit, wanted.name or USUAL_NAME)),), asked)


def _ask_target(visit: Visit, wanted: GoalSlots) -> Outcome:
    name = wanted.name or USUAL_NAME
    slots: Slots = {"goal": name, "pledge": str(wanted.amount), "interval": wanted.interval, "date": wanted.date}
    waits = SkillCall("set_goal", {slot: value for slot, value in slots.items() if value is not None})
    return Outcome(
        (visit.voice.line("goal.need_target", goal=goal_name(visit, name)),), Asked(missing=(waits,), slot="amount")
    )
