"""The doors out to OpenAI against the pretend one: both wires, and every way in which it can go wrong."""

import contextlib
from collections.abc import AsyncGenerator, Callable

import pytest

from adapters.guard import KeyRefused
from adapters.openai_embedder import OpenAiEmbedder
from adapters.openai_model import OpenAiModel
from adapters.openai_receipt_reader import OpenAiReceiptReader
from adapters.openai_transcriber import OpenAiTranscriber
from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.faults import Stumbled
from adapters.sandbox.faults import Fault
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.openai_asked import Play, ToolUse
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock
from bot.domain.errors import PamError, Unavailable
from bot.ports.language_model import Found, Hear, Prompt, Said, Tool, Wanted
from tests.adapters.openai_answers import Wire

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"category": {"type": ["string", "null"]}},
    "required": ["category"],
    "additionalProperties": False,
}
PROMPT = Prompt(
    system="You are PAM.",
    entries=(Said("user", "and food?"),),
    tools=(Tool("spending_query", "Tells what was spent.", SCHEMA),),
)
WORDS = "You spent $5.00 on food."


@contextlib.asynccontextmanager
async def street_and_account(wire: Wire) -> AsyncGenerator[tuple[Street, OpenAiAccount]]:
    keys = sandbox_keys()
    street = Street(keys, SystemClock().now)
    async with street.serve() as url:
        yield (
            street,
            OpenAiAccount(
                keys.openai_key,
                f"{url}/v1",
                wire,
                model="gpt-5-mini",
                embedding_model="text-embedding-3-small",
                vision_model="gpt-5-mini",
                transcription_model="gpt-4o-mini-transcribe",
            ),
        )


@contextlib.asynccontextmanager
async def street_and_model(wire: Wire, deadline_s: float = 1.0) -> AsyncGenerator[tuple[Street, OpenAiModel]]:
    async with street_and_account(wire) as (street, account):
        model = OpenAiModel(account, deadline_s)
        await model.warm_up()
        try:
            yield street, model
        finally:
            await model.close()


def heard_by(pieces: list[str], *, streamed: bool) -> Hear | None:
    return pieces.append if streamed else None


@pytest.mark.parametrize("wire", ["chat", "responses"])
@pytest.mark.parametrize("streamed", [False, True])
async def test_a_call_is_asked_for_and_what_it_came_to_is_phrased(wire: Wire, streamed: bool) -> None:  # noqa: FBT001
    pieces: list[str] = []
    async with street_and_model(wire) as (street, model):
        street.openai.follow(
            lambda asked: (
                Play(text=WORDS) if asked.results else Play(calls=(ToolUse("spending_query", {"category": "food"}),))
            )
        )
        asks = await model.respond(PROMPT, heard_by(pieces, streamed=streamed))
        (call,) = asks.calls
        entries = (*PROMPT.entries, Wanted(asks.calls), Found(call.id, "Food: $5.00"))
        reply = await model.respond(
            Prompt(system=PROMPT.system, entries=entries, tools=PROMPT.tools), heard_by(pieces, streamed=streamed)
        )

    assert (call.name, call.arguments) == ("spending_query", '{"category":"food"}')
    assert (reply.text, reply.calls) == (WORDS, ())
    assert reply.usage.tokens_in > asks.usage.tokens_in > 0
    assert street.openai.asked[1].results == ("Food: $5.00",)
    if streamed:
        assert pieces[-1] == WORDS
        assert len(pieces) > 1


FAULTS: list[tuple[Fault, type[PamError]]] = [
    (Fault("hang"), Unavailable),
    (Fault("drip", seconds=0.05), Unavailable),
    (Fault("cut"), Unavailable),
    (Fault("clean_end"), Unavailable),
    (Fault("html"), Unavailable),
    (Fault("empty"), Unavailable),
    (Fault("length"), Unavailable),
    (Fault("hundred"), Unavailable),
    (Fault("down"), Stumbled),
    (Fault("error", status=503), Stumbled),
    (Fault("limit", retry_after_s=100), Unavailable),
    (Fault("quota"), KeyRefused),
    (Fault("key"), KeyRefused),
    (Fault("forbidden"), KeyRefused),
]


@pytest.mark.parametrize("wire", ["chat", "responses"])
@pytest.mark.parametrize(("fault", "kind"), FAULTS, ids=lambda value: value.mode if isinstance(value, Fault) else "")
async def test_a_model_gone_wrong_gives_no_answer(wire: Wire, fault: Fault, kind: type[PamError]) -> None:
    hears: tuple[Callable[[str], None] | None, ...] = (None, lambda _: None)
    for hear in hears:
        # Nobody waits for what would never come; of all else the answer is awaited.
        deadline_s = 0.1 if fault.mode in {"hang", "drip"} else 1.0
        async with street_and_model(wire, deadline_s) as (street, model):
            street.openai.follow(lambda _: Play(text=WORDS))
            street.faults.add("OpenAI", fault)
            with pytest.raises(kind):
                await model.respond(PROMPT, hear)


@pytest.mark.parametrize("wire", ["chat", "responses"])
async def test_misshapen_calls_are_handed_over_as_they_are(wire: Wire) -> None:
    async with street_and_model(wire) as (street, model):
        street.openai.follow(lambda _: Play(calls=(ToolUse("spending_query", {"category": "food"}),)))
        street.faults.add("OpenAI", Fault("bad_json"))
        cut = await model.respond(PROMPT, lambda _: None)

    assert '{"category":"food"}'.startswith(cut.calls[0].arguments)


@pytest.mark.parametrize("wire", ["chat", "responses"])
async def test_a_receipt_a_voice_note_and_two_texts(wire: Wire) -> None:
    async with street_and_account(wire) as (_, account):
        reader, transcriber, embedder = (
            OpenAiReceiptReader(account),
            OpenAiTranscriber(account),
            OpenAiEmbedder(account),
        )
        read = await reader.read(b"\xff\xd8\xff pixels", "image/jpeg")
        words = await transcriber.transcribe(b"OggS sound", "audio/ogg")
        embedded = await embedder.embed(("tea and cake", "rent"))
        for each in (reader, transcriber, embedder):
            await each.close()

    assert (read.total, read.currency, read.merchant) == ("12.40", "USD", "Corner Shop")
    assert words == "coffee 4.50"
    assert len(embedded.vectors) == 2
    assert embedded.tokens > 0
