"""Every bad answer of the pretend OpenAI, as OpenAI's own SDK feels it."""

import asyncio
import json
from collections.abc import Callable

import msgspec
import openai as sdk
import pytest
from openai import AsyncOpenAI
from openai.types.chat import ChatCompletion, ChatCompletionMessageFunctionToolCall

from adapters.sandbox.faults import Fault, Mode
from adapters.sandbox.openai_asked import Asked, Play, ToolUse
from adapters.sandbox.openai_mischief import NINE
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.test_openai_api import ASKED, FLAT_TOOL, MODEL, TOOL

SENTENCE = "You spent $45.30 on food and $12.00 on the bus."


@pytest.fixture(autouse=True)
def it_speaks(served: Served) -> None:
    served.street.openai.follow(lambda _: Play(text=SENTENCE))


async def say(openai: AsyncOpenAI) -> ChatCompletion:
    return await openai.chat.completions.create(model=MODEL, messages=ASKED, tools=[TOOL])


async def hear_chat(openai: AsyncOpenAI) -> tuple[str, str | None]:
    """The streamed words and the reason for their end."""
    text, reason = "", None
    async for chunk in await openai.chat.completions.create(model=MODEL, messages=ASKED, stream=True):
        for choice in chunk.choices:
            text += choice.delta.content or ""
            reason = choice.finish_reason or reason
    return text, reason


async def hear_response(openai: AsyncOpenAI) -> tuple[str, str | None]:
    """The streamed words and the status at their end."""
    text, status = "", None
    async for event in await openai.responses.create(model=MODEL, input="how much?", stream=True):
        if event.type == "response.output_text.delta":
            text += event.delta
        if event.type == "response.completed" or event.type == "response.incomplete":  # noqa: PLR1714 - ty narrows by this
            status = event.response.status
    return text, status


async def calls_of(openai: AsyncOpenAI) -> list[tuple[str, str]]:
    """What it calls while it says that all is well."""
    [choice] = (await say(openai)).choices
    assert choice.finish_reason == "tool_calls"
    called = [
        call for call in choice.message.tool_calls or () if isinstance(call, ChatCompletionMessageFunctionToolCall)
    ]
    assert len({call.id for call in called}) == len(called)
    return [(call.function.name, call.function.arguments) for call in called]


REFUSALS: list[tuple[Fault, type[sdk.APIStatusError], str | None]] = [
    (Fault("error"), sdk.InternalServerError, None),
    (Fault("error", status=503), sdk.InternalServerError, None),
    (Fault("limit", retry_after_s=100), sdk.RateLimitError, "rate_limit_exceeded"),
    (Fault("quota"), sdk.RateLimitError, "insufficient_quota"),
    (Fault("key"), sdk.AuthenticationError, "invalid_api_key"),
    (Fault("forbidden"), sdk.PermissionDeniedError, "unsupported_country_region_territory"),
]


@pytest.mark.parametrize(("fault", "error", "code"), REFUSALS)
async def test_refusals_have_the_vendors_shape(
    served: Served, openai: AsyncOpenAI, fault: Fault, error: type[sdk.APIStatusError], code: str | None
) -> None:
    served.street.faults.add("OpenAI", fault)
    with pytest.raises(error) as caught:
        await say(openai)
    assert caught.value.code == code
    assert caught.value.response.headers.get("retry-after") == ("100" if fault.mode == "limit" else None)
    assert [entry.note for entry in served.street.journal.calls("OpenAI", "")] == [fault.mode]
    assert served.street.openai.asked == []


async def test_down_and_hanging_answer_nothing(served: Served, openai: AsyncOpenAI) -> None:
    served.street.faults.add("OpenAI", Fault("down", times=1))
    with pytest.raises(sdk.APIConnectionError):
        await say(openai)
    served.street.faults.add("OpenAI", Fault("hang"))
    with pytest.raises(sdk.APITimeoutError):
        await say(openai.with_options(timeout=0.05))
    assert [(entry.status, entry.note) for entry in served.street.journal.calls("OpenAI", "")] == [
        (0, "down"),
        (0, "hang"),
    ]


async def test_a_drip_beats_the_sdks_own_timeout(served: Served, openai: AsyncOpenAI) -> None:
    served.street.faults.add("OpenAI", Fault("drip", seconds=0.005))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await say(openai.with_options(timeout=0.15))


@pytest.mark.parametrize("hear", [hear_chat, hear_response])
async def test_half_a_stream_breaks_off_or_ends_as_if_it_were_whole(
    served: Served, openai: AsyncOpenAI, hear: Callable[[AsyncOpenAI], asyncio.Future[tuple[str, str | None]]]
) -> None:
    served.street.faults.add("OpenAI", Fault("cut", times=1))
    with pytest.raises(sdk.APIConnectionError):
        await hear(openai)
    served.street.faults.add("OpenAI", Fault("clean_end", times=1))
    text, end = await hear(openai)
    assert end is None
    assert SENTENCE.startswith(text)
    assert 0 < len(text) < len(SENTENCE)
    assert (await hear(openai))[0] == SENTENCE


