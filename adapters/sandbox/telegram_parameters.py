"""What each method of the Bot API may be asked, by the types of its documentation; anything else is refused."""

from typing import TypeVar

import msgspec

from adapters.sandbox.telegram_refusal import bad_request
from adapters.sandbox.wire import Call

Json = dict[str, object]
P = TypeVar("P", bound="Asked")

# Sent as JSON text within a form, as objects within JSON.
NESTED = frozenset(
    "reply_markup entities caption_entities link_preview_options reply_parameters allowed_updates "
    "suggested_post_parameters commands scope".split()
)


class Asked(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The parameters of one method."""


class Nothing(Asked):
    pass


class SetWebhook(Asked):
    url: str = ""
    certificate: str | None = None
    ip_address: str | None = None
    max_connections: int = 40
    allowed_updates: list[str] | None = None
    drop_pending_updates: bool = False
    secret_token: str = ""


class DeleteWebhook(Asked):
    drop_pending_updates: bool = False


class GetUpdates(Asked):
    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed_updates: list[str] | None = None


class ToChat(Asked):
    chat_id: str = ""


class OfMessage(ToChat):
    message_id: int = 0


class Sending(ToChat):
    """What every method that makes a new message knows."""

    business_connection_id: str | None = None
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    message_effect_id: str | None = None
    suggested_post_parameters: Json | None = None
    reply_parameters: Json | None = None
    reply_markup: Json | None = None
    parse_mode: str | None = None


class SendMessage(Sending):
    text: str = ""
    entities: list[Json] | None = None
    link_preview_options: Json | None = None


class SendPhoto(Sending):
    photo: str = ""
    caption: str = ""
    caption_entities: list[Json] | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


class EditMessageText(OfMessage):
    text: str = ""
    parse_mode: str | None = None
    entities: list[Json] | None = None
    link_preview_options: Json | None = None
    reply_markup: Json | None = None
    inline_message_id: str | None = None
    business_connection_id: str | None = None


class EditMessageCaption(OfMessage):
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Json] | None = None
    show_caption_above_media: bool = False
    reply_markup: Json | None = None
    inline_message_id: str | None = None
    business_connection_id: str | None = None


class EditMessageReplyMarkup(OfMessage):
    reply_markup: Json | None = None
    inline_message_id: str | None = None
    business_connection_id: str | None = None


class AnswerCallbackQuery(Asked):
    callback_query_id: str = ""
    text: str = ""
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


class SendChatAction(ToChat):
    action: str = ""
    message_thread_id: int | None = None
    business_connection_id: str | None = None


class SendMessageDraft(ToChat):
    draft_id: int = 0
    text: str = ""
    parse_mode: str | None = None
    entities: list[Json] | None = None
    message_thread_id: int | None = None


class GetFile(Asked):
    file_id: str = ""


class SetMyCommands(Asked):
    commands: list[Json]
    scope: Json | None = None
    language_code: str = ""


def read_parameters(call: Call, shape: type[P]) -> P:
    """An uploaded file stands as ``attach://`` and its name. Raises NotOk: unknown parameter, wrong type."""
    attached = {name: f"attach://{name}" for name in call.files if name in shape.__struct_fields__}
    unpacked = {name: _unpacked(name, value) for name, value in {**call.parameters, **attached}.items()}
    try:
        return msgspec.convert(unpacked, shape, strict=False)
    except msgspec.ValidationError as error:
        raise bad_request(f"wrong parameter: {error}") from error


def _unpacked(name: str, value: object) -> object:
    if name in ("chat_id", "callback_query_id") and isinstance(value, int):
        return str(value)
    if name not in NESTED or not isinstance(value, str):
        return value
    try:
        return msgspec.json.decode(value) if value else None
    except msgspec.DecodeError as error:
        raise bad_request(f"can't parse {name} JSON object") from error
