"""The Bot API's methods that write, change and take away what a chat shows."""

from adapters.sandbox.feed import Event
from adapters.sandbox.iso_time import iso_time
from adapters.sandbox.telegram_chats import ChatMessage, chat_id_of
from adapters.sandbox.telegram_html import Formatted
from adapters.sandbox.telegram_keyboard import read_keyboard
from adapters.sandbox.telegram_parameters import (
    AnswerCallbackQuery,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    OfMessage,
    SendChatAction,
    Sending,
    SendMessage,
    SendMessageDraft,
    SendPhoto,
)
from adapters.sandbox.telegram_refusal import bad_request, too_many_requests
from adapters.sandbox.telegram_shown import shown
from adapters.sandbox.telegram_words import check_caption, check_draft, check_text, read_words
from adapters.sandbox.telegram_world import TelegramWorld
from adapters.sandbox.wire import Upload

Json = dict[str, object]

ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note".split()
)
LONGEST_NOTICE = 200
THINKING = "Thinking…"

Editing = EditMessageText | EditMessageCaption | EditMessageReplyMarkup


class TelegramMessages:
    """Each method returns the ``result`` of its answer or raises NotOk."""

    def __init__(self, world: TelegramWorld) -> None:
        self._world = world

    def send_message(self, asked: SendMessage) -> Json:
        content = check_text(read_words(asked.text, asked.parse_mode, asked.entities))
        return self._send(asked, ChatMessage(0, {}, self._world.bot, 0, content))

    def send_photo(self, asked: SendPhoto, files: dict[str, Upload]) -> Json:
        if not asked.photo:
            raise bad_request("there is no photo in the request")
        content = check_caption(read_words(asked.caption, asked.parse_mode, asked.caption_entities))
        upload = files.get(asked.photo.removeprefix("attach://"))
        photos = self._world.photos
        photo = photos.keep(upload.content if upload else photos.again(asked.photo))
        return self._send(asked, ChatMessage(0, {}, self._world.bot, 0, content, photo=photo))

    def edit_text(self, asked: EditMessageText) -> Json:
        message = self._own_message(asked)
        if message.photo:
            raise bad_request("there is no text in the message to edit")
        return self._rewrite(message, check_text(read_words(asked.text, asked.parse_mode, asked.entities)), asked)

    def edit_caption(self, asked: EditMessageCaption) -> Json:
        message = self._own_message(asked)
        if not message.photo:
            raise bad_request("there is no caption in the message to edit")
        content = check_caption(read_words(asked.caption, asked.parse_mode, asked.caption_entities))
        return self._rewrite(message, content, asked)

    def edit_keyboard(self, asked: EditMessageReplyMarkup) -> Json:
        message = self._own_message(asked)
        return self._rewrite(message, message.content, asked)

    def delete(self, asked: OfMessage) -> bool:
        """In a private chat a bot may take away the person's messages too."""
        chat_id = chat_id_of(self._world.chats.reachable(asked.chat_id))
        message = self._world.chats.find(chat_id, asked.message_id)
        if message is None:
            raise bad_request("message to delete not found")
        self._world.chats.remove(message)
        self._publish(chat_id, {"kind": "delete", "id": str(message.id)})
        return True

    def answer_tap(self, asked: AnswerCallbackQuery) -> bool:
        if len(asked.text) > LONGEST_NOTICE:
            raise bad_request("MESSAGE_TOO_LONG")
        chat_id = self._world.taps.answer(asked.callback_query_id)
        if chat_id is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if asked.text:
            self._publish(chat_id, {"kind": "notice", "text": asked.text})
        return True

    def show_action(self, asked: SendChatAction) -> bool:
        chat = self._world.chats.reachable(asked.chat_id)
        if asked.action not in ACTIONS:
            raise bad_request("wrong parameter action in request")
        self._show_typing(chat_id_of(chat))
        return True

    def show_draft(self, asked: SendMessageDraft) -> bool:
        """The page shows it until a message takes its place; without words it says that there is thinking."""
        chat = self._world.chats.reachable(asked.chat_id)
        if asked.draft_id == 0:
            raise bad_request("draft_id must be non-zero")
        if chat["type"] != "private":
            raise bad_request("PEER_ID_INVALID")
        words = check_draft(read_words(asked.text, asked.parse_mode, asked.entities))
        draft = {
            "kind": "draft",
            "phone": "telegram",
            "id": f"draft-{asked.draft_id}",
            "at": iso_time(self._world.now()),
        }
        self._world.feed.pass_on({**draft, "from": "pam", "html": words.html or THINKING, "who": chat_id_of(chat)})
        return True

    def _send(self, asked: Sending, draft: ChatMessage) -> Json:
        chat = self._world.chats.reachable(asked.chat_id)
        keyboard = read_keyboard(asked.reply_markup)
        wait_s = self._world.limits.count_message(chat_id_of(chat))
        if wait_s is not None:
            raise too_many_requests(wait_s)
        message = self._world.chats.write(chat, draft.sender, draft.content)
        message.keyboard = keyboard
        message.photo = draft.photo
        return self._show(message, "message")

    def _rewrite(self, message: ChatMessage, content: Formatted, asked: Editing) -> Json:
        keyboard = read_keyboard(asked.reply_markup)
        if (content, keyboard) == (message.content, message.keyboard):
            raise _not_modified()
        message.keyboard = keyboard
        self._world.chats.rewrite(message, content)
        return self._show(message, "edit")

    def _own_message(self, asked: Editing) -> ChatMessage:
        chat = self._world.chats.reachable(asked.chat_id)
        message = self._world.chats.find(chat_id_of(chat), asked.message_id)
        if message is None:
            raise bad_request("message to edit not found")
        if not message.from_bot:
            raise bad_request("message can't be edited")
        return message

    def _show(self, message: ChatMessage, kind: str) -> Json:
        self._world.feed.publish(shown(message, kind, self._world.now()))
        return message.as_json()

    def _publish(self, chat_id: int, event: Event) -> None:
        self._world.feed.publish({**event, "phone": "telegram", "who": chat_id})

    def _show_typing(self, chat_id: int) -> None:
        self._world.feed.pass_on({"kind": "typing", "phone": "telegram", "who": chat_id})


def _not_modified() -> Exception:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )
