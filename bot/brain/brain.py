"""The brain: the offline one at once where it is sure, else a model, and the offline one whenever that fails."""

import asyncio
from collections.abc import Awaitable
from typing import Literal

import msgspec
from loguru import logger

from bot.brain.confidence import sureness
from bot.brain.desk import Desk
from bot.brain.message import Message
from bot.brain.offline import decide
from bot.brain.online import Astray, Capped, Train
from bot.brain.permissions import holds_code
from bot.brain.recollection import recollect
from bot.brain.senses import NO_SENSES, Senses
from bot.brain.tally import Tally
from bot.domain.decision import Decision, Reader
from bot.domain.errors import PamError, Unavailable
from bot.kit.outcome import outcome_of
from bot.ports.language_model import LanguageModel

# Over everything a model is asked for one message; each call has a shorter one of its own.
PATIENCE_S = 20.0

Lane = Literal["fast", "model", "offline", "capped", "failed"]
"""fast: the offline brain was sure · model: a model decided · offline: it came to nothing of use, or there is none ·
capped: the day's or the month's share is used · failed: it did not answer as it should."""


class Thought(msgspec.Struct, frozen=True):
    """A decision, by which way it came, and the wording that tells of that way, "" for none."""

    decision: Decision
    lane: Lane
    notice: str = ""


class Brain:
    """Changes nothing and always comes to a decision. ``sure`` in percent: from there on no model is asked."""

    def __init__(self, senses: Senses = NO_SENSES, *, sure: int = 80) -> None:
        self.tally = Tally()
        self._senses = senses
        self._sure = sure / 100

    def at_once(self, text: str, reader: Reader) -> Decision:
        """What the offline brain reads; waits for nobody."""
        return decide(text, reader)

    def is_sure(self, text: str, decision: Decision, reader: Reader) -> bool:
        """Whether a decision of ``at_once`` need not wait for a model."""
        if self._senses.model is None or holds_code(text):
            return True
        return sureness(text, decision, reader) >= self._sure

    async def think(self, text: str, reader: Reader, desk: Desk | None, patience_s: float = PATIENCE_S) -> Thought:
        """May wait for the outside, so never inside a transaction; without a desk nothing may be spent."""
        offline = decide(text, reader)
        model = self._senses.model
        if model is None or desk is None:
            return Thought(offline, "offline")
        if self.is_sure(text, offline, reader):
            return Thought(offline, "fast")
        outcome = await outcome_of(self._in_time(self._ask(model, text, reader, offline, desk), patience_s))
        return Thought(offline, *_fallen(outcome)) if isinstance(outcome, Exception) else outcome

    @staticmethod
    async def _in_time(thinking: Awaitable[Thought], patience_s: float) -> Thought:
        async with asyncio.timeout(patience_s):
            return await thinking

    async def _ask(self, model: LanguageModel, text: str, reader: Reader, offline: Decision, desk: Desk) -> Thought:
        background = await desk.background()
        known = await recollect(self._senses.embedder, text, background.memories, desk)
        message = Message(text, reader, offline, background.exchanges, tuple(known))
        return Thought(await Train(message, desk, self.tally).follow(model), "model")


def _fallen(fault: Exception) -> tuple[Lane, str]:
    """By which way the offline brain came to answer, and the wording that tells of it."""
    if isinstance(fault, Capped):
        return "capped", fault.notice
    if isinstance(fault, Unavailable | TimeoutError):
        logger.info("the offline brain answers: {}", str(fault) or "the model took too long")
        return "failed", ""
    if isinstance(fault, Astray | PamError):
        logger.info("the model came to nothing of use: {}", str(fault))
    else:
        logger.opt(exception=fault).error("thinking broke, the offline brain answers")
    return "offline", ""
