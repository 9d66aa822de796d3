"""Posting what is to be said: the answer with its question, then what follows it, under the day's cap."""

import secrets

import msgspec

from bot.domain.answer import Answer, Button
from bot.domain.decision import Choice
from bot.domain.visit import Visit
from bot.ports.outbox import Draft
from bot.ports.store import Tx
from bot.services.governing import count_sms
from bot.services.unasked.capped import capped_rule
from bot.services.unasked.planning import put
from bot.skills.skill import Outcome

TOKEN_BYTES = 16


async def post_outcome(tx: Tx, visit: Visit, outcome: Outcome, *, replaces: str | None = None) -> bool:
    """``replaces`` is the channel's id of the message whose place the answer takes; False where it may not be sent."""
    posted = await _post_answer(tx, visit, outcome, replaces) if outcome.lines else False
    for alert in outcome.after:
        await post_answer(tx, visit, alert)
    return posted


async def _post_answer(tx: Tx, visit: Visit, outcome: Outcome, replaces: str | None) -> bool:
    asked, offers = outcome.asked, _shown(visit, outcome)
    buttons, tokens = _buttons(visit, asked.choices if asked else offers)
    answer = Answer(
        lines=outcome.lines,
        buttons=buttons,
        how_to_choose=_how_to_choose(visit, len(buttons)),
        chart=outcome.chart if _shows_more(visit) else None,
    )
    draft = draft_to(visit, answer)
    if replaces:
        draft = msgspec.structs.replace(draft, kind="edit", ref=replaces)
    if not await _may_send(tx, visit, answer, urgent=outcome.urgent):
        return False
    letter_id = await tx.outbox.post(draft, at=visit.now)
    if asked:
        question_id = await tx.questions.ask(visit.person_id, visit.address.id, letter_id, asked, at=visit.now)
        await tx.questions.give_tokens(question_id, tokens)
        return True
    for offer, token in zip(offers, tokens, strict=True):
        await tx.offers.make(letter_id, offer, token, at=visit.now)
    return True


def _shown(visit: Visit, outcome: Outcome) -> tuple[Choice, ...]:
    """The offers that are shown: beside a question they would be one more answer to it, by SMS they would cost."""
    return outcome.offers if _shows_more(visit) and outcome.asked is None else ()


def _shows_more(visit: Visit) -> bool:
    """Whether there are buttons and pictures where the visit came from."""
    return visit.address.address.channel == "telegram"


async def post_answer(tx: Tx, visit: Visit, answer: Answer) -> bool:
    """False where it may not be sent."""
    if not await _may_send(tx, visit, answer, urgent=False):
        return False
    await tx.outbox.post(draft_to(visit, answer), at=visit.now)
    return True


def draft_to(visit: Visit, answer: Answer) -> Draft:
    """A letter to where the visit came from."""
    return Draft(
        address_id=visit.address.id,
        channel=visit.address.address.channel,
        answer=answer,
        message_id=visit.message_id,
        alert_id=visit.alert_id,
        trace_id=visit.trace_id,
    )


def _buttons(visit: Visit, choices: tuple[Choice, ...]) -> tuple[tuple[Button, ...], tuple[str, ...]]:
    """By SMS a choice is a number and needs no token."""
    if visit.address.address.channel == "sms":
        return tuple(Button(choice.label, "") for choice in choices), ()
    tokens = tuple(secrets.token_urlsafe(TOKEN_BYTES) for _ in choices)
    buttons = tuple(Button(choice.label, token) for choice, token in zip(choices, tokens, strict=True))
    return buttons, tokens


def _how_to_choose(visit: Visit, choices: int) -> str:
    """Said where there are no buttons."""
    if visit.address.address.channel != "sms" or not choices:
        return ""
    return (
        visit.voice.text("question.reply_range", last=choices)
        if choices > 1
        else visit.voice.text("question.reply_one")
    )


async def _may_send(tx: Tx, visit: Visit, answer: Answer, *, urgent: bool) -> bool:
    """Nobody who said stop is written to; at the day's SMS cap one notice goes out instead, then nothing."""
    if visit.address.state == "stopped":
        return False
    if visit.address.address.channel != "sms":
        return True
    cap = None if urgent else visit.house.daily_sms or None
    sent = await count_sms(tx, visit, answer, cap)
    if cap is None:
        return True
    if sent == cap:
        notice = visit.voice.answer("cannot.sms_cap")
        await count_sms(tx, visit, notice, None)
        await tx.outbox.post(draft_to(visit, notice), at=visit.now)
        await put(tx, visit, *capped_rule(visit))
    return sent < cap
