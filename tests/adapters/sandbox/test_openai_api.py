"""The pretend OpenAI, as OpenAI's own SDK meets it."""

import base64

import msgspec
import pytest
from openai import APIStatusError, AsyncOpenAI, AuthenticationError, NotFoundError
from openai.types.chat import ChatCompletion, ChatCompletionFunctionToolParam, ChatCompletionMessageParam
from openai.types.chat.chat_completion_message_function_tool_call_param import Function
from openai.types.responses import FunctionToolParam, ResponseInputParam

from adapters.sandbox.openai_asked import Asked, Entry, Play, ToolUse
from adapters.sandbox.photographed_receipt import Receipt, photographed
from adapters.sandbox.spoken_note import spoken
from tests.adapters.sandbox.conftest import Served

MODEL = "gpt-5-mini"
SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"category": {"type": ["string", "null"]}},
    "required": ["category"],
    "additionalProperties": False,
}
TOOL: ChatCompletionFunctionToolParam = {
    "type": "function",
    "function": {"name": "spending_query", "description": "Totals.", "parameters": SCHEMA, "strict": True},
}
FLAT_TOOL: FunctionToolParam = {"type": "function", "name": "spending_query", "parameters": SCHEMA, "strict": True}
ASKED: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "You are PAM."},
    {"role": "user", "content": "how much did I spend?"},
]
USE = ToolUse("spending_query", {"category": "food and drink"})


def both(_: Asked) -> Play:
    return Play(text="Let me look.", calls=(USE, USE))


async def test_a_chat_takes_a_tool_and_then_tells_what_was_found(served: Served, openai: AsyncOpenAI) -> None:
    first = await openai.chat.completions.create(model=MODEL, messages=ASKED, tools=[TOOL])
    [choice] = first.choices
    assert choice.finish_reason == "tool_calls"
    assert choice.message.tool_calls
    [call] = choice.message.tool_calls
    assert call.type == "function"
    assert (call.function.name, msgspec.json.decode(call.function.arguments)) == ("spending_query", {"category": None})
    function: Function = {"name": call.function.name, "arguments": call.function.arguments}
    messages: list[ChatCompletionMessageParam] = [
        *ASKED,
        {"role": "assistant", "tool_calls": [{"id": call.id, "type": "function", "function": function}]},
        {"role": "tool", "tool_call_id": call.id, "content": "$45.30 on food this month."},
    ]
    second = await openai.chat.completions.create(model=MODEL, messages=messages, tools=[TOOL])
    assert second.choices[0].finish_reason == "stop"
    assert "$45.30 on food this month." in (second.choices[0].message.content or "")
    assert second.usage
    assert first.usage
    assert second.usage.prompt_tokens > first.usage.prompt_tokens > 0
    assert served.street.openai.asked[0].system == "You are PAM."
    assert served.street.openai.asked[0].tools == {"spending_query": SCHEMA}
    assert served.street.openai.asked[1].results == ("$45.30 on food this month.",)


async def test_a_chat_comes_in_pieces(served: Served, openai: AsyncOpenAI) -> None:
    served.street.openai.follow(both)
    stream = await openai.chat.completions.create(
        model=MODEL, messages=ASKED, tools=[TOOL], stream=True, stream_options={"include_usage": True}
    )
    text, arguments, reasons, usages, pieces = "", {0: "", 1: ""}, [], [], 0
    async for chunk in stream:
        usages += [chunk.usage] if chunk.usage else []
        for choice in chunk.choices:
            pieces += 1
            text += choice.delta.content or ""
            reasons += [choice.finish_reason] if choice.finish_reason else []
            for call in choice.delta.tool_calls or ():
                arguments[call.index] += call.function.arguments or "" if call.function else ""
    assert (text, reasons) == ("Let me look.", ["tool_calls"])
    assert [msgspec.json.decode(part) for part in arguments.values()] == [USE.arguments, USE.arguments]
    assert [usage.total_tokens > 0 for usage in usages] == [True]
    assert pieces > 8


