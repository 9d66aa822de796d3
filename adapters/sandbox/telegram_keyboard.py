"""The keyboards a bot may attach, and Telegram's refusal of the others."""

import msgspec

from adapters.sandbox.telegram_refusal import bad_request

Json = dict[str, object]

# Bot API: "callback_data: 1-64 bytes".
LONGEST_DATA_BYTES = 64


class InlineButton(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    text: str
    callback_data: str | None = None
    url: str | None = None
    pay: bool = False
    web_app: Json | None = None
    login_url: Json | None = None
    copy_text: Json | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    style: str | None = None
    icon_custom_emoji_id: str | None = None


class InlineKeyboard(msgspec.Struct, forbid_unknown_fields=True):
    inline_keyboard: list[list[InlineButton]]


class ReplyButton(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    text: str
    request_contact: bool = False
    request_location: bool = False
    style: str | None = None
    icon_custom_emoji_id: str | None = None


class ReplyKeyboard(msgspec.Struct, forbid_unknown_fields=True):
    keyboard: list[list[ReplyButton | str]]
    is_persistent: bool = False
    resize_keyboard: bool = False
    one_time_keyboard: bool = False
    input_field_placeholder: str = ""
    selective: bool = False


class ReplyKeyboardRemove(msgspec.Struct, forbid_unknown_fields=True):
    remove_keyboard: bool
    selective: bool = False


class ForceReply(msgspec.Struct, forbid_unknown_fields=True):
    force_reply: bool
    input_field_placeholder: str = ""
    selective: bool = False


Keyboard = InlineKeyboard | ReplyKeyboard | ReplyKeyboardRemove | ForceReply

SHAPES: dict[str, type[InlineKeyboard] | type[ReplyKeyboard] | type[ReplyKeyboardRemove] | type[ForceReply]] = {
    "inline_keyboard": InlineKeyboard,
    "keyboard": ReplyKeyboard,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}


def read_keyboard(markup: Json | None) -> InlineKeyboard | None:
    """The inline keyboard that stays under the message; None when there is none. Raises NotOk."""
    if not markup:
        return None
    name = next((name for name in SHAPES if name in markup), None)
    if name is None:
        raise bad_request("object expected as reply markup")
    try:
        keyboard = msgspec.convert(markup, SHAPES[name])
    except msgspec.ValidationError as error:
        raise bad_request(f"can't parse keyboard: {error}") from error
    if not isinstance(keyboard, InlineKeyboard):
        return None
    for row in keyboard.inline_keyboard:
        for button in row:
            _check_button(button)
    return keyboard if any(keyboard.inline_keyboard) else None


def _check_button(button: InlineButton) -> None:
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    if button.callback_data is not None:
        if not 1 <= len(button.callback_data.encode()) <= LONGEST_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return
    others = (button.url, button.web_app, button.login_url, button.copy_text, button.switch_inline_query)
    if not button.pay and button.switch_inline_query_current_chat is None and all(o is None for o in others):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def buttons_of(keyboard: InlineKeyboard | None) -> list[list[dict[str, str]]]:
    """Labels and data of the buttons that can be tapped, for the page."""
    rows = keyboard.inline_keyboard if keyboard else []
    return [[{"label": b.text, "data": b.callback_data} for b in row if b.callback_data] for row in rows]
