"""A picture becomes a draft, a voice note words; without a model, or when it fails, the way in text is told."""

import asyncio
from datetime import date
from decimal import Decimal

import pytest

from bot.brain.brain import Thought
from bot.brain.desk import Empty, Spent
from bot.domain.attachment import Attachment
from bot.domain.decision import Question, Reader, SkillCall
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.domain.model_prices import cost_of, cost_of_sound
from bot.ports.costs import Service
from bot.ports.language_model import Usage
from bot.ports.receipt_reader import ReadReceipt
from bot.turns.listening import LONGEST_SPEECH, SIDE_BY_SIDE, InWords, Listening
from tests.bot.turns.test_taking_in import OneFile
from tests.pictures import jpeg, png
from tests.recordings import ogg
from tests.virtual_time import run_in_virtual_time

READER = Reader(date(2026, 11, 25), "10:00", "UTC", "en-US", "USD", "telegram")
RECEIPT = ReadReceipt("12.40", "USD", "Corner Shop", usage=Usage(1100, 0, 30))
PICTURE = Attachment(kind="picture", ref="p", media_type="image/jpeg", bytes=9, width=8, height=8)
VOICE = Attachment(kind="voice", ref="v", media_type="audio/ogg", bytes=9, seconds=3)


class ScriptedReader:
    """Fulfils ReceiptReader: one answer or fault; what it was shown is kept."""

    model = "gpt-4o-mini"

    def __init__(self, answer: ReadReceipt | PamError = RECEIPT) -> None:
        self._answer = answer
        self.shown: list[tuple[bytes, str]] = []

    async def read(self, picture: bytes, media_type: str) -> ReadReceipt:
        self.shown.append((picture, media_type))
        if isinstance(self._answer, PamError):
            raise self._answer
        return self._answer

    async def close(self) -> None:
        """Nothing was opened."""


class ScriptedTranscriber:
    """Fulfils Transcriber: says one thing, and counts how often; "..." takes for ever."""

    model = "whisper-1"

    def __init__(self, answer: str | PamError) -> None:
        self._answer = answer
        self.begun = 0

    async def transcribe(self, sound: bytes, media_type: str) -> str:
        self.begun += 1
        if isinstance(self._answer, PamError):
            raise self._answer
        if self._answer == "...":
            await asyncio.Event().wait()
        return self._answer

    async def close(self) -> None:
        """Nothing was opened."""


class RecordingTill:
    """Fulfils Till and Purse: notes what is held and what is settled."""

    def __init__(self, *, is_empty: bool = False) -> None:
        self._is_empty = is_empty
        self.held: list[tuple[Service, int]] = []
        self.settled: list[Spent] = []

    async def hold(self, service: Service, micro_usd: int) -> "RecordingTill | Empty":
        if self._is_empty:
            return Empty("cost.capped")
        self.held.append((service, micro_usd))
        return self

    async def settle(self, used: Spent) -> None:
        self.settled.append(used)


def sent(attachment: Attachment, text: str = "", channel: str = "telegram") -> IncomingMessage:
    sender = Address(channel, "1001")
    return IncomingMessage(source=channel, external_id="1", sender=sender, text=text, attachment=attachment)


def looking(receipt: ReadReceipt | PamError = RECEIPT, content: bytes | PamError = b"") -> Listening:
    return Listening(OneFile(content or jpeg(800, 600)), ScriptedReader(receipt))


def hearing(words: str | PamError, content: bytes | PamError = b"") -> Listening:
    return Listening(OneFile(content or ogg(3)), None, ScriptedTranscriber(words))


async def heard(listening: Listening, message: IncomingMessage, till: RecordingTill | None = None) -> Thought | InWords:
    return await listening.hear(message, READER, till or RecordingTill())


async def key_of(listening: Listening, message: IncomingMessage, till: RecordingTill | None = None) -> str:
    """What is said, where nothing came of it."""
    thought = await heard(listening, message, till)
    assert isinstance(thought, Thought)
    assert isinstance(thought.decision, Question)
    assert thought.decision.choices == ()
    return thought.decision.key


async def test_a_picture_becomes_a_draft_and_what_it_cost_is_settled() -> None:
    till = RecordingTill()
    thought = await heard(looking(), sent(PICTURE), till)
    assert isinstance(thought, Thought)
    assert isinstance(thought.decision, Question)
    assert (thought.decision.key, thought.lane) == ("receipt", "model")
    booked = SkillCall("record_expense", {"amount": Decimal("12.40"), "currency": "USD", "merchant": "Corner Shop"})
    assert thought.decision.choices[0].calls == (booked,)
    ((service, most),), cost = till.held, cost_of("gpt-4o-mini", RECEIPT.usage)
    assert (service, till.settled) == ("vision", [Spent(1, 1100, 30, cost)])
    assert cost < most


async def test_the_reader_is_shown_what_the_bytes_are_not_what_was_said_of_them() -> None:
    reader = ScriptedReader()
    await heard(Listening(OneFile(png(8, 8)), reader), sent(PICTURE))
    assert reader.shown == [(png(8, 8), "image/png")]


async def test_a_voice_note_becomes_words_that_are_asked_first() -> None:
    till = RecordingTill()
    assert await heard(hearing(" coffee\u202e 4.50\n"), sent(VOICE), till) == InWords("coffee 4.50", spoken=True)
    cost = cost_of_sound("whisper-1", 4)
    assert (till.held, till.settled) == ([("transcription", cost)], [Spent(1, 4, 0, cost)])


async def test_a_long_speech_is_cut_and_what_is_written_under_it_is_heard_too() -> None:
    words = await heard(hearing("coffee"), sent(VOICE, "4.50"))
    assert words == InWords("coffee\n4.50", spoken=True)
    words = await heard(hearing("word " * 1000), sent(VOICE))
    assert isinstance(words, InWords)
    assert len(words.words) == LONGEST_SPEECH


