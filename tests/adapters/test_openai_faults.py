"""Whatever OpenAI gives but a whole answer becomes a fault a caller can act on, and nothing of it is told."""

import asyncio
import contextlib
import traceback
from collections.abc import Callable, Iterator

import pytest
from loguru import logger

from adapters.guard import KeyRefused, NeverSent
from adapters.openai_model import OpenAiModel
from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.faults import Stumbled
from adapters.openai_wire.line import LEAST_CALLS, OpenAiLine
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.ports.language_model import Prompt, Said
from tests.adapters.openai_answers import (
    EVENTS,
    JSON,
    KEY,
    SECRET_WORDS,
    Wire,
    chat,
    chat_calls,
    chat_stream,
    clean_end,
    completion,
    cut,
    delta,
    events,
    message_item,
    model_at,
    raw,
    refusal,
    response,
    responses,
    responses_stream,
    spoken,
)
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, Answer, closed_port
from tests.virtual_time import run_in_virtual_time

PROMPT = Prompt(system="You are PAM.", entries=(Said("user", SECRET_WORDS),))
STREAM = chat_stream(*spoken(*["word "] * 20))
WHOLE = response(message_item("word " * 20))
RESPONSES_STREAM = responses_stream(*["word "] * 20, end=WHOLE)
HTML = Answer(200, b"<html>Welcome to the hotel</html>", {"Content-Type": "text/html"})
DEEP = b'{"choices":' + b"[" * 100_000
CHOICE = {"message": {"content": "hi"}, "finish_reason": "stop"}
TWO_PARTS = {"choices": [{"delta": {"content": "hi"}, "finish_reason": "stop"}] * 2}


def said(body: bytes) -> Answer:
    return Answer(200, body, JSON)


def event(body: bytes) -> Answer:
    return Answer(200, b"data: " + body + b"\n\ndata: [DONE]\n\n", EVENTS)


