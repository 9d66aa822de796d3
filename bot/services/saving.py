"""Saving goals: set, changed, given up, and how far each has come."""

from msgspec.structs import replace

from bot.domain.act import GoalRemoved, GoalSet
from bot.domain.errors import Refused
from bot.domain.goal import Goal
from bot.domain.money import Money
from bot.domain.saving_pace import Progress
from bot.domain.taxonomy import word_key
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.accounts import accounts_on, is_called
from bot.services.bookkeeping import write_deed

# More than anybody saves for.
MOST_GOALS = 50


async def set_goal(tx: Tx, visit: Visit, wanted: Goal, before: Goal | None) -> Goal:
    """A new goal, or ``before`` made to say something else. Raises Refused for nonsense, or one too many."""
    if wanted.target.minor <= 0 or (wanted.pledge is not None and wanted.pledge.minor <= 0):
        raise Refused("amount_not_positive")
    is_said = wanted.ends_on is not None and not (before and before.ends_on == wanted.ends_on)
    if is_said and wanted.ends_on <= visit.today:
        raise Refused("goal_past")
    if before:
        goal = replace(wanted, id=before.id)
        await tx.goals.change(visit.ledger_id, goal)
    else:
        if len(await tx.goals.all(visit.ledger_id)) >= MOST_GOALS:
            raise Refused("too_many_goals", most=MOST_GOALS)
        goal = await tx.goals.add(visit.ledger_id, visit.person_id, wanted)
    await write_deed(tx, visit, GoalSet(after=goal, before=before))
    return goal


async def remove_goal(tx: Tx, visit: Visit, goal: Goal) -> None:
    """What is saved stays where it is."""
    await tx.goals.set_removed(visit.ledger_id, goal.id, removed=True)
    await write_deed(tx, visit, GoalRemoved(goal))


async def goals_called(tx: Tx, visit: Visit, name: str) -> list[Goal]:
    """The one of that name; else those that share a word with it; without a name all."""
    goals = await tx.goals.all(visit.ledger_id)
    if not name:
        return goals
    named = [goal for goal in goals if word_key(goal.name) == word_key(name)]
    words = _words(name)
    return named or [goal for goal in goals if words & _words(goal.name)]


def _words(name: str) -> set[str]:
    return {word_key(word) for word in name.split()}


async def progress_of(tx: Tx, visit: Visit, goals: list[Goal]) -> list[Progress]:
    """What lies in the account of each today; one read for all."""
    accounts = await accounts_on(tx, visit, visit.today) if goals else []
    found: list[Progress] = []
    for goal in goals:
        currency = goal.target.currency
        account = next((each for each in accounts if is_called(each.place, goal.account)), None)
        saved = account.holds(currency) if account else Money(0, currency)
        found.append(Progress(goal=goal, saved=saved, today=visit.today))
    return found
