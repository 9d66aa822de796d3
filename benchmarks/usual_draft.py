"""The baseline of drafts: openai's stream and python-telegram-bot's ``send_message_draft``, each as documented."""

import asyncio
import sys
import time

import openai
import uvloop
from openai.types.chat import ChatCompletionMessageParam
from telegram import Bot

from benchmarks.webhooks import BOT_TOKEN

# Telegram takes about one message a second in a chat.
PAUSE_S = 1.0
# As unhurried as PAM is asked: what is still warm from the answer before is fast.
UNHURRIED_S = 0.1
MESSAGES: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "You are a friendly assistant."},
    {"role": "user", "content": "cheer me up please"},
]


async def answer(client: openai.AsyncOpenAI, bot: Bot, chat_id: int) -> None:
    """Drafts what has come, at most once a second, then sends the whole."""
    text, drafted = "", 0.0
    stream = await client.chat.completions.create(model="gpt-5-mini", messages=MESSAGES, stream=True)
    async for chunk in stream:
        text += "".join([choice.delta.content or "" for choice in chunk.choices])
        if text and time.monotonic() - drafted > PAUSE_S:
            drafted = time.monotonic()
            await bot.send_message_draft(chat_id, 1, text)
    await bot.send_message(chat_id, text)


async def run(url: str, answers: int) -> None:
    client = openai.AsyncOpenAI(api_key="sk-benchmark", base_url=f"{url}/v1")
    async with client, Bot(BOT_TOKEN, base_url=f"{url}/bot") as bot:
        for number in range(answers):
            await answer(client, bot, 5_000_000 + number)
            await asyncio.sleep(UNHURRIED_S)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(run(sys.argv[1], int(sys.argv[2])))
