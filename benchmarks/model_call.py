"""Row 9: a model asked with PAM's own prompt and tools, answering whole and streamed, against the SDK's ``create``.

Both speak Chat Completions to the same end of the line, one call at a time; what is counted is this process's CPU.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import openai
import uvloop
from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolParam

from adapters.openai_model import OpenAiModel
from adapters.openai_wire.account import OpenAiAccount
from benchmarks.cast import NotDone
from benchmarks.figures import Row, middle, spread, told
from benchmarks.model_end import WORDS
from benchmarks.processes import Server, free_port, module
from bot.brain.tools import system_template, tools
from bot.ports.language_model import Prompt, Said

ROUNDS = 5
CALLS = 200
STREAMS = 40
MODEL = "gpt-5-mini"
KEY = "sk-benchmark"
WORDS_SO_FAR = (
    "how much did I spend on food?",
    "You spent $120.00 on food in November.",
    "and is that more than usual?",
)
ANSWER = "".join(WORDS)

Call = Callable[[], Awaitable[str]]


@dataclass(frozen=True)
class Cost:
    """CPU in µs a call, an entry a round."""

    ours: list[float]
    theirs: list[float]


class Usual:
    """The SDK as its README has it."""

    def __init__(self, base_url: str) -> None:
        self._client = openai.AsyncOpenAI(api_key=KEY, base_url=base_url)
        self._messages: list[ChatCompletionMessageParam] = [
            {"role": "system", "content": system_template()},
            {"role": "user", "content": WORDS_SO_FAR[0]},
            {"role": "assistant", "content": WORDS_SO_FAR[1]},
            {"role": "user", "content": WORDS_SO_FAR[2]},
        ]
        self._tools: list[ChatCompletionToolParam] = [
            {
                "type": "function",
                "function": {
                    "name": tool.name,
                    "description": tool.description,
                    "parameters": tool.parameters,
                    "strict": True,
                },
            }
            for tool in tools()
        ]

    async def plain(self) -> str:
        answer = await self._client.chat.completions.create(model=MODEL, messages=self._messages, tools=self._tools)
        return answer.choices[0].message.content or ""

    async def streamed(self) -> str:
        text = ""
        stream = await self._client.chat.completions.create(
            model=MODEL,
            messages=self._messages,
            tools=self._tools,
            stream=True,
            stream_options={"include_usage": True},
        )
        async for chunk in stream:
            text += "".join([choice.delta.content or "" for choice in chunk.choices])
        return text

    async def close(self) -> None:
        await self._client.close()


class Ours:
    """PAM's door out, guard and all."""

    def __init__(self, base_url: str) -> None:
        self._model = OpenAiModel(OpenAiAccount(KEY, base_url, model=MODEL))
        said = [Said("assistant" if number % 2 else "user", text) for number, text in enumerate(WORDS_SO_FAR)]
        self._prompt = Prompt(system=system_template(), entries=tuple(said), tools=tools())

    async def plain(self) -> str:
        return (await self._model.respond(self._prompt)).text

    async def streamed(self) -> str:
        return (await self._model.respond(self._prompt, lambda _: None)).text

    async def close(self) -> None:
        await self._model.close()


def measure(rounds: int = ROUNDS) -> list[Row]:
    with TemporaryDirectory(prefix="pam-bench-") as made:
        port = free_port()
        with Server(module("benchmarks.model_end", str(port)), port, Path(made) / "model.log") as server:
            server.wait_until_up()
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                plain, streamed = runner.run(_measured(f"http://127.0.0.1:{port}/v1", rounds))
    return [
        _row("9", "a model asked with PAM's tools, answered whole: CPU a call", plain, must=0.4, aim=0.15),
        _row("9b", "the same, answered in 60 words that come one by one", streamed, must=0.25, aim=0.1),
    ]


async def _measured(base_url: str, rounds: int) -> tuple[Cost, Cost]:
    ours, usual = Ours(base_url), Usual(base_url)
    plain, streamed = Cost([], []), Cost([], [])
    # The first round imports, connects and warms up.
    for _ in range(rounds + 1):
        plain.ours.append(await _cpu_us(ours.plain, CALLS))
        plain.theirs.append(await _cpu_us(usual.plain, CALLS))
        streamed.ours.append(await _cpu_us(ours.streamed, STREAMS))
        streamed.theirs.append(await _cpu_us(usual.streamed, STREAMS))
    await ours.close()
    await usual.close()
    return plain, streamed


async def _cpu_us(call: Call, times: int) -> float:
    began = time.process_time_ns()
    for _ in range(times):
        if await call() != ANSWER:
            raise NotDone("the answer is another than was given")
    return (time.process_time_ns() - began) / times / 1000


def _row(number: str, what: str, cost: Cost, *, must: float, aim: float) -> Row:
    ours, theirs = cost.ours[1:], cost.theirs[1:]
    return Row(
        number=number,
        what=what,
        pam=f"{middle(ours):.0f} µs",
        baseline=f"{middle(theirs):.0f} µs",
        ratio=middle(ours) / middle(theirs),
        better="lower",
        must=must,
        aim=aim,
        aside=(f"rounds ranged from {spread(ours)} µs against {spread(theirs)} µs",),
    )


if __name__ == "__main__":
    print(told(measure()))