async def test_a_card_number_that_was_read_aloud_is_not_used() -> None:
    assert await key_of(hearing("pay 20 with 4111 1111 1111 1111"), sent(VOICE)) == "spoken_card"


NOTHING_COMES_OF_IT = {
    "no model looks": (Listening(), sent(PICTURE), "no_pictures"),
    "no model listens": (Listening(), sent(VOICE), "no_voice"),
    "a model that looks does not listen": (looking(), sent(VOICE), "no_voice"),
    "without files none looks": (Listening(None, ScriptedReader()), sent(PICTURE), "no_pictures"),
    "a picture by SMS": (looking(), sent(Attachment(kind="picture", ref="", media_type=""), "", "sms"), "only_words"),
    "a reader that fails": (looking(Unavailable("OpenAI")), sent(PICTURE), "no_pictures"),
    "a reader that refuses": (looking(Rejected("refused")), sent(PICTURE), "receipt_unclear"),
    "a transcriber that fails": (hearing(Unavailable("OpenAI")), sent(VOICE), "no_voice"),
    "a transcriber that refuses": (hearing(Rejected("refused")), sent(VOICE), "heard_nothing"),
    "nobody speaks": (hearing(" \n"), sent(VOICE), "heard_nothing"),
    "an unreadable total": (looking(ReadReceipt("?")), sent(PICTURE), "receipt_unclear"),
    "a file that is gone": (looking(content=Rejected("gone")), sent(PICTURE), "file_gone"),
    "Telegram is away": (hearing("", Unavailable("Telegram")), sent(VOICE), "no_voice"),
    "no picture": (looking(content=b"GIF89a"), sent(PICTURE), "picture_kind"),
    "no recording": (hearing("", b"RIFF"), sent(VOICE), "voice_kind"),
}


@pytest.mark.parametrize("kind", NOTHING_COMES_OF_IT)
async def test_where_nothing_comes_of_it_she_says_so(kind: str) -> None:
    listening, message, key = NOTHING_COMES_OF_IT[kind]
    assert await key_of(listening, message) == key


@pytest.mark.parametrize(
    ("attachment", "key"),
    [
        (Attachment(kind="picture", ref="p", media_type="image/heic"), "picture_kind"),
        (Attachment(kind="picture", ref="p", media_type="image/png", bytes=9_000_000), "picture_large"),
        (Attachment(kind="picture", ref="p", media_type="image/png", width=50_000, height=1), "picture_large"),
        (Attachment(kind="voice", ref="v", media_type="audio/flac"), "voice_kind"),
        (Attachment(kind="voice", ref="v", media_type="audio/ogg", seconds=121), "voice_large"),
        (Attachment(kind="voice", ref="v", media_type="audio/ogg", bytes=6_000_000), "voice_large"),
    ],
)
async def test_what_is_said_to_be_too_much_is_never_fetched(attachment: Attachment, key: str) -> None:
    files = OneFile(b"")
    listening = Listening(files, ScriptedReader(), ScriptedTranscriber(""))
    assert await key_of(listening, sent(attachment)) == key
    assert files.most_bytes == 0


async def test_at_the_cap_nobody_is_asked_and_the_cap_is_told() -> None:
    for listening, message in ((looking(), sent(PICTURE)), (hearing("coffee 4.50"), sent(VOICE))):
        thought = await heard(listening, message, RecordingTill(is_empty=True))
        assert isinstance(thought, Thought)
        assert (thought.lane, thought.notice) == ("capped", "cost.capped")


@pytest.mark.parametrize(
    ("fault", "spends"),
    [(Rejected("refused"), False), (Unavailable("x", tried=False), False), (Unavailable("x"), True)],
)
async def test_a_call_that_failed_is_settled_by_whether_it_was_sent(fault: PamError, *, spends: bool) -> None:
    for listening, message in ((looking(fault), sent(PICTURE)), (hearing(fault), sent(VOICE))):
        till = RecordingTill()
        await heard(listening, message, till)
        ((_, most),), (used,) = till.held, till.settled
        assert used.micro_usd == (most if spends else 0)


async def test_a_caption_that_books_by_itself_is_offered_and_nobody_looks() -> None:
    till = RecordingTill()
    thought = await heard(looking(), sent(PICTURE, "lunch 12"), till)
    assert isinstance(thought, Thought)
    assert isinstance(thought.decision, Question)
    assert (thought.decision.key, till.held) == ("written_book", [])


@pytest.mark.parametrize("text", ["undo", "how much did I spend?", "lunch 1.234"])
async def test_a_caption_that_asks_for_something_else_is_words(text: str) -> None:
    assert await heard(looking(), sent(PICTURE, text)) == InWords(text)


async def test_where_nobody_can_look_the_words_under_it_count() -> None:
    assert await heard(Listening(), sent(PICTURE, "lunch 12")) == InWords("lunch 12")
    assert await key_of(Listening(), sent(PICTURE, "lunch")) == "no_pictures"


def test_what_takes_for_ever_is_given_up_on() -> None:
    assert run_in_virtual_time(key_of(hearing("..."), sent(VOICE))) == "no_voice"


def test_a_few_at_a_time_are_taken_in_and_the_rest_is_told_in_time() -> None:
    transcriber = ScriptedTranscriber("...")
    listening = Listening(OneFile(ogg(3)), None, transcriber)

    async def ten() -> list[str]:
        return await asyncio.gather(*[key_of(listening, sent(VOICE)) for _ in range(10)])

    assert run_in_virtual_time(ten()) == ["no_voice"] * 10
    assert transcriber.begun == SIDE_BY_SIDE
