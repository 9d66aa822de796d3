"""The door out to Telegram: letters become calls of the Bot API, one chat's in order, none faster than it allows."""

import contextlib
from collections.abc import Awaitable, Callable, Mapping

from loguru import logger

from adapters.guard import Guard, part_way
from adapters.telegram_pacing import Pacing
from adapters.telegram_rendering import caption, html_parts, keyboard, short_caption
from adapters.telegram_shared_pacing import SharedPace, SharedPacing
from bot.domain.answer import Answer, Button
from bot.domain.chart import Chart
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.domain.letter import Address, Letter, Receipt
from bot.kit.breaker import Rules

TELEGRAM = "https://api.telegram.org"

# Below a minute, after which what stands in between forgets a connection on which nothing is said.
POLL_S = 25
# What PAM hears; an edit and a block are heard without effect. https://core.telegram.org/bots/api#update
HEARD = ("message", "callback_query", "edited_message", "my_chat_member")

# https://core.telegram.org/bots/api#answercallbackquery
LONGEST_NOTICE = 200

# Refusals after which there is nothing left to do: the message already reads so, or the person moved on.
MOOT = frozenset(("not_modified", "too_late", "gone"))

# After so many tries the words go without the picture: an upload may fail where words pass.
PICTURE_TRIES = 2

# A PNG of a chart; Rejected where none comes about.
Paint = Callable[[Chart], Awaitable[bytes]]


