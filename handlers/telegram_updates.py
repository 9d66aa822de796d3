"""Telegram's updates in PAM's words; only the fields PAM needs, and only a person's own words in a private chat."""

import re
from collections.abc import Awaitable, Callable

import msgspec

from bot.domain.attachment import Attachment
from bot.domain.letter import Address
from bot.domain.messages import Contact, IncomingMessage, Tap
from bot.kit.payment_cards import mask_cards
from bot.kit.plain_text import plain_name, plain_text

Accept = Callable[[IncomingMessage], Awaitable[bool]]
KeepRaw = Callable[[str, bytes, str], Awaitable[None]]
"""Keeps what could not be understood: the source, the bytes as they came, the reason."""

# "/undo@PamBot 2" in its parts.
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]{1,64})?(?:\s+(.*))?", re.DOTALL)


# Of the kinds of files there are, the longest has 73 signs.
LONGEST_TYPE = 80


class TelegramUser(msgspec.Struct, frozen=True):
    id: int
    is_bot: bool = False
    first_name: str = ""
    last_name: str = ""
    language_code: str = ""


class TelegramChat(msgspec.Struct, frozen=True):
    id: int
    type: str


class TelegramContact(msgspec.Struct, frozen=True):
    phone_number: str
    user_id: int | None = None


class TelegramFile(msgspec.Struct, frozen=True):
    """A size of a photo, a voice note, a recording or any other file: each has some of these."""

    file_id: str
    file_size: int = 0
    width: int = 0
    height: int = 0
    duration: int = 0
    mime_type: str = ""


class TelegramMessage(msgspec.Struct, frozen=True):
    message_id: int
    chat: TelegramChat
    sender: TelegramUser | None = msgspec.field(name="from", default=None)
    date: int = 0
    text: str = ""
    caption: str = ""
    contact: TelegramContact | None = None
    photo: tuple[TelegramFile, ...] = ()
    voice: TelegramFile | None = None
    audio: TelegramFile | None = None
    document: TelegramFile | None = None
    # Only whether these are there matters.
    via_bot: object = None
    sender_chat: object = None
    forward_origin: object = None
    forward_date: object = None


class TelegramTap(msgspec.Struct, frozen=True):
    id: str
    sender: TelegramUser = msgspec.field(name="from")
    message: TelegramMessage | None = None
    data: str = ""


class TelegramUpdate(msgspec.Struct, frozen=True):
    """An edited message, a channel's post and whatever else may come is not among its fields: heard, without effect."""

    update_id: int
    message: TelegramMessage | None = None
    callback_query: TelegramTap | None = None


class NotUnderstood(Exception):
    """JSON, but not as Telegram describes its updates. The message names the field and quotes nothing."""


def update_from(tree: object) -> TelegramUpdate:
    """Raises NotUnderstood."""
    try:
        return msgspec.convert(tree, TelegramUpdate)
    except msgspec.ValidationError as fault:
        raise NotUnderstood(str(fault)) from None


def message_from(update: TelegramUpdate) -> IncomingMessage | None:
    """What a person said or tapped in their private chat; None for everything else, which has no effect."""
    if update.message is not None:
        return _said(update.update_id, update.message)
    if update.callback_query is not None:
        return _tapped(update.update_id, update.callback_query)
    return None


def _said(update_id: int, message: TelegramMessage) -> IncomingMessage | None:
    sender = message.sender
    if sender is None or not _is_private(sender, message.chat) or message.via_bot or message.sender_chat:
        return None
    text = plain_text(message.text or message.caption)
    is_forwarded = bool(message.forward_origin or message.forward_date)
    if text.startswith("/"):
        if is_forwarded:
            return None
        text = _without_slash(text)
    text, card_masked = mask_cards(text)
    return IncomingMessage(
        source="telegram",
        external_id=str(update_id),
        sender=Address("telegram", str(message.chat.id)),
        text=text,
        contact=_contact(message.contact, sender) if message.contact else None,
        ref=str(message.message_id),
        sender_name=plain_name(f"{sender.first_name} {sender.last_name}"),
        language=sender.language_code[:16],
        card_masked=card_masked,
        is_forwarded=is_forwarded,
        attachment=None if is_forwarded else _attachment(message),
    )


def _attachment(message: TelegramMessage) -> Attachment | None:
    """What PAM can look at or listen to; a sticker, a video or another file is no word of the person's."""
    if message.photo:
        return _picture(_largest(message.photo), "image/jpeg")
    sound = message.voice or message.audio
    if sound is not None:
        return Attachment(
            kind="voice",
            ref=sound.file_id,
            media_type=sound.mime_type[:LONGEST_TYPE].lower() or "audio/ogg",
            bytes=sound.file_size,
            seconds=sound.duration,
        )
    document = message.document
    if document is not None and document.mime_type.lower().startswith("image/"):
        return _picture(document, document.mime_type[:LONGEST_TYPE].lower())
    return None


def _largest(sizes: tuple[TelegramFile, ...]) -> TelegramFile:
    """Of the sizes that PAM takes, else of all: it is refused then, with a word."""
    taken = [size for size in sizes if _picture(size, "image/jpeg").fault is None]
    return max(taken or sizes, key=lambda size: size.width * size.height)


def _picture(file: TelegramFile, media_type: str) -> Attachment:
    return Attachment(
        kind="picture",
        ref=file.file_id,
        media_type=media_type,
        bytes=file.file_size,
        width=file.width,
        height=file.height,
    )


def _tapped(update_id: int, tap: TelegramTap) -> IncomingMessage | None:
    if tap.message is None or not tap.data or not _is_private(tap.sender, tap.message.chat):
        return None
    message_ref = str(tap.message.message_id)
    return IncomingMessage(
        source="telegram",
        external_id=str(update_id),
        sender=Address("telegram", str(tap.message.chat.id)),
        tap=Tap(token=tap.data[:64], message_ref=message_ref, tap_id=tap.id),
        ref=message_ref,
        sender_name=plain_name(f"{tap.sender.first_name} {tap.sender.last_name}"),
        language=tap.sender.language_code[:16],
    )


def _is_private(sender: TelegramUser, chat: TelegramChat) -> bool:
    return chat.type == "private" and sender.id == chat.id and not sender.is_bot


def _contact(contact: TelegramContact, sender: TelegramUser) -> Contact:
    """Telegram vouches for a number only by the user id it puts beside it; it may leave out the plus."""
    digits = "".join(sign for sign in contact.phone_number if sign in "0123456789")[:15]
    return Contact(phone=f"+{digits}", own=contact.user_id == sender.id)


def _without_slash(text: str) -> str:
    """``/budget_status@PamBot`` is a way to say "budget status"; ``/start CODE`` stays: it redeems a code."""
    command = _COMMAND.fullmatch(text)
    if command is None:
        return text
    name, rest = command[1].lower(), (command[2] or "").strip()
    words = "/start" if name == "start" else name.replace("_", " ")
    return f"{words} {rest}".rstrip()
