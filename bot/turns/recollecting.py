"""What is kept of a message beside what it did: the words for the next thought, and what was said once an outage."""

from bot.brain.brain import Thought
from bot.brain.permissions import holds_code
from bot.domain.answer import Line
from bot.domain.decision import Calls, Decision, Question
from bot.domain.visit import Visit
from bot.ports.conversations import Exchange
from bot.ports.store import Tx

MODEL = "model"
LONGEST_KEPT = 300
# Codes are read back to nobody, a model least of all.
NEVER_KEPT = frozenset({"verify_code", "link_account"})


async def notice_of(tx: Tx, visit: Visit, thought: Thought) -> tuple[Line, ...]:
    """A line about the way the answer came: once an outage, and once a day at the cap."""
    if thought.lane == "failed":
        began = await tx.outages.failed(MODEL, at=visit.now)
        first = await tx.outages.tell(MODEL, began, visit.person_id)
        return (visit.voice.line("mode.basic"),) if first else ()
    if thought.lane == "model":
        await tx.outages.answered(MODEL, at=visit.now)
    return (visit.voice.line(thought.notice),) if thought.notice else ()


async def note_exchange(tx: Tx, visit: Visit, words: str, decision: Decision) -> None:
    did = _did(decision)
    if NEVER_KEPT.isdisjoint(did) and not holds_code(words):
        await tx.conversations.note(visit.person_id, Exchange(words[:LONGEST_KEPT], did), at=visit.now)


def _did(decision: Decision) -> tuple[str, ...]:
    if isinstance(decision, Question):
        return tuple(call.skill for choice in decision.choices[:1] for call in choice.calls)
    calls = decision.calls
    return tuple(call.skill for call in calls) if isinstance(decision, Calls) or calls else ("talk",)
