"""The brain: the offline one at once where it is sure, else a model, and the offline one whenever that fails."""

import asyncio
from typing import Literal

import msgspec
from loguru import logger

from bot.brain.confidence import sureness
from bot.brain.desk import Desk
from bot.brain.offline import decide
from bot.brain.online import Astray, Capped, Message, Train
from bot.brain.permissions import holds_code
from bot.brain.recollection import recollect
from bot.brain.senses import NO_SENSES, Senses
from bot.brain.tally import Tally
from bot.domain.decision import Decision, Reader
from bot.domain.errors import Rejected, Unavailable
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
        if self._senses.model is None or holds_code(decision):
            return True
        return sureness(text, decision, reader) >= self._sure

    async def think(self, text: str, reader: Reader, desk: Desk | None) -> Thought:
        """May wait for the outside, so never inside a transaction; without a desk nothing may be spent."""
        offline = decide(text, reader)
        model = self._senses.model
        if model is None or desk is None:
            return Thought(offline, "offline")
        if self.is_sure(text, offline, reader):
            return Thought(offline, "fast")
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await self._ask(model, text, reader, offline, desk)
        except Astray as astray:
            logger.info("the model came to nothing of use: {}", astray.why)
            return Thought(offline, "offline" if astray.why == "no_answer" else "failed")
        except Capped as capped:
            return Thought(offline, "capped", capped.notice)
        except (Unavailable, Rejected, TimeoutError) as fault:
            logger.info("the offline brain answers: {}", str(fault) or "the model took too long")
            return Thought(offline, "failed")

    async def _ask(self, model: LanguageModel, text: str, reader: Reader, offline: Decision, desk: Desk) -> Thought:
        background = await desk.background()
        known = await recollect(self._senses.embedder, text, background.memories, desk)
        message = Message(text, reader, offline, background.exchanges, tuple(known))
        return Thought(await Train(message, desk, self.tally).follow(model), "model")
