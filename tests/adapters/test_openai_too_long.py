"""Whoever sends more than an answer to a chat holds nobody up with it: it is none, and not asked for again."""

import gzip

import msgspec
import pytest

from adapters.openai_wire.shapes import LONGEST_PROSE, MOST_CALLS
from bot.domain.errors import Unavailable
from bot.ports.language_model import Prompt, Said, ToolCall
from tests.adapters.openai_answers import (
    JSON,
    Wire,
    call_item,
    chat,
    chat_calls,
    chat_stream,
    delta,
    events,
    message_item,
    model_at,
    response,
    responses,
    responses_stream,
    spoken,
)
from tests.adapters.scripted_vendor import Answer

PROMPT = Prompt(system="You are PAM.", entries=(Said("user", "hi"),))
PROSE = "x" * LONGEST_PROSE
CALLS = [(f"call_{number}", "balance", "{}") for number in range(MOST_CALLS)]
TOO_MANY = [*CALLS, ("call_x", "balance", "{}")]
HI = response(message_item("hi"))
# A server's own field, which nobody reads.
PADDING = "x" * 2**20
LONG_ANSWERS: list[tuple[Wire, Answer, Answer]] = [
    ("chat", chat(PROSE + "x"), chat_stream(*spoken(PROSE, "x"))),
    ("responses", responses(message_item(PROSE + "x")), responses_stream(PROSE, "x", end=HI)),
    (
        "chat",
        chat(message={"content": "hi", "reasoning": PADDING}),
        chat_stream(*spoken("hi"), delta(reasoning=PADDING[::2]), delta(reasoning=PADDING[::2])),
    ),
    (
        "responses",
        responses(message_item("hi"), reasoning=PADDING),
        events([{"type": "other", "reasoning": PADDING}, {"type": "response.completed", "response": HI}]),
    ),
]


def called(wire: Wire, calls: list[tuple[str, str, str]]) -> tuple[Answer, Answer, Answer]:
    """As one body, as a stream of a part for each, and as a stream with all in one part."""
    if wire == "responses":
        items = [call_item(call) for call in calls]
        stream = responses_stream(end=response(*items))
        return responses(*items), stream, stream
    parts = [
        {"index": index, "id": key, "type": "function", "function": {"name": name, "arguments": arguments}}
        for index, (key, name, arguments) in enumerate(calls)
    ]
    each_alone = chat_stream(*[delta(tool_calls=[part]) for part in parts], end="tool_calls")
    return chat_calls(*calls), each_alone, chat_stream(delta(tool_calls=parts), end="tool_calls")


@pytest.mark.parametrize(("wire", "plain", "streamed"), LONG_ANSWERS)
async def test_an_answer_that_is_too_long_is_none_and_not_asked_for_again(
    wire: Wire, plain: Answer, streamed: Answer
) -> None:
    async with model_at(plain, streamed, wire=wire, deadline_s=5) as (model, vendor):
        for hear in (None, lambda _: None):
            with pytest.raises(Unavailable, match="too long"):
                await model.respond(PROMPT, hear)

    assert len(vendor.asked) == 2


async def test_the_longest_answer_is_one() -> None:
    async with model_at(chat(PROSE), chat_stream(*spoken(PROSE))) as (model, _):
        for hear in (None, lambda _: None):
            assert (await model.respond(PROMPT, hear)).text == PROSE


@pytest.mark.parametrize("wire", ["chat", "responses"])
async def test_an_answer_has_so_many_calls_and_no_more(wire: Wire) -> None:
    wanted = tuple(ToolCall(*call) for call in CALLS)
    async with model_at(*called(wire, CALLS), *called(wire, TOO_MANY), wire=wire) as (model, _):
        for hear in (None, lambda _: None, lambda _: None):
            assert (await model.respond(PROMPT, hear)).calls == wanted
        for hear in (None, lambda _: None, lambda _: None):
            with pytest.raises(Unavailable, match="too long"):
                await model.respond(PROMPT, hear)


async def test_nothing_is_unpacked() -> None:
    """A thousandth of a long answer may be all of it, packed."""
    body = gzip.compress(msgspec.json.encode(chat().content))
    async with model_at(Answer(200, body, JSON | {"Content-Encoding": "gzip"})) as (model, vendor):
        with pytest.raises(Unavailable, match="cannot be read"):
            await model.respond(PROMPT)

    assert vendor.asked[0].headers["accept-encoding"] == "identity"
