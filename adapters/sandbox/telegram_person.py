"""A person holding Telegram: what they do becomes an Update on its way to the bot."""

import html
import secrets

from adapters.sandbox.people import ANN, Person
from adapters.sandbox.telegram_chats import ChatMessage, chat_id_of
from adapters.sandbox.telegram_html import Formatted, plain, utf16_length
from adapters.sandbox.telegram_shown import shown
from adapters.sandbox.telegram_world import TelegramWorld

Json = dict[str, object]

# What a Telegram app lets a person type into one message.
LONGEST_TEXT = 4096


# How a recorded note is called among a bot's files, and what Telegram says it is.
VOICE_NAME, VOICE_TYPE = "voice/file_{}.oga", "audio/ogg"


class TooLong(ValueError):
    """The app itself would not send this."""


class TelegramPerson:
    """Everything a person can do in a chat. Each verb returns the id of the update it caused."""

    def __init__(self, world: TelegramWorld) -> None:
        self._world = world
        self._chats = world.chats
        self._updates = world.updates

    def say(self, text: str, user: Person = ANN, chat_id: int | None = None) -> int:
        """Write into the private chat with the bot, or into a group that was opened before."""
        if not text.strip() or utf16_length(text) > LONGEST_TEXT:
            raise TooLong(text[:40])
        self._chats.open(user)
        chat = self._chats.chat(user.id if chat_id is None else chat_id)
        content = plain(text.strip())
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            entity: Json = {"type": "bot_command", "offset": 0, "length": utf16_length(command)}
            content = Formatted(content.text, [entity], content.html)
        return self._send(self._chats.write(chat, user.as_user(), content))

    def tap(self, message_id: int, data: str, user: Person = ANN, chat_id: int | None = None) -> int:
        """Press a button; ``data`` is sent as it is, as a tampered app could. Raises LookupError: no such message."""
        message = self._message(user.id if chat_id is None else chat_id, message_id)
        query: Json = {
            "id": self._world.taps.begin(chat_id_of(message.chat)),
            "from": user.as_user(),
            "message": message.as_json(),
            "chat_instance": str(secrets.randbits(62)),
            "data": data,
        }
        return self._updates.add("callback_query", query, chat_id_of(message.chat))

    def share_contact(self, phone: str, user: Person = ANN, *, own: bool) -> int:
        """Only an own contact carries the sender's user id; Telegram vouches for nothing else."""
        self._chats.open(user)
        message = self._chats.write(user.as_chat(), user.as_user(), plain(""))
        owner: Json = {"first_name": user.first_name, "user_id": user.id} if own else {"first_name": "Somebody"}
        message.extra["contact"] = {"phone_number": phone.removeprefix("+"), **owner}
        return self._send(message, f"Contact: {phone}")

    def send_photo(
        self, picture: bytes, caption: str = "", user: Person = ANN, *, claimed_size: int | None = None
    ) -> int:
        """A PNG or JPEG, told in two sizes; Telegram may be wrong about how heavy. Raises NotOk for no picture."""
        self._chats.open(user)
        photo = self._world.photos.keep(picture, claimed_size)
        message = self._chats.write(user.as_chat(), user.as_user(), plain(caption))
        message.photo = photo
        message.extra["photo"] = [self._world.photos.thumbnail(photo, picture), photo]
        return self._send(message)

    def send_voice(self, sound: bytes, seconds: int, user: Person = ANN, *, claimed_size: int | None = None) -> int:
        """A recording, of Ogg with Opus as the app makes them."""
        file = self._world.files.keep(sound, VOICE_NAME, claimed_size)
        note = {**file, "duration": seconds, "mime_type": VOICE_TYPE}
        return self._attach("voice", note, f"Voice note, {seconds} s", user)

    def send_document(
        self, content: bytes, name: str, mime: str, user: Person = ANN, *, claimed_size: int | None = None
    ) -> int:
        """Any file; its name and type are the sender's word."""
        ending = name.rpartition(".")[2] if "." in name else "bin"
        file = self._world.files.keep(content, f"documents/file_{{}}.{ending}", claimed_size)
        return self._attach("document", {**file, "file_name": name, "mime_type": mime}, f"File: {name}", user)

    def edit(self, message_id: int, text: str, user: Person = ANN) -> int:
        """Change an own message. Raises LookupError when there is none."""
        message = self._message(user.id, message_id)
        if message.from_bot:
            raise LookupError(message_id)
        self._chats.rewrite(message, plain(text))
        self._world.feed.publish(shown(message, "edit", self._world.now()))
        return self._updates.add("edited_message", message.as_json(), user.id)

    def block(self, user: Person = ANN, *, blocked: bool = True) -> int:
        """Stop the bot, or (``blocked=False``) let it write again."""
        self._chats.open(user)
        self._chats.block(user.id, blocked=blocked)
        member: Json = {"user": self._world.bot, "status": "member"}
        kicked: Json = {"user": self._world.bot, "status": "kicked", "until_date": 0}
        states = (member, kicked) if blocked else (kicked, member)
        content: Json = {"chat": user.as_chat(), "from": user.as_user(), "date": int(self._world.now())}
        content["old_chat_member"], content["new_chat_member"] = states
        return self._updates.add("my_chat_member", content, user.id)

    def send_crafted(self, kind: str, content: Json, chat_id: int) -> int:
        """An update as no app makes it, for attacks: posted in its turn, with the right secret."""
        return self._updates.add(kind, content, chat_id)

    def send_raw(self, raw: bytes, chat_id: int) -> int:
        """Not even an update; the id under which the bot finds it."""
        return self._updates.add_raw(raw, chat_id)

    def forget(self, user: Person = ANN) -> None:
        """The chat is as empty as a new one."""
        self._chats.forget(user.id)

    def open(self, user: Person = ANN) -> None:
        """The bot may write to this person from now on."""
        self._chats.open(user)

    def open_group(self, chat_id: int, title: str) -> None:
        self._chats.open_group(chat_id, title)

    def messages(self, user: Person = ANN) -> list[ChatMessage]:
        """What the chat shows now, oldest first."""
        return self._chats.in_chat(user.id)

    def look_at(self, file_id: str) -> tuple[bytes, str] | None:
        """A picture in a chat and its media type; None for an old one that is kept no more."""
        return self._world.photos.look_at(file_id)

    async def settled(self) -> None:
        """Until all that was said and done was taken by the webhook."""
        await self._updates.settled()

    def _attach(self, kind: str, file: Json, told: str, user: Person) -> int:
        self._chats.open(user)
        message = self._chats.write(user.as_chat(), user.as_user(), plain(""))
        message.extra[kind] = file
        return self._send(message, told)

    def _send(self, message: ChatMessage, told: str = "") -> int:
        """``told`` stands in the thread where the message has no words of its own."""
        event = shown(message, "message", self._world.now())
        self._world.feed.publish({**event, "html": html.escape(told)} if told else event)
        return self._updates.add("message", message.as_json(), chat_id_of(message.chat))

    def _message(self, chat_id: int, message_id: int) -> ChatMessage:
        message = self._chats.find(chat_id, message_id)
        if message is None:
            raise LookupError(message_id)
        return message