PLAIN_FAULTS: list[tuple[Wire, Answer]] = [
    ("chat", HTML),
    ("chat", said(b"")),
    ("chat", said(b"null")),
    ("chat", said(DEEP)),
    ("chat", said(b'{"choices":[{"message":{"content":NaN},"finish_reason":"stop"}]}')),
    ("chat", said(b'{"choices":[{"message":{"content":"\xff\xfe"},"finish_reason":"stop"}]}')),
    ("chat", said(b'{"choices":[{"message":{"content":5},"finish_reason":"stop"}]}')),
    ("chat", Answer(200, completion())),
    ("chat", Answer(200, completion(CHOICE, CHOICE))),
    ("chat", Answer(200, {"error": {"message": "no"}})),
    ("chat", chat("half", finish_reason="length")),
    ("chat", chat("half", finish_reason=None)),
    ("chat", chat("", finish_reason="stop")),
    ("chat", chat_calls(finish_reason="tool_calls")),
    ("chat", cut(chat(), keep=0.9)),
    ("responses", HTML),
    ("responses", said(DEEP)),
    ("responses", said(b'{"status":"completed","output":[{"type":"message","content":NaN}]}')),
    ("responses", responses(message_item("half"), status="incomplete")),
    ("responses", responses(status="failed")),
    ("responses", responses(message_item("half"), status="in_progress")),
    ("responses", responses()),
    ("responses", cut(responses(message_item("hi")), keep=0.9)),
]
STREAM_FAULTS: list[tuple[Wire, Answer]] = [
    ("chat", HTML),
    ("chat", said(DEEP)),
    ("chat", event(DEEP)),
    ("chat", event(b'{"choices":[{"delta":{"content":"\xff"}}]}')),
    ("chat", cut(STREAM, keep=0.5)),
    ("chat", cut(STREAM, keep=0.5, closes=False)),
    ("chat", clean_end(STREAM, keep=0.5)),
    ("chat", chat_stream(*spoken("all of it"), done=False)),
    ("chat", events(spoken("no reason to end"), b"data: [DONE]\n\n")),
    ("chat", chat_stream(*spoken("half"), end="length")),
    ("chat", chat_stream(delta(content=""))),
    ("chat", events([*spoken("half"), {"error": {"message": "overloaded"}}], b"data: [DONE]\n\n")),
    ("chat", events([TWO_PARTS], b"data: [DONE]\n\n")),
    ("responses", HTML),
    ("responses", event(DEEP)),
    ("responses", cut(RESPONSES_STREAM, keep=0.5)),
    ("responses", clean_end(RESPONSES_STREAM, keep=0.5)),
    ("responses", responses_stream("half", end=None)),
    ("responses", responses_stream("half", end=response(message_item("half"), status="incomplete"))),
    (
        "responses",
        events([{"type": "error", "message": "overloaded"}, {"type": "response.completed", "response": WHOLE}]),
    ),
    ("responses", events([{"type": "response.failed", "response": response(status="failed")}])),
    ("responses", events([{"type": "response.completed", "response": 5}])),
    ("responses", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", closes=False)),
]


@pytest.mark.parametrize(("wire", "answer"), PLAIN_FAULTS)
async def test_what_is_not_a_whole_answer_is_none(wire: Wire, answer: Answer) -> None:
    async with model_at(answer, wire=wire) as (model, vendor):
        with pytest.raises(Unavailable) as fault:
            await model.respond(PROMPT)
        assert model.guard.snapshot.failures == 1

    assert len(vendor.asked) == 1
    assert_hushed(fault.value)


@pytest.mark.parametrize(("wire", "answer"), STREAM_FAULTS)
async def test_what_is_not_a_whole_stream_is_none(wire: Wire, answer: Answer) -> None:
    async with model_at(answer, wire=wire, deadline_s=0.2) as (model, _):
        with pytest.raises(Unavailable) as fault:
            await model.respond(PROMPT, lambda _: None)
        assert model.guard.snapshot.failures == 1

    assert_hushed(fault.value)


def assert_hushed(fault: BaseException) -> None:
    """The words and the key are not among what a log would write of the fault and of all its causes."""
    told = "".join(traceback.format_exception(fault))
    assert KEY not in told
    assert SECRET_WORDS not in told


@pytest.mark.parametrize("hear", [None, lambda _: None])
@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (refusal(401, "invalid_api_key"), KeyRefused),
        (refusal(403), KeyRefused),
        (refusal(404, "model_not_found"), KeyRefused),
        (refusal(429, "insufficient_quota", Retry_After="1"), KeyRefused),
        (refusal(400), Rejected),
        (refusal(422), Rejected),
        (refusal(500), Stumbled),
        (refusal(503, Retry_After="1"), Stumbled),
        (Answer(502, b"<html>Bad gateway</html>"), Stumbled),
        (Answer(302, b"", {"Location": "https://elsewhere.example"}), Unavailable),
        (BREAKS_OFF, Stumbled),
    ],
)
async def test_a_no_of_openais_says_what_can_be_done(
    answer: Answer, kind: type[PamError], hear: Callable[[str], None] | None
) -> None:
    async with model_at(answer) as (model, vendor):
        with pytest.raises(PamError) as fault:
            await model.respond(PROMPT, hear)

    assert type(fault.value) is kind
    assert len(vendor.asked) == 1
    assert_hushed(fault.value)


@pytest.mark.parametrize(
    ("headers", "pause_s"),
    [
        ({"Retry_After": "7"}, 7),
        ({"Retry_After": "2.5"}, 2.5),
        ({"Retry_After": "Wed, 25 Nov 2026 12:00:09 GMT", "Date": "Wed, 25 Nov 2026 12:00:00 GMT"}, 9),
        ({"Retry_After": "9", "retry_after_ms": "1500"}, 1.5),
        ({"Retry_After": "nan"}, 1),
        ({"Retry_After": "soon"}, 1),
        ({}, 1),
    ],
)
async def test_a_pause_is_kept_to_by_everybody(headers: dict[str, str], pause_s: float) -> None:
    async with model_at(refusal(429, "rate_limit_exceeded", **headers)) as (model, vendor):
        with pytest.raises(Unavailable) as fault:
            await model.respond(PROMPT)
        with pytest.raises(Unavailable) as left_alone:
            await model.respond(PROMPT)
        assert model.guard.snapshot.failures == 0

    assert fault.value.retry_after_s == pause_s
    assert fault.value.tried
    assert not left_alone.value.tried
    assert len(vendor.asked) == 1


async def test_nobody_there_is_told_apart_from_a_broken_connection() -> None:
    model = OpenAiModel(OpenAiAccount(KEY, f"{closed_port()}/v1", model="pam-1"), deadline_s=1)
    with pytest.raises(NeverSent):
        await model.respond(PROMPT)
    await model.close()


