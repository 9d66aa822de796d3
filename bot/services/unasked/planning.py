"""Planning what the clock shall fire: a rule's next occurrence, and all of them anew when a person's zone changes."""

from datetime import datetime

from msgspec.structs import replace

from bot.domain.ids import AlertId
from bot.domain.person import Person
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.rule import Planned
from bot.services.unasked.rulebook import RULES

# The rule under which an alert waits, with its number: for quiet hours to end, for another day.
HELD = "held"


async def plan(tx: Tx, visit: Visit, rule: str) -> Planned | None:
    """Plans the next occurrence of "digest" or "reminder:12"; cancels it where none comes. Repeats safely."""
    name, _, number = rule.partition(":")
    after = await tx.dues.last_day(visit.person_id, rule)
    planned = await RULES[name].following(tx, visit, int(number or 0), after)
    await put(tx, visit, rule, planned)
    return planned


async def put(tx: Tx, visit: Visit, rule: str, planned: Planned | None) -> None:
    if planned is None:
        await tx.dues.cancel(visit.person_id, rule)
        return
    await tx.dues.plan(Due(person_id=visit.person_id, rule=rule, occurs_on=planned.day, due_at=planned.at))


async def plan_anew(tx: Tx, visit: Visit) -> None:
    """What was planned by the old zone is planned by the new one; days that were done stay done."""
    for due in await tx.dues.of(visit.person_id):
        if due.name in RULES:
            await plan(tx, visit, due.rule)
    await look_again(tx, visit)


async def plan_held(tx: Tx, person: Person, alert_id: AlertId, until: datetime) -> None:
    """An alert that is held is told then, if it still is of use."""
    due = Due(person_id=person.id, rule=f"{HELD}:{alert_id}", occurs_on=person.today(until), due_at=until)
    await tx.dues.plan(due)


async def look_again(tx: Tx, visit: Visit) -> None:
    """What is held may be told sooner, or later, by manners that have changed."""
    for due in await tx.dues.of(visit.person_id):
        if due.name == HELD:
            await tx.dues.plan(replace(due, due_at=visit.now))
