"""A Telegram message as the page's left phone shows it."""

from adapters.sandbox.feed import Event
from adapters.sandbox.iso_time import iso_time
from adapters.sandbox.telegram_chats import ChatMessage, chat_id_of
from adapters.sandbox.telegram_keyboard import buttons_of


def shown(message: ChatMessage, kind: str, now: float) -> Event:
    """``kind`` is "message" or "edit"."""
    event: Event = {
        "kind": kind,
        "phone": "telegram",
        "who": chat_id_of(message.chat),
        "id": str(message.id),
        "from": "pam" if message.from_bot else "person",
        "html": message.content.html,
        "buttons": buttons_of(message.keyboard),
        "status": "sent",
        "at": iso_time(now),
    }
    if message.photo:
        event |= {"photo": f"/sandbox/photo/{message.photo['file_id']}"}
        event |= {side: message.photo[side] for side in ("width", "height")}
        # Telegram knows no alternative text: whoever cannot see the picture has its caption.
        event["alt"] = message.content.text
    return event
