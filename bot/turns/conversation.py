"""Acting on a message inside its transaction: skills are performed, the answer is posted."""

from loguru import logger
from msgspec.structs import replace

from bot.domain.answer import Line, say
from bot.domain.decision import Calls, Choice, Decision, Phrased, Question, SkillCall
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
from bot.turns.one_question import asks_first, together
from bot.turns.replying import draft_to, post_answer, post_outcome

# Said in words of their own; any other skill without code behind it is named.
MOVES_MONEY = frozenset({"pay", "refund", "subscribe", "cancel_subscription", "subscription_status"})
# Said in between, they change nothing: what was asked before still waits for its answer.
ASIDES = frozenset(
    {"none", "help", "greet", "thanks", "spending_query", "list_transactions", "balance", "forecast", "budget_status"}
    | {"goal_status", "list_reminders", "subscription_status", "explain_alert", "recall_memories"}
    | {"tell_cost"}
)
BOOKINGS = frozenset({"record_expense", "record_income", "record_transfer"})
# One message, so many things: a wall of text cannot hold the books open.
MOST_CALLS = 20


async def follow_decision(tx: Tx, visit: Visit, decision: Decision, besides: tuple[Line, ...] = ()) -> None:
    """What the brain decided: calls are performed together, a question is asked, nothing understood is said.

    ``besides`` is said with it.
    """
    if isinstance(decision, Calls):
        outcome = await perform(tx, visit, decision.calls)
    elif isinstance(decision, Question):
        outcome = await _booked_and_asked(tx, visit, decision)
    else:
        outcome = await _phrased(tx, visit, decision)
    await post_outcome(tx, visit, replace(outcome, lines=(*outcome.lines, *besides)) if besides else outcome)


def moves_on(decision: Decision) -> bool:
    """Whether a message does something new, or makes PAM ask: an older question is closed then."""
    return isinstance(decision, Question) or not all(_is_aside(call) for call in decision.calls)


async def _phrased(tx: Tx, visit: Visit, phrased: Phrased) -> Outcome:
    """The model's words, for as long as the books say what they said when it phrased them; else the books' own."""
    outcome = await perform(tx, visit, phrased.calls)
    if tuple(_plain(line) for line in outcome.lines) != phrased.lines:
        return outcome
    said = say(phrased.text).lines
    return replace(outcome, lines=(*said, *outcome.lines) if phrased.with_lines else said)


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)


def _is_aside(call: SkillCall) -> bool:
    """A correction is of what was asked about: it still needs its answer, unless it is gone."""
    corrects = call.skill == "edit_transaction" and call.slots.get("action") != "delete"
    asks_who_owes = call.skill == "split_expense" and bool(call.slots.get("owed"))
    return corrects or asks_who_owes or call.skill in ASIDES


async def _booked_and_asked(tx: Tx, visit: Visit, question: Question) -> Outcome:
    """What is booked whichever way the question is answered is booked at once; only the rest waits."""
    first = question.choices[0].calls if question.choices else ()
    sure = tuple(
        call for call in first if call.skill in BOOKINGS and all(call in choice.calls for choice in question.choices)
    )
    open_choices = tuple(
        Choice(choice.label, tuple(call for call in choice.calls if call not in sure)) for choice in question.choices
    )
    if not sure or not all(choice.calls for choice in open_choices):
        return ask(visit, question)
    done, asked = await perform(tx, visit, sure), ask(visit, replace(question, choices=open_choices))
    if done.asked is None or asked.asked is None:
        return replace(done, lines=(*done.lines, *asked.lines), asked=asked.asked)
    first = asks_first(asked.asked, (*done.asked.missing, *done.asked.then))
    return replace(done, lines=(*done.waiting, *asked.lines), asked=first)


def ask(visit: Visit, question: Question) -> Outcome:
    key = f"question.{question.key}"
    facts: dict[str, Fact] = dict(question.facts)
    line = visit.voice.line(key if visit.voice.knows(key) else "question.amount_unclear", **facts)
    choices = tuple(replace(choice, label=_label(visit, choice.label)) for choice in question.choices)
    return Outcome((line,), Asked(choices=choices) if choices else None)


def _label(visit: Visit, label: str) -> str:
    """A choice called as the person would, or by a wording of PAM's."""
    return visit.voice.text(label) if visit.voice.knows(label) else label


async def perform(tx: Tx, visit: Visit, calls: tuple[SkillCall, ...]) -> Outcome:
    """Each call in turn; what is refused is said and does not stop the others."""
    return together([(call, await _perform_one(tx, visit, call)) for call in calls[:MOST_CALLS]])


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
    named = visit.voice.text(f"skill.{skill}") if visit.voice.knows(f"skill.{skill}") else skill.replace("_", " ")
    return visit.voice.line("cannot.yet", skill=named)


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
    calls = await _chosen(tx, visit, tap) or await tx.offers.take(tap, visit.address.id, visit.now)
    if calls is None:
        await tx.outbox.post(_notice(visit, "question.expired", tap), at=visit.now)
        return
    await tx.outbox.post(_notice(visit, "question.taken", tap), at=visit.now)
    outcome = await perform(tx, visit, calls)
    # Words cannot turn into a picture: it comes below them.
    await post_outcome(tx, visit, outcome, replaces=None if outcome.chart else tap.message_ref)


async def _chosen(tx: Tx, visit: Visit, tap: Tap) -> tuple[SkillCall, ...] | None:
    """The choice of an open question that a button stands for; the question is answered by it."""
    question = await tx.questions.by_token(tap.token, visit.person_id, visit.address.id, visit.now)
    if question is None or question.message_ref not in (None, tap.message_ref):
        return None
    closed = await tx.questions.close(question.id)
    return question.asked.choices[question.position or 0].calls if closed else None


def _notice(visit: Visit, key: str, tap: Tap) -> Draft:
    return replace(draft_to(visit, visit.voice.answer(key)), kind="tap_answer", ref=tap.tap_id)


async def refuse_card(tx: Tx, visit: Visit, ref: str | None) -> None:
    """Nothing of such a message is used; where the channel can, the message itself is removed."""
    answer = draft_to(visit, visit.voice.answer("cannot.card"))
    if ref and answer.channel == "telegram":
        await tx.outbox.post(replace(answer, kind="delete", ref=ref), at=visit.now)
    await post_answer(tx, visit, answer.answer)
