"""The door for Telegram: the secret first, then strict JSON, then PAM's words."""

import hmac

from loguru import logger
from starlette.types import Receive, Scope

from handlers.http.app import Door
from handlers.http.replies import FORBIDDEN, ILL_FORMED, OK, Reply
from handlers.http.requests import headers_of, read_body, refuse_unlike
from handlers.http.strict_json import NotStrictJson, parse_json
from handlers.telegram_updates import Accept, KeepRaw, NotUnderstood, message_from, update_from

WEBHOOK_PATH = "/telegram/webhook"


class TelegramWebhook:
    """One door. An update is answered 200 only when it is kept, or when nothing in it could have an effect."""

    def __init__(self, secret: str, *, accept: Accept, keep_raw: KeepRaw) -> None:
        if not secret:
            raise ValueError("an empty secret opens the door to everybody")
        self._secret = secret.encode()
        self._accept = accept
        self._keep_raw = keep_raw

    def doors(self) -> dict[str, Door]:
        return {WEBHOOK_PATH: self.receive_update}

    async def receive_update(self, scope: Scope, receive: Receive) -> Reply:
        headers = headers_of(scope)
        refused = refuse_unlike(scope, headers, b"application/json")
        if refused is not None:
            return refused
        if not hmac.compare_digest(headers.get(b"x-telegram-bot-api-secret-token", b""), self._secret):
            return FORBIDDEN
        raw = await read_body(headers, receive)
        try:
            tree = parse_json(raw)
        except NotStrictJson as fault:
            logger.warning("an update of Telegram's was not strict JSON", fault=str(fault))
            return ILL_FORMED
        if not isinstance(tree, dict):
            return ILL_FORMED
        await self._take(raw, tree)
        return OK

    async def _take(self, raw: bytes, tree: object) -> None:
        try:
            message = message_from(update_from(tree))
        except NotUnderstood as fault:
            # Refused, it would come again for ever and hold up those behind it.
            logger.warning("an update of Telegram's was not understood and is kept aside", fault=str(fault))
            await self._keep_raw("telegram", raw, str(fault))
            return
        if message is not None:
            await self._accept(message)
