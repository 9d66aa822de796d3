"""The chats of one bot as Telegram keeps them: who is there, and every message with its present content."""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from adapters.sandbox.people import Person
from adapters.sandbox.telegram_html import Formatted
from adapters.sandbox.telegram_keyboard import InlineKeyboard
from adapters.sandbox.telegram_refusal import NotOk, bad_request

Json = dict[str, object]


@dataclass
class ChatMessage:
    """One message; the content of a ``photo`` (a PhotoSize) is its caption, ``extra`` holds what is none of these."""

    id: int
    chat: Json
    sender: Json
    date: int
    content: Formatted
    keyboard: InlineKeyboard | None = None
    edit_date: int | None = None
    photo: Json | None = None
    extra: Json = field(default_factory=dict)

    @property
    def from_bot(self) -> bool:
        return self.sender["is_bot"] is True

    def as_json(self) -> Json:
        """A Message of the Bot API."""
        message: Json = {"message_id": self.id, "from": self.sender, "chat": self.chat, "date": self.date}
        words = "caption" if self.photo else "text"
        if self.edit_date is not None:
            message["edit_date"] = self.edit_date
        if self.content.text:
            message[words] = self.content.text
        if self.content.entities:
            message["caption_entities" if words == "caption" else "entities"] = self.content.entities
        if self.keyboard is not None:
            message["reply_markup"] = msgspec.to_builtins(self.keyboard)
        if self.photo:
            message["photo"] = [self.photo]
        return {**message, **self.extra}


class Chats:
    """A chat is known once a person opened it; a bot cannot write first."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._chats: dict[int, Json] = {}
        self._messages: dict[tuple[int, int], ChatMessage] = {}
        self._blocked: set[int] = set()
        # Begun at the present second, so that a new street never repeats an id of the one before it.
        self._last_message_id = int(now())

    def open(self, person: Person) -> None:
        self._chats.setdefault(person.id, person.as_chat())

    def open_group(self, chat_id: int, title: str) -> None:
        self._chats[chat_id] = {"id": chat_id, "title": title, "type": "group"}

    def block(self, chat_id: int, *, blocked: bool) -> None:
        (self._blocked.add if blocked else self._blocked.discard)(chat_id)

    def reachable(self, chat_id: str) -> Json:
        """The chat a bot writes to. Raises NotOk when it is unknown or the person blocked the bot."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        chat = self._chats.get(int(chat_id)) if chat_id.lstrip("-").isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        if chat["id"] in self._blocked:
            raise NotOk(403, "Forbidden: bot was blocked by the user")
        return chat

    def chat(self, chat_id: int) -> Json:
        return self._chats[chat_id]

    def write(self, chat: Json, sender: Json, content: Formatted) -> ChatMessage:
        self._last_message_id += 1
        message = ChatMessage(self._last_message_id, chat, sender, int(self._now()), content)
        self._messages[chat_id_of(chat), message.id] = message
        return message

    def find(self, chat_id: int, message_id: int) -> ChatMessage | None:
        return self._messages.get((chat_id, message_id))

    def rewrite(self, message: ChatMessage, content: Formatted) -> None:
        message.content = content
        message.edit_date = int(self._now())

    def remove(self, message: ChatMessage) -> None:
        del self._messages[chat_id_of(message.chat), message.id]

    def forget(self, chat_id: int) -> None:
        """Every message of a chat is gone, for the bot too."""
        for key in [key for key in self._messages if key[0] == chat_id]:
            del self._messages[key]

    def in_chat(self, chat_id: int) -> list[ChatMessage]:
        """Oldest first."""
        return [message for (chat, _), message in self._messages.items() if chat == chat_id]


def chat_id_of(chat: Json) -> int:
    chat_id = chat["id"]
    if not isinstance(chat_id, int):
        raise TypeError(chat_id)
    return chat_id