async def test_a_response_takes_a_tool_and_then_tells_what_was_found(served: Served, openai: AsyncOpenAI) -> None:
    asked: ResponseInputParam = [{"role": "user", "content": "how much did I spend?"}]
    first = await openai.responses.create(
        model=MODEL, instructions="You are PAM.", input=asked, tools=[FLAT_TOOL], store=False
    )
    [call] = [item for item in first.output if item.type == "function_call"]
    assert (call.name, call.arguments) == ("spending_query", '{"category":null}')
    asked.append({"type": "function_call", "call_id": call.call_id, "name": call.name, "arguments": call.arguments})
    asked.append({"type": "function_call_output", "call_id": call.call_id, "output": "$45.30 on food this month."})
    second = await openai.responses.create(model=MODEL, input=asked, tools=[FLAT_TOOL], store=False)
    assert (second.status, first.status) == ("completed", "completed")
    assert "$45.30 on food this month." in second.output_text
    assert first.usage
    assert first.usage.input_tokens > 0
    assert served.street.openai.asked[1].entries == (
        Entry(role="user", text="how much did I spend?"),
        Entry(role="assistant", calls=(ToolUse(call.name, call.arguments, call.call_id),)),
        Entry(role="tool", text="$45.30 on food this month.", call_id=call.call_id),
    )


async def test_a_response_comes_in_pieces(served: Served, openai: AsyncOpenAI) -> None:
    served.street.openai.follow(both)
    async with openai.responses.stream(model=MODEL, input="how much?", tools=[FLAT_TOOL], store=False) as stream:
        events = [event async for event in stream]
        whole = await stream.get_final_response()
    assert [event.sequence_number for event in events if hasattr(event, "sequence_number")] == sorted(
        event.sequence_number for event in events if hasattr(event, "sequence_number")
    )
    words = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert ("".join(words), whole.output_text) == ("Let me look.", "Let me look.")
    assert len(words) > 2
    done = [event.arguments for event in events if event.type == "response.function_call_arguments.done"]
    assert [msgspec.json.decode(part) for part in done] == [USE.arguments, USE.arguments]
    assert whole.usage
    assert events[0].type == "response.created"
    assert events[-1].type == "response.completed"


async def test_equal_words_are_near_each_other(openai: AsyncOpenAI) -> None:
    texts = ["Ann is my sister", "who is my sister", "paid on the 25th"]
    answer = await openai.embeddings.create(model="text-embedding-3-small", input=texts)
    first, near, far = (item.embedding for item in answer.data)
    plain = await openai.embeddings.create(model="text-embedding-3-small", input=texts[0], encoding_format="float")

    def likeness(other: list[float]) -> float:
        return sum(a * b for a, b in zip(first, other, strict=True))

    assert likeness(near) > likeness(far) + 0.3
    assert likeness(plain.data[0].embedding) == pytest.approx(1.0, abs=1e-5)
    assert answer.usage.total_tokens > 0


async def test_a_voice_note_is_put_into_words(openai: AsyncOpenAI) -> None:
    async def heard(sound: bytes) -> str:
        model = "gpt-4o-mini-transcribe"
        return (await openai.audio.transcriptions.create(model=model, file=("voice.oga", sound))).text

    assert await heard(spoken("lunch 12.50 with Ann")) == "lunch 12.50 with Ann"
    assert await heard(b"OggS, and then a real sound") == "coffee 4.50"


async def test_a_receipt_is_read_from_its_picture(openai: AsyncOpenAI) -> None:
    fields = {name: {"type": "string"} for name in ("total", "currency", "merchant", "date")}
    schema: dict[str, object] = {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
    receipt = Receipt(total="45.30", currency="EUR", merchant="Casa Pepe", date="2026-03-01")
    picture = f"data:image/png;base64,{base64.b64encode(photographed(receipt)).decode()}"
    chat = await openai.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": [{"type": "image_url", "image_url": {"url": picture}}]}],
        response_format={"type": "json_schema", "json_schema": {"name": "receipt", "schema": schema, "strict": True}},
    )
    response = await openai.responses.create(
        model=MODEL,
        input=[{"role": "user", "content": [{"type": "input_image", "image_url": picture, "detail": "auto"}]}],
        text={"format": {"type": "json_schema", "name": "receipt", "schema": schema, "strict": True}},
    )
    for text in (chat.choices[0].message.content, response.output_text):
        assert msgspec.json.decode(text or "", type=Receipt) == receipt