class TelegramChannel:
    """Fulfils ``bot.ports.channel.Channel``. Building one imports the library; nobody else pays for it.

    A long answer goes in several messages, and the receipt is of the last, which has the buttons. A chart goes as a
    picture with the words under it, or before them where they are too long for that; what comes of the picture, the
    words arrive. Beside an edit it is a message of its own.
    """

    name = "telegram"

    def __init__(
        self,
        token: str,
        api_url: str = TELEGRAM,
        *,
        paint: Paint | None = None,
        deadline_s: float = 10.0,
        poll_s: int = POLL_S,
    ) -> None:
        from adapters.telegram_request import bot_for

        self._bot = bot_for(token, api_url, deadline_s, poll_s)
        self._paint = paint
        self._pacing = Pacing()
        self.guard = Guard("Telegram", deadline_s)
        self._poll_s = poll_s
        # A poll that fails is not begun again here: whoever polls knows how long to wait. It is slow by nature.
        longest_s = deadline_s + poll_s
        rules = Rules(slow_s=longest_s, probe_s=longest_s)
        self._polling_guard = Guard("Telegram's updates", longest_s, attempts=1, rules=rules)

    def share(self, pace: SharedPace) -> None:
        """Before the first call, where other processes speak for this bot too: ``pace``, closed here, asks them all."""
        self._pacing = SharedPacing(pace)

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

    async def show_draft(self, address: Address, draft_id: int, words: str) -> None:
        # The same manners as for typing: a draft takes no place before words that stay.
        if not self._pacing.is_free():
            return
        with contextlib.suppress(PamError):
            draft = {"chat_id": _chat_id(address), "draft_id": draft_id, "text": words}
            await self._paced(f"draft {address.value}", "sendMessageDraft", draft)

    async def close(self) -> None:
        await self._bot.hang_up()
        await self._pacing.close()

    async def set_webhook(self, url: str, secret: str) -> None:
        """Has Telegram deliver to ``url``, each call carrying ``secret``; what waited there is delivered too."""
        fields = {
            "url": url,
            "secret_token": secret,
            "allowed_updates": HEARD,
            "drop_pending_updates": False,
        }
        await self._call("", "setWebhook", fields)

    async def delete_webhook(self) -> None:
        """Has Telegram keep updates for ``get_updates``, those included that wait for the webhook."""
        await self._call("", "deleteWebhook", {"drop_pending_updates": False})

    async def get_updates(self, offset: int | None, most: int) -> list[bytes]:
        """Up to ``most`` of those that wait, each as it came; none when none came for a while.

        What is numbered below ``offset`` Telegram forgets. Raises Conflict while somebody else gets the updates, and
        Unavailable; ``retry_after_s`` is for whoever polls, letters may still be sent.
        """
        fields = {"limit": most, "timeout": self._poll_s, "allowed_updates": HEARD}
        if offset is not None:
            fields["offset"] = offset
        updates = await self._polling_guard.call(lambda: self._bot.say("getUpdates", fields))
        if not isinstance(updates, list):
            raise Unavailable("Telegram's answer holds no updates")
        return updates

    async def username(self) -> str:
        """The bot's name without the @."""
        me = await self._call("", "getMe", {})
        return str(me["username"]) if isinstance(me, dict) and "username" in me else ""

    async def _carry(self, letter: Letter, chat_id: int) -> Receipt:
        if letter.kind == "edit" and letter.ref is not None:
            return await self._rewrite(letter, chat_id, letter.ref)
        if letter.kind in ("message", "edit"):
            return await self._tell(letter, chat_id)
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

    async def _tell(self, letter: Letter, chat_id: int) -> Receipt:
        png = await self._painted(letter)
        if png is None:
            return await self._say(letter.answer, chat_id, None)
        under = caption(letter.answer)
        try:
            if under is not None:
                return await self._show(png, under, chat_id)
            await self._show(png, short_caption(letter.answer.chart), chat_id)
        except Rejected as no:
            if no.reason == "blocked":
                raise
            logger.warning("Telegram refused a picture: {}", no.reason)
        with part_way():
            return await self._say(letter.answer, chat_id, None)

    async def _rewrite(self, letter: Letter, chat_id: int, ref: str) -> Receipt:
        try:
            receipt = await self._say(letter.answer, chat_id, ref)
        except Rejected as no:
            if no.reason not in ("no_text", "not_modified"):
                raise
            receipt = Receipt(ref)
            if no.reason == "no_text":
                receipt = await self._rewrite_caption(letter.answer, chat_id, ref)
        png = await self._painted(letter)
        if png is not None:
            # The words stand: a picture less is no reason to say them again.
            with contextlib.suppress(Rejected, Unavailable):
                await self._show(png, short_caption(letter.answer.chart), chat_id)
        return receipt

    async def _rewrite_caption(self, answer: Answer, chat_id: int, ref: str) -> Receipt:
        """What is to be replaced stands under a picture; where the new words do not fit there they are said anew."""
        under = caption(answer)
        if under is None:
            return await self._say(answer, chat_id, None)
        fields = {"chat_id": chat_id, "message_id": _message_id(ref), **under}
        return _receipt(await self._paced(str(chat_id), "editMessageCaption", fields))

    async def _painted(self, letter: Letter) -> bytes | None:
        if letter.answer.chart is None or self._paint is None or letter.attempt > PICTURE_TRIES:
            return None
        try:
            return await self._paint(letter.answer.chart)
        except Rejected as no:
            logger.warning("a picture could not be painted: {}", no)
            return None

    async def _show(self, png: bytes, captioned: Mapping[str, object], chat_id: int) -> Receipt:
        fields = {"chat_id": chat_id, "photo": self._bot.file(png, "chart.png"), **captioned}
        return _receipt(await self._paced(str(chat_id), "sendPhoto", fields))

    async def _say(self, answer: Answer, chat_id: int, replaces: str | None) -> Receipt:
        first, *others = html_parts(answer) or [""]
        if not others:
            return await self._say_part(first, answer.buttons, chat_id, replaces)
        await self._say_part(first, (), chat_id, replaces)
        with part_way():
            for part in others[:-1]:
                await self._say_part(part, (), chat_id, None)
            return await self._say_part(others[-1], answer.buttons, chat_id, None)

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
        return _receipt(
            await self._paced(str(chat_id), "sendMessage" if replaces is None else "editMessageText", fields)
        )

    async def _paced(self, line: str, endpoint: str, fields: Mapping[str, object]) -> object:
        await self._pacing.turn(line)
        try:
            return await self._call(line, endpoint, fields)
        finally:
            self._pacing.done(line)

    async def _call(self, line: str, endpoint: str, fields: Mapping[str, object]) -> object:
        try:
            return await self.guard.call(lambda: self._bot.say(endpoint, fields))
        except Unavailable as later:
            if later.tried and later.retry_after_s is not None:
                self._pacing.halt(later.retry_after_s, line)
            raise


def _receipt(said: object) -> Receipt:
    if not isinstance(said, dict) or "message_id" not in said:
        raise Unavailable("Telegram's answer names no message")
    return Receipt(str(said["message_id"]))


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
