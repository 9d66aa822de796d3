"""The baseline of Telegram: python-telegram-bot as documented for webhooks of one's own, an echo of every message."""

import asyncio
import json
import sys

import uvicorn
import uvloop
from starlette.types import Receive, Scope, Send
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

CONCURRENT = 16


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


async def serve(port: int, token: str, street: str) -> None:
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{street}/bot")
        .updater(None)
        .concurrent_updates(CONCURRENT)
        .connection_pool_size(CONCURRENT)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))

    async def take(_scope: Scope, receive: Receive, send: Send) -> None:
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        await application.update_queue.put(Update.de_json(json.loads(body), application.bot))
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})

    config = uvicorn.Config(
        take, port=port, http="httptools", ws="none", lifespan="off", access_log=False, log_level="error"
    )
    async with application:
        await application.start()
        await uvicorn.Server(config).serve()
        await application.stop()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