async def test_half_a_body_breaks_off_or_is_no_json(served: Served, openai: AsyncOpenAI) -> None:
    served.street.faults.add("OpenAI", Fault("cut", times=1))
    with pytest.raises(sdk.APIConnectionError):
        await say(openai)
    served.street.faults.add("OpenAI", Fault("clean_end", times=1))
    with pytest.raises((json.JSONDecodeError, sdk.APIResponseValidationError)):
        await say(openai)


async def test_a_page_and_an_empty_answer_raise_nothing(served: Served, openai: AsyncOpenAI) -> None:
    served.street.faults.replace("OpenAI", Fault("html"))
    assert isinstance(await say(openai), str)
    assert await hear_chat(openai) == ("", None)
    served.street.faults.replace("OpenAI", Fault("empty"))
    assert (await say(openai)).choices == []
    assert await hear_chat(openai) == ("", None)
    assert (await openai.responses.create(model=MODEL, input="how much?")).output == []
    with pytest.raises(ValueError, match="No embedding data"):
        await openai.embeddings.create(model="text-embedding-3-small", input="x")


async def test_an_answer_cut_at_the_most_tokens_says_so(served: Served, openai: AsyncOpenAI) -> None:
    served.street.faults.add("OpenAI", Fault("length"))
    text, reason = await hear_chat(openai)
    assert (text, reason) == (SENTENCE[: len(SENTENCE) // 2], "length")
    assert await hear_response(openai) == (text, "incomplete")
    served.street.faults.heal("OpenAI")
    short = await openai.chat.completions.create(model=MODEL, messages=ASKED, max_completion_tokens=3)
    assert (short.choices[0].message.content, short.choices[0].finish_reason) == (SENTENCE[:12], "length")


SPOILT: list[tuple[Mode, Callable[[list[tuple[str, str]]], bool]]] = [
    ("bad_json", lambda calls: calls == [("spending_query", '{"catego')]),
    ("unknown_tool", lambda calls: calls[0][0] == "transfer_everything"),
    ("wrong_types", lambda calls: msgspec.json.decode(calls[0][1]) == {"category": {"x": 1}}),
    ("extra_args", lambda calls: {"ledger_id", "confirmed"} < msgspec.json.decode(calls[0][1]).keys()),
    ("endless", lambda calls: calls == [("spending_query", '{"category":null}')]),
    ("hundred", lambda calls: len(calls) == 100),
]


@pytest.mark.parametrize(("mode", "is_so"), SPOILT)
async def test_calls_are_spoilt_by_name(
    served: Served, openai: AsyncOpenAI, mode: Mode, is_so: Callable[[list[tuple[str, str]]], bool]
) -> None:
    served.street.faults.add("OpenAI", Fault(mode))
    assert is_so(await calls_of(openai))
    assert is_so(await calls_of(openai))
    response = await openai.responses.create(model=MODEL, input="how much?", tools=[FLAT_TOOL])
    assert is_so([(item.name, item.arguments) for item in response.output if item.type == "function_call"])


async def test_a_liar_calls_honestly_and_tells_other_figures(served: Served, openai: AsyncOpenAI) -> None:
    def script(asked: Asked) -> Play:
        return Play(text=SENTENCE) if len(asked.entries) > 1 else Play(calls=(ToolUse("spending_query"),))

    served.street.openai.follow(script)
    served.street.faults.add("OpenAI", Fault("liar"))
    assert await calls_of(openai) == [("spending_query", "{}")]
    served.street.openai.follow(lambda _: Play(text=SENTENCE))
    assert (await hear_chat(openai))[0] == "You spent $56.41 on food and $23.11 on the bus."
    served.street.openai.follow(lambda _: Play(text="All is well."))
    assert "$1,234.56" in (await hear_chat(openai))[0]


async def went_well(openai: AsyncOpenAI) -> bool:
    try:
        async with asyncio.timeout(0.05):
            [choice] = (await say(openai)).choices
    except (sdk.APIError, TimeoutError, json.JSONDecodeError, AttributeError, ValueError):
        return False
    return choice.finish_reason == "stop"


async def test_a_mad_one_goes_wrong_in_nine_ways_in_turn(served: Served, openai: AsyncOpenAI) -> None:
    assert (await say(openai)).choices[0].finish_reason == "stop"
    served.street.faults.add("OpenAI", Fault("mad"))
    assert [await went_well(openai) for _ in range(10)] == [False] * 10
    notes = [entry.note for entry in served.street.journal.calls("OpenAI", "")]
    assert notes == ["", *NINE, NINE[0]]
