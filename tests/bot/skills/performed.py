"""A skill performed by itself, without words around it: what it says, asks and offers."""

from bot.domain.decision import SkillCall
from bot.domain.errors import Refused
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.skills.registry import SKILLS
from bot.skills.skill import Outcome


async def perform(store: Store, visit: Visit, call: SkillCall) -> Outcome:
    """In a transaction of its own. Raises Refused."""
    async with store.transaction() as tx:
        return await SKILLS[call.skill].perform(tx, visit, call.slots)


async def said(store: Store, visit: Visit, call: SkillCall) -> list[str]:
    """The lines it says, without emphasis."""
    outcome = await perform(store, visit, call)
    return ["".join(span.text for span in line) for line in outcome.lines]


async def refusal(store: Store, visit: Visit, call: SkillCall) -> str:
    """Why it refuses; "" when it does not."""
    try:
        await perform(store, visit, call)
    except Refused as refused:
        return refused.reason
    return ""


def choices(outcome: Outcome) -> list[str]:
    return [choice.label for choice in outcome.asked.choices] if outcome.asked else []
