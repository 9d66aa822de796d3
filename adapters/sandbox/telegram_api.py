"""The Telegram Bot API: which method was called, with the right token, and its answer in Telegram's envelope."""

import hmac
import re
from collections.abc import Awaitable, Callable

from adapters.sandbox import telegram_parameters as ask
from adapters.sandbox.faults import Vendor
from adapters.sandbox.telegram_messages import TelegramMessages
from adapters.sandbox.telegram_parameters import read_parameters as read
from adapters.sandbox.telegram_refusal import NotOk, server_error, too_many_requests
from adapters.sandbox.telegram_webhooks import delete_webhook, get_updates, set_webhook, webhook_info
from adapters.sandbox.telegram_world import TelegramWorld
from adapters.sandbox.wire import Call, Parameters, Reply, json_reply

METHOD_PATH = re.compile(r"/bot([^/]+)/(\w+)\Z")
FILE_PATH = re.compile(r"/file/bot([^/]+)/(.+)\Z")
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+\Z")


Method = Callable[[Call], object]


class TelegramApi:
    """Answers every call a bot makes; the same methods by GET and POST, by form, JSON and multipart."""

    name: Vendor = "Telegram"

    def __init__(self, world: TelegramWorld) -> None:
        self._world = world
        self._methods = {**self._talking(), **self._listening()}

    def label(self, call: Call) -> str:
        """The method's name for the journal; never the token."""
        found = METHOD_PATH.match(call.path)
        return found[2] if found else "file"

    def shown(self, call: Call) -> Parameters:
        return call.parameters

    async def answer(self, call: Call) -> Reply:
        try:
            return await self._answer(call)
        except NotOk as refusal:
            return refusal.reply()

    def broken(self, status: int) -> Reply:
        return server_error(status).reply()

    def limited(self, retry_after_s: int) -> Reply:
        self._world.limits.halt(retry_after_s)
        return too_many_requests(retry_after_s).reply()

    async def _answer(self, call: Call) -> Reply:
        file = FILE_PATH.match(call.path)
        if file is not None:
            self._check_token(file[1])
            return self._fetch_file(file[2])
        path = METHOD_PATH.match(call.path)
        if path is None:
            raise NotOk(404, "Not Found")
        self._check_token(path[1])
        method = self._methods.get(path[2].lower())
        if method is None:
            raise NotOk(404, "Not Found")
        wait_s = None if path[2].lower() == "getupdates" else self._world.limits.refuse_while_halted()
        if wait_s is not None:
            raise too_many_requests(wait_s)
        result = method(call)
        return json_reply(200, {"ok": True, "result": await result if isinstance(result, Awaitable) else result})

    def _talking(self) -> dict[str, Method]:
        """What a chat shows, by the method's name in small letters."""
        messages = TelegramMessages(self._world)
        return {
            "sendmessage": lambda call: messages.send_message(read(call, ask.SendMessage)),
            "sendphoto": lambda call: messages.send_photo(read(call, ask.SendPhoto), call.files),
            "editmessagetext": lambda call: messages.edit_text(read(call, ask.EditMessageText)),
            "editmessagecaption": lambda call: messages.edit_caption(read(call, ask.EditMessageCaption)),
            "editmessagereplymarkup": lambda call: messages.edit_keyboard(read(call, ask.EditMessageReplyMarkup)),
            "deletemessage": lambda call: messages.delete(read(call, ask.OfMessage)),
            "answercallbackquery": lambda call: messages.answer_tap(read(call, ask.AnswerCallbackQuery)),
            "sendchataction": lambda call: messages.show_action(read(call, ask.SendChatAction)),
            "sendmessagedraft": lambda call: messages.show_draft(read(call, ask.SendMessageDraft)),
        }

    def _listening(self) -> dict[str, Method]:
        """Who the bot is and how updates reach it, by the method's name in small letters."""
        updates = self._world.updates
        return {
            "getme": lambda call: self._describe_bot(read(call, ask.Nothing)),
            "setwebhook": lambda call: set_webhook(updates, read(call, ask.SetWebhook)),
            "deletewebhook": lambda call: delete_webhook(updates, read(call, ask.DeleteWebhook)),
            "getwebhookinfo": lambda call: webhook_info(updates, read(call, ask.Nothing)),
            "getupdates": lambda call: get_updates(updates, read(call, ask.GetUpdates)),
            "getfile": lambda call: self._world.files.describe(read(call, ask.GetFile).file_id),
            "setmycommands": lambda call: bool(read(call, ask.SetMyCommands)),
        }

    def _describe_bot(self, _: ask.Nothing) -> dict[str, object]:
        return {
            **self._world.bot,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def _check_token(self, token: str) -> None:
        if not TOKEN.match(token):
            raise NotOk(404, "Not Found")
        if not hmac.compare_digest(token.encode(), self._world.keys.bot_token.encode()):
            raise NotOk(401, "Unauthorized")

    def _fetch_file(self, file_path: str) -> Reply:
        content = self._world.files.fetch(file_path)
        if content is None:
            raise NotOk(404, "Not Found: file not found")
        return Reply(200, content, "application/octet-stream")
