"""Prose is heard while it comes, once for all that came together."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator

import pytest

from adapters.openai_model import OpenAiModel
from adapters.openai_wire.account import OpenAiAccount
from bot.ports.language_model import Prompt, Said
from tests.adapters.openai_answers import (
    KEY,
    Wire,
    chat_stream,
    in_chunks,
    message_item,
    model_at,
    response,
    responses_stream,
    spoken,
)
from tests.adapters.scripted_vendor import Answer

PROMPT = Prompt(system="You are PAM.", entries=(Said("user", "hi"),))


def streamed(wire: Wire, *words: str) -> Answer:
    if wire == "chat":
        return chat_stream(*spoken(*words))
    return responses_stream(*words, end=response(message_item("".join(words))))


@contextlib.asynccontextmanager
async def answering_once(begin: bytes, then: asyncio.Event, end: bytes) -> AsyncGenerator[str]:
    is_over = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(begin)
        await then.wait()
        writer.write(end)
        writer.close()
        await writer.wait_closed()
        is_over.set()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    finally:
        server.close()
        await is_over.wait()


@pytest.mark.parametrize("wire", ["chat", "responses"])
async def test_prose_is_heard_while_it_comes(wire: Wire) -> None:
    heard: list[str] = []
    is_heard = asyncio.Event()

    def hear(so_far: str) -> None:
        heard.append(so_far)
        is_heard.set()

    whole = streamed(wire, "You ", "spent 5.").encoded()
    middle = whole.index(b"spent")
    async with asyncio.timeout(5), answering_once(whole[:middle], is_heard, whole[middle:]) as url:
        model = OpenAiModel(OpenAiAccount(KEY, url, wire, "pam-1"))
        reply = await model.respond(PROMPT, hear)
        await model.close()

    assert heard == ["You ", "You spent 5."]
    assert reply.text == "You spent 5."


@pytest.mark.parametrize("wire", ["chat", "responses"])
async def test_words_that_come_at_once_are_heard_at_once(wire: Wire) -> None:
    words, heard = ["word "] * 50, list[str]()
    async with model_at(in_chunks(streamed(wire, *words)), wire=wire) as (model, vendor):
        for _ in range(2):
            await model.respond(PROMPT, heard.append)

    assert heard == ["".join(words)] * 2
    assert vendor.connections == 1
