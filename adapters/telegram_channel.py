"""The door out to Telegram: letters become calls of the Bot API, one chat's in order, none faster than it allows."""

import contextlib
from collections.abc import Mapping

from adapters.guard import Guard
from adapters.telegram_pacing import Pacing
from adapters.telegram_rendering import html_parts, keyboard
from bot.domain.answer import Answer, Button
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.domain.letter import Address, Letter, Receipt

TELEGRAM = "https://api.telegram.org"

# https://core.telegram.org/bots/api#answercallbackquery
LONGEST_NOTICE = 200

# Refusals after which there is nothing left to do: the message already reads so, or the person moved on.
MOOT = frozenset(("not_modified", "too_late", "gone"))


class TelegramChannel:
    """Fulfils ``bot.ports.channel.Channel``. Building one imports the library; nobody else pays for it.

    A long answer goes in several messages, and the receipt is of the last, which has the buttons.
    """

    name = "telegram"

    def __init__(
        self, token: str, api_url: str = TELEGRAM, *, pacing: Pacing | None = None, deadline_s: float = 10.0
    ) -> None:
        from adapters.telegram_request import bot_for

        self._bot = bot_for(token, api_url, deadline_s)
        self._pacing = pacing or Pacing()
        self._guard = Guard("Telegram", deadline_s)

    async def send(self, letter: Letter) -> Receipt:
        chat_id = _chat_id(letter.address)
        try:
            return await self._carry(letter, chat_id)
        except Rejected as no:
            if no.reason in MOOT:
                return Receipt(letter.ref if letter.kind == "edit" else None)
            raise

    async def show_typing(self, address: Address) -> None:
        # Not worth a wait, nor a place before words: it has a line of its own, used only when all is free.
        if not self._pacing.is_free():
            return
        with contextlib.suppress(PamError):
            sign = {"chat_id": _chat_id(address), "action": "typing"}
            await self._paced(f"typing {address.value}", "sendChatAction", sign)

    async def close(self) -> None:
        await self._bot.request.shutdown()

    async def set_webhook(self, url: str, secret: str) -> None:
        """Has Telegram deliver to ``url``, each call carrying ``secret``; what waited there is delivered too."""
        fields = {
            "url": url,
            "secret_token": secret,
            "allowed_updates": ["message", "callback_query", "edited_message", "my_chat_member"],
            "drop_pending_updates": False,
        }
        await self._call("", "setWebhook", fields)

    async def username(self) -> str:
        """The bot's name without the @."""
        me = await self._call("", "getMe", {})
        return str(me["username"]) if isinstance(me, dict) and "username" in me else ""

    async def _carry(self, letter: Letter, chat_id: int) -> Receipt:
        if letter.kind in ("message", "edit"):
            return await self._say(letter.answer, chat_id, letter.ref if letter.kind == "edit" else None)
        if letter.ref is None:
            return Receipt()
        if letter.kind == "delete":
            await self._paced(
                str(chat_id), "deleteMessage", {"chat_id": chat_id, "message_id": _message_id(letter.ref)}
            )
            return Receipt()
        notice = {"callback_query_id": letter.ref}
        if letter.answer.plain:
            notice["text"] = letter.answer.plain[:LONGEST_NOTICE]
        # A tap's spinner does not wait behind the chat's messages: it has a line of its own.
        await self._paced(f"tap {letter.ref}", "answerCallbackQuery", notice)
        return Receipt()

    async def _say(self, answer: Answer, chat_id: int, replaces: str | None) -> Receipt:
        *first, last = html_parts(answer) or [""]
        for part in first:
            await self._say_part(part, (), chat_id, replaces)
            replaces = None
        return await self._say_part(last, answer.buttons, chat_id, replaces)

    async def _say_part(self, html: str, buttons: tuple[Button, ...], chat_id: int, replaces: str | None) -> Receipt:
        fields: dict[str, object] = {
            "chat_id": chat_id,
            "text": html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if buttons:
            fields["reply_markup"] = keyboard(buttons)
        if replaces is not None:
            fields["message_id"] = _message_id(replaces)
        said = await self._paced(str(chat_id), "sendMessage" if replaces is None else "editMessageText", fields)
        if not isinstance(said, dict) or "message_id" not in said:
            raise Unavailable("Telegram's answer names no message")
        return Receipt(str(said["message_id"]))

    async def _paced(self, line: str, endpoint: str, fields: Mapping[str, object]) -> object:
        await self._pacing.turn(line)
        try:
            return await self._call(line, endpoint, fields)
        finally:
            self._pacing.done(line)

    async def _call(self, line: str, endpoint: str, fields: Mapping[str, object]) -> object:
        try:
            return await self._guard.call(lambda: self._bot.say(endpoint, fields))
        except Unavailable as later:
            if later.retry_after_s is not None:
                self._pacing.halt(later.retry_after_s, line)
            raise


def _chat_id(address: Address) -> int:
    try:
        return int(address.value)
    except ValueError as no_number:
        raise Rejected("bad_address", "a chat id is a whole number") from no_number


def _message_id(ref: str) -> int:
    try:
        return int(ref)
    except ValueError as no_number:
        raise Rejected("refused", "a message id is a whole number") from no_number
