"""Acting on a message inside its transaction: skills are performed, the answer is posted."""

from loguru import logger
from msgspec.structs import replace

from bot.domain.answer import Line
from bot.domain.decision import Calls, Decision, Phrased, Question, SkillCall
from bot.domain.errors import Refused
from bot.domain.keywords import LineWord
from bot.domain.messages import Tap
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.ports.outbox import Draft
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.skills.registry import SKILLS
from bot.skills.skill import Outcome
from bot.turns.replying import draft_to, post_answer, post_outcome

# Said in words of their own; any other skill without code behind it is named.
MOVES_MONEY = frozenset({"pay", "refund", "subscribe", "cancel_subscription", "subscription_status"})
# One message, so many things: a wall of text cannot hold the books open.
MOST_CALLS = 20


async def follow_decision(tx: Tx, visit: Visit, decision: Decision) -> None:
    """What the brain decided: calls are performed together, a question is asked, nothing understood is said."""
    if isinstance(decision, Calls):
        await post_outcome(tx, visit, await perform(tx, visit, decision.calls))
    elif isinstance(decision, Question):
        await post_outcome(tx, visit, ask(visit, decision))
    else:
        assert not isinstance(decision, Phrased), "no brain of this house phrases yet"


def ask(visit: Visit, question: Question) -> Outcome:
    key = f"question.{question.key}"
    facts: dict[str, Fact] = dict(question.facts)
    line = visit.voice.line(key if visit.voice.knows(key) else "question.amount_unclear", **facts)
    return Outcome((line,), Asked(choices=question.choices) if question.choices else None)


async def perform(tx: Tx, visit: Visit, calls: tuple[SkillCall, ...]) -> Outcome:
    """Each call in turn; what is refused is said and does not stop the others."""
    outcomes = [await _perform_one(tx, visit, call) for call in calls[:MOST_CALLS]]
    return Outcome(
        lines=tuple(line for outcome in outcomes for line in outcome.lines),
        asked=next((outcome.asked for outcome in reversed(outcomes) if outcome.asked), None),
        after=tuple(answer for outcome in outcomes for answer in outcome.after),
        urgent=any(outcome.urgent for outcome in outcomes),
    )


async def _perform_one(tx: Tx, visit: Visit, call: SkillCall) -> Outcome:
    skill = SKILLS.get(call.skill)
    if skill is None:
        return Outcome((_cannot(visit, call.skill),))
    logger.debug("{skill}", skill=call.skill, trace_id=visit.trace_id, stage="skill")
    try:
        return await skill.perform(tx, visit, call.slots)
    except Refused as refusal:
        return Outcome((_refused(visit, refusal),))


def _cannot(visit: Visit, skill: str) -> Line:
    if skill == "none":
        return visit.voice.line("cannot.understand")
    if skill in MOVES_MONEY:
        return visit.voice.line("cannot.pay")
    return visit.voice.line("cannot.yet", skill=skill.replace("_", " "))


def _refused(visit: Visit, refusal: Refused) -> Line:
    key = f"cannot.{refusal.reason}"
    if not visit.voice.knows(key):
        return visit.voice.line("cannot.understand")
    facts: dict[str, Fact] = {name: str(value) for name, value in refusal.facts.items()}
    return visit.voice.line(key, **facts)


async def follow_line_word(tx: Tx, visit: Visit, word: LineWord, *, is_known: bool) -> None:
    """STOP ends everything that still waits and all that would come; START brings it back.

    What the carrier's side answers itself gets no second answer; other words get one confirmation.
    """
    if word.wish == "stop":
        await tx.outbox.drop_waiting(visit.address.id, fault="the person said stop")
        await tx.people.set_state(visit.address.id, "stopped")
    elif word.wish == "start":
        await tx.people.set_state(visit.address.id, "open")
    if word.by_carrier or word.wish == "help" or not is_known:
        return
    key = "welcome.stopped" if word.wish == "stop" else "welcome.started"
    await tx.outbox.post(draft_to(visit, visit.voice.answer(key)), at=visit.now)


async def follow_tap(tx: Tx, visit: Visit, tap: Tap) -> None:
    """A button: its token is looked up, used once, and good only for its person under its own message."""
    question = await tx.questions.by_token(tap.token, visit.person_id, visit.address.id, visit.now)
    ours = question is not None and question.message_ref in (None, tap.message_ref)
    if question is None or not ours or not await tx.questions.close(question.id):
        await tx.outbox.post(_notice(visit, "question.expired", tap), at=visit.now)
        return
    await tx.outbox.post(_notice(visit, "question.taken", tap), at=visit.now)
    choice = question.asked.choices[question.position or 0]
    await post_outcome(tx, visit, await perform(tx, visit, choice.calls), replaces=tap.message_ref)


def _notice(visit: Visit, key: str, tap: Tap) -> Draft:
    return replace(draft_to(visit, visit.voice.answer(key)), kind="tap_answer", ref=tap.tap_id)


async def refuse_card(tx: Tx, visit: Visit, ref: str | None) -> None:
    """Nothing of such a message is used; where the channel can, the message itself is removed."""
    answer = draft_to(visit, visit.voice.answer("cannot.card"))
    if ref and answer.channel == "telegram":
        await tx.outbox.post(replace(answer, kind="delete", ref=ref), at=visit.now)
    await post_answer(tx, visit, answer.answer)