async def test_a_model_that_hangs_is_given_up_at_the_deadline_and_then_left_alone() -> None:
    async with model_at(HANGS, deadline_s=0.05) as (model, vendor):
        for _ in range(LEAST_CALLS):
            with pytest.raises(Unavailable, match="in time"):
                await model.respond(PROMPT)
        with pytest.raises(Unavailable, match="left alone"):
            await model.respond(PROMPT)

    assert len(vendor.asked) == LEAST_CALLS


async def test_a_refused_key_is_told_once_and_without_the_key(log: list[str]) -> None:
    async with model_at(refusal(401, "invalid_api_key")) as (model, vendor):
        for _ in range(5):
            with pytest.raises(Unavailable):
                await model.respond(PROMPT)

    assert len(vendor.asked) == 1
    assert [line for line in log if line.startswith("ERROR")] == [
        "ERROR OpenAI refuses our key: nothing can be sent until it is set right (OpenAI does not take the key (401))\n"
    ]
    assert KEY not in "".join(log)


@pytest.fixture
def log() -> Iterator[list[str]]:
    lines: list[str] = []
    sink = logger.add(lines.append, level="DEBUG", format="{level} {message}")
    yield lines
    logger.remove(sink)


def a_line(deadline_s: float = 5.0) -> OpenAiLine:
    return OpenAiLine(OpenAiAccount(KEY, "http://127.0.0.1:1/v1"), "OpenAI", deadline_s)


def tries(*faults: PamError, deadline_s: float = 5.0) -> tuple[str, list[float]]:
    """What a call comes to whose tries fail so and then pass, and when each try was made."""
    left, at = list(faults), list[float]()

    async def work(_: object) -> str:
        at.append(asyncio.get_running_loop().time())
        if left:
            raise left.pop(0)
        return "done"

    async def scene() -> str:
        line = a_line(deadline_s)
        with contextlib.suppress(PamError):
            return await line.call(work)
        return "given up"

    return run_in_virtual_time(scene()), at


@pytest.mark.parametrize(
    ("faults", "deadline_s", "outcome", "made"),
    [
        ([Stumbled("500")], 5.0, "done", 2),
        ([NeverSent("refused")], 5.0, "done", 2),
        ([Stumbled("500"), Stumbled("500")], 5.0, "given up", 2),
        ([Stumbled("500")], 1.1, "given up", 1),
        ([Unavailable("429", retry_after_s=1)], 5.0, "done", 2),
        ([Unavailable("429", retry_after_s=100)], 5.0, "given up", 1),
        ([Unavailable("html")], 5.0, "given up", 1),
        ([KeyRefused("401")], 5.0, "given up", 1),
        ([Rejected("refused")], 5.0, "given up", 1),
    ],
)
def test_one_more_try_is_made_where_it_can_help(
    faults: list[PamError], deadline_s: float, outcome: str, made: int
) -> None:
    came_to, at = tries(*faults, deadline_s=deadline_s)

    assert (came_to, len(at)) == (outcome, made)


def test_the_other_try_waits_as_long_as_was_asked_and_not_long_after_a_stumble() -> None:
    assert tries(Unavailable("429", retry_after_s=2))[1][1] == pytest.approx(2)
    assert 0 < tries(Stumbled("500"))[1][1] <= 0.2


def test_in_the_pause_before_another_try_nobody_else_calls() -> None:
    async def scene() -> None:
        line, faults = a_line(), [Unavailable("429", retry_after_s=2)]

        async def work(_: object) -> str:
            if faults:
                raise faults.pop()
            return "done"

        waits = asyncio.ensure_future(line.call(work))
        await asyncio.sleep(1)
        with pytest.raises(Unavailable, match="left alone"):
            await line.call(work)
        assert await waits == "done"

    run_in_virtual_time(scene())


def test_answers_that_take_their_time_are_no_sickness() -> None:
    async def scene() -> None:
        line = a_line()
        for _ in range(LEAST_CALLS):
            await asyncio.gather(line.call(lambda _: asyncio.sleep(4.5)), line.call(lambda _: asyncio.sleep(3)))
        assert line.guard.snapshot.state == "closed"

    run_in_virtual_time(scene())


async def test_nothing_that_was_heard_is_asked_for_again() -> None:
    async with model_at(cut(STREAM, keep=0.5), chat(), deadline_s=5) as (model, vendor):
        with pytest.raises(Unavailable) as fault:
            await model.respond(PROMPT, lambda _: None)

    assert type(fault.value) is Unavailable
    assert len(vendor.asked) == 1
