"""A prompt becomes a request of either wire, and only a whole answer becomes a reply."""

import logging
import subprocess
import sys

import pytest
from msgspec.structs import replace

from adapters.openai_wire.account import ROOM_FOR_THOUGHTS, OpenAiAccount
from adapters.openai_wire.wires import wire_of
from bot.domain.errors import Rejected
from bot.ports.language_model import Found, Prompt, Reply, Said, Tool, ToolCall, Usage, Wanted
from tests.adapters.openai_answers import (
    CALL,
    KEY,
    Wire,
    call_item,
    chat,
    chat_calls,
    chat_stream,
    delta,
    message_item,
    model_at,
    response,
    responses,
    responses_stream,
    spoken,
)
from tests.adapters.scripted_vendor import Answer

SCHEMA: dict[str, object] = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
PROMPT = Prompt(
    system="You are PAM.",
    entries=(
        Said("user", "and food?"),
        Wanted((ToolCall("call_1", "balance", "{}"), ToolCall("call_2", "balance", "half a {"))),
        Found("call_1", "5.00"),
    ),
    tools=(Tool("balance", "Tells the balance.", SCHEMA),),
    most_tokens=300,
)
PLAIN = Prompt(system="You are PAM.", entries=(Said("user", "hi"),))
USAGE = Usage(90, 64, 7)


async def test_a_prompt_on_the_chat_wire() -> None:
    async with model_at(chat()) as (model, vendor):
        await model.respond(PROMPT)

    (asked,) = vendor.asked
    assert (asked.method, asked.target) == ("POST", "/v1/chat/completions")
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert "openai-organization" not in asked.headers
    # Servers that read past calls refuse half a {.
    calls = [
        {"id": "call_1", "type": "function", "function": {"name": "balance", "arguments": "{}"}},
        {"id": "call_2", "type": "function", "function": {"name": "balance", "arguments": "{}"}},
    ]
    function = {"name": "balance", "description": "Tells the balance.", "parameters": SCHEMA, "strict": True}
    assert asked.fields == {
        "model": "pam-1",
        "max_tokens": 300,
        "messages": [
            {"role": "system", "content": "You are PAM."},
            {"role": "user", "content": "and food?"},
            {"role": "assistant", "content": None, "tool_calls": calls},
            {"role": "tool", "tool_call_id": "call_1", "content": "5.00"},
        ],
        "tools": [{"type": "function", "function": function}],
    }


async def test_a_prompt_on_the_responses_wire() -> None:
    async with model_at(responses(message_item("hi")), wire="responses") as (model, vendor):
        await model.respond(PROMPT)

    (asked,) = vendor.asked
    assert asked.target == "/v1/responses"
    assert asked.fields == {
        "model": "pam-1",
        "store": False,
        "max_output_tokens": 300,
        "instructions": "You are PAM.",
        "input": [
            {"type": "message", "role": "user", "content": "and food?"},
            {"type": "function_call", "call_id": "call_1", "name": "balance", "arguments": "{}"},
            {"type": "function_call", "call_id": "call_2", "name": "balance", "arguments": "half a {"},
            {"type": "function_call_output", "call_id": "call_1", "output": "5.00"},
        ],
        "tools": [
            {
                "type": "function",
                "name": "balance",
                "description": "Tells the balance.",
                "parameters": SCHEMA,
                "strict": True,
            }
        ],
    }


@pytest.mark.parametrize("wire", ["chat", "responses"])
def test_each_prompt_offers_its_own_tools(wire: Wire) -> None:
    asked = wire_of(OpenAiAccount(KEY, wire=wire))
    other = replace(PROMPT, tools=(Tool("undo", "Takes back.", SCHEMA),))
    bodies = [asked.ask(prompt, stream=False) for prompt in (PROMPT, PROMPT, other, PLAIN)]

    assert [b"Tells the balance." in body for body in bodies] == [True, True, False, False]
    assert [b"Takes back." in body for body in bodies] == [False, False, True, False]
    assert b'"tools"' not in bodies[3]


@pytest.mark.parametrize(
    ("model", "base_url", "name", "limit"),
    [
        ("gpt-5-mini", "https://api.openai.com/v1", "max_completion_tokens", 700 + ROOM_FOR_THOUGHTS),
        ("gpt-5-mini", "http://127.0.0.1:1/v1", "max_completion_tokens", 700 + ROOM_FOR_THOUGHTS),
        ("o4-mini", "http://127.0.0.1:1/v1", "max_completion_tokens", 700 + ROOM_FOR_THOUGHTS),
        ("gpt-5-chat-latest", "https://api.openai.com/v1", "max_completion_tokens", 700),
        ("gpt-4o-mini", "https://api.openai.com/v1", "max_completion_tokens", 700),
        ("gpt-4o-mini", "http://127.0.0.1:1/v1", "max_tokens", 700),
        ("olmo-2:7b", "http://127.0.0.1:1/v1", "max_tokens", 700),
    ],
)
def test_a_model_that_thinks_gets_room_for_its_thoughts(model: str, base_url: str, name: str, limit: int) -> None:
    chat_body, responses_body = (
        wire_of(OpenAiAccount(KEY, base_url, wire, model)).ask(PLAIN, stream=False).decode()
        for wire in ("chat", "responses")
    )

    assert f'"{name}":{limit}' in chat_body
    assert f'"max_output_tokens":{limit}' in responses_body
    assert ("effort" in chat_body, "effort" in responses_body) == (limit > 700, limit > 700)


