"""A picture or a voice note of a person's becomes a draft to say yes to, or words to think about.

It waits for the outside, so never inside a transaction, and changes nothing.
"""

import asyncio
from collections.abc import Awaitable
from typing import Protocol, TypeVar

import msgspec

from bot.brain.asked_first import asked_first
from bot.brain.brain import Thought
from bot.brain.captions import read_caption
from bot.brain.desk import Empty, Purse, Spent
from bot.brain.receipts import draft_of
from bot.domain.attachment import Attachment
from bot.domain.decision import Decision, Question, Reader
from bot.domain.errors import Rejected, Unavailable
from bot.domain.messages import IncomingMessage
from bot.domain.model_prices import CHARACTERS_OF_A_TOKEN, cost_of, cost_of_sound, most_it_can_cost
from bot.kit.payment_cards import mask_cards
from bot.kit.plain_text import plain_text
from bot.ports.costs import Service
from bot.ports.files import Files
from bot.ports.receipt_reader import ReceiptReader
from bot.ports.transcriber import Transcriber
from bot.turns.taking_in import take_in

# Out of the 20 s of a turn: what was heard has to be thought about as well.
DEADLINE_S = 15.0
# A picture and the request that carries it are 30 MB at most: four of them stay far below what a process has.
SIDE_BY_SIDE = 4
LONGEST_SPEECH = 1000
# The most that a model makes of one picture: gpt-4o-mini counts 2,833 and 5,667 for each of eight tiles.
TOKENS_OF_A_PICTURE = 50_000
TOKENS_OF_A_READING = 300

Result = TypeVar("Result")


class Till(Protocol):
    """Where money is put aside before a call; what is never settled counts as spent."""

    async def hold(self, service: Service, micro_usd: int) -> Purse | Empty: ...


class InWords(msgspec.Struct, frozen=True):
    """Words to think about as if they had been written; what ``spoken`` ones change is ``asked_first``."""

    words: str
    spoken: bool = False


class Listening:
    """``receipts`` and ``transcriber`` are None where no model looks or listens; without ``files`` none can."""

    def __init__(
        self,
        files: Files | None = None,
        receipts: ReceiptReader | None = None,
        transcriber: Transcriber | None = None,
        *,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._files = files
        self._receipts = receipts if files else None
        self._transcriber = transcriber if files else None
        self._deadline_s = deadline_s
        self._places = asyncio.Semaphore(SIDE_BY_SIDE)

    def at_once(self, message: IncomingMessage, reader: Reader) -> Decision | InWords | None:
        """What needs no look at the attachment; None where it has to be taken in."""
        caption = read_caption(message.text, reader)
        fault = self._fault(message.attachment)
        if fault is not None:
            return InWords(message.text) if caption.says else Question(fault)
        if caption.says is None or self._is_voice(message):
            return None
        return asked_first(caption.says, message.text, "written") if caption.is_booking else InWords(message.text)

    async def hear(self, message: IncomingMessage, reader: Reader, till: Till) -> Thought | InWords:
        """A decision, or words to think about. Whatever goes wrong, the person is told how to say it in text."""
        decided = self.at_once(message, reader)
        if decided is not None:
            return decided if isinstance(decided, InWords) else Thought(decided, "fast")
        is_voice = self._is_voice(message)
        try:
            async with asyncio.timeout(self._deadline_s), self._places:
                return await (self._listen(message, till) if is_voice else self._look(message, reader, till))
        except (Unavailable, TimeoutError):
            return Thought(Question("no_voice" if is_voice else "no_pictures"), "offline")

    @staticmethod
    def _is_voice(message: IncomingMessage) -> bool:
        return message.attachment is not None and message.attachment.kind == "voice"

    def _fault(self, attachment: Attachment | None) -> str | None:
        """A wording key, where there is no use in fetching it."""
        if attachment is None or not attachment.ref:
            return "only_words"
        if attachment.kind == "picture" and self._receipts is None:
            return "no_pictures"
        if attachment.kind == "voice" and self._transcriber is None:
            return "no_voice"
        return attachment.fault

    async def _look(self, message: IncomingMessage, reader: Reader, till: Till) -> Thought:
        assert self._files, "else there was a fault"
        assert self._receipts, "the same"
        assert message.attachment, "the same"
        picture = await take_in(self._files, message.sender.channel, message.attachment)
        if isinstance(picture, str):
            return Thought(Question(picture), "offline")
        model = self._receipts.model
        most = most_it_can_cost(model, TOKENS_OF_A_PICTURE * CHARACTERS_OF_A_TOKEN, TOKENS_OF_A_READING)
        purse = await till.hold("vision", most)
        if isinstance(purse, Empty):
            return Thought(Question("no_pictures"), "capped", purse.notice)
        try:
            reading = self._receipts.read(picture.content, picture.media_type)
            read = await _paid(reading, purse, Spent(1, TOKENS_OF_A_PICTURE, 0, most))
        except Rejected:
            return Thought(Question("receipt_unclear"), "model")
        used = read.usage
        await purse.settle(Spent(1, used.tokens_in, used.tokens_out, cost_of(model, used)))
        return Thought(draft_of(read, read_caption(message.text, reader), reader), "model")

    async def _listen(self, message: IncomingMessage, till: Till) -> Thought | InWords:
        assert self._files, "else there was a fault"
        assert self._transcriber, "the same"
        assert message.attachment, "the same"
        sound = await take_in(self._files, message.sender.channel, message.attachment)
        if isinstance(sound, str):
            return Thought(Question(sound), "offline")
        spent = Spent(1, sound.seconds, 0, cost_of_sound(self._transcriber.model, sound.seconds))
        purse = await till.hold("transcription", spent.micro_usd)
        if isinstance(purse, Empty):
            return Thought(Question("no_voice"), "capped", purse.notice)
        try:
            words = await _paid(self._transcriber.transcribe(sound.content, sound.media_type), purse, spent)
        except Rejected:
            return Thought(Question("heard_nothing"), "model")
        await purse.settle(spent)
        return _in_words(words, message.text)


async def _paid(call: Awaitable[Result], purse: Purse, most: Spent) -> Result:
    """Settles a call that failed: what was sent and never answered may be on the bill all the same."""
    try:
        return await call
    except Rejected:
        await purse.settle(Spent())
        raise
    except Unavailable as fault:
        await purse.settle(most if fault.tried else Spent())
        raise


def _in_words(said: str, caption: str) -> Thought | InWords:
    """What was said, then what was written under it. A card number that was read aloud is kept nowhere."""
    text, card_masked = mask_cards(plain_text(f"{said}\n{caption}").strip())
    if card_masked:
        return Thought(Question("spoken_card"), "model")
    return InWords(text[:LONGEST_SPEECH], spoken=True) if text else Thought(Question("heard_nothing"), "model")