async def test_the_key_has_to_be_right(served: Served, openai: AsyncOpenAI) -> None:
    assert MODEL in [model.id async for model in openai.models.list()]
    with pytest.raises(AuthenticationError) as refused:
        await openai.with_options(api_key="sk-proj-somebody-elses").models.list()
    assert refused.value.code == "invalid_api_key"
    assert served.street.keys.openai_key not in str(refused.value)


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"messages": ASKED}, "you must provide a model parameter"),
    ({"model": "gpt-99", "messages": ASKED}, "does not exist"),
    ({"model": MODEL, "messages": []}, "empty array"),
    ({"model": MODEL, "messages": ASKED, "mood": "sunny"}, "Unknown parameter: 'mood'"),
    ({"model": MODEL, "messages": [{"role": "user", "content": "x", "mood": 1}]}, r"Unknown parameter: 'messages\[0\].mood'"),
    ({"model": MODEL, "messages": ASKED, "stream": "yes"}, "Invalid type for 'stream'"),
    ({"model": MODEL, "messages": ASKED, "max_tokens": 5}, "Use 'max_completion_tokens'"),
    ({"model": MODEL, "messages": ASKED, "temperature": 0.2}, "'temperature' is not supported"),
    ({"model": MODEL, "messages": [*ASKED, {"role": "tool", "tool_call_id": "call_1", "content": "x"}]}, "preceeding message"),
    ({"model": MODEL, "messages": [{"role": "assistant", "tool_calls": [{"id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}}]}]}, "did not have response messages: call_1"),
]  # fmt: skip


@pytest.mark.parametrize(("request_", "why"), REFUSED)
async def test_what_openai_refuses_is_refused(openai: AsyncOpenAI, request_: dict[str, object], why: str) -> None:
    with pytest.raises((APIStatusError, NotFoundError), match=why) as refused:
        await openai.post("/chat/completions", cast_to=object, body=request_)
    assert refused.value.type == "invalid_request_error"


LOOSE: list[tuple[dict[str, object], str]] = [
    ({**SCHEMA, "additionalProperties": True}, "'additionalProperties' is required to be supplied and to be false"),
    ({**SCHEMA, "required": []}, "Missing 'category'"),
    ({**SCHEMA, "properties": {"category": {"type": "string", "minLength": 1}}}, "'minLength' is not permitted"),
    ({**SCHEMA, "properties": {"category": {"description": "any"}}}, "must have a 'type' key"),
    ({**SCHEMA, "properties": {"category": {"anyOf": [{"type": "object"}, {"type": "null"}]}}}, "'additionalProperties'"),
    ({"type": "string"}, "must be a JSON Schema of 'type: \"object\"'"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "why"), LOOSE)
async def test_a_schema_that_calls_itself_strict_has_to_be(
    openai: AsyncOpenAI, schema: dict[str, object], why: str
) -> None:
    tool: ChatCompletionFunctionToolParam = {**TOOL, "function": {**TOOL["function"], "parameters": schema}}
    with pytest.raises(APIStatusError, match=why) as chat:
        await openai.chat.completions.create(model=MODEL, messages=ASKED, tools=[tool])
    with pytest.raises(APIStatusError, match=why):
        await openai.responses.create(model=MODEL, input="x", tools=[{**FLAT_TOOL, "parameters": schema}])
    assert chat.value.code == "invalid_function_parameters"


WRONG_ITEMS: list[tuple[dict[str, object], str]] = [
    ({"input": [{"type": "function_call_output", "call_id": "call_1", "output": "x"}]}, "No tool call found"),
    ({"input": [{"type": "function_call", "call_id": "call_1", "name": "f", "arguments": ""}]}, "No tool output found"),
    ({"input": "x", "previous_response_id": "resp_1"}, "not found"),
    ({"input": "x", "max_output_tokens": 5}, ">= 16"),
    ({"input": [{"role": "user", "content": "x", "mood": 1}]}, r"Unknown parameter: 'input\[0\].mood'"),
    ({"input": [{"type": "reasoning", "id": "rs_1", "summary": []}]}, "Items are not persisted"),
]


@pytest.mark.parametrize(("request_", "why"), WRONG_ITEMS)
async def test_the_responses_wire_refuses_too(openai: AsyncOpenAI, request_: dict[str, object], why: str) -> None:
    with pytest.raises(APIStatusError, match=why):
        await openai.post("/responses", cast_to=object, body={"model": MODEL, **request_})


async def test_the_journal_keeps_no_words(served: Served, openai: AsyncOpenAI) -> None:
    await openai.chat.completions.create(model=MODEL, messages=ASKED, tools=[TOOL])
    [call] = served.street.journal.calls("OpenAI", "POST chat/completions")
    assert (call.status, call.parameters) == (200, {"model": MODEL, "messages": 2, "tools": 1})


def cached_in(answer: ChatCompletion) -> int | None:
    assert answer.usage
    assert answer.usage.prompt_tokens_details
    return answer.usage.prompt_tokens_details.cached_tokens


async def test_a_long_beginning_seen_before_is_cached(openai: AsyncOpenAI) -> None:
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": "Rules of the house. " * 300},
        {"role": "user", "content": "hello"},
    ]
    answers = [await openai.chat.completions.create(model=MODEL, messages=messages) for _ in range(2)]
    assert [cached_in(answer) for answer in answers] == [0, 1408]