def parts_of_a_call(arguments: str, *, index: int = 0, key: str = "call_7") -> list[dict[str, object]]:
    function = {"name": "spending_query", "arguments": ""}
    first = {"index": index, "id": key, "type": "function", "function": function}
    middle = len(arguments) // 2
    rest = [{"index": index, "function": {"arguments": part}} for part in (arguments[:middle], arguments[middle:])]
    return [delta(tool_calls=[each]) for each in (first, *rest)]


SAID = Reply("You spent 5.", (), USAGE)
CALLED = Reply("", (ToolCall(*CALL),), USAGE)
CUT = Reply("", (ToolCall("call_7", "spending_query", '{"cat'),), USAGE)
TWICE = Reply("", (ToolCall(*CALL), ToolCall("call_8", *CALL[1:])), USAGE)
CUT_CALL = ("call_7", "spending_query", '{"cat')
ANSWERS: list[tuple[Wire, Answer, Answer, Reply]] = [
    ("chat", chat(), chat_stream(*spoken("You ", "spent 5.")), SAID),
    ("chat", chat_calls(CALL), chat_stream(*parts_of_a_call(CALL[2]), end="tool_calls"), CALLED),
    ("chat", chat_calls(CUT_CALL), chat_stream(*parts_of_a_call('{"cat'), end="tool_calls"), CUT),
    (
        "chat",
        chat_calls(CALL, ("call_8", *CALL[1:])),
        # Servers are known that give every call the same index.
        chat_stream(*parts_of_a_call(CALL[2]), *parts_of_a_call(CALL[2], key="call_8"), end="tool_calls"),
        TWICE,
    ),
    # Who is asked for a stream and gives one body is understood too.
    ("chat", chat(), chat(), SAID),
    (
        "responses",
        responses(message_item("You spent 5.")),
        responses_stream("You ", "spent 5.", end=response(message_item("You spent 5."))),
        SAID,
    ),
    ("responses", responses(call_item()), responses_stream(end=response(call_item())), CALLED),
    ("responses", responses(call_item(CUT_CALL)), responses_stream(end=response(call_item(CUT_CALL))), CUT),
]


@pytest.mark.parametrize(("wire", "plain", "streamed", "reply"), ANSWERS)
async def test_an_answer_is_the_same_in_one_body_and_in_events(
    wire: Wire, plain: Answer, streamed: Answer, reply: Reply
) -> None:
    async with model_at(plain, streamed, wire=wire) as (model, vendor):
        assert await model.respond(PLAIN) == reply
        assert await model.respond(PLAIN, lambda _: None) == reply

    assert [asked.fields.get("stream") for asked in vendor.asked] == [None, True]
    assert vendor.connections == 1


async def test_a_server_without_ids_or_usage_is_understood() -> None:
    function = {"name": "balance", "arguments": "{}"}
    content = {"choices": [{"message": {"tool_calls": [{"function": function}] * 2}, "finish_reason": "stop"}]}
    async with model_at(Answer(200, content)) as (model, _):
        reply = await model.respond(PLAIN)

    assert [(call.id, call.name) for call in reply.calls] == [("call_0", "balance"), ("call_1", "balance")]
    assert reply.usage == Usage()


REFUSAL = {"type": "message", "content": [{"type": "refusal", "refusal": "I will not."}]}


@pytest.mark.parametrize(
    ("wire", "plain", "streamed"),
    [
        ("chat", chat(message={"content": None, "refusal": "I will not."}), chat_stream(delta(refusal="I will not."))),
        ("chat", chat("half", finish_reason="content_filter"), chat_stream(*spoken("half"), end="content_filter")),
        ("responses", responses(REFUSAL), responses_stream(end=response(REFUSAL))),
        (
            "responses",
            responses(message_item("half"), status="incomplete", incomplete_details={"reason": "content_filter"}),
            responses_stream(
                end=response(status="incomplete", incomplete_details={"reason": "content_filter"}),
            ),
        ),
    ],
)
async def test_a_model_that_will_not_answer_refuses(wire: Wire, plain: Answer, streamed: Answer) -> None:
    async with model_at(plain, streamed, wire=wire) as (model, _):
        for hear in (None, lambda _: None):
            with pytest.raises(Rejected, match="refused"):
                await model.respond(PLAIN, hear)


def test_an_account_does_not_show_its_key() -> None:
    assert KEY not in repr(OpenAiAccount(KEY))


def alone(code: str, **environ: str) -> str:
    """What a program of its own prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environ, check=True, capture_output=True, text=True).stdout.strip()


def test_the_sdk_is_not_imported_before_the_first_call() -> None:
    assert (
        alone("import sys, adapters.openai_model; print('openai' in sys.modules, 'httpx2' in sys.modules)")
        == "False False"
    )


def test_the_sdks_own_variables_change_nothing() -> None:
    code = """
import logging
from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.http import OpenAiHttp
client = OpenAiHttp(OpenAiAccount("key", "http://127.0.0.1:1/v1"), 2**20)._client
print(client.organization, client.project, client.base_url, logging.getLogger("openai").getEffectiveLevel())
"""
    told = alone(
        code, OPENAI_ORG_ID="org", OPENAI_PROJECT_ID="p", OPENAI_BASE_URL="http://127.0.0.1:2", OPENAI_LOG="debug"
    )

    assert told == f"None None http://127.0.0.1:1/v1/ {logging.WARNING}"
